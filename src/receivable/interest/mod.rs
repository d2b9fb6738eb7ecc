//! Late interest, segment by segment (逾期利息: REC-03).
//!
//! ```text
//! LateDebt + LateRate + InterestPolicy + as_of -> interest -> Interest   segments, their exact sum, and what is charged
//! ```
//!
//! - *Looks at*: A principal with its dates, its payments and credit notes, the pauses, and the
//!   rate of each day.
//! - *Why*: A segment ends wherever balance, rate or denominator change: a payment, a new rate, a
//!   year, a rest, a pause, the cap. The answer keeps the segments, so every figure can be
//!   explained.
//! - *Breaks it*: A change before the issue, a larger amount taken off than is owed, or a rate that
//!   is unknown on a day.
//! - *Keeps it*: Balance times rate times part of a year, exact. The sum is rounded once, or at the
//!   step that the policy names.
//! - *Rules*: REC-03.
//!
//! # Examples
//!
//! A debt of 7300 EUR stands for ten days after its due date, at 10 % per year.
//!
//! ```
//! use chrono::NaiveDate;
//! use keqing::receivable::interest::{InterestPolicy, LateDebt, interest};
//! use keqing::receivable::rate::LateRate;
//!
//! let date = |month, day| NaiveDate::from_ymd_opt(2023, month, day).ok_or("no such date");
//! let debt = LateDebt::new("7300.00 EUR".parse()?, date(3, 1)?, date(3, 31)?)?;
//! let rate = LateRate::agreed("10 % per year".parse()?);
//! let found = interest(&InterestPolicy::standard(), &rate, &debt, date(4, 10)?)?;
//! assert_eq!(found.charged().to_string(), "20.00 EUR");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod accrual;
mod cap;
mod debt;
mod error;
mod held;
mod place;
mod policy;
mod rest;
mod running;
mod segment;
mod spans;
mod straight;
mod walk;

use alloc::vec::Vec;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

pub(crate) use cap::cap_of;
pub use debt::{BalanceChange, BalanceChangeKind, LateDebt, Pause};
pub use error::InterestError;
pub use policy::{
    Cap, Grace, GraceEnd, InterestPolicy, InterestPolicyError, MinimumInterest, RoundingPoint,
};
pub(crate) use running::RunningInterest;
pub use segment::{Segment, SegmentEnd};
pub(crate) use spans::late_spans;

use crate::form::{mirrored, record};
use crate::receivable::rate::LateRate;
use crate::vocab::money::{FractionalMoney, RoundedMoney};
use held::Holds;
use place::WalkDays;
use segment::Segments;
use straight::straight;
use walk::Walk;

/// Returns the late interest of a debt up to and with a day (REC-03).
///
/// The due date itself is on time, so the first day that bears interest is the one after it.
/// Payments and credit notes after the day asked about are ignored. An effective rate below zero counts
/// as zero.
///
/// # Examples
///
/// Half the debt is paid after ten days; the other half stands for ten more.
///
/// ```
/// use chrono::NaiveDate;
/// use keqing::receivable::interest::{BalanceChange, InterestPolicy, LateDebt, interest};
/// use keqing::receivable::rate::LateRate;
///
/// let date = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).ok_or("no such date");
/// let debt = LateDebt::new("7300.00 EUR".parse()?, date(2023, 3, 1)?, date(2023, 3, 31)?)?
///     .with_change(BalanceChange::payment(date(2023, 4, 10)?, "3650.00 EUR".parse()?))?;
///
/// let policy = InterestPolicy::standard();
/// let rate = LateRate::agreed("10 % per year".parse()?);
/// let due = interest(&policy, &rate, &debt, date(2023, 4, 20)?)?;
/// let parts: Vec<_> = due.segments().iter().map(|segment| segment.amount.to_string()).collect();
/// assert_eq!(parts, ["20.000000 EUR", "10.000000 EUR"]);
/// assert_eq!(due.charged().to_string(), "30.00 EUR");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
///
/// [`InterestError`] is returned in these cases:
///
/// - A date is before the invoice, or more is paid than owed.
/// - The rate of a day is unknown, or the day count needs a fact that the debt lacks.
/// - An amount cannot be kept exactly.
pub fn interest(
    policy: &InterestPolicy,
    rate: &LateRate,
    debt: &LateDebt,
    as_of: NaiveDate,
) -> Result<Interest, InterestError> {
    let mut segments = Segments::new();
    let days = WalkDays::of(policy, debt, as_of)?;
    if let Some(straight) = straight(policy, rate, debt, days)? {
        let exact = match straight.segment {
            Some(segment) => {
                segments.push(segment);
                segment.amount
            }
            None => FractionalMoney::zero(debt.principal().currency()),
        };
        return Ok(Interest {
            segments,
            exact,
            charged: charge(policy, exact)?,
            rate_below_zero: straight.rate_below_zero,
        });
    }
    let holds = Holds::of(debt);
    let mut walk = Walk::begin(policy, rate, debt, &holds, days)?;
    walk.finish(&mut segments)?;
    let exact = walk.earned()?;
    let charged = charge(policy, exact)?;
    Ok(Interest {
        segments,
        exact,
        charged,
        rate_below_zero: walk.met_rate_below_zero(),
    })
}

/// The late interest of a debt, with its segments (利息).
#[derive(Clone, Debug, Deserialize, Eq, Hash, PartialEq, Serialize)]
#[serde(from = "InterestText", into = "InterestText")]
pub struct Interest {
    segments: Segments,
    exact: FractionalMoney,
    charged: RoundedMoney,
    rate_below_zero: bool,
}

mirrored! { Interest as InterestText; }

impl Interest {
    /// Returns the segments, in the order of their dates.
    #[must_use]
    pub fn segments(&self) -> &[Segment] {
        &self.segments
    }

    /// Returns the sum of the segments, before the last rounding and the minimum.
    ///
    /// With compound interest, the amount that a rest carried is part of it as it was carried.
    #[must_use]
    pub const fn exact(&self) -> FractionalMoney {
        self.exact
    }

    /// Returns the charged interest: rounded, and not below the minimum of the policy.
    #[must_use]
    pub const fn charged(&self) -> RoundedMoney {
        self.charged
    }

    /// Returns whether the effective rate was below zero on some day. Such a rate counts as zero.
    ///
    /// # Examples
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use keqing::receivable::interest::{InterestPolicy, LateDebt, interest};
    /// use keqing::receivable::rate::LateRate;
    ///
    /// let date = |month, day| NaiveDate::from_ymd_opt(2023, month, day).ok_or("no such date");
    /// let debt = LateDebt::new("7300.00 EUR".parse()?, date(3, 1)?, date(3, 31)?)?;
    /// let rate = LateRate::agreed("-1 % per year".parse()?);
    /// let found = interest(&InterestPolicy::standard(), &rate, &debt, date(4, 10)?)?;
    /// assert!(found.charged().is_zero() && found.met_rate_below_zero());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub const fn met_rate_below_zero(&self) -> bool {
        self.rate_below_zero
    }
}

/// Returns what is charged of the exact interest.
fn charge(policy: &InterestPolicy, exact: FractionalMoney) -> Result<RoundedMoney, InterestError> {
    let charged = exact.round(policy.mode())?;
    let Some(minimum) = policy.minimum() else {
        return Ok(charged);
    };
    let (MinimumInterest::AtLeast(amount) | MinimumInterest::NothingBelow(amount)) = minimum;
    let enough = charged.money().checked_cmp(amount)?.is_ge();
    if enough || exact.is_zero() || exact.is_negative() {
        return Ok(charged);
    }
    match minimum {
        MinimumInterest::AtLeast(amount) => Ok(FractionalMoney::of(amount).round(policy.mode())?),
        MinimumInterest::NothingBelow(_) => {
            Ok(FractionalMoney::zero(exact.currency()).round(policy.mode())?)
        }
    }
}

record! {
    /// The JSON form of the answer.
    struct InterestText {
        segments: Vec<Segment>,
        exact: FractionalMoney,
        charged: RoundedMoney,
        /// True if the effective rate was below zero on some day, where it counted as zero.
        #[serde(default, skip_serializing_if = "core::ops::Not::not")]
        rate_below_zero: bool,
    }
}

impl From<InterestText> for Interest {
    fn from(text: InterestText) -> Self {
        Self {
            segments: text.segments.into(),
            exact: text.exact,
            charged: text.charged,
            rate_below_zero: text.rate_below_zero,
        }
    }
}

impl From<Interest> for InterestText {
    fn from(interest: Interest) -> Self {
        Self {
            segments: interest.segments.into_vec(),
            exact: interest.exact,
            charged: interest.charged,
            rate_below_zero: interest.rate_below_zero,
        }
    }
}
