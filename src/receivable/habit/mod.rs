//! The payment habit of a customer, and chronic delay (付款习惯: REC-07).
//!
//! ```text
//! PaymentHistory + HabitPolicy -> payment_habit -> PaymentHabit   what it usually does, and whether delay is chronic
//! ```
//!
//! - *Looks at*: The invoices of a customer with the due dates that were agreed at first, their days of
//!   payment and their postponements.
//! - *Why*: One late invoice is an accident. Many in a row are a symptom of the relationship.
//! - *Breaks it*: A run of delayed invoices as long as the policy says. One that has ended is a notice.
//! - *Keeps it*: An invoice paid by its first due date, which ends the run. An old run is forgotten.
//! - *Rules*: REC-07.
//!
//! # Examples
//!
//! A customer without any invoice has no habit yet.
//!
//! ```
//! use keqing::receivable::habit::{HabitPolicy, PaymentHistory, payment_habit};
//!
//! let as_of = chrono::NaiveDate::from_ymd_opt(2024, 6, 30).ok_or("no such date")?;
//! let history = PaymentHistory::new(as_of, []);
//! let habit = payment_habit(&HabitPolicy::standard(), &history)?.into_value();
//! assert_eq!(habit, None);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod history;
mod policy;
mod run;
#[cfg(test)]
mod tests;

pub use history::{InvoicePayment, PaymentHabitError, PaymentHistory};
pub use policy::HabitPolicy;

use crate::form::record;
use crate::receivable::cards::REC_07;
use crate::verdict::{Assessment, Bound, Evidence, Fact, Recorder, Severity};
use crate::vocab::words::words;
use run::Run;

record! {
    /// The payment habit of a customer (付款习惯).
    #[non_exhaustive]
    #[derive(Copy, Hash)]
    pub struct PaymentHabit {
        /// The length of the longest run of delayed invoices.
        pub longest_run: u32,
        /// The length of the run of delayed invoices at the end.
        pub current_run: u32,
        /// The state of chronic delay.
        pub delay: ChronicDelay,
    }
}

words! {
    /// The state of chronic delay (惯性拖欠), REC-07.
    pub closed enum ChronicDelay {
        /// There is no chronic delay that counts on the day.
        Absent = "absent", "no chronic delay", "无惯性拖欠", "無慣性拖欠";
        /// There was chronic delay within the window of the policy, and it has ended.
        Ended = "ended", "chronic delay that ended", "曾惯性拖欠", "曾慣性拖欠";
        /// There is chronic delay: a run that goes on is long enough.
        Ongoing = "ongoing", "chronic delay", "惯性拖欠", "慣性拖欠";
    }
}

/// Assesses the payment habit of a customer.
///
/// An invoice is delayed if it was paid after the due date that was agreed at first, or if it is not paid
/// and past due or put off ([`REC_07`]). A payment by the first due date is on time, even if the invoice was
/// put off in between. An open invoice that is neither due nor put off neither ends a run nor continues it.
///
/// Invoices are counted by due date, those of one day by their ids. A run ends with an invoice that is paid on time. A run with an unpaid invoice goes on. A run counts
/// while it has an unpaid invoice, and for the window of the policy after its last payment.
///
/// - A run that counts, goes on and is long enough breaks the rule.
/// - One that counts and has ended breaks it too, and is only a notice.
/// - An older one breaks nothing. It still stands in the longest run of the history.
///
/// The value is `None` if no invoice is known to be delayed or on time.
///
/// # Errors
///
/// [`PaymentHabitError`] is returned when an invoice is given twice.
///
/// # Examples
///
/// ```
/// use chrono::NaiveDate;
/// use keqing::receivable::habit::{
///     ChronicDelay, HabitPolicy, InvoicePayment, PaymentHistory, payment_habit,
/// };
///
/// let date = |month, day| NaiveDate::from_ymd_opt(2024, month, day).ok_or("no such date");
/// let late = |id: &str, month| {
///     let (due, paid_on) = (date(month, 1)?, Some(date(month, 9)?));
///     let document = id.parse()?;
///     Ok::<_, Box<dyn std::error::Error>>(InvoicePayment { document, due, rescheduled_on: None, paid_on })
/// };
/// let history = PaymentHistory::new(date(6, 30)?, [late("1", 1)?, late("2", 2)?, late("3", 3)?]);
/// let habit = payment_habit(&HabitPolicy::standard(), &history)?.into_value().ok_or("no invoice")?;
/// assert_eq!(habit.delay, ChronicDelay::Ongoing);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn payment_habit(
    policy: &HabitPolicy,
    history: &PaymentHistory,
) -> Result<Assessment<PaymentHabit>, PaymentHabitError> {
    history.check()?;
    Ok(Assessment::of(|r| consult(policy, history, r)))
}

/// No run of delayed payments that counts is as long as the policy calls chronic.
fn consult<R: Recorder>(
    policy: &HabitPolicy,
    history: &PaymentHistory,
    r: &mut R,
) -> Option<PaymentHabit> {
    let Some(runs) = Run::all(history) else {
        r.pass_over(&REC_07, Fact::PaymentHabit);
        return None;
    };
    let longest = |goes_on: bool| {
        let counted = runs.iter().filter(|run| {
            run.goes_on() == goes_on && run.counts_on(history.as_of, policy.window())
        });
        counted.map(|run| run.length).max().unwrap_or(0)
    };
    let (ongoing, ended) = (longest(true), longest(false));
    let from = policy.chronic_from().get();
    let (delay, severity, observed) = if ongoing >= from {
        (ChronicDelay::Ongoing, REC_07.severity(), ongoing)
    } else if ended >= from {
        (ChronicDelay::Ended, Severity::Notice, ended)
    } else {
        (ChronicDelay::Absent, REC_07.severity(), ongoing.max(ended))
    };
    r.require_at(&REC_07, severity, observed < from, || {
        Evidence::count(Fact::PaymentHabit, observed, Bound::LessThan, from)
    });
    let mut lengths = runs.iter().map(|run| run.length);
    Some(PaymentHabit {
        longest_run: lengths.clone().max().unwrap_or(0),
        current_run: lengths.next_back().unwrap_or(0),
        delay,
    })
}
