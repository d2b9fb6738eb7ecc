use alloc::borrow::Cow;
use alloc::string::String;

use chrono::NaiveDate;
use thiserror::Error;

use crate::calendar::day_count::DayCount;
use crate::form::checked;
use crate::receivable::rate::{Compounding, LateRate, RateSeries};
use crate::receivable::regime::compensation::{CompensationBands, CompensationError};
use crate::receivable::regime::jurisdiction::Jurisdiction;
use crate::receivable::regime::note::Note;
use crate::receivable::regime::statutory_rate::{AgreedRate, StatutoryRate};
use crate::receivable::regime::statutory_term::StatutoryTerm;
use crate::vocab::money::Money;
use crate::vocab::rate::Rate;
use crate::vocab::source::Sourced;

checked! {
    /// The provisions of a statute on late payment (法定迟付制度), as dated data with sources.
    ///
    /// # Examples
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use keqing::receivable::rate::{RateDates, RateSeries, RateStep};
    /// use keqing::receivable::regime::{Jurisdiction, Regime};
    ///
    /// let date = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).ok_or("no such date");
    /// let (default, paid) = (date(2017, 10, 1)?, date(2018, 1, 15)?);
    /// let act = Regime::in_force(Jurisdiction::UNITED_KINGDOM, default).ok_or("no regime")?;
    /// let bank_rate = RateSeries::new([
    ///     RateStep::new(date(2016, 8, 4)?, "0.25 % per year".parse()?),
    ///     RateStep::new(date(2017, 11, 2)?, "0.5 % per year".parse()?),
    /// ])?;
    /// let rate = act.late_rate(Some(bank_rate))?;
    /// assert_eq!(rate.rate_on(&RateDates::new(default, paid), paid)?, "8.25 % per year".parse()?);
    /// assert_eq!(act.compensation("1000 GBP".parse()?)?, Some("70 GBP".parse()?));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[derive(Hash)]
    pub struct Regime, checked by Regime::checked {
        /// The jurisdiction whose law it is.
        pub(super) jurisdiction: Jurisdiction,
        /// The title of the statute.
        pub(super) title: Cow<'static, str>,
        /// The first day on which it is in force in this form.
        pub(super) in_force_from: Sourced<NaiveDate>,
        /// The last day on which it is in force; `null` if no end is known. A day before the first
        /// is refused.
        pub(super) in_force_until: Option<Sourced<NaiveDate>>,
        /// The rate that applies if the contract sets none.
        pub(super) rate: Sourced<StatutoryRate>,
        /// The freedom of a contract to set another rate.
        pub(super) agreed: Sourced<AgreedRate>,
        /// The treatment of unpaid interest.
        pub(super) compounding: Sourced<Compounding>,
        /// The convention by which days become parts of a year.
        pub(super) day_count: Sourced<DayCount>,
        /// The times that debtors may take to pay.
        #[serde(default)]
        pub(super) terms: Cow<'static, [Sourced<StatutoryTerm>]>,
        /// The fixed compensation; `null` if there is none.
        pub(super) compensation: Option<Sourced<CompensationBands>>,
        /// The interest below which none has to be paid; `null` if there is no such minimum.
        pub(super) minimum: Option<Sourced<Money>>,
        /// The other provisions of the statute.
        #[serde(default)]
        pub(super) notes: Cow<'static, [Sourced<Note>]>,
    }
}

impl Regime {
    /// Returns whether the regime is in force on a day.
    #[must_use]
    pub fn is_in_force(&self, day: NaiveDate) -> bool {
        let until = self.in_force_until.as_ref();
        *self.in_force_from.value() <= day && until.is_none_or(|last| day <= *last.value())
    }

    /// Makes the rate of a debt whose contract sets none.
    ///
    /// The caller gives the history of the reference rate. A regime with a rate of its own takes
    /// none.
    ///
    /// # Errors
    ///
    /// [`RegimeError::ReferenceMissing`] is returned when the rate needs a history and none is
    /// given. [`RegimeError::ReferenceUnused`] is returned when one is given and the rate follows
    /// none.
    pub fn late_rate(&self, reference: Option<RateSeries>) -> Result<LateRate, RegimeError> {
        match (self.rate.value(), reference) {
            (StatutoryRate::Fixed(rate), None) => Ok(LateRate::agreed(*rate)),
            (StatutoryRate::Fixed(_), Some(_)) => Err(RegimeError::ReferenceUnused),
            (StatutoryRate::Referenced(rule), Some(series)) => {
                Ok(LateRate::referenced(rule.applied_to(series)))
            }
            (StatutoryRate::Referenced(rule), None) => Err(RegimeError::ReferenceMissing {
                reference: rule.reference.clone().into_owned(),
            }),
        }
    }

    /// Makes the rate of a debt whose contract sets one, as far as the regime allows it.
    ///
    /// This function cannot judge whether a rate is grossly unfair, or whether another remedy of
    /// the contract is substantial. In these cases it takes the contract's rate.
    ///
    /// # Errors
    ///
    /// [`RegimeError::Overridden`] is returned when the statute overrides the contract. The errors
    /// of [`late_rate`](Self::late_rate) are returned as well.
    pub fn agreed_rate(
        &self,
        rate: Rate,
        reference: Option<RateSeries>,
    ) -> Result<LateRate, RegimeError> {
        match (self.agreed.value(), reference) {
            (AgreedRate::AtLeast(rule), Some(series)) => {
                Ok(LateRate::agreed_at_least(rate, rule.applied_to(series)))
            }
            (AgreedRate::AtLeast(rule), None) => Err(RegimeError::ReferenceMissing {
                reference: rule.reference.clone().into_owned(),
            }),
            (AgreedRate::Overridden, _) => Err(RegimeError::Overridden {
                jurisdiction: self.jurisdiction,
            }),
            (_, None) => Ok(LateRate::agreed(rate)),
            (_, Some(_)) => Err(RegimeError::ReferenceUnused),
        }
    }

    /// Returns the fixed compensation for a debt; `None` if the regime has none.
    ///
    /// # Errors
    ///
    /// [`CompensationError`] is returned when the debt is in another currency or not above zero.
    pub fn compensation(&self, debt: Money) -> Result<Option<Money>, CompensationError> {
        self.compensation
            .as_ref()
            .map(|bands| bands.value().sum_for(debt))
            .transpose()
    }

    /// Returns the jurisdiction whose law it is.
    #[must_use]
    pub const fn jurisdiction(&self) -> Jurisdiction {
        self.jurisdiction
    }

    /// Returns the title of the statute.
    #[must_use]
    pub fn title(&self) -> &str {
        &self.title
    }

    /// Returns the first day on which it is in force in this form.
    #[must_use]
    pub const fn in_force_from(&self) -> &Sourced<NaiveDate> {
        &self.in_force_from
    }

    /// Returns the last day on which it is in force; `None` if no end is known.
    #[must_use]
    pub const fn in_force_until(&self) -> Option<&Sourced<NaiveDate>> {
        self.in_force_until.as_ref()
    }

    /// Returns the rate that applies if the contract sets none.
    #[must_use]
    pub const fn rate(&self) -> &Sourced<StatutoryRate> {
        &self.rate
    }

    /// Returns the freedom of a contract to set another rate.
    #[must_use]
    pub const fn agreed(&self) -> &Sourced<AgreedRate> {
        &self.agreed
    }

    /// Returns the treatment of unpaid interest.
    #[must_use]
    pub const fn compounding(&self) -> &Sourced<Compounding> {
        &self.compounding
    }

    /// Returns the convention by which days become parts of a year.
    #[must_use]
    pub const fn day_count(&self) -> &Sourced<DayCount> {
        &self.day_count
    }

    /// Returns the times that debtors may take to pay.
    #[must_use]
    pub fn terms(&self) -> &[Sourced<StatutoryTerm>] {
        &self.terms
    }

    /// Returns the fixed compensation; `None` if there is none.
    #[must_use]
    pub const fn compensation_bands(&self) -> Option<&Sourced<CompensationBands>> {
        self.compensation.as_ref()
    }

    /// Returns the interest below which none has to be paid; `None` if there is no such minimum.
    #[must_use]
    pub const fn minimum(&self) -> Option<&Sourced<Money>> {
        self.minimum.as_ref()
    }

    /// Returns the other provisions of the statute.
    #[must_use]
    pub fn notes(&self) -> &[Sourced<Note>] {
        &self.notes
    }

    pub(super) fn checked(self) -> Result<Self, RegimeError> {
        let from = *self.in_force_from.value();
        let until = self.in_force_until.as_ref().map(|last| *last.value());
        match until.filter(|until| *until < from) {
            Some(until) => Err(RegimeError::EndsBefore { from, until }),
            None => Ok(self),
        }
    }
}

/// Returned when the dates of a regime contradict each other, or a question does not fit its rate.
#[derive(Clone, Debug, Eq, Error, PartialEq)]
#[non_exhaustive]
pub enum RegimeError {
    /// The regime would end before it begins.
    #[error("in force from {from} until {until}, expected the last day on the first or later")]
    EndsBefore {
        /// The first day.
        from: NaiveDate,
        /// The last day.
        until: NaiveDate,
    },
    /// The statute overrides the rate that a contract sets.
    #[error(
        "the statute of {jurisdiction} overrides an agreed rate, expected its own to be asked for"
    )]
    Overridden {
        /// The jurisdiction of the statute.
        jurisdiction: Jurisdiction,
    },
    /// The history of the reference rate is needed.
    #[error("the rate follows the {reference}, expected its history to be given")]
    ReferenceMissing {
        /// The name of the reference rate.
        reference: String,
    },
    /// A history of a reference rate was given for a rate that follows none.
    #[error("the rate follows no reference rate, expected no history of one")]
    ReferenceUnused,
}
