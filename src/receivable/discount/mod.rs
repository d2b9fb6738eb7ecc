//! Early payment: what paying sooner takes off (提前付款折扣: REC-03).
//!
//! ```text
//! EarlyPayment + invoice + payment -> discount              -> Discount       what did the payment earn?
//! Discount + deduction             -> wrongly_taken         -> WronglyTaken   what was deducted and not earned?
//! discount + time                  -> effective_annual_cost -> Rate           what does forgoing it cost a year?
//! ```
//!
//! - *Looks at*: The [tiers](DiscountTier) of the policy, each a [cut-off](CutOff) and a
//!   [reward](Reward), and the day on which the payment counts.
//! - *Why*: A discount that is granted late is a price cut. One that was not earned is no error but
//!   an [outcome](DiscountOutcome).
//! - *Breaks it*: A payment after the last day of the tier, or only in part where the policy gives
//!   nothing for that.
//! - *Keeps it*: The whole amount less the discount, on the last day of the tier or before.

mod cost;
mod earned;
mod error;
mod invoice;
mod outcome;
mod policy;
mod settle;
mod tier;

pub use cost::{chained_discount, effective_annual_cost, reduced_tax};
pub use earned::discount;
pub use error::{DiscountError, EarlyPaymentError};
pub use invoice::DiscountedInvoice;
pub use outcome::{Discount, DiscountOutcome, WronglyTaken, wrongly_taken};
pub use policy::{EarlyPayment, PartialPayment, TaxTreatment};
pub use tier::{CutOff, DiscountTier, Reward};
