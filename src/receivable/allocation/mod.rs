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

pub use bucket::{AllocationBucket, AllocationOrder, DebtComponent, DueState};
pub use charges::join_charges;
pub use debt::{Debt, DebtPart};
pub use engine::allocate;
pub use error::{AllocationError, AllocationPolicyError};
pub use outcome::{Allocation, AppliedAmount};
pub use payment::Payment;
pub use policy::{AllocationPath, AllocationPolicy, BeforeIssue, DebtCriterion, InAdvanceRule};
pub use preset::AllocationPreset;
pub use replay::{AllocationHistory, replay_payments};
