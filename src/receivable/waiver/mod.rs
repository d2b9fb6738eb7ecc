//! Waivers: may this be let off, and by whom (减免)?

mod error;
mod policy;
mod request;
mod rules;

pub use error::WaiverError;
pub use policy::{WaiverPolicy, WaiverPolicyError, WaiverRoom, WaiverSubject};
pub use request::WaiverRequest;

use crate::verdict::{Trace, Verdict};

/// Tells whether somebody may waive what the policy gives a right to.
///
/// Each authority has its room, by the amount, by the share of the claim and by the number of waivers in
/// a period ([`REC_05`](crate::receivable::cards::REC_05)). What is beyond the room of whoever decides is
/// escalated to the least authority whose room suffices, and barred where nobody's does. Who has an
/// interest of their own in the customer, or decides for themselves, waives nothing, however small
/// ([`REC_04`](crate::receivable::cards::REC_04)). A waiver without a reason, or about which one of these
/// things is unknown, stays undecided.
///
/// # Errors
///
/// [`WaiverError`] where the amount is not above zero or above the claim, the currencies differ, or an
/// earlier waiver lies after the date of the request.
///
/// # Examples
///
/// ```
/// use chrono::NaiveDate;
/// use keqing::receivable::{WaiverPolicy, WaiverRequest, WaiverSubject, judge_waiver};
/// use keqing::verdict::{Authority, Decision, Presence};
/// use keqing::vocab::Known;
///
/// let as_of = NaiveDate::from_ymd_opt(2024, 5, 1).ok_or("no such date")?;
/// let (invoice, manager) = ("2024-017".parse()?, "zhao-min".parse()?);
/// let amount = "40 EUR".parse()?;
/// let mut request =
///     WaiverRequest::new(WaiverSubject::Interest, invoice, amount, manager, Authority::Manager, as_of);
/// request.claim = Known::measured("100 EUR".parse()?);
/// request.personal_interest = Known::measured(Presence::Absent);
/// request.for_oneself = Known::measured(Presence::Absent);
/// request.reason = Known::measured("our bank held the payment".parse()?);
/// request.earlier = Known::measured(vec![]);
/// let policy = WaiverPolicy::standard();
/// assert_eq!(judge_waiver(&policy, &request)?.decision(), Decision::Permit);
///
/// request.amount = "60 EUR".parse()?;
/// let beyond = judge_waiver(&policy, &request)?;
/// assert_eq!(beyond.decision(), Decision::Escalate(Authority::Executive));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn judge_waiver(
    policy: &WaiverPolicy,
    request: &WaiverRequest,
) -> Result<Verdict, WaiverError> {
    request.check()?;
    let mut trace = Trace::new();
    rules::consult(policy, request, &mut trace)?;
    Ok(trace.into_verdict())
}
