//! Allocation of payments: what a payment settles, within a debt and between debts (清偿抵充).

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
