//! Instalments: one total in several parts with dates of their own (分期).
//!
//! ```text
//! Plan + InvoiceAmounts + BaseDates + Calendar -> instalments -> Vec<Instalment>   how much is due when?
//! ```
//!
//! - *Looks at*: A [plan](Plan) of lines, each a [`Portion`] of the total and a
//!   [term](crate::receivable::term::PaymentTerm).
//! - *Why*: Rounding each part by itself loses cents. The running total of the lines is rounded, and
//!   each line takes the difference. So equal parts differ by one unit of rounding at most.
//! - *Breaks it*: Portions above the whole, or dates that do not follow one another.
//! - *Keeps it*: Parts that add up to the total to the last cent.
//! - *Rules*: None of its own. Rounding bears on REC-03, REC-06 and REC-07.
//!
//! # Examples
//!
//! Three exact thirds of 100 EUR are due a month apart.
//!
//! ```
//! use core::num::NonZeroU16;
//! use chrono::NaiveDate;
//! use keqing::calendar::Calendar;
//! use keqing::receivable::instalment::{Plan, InvoiceAmounts, instalments};
//! use keqing::receivable::term::{BaseDates, Months};
//!
//! let plan = Plan::equal(NonZeroU16::new(3).ok_or("none")?, Months::new(1))?;
//! let amounts = InvoiceAmounts::without_tax("100 EUR".parse()?)?;
//! let dates = BaseDates::new(NaiveDate::from_ymd_opt(2024, 1, 31).ok_or("no such date")?);
//! let parts = instalments(&plan, &amounts, &dates, &Calendar::every_day())?;
//! let parts: Vec<String> = parts.iter().map(|part| format!("{} {}", part.due, part.amount)).collect();
//! assert_eq!(parts, ["2024-02-29 33.33 EUR", "2024-03-31 33.34 EUR", "2024-04-30 33.33 EUR"]);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod amounts;
mod error;
mod line;
mod parts;
mod periodic;
mod plan;
pub(crate) mod ratio;
mod rounding;

use alloc::vec::Vec;

use chrono::NaiveDate;

pub use amounts::InvoiceAmounts;
pub use error::{InstalmentError, InstalmentPlanError, InvoiceAmountsError};
pub use line::{Line, Portion, Start};
pub use periodic::{PaidIn, PeriodWeight};
pub use plan::{Plan, TaxPlacement};
pub use rounding::AmountRounding;

use crate::calendar::Calendar;
use crate::form::record;
use crate::receivable::term::{BaseDates, TermError, due_date};
use crate::vocab::money::RoundedMoney;

record! {
    /// A part of a total, with the date on which it is due (分期款).
    #[non_exhaustive]
    #[derive(Copy, Hash)]
    pub struct Instalment {
        /// The number of the plan's line, the first being 1.
        pub line: usize,
        /// The date on which the part is due.
        pub due: NaiveDate,
        /// The amount that is due, 0 or more. It is 0 if a coarse rounding leaves nothing for the line.
        pub amount: RoundedMoney,
    }
}

/// Divides an invoice into the instalments of a plan, in the order of its lines (分期付款).
///
/// The amounts are never negative, and their sum is the total exactly. A fixed amount stays as it
/// is. The other lines are rounded together: the running total of them is, and each line takes the
/// difference to the line before. The last of them takes what is left, even if it is no multiple.
/// The [room](crate::receivable::instalment) has an example.
///
/// # Errors
///
/// - [`InstalmentError::OverAllocated`] is returned, with the line, when the lines take too much.
/// - [`InstalmentError::Unallocated`] is returned when they take less and no line takes the rest.
/// - [`InstalmentError::Term`] is returned, with the line, when it has no due date.
/// - [`InstalmentError::Amount`] is returned when an amount of the plan is in another currency than
///   the invoice, or an amount has too many digits.
pub fn instalments(
    plan: &Plan,
    invoice: &InvoiceAmounts,
    dates: &BaseDates,
    calendar: &Calendar,
) -> Result<Vec<Instalment>, InstalmentError> {
    let amounts = parts::amounts(plan, invoice)?;
    let dues = due_dates(plan, dates, calendar)?;
    let parts = dues.into_iter().zip(amounts);
    Ok((1..)
        .zip(parts)
        .map(|(line, (due, amount))| Instalment { line, due, amount })
        .collect())
}

fn due_dates(
    plan: &Plan,
    dates: &BaseDates,
    calendar: &Calendar,
) -> Result<Vec<NaiveDate>, InstalmentError> {
    let mut dues: Vec<NaiveDate> = Vec::with_capacity(plan.lines().len());
    for (number, line) in (1..).zip(plan.lines()) {
        let due = match (line.start(), dues.last()) {
            (Start::PreviousLine, Some(previous)) => line.term().due_from(*previous, calendar),
            _ => due_date(line.term(), dates, calendar),
        };
        let named = |error: TermError| InstalmentError::Term {
            line: number,
            error,
        };
        dues.push(due.map_err(named)?);
    }
    Ok(dues)
}

#[cfg(test)]
mod tests;
