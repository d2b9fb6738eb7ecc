//! The effect of a payment: a discount, nothing, or a charge for lateness (付款效果: REC-03).
//!
//! ```text
//! ReceivablePolicy + invoice + payment -> payment_effect -> PaymentEffect   early, on time or late, and what follows
//! ```
//!
//! - *Looks at*: The written policy, one invoice with its due date, and the day on which a payment
//!   counts.
//! - *Why*: The cost of late payment and the discount for early payment are counted from the same
//!   date.
//! - *Breaks it*: A payment after the due date. A policy that is silent about a needed item leaves
//!   it open.
//! - *Keeps it*: A payment on the due date or before.
//! - *Rules*: REC-03.
//!
//! # Examples
//!
//! An invoice is due on 31 March. A payment on that day is on time.
//!
//! ```
//! use chrono::NaiveDate;
//! use keqing::calendar::Calendar;
//! use keqing::receivable::ReceivablePolicy;
//! use keqing::receivable::clause::Clause;
//! use keqing::receivable::discount::DiscountedInvoice;
//! use keqing::receivable::effect::{PaymentEffect, payment_effect};
//!
//! let date = |month, day| NaiveDate::from_ymd_opt(2023, month, day).ok_or("no such date");
//! let due = date(3, 31)?;
//! let invoice = DiscountedInvoice::new(date(3, 1)?, due, "7300.00 EUR".parse()?)?;
//! let policy = ReceivablePolicy::standard().with_early_payment(Clause::Excluded);
//!
//! let found = payment_effect(&policy, &invoice, "7300.00 EUR".parse()?, due, &Calendar::every_day())?;
//! assert_eq!(found.value(), Some(&PaymentEffect::OnTime));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use alloc::boxed::Box;

use chrono::NaiveDate;
use thiserror::Error;

use crate::calendar::Calendar;
use crate::form::{Several, choice, lifting, record, several};
use crate::receivable::cards::REC_03;
use crate::receivable::charge::{
    CapScope, ChargeError, ChargePolicy, Costs, LateCharges, late_charges, most_units, within_cap,
};
use crate::receivable::clause::Clause;
use crate::receivable::discount::{Discount, DiscountError, DiscountedInvoice, discount};
use crate::receivable::interest::{Interest, InterestError, InterestPolicy, LateDebt, interest};
use crate::receivable::late_payment::LatePayment;
use crate::receivable::policy::ReceivablePolicy;
use crate::receivable::regime::CompensationError;
use crate::verdict::{Assessment, Bound, Evidence, Fact, Reading, Recorder, Scribe};
use crate::vocab::money::{FractionalMoney, Money, RoundedMoney, RoundingMode};
use crate::vocab::time::Days;

choice! {
    /// The effect of a payment, by the day on which it counts (付款时点的后果).
    #[non_exhaustive]
    #[derive(Hash)]
    #[expect(
        clippy::large_enum_variant,
        reason = "the interest of a late payment is kept without an allocation"
    )]
    pub enum PaymentEffect {
        /// The payment was early enough to earn a discount.
        EarlyDiscount(Discount),
        /// The payment was late and bears a charge.
        LateCharge(LateCharge),
        /// The payment was neither early enough nor late.
        OnTime,
    }
}

record! {
    /// The charge for a late payment (迟付代价).
    #[non_exhaustive]
    #[derive(Hash)]
    pub struct LateCharge {
        /// The number of days by which the payment was late.
        pub days: Days,
        /// The interest on the amount paid late; `None` if the policy excludes it.
        pub interest: Option<Interest>,
        /// The fixed sum, owed once for a debt however many payments it takes; `None` if there is
        /// none.
        pub compensation: Option<Money>,
        /// The charges beside interest and the fixed sum on the amount paid late; `None` if there are none.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub charges: Option<LateCharges>,
    }
}

/// Assesses the cost or the discount of a payment ([`REC_03`]).
///
/// The due date itself is on time. A payment after it that still earns a discount has that discount as its
/// effect. If the policy is silent about a needed item, there is no value,
/// and the finding names the item. The finding is a breach if the payment is late. It is only a
/// notice, because a late payment is no more than that.
///
/// # Errors
///
/// [`PaymentEffectError`] is returned when the discount, the interest or the fixed sum cannot be
/// computed.
///
/// # Examples
///
/// ```
/// use chrono::NaiveDate;
/// use keqing::calendar::Calendar;
/// use keqing::receivable::ReceivablePolicy;
/// use keqing::receivable::clause::Clause;
/// use keqing::receivable::discount::DiscountedInvoice;
/// use keqing::receivable::effect::{PaymentEffect, payment_effect};
/// use keqing::receivable::late_payment::LatePayment;
/// use keqing::receivable::rate::LateRate;
///
/// let date = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).ok_or("no such date");
/// let invoice = DiscountedInvoice::new(date(2023, 3, 1)?, date(2023, 3, 31)?, "7300.00 EUR".parse()?)?;
/// let paid = "7300.00 EUR".parse()?;
///
/// let silent = ReceivablePolicy::standard();
/// let late = date(2023, 4, 10)?;
/// assert_eq!(payment_effect(&silent, &invoice, paid, late, &Calendar::every_day())?.value(), None);
///
/// let rate = LateRate::agreed("10 % per year".parse()?);
/// let policy = silent.with_late_payment(Clause::Agreed(LatePayment::at(rate)));
/// let effect = payment_effect(&policy, &invoice, paid, late, &Calendar::every_day())?.into_value();
/// let Some(PaymentEffect::LateCharge(charge)) = effect else { return Err("it is late".into()) };
/// assert_eq!(charge.days.count(), 10);
/// assert_eq!(charge.interest.ok_or("there is a rate")?.charged(), "20.00 EUR".parse()?);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn payment_effect(
    policy: &ReceivablePolicy,
    invoice: &DiscountedInvoice,
    paid: RoundedMoney,
    on: NaiveDate,
    calendar: &Calendar,
) -> Result<Assessment<PaymentEffect>, PaymentEffectError> {
    let assessment = Assessment::try_of(|r| {
        let due = invoice.due();
        let beyond = match policy.early_payment() {
            Clause::Agreed(terms) if due < on => {
                let earned = discount(terms, invoice, paid, on, calendar)?;
                (!earned.amount.is_zero()).then_some(PaymentEffect::EarlyDiscount(earned))
            }
            _ => None,
        };
        let effect = match beyond {
            Some(earned) => Some(earned),
            None if on <= due => early(policy, invoice, paid, on, calendar, r)?,
            None => late(policy, invoice, paid, on, r)?.map(PaymentEffect::LateCharge),
        };
        if effect.is_some() || due < on {
            r.require(&REC_03, on <= due, || {
                let reading = Reading::Date {
                    observed: on,
                    bound: Bound::AtMost,
                    required: due,
                };
                Evidence::new(Fact::PaymentDate, reading)
            });
        }
        Ok(effect)
    });
    assessment.map(|found| policy.severities().weighed(found))
}

fn early(
    policy: &ReceivablePolicy,
    invoice: &DiscountedInvoice,
    paid: RoundedMoney,
    on: NaiveDate,
    calendar: &Calendar,
    r: &mut Scribe<'_>,
) -> Result<Option<PaymentEffect>, PaymentEffectError> {
    let terms = match policy.early_payment() {
        Clause::Silent => {
            r.miss(&REC_03, Fact::EarlyPayment);
            return Ok(None);
        }
        Clause::Excluded => return Ok(Some(PaymentEffect::OnTime)),
        Clause::Agreed(terms) => terms,
    };
    let earned = discount(terms, invoice, paid, on, calendar)?;
    Ok(Some(if earned.amount.is_zero() {
        PaymentEffect::OnTime
    } else {
        PaymentEffect::EarlyDiscount(earned)
    }))
}

fn late(
    policy: &ReceivablePolicy,
    invoice: &DiscountedInvoice,
    paid: RoundedMoney,
    on: NaiveDate,
    r: &mut Scribe<'_>,
) -> Result<Option<LateCharge>, PaymentEffectError> {
    let mut charge = LateCharge {
        days: Days::between(invoice.due(), on).unwrap_or(Days::new(0)),
        interest: None,
        compensation: None,
        charges: None,
    };
    let terms = match policy.late_payment() {
        Clause::Silent => {
            r.miss(&REC_03, Fact::LatePayment);
            return Ok(None);
        }
        Clause::Excluded => return Ok(Some(charge)),
        Clause::Agreed(terms) => terms,
    };
    let counted = match policy.interest() {
        Clause::Silent => {
            r.miss(&REC_03, Fact::InterestCalculation);
            return Ok(None);
        }
        Clause::Excluded => None,
        Clause::Agreed(counted) => Some(*counted),
    };
    let debt = LateDebt::new(paid.money(), invoice.dates().invoice, invoice.due())?;
    charge.compensation = compensation(terms, invoice.amounts().total().money())?;
    let costs = Lateness {
        terms,
        counted,
        debt: &debt,
    };
    costs.add_to(&mut charge, on)?;
    Ok(Some(charge))
}

/// The terms by which a late debt costs interest and charges.
struct Lateness<'a> {
    terms: &'a LatePayment,
    counted: Option<InterestPolicy>,
    debt: &'a LateDebt,
}

impl Lateness<'_> {
    /// Adds the interest and the charges up to a day, within the cap that counts all costs.
    fn add_to(&self, charge: &mut LateCharge, day: NaiveDate) -> Result<(), PaymentEffectError> {
        charge.interest = self.interest(self.counted, day)?;
        charge.charges = self.charges(day)?;
        let cap = self.terms.charges().and_then(ChargePolicy::cap);
        let Some(cap) = cap.filter(|cap| cap.counts == CapScope::AllCosts) else {
            return Ok(());
        };
        let sum = charge.compensation.map_or(Ok(0), |sum| {
            let whole = FractionalMoney::of(sum).round(RoundingMode::HalfEven);
            whole.map(RoundedMoney::minor_units)
        });
        let sum = sum.map_err(ChargeError::from)?;
        let on = |day| -> Result<Costs, PaymentEffectError> {
            let earned = self.interest(self.counted, day)?;
            let charged = self.charges(day)?;
            let charged = charged.map_or(0, |one| one.total.minor_units());
            Ok(Costs {
                fixed: sum.saturating_add(charged),
                interest: earned.map_or(0, |one| one.charged().minor_units()),
            })
        };
        let costs = within_cap(most_units(cap.most, self.debt)?, self.debt.due(), day, on)?;
        let fixed = sum.min(costs.fixed);
        let currency = self.debt.principal().currency();
        let money = |units| Money::from_minor_units(units, currency).ok();
        charge.compensation = charge.compensation.and_then(|_| money(fixed));
        if let Some(charges) = &mut charge.charges {
            charges.cut_to(costs.fixed.saturating_sub(fixed))?;
        }
        if let (Some(counted), Some(most)) = (self.counted, money(costs.interest)) {
            charge.interest = self.interest(Some(counted.capped_at(most)), day)?;
        }
        Ok(())
    }

    fn interest(
        &self,
        counted: Option<InterestPolicy>,
        day: NaiveDate,
    ) -> Result<Option<Interest>, InterestError> {
        let rate = self.terms.rate();
        let earned = counted.map(|counted| interest(&counted, rate, self.debt, day));
        earned.transpose()
    }

    fn charges(&self, day: NaiveDate) -> Result<Option<LateCharges>, ChargeError> {
        let charges = self.terms.charges();
        let charges = charges.map(|charges| late_charges(charges, self.debt, day));
        charges.transpose()
    }
}

/// Returns the fixed sum for a debt, if there is one. It is in the currency of the debt.
pub(crate) fn compensation(
    terms: &LatePayment,
    debt: Money,
) -> Result<Option<Money>, CompensationError> {
    let Some(bands) = terms.compensation() else {
        return Ok(None);
    };
    let sum = bands.sum_for(debt)?;
    if sum.currency() != debt.currency() {
        return Err(CompensationError::SumInOtherCurrency { sum, debt });
    }
    Ok(Some(sum))
}

/// Returned when the discount, the interest or the fixed sum of a payment cannot be computed.
#[derive(Clone, Debug, Eq, Error, PartialEq)]
#[non_exhaustive]
pub enum PaymentEffectError {
    /// The charges cannot be computed.
    #[error(transparent)]
    Charge(#[from] ChargeError),
    /// The fixed sum cannot be computed.
    #[error(transparent)]
    Compensation(#[from] CompensationError),
    /// The discount cannot be computed.
    #[error(transparent)]
    Discount(#[from] DiscountError),
    /// The interest cannot be computed.
    #[error(transparent)]
    Interest(InterestError),
    /// Several facts of the payment are at fault.
    #[error(transparent)]
    Several(Box<Several<Self>>),
}

several!(pub PaymentEffectError);

lifting! {
    PaymentEffectError:
    Interest(InterestError),
}
