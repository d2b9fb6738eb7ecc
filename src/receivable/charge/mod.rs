//! Charges for paying late, beside interest that is counted by the day (逾期收费).
//!
//! ```text
//! ChargePolicy + LateDebt + day -> late_charges   which charges does a late debt bear, and how much?
//! ```
//!
//! The balance of a debt is constant between two of its changes. A charge that recurs is counted on each
//! such span at once, so a debt has a row for each balance and none for each month.
//!
//! - *Looks at*: A debt with its payments, credit notes and pauses, and the policy's charges.
//! - *Why*: Many contracts charge a percentage once or for each month, an amount for each day, or a fee
//!   for a reminder. None of them is interest by the day.
//! - *Breaks it*: Charges that grow past their cap, or months that are read in two ways.
//! - *Keeps it*: A charge that says whether a month counts when it begins or when it is over.
//! - *Rules*: None of its own. Charges bear on REC-03, REC-04, REC-06 and REC-07.
//!
//! # Examples
//!
//! 10 000 EUR were due on 31 January. On 15 March the second month has begun, and one is whole.
//!
//! ```
//! use chrono::NaiveDate;
//! use keqing::receivable::charge::{ChargePolicy, ChargeRate, LateCharge, late_charges};
//! use keqing::receivable::interest::LateDebt;
//! use keqing::vocab::share::Share;
//!
//! let date = |month, day| NaiveDate::from_ymd_opt(2024, month, day).ok_or("no such date");
//! let debt = LateDebt::new("10000.00 EUR".parse()?, date(1, 1)?, date(1, 31)?)?;
//! let one = ChargeRate::Share(Share::percent(1)?);
//! let charged = |charge| -> Result<String, Box<dyn std::error::Error>> {
//!     let policy = ChargePolicy::none().with_charge(charge)?;
//!     Ok(late_charges(&policy, &debt, date(3, 15)?)?.total.to_string())
//! };
//! assert_eq!(charged(LateCharge::MonthBegun(one))?, "200.00 EUR");
//! assert_eq!(charged(LateCharge::WholeMonth(one))?, "100.00 EUR");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod cap;
mod count;
mod error;
mod outcome;
mod policy;
mod words;

use alloc::vec::Vec;

use chrono::NaiveDate;

pub(crate) use cap::{Costs, most_units, within_cap};
pub use error::ChargeError;
pub use outcome::{ChargeRow, LateCharges};
pub use policy::{ChargeCap, ChargePolicy, ChargePolicyError, ReminderFee};
pub use words::{CapScope, ChargeKind, ChargeRate, DailyCharge, LateCharge};

use crate::receivable::charge::count::{Span, spans};
use crate::receivable::interest::LateDebt;
use crate::vocab::money::{FractionalMoney, RoundedMoney};

/// Returns the charges on a late debt up to and with a day.
///
/// The first day of default is the one after the due date. A day bears a charge on what was late at its
/// start, so money that comes on that day does not lower it. A paused part bears none. A cap that counts
/// interest too is applied by a [statement](mod@crate::receivable::statement), and here it counts the
/// charges alone.
///
/// # Errors
///
/// [`ChargeError`] is returned when an amount of the policy is in another currency than the debt, or when
/// an amount has too many digits.
pub fn late_charges(
    policy: &ChargePolicy,
    debt: &LateDebt,
    as_of: NaiveDate,
) -> Result<LateCharges, ChargeError> {
    let spans = spans(debt, policy.grace(), as_of)?;
    let mut rows = Vec::new();
    for charge in policy.charges() {
        rows_of(policy, charge, debt, &spans, &mut rows)?;
    }
    rows.sort_by_key(|row| row.first);
    let nothing = FractionalMoney::zero(debt.principal().currency()).round(policy.rounding())?;
    let total = rows
        .iter()
        .try_fold(nothing, |sum, row| sum.checked_add(row.amount))?;
    let mut charges = LateCharges {
        rows,
        total,
        is_capped: false,
    };
    if let Some(cap) = policy.cap() {
        charges.cut_to(most_units(cap.most, debt)?)?;
    }
    Ok(charges)
}

/// Adds the rows of one charge.
fn rows_of(
    policy: &ChargePolicy,
    charge: &LateCharge,
    debt: &LateDebt,
    spans: &[Span],
    rows: &mut Vec<ChargeRow>,
) -> Result<(), ChargeError> {
    for amount in charge.amounts() {
        debt.principal().checked_cmp(amount.money())?;
    }
    let mut left = match charge {
        LateCharge::Daily(daily) => daily.most,
        _ => None,
    };
    for span in spans {
        let (rate, fell) = match *charge {
            LateCharge::Daily(daily) => (ChargeRate::Amount(daily.amount), span.days()),
            LateCharge::MonthBegun(rate) => (rate, span.months_begun(debt.due())),
            LateCharge::Once(rate) => (rate, span.once(debt.due())),
            LateCharge::WholeMonth(rate) => (rate, span.months_over(debt.due())),
        };
        let Some(fell) = fell else { continue };
        let each = match rate {
            ChargeRate::Amount(amount) => amount,
            ChargeRate::Share(share) => FractionalMoney::of(span.balance)
                .checked_mul(share.part().into(), share.whole().into())?
                .round(policy.rounding())?,
        };
        let mut amount = times(each, fell.count)?;
        if let Some(most) = &mut left {
            amount = amount.lesser(*most);
            *most = most.checked_sub(amount)?;
        }
        if amount.is_zero() {
            continue;
        }
        rows.push(ChargeRow {
            kind: charge.kind(),
            first: fell.first,
            last: fell.last,
            count: fell.count,
            balance: span.balance,
            each,
            amount,
        });
    }
    Ok(())
}

/// Returns an amount so many times.
fn times(each: RoundedMoney, count: u64) -> Result<RoundedMoney, ChargeError> {
    let exact = FractionalMoney::of(each.money()).checked_mul(count.into(), 1)?;
    Ok(exact.round(crate::vocab::money::RoundingMode::HalfEven)?)
}

#[cfg(test)]
mod tests;
