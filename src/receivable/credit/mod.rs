//! Credit: may this be sold, shipped or invoiced on credit (信用控制: REC-01, REC-06)?
//!
//! ```text
//! CreditPolicy + CreditRequest -> judge_credit -> Verdict   which limits would the step exceed, and who may release it?
//! ```
//!
//! - *Looks at*: The written policy, what is ordered, shipped, invoiced and overdue already, and
//!   the step that is asked for.
//! - *Why*: Nothing is sold on credit without a written policy, and no more than it allows.
//! - *Breaks it*: No policy. A component or the total above its limit. Credit suspended, or
//!   something overdue for too long.
//! - *Keeps it*: An exposure within every limit after the step, payment beforehand, or a release by
//!   somebody who may give it.
//! - *Rules*: REC-01, REC-06.

mod error;
mod exposure;
mod policy;
mod request;
mod rules;
#[cfg(test)]
mod tests;
mod words;

pub use error::CreditError;
pub use exposure::Exposure;
pub use policy::{CreditPolicy, CreditPolicyError};
pub use request::{CreditRelease, CreditRequest, Prepayment};
pub use words::{Component, SalesStep};

use crate::verdict::Verdict;

/// Tells whether a step of a sale may be made on credit.
///
/// There is no credit without a written policy, and no more than it allows
/// ([`REC_01`](crate::receivable::cards::REC_01)): each component of the exposure, as it would stand
/// after the step, is held against its limit, and so is the total. A step moves its amount along
/// (ordered, shipped, invoiced), so that nothing counts twice. Where credit is suspended or
/// something is overdue for too long, the step is held
/// ([`REC_06`](crate::receivable::cards::REC_06)).
///
/// What stands against the step is escalated to the authority that may release it, by how far the limit is
/// exceeded; the finding names the component, and its remedy the amount to come down to. A release that
/// covers the document, given once by such an authority and not by who asked for it, passes it up to
/// its last day: the breach stays in the findings as a notice. Steps that the policy does not hold pass,
/// and so does whatever is prepaid in full.
///
/// # Errors
///
/// [`CreditError`] where amounts are below zero or of different currencies, or a step moves more than
/// there is.
///
/// # Examples
///
/// ```
/// use chrono::NaiveDate;
/// use keqing::receivable::credit::{
///     Component, CreditPolicy, CreditRequest, Exposure, SalesStep, judge_credit,
/// };
/// use keqing::receivable::limit::{Amounts, MoneyLimit};
/// use keqing::verdict::{Authority, Decision, Presence};
/// use keqing::vocab::known::Known;
/// use keqing::vocab::money::Currency;
///
/// let limit = MoneyLimit::UpTo(Amounts::new(["1000 EUR".parse()?])?);
/// let policy = CreditPolicy::standard().with_limit(Component::Total, limit)?;
/// let as_of = NaiveDate::from_ymd_opt(2024, 5, 1).ok_or("no such date")?;
/// let (order, seller) = ("order-7".parse()?, "chen-li".parse()?);
/// let mut request = CreditRequest::new(order, SalesStep::Order, "400 EUR".parse()?, seller, as_of);
/// request.suspension = Known::measured(Presence::Absent);
/// request.exposure = Exposure::zero(Currency::EUR);
/// assert_eq!(judge_credit(Some(&policy), &request)?.decision(), Decision::Permit);
///
/// request.exposure.invoiced = Known::measured("700 EUR".parse()?);
/// let verdict = judge_credit(Some(&policy), &request)?;
/// assert_eq!(verdict.decision(), Decision::Escalate(Authority::Executive));
/// assert_eq!(judge_credit(None, &request)?.decision(), Decision::Deny);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn judge_credit(
    policy: Option<&CreditPolicy>,
    request: &CreditRequest,
) -> Result<Verdict, CreditError> {
    request.check()?;
    Verdict::try_of(|r| rules::consult(policy, request, r))
}
