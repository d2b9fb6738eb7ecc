//! Aging: how old is what is still open, and how long it takes to be paid (账龄分析).
//!
//! ```text
//! OpenItems + AgingPolicy + as_of -> age                    -> Aging            what is open, by age
//! OpenItems + as_of               -> average_days_late      -> FractionalDays   how late was money received?
//! receivables + sales + period    -> days_sales_outstanding -> FractionalDays   how many days of sales are unpaid?
//! ```
//!
//! - *Looks at*: Invoices, instalments and credit notes with what was received for them, as of a
//!   day.
//! - *Why*: The age of a claim is the first sign of trouble. Every cent of the account stands in
//!   exactly one bucket.
//! - *Breaks it*: Two currencies in one sum, a receipt before the item exists, or limits of the
//!   buckets that do not rise.
//! - *Keeps it*: Items with their own dates; what is disputed or held back stands apart.

mod age;
mod buckets;
mod delay;
mod error;
mod fractional_days;
mod item;
mod outcome;
mod policy;

pub use age::age;
pub use buckets::{AgeRange, Buckets, ZeroDays};
pub use delay::{DelayWeight, average_days_late, days_sales_outstanding};
pub use error::{AgingError, AgingPolicyError};
pub use fractional_days::FractionalDays;
pub use item::{OpenItem, Receipt};
pub use outcome::{AgedAmount, AgedBalance, Aging};
pub use policy::{AgingPolicy, Basis};
