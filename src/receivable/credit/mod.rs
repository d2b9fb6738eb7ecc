//! Credit: an order, a shipment or an invoice on credit, permitted or held (信用控制: REC-01, REC-06).
//!
//! ```text
//! ReceivablePolicy + CreditRequest -> judge_credit -> Verdict   the limits that the step would exceed, and who may release it
//! open invoices                    -> Exposure::of_invoices     what is invoiced and overdue, less the customer's credit
//! exposures + ExchangeRates        -> group_exposure            what the members of a group owe together, in one currency
//! ```
//!
//! - *Looks at*: The receivables policy of the customer, the amount that is ordered, shipped, invoiced and
//!   overdue already, and the step that is requested.
//! - *Why*: Without a complete policy both sides quarrel when it is too late. So nothing is sold on credit
//!   without one, and no more than it allows.
//! - *Breaks it*: A policy that is silent on one of its five items or on credit. A component or the total
//!   above its limit. Credit that is suspended, or an invoice that is overdue for too long.
//! - *Keeps it*: A complete policy and an exposure within every limit after the step, payment beforehand, or
//!   a release by a person of sufficient authority.
//! - *Rules*: REC-01, REC-06.
//!
//! # Examples
//!
//! A house limits the total to 1000 EUR, and a manager releases an excess of up to 50 EUR.
//!
//! ```
//! use chrono::NaiveDate;
//! use keqing::receivable::ReceivablePolicy;
//! use keqing::receivable::clause::Clause;
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
//! let terms = CreditPolicy::standard()
//!     .with_limit(Component::Total, up_to("1000 EUR")?)?
//!     .with_release(Authority::Manager, up_to("50 EUR")?)?;
//! let policy = ReceivablePolicy::complete().with_credit(Clause::Agreed(terms));
//! let as_of = NaiveDate::from_ymd_opt(2024, 5, 1).ok_or("no such date")?;
//! let (order, seller) = ("order-7".parse()?, "chen-li".parse()?);
//! let mut request = CreditRequest::new(order, SalesStep::Order, "1040 EUR".parse()?, seller, as_of);
//! request.suspension = Known::measured(Presence::Absent);
//! request.exposure = Exposure::zero(Currency::EUR);
//! let verdict = judge_credit(&policy, &request)?;
//! assert_eq!(verdict.decision(), Decision::Escalate(Authority::Manager));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod error;
mod exchange;
mod exposure;
#[cfg(test)]
mod gate_tests;
mod group;
#[cfg(test)]
mod group_tests;
#[cfg(test)]
mod invoice_tests;
mod invoices;
#[cfg(test)]
mod part_tests;
mod policy;
mod request;
mod rules;
#[cfg(test)]
mod tests;
mod words;

pub use error::CreditError;
pub use exchange::{ConversionError, ExchangeRate, ExchangeRateError};
pub use exposure::Exposure;
pub use group::{GroupExposure, GroupExposureError, GroupMember, MemberExposure, group_exposure};
pub use policy::{CreditPolicy, CreditPolicyError};
pub use request::{CreditRelease, CreditRequest, Prepayment};
pub use words::{Component, SalesStep};

use crate::receivable::policy::ReceivablePolicy;
use crate::verdict::Verdict;

/// Judges a step of a sale on credit.
///
/// Credit needs the complete policy of this customer: all five items settled (REC-02), and terms of
/// credit that are set. Each silent item bars the sale, and so do terms that are silent or say that
/// there is no credit ([`REC_01`](crate::receivable::cards::REC_01)). The standard policy is incomplete
/// on purpose; [`ReceivablePolicy::complete`] is a preset without gaps.
///
/// Each component of the exposure after the step is compared with its limit, and so is the total. A
/// step moves its amount along (ordered, shipped, invoiced), so that no amount counts twice. If credit
/// is suspended or an invoice is overdue for too long, the step is held
/// ([`REC_06`](crate::receivable::cards::REC_06)).
///
/// Interest and fixed sums are in no component and no limit.
///
/// A fact that lets the sale pass has to be a measurement of our own ledger. An estimate leaves it missing,
/// and so does the debtor's word about its own debt. Both still hold the sale if they are beyond the limit.
/// The total misses each component that is unknown or not measured, and the findings name it.
///
/// What is known of an amount may exceed the limit by itself, the step included. The verdict then waits for
/// no other part if none can change it: nobody may release that excess, or whoever may release it may
/// release any. Otherwise the excess is told, and the parts that are missing leave the verdict undecided.
///
/// An excess over a limit is escalated to the least authority that may release it, and barred if none may.
/// The finding names the component, and its remedy states the amount to come down to. A step held by age
/// or suspension is escalated to the authority that the policy names for it.
///
/// A release by such an authority, and not by the person who asked, passes the document up to the last day
/// of the release. The breach stays in the findings as a notice. A release rests on our own ledger too: a
/// part of the amount that is missing leaves the verdict undecided. A step that the policy does not hold
/// passes, and so does a step that is prepaid in full. A finding has the amount that is prepaid
/// ([`Fact::Prepayment`](crate::verdict::Fact::Prepayment)).
///
/// # Errors
///
/// [`CreditError`] is returned when amounts are below zero or of different currencies, or when a step
/// moves more than its component has. It is also returned when an amount is measured as overdue, and the
/// oldest overdue invoice as one of 0 days.
///
/// # Examples
///
/// ```
/// use chrono::NaiveDate;
/// use keqing::receivable::ReceivablePolicy;
/// use keqing::receivable::clause::Clause;
/// use keqing::receivable::credit::{
///     Component, CreditPolicy, CreditRequest, Exposure, SalesStep, judge_credit,
/// };
/// use keqing::receivable::limit::{Amounts, MoneyLimit};
/// use keqing::verdict::{Authority, Decision, Presence};
/// use keqing::vocab::known::Known;
/// use keqing::vocab::money::Currency;
///
/// let limit = MoneyLimit::UpTo(Amounts::new(["1000 EUR".parse()?])?);
/// let terms = CreditPolicy::standard().with_limit(Component::Total, limit)?;
/// let policy = ReceivablePolicy::complete().with_credit(Clause::Agreed(terms));
/// let as_of = NaiveDate::from_ymd_opt(2024, 5, 1).ok_or("no such date")?;
/// let (order, seller) = ("order-7".parse()?, "chen-li".parse()?);
/// let mut request = CreditRequest::new(order, SalesStep::Order, "400 EUR".parse()?, seller, as_of);
/// request.suspension = Known::measured(Presence::Absent);
/// request.exposure = Exposure::zero(Currency::EUR);
/// assert_eq!(judge_credit(&policy, &request)?.decision(), Decision::Permit);
///
/// request.exposure.invoiced = Known::measured("700 EUR".parse()?);
/// let verdict = judge_credit(&policy, &request)?;
/// assert_eq!(verdict.decision(), Decision::Escalate(Authority::Executive));
/// request.exposure.shipped = Known::Unknown;
/// let verdict = judge_credit(&policy, &request)?;
/// assert_eq!(verdict.decision(), Decision::Escalate(Authority::Executive), "whatever is shipped");
/// let silent = ReceivablePolicy::standard();
/// assert_eq!(judge_credit(&silent, &request)?.decision(), Decision::Deny);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn judge_credit(
    policy: &ReceivablePolicy,
    request: &CreditRequest,
) -> Result<Verdict, CreditError> {
    request.check()?;
    let verdict = Verdict::try_of(|r| rules::consult(policy, request, r))?;
    Ok(policy.severities().weighed(verdict))
}
