//! The clauses of a policy about late payment (逾期付款: REC-02, REC-03).
//!
//! ```text
//! LateRate + fixed sum + charges + DisputedInterest -> LatePayment   read by `effect`, `statement` and `completeness`
//! ```
//!
//! - *Looks at*: The rate of late interest, the fixed sums, the other charges, and the effect of a
//!   dispute on interest.
//! - *Why*: The cost of lateness is agreed beforehand, or the statute sets it.
//! - *Breaks it*: A policy that is silent on late payment, or fixed sums in another currency than
//!   the debt.
//! - *Keeps it*: A rate and fixed sums in writing, or a statute taken as it stands.
//! - *Rules*: REC-02, REC-03.
//!
//! # Examples
//!
//! A contract sets a rate of 9 % a year. A dispute pauses the interest.
//!
//! ```
//! use keqing::receivable::late_payment::{DisputedInterest, LatePayment};
//! use keqing::receivable::rate::LateRate;
//!
//! let agreed = LatePayment::at(LateRate::agreed("9 % per year".parse()?));
//! assert_eq!(agreed.compensation(), None);
//! assert_eq!(agreed.dispute(), DisputedInterest::Runs);
//! assert_eq!(agreed.with_dispute(DisputedInterest::Pauses).dispute(), DisputedInterest::Pauses);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use crate::form::record;
use crate::receivable::charge::ChargePolicy;
use crate::receivable::interest::{InterestPolicy, InterestPolicyError, MinimumInterest};
use crate::receivable::rate::{LateRate, RateSeries};
use crate::receivable::regime::{CompensationBands, GovernedDebt, Note, Regime, RegimeError};
use crate::vocab::time::Days;
use crate::vocab::words::words;

record! {
    /// The cost of late payment (延迟付款约定): a rate, and a fixed sum if there is one.
    ///
    /// # Examples
    ///
    /// Whatever a contract says, a statute may be taken as it stands.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use keqing::receivable::late_payment::LatePayment;
    /// use keqing::receivable::rate::RateSeries;
    /// use keqing::receivable::regime::{DebtorKind, Jurisdiction, Regime};
    ///
    /// let day = NaiveDate::from_ymd_opt(2025, 7, 1).ok_or("no such date")?;
    /// let act = Regime::in_force(Jurisdiction::UNITED_KINGDOM, DebtorKind::Business, day)
    ///     .ok_or("no statute")?;
    /// let bank_rate = RateSeries::fixed("4.25 % per year".parse()?);
    /// let late = LatePayment::under(act, Some(bank_rate))?;
    /// assert!(late.compensation().is_some());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[derive(Hash)]
    pub struct LatePayment {
        /// The rate of interest for late payment: agreed, referenced, or agreed with a reference as its floor.
        rate: LateRate => "REC-03" "REC-04" "REC-06" "REC-07",
        /// The fixed sum of a late debt, in bands by its amount; `"none"` claims none. A debt in
        /// another currency is an error.
        compensation: Option<CompensationBands> | "none" => "REC-03" "REC-04" "REC-06" "REC-07",
        /// The interest of the days of a dispute: it pauses for the whole invoice, or it runs on.
        dispute: DisputedInterest => "REC-03" "REC-04" "REC-06" "REC-07",
        /// The charges beside interest and the fixed sum; `"none"` charges nothing more.
        charges: Option<ChargePolicy> | "none" => "REC-03" "REC-04" "REC-06" "REC-07",
    }
}

impl LatePayment {
    /// Makes a cost of this rate alone; disputes do not stop it.
    #[must_use]
    pub const fn at(rate: LateRate) -> Self {
        Self {
            rate,
            compensation: None,
            dispute: DisputedInterest::Runs,
            charges: None,
        }
    }

    /// Makes the cost that a statute sets, with the series of its reference rate if it has one.
    ///
    /// Fixed sums in another currency than the debts stay so. Convert them before they meet an account.
    ///
    /// # Errors
    ///
    /// [`RegimeError`] is returned when the statute has a reference and none is given, or the other
    /// way round.
    pub fn under(regime: &Regime, reference: Option<RateSeries>) -> Result<Self, RegimeError> {
        let bands = regime.compensation_bands().map(|bands| bands.value());
        Ok(Self {
            compensation: bands.cloned(),
            ..Self::at(regime.late_rate(reference)?)
        })
    }

    /// Makes the cost that a statute sets, and checks that the statute governs the debt.
    ///
    /// # Errors
    ///
    /// [`RegimeError::NotInForce`] and [`RegimeError::NotGoverning`] are returned when the statute does not
    /// govern the debt. The errors of [`under`](Self::under) are returned as well.
    ///
    /// # Examples
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use keqing::receivable::late_payment::LatePayment;
    /// use keqing::receivable::rate::RateSeries;
    /// use keqing::receivable::regime::{DebtorKind, GovernedDebt, Jurisdiction, Regime};
    ///
    /// let date = |year| NaiveDate::from_ymd_opt(year, 7, 1).ok_or("no such date");
    /// let (british, business) = (Jurisdiction::UNITED_KINGDOM, DebtorKind::Business);
    /// let act = Regime::in_force(british, business, date(2025)?).ok_or("no statute")?;
    /// let debt = GovernedDebt::new(british, business).with_contract(date(2012)?);
    /// let bank_rate = RateSeries::fixed("4.25 % per year".parse()?);
    /// let refused = LatePayment::governed(act, &debt, Some(bank_rate)).map_err(|error| error.to_string());
    /// assert_eq!(
    ///     refused.err().as_deref(),
    ///     Some("the statute of GB does not govern a debt of 2012-07-01, expected a day from 2013-03-16 on")
    /// );
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn governed(
        regime: &Regime,
        debt: &GovernedDebt,
        reference: Option<RateSeries>,
    ) -> Result<Self, RegimeError> {
        regime.check_governs(debt)?;
        Self::under(regime, reference)
    }

    /// Adds a fixed sum for each debt, in bands by its amount.
    #[must_use]
    pub fn with_compensation(self, bands: CompensationBands) -> Self {
        Self {
            compensation: Some(bands),
            ..self
        }
    }

    /// Sets the effect of a dispute on interest.
    #[must_use]
    pub fn with_dispute(self, dispute: DisputedInterest) -> Self {
        Self { dispute, ..self }
    }

    /// Sets the charges beside interest and the fixed sum.
    #[must_use]
    pub fn with_charges(self, charges: ChargePolicy) -> Self {
        Self {
            charges: Some(charges),
            ..self
        }
    }

    /// Returns the rate.
    #[must_use]
    pub const fn rate(&self) -> &LateRate {
        &self.rate
    }

    /// Returns the fixed sums, if there are any.
    #[must_use]
    pub const fn compensation(&self) -> Option<&CompensationBands> {
        self.compensation.as_ref()
    }

    /// Returns the charges beside interest and the fixed sum, if there are any.
    #[must_use]
    pub const fn charges(&self) -> Option<&ChargePolicy> {
        self.charges.as_ref()
    }

    /// Returns the effect of a dispute on interest.
    #[must_use]
    pub const fn dispute(&self) -> DisputedInterest {
        self.dispute
    }
}

words! {
    /// The effect of a dispute on interest (争议期间计息).
    pub closed enum DisputedInterest {
        /// No interest runs on the days of the dispute.
        Pauses = "pauses", "interest pauses", "争议期间中止计息", "爭議期間中止計息";
        /// Interest runs on during the dispute, in case the debt turns out to be owed.
        Runs = "runs", "interest runs on", "争议期间照常计息", "爭議期間照常計息";
    }
}

impl InterestPolicy {
    /// Makes a policy that counts interest as a statute does.
    ///
    /// The day count, the rests, the end of interest and the least amount are those of the statute.
    /// Everything else is that of the standard policy.
    ///
    /// # Errors
    ///
    /// [`InterestPolicyError`] is returned when the least amount of the statute is below zero.
    ///
    /// # Examples
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use keqing::receivable::interest::InterestPolicy;
    /// use keqing::receivable::rate::{Compounding, Rest};
    /// use keqing::receivable::regime::{DebtorKind, Jurisdiction, Regime};
    ///
    /// let day = NaiveDate::from_ymd_opt(2024, 4, 1).ok_or("no such date")?;
    /// let act = Regime::in_force(Jurisdiction::INDIA, DebtorKind::Business, day).ok_or("no statute")?;
    /// assert_eq!(InterestPolicy::under(act)?.compounding(), Compounding::Rests(Rest::Month));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn under(regime: &Regime) -> Result<Self, InterestPolicyError> {
        let policy = Self::standard()
            .with_day_count(*regime.day_count().value())
            .with_compounding(*regime.compounding().value());
        let has = |note| regime.notes().iter().any(|known| *known.value() == note);
        let policy = if has(Note::CompoundingEndsAfterOneYear) {
            policy.with_compounding_for(ONE_YEAR)
        } else {
            policy
        };
        let policy = if has(Note::InterestEndsAfterOneYear) {
            policy.with_running_for(ONE_YEAR)
        } else {
            policy
        };
        regime.minimum().map_or(Ok(policy), |least| {
            policy.with_minimum(MinimumInterest::NothingBelow(*least.value()))
        })
    }
}

const ONE_YEAR: Days = Days::new(365);
