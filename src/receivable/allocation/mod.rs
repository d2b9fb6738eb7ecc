//! Allocation of payments: what a payment settles, within a debt and between debts (清偿抵充).
//!
//! ```text
//! Debts + Payment + AllocationPolicy  -> allocate        -> Allocation   which part of which debt is settled?
//! Debts + Payments + AllocationPolicy -> replay_payments -> History      the same for a whole history
//! Debts + charges                     -> join_charges    -> Debts        which debt does a fee belong to?
//! ```
//!
//! - *Looks at*: What is open of each debt, part by part, and a payment with what it designates.
//! - *Why*: Laws and systems settle in different orders, and each order costs somebody interest.
//!   [`Preset`] names sixteen of them.
//! - *Breaks it*: A debt given twice, a payment for a debt that does not exist yet, criteria that
//!   contradict each other.
//! - *Keeps it*: Every unit of a payment is applied or unapplied, and the parts add up to the
//!   whole.

mod account;
mod bucket;
mod charges;
mod debt;
mod engine;
mod error;
mod outcome;
mod payment;
mod policy;
mod preset;
mod replay;
mod units;

pub use bucket::{Bucket, DebtComponent, DueState, Order};
pub use charges::join_charges;
pub use debt::{Debt, DebtPart};
pub use engine::allocate;
pub use error::{AllocationError, AllocationPolicyError};
pub use outcome::{Allocation, AppliedAmount};
pub use payment::Payment;
pub use policy::{AllocationPolicy, DebtCriterion, Path, PaymentBeforeIssue, PrepaymentRule};
pub use preset::Preset;
pub use replay::{History, replay_payments};
