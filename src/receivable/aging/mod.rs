//! Aging: the age of open amounts, and the time until they are paid (账龄分析).
//!
//! ```text
//! OpenItems + AgingPolicy + as_of -> age                    -> Aging            what is open, by age
//! OpenItems + as_of               -> average_days_late      -> FractionalDays   how late was money received?
//! receivables + sales + period    -> days_sales_outstanding -> FractionalDays   how many days of sales are unpaid?
//! ```
//!
//! - *Looks at*: Invoices, instalments and credit notes with the receipts for them, as of a day.
//! - *Why*: The age of a claim is the first sign of trouble. Every cent of the account stands in
//!   exactly one bucket.
//! - *Breaks it*: Two currencies in one sum, a receipt before the item exists, or limits of the
//!   buckets that do not rise.
//! - *Keeps it*: Items with their own dates. Disputed and held back amounts stand apart.
//! - *Rules*: None of its own. By REC-03 the due date itself is not late.
//!
//! # Examples
//!
//! An invoice over 70 EUR is 10 days past due, so it stands in the first bucket.
//!
//! ```
//! use chrono::NaiveDate;
//! use keqing::receivable::aging::{AgingPolicy, OpenItem, age};
//! use keqing::vocab::money::Currency;
//!
//! let date = |month, day| NaiveDate::from_ymd_opt(2024, month, day).ok_or("no such date");
//! let item = OpenItem::new("INV-1".parse()?, date(2, 2)?, date(3, 1)?, "70 EUR".parse()?)?;
//! let aging = age(&AgingPolicy::standard(), &[item], date(3, 11)?)?;
//! let euros = aging.balance(Currency::EUR).ok_or("nothing is open")?;
//! let late = euros.columns().get(1).ok_or("five columns")?;
//! assert_eq!(late.amount, "70 EUR".parse()?);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

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
