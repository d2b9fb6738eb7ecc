use alloc::vec::Vec;
use core::num::NonZeroU32;

use chrono::NaiveDate;

use crate::form::{checked, every};
use crate::receivable::dunning::ladder_order::{DunningPolicyError, check_ladder};
use crate::receivable::dunning::{
    Clock, DunningLevel, Escalation, Rung, Step, Timing, UnlistedCurrency,
};
use crate::receivable::limit::{Amounts, Comparison};
use crate::vocab::time::Days;

checked! {
    /// The ladder and every number of dunning (催收政策), the same for every customer (REC-06).
    ///
    /// In the [`standard`](Self::standard) a customer is reminded 1 day after the due date. It gets
    /// a statement after 15 days and a formal notice after 30, and credit is suspended after 60. A
    /// week lies between two steps. Any amount counts, and a broken promise makes the next one
    /// void.
    ///
    /// # Examples
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use keqing::receivable::dunning::{DunningPolicy, Step};
    /// use keqing::vocab::time::Days;
    ///
    /// let policy = DunningPolicy::standard().with_interval(Days::new(10));
    /// let due = NaiveDate::from_ymd_opt(2024, 1, 31).ok_or("no such date")?;
    /// let last = policy.schedule(due).last().ok_or("no step")?;
    /// assert_eq!(last, (Step::SuspendCredit, NaiveDate::from_ymd_opt(2024, 3, 31).ok_or("no such date")?));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[derive(Hash)]
    pub struct DunningPolicy, checked by DunningPolicy::checked {
        /// The date from which the days of the ladder are counted.
        clock: Clock => "REC-06",
        /// The steps with their days, the mildest first, the suspension of credit last. A step may come
        /// several times. Steps that fall and days that do not rise are refused.
        ladder: Vec<DunningLevel> => "REC-06",
        /// The way of climbing the ladder: step by step, or straight to the highest step whose day
        /// has come.
        escalation: Escalation => "REC-06",
        /// The overdue amount from which a currency is dunned, at most one a currency. An amount below zero
        /// is refused.
        thresholds: Amounts => "REC-06",
        /// The side of the threshold to which an amount exactly on it belongs.
        comparison: Comparison => "REC-06",
        /// The treatment of a currency without a threshold.
        unlisted_currency: UnlistedCurrency => "REC-06",
        /// The least number of days between two steps.
        interval: Days => "REC-06",
        /// The most messages to one customer, at least 1; `"none"` allows as many as the ladder
        /// has. Once they are spent, only the suspension of credit is left.
        most_messages: Option<NonZeroU32> | "none" => "REC-06",
        /// The number of broken promises that pass before a new promise no longer pauses the ladder.
        broken_promises: u32 => "REC-06",
    }
}

impl DunningPolicy {
    /// Returns the ladder of four steps that the rulebook settled on.
    #[must_use]
    pub fn standard() -> Self {
        Self {
            clock: Clock::DueDate,
            ladder: STANDARD.into(),
            escalation: Escalation::StepByStep,
            thresholds: Amounts::none(),
            comparison: Comparison::AtOrAbove,
            unlisted_currency: UnlistedCurrency::Dunned,
            interval: Days::new(7),
            most_messages: None,
            broken_promises: 0,
        }
    }

    /// Replaces the ladder.
    ///
    /// # Errors
    ///
    /// [`DunningPolicyError`] is returned unless the steps never fall, their days rise, the first
    /// follows the clock and the last, and only the last, is the suspension of credit.
    pub fn with_ladder(
        self,
        ladder: impl IntoIterator<Item = DunningLevel>,
    ) -> Result<Self, DunningPolicyError> {
        Self {
            ladder: ladder.into_iter().collect(),
            ..self
        }
        .checked()
    }

    /// Sets the date from which the days are counted.
    #[must_use]
    pub fn with_clock(self, clock: Clock) -> Self {
        Self { clock, ..self }
    }

    /// Sets the way in which the ladder is climbed.
    #[must_use]
    pub fn with_escalation(self, escalation: Escalation) -> Self {
        Self { escalation, ..self }
    }

    /// Sets the amounts from which currencies are dunned, and the treatment of a currency without
    /// one.
    ///
    /// # Errors
    ///
    /// [`DunningPolicyError::NegativeThreshold`] is returned when a threshold is below zero.
    pub fn with_thresholds(
        self,
        thresholds: Amounts,
        comparison: Comparison,
        unlisted_currency: UnlistedCurrency,
    ) -> Result<Self, DunningPolicyError> {
        Self {
            thresholds,
            comparison,
            unlisted_currency,
            ..self
        }
        .checked()
    }

    /// Sets the least number of days between two steps.
    #[must_use]
    pub fn with_interval(self, interval: Days) -> Self {
        Self { interval, ..self }
    }

    /// Sets the largest number of messages to a customer; `None` for as many as the ladder has.
    /// Once they are spent, the next step is the suspension of credit, on its own day.
    #[must_use]
    pub fn with_most_messages(self, most: Option<NonZeroU32>) -> Self {
        Self {
            most_messages: most,
            ..self
        }
    }

    /// Sets the number of broken promises that pass before a new one no longer pauses the ladder.
    #[must_use]
    pub fn with_broken_promises(self, count: u32) -> Self {
        Self {
            broken_promises: count,
            ..self
        }
    }

    /// Returns the ladder, mildest step first.
    #[must_use]
    pub fn ladder(&self) -> &[DunningLevel] {
        &self.ladder
    }

    /// Returns the date from which the days are counted.
    #[must_use]
    pub const fn clock(&self) -> Clock {
        self.clock
    }

    /// Returns the way in which the ladder is climbed.
    #[must_use]
    pub const fn escalation(&self) -> Escalation {
        self.escalation
    }

    /// Returns the amounts from which currencies are dunned.
    #[must_use]
    pub const fn thresholds(&self) -> &Amounts {
        &self.thresholds
    }

    /// Returns the side of the threshold to which an amount exactly on it belongs.
    #[must_use]
    pub const fn comparison(&self) -> Comparison {
        self.comparison
    }

    /// Returns the treatment of a currency without a threshold.
    #[must_use]
    pub const fn unlisted_currency(&self) -> UnlistedCurrency {
        self.unlisted_currency
    }

    /// Returns the least number of days between two steps.
    #[must_use]
    pub const fn interval(&self) -> Days {
        self.interval
    }

    /// Returns the largest number of messages to a customer; `None` for as many as the ladder has.
    #[must_use]
    pub const fn most_messages(&self) -> Option<NonZeroU32> {
        self.most_messages
    }

    /// Returns the number of broken promises that pass before a new one no longer pauses the
    /// ladder.
    #[must_use]
    pub const fn broken_promises(&self) -> u32 {
        self.broken_promises
    }

    /// Lists each step with its first day, for a clock that starts on a date and every step taken
    /// on its first day. The list ends early if a day would lie past the last date there is.
    pub fn schedule(&self, start: NaiveDate) -> impl Iterator<Item = (Step, NaiveDate)> + '_ {
        self.ladder().iter().scan(None, move |previous, level| {
            let day = level.timing.first_day(start, *previous)?;
            *previous = Some(day);
            Some((level.step, day))
        })
    }

    /// Lists each step with its rung, the lowest first.
    pub fn rungs(&self) -> impl Iterator<Item = (Step, Rung)> + '_ {
        let places = self.ladder().iter().enumerate();
        places.filter_map(|(place, level)| Some((level.step, Rung::at(self.ladder(), place)?)))
    }

    /// Returns whether the ladder takes in an invoice that is due on a day and not overdue: its first step
    /// has day 0 and has come.
    pub(super) fn takes_in(&self, start: NaiveDate, due: NaiveDate) -> bool {
        let first = self.ladder().first().map(|level| level.timing);
        let first = first.filter(|timing| timing.counts_no_day());
        let day = first.and_then(|timing| timing.first_day(start, None));
        day.is_some_and(|day| day <= due)
    }

    fn checked(self) -> Result<Self, DunningPolicyError> {
        let below_zero = self.thresholds.negative();
        let below_zero =
            below_zero.map(|given| Err(DunningPolicyError::NegativeThreshold { given }));
        every([check_ladder(&self.ladder)].into_iter().chain(below_zero))?;
        Ok(self)
    }
}

const fn level(step: Step, days: u32) -> DunningLevel {
    DunningLevel {
        step,
        timing: Timing::AfterStart(Days::new(days)),
    }
}

const STANDARD: [DunningLevel; 4] = [
    level(Step::Remind, 1),
    level(Step::Statement, 15),
    level(Step::FormalNotice, 30),
    level(Step::SuspendCredit, 60),
];

#[cfg(test)]
mod tests {
    use alloc::boxed::Box;
    use alloc::string::ToString;
    use core::error::Error;

    use super::{DunningPolicy, level};
    use crate::receivable::dunning::Step::{Remind, Statement, SuspendCredit};
    use crate::receivable::dunning::Timing::AfterPrevious;
    use crate::receivable::dunning::{DunningLevel, UnlistedCurrency};
    use crate::receivable::limit::{Amounts, Comparison};
    use crate::vocab::time::Days;

    #[test]
    fn a_ladder_that_cannot_be_climbed_is_refused() {
        let first = DunningLevel {
            timing: AfterPrevious(Days::new(1)),
            ..level(Remind, 1)
        };
        let cases: [(&[DunningLevel], &str); 7] = [
            (&[], "the ladder does not end with the suspension of credit"),
            (
                &[level(Remind, 1)],
                "the ladder does not end with the suspension of credit",
            ),
            (
                &[first, level(SuspendCredit, 9)],
                "the first step of the ladder is counted from a step before it, expected from the clock's start",
            ),
            (
                &[
                    level(Statement, 1),
                    level(Remind, 2),
                    level(SuspendCredit, 9),
                ],
                "the steps of the ladder must not fall, and credit is suspended once: `statement of account` is followed by `reminder`",
            ),
            (
                &[
                    level(Remind, 1),
                    level(SuspendCredit, 2),
                    level(SuspendCredit, 9),
                ],
                "the steps of the ladder must not fall, and credit is suspended once: `suspension of credit` is followed by `suspension of credit`",
            ),
            (
                &[level(Remind, 1), level(Remind, 1), level(SuspendCredit, 9)],
                "the days of the ladder must rise: 1 day is followed by 1 day",
            ),
            (
                &[level(Remind, 9), level(SuspendCredit, 9)],
                "the days of the ladder must rise: 9 days is followed by 9 days",
            ),
        ];
        for (ladder, expected) in cases {
            let refused = DunningPolicy::standard().with_ladder(ladder.iter().copied());
            let error = refused.err().map(|error| error.to_string());
            assert_eq!(error.as_deref(), Some(expected));
        }
        let accepted: [&[DunningLevel]; 2] = [
            &[level(SuspendCredit, 0)],
            &[
                level(Remind, 1),
                level(Remind, 13),
                level(SuspendCredit, 20),
            ],
        ];
        for ladder in accepted {
            let policy = DunningPolicy::standard().with_ladder(ladder.iter().copied());
            assert!(policy.is_ok(), "{ladder:?}");
        }
    }

    #[test]
    fn json_is_checked_on_the_way_in() -> Result<(), Box<dyn Error>> {
        let below = Amounts::new(["-1 EUR".parse()?])?;
        let (above, dunned) = (Comparison::Above, UnlistedCurrency::Dunned);
        let refused = DunningPolicy::standard().with_thresholds(below, above, dunned);
        let expected = "the threshold -1 EUR is below zero, expected zero or more";
        assert_eq!(
            refused.err().map(|error| error.to_string()).as_deref(),
            Some(expected)
        );

        let standard = DunningPolicy::standard();
        let mut json = serde_json::to_value(&standard)?;
        assert_eq!(
            serde_json::from_value::<DunningPolicy>(json.clone())?,
            standard
        );
        if let Some(ladder) = json.get_mut("ladder") {
            *ladder = serde_json::json!([]);
        }
        assert!(serde_json::from_value::<DunningPolicy>(json).is_err());
        Ok(())
    }
}
