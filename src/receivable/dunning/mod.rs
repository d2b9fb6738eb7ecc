//! Dunning: which step comes next, and when (催收: REC-06).
//!
//! ```text
//! DunningFacts + DunningPolicy -> dun -> Dunning   for each currency the step that is due, and when the next one is
//! ```
//!
//! - *Looks at*: Open invoices, the steps taken, disputes, promises to pay, and an exclusion with
//!   who decided it.
//! - *Why*: The ladder speaks, not the tone: the same steps for every customer, from the reminder
//!   to the suspension of credit.
//! - *Breaks it*: A step that is due and was not taken. An exclusion from the ladder, which is
//!   never hidden.
//! - *Keeps it*: Every step taken on its day; disputed amounts and running promises wait.
//! - *Rules*: REC-06.

mod account;
mod choice;
mod error;
mod facts;
mod ladder;
mod policy;
mod rules;
mod step;
#[cfg(test)]
mod tests;

pub use choice::{Clock, Escalation, UnlistedCurrency};
pub use error::DunningError;
pub use facts::{Dispute, DunningFacts, Exclusion, OpenInvoice, PromiseToPay, Reminder};
pub use ladder::{DunnedAccount, Dunning, NextStep};
pub use policy::{DunningPolicy, DunningPolicyError};
pub use step::{DunningLevel, Step, Timing};

use crate::verdict::Assessment;

/// Tells which step of the ladder comes next for a customer, and when.
///
/// Amounts of one currency make one account, and each has its own place on the ladder. An account is
/// what is overdue (past its due date) and not disputed; its clock starts with its oldest invoice.
/// The step follows from days, amounts and what was sent: never from who the customer is
/// ([`REC_06`](crate::receivable::cards::REC_06)). Each gate is a finding: that the step's day has
/// come, that the amount reaches the threshold, that the last reminder is long enough ago, that not
/// too many were sent, that no promise runs, and that the customer is not excluded. A gate that is
/// shut makes the step no step: its finding is *inapplicable*. Only an exclusion breaks the rule, because
/// the ladder is the same for every customer, and it is shown with who decided it.
///
/// A reminder counts where an invoice that it named is still overdue. Running promises pause an account
/// where they cover all of it, up to and including the earliest of their dates; each broken promise
/// since the clock's start beyond those that the policy lets pass makes a later one worth nothing.
/// Neither interest nor fees are computed here.
///
/// The value is `None` where invoices, reminders, disputes or promises are unknown.
///
/// # Errors
///
/// [`DunningError`] where a record cannot be, such as a reminder after the date of the facts.
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
