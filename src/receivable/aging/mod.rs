//! Aging: how old is what is still open, and how long it takes to be paid (账龄分析).

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
