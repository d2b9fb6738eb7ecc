//! Dunning: the next step of the ladder and its day (催收: REC-06).
//!
//! ```text
//! DunningFacts + DunningPolicy -> dun -> Dunning   for each currency the step that is due, and when the next one is
//! ```
//!
//! - *Looks at*: Open invoices, the steps taken, disputes, promises to pay, and an exclusion with
//!   the person who decided it.
//! - *Why*: The ladder is the same for every customer, from the reminder to the suspension of
//!   credit. So the steps never depend on the person or the tone.
//! - *Breaks it*: An exclusion from the ladder, which is never hidden.
//! - *Keeps it*: No exclusion. Disputed amounts and running promises wait for every customer alike.
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
mod error;
mod facts;
mod ladder;
mod ladder_order;
mod policy;
mod rules;
mod step;
#[cfg(test)]
mod tests;

pub use choice::{Clock, Escalation, UnlistedCurrency};
pub use error::DunningError;
pub use facts::{Dispute, DunningFacts, Exclusion, OpenInvoice, PromiseToPay, Reminder};
pub use ladder::{DunnedAccount, Dunning, NextStep};
pub use ladder_order::DunningPolicyError;
pub use policy::DunningPolicy;
pub use step::{DunningLevel, Step, Timing};

use crate::verdict::Assessment;

/// Assesses the next step of the ladder for a customer, and its day.
///
/// Amounts of one currency make one account, and each has its own place on the ladder. An account
/// holds the amounts that are overdue (past their due date) and not disputed. Its clock starts with
/// its oldest invoice. The step follows from days, amounts and the reminders sent, and never from
/// the identity of the customer ([`REC_06`](crate::receivable::cards::REC_06)).
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
/// A reminder counts if an invoice that it named is still overdue. Running promises pause an
/// account if they cover all of it, up to and including the earliest of their dates. The policy
/// lets a number of broken promises since the clock's start pass. Each further one makes a later
/// promise void. Neither interest nor fees are computed here.
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
