//! What a policy says about paying late (逾期付款: REC-02, REC-03).
//!
//! ```text
//! LateRate + Compensation + DisputedInterest -> LatePayment   read by `effect`, `statement` and `completeness`
//! ```
//!
//! - *Looks at*: The rate of late interest, the fixed sums, and what a dispute does to interest.
//! - *Why*: What lateness costs is agreed beforehand, or the statute says it.
//! - *Rules*: REC-02, REC-03.

use crate::form::record;
use crate::receivable::interest::{InterestPolicy, InterestPolicyError, MinimumInterest};
use crate::receivable::rate::{LateRate, RateSeries};
use crate::receivable::regime::{self, CompensationBands, Regime, RegimeError, Stated};
use crate::vocab::time::Days;
use crate::vocab::words::words;

record! {
    /// What paying late costs (延迟付款约定): a rate, and a fixed sum where there is one.
    ///
    /// # Examples
    ///
    /// Whatever a contract says, a statute may be taken as it stands:
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use keqing::receivable::late_payment::LatePayment;
    /// use keqing::receivable::rate::RateSeries;
    /// use keqing::receivable::regime::{Jurisdiction, Regime};
    ///
    /// let day = NaiveDate::from_ymd_opt(2025, 7, 1).ok_or("no such date")?;
    /// let act = Regime::in_force(Jurisdiction::UNITED_KINGDOM, day).ok_or("no statute")?;
    /// let bank_rate = RateSeries::fixed("4.25 % per year".parse()?);
    /// let late = LatePayment::under(act, Some(bank_rate))?;
    /// assert!(late.compensation().is_some());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[derive(Hash)]
    pub struct LatePayment {
        /// The rate of interest for late payment: agreed, referenced, or agreed with a reference as its floor.
        rate: LateRate => "REC-03" "REC-06" "REC-07",
        /// The fixed sum of a late debt, in bands by its amount; `"none"` claims none. A debt in another
        /// currency is an error.
        compensation: Option<CompensationBands> | "none" => "REC-03" "REC-06" "REC-07",
        /// The interest of the days of a dispute: it pauses for the whole invoice, or it runs on.
        dispute: DisputedInterest => "REC-03" "REC-06" "REC-07",
    }
}

impl LatePayment {
    /// Makes a rate the whole of it; disputes do not stop it.
    #[must_use]
    pub const fn at(rate: LateRate) -> Self {
        Self {
            rate,
            compensation: None,
            dispute: DisputedInterest::Runs,
        }
    }

    /// Takes what a statute says, with the series of its reference rate where it has one.
    ///
    /// # Errors
    ///
    /// [`RegimeError`] where the statute has a reference and none is given, or the other way round.
    pub fn under(regime: &Regime, reference: Option<RateSeries>) -> Result<Self, RegimeError> {
        let bands = regime.compensation_bands().map(|bands| bands.value());
        Ok(Self {
            compensation: bands.cloned(),
            ..Self::at(regime.late_rate(reference)?)
        })
    }

    /// Adds a fixed sum a debt, in bands by its amount.
    #[must_use]
    pub fn with_compensation(self, bands: CompensationBands) -> Self {
        Self {
            compensation: Some(bands),
            ..self
        }
    }

    /// Chooses what becomes of interest while a debt is disputed.
    #[must_use]
    pub fn with_dispute(self, dispute: DisputedInterest) -> Self {
        Self { dispute, ..self }
    }

    /// Returns the rate.
    #[must_use]
    pub const fn rate(&self) -> &LateRate {
        &self.rate
    }

    /// Returns the fixed sums, where there are any.
    #[must_use]
    pub const fn compensation(&self) -> Option<&CompensationBands> {
        self.compensation.as_ref()
    }

    /// Returns what becomes of interest while a debt is disputed.
    #[must_use]
    pub const fn dispute(&self) -> DisputedInterest {
        self.dispute
    }
}

words! {
    /// What becomes of interest while a debt is disputed (争议期间计息).
    pub closed enum DisputedInterest {
        /// The days of the dispute earn nothing.
        Pauses = "pauses", "interest pauses", "争议期间中止计息", "爭議期間中止計息";
        /// The dispute makes no difference, should the debt turn out to be owed.
        Runs = "runs", "interest runs on", "争议期间照常计息", "爭議期間照常計息";
    }
}

impl InterestPolicy {
    /// Counts interest as a statute does: its day count, its rests and its least amount, and in all else
    /// as the standard policy.
    ///
    /// # Errors
    ///
    /// [`InterestPolicyError`] where the least amount of the statute is below nothing.
    ///
    /// # Examples
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use keqing::receivable::interest::InterestPolicy;
    /// use keqing::receivable::rate::{Compounding, Rest};
    /// use keqing::receivable::regime::{Jurisdiction, Regime};
    ///
    /// let day = NaiveDate::from_ymd_opt(2024, 4, 1).ok_or("no such date")?;
    /// let act = Regime::in_force(Jurisdiction::INDIA, day).ok_or("no statute")?;
    /// assert_eq!(InterestPolicy::under(act)?.compounding(), Compounding::Rests(Rest::Month));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn under(regime: &Regime) -> Result<Self, InterestPolicyError> {
        let policy = Self::standard()
            .with_day_count(*regime.day_count().value())
            .with_compounding(*regime.compounding().value());
        let mut notes = regime.notes().iter().map(Stated::value);
        let policy = if notes.any(|note| *note == regime::Note::CompoundingEndsAfterOneYear) {
            policy.with_compounding_for(ONE_YEAR)
        } else {
            policy
        };
        regime.minimum().map_or(Ok(policy), |least| {
            policy.with_minimum(MinimumInterest::NothingBelow(*least.value()))
        })
    }
}

const ONE_YEAR: Days = Days::new(365);
