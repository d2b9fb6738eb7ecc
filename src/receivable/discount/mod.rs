//! Early payment: what paying sooner takes off (提前付款折扣).
//!
//! An [`EarlyPayment`] policy is a list of [tiers](DiscountTier), each a [cut-off](CutOff) and a
//! [reward](Reward). [`discount`] says what one payment earned, [`wrongly_taken`] what a payer
//! deducted without having earned it. A discount that was not earned is no error but an
//! [outcome](DiscountOutcome).

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
