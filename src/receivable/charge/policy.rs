use alloc::boxed::Box;
use alloc::vec::Vec;

use thiserror::Error;

use crate::form::{Gathered, Several, checked, record, several};
use crate::receivable::charge::words::{CapScope, LateCharge};
use crate::receivable::interest::Cap;
use crate::vocab::money::{Money, RoundedMoney, RoundingMode};
use crate::vocab::time::Days;

checked! {
    /// The charges for paying late and for the events that come with it (逾期收费办法).
    ///
    /// [`none`](Self::none) charges nothing; the setters add to it.
    ///
    /// # Examples
    ///
    /// 1 % of what is late for each month begun, 5 EUR for each reminder after the first, and 12 EUR for a
    /// payment that comes back; no more than a tenth of the debt for its own charges.
    ///
    /// ```
    /// use keqing::receivable::charge::{
    ///     CapScope, ChargeCap, ChargePolicy, ChargeRate, LateCharge, ReminderFee,
    /// };
    /// use keqing::receivable::interest::Cap;
    /// use keqing::vocab::share::Share;
    ///
    /// let policy = ChargePolicy::none()
    ///     .with_charge(LateCharge::MonthBegun(ChargeRate::Share(Share::percent(1)?)))?
    ///     .with_reminder(ReminderFee { amount: "5 EUR".parse()?, free: 1 })?
    ///     .with_returned_payment("12 EUR".parse()?)?
    ///     .with_cap(ChargeCap {
    ///         most: Cap::ShareOfPrincipal(Share::percent(10)?),
    ///         counts: CapScope::Charges,
    ///     })?;
    /// assert_eq!(policy.charges().len(), 1);
    /// assert!(ChargePolicy::none().with_returned_payment("0 EUR".parse()?).is_err());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[derive(Hash)]
    pub struct ChargePolicy, checked by ChargePolicy::checked {
        /// The charges on a debt that is late, each by itself. An amount that is not above zero is refused,
        /// and one in another currency than the debt is an error.
        charges: Vec<LateCharge> => "REC-03" "REC-04" "REC-06" "REC-07",
        /// The days after the due date that cost nothing. What is late beyond them is charged from the due
        /// date on.
        grace: Days => "REC-03" "REC-04" "REC-06" "REC-07",
        /// The most that a debt costs; `"none"` sets none. An amount below zero is refused.
        cap: Option<ChargeCap> | "none" => "REC-03" "REC-04" "REC-06" "REC-07",
        /// The direction in which a share is rounded to the smallest unit.
        rounding: RoundingMode => "REC-03" "REC-04" "REC-06" "REC-07",
        /// The fee for a reminder; `"none"` charges none.
        reminder: Option<ReminderFee> | "none" => "REC-03" "REC-04" "REC-06" "REC-07",
        /// The fee for a payment that came back, such as a cheque without funds; `"none"` charges none. An
        /// amount that is not above zero is refused.
        returned_payment: Option<RoundedMoney> | "none" => "REC-03" "REC-04" "REC-06" "REC-07",
    }
}

record! {
    /// The most that a debt costs (收费上限).
    #[derive(Copy, Hash)]
    pub closed struct ChargeCap {
        /// The most: an amount, or a share of the original principal, rounded down.
        pub most: Cap => "REC-03" "REC-04" "REC-06" "REC-07",
        /// The costs that it counts.
        pub counts: CapScope => "REC-03" "REC-04" "REC-06" "REC-07",
    }
}

record! {
    /// The fee for a reminder (催收函费).
    #[derive(Copy, Hash)]
    pub closed struct ReminderFee {
        /// The amount of one reminder, above zero.
        pub amount: RoundedMoney => "REC-03" "REC-04" "REC-06" "REC-07",
        /// The number of reminders of an account that cost nothing, the first ones.
        pub free: u32 => "REC-03" "REC-04" "REC-06" "REC-07",
    }
}

impl ChargePolicy {
    /// Returns the policy that charges nothing.
    #[must_use]
    pub const fn none() -> Self {
        Self {
            charges: Vec::new(),
            grace: Days::new(0),
            cap: None,
            rounding: RoundingMode::HalfEven,
            reminder: None,
            returned_payment: None,
        }
    }

    /// Adds a charge on a debt that is late.
    ///
    /// # Errors
    ///
    /// [`ChargePolicyError::NotPositive`] is returned when an amount of it is not above zero.
    pub fn with_charge(mut self, charge: LateCharge) -> Result<Self, ChargePolicyError> {
        self.charges.push(charge);
        self.checked()
    }

    /// Sets the days after the due date that cost nothing.
    #[must_use]
    pub fn with_grace(self, grace: Days) -> Self {
        Self { grace, ..self }
    }

    /// Sets the most that a debt costs.
    ///
    /// # Errors
    ///
    /// [`ChargePolicyError::NegativeCap`] is returned when it is below zero.
    pub fn with_cap(self, cap: ChargeCap) -> Result<Self, ChargePolicyError> {
        Self {
            cap: Some(cap),
            ..self
        }
        .checked()
    }

    /// Sets the direction in which a share is rounded.
    #[must_use]
    pub fn with_rounding(self, rounding: RoundingMode) -> Self {
        Self { rounding, ..self }
    }

    /// Sets the fee for a reminder.
    ///
    /// # Errors
    ///
    /// [`ChargePolicyError::NotPositive`] is returned when the amount is not above zero.
    pub fn with_reminder(self, reminder: ReminderFee) -> Result<Self, ChargePolicyError> {
        Self {
            reminder: Some(reminder),
            ..self
        }
        .checked()
    }

    /// Sets the fee for a payment that came back.
    ///
    /// # Errors
    ///
    /// [`ChargePolicyError::NotPositive`] is returned when the amount is not above zero.
    pub fn with_returned_payment(self, fee: RoundedMoney) -> Result<Self, ChargePolicyError> {
        Self {
            returned_payment: Some(fee),
            ..self
        }
        .checked()
    }

    /// Returns the charges on a debt that is late.
    #[must_use]
    pub fn charges(&self) -> &[LateCharge] {
        &self.charges
    }

    /// Returns the days after the due date that cost nothing.
    #[must_use]
    pub const fn grace(&self) -> Days {
        self.grace
    }

    /// Returns the most that a debt costs, if there is one.
    #[must_use]
    pub const fn cap(&self) -> Option<ChargeCap> {
        self.cap
    }

    /// Returns the direction in which a share is rounded.
    #[must_use]
    pub const fn rounding(&self) -> RoundingMode {
        self.rounding
    }

    /// Returns the fee for a reminder, if there is one.
    #[must_use]
    pub const fn reminder(&self) -> Option<ReminderFee> {
        self.reminder
    }

    /// Returns the fee for a payment that came back, if there is one.
    #[must_use]
    pub const fn returned_payment(&self) -> Option<RoundedMoney> {
        self.returned_payment
    }

    fn checked(self) -> Result<Self, ChargePolicyError> {
        let mut errors = Gathered::new();
        let of_charges = self.charges.iter().flat_map(LateCharge::amounts);
        let of_events = self.reminder.map(|fee| fee.amount).into_iter();
        let amounts = of_charges.chain(of_events).chain(self.returned_payment);
        for given in amounts.filter(|amount| amount.is_negative() || amount.is_zero()) {
            errors.keep(ChargePolicyError::NotPositive { given });
        }
        if let Some(Cap::Amount(given)) = self.cap.map(|cap| cap.most) {
            if given.is_negative() {
                errors.keep(ChargePolicyError::NegativeCap { given });
            }
        }
        errors.settle(|| self)
    }
}

/// Returned when a policy of charges states amounts that cannot be charged.
#[derive(Clone, Debug, Eq, Error, PartialEq)]
#[non_exhaustive]
pub enum ChargePolicyError {
    /// A cap is below zero.
    #[error("charges of {given} at most, expected nothing or more")]
    NegativeCap {
        /// The amount given.
        given: Money,
    },
    /// A charge is not above zero.
    #[error("a charge of {given}, expected more than nothing")]
    NotPositive {
        /// The amount given.
        given: RoundedMoney,
    },
    /// Several amounts are at fault.
    #[error(transparent)]
    Several(Box<Several<Self>>),
}

several!(pub ChargePolicyError);
