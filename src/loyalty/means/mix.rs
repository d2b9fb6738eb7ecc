use alloc::vec::Vec;

use chrono::NaiveDate;

use crate::form::record;
use crate::loyalty::day::Day;
use crate::loyalty::means::gain::InstrumentGain;
use crate::satisfaction::measurement::SatisfactionState;
use crate::verdict::Presence;
use crate::vocab::benefit::{Benefit, Gain, Horizon, InterestKind, Scope};
use crate::vocab::known::{Known, Lasting, Stated};
use crate::vocab::set::Set;
use crate::vocab::words::{Instrument, NeedKind, Role, words};

record! {
    /// The means by which a customer is kept or is to be kept (留客手段组合), and dated statements of the
    /// customer's standing.
    #[non_exhaustive]
    #[derive(Default, Hash)]
    #[serde(default)]
    pub struct RetentionMeans {
        /// The instruments in use or planned.
        pub instruments: Set<Instrument>,
        /// The year-end rebate, if there is one; it counts as an instrument, named there or not.
        pub rebate: Option<Rebate> => with_rebate,
        /// The customer's satisfaction, in its own word.
        pub satisfaction: Stated<SatisfactionState> => with_satisfaction,
        /// The customer's loyalty in adversity: it stays and recommends us in spite of failures.
        pub adversity: Stated<Presence> => with_adversity,
        /// The gains that somebody draws from the instruments, each with the word of the integrity office.
        /// They pass its gate ([`judge_gain`](crate::party::integrity::judge_gain)).
        pub gains: Vec<InstrumentGain> => with_gains,
    }
}

record! {
    /// The means by which a customer is kept or is to be kept, and its standing on a day (当日手段组合).
    #[non_exhaustive]
    #[derive(Copy, Default, Hash)]
    #[serde(default)]
    pub struct Mix {
        /// The instruments in use or planned.
        pub instruments: Set<Instrument>,
        /// The year-end rebate, if there is one; it counts as an instrument, named there or not.
        pub rebate: Option<Rebate> => with_rebate,
        /// The customer's satisfaction, in its own word.
        pub satisfaction: Known<SatisfactionState> => with_satisfaction,
        /// The customer's loyalty in adversity: it stays and recommends us in spite of failures.
        pub adversity: Known<Presence> => with_adversity,
    }
}

/// The first days without a fact, where all statements of it have ended.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Ended {
    pub(crate) satisfaction: Option<NaiveDate>,
    pub(crate) adversity: Option<NaiveDate>,
}

impl RetentionMeans {
    /// Makes a mix of these instruments, with nothing known of the customer.
    #[must_use]
    pub const fn new(instruments: Set<Instrument>) -> Self {
        Self {
            instruments,
            rebate: None,
            satisfaction: Stated::unknown(),
            adversity: Stated::unknown(),
            gains: Vec::new(),
        }
    }

    /// Returns the mix with the customer's standing on a day.
    ///
    /// Of several statements the strictest counts: the worse satisfaction, and a customer that stays in spite
    /// of failures.
    ///
    /// # Examples
    ///
    /// ```
    /// use keqing::loyalty::means::RetentionMeans;
    /// use keqing::satisfaction::measurement::SatisfactionState;
    /// use keqing::vocab::known::{Grade, Known, Lasting, Statement};
    /// use keqing::vocab::time::Days;
    /// use keqing::vocab::words::Instrument;
    ///
    /// let day = |year| chrono::NaiveDate::from_ymd_opt(year, 3, 1).ok_or("no such date");
    /// let said = Statement::new(SatisfactionState::Met, Grade::CustomerStated).with_on(day(2023)?);
    /// let means = RetentionMeans::new(Instrument::ExitBarrier.into()).with_satisfaction(said);
    /// let year = Lasting::State(Some(Days::new(365)));
    /// assert!(means.on(day(2023)?, year).satisfaction.is_known());
    /// assert_eq!(means.on(day(2025)?, year).satisfaction, Known::Unknown);
    /// # Ok::<(), &str>(())
    /// ```
    #[must_use]
    pub fn on(&self, as_of: NaiveDate, lasting: Lasting) -> Mix {
        self.read(Day { as_of, lasting })
    }

    /// Returns the gain that the year-end rebate brings to its recipient, if there is one (PTY-09).
    ///
    /// A rebate to a person is a gain of that person, and no clearance stands beside it. Of a recipient that is
    /// unknown the gain is unknown too.
    ///
    /// # Examples
    ///
    /// ```
    /// use keqing::loyalty::means::{Rebate, RebateRecipient, RetentionMeans};
    /// use keqing::vocab::known::Known;
    /// use keqing::vocab::words::Instrument;
    ///
    /// let mut rebate = Rebate::new();
    /// let mut means = RetentionMeans::new(Instrument::Contract.into());
    /// assert!(means.rebate_gain().is_none());
    ///
    /// rebate.recipient = Known::measured(RebateRecipient::Person);
    /// means.rebate = Some(rebate);
    /// let gain = means.rebate_gain().ok_or("no rebate")?.gain;
    /// assert!(gain.is_integrity_sensitive());
    /// # Ok::<(), &str>(())
    /// ```
    #[must_use]
    pub fn rebate_gain(&self) -> Option<InstrumentGain> {
        let instrument = Instrument::YearEndRebate;
        if self.rebate.is_none() && !self.instruments.contains(instrument) {
            return None;
        }
        let benefit = self.rebate.unwrap_or_default().recipient.map(|recipient| {
            let party = match recipient {
                RebateRecipient::Organization => Role::CustomerOrganization,
                RebateRecipient::Person => Role::CustomerOperator,
            };
            Benefit {
                party,
                interest: InterestKind::new(Scope::of(party), NeedKind::Material),
                horizon: Horizon::Near,
            }
        });
        Some(InstrumentGain::new(instrument, Gain::new(benefit)))
    }

    pub(crate) fn read(&self, day: Day) -> Mix {
        Mix {
            instruments: self.instruments,
            rebate: self.rebate.map(|rebate| rebate.as_of(day)),
            satisfaction: day.gate(&self.satisfaction, |state| *state >= SatisfactionState::Met),
            adversity: day.gate(&self.adversity, |stays| !stays.is_present()),
        }
    }

    pub(crate) fn ended(&self, day: Day) -> Ended {
        Ended {
            satisfaction: day.ended(&self.satisfaction),
            adversity: day.ended(&self.adversity),
        }
    }
}

impl From<Mix> for RetentionMeans {
    fn from(mix: Mix) -> Self {
        Self {
            instruments: mix.instruments,
            rebate: mix.rebate,
            satisfaction: mix.satisfaction.into(),
            adversity: mix.adversity.into(),
            gains: Vec::new(),
        }
    }
}

impl Mix {
    /// Makes a mix of these instruments, with nothing known of the customer.
    #[must_use]
    pub const fn new(instruments: Set<Instrument>) -> Self {
        Self {
            instruments,
            rebate: None,
            satisfaction: Known::Unknown,
            adversity: Known::Unknown,
        }
    }

    /// Returns every instrument, the rebate included.
    pub(crate) fn held(&self) -> Set<Instrument> {
        match self.rebate {
            Some(_) => self.instruments | Instrument::YearEndRebate,
            None => self.instruments,
        }
    }
}

record! {
    /// A rebate at the end of the year (年终返利).
    #[non_exhaustive]
    #[derive(Copy, Default, Hash)]
    #[serde(default)]
    pub struct Rebate {
        /// The recipient of the rebate.
        pub recipient: Known<RebateRecipient>,
        /// The presence of a contract that provides for the rebate.
        pub contract: Known<Presence>,
        /// The disclosure of the rebate.
        pub disclosure: Known<Presence>,
    }
}

impl Rebate {
    /// Makes a rebate with nothing known.
    #[must_use]
    pub const fn new() -> Self {
        Self {
            recipient: Known::Unknown,
            contract: Known::Unknown,
            disclosure: Known::Unknown,
        }
    }

    /// Returns the days on which the facts were learnt.
    pub(crate) fn days(&self) -> [Option<NaiveDate>; 3] {
        [
            self.recipient.on(),
            self.contract.on(),
            self.disclosure.on(),
        ]
    }

    fn as_of(self, day: Day) -> Self {
        let Day { as_of, lasting } = day;
        Self {
            recipient: self.recipient.as_of(as_of, lasting),
            contract: self.contract.as_of(as_of, lasting),
            disclosure: self.disclosure.as_of(as_of, lasting),
        }
    }
}

words! {
    /// The recipient of a rebate (返利收受者).
    pub closed enum RebateRecipient {
        /// The customer organization.
        Organization = "organization", "organization", "组织", "組織";
        /// A person: the rebate is a kickback (回扣).
        Person = "person", "person", "个人", "個人";
    }
}

#[cfg(test)]
mod tests {
    use super::{Rebate, RebateRecipient, RetentionMeans};
    use crate::vocab::known::Known;
    use crate::vocab::words::{Instrument, Role};

    #[test]
    fn a_rebate_is_the_gain_of_whoever_receives_it() {
        use RebateRecipient::{Organization, Person};
        let table = [
            (Known::Unknown, None, false),
            (
                Known::measured(Organization),
                Some(Role::CustomerOrganization),
                false,
            ),
            (Known::estimated(Person), Some(Role::CustomerOperator), true),
        ];
        for (recipient, party, is_sensitive) in table {
            let mut rebate = Rebate::new();
            rebate.recipient = recipient;
            let means = RetentionMeans::default().with_rebate(Some(rebate));
            let gain = means.rebate_gain().map(|of| of.gain).unwrap_or_default();
            assert_eq!(gain.benefit.value().map(|of| of.party), party);
            assert_eq!(gain.benefit.grade(), recipient.grade());
            assert_eq!(gain.is_integrity_sensitive(), is_sensitive);
        }
        let named = RetentionMeans::new(Instrument::YearEndRebate.into());
        let gain = named.rebate_gain().map(|of| of.gain.benefit);
        assert_eq!(gain, Some(Known::Unknown), "nobody says who receives it");
        let other = RetentionMeans::new(Instrument::LoyaltyPoints.into());
        assert_eq!(other.rebate_gain(), None);
    }
}
