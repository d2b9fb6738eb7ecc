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
//! - *Breaks it*: A base date that is not known, and never replaced by another. Steps that lead
//!   back before it.
//! - *Keeps it*: Steps taken in their order, then the move to a business day.

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
/// The term's base date is looked up, its steps are taken in order, and the result is moved to a
/// business day as the term says. A base date that is not known is never replaced by another.
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
/// [`TermError::BaseDateUnknown`] where a date that the term counts from is not given, and those of
/// [`PaymentTerm::due_from`].
pub fn due_date(
    term: &PaymentTerm,
    dates: &BaseDates,
    calendar: &Calendar,
) -> Result<NaiveDate, TermError> {
    let base = dates.latest_of(term.base())?;
    term.due_from(base, calendar)
}
