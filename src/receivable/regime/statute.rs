use alloc::borrow::Cow;

use chrono::NaiveDate;

use crate::calendar::day_count::DayCount;
use crate::form::checked;
use crate::receivable::rate::{Compounding, LateRate, RateSeries};
use crate::receivable::regime::applies_by::{AppliesBy, CreditorKind};
use crate::receivable::regime::compensation::{CompensationBands, CompensationError};
use crate::receivable::regime::error::RegimeError;
use crate::receivable::regime::jurisdiction::Jurisdiction;
use crate::receivable::regime::note::Note;
use crate::receivable::regime::statutory_rate::{AgreedRate, StatutoryRate};
use crate::receivable::regime::statutory_term::{DebtorKind, StatutoryTerm};
use crate::vocab::money::Money;
use crate::vocab::rate::Rate;
use crate::vocab::set::Set;
use crate::vocab::source::Sourced;

checked! {
    /// The provisions of a statute on late payment (法定迟付制度), as dated data with sources.
    ///
    /// # Examples
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use keqing::receivable::rate::{RateDates, RateSeries, RateStep};
    /// use keqing::receivable::regime::{DebtorKind, Jurisdiction, Regime};
    ///
    /// let date = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).ok_or("no such date");
    /// let (contract, default, paid) = (date(2017, 8, 1)?, date(2017, 10, 1)?, date(2018, 1, 15)?);
    /// let act = Regime::in_force(Jurisdiction::UNITED_KINGDOM, DebtorKind::Business, contract)
    ///     .ok_or("no regime")?;
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
        /// The kinds of debtors that it binds. An empty set is refused.
        pub(super) debtors: Set<DebtorKind>,
        /// The kinds of creditors that it protects; `null` if it protects every one.
        #[serde(default)]
        pub(super) creditors: Option<Set<CreditorKind>>,
        /// The day of a debt by which it decides whether it applies.
        pub(super) applies_by: Sourced<AppliesBy>,
        /// The first day on which it is in force in this form.
        pub(super) in_force_from: Sourced<NaiveDate>,
        /// The last day on which it is in force; `null` if no end is known. A day before the first
        /// is refused.
        pub(super) in_force_until: Option<Sourced<NaiveDate>>,
        /// The rate that applies if the contract sets none.
        pub(super) rate: Sourced<StatutoryRate>,
        /// The rate of a debtor who is not to blame for the delay; `null` if the statute has no other one.
        #[serde(default)]
        pub(super) rate_without_fault: Option<Sourced<Rate>>,
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
    /// Returns whether the regime is in force on a day: the one by which it applies.
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
        let floor = match (self.agreed.value(), self.rate.value()) {
            (AgreedRate::Overridden, _) => {
                return Err(RegimeError::Overridden {
                    jurisdiction: self.jurisdiction,
                });
            }
            (AgreedRate::AtLeast(rule), _)
            | (AgreedRate::AtLeastStatutory, StatutoryRate::Referenced(rule)) => Some(rule),
            _ => None,
        };
        match (floor, reference) {
            (Some(rule), Some(series)) => {
                Ok(LateRate::agreed_at_least(rate, rule.applied_to(series)))
            }
            (Some(rule), None) => Err(RegimeError::ReferenceMissing {
                reference: rule.reference.clone().into_owned(),
            }),
            (None, Some(_)) => Err(RegimeError::ReferenceUnused),
            (None, None) => Ok(LateRate::agreed(self.at_least_own(rate))),
        }
    }

    /// Returns the agreed rate, or the statute's own fixed one if that is the floor and higher.
    fn at_least_own(&self, agreed: Rate) -> Rate {
        match (self.agreed.value(), self.rate.value()) {
            (AgreedRate::AtLeastStatutory, StatutoryRate::Fixed(own)) => agreed.max(*own),
            _ => agreed,
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

    /// Returns the kinds of debtors that it binds.
    #[must_use]
    pub const fn debtors(&self) -> Set<DebtorKind> {
        self.debtors
    }

    /// Returns the kinds of creditors that it protects; `None` if it protects every one.
    #[must_use]
    pub const fn creditors(&self) -> Option<Set<CreditorKind>> {
        self.creditors
    }

    /// Returns the day of a debt by which it decides whether it applies.
    #[must_use]
    pub const fn applies_by(&self) -> &Sourced<AppliesBy> {
        &self.applies_by
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

    /// Returns the rate of a debtor who is not to blame for the delay; `None` if the statute has no other
    /// one.
    #[must_use]
    pub const fn rate_without_fault(&self) -> Option<&Sourced<Rate>> {
        self.rate_without_fault.as_ref()
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
        if self.debtors.is_empty() {
            return Err(RegimeError::NoDebtor);
        }
        let from = *self.in_force_from.value();
        let until = self.in_force_until.as_ref().map(|last| *last.value());
        match until.filter(|until| *until < from) {
            Some(until) => Err(RegimeError::EndsBefore { from, until }),
            None => Ok(self),
        }
    }
}
