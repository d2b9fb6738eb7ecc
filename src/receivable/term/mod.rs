//! Payment terms: from the dates of a document to the date when it is due (付款期限).
//!
//! ```text
//! PaymentTerm + BaseDates + Calendar -> due_date -> the day on which the document is due
//! ```
//!
//! - *Looks at*: A [`BaseDate`] of the document, the [`TermStep`]s in their order, and a business
//!   day at the end. Common terms have names, such as [`PaymentTerm::net`] and
//!   [`PaymentTerm::closing_day`].
//! - *Why*: A term that can be read in two ways is two terms. "45 jours fin de mois" is either
//!   [`PaymentTerm::net_then_end_of_month`] or [`PaymentTerm::end_of_month_then_net`], and the
//!   contract has to say which.
//! - *Breaks it*: A base date that is unknown; no other date replaces it. Steps that lead back
//!   before it.
//! - *Keeps it*: Steps taken in their order, then the move to a business day.
//! - *Rules*: REC-02, REC-03.
//!
//! # Examples
//!
//! An invoice is due 30 days after its date.
//!
//! ```
//! use chrono::NaiveDate;
//! use keqing::calendar::Calendar;
//! use keqing::receivable::term::{BaseDates, PaymentTerm, due_date};
//! use keqing::vocab::time::Days;
//!
//! let date = |month, day| NaiveDate::from_ymd_opt(2024, month, day).ok_or("no such date");
//! let dates = BaseDates::new(date(1, 31)?);
//! let due = due_date(&PaymentTerm::net(Days::new(30)), &dates, &Calendar::every_day())?;
//! assert_eq!(due, date(3, 1)?);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod base;
mod closing;
mod error;
mod month;
mod payment_blackout;
mod payment_term;
mod step;

use chrono::NaiveDate;

pub use base::{BaseDate, BaseDates};
pub use closing::ClosingDay;
pub use error::{PaymentTermError, TermError};
pub use month::{MonthDays, Months};
pub use payment_blackout::{AnnualDay, PaymentBlackout};
pub use payment_term::PaymentTerm;
pub use step::TermStep;

use crate::calendar::Calendar;

/// Returns the date on which a document is due (到期日).
///
/// The steps are taken in order from the term's base date, and the result is moved to a business
/// day as the term says. No other date replaces an unknown base date.
///
/// # Examples
///
/// ```
/// use chrono::NaiveDate;
/// use keqing::calendar::Calendar;
/// use keqing::receivable::term::{BaseDates, PaymentTerm, due_date};
/// use keqing::vocab::time::Days;
///
/// let date = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).ok_or("no such date");
/// let dates = BaseDates::new(date(2011, 10, 22)?);
/// let calendar = Calendar::every_day();
///
/// let days_first = PaymentTerm::net_then_end_of_month(Days::new(45));
/// assert_eq!(due_date(&days_first, &dates, &calendar)?, date(2011, 12, 31)?);
/// let month_first = PaymentTerm::end_of_month_then_net(Days::new(45));
/// assert_eq!(due_date(&month_first, &dates, &calendar)?, date(2011, 12, 15)?);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
///
/// [`TermError::BaseDateUnknown`] is returned when a date from which the term counts is not given.
/// The errors of [`PaymentTerm::due_from`] are returned as well.
pub fn due_date(
    term: &PaymentTerm,
    dates: &BaseDates,
    calendar: &Calendar,
) -> Result<NaiveDate, TermError> {
    let base = dates.latest_of(term.base())?;
    term.due_from(base, calendar)
}

#[cfg(test)]
mod tests;
