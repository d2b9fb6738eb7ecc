//! Methods of settlement, and the day from which each counts as paid (结付方式: REC-03).
//!
//! ```text
//! Settlement + SettlementPolicy -> paid_on -> PaidOn   from which day does it count as paid?
//! ```
//!
//! - *Looks at*: The method, the day of receipt, and the days of clearing, maturity or return.
//! - *Why*: A cheque is no money until it clears. Lateness is judged by the day on which a method
//!   counts.
//! - *Breaks it*: A method that the policy does not accept, or dates that run backwards.
//! - *Keeps it*: An accepted method with the date from which it counts.
//! - *Rules*: REC-02, REC-03.
//!
//! # Examples
//!
//! A cheque counts as paid once it has cleared, not on the day of its receipt.
//!
//! ```
//! use chrono::NaiveDate;
//! use keqing::receivable::settlement::{Method, PaidOn, Settlement, SettlementPolicy, paid_on};
//!
//! let date = |day| NaiveDate::from_ymd_opt(2024, 5, day).ok_or("no such date");
//! let cheque = Settlement::new(Method::Cheque, date(6)?).with_clearing(date(9)?)?;
//! assert_eq!(paid_on(&SettlementPolicy::standard(), &cheque)?, PaidOn::Day(date(9)?));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod method;
mod paid;
mod policy;

pub use method::{Method, MethodRule, PaidUpon};
pub use paid::{PaidOn, Settlement, SettlementError, paid_on};
pub use policy::{SettlementPolicy, SettlementPolicyError};
