//! Methods of settlement: which are accepted, and from which day they count as paid (结付方式).

mod method;
mod paid;
mod policy;

pub use method::{Method, MethodRule, PaidUpon};
pub use paid::{PaidOn, Settlement, SettlementError, paid_on};
pub use policy::{SettlementPolicy, SettlementPolicyError};
