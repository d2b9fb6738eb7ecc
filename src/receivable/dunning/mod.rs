//! Dunning: the next step of the ladder and its day (催收: REC-06).
//!
//! ```text
//! DunningFacts + DunningPolicy -> dun -> Dunning   for each currency the step that is due, and when the next one is
//! ```
//!
//! - *Looks at*: Open invoices, the customer's credits, the steps taken, disputes, promises to pay, and
//!   an exclusion with the person who decided it.
//! - *Why*: The ladder is the same for every customer, from the reminder to the suspension of
//!   credit. So the steps never depend on the person or the tone.
//! - *Breaks it*: An exclusion from the ladder, which is never hidden.
//! - *Keeps it*: No exclusion. Disputed amounts and running promises wait for every customer alike.
//!   Credit is taken off before anybody is reminded.
//! - *Rules*: REC-06.
//!
//! # Examples
//!
//! An invoice is due today. It is not overdue, so no step is due.
//!
//! ```
//! use chrono::NaiveDate;
//! use keqing::receivable::dunning::{DunningFacts, DunningPolicy, OpenInvoice, dun};
//!
//! let date = |month, day| NaiveDate::from_ymd_opt(2024, month, day).ok_or("no such date");
//! let invoice = OpenInvoice {
//!     id: "2024-017".parse()?,
//!     issued: date(1, 15)?,
//!     due: date(2, 14)?,
//!     open: "1200.00 EUR".parse()?,
//! };
//! let facts = DunningFacts::of_invoices(date(2, 14)?, [invoice]);
//! let found = dun(&DunningPolicy::standard(), &facts)?;
//! assert_eq!(found.value().ok_or("unknown")?.step_due(), None);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod account;
mod choice;
mod climb;
#[cfg(test)]
mod credit_tests;
#[cfg(test)]
mod due_day_tests;
mod error;
mod facts;
mod gate;
mod ladder;
mod ladder_order;
mod policy;
#[cfg(test)]
mod repeated_tests;
mod rules;
mod rung;
mod step;
mod tally;
#[cfg(test)]
mod tests;

pub use choice::{Clock, Escalation, UnlistedCurrency};
pub use error::DunningError;
pub use facts::{Dispute, DunningFacts, Exclusion, OpenInvoice, PromiseToPay, Reminder};
pub use ladder::{DunnedAccount, Dunning, NextStep};
pub use ladder_order::DunningPolicyError;
pub use policy::DunningPolicy;
pub use rung::{Rung, StepName};
pub use step::{DunningLevel, Step, Timing};

use crate::verdict::Assessment;

/// Assesses the next step of the ladder for a customer, and its day.
///
/// Amounts of one currency make one account, and each has its own place on the ladder. An account
/// holds the amounts that are overdue (past their due date), not disputed and not covered by credit.
/// Its clock starts with its oldest invoice. The step follows from days, amounts and the reminders
/// sent, and never from the identity of the customer ([`REC_06`](crate::receivable::cards::REC_06)).
///
/// A step is due if each gate is open:
///
/// - The day of the step has come, and the last step is long enough ago.
/// - The amount reaches the threshold.
/// - Not too many messages were sent.
/// - No promise runs.
/// - The customer is not excluded.
///
/// A gate that is shut is a finding that is *inapplicable*, and says why there is no step. Only an
/// exclusion breaks the rule, because the ladder is the same for every customer. It is shown with the
/// person who decided it. Without one the rule is met.
///
/// # Rungs
///
/// A reminder counts if an invoice that it named is still overdue. The reminders are read in the order
/// of their days, and each takes the next rung of its kind above the last. One of a higher kind jumps
/// to the first rung of that kind, or past the milder rungs if the ladder has none of it. One without a
/// rung left above takes none, and the next step still waits for the interval after it.
///
/// # Credit
///
/// An item with an amount below zero is the customer's credit: a credit note, or money on account. It
/// counts from its date of issue, and covers the items of its currency before anything is dunned. The
/// earliest due comes first, and of one day the lower id. Credit covers only what is not disputed. An
/// invoice that it covers wholly is as good as paid: it starts no clock, and its reminders count no
/// longer. A rest of the credit changes nothing. Each covered amount is a finding that is
/// *inapplicable*.
///
/// # Day 0
///
/// An invoice that is due today is not overdue. It is dunned only by a first step of day 0, counted
/// [after the start](Timing::AfterStart) or to the [end of the month](Timing::EndOfMonth). While that
/// step comes next, the amounts that are due today are part of the account. As soon as another step
/// comes next, the account holds what is overdue only. If nothing is overdue, every other step waits
/// for tomorrow. The clock starts with the oldest overdue invoice, and with one that is due today only
/// if there is no other. By the [invoice date](Clock::InvoiceDate) a step of day 0 has come long before,
/// and still waits for the due date.
///
/// # Promises
///
/// Running promises pause an account if they cover all of it, up to and including the earliest of
/// their dates. The policy lets a number of broken promises since the clock's start pass. Each further
/// one makes a later promise void. Neither interest nor fees are computed here.
///
/// The value is `None` if invoices, reminders, disputes or promises are unknown.
///
/// # Errors
///
/// [`DunningError`] is returned when a record is impossible, such as a reminder after the date of
/// the facts.
///
/// # Examples
///
/// ```
/// use chrono::NaiveDate;
/// use keqing::receivable::dunning::{DunningFacts, DunningPolicy, Step, OpenInvoice, dun};
///
/// let date = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).ok_or("no such date");
/// let invoice = OpenInvoice {
///     id: "2024-017".parse()?,
///     issued: date(2024, 1, 15)?,
///     due: date(2024, 2, 14)?,
///     open: "1200.00 EUR".parse()?,
/// };
/// let facts = DunningFacts::of_invoices(date(2024, 2, 15)?, [invoice]);
/// let dunning = dun(&DunningPolicy::standard(), &facts)?.into_value().ok_or("unknown")?;
/// assert_eq!(dunning.step_due(), Some(Step::Remind));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn dun(
    policy: &DunningPolicy,
    facts: &DunningFacts,
) -> Result<Assessment<Dunning>, DunningError> {
    facts.check()?;
    Assessment::try_of(|r| rules::consult(policy, facts, r))
}
