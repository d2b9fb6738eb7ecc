//! Allocation of payments: the debts, and the parts of a debt, that a payment settles (清偿抵充).
//!
//! ```text
//! Debts + Payment + AllocationPolicy  -> allocate        -> Allocation   which part of which debt is settled?
//! Debts + Payments + AllocationPolicy -> replay_payments -> History      the same for a whole history
//! Debts + charges                     -> join_charges    -> Debts        which debt does a fee belong to?
//! ```
//!
//! - *Looks at*: The open parts of each debt, and a payment with the debts that it designates.
//! - *Why*: Laws and systems settle in different orders, and each order costs somebody interest.
//!   [`Preset`] names sixteen of them.
//! - *Breaks it*: A debt given twice, a payment for a debt that does not exist yet, criteria that
//!   contradict each other.
//! - *Keeps it*: Every unit of a payment is applied or unapplied, and the parts add up to the
//!   whole.
//! - *Rules*: None of its own. The order of payment bears on REC-03, REC-06 and REC-07.
//!
//! # Examples
//!
//! A customer pays 500 EUR on a debt of 300 EUR. The rest is its credit.
//!
//! ```
//! use chrono::NaiveDate;
//! use keqing::receivable::allocation::{AllocationPolicy, Debt, Payment, allocate};
//!
//! let date = |month| NaiveDate::from_ymd_opt(2024, month, 1).ok_or("no such date");
//! let debt = Debt::new("INV-1".parse()?, date(1)?, date(2)?, "300 EUR".parse()?)?;
//! let payment = Payment::new("PAY-1".parse()?, date(3)?, "500 EUR".parse()?)?;
//! let allocation = allocate(&AllocationPolicy::standard(), &[debt], &payment)?;
//! assert_eq!(allocation.unapplied(), "200 EUR".parse()?);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod account;
mod bucket;
mod charges;
mod check;
mod debt;
mod engine;
mod error;
mod ids;
mod outcome;
mod payment;
mod policy;
mod preset;
mod queue;
mod rank;
mod replay;
mod sum;
mod till;
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
pub(crate) use units::split;
