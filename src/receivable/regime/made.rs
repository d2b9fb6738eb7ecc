use alloc::borrow::Cow;
use alloc::vec::Vec;

use chrono::NaiveDate;

use crate::calendar::day_count::DayCount;
use crate::receivable::rate::Compounding;
use crate::receivable::regime::applies_by::{AppliesBy, CreditorKind};
use crate::receivable::regime::compensation::CompensationBands;
use crate::receivable::regime::error::RegimeError;
use crate::receivable::regime::jurisdiction::Jurisdiction;
use crate::receivable::regime::note::Note;
use crate::receivable::regime::statute::Regime;
use crate::receivable::regime::statutory_rate::{AgreedRate, StatutoryRate};
use crate::receivable::regime::statutory_term::{DebtorKind, StatutoryTerm};
use crate::vocab::money::Money;
use crate::vocab::rate::Rate;
use crate::vocab::set::Set;
use crate::vocab::source::Sourced;

impl Regime {
    /// Makes a regime of the caller's own.
    ///
    /// It binds every debtor for every creditor, and applies by the day on which a debt falls overdue, until
    /// the setters say otherwise. It has no end, terms, compensation, minimum and notes until they add them.
    ///
    /// # Examples
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use keqing::calendar::day_count::DayCount;
    /// use keqing::receivable::rate::Compounding;
    /// use keqing::receivable::regime::{AgreedRate, Jurisdiction, Regime, StatutoryRate};
    /// use keqing::vocab::rate::Rate;
    /// use keqing::vocab::source::{Confirmation, Provenance, Sourced};
    ///
    /// let source = || Provenance::new("our counsel", Confirmation::Secondary);
    /// let from = NaiveDate::from_ymd_opt(1912, 1, 1).ok_or("no such date")?;
    /// let regime = Regime::new(
    ///     "CH".parse::<Jurisdiction>()?,
    ///     "Obligationenrecht, article 104",
    ///     Sourced::new(from, source()),
    ///     Sourced::new(StatutoryRate::Fixed(Rate::basis_points(500)), source()),
    ///     // A lower rate of the contract does not count, and a higher one does.
    ///     Sourced::new(AgreedRate::AtLeastStatutory, source()),
    ///     Sourced::new(Compounding::Simple, source()),
    ///     Sourced::new(DayCount::Actual365Fixed, source()),
    /// );
    /// assert!(regime.is_in_force(from));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn new(
        jurisdiction: Jurisdiction,
        title: impl Into<Cow<'static, str>>,
        in_force_from: Sourced<NaiveDate>,
        rate: Sourced<StatutoryRate>,
        agreed: Sourced<AgreedRate>,
        compounding: Sourced<Compounding>,
        day_count: Sourced<DayCount>,
    ) -> Self {
        let applies_by = Sourced::new(AppliesBy::OverdueDay, in_force_from.provenance().clone());
        Self {
            jurisdiction,
            title: title.into(),
            debtors: Set::all(),
            creditors: None,
            applies_by,
            in_force_from,
            in_force_until: None,
            rate,
            rate_without_fault: None,
            agreed,
            compounding,
            day_count,
            terms: Cow::Borrowed(&[]),
            compensation: None,
            minimum: None,
            notes: Cow::Borrowed(&[]),
        }
    }

    /// Sets the kinds of debtors that the regime binds.
    ///
    /// # Errors
    ///
    /// [`RegimeError::NoDebtor`] is returned when there are none.
    pub fn with_debtors(self, debtors: Set<DebtorKind>) -> Result<Self, RegimeError> {
        Self { debtors, ..self }.checked()
    }

    /// Sets the kinds of creditors that the regime protects.
    #[must_use]
    pub fn with_creditors(self, creditors: Set<CreditorKind>) -> Self {
        Self {
            creditors: Some(creditors),
            ..self
        }
    }

    /// Sets the day of a debt by which the regime applies.
    #[must_use]
    pub fn with_applies_by(self, applies_by: Sourced<AppliesBy>) -> Self {
        Self { applies_by, ..self }
    }

    /// Sets the rate of a debtor who is not to blame for the delay.
    #[must_use]
    pub fn with_rate_without_fault(self, rate: Sourced<Rate>) -> Self {
        Self {
            rate_without_fault: Some(rate),
            ..self
        }
    }

    /// Sets the last day on which the regime is in force.
    ///
    /// # Errors
    ///
    /// [`RegimeError::EndsBefore`] is returned when that day is before the first.
    pub fn with_in_force_until(self, last: Sourced<NaiveDate>) -> Result<Self, RegimeError> {
        Self {
            in_force_until: Some(last),
            ..self
        }
        .checked()
    }

    /// Sets the rate that applies if the contract sets none.
    #[must_use]
    pub fn with_rate(self, rate: Sourced<StatutoryRate>) -> Self {
        Self { rate, ..self }
    }

    /// Sets the freedom of a contract to set another rate.
    #[must_use]
    pub fn with_agreed(self, agreed: Sourced<AgreedRate>) -> Self {
        Self { agreed, ..self }
    }

    /// Sets the treatment of unpaid interest.
    #[must_use]
    pub fn with_compounding(self, compounding: Sourced<Compounding>) -> Self {
        Self {
            compounding,
            ..self
        }
    }

    /// Sets the convention by which days become parts of a year.
    #[must_use]
    pub fn with_day_count(self, day_count: Sourced<DayCount>) -> Self {
        Self { day_count, ..self }
    }

    /// Sets the times that debtors may take to pay.
    #[must_use]
    pub fn with_terms(self, terms: impl IntoIterator<Item = Sourced<StatutoryTerm>>) -> Self {
        let terms = Cow::Owned(terms.into_iter().collect::<Vec<_>>());
        Self { terms, ..self }
    }

    /// Sets the fixed compensation.
    #[must_use]
    pub fn with_compensation(self, bands: Sourced<CompensationBands>) -> Self {
        Self {
            compensation: Some(bands),
            ..self
        }
    }

    /// Sets the interest below which none has to be paid.
    #[must_use]
    pub fn with_minimum(self, minimum: Sourced<Money>) -> Self {
        Self {
            minimum: Some(minimum),
            ..self
        }
    }

    /// Sets the other provisions of the statute.
    #[must_use]
    pub fn with_notes(self, notes: impl IntoIterator<Item = Sourced<Note>>) -> Self {
        let notes = Cow::Owned(notes.into_iter().collect::<Vec<_>>());
        Self { notes, ..self }
    }
}
