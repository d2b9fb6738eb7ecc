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
use crate::receivable::clause::Clause;
use crate::receivable::discount::{Discount, DiscountError, DiscountedInvoice, discount};
use crate::receivable::interest::{Interest, InterestError, LateDebt, interest};
use crate::receivable::late_payment::LatePayment;
use crate::receivable::policy::ReceivablePolicy;
use crate::receivable::regime::CompensationError;
use crate::verdict::{Assessment, Bound, Evidence, Fact, Reading, Recorder, Scribe};
use crate::vocab::money::{Money, RoundedMoney};
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
    };
    let terms = match policy.late_payment() {
        Clause::Silent => {
            r.miss(&REC_03, Fact::LatePayment);
            return Ok(None);
        }
        Clause::Excluded => return Ok(Some(charge)),
        Clause::Agreed(terms) => terms,
    };
    match policy.interest() {
        Clause::Silent => {
            r.miss(&REC_03, Fact::InterestCalculation);
            return Ok(None);
        }
        Clause::Excluded => {}
        Clause::Agreed(counted) => {
            let debt = LateDebt::new(paid.money(), invoice.dates().invoice, invoice.due())?;
            charge.interest = Some(interest(counted, terms.rate(), &debt, on)?);
        }
    }
    charge.compensation = compensation(terms, invoice.amounts().total().money())?;
    Ok(Some(charge))
}

/// Returns the fixed sum for a debt, if there is one.
pub(crate) fn compensation(
    terms: &LatePayment,
    debt: Money,
) -> Result<Option<Money>, CompensationError> {
    terms
        .compensation()
        .map(|bands| bands.sum_for(debt))
        .transpose()
}

/// Returned when the discount, the interest or the fixed sum of a payment cannot be computed.
#[derive(Clone, Debug, Eq, Error, PartialEq)]
#[non_exhaustive]
pub enum PaymentEffectError {
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
