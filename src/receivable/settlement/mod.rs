//! Methods of settlement: which are accepted, and from which day they count as paid (结付方式: REC-03).
//!
//! ```text
//! Settlement + SettlementPolicy -> paid_on -> PaidOn   from which day does it count as paid?
//! ```
//!
//! - *Looks at*: The method, the day of receipt, and the days of clearing, maturity or return.
//! - *Why*: A cheque is no money until it clears. Lateness is judged by the day on which a method
//!   counts.
//! - *Breaks it*: A method that the policy does not accept, or dates that run backwards.
//! - *Keeps it*: An accepted method with the date that it counts from.

mod method;
mod paid;
mod policy;

pub use method::{Method, MethodRule, PaidUpon};
pub use paid::{PaidOn, Settlement, SettlementError, paid_on};
pub use policy::{SettlementPolicy, SettlementPolicyError};
