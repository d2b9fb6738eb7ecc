//! Waivers of charges, and the authority that they need (减免: REC-04).
//!
//! ```text
//! WaiverRequest + ReceivablePolicy -> judge_waiver -> Verdict   within whose authority is it?
//! ```
//!
//! - *Looks at*: The claim and the part to be waived, the reason, the person who decides, and the
//!   waivers of the period so far.
//! - *Why*: A policy that anybody may set aside has no effect. A waiver within an authority is a
//!   rule that was applied.
//! - *Breaks it*: An amount, a share or a number of waivers beyond the authority. A waiver without a
//!   reason. A person who decides for themselves, or has an interest of their own.
//! - *Keeps it*: A waiver for an event that a document shows, within the authority of the person who
//!   decides. Beyond it, the answer names the least authority that suffices.
//! - *Rules*: REC-04.
//!
//! # Examples
//!
//! A person waives interest for a customer in which they have an interest of their own.
//!
//! ```
//! use chrono::NaiveDate;
//! use keqing::receivable::ReceivablePolicy;
//! use keqing::receivable::waiver::{WaiverRequest, WaiverSubject, judge_waiver};
//! use keqing::verdict::{Authority, Decision, Presence};
//! use keqing::vocab::known::Known;
//!
//! let as_of = NaiveDate::from_ymd_opt(2024, 5, 1).ok_or("no such date")?;
//! let (subject, authority) = (WaiverSubject::Interest, Authority::Executive);
//! let (invoice, person) = ("2024-017".parse()?, "zhao-min".parse()?);
//! let amount = "40 EUR".parse()?;
//! let request = WaiverRequest::new(subject, invoice, amount, person, authority, as_of)
//!     .with_personal_interest(Known::measured(Presence::Present));
//! let verdict = judge_waiver(&ReceivablePolicy::standard(), &request)?;
//! assert_eq!(verdict.decision(), Decision::Deny);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod error;
mod policy;
mod reason;
mod request;
mod rules;
#[cfg(test)]
mod tests;

pub use error::WaiverError;
pub use policy::{WaiverAuthority, WaiverPolicy, WaiverPolicyError, WaiverSubject};
pub use reason::WaiverReason;
pub use request::WaiverRequest;

use crate::receivable::policy::ReceivablePolicy;
use crate::verdict::Verdict;

/// Judges whether a person may waive a charge or a limit of the policy.
///
/// Each authority has its room, by the amount, by the share of the claim and by the number of
/// waivers in a period ([`REC_04`](crate::receivable::cards::REC_04)). A waiver beyond the room of
/// the person who decides is escalated to the least authority whose room suffices. It is barred if
/// no room suffices.
///
/// A waiver needs a [reason](WaiverReason): an event with its day and the document that shows it. One
/// that is known to have none is barred. So is one by a person who has an interest of their own in the
/// customer, or decides for themselves.
///
/// Each fact that lets the waiver pass has to be the customer's word or a measurement: the claim, the
/// reason, the earlier waivers, and the absence of an own interest. If one is unknown or only estimated,
/// the waiver stays undecided.
///
/// The policy's severity of the rule weighs the findings. Those on the amount, the share and the number of
/// waivers keep the severity that the rooms give them.
///
/// # Errors
///
/// [`WaiverError`] is returned when the amount is not above zero or above the claim, or the
/// currencies differ. It is also returned when an earlier waiver, or the event that is the reason, lies
/// after the date of the request.
///
/// # Examples
///
/// ```
/// use chrono::NaiveDate;
/// use keqing::receivable::ReceivablePolicy;
/// use keqing::receivable::waiver::{WaiverReason, WaiverRequest, WaiverSubject, judge_waiver};
/// use keqing::verdict::{Authority, Decision, Presence};
/// use keqing::vocab::known::Known;
/// use keqing::vocab::words::WaiverCause;
///
/// let as_of = NaiveDate::from_ymd_opt(2024, 5, 1).ok_or("no such date")?;
/// let (invoice, manager) = ("2024-017".parse()?, "zhao-min".parse()?);
/// let amount = "40 EUR".parse()?;
/// let mut request =
///     WaiverRequest::new(WaiverSubject::Interest, invoice, amount, manager, Authority::Manager, as_of);
/// request.claim = Known::measured("100 EUR".parse()?);
/// request.personal_interest = Known::measured(Presence::Absent);
/// request.for_oneself = Known::measured(Presence::Absent);
/// let (cause, on, document) = (WaiverCause::BankDelay, as_of, "bank-notice-88".parse()?);
/// request.reason = Known::measured(Some(WaiverReason { cause, on, document }));
/// request.earlier = Known::measured(vec![]);
/// let policy = ReceivablePolicy::standard();
/// assert_eq!(judge_waiver(&policy, &request)?.decision(), Decision::Permit);
///
/// request.amount = "60 EUR".parse()?;
/// let beyond = judge_waiver(&policy, &request)?;
/// assert_eq!(beyond.decision(), Decision::Escalate(Authority::Executive));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn judge_waiver(
    policy: &ReceivablePolicy,
    request: &WaiverRequest,
) -> Result<Verdict, WaiverError> {
    request.check()?;
    let verdict = Verdict::try_of(|r| rules::consult(policy.waiver(), request, r))?;
    Ok(policy.severities().weighed(verdict))
}
