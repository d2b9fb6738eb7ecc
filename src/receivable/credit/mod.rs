//! Credit: an order, a shipment or an invoice on credit, permitted or held (信用控制: REC-01, REC-06).
//!
//! ```text
//! CreditPolicy + CreditRequest -> judge_credit -> Verdict   the limits that the step would exceed, and who may release it
//! ```
//!
//! - *Looks at*: The written policy, the amounts that are ordered, shipped, invoiced and overdue
//!   already, and the step that is requested.
//! - *Why*: Nothing is sold on credit without a written policy, and no more than it allows.
//! - *Breaks it*: No policy. A component or the total above its limit. Credit that is suspended, or
//!   an invoice that is overdue for too long.
//! - *Keeps it*: An exposure within every limit after the step, payment beforehand, or a release by
//!   a person of sufficient authority.
//! - *Rules*: REC-01, REC-06.
//!
//! # Examples
//!
//! A house limits the total to 1000 EUR, and a manager releases an excess of up to 50 EUR.
//!
//! ```
//! use chrono::NaiveDate;
//! use keqing::receivable::credit::{
//!     Component, CreditPolicy, CreditRequest, Exposure, SalesStep, judge_credit,
//! };
//! use keqing::receivable::limit::{Amounts, MoneyLimit};
//! use keqing::verdict::{Authority, Decision, Presence};
//! use keqing::vocab::known::Known;
//! use keqing::vocab::money::Currency;
//!
//! let up_to = |amount: &str| -> Result<MoneyLimit, Box<dyn std::error::Error>> {
//!     Ok(MoneyLimit::UpTo(Amounts::new([amount.parse()?])?))
//! };
//! let policy = CreditPolicy::standard()
//!     .with_limit(Component::Total, up_to("1000 EUR")?)?
//!     .with_release(Authority::Manager, up_to("50 EUR")?)?;
//! let as_of = NaiveDate::from_ymd_opt(2024, 5, 1).ok_or("no such date")?;
//! let (order, seller) = ("order-7".parse()?, "chen-li".parse()?);
//! let mut request = CreditRequest::new(order, SalesStep::Order, "1040 EUR".parse()?, seller, as_of);
//! request.suspension = Known::measured(Presence::Absent);
//! request.exposure = Exposure::zero(Currency::EUR);
//! let verdict = judge_credit(Some(&policy), &request)?;
//! assert_eq!(verdict.decision(), Decision::Escalate(Authority::Manager));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

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

/// Judges a step of a sale on credit.
///
/// Without a written policy there is no credit, and with one no more than it allows
/// ([`REC_01`](crate::receivable::cards::REC_01)). Each component of the exposure after the step is compared
/// with its limit, and so is the total. A step moves its amount along (ordered, shipped, invoiced), so
/// that no amount counts twice. If credit is suspended or an invoice is overdue for too long, the step is
/// held ([`REC_06`](crate::receivable::cards::REC_06)).
///
/// An excess over a limit is escalated to the least authority that may release it, and barred if none may.
/// The finding names the component, and its remedy states the amount to come down to. A step held by age
/// or suspension is escalated to the authority that the policy names for it.
///
/// A release by such an authority, and not by the person who asked, passes the document up to the last day
/// of the release. The breach stays in the findings as a notice. A step that the policy does not hold
/// passes, and so does a step that is prepaid in full.
///
/// # Errors
///
/// [`CreditError`] is returned when amounts are below zero or of different currencies, or when a step
/// moves more than its component has.
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
