//! The discount for early payment (提前付款折扣: REC-03).
//!
//! ```text
//! EarlyPayment + invoice + payment -> discount              -> Discount       what did the payment earn?
//! Discount + deduction             -> wrongly_taken         -> WronglyTaken   what was deducted and not earned?
//! discount + time                  -> effective_annual_cost -> Rate           what does forgoing it cost a year?
//! ```
//!
//! - *Looks at*: The [tiers](DiscountTier) of the policy, each a [cut-off](CutOff) and a
//!   [reward](Reward), and the day on which the payment counts.
//! - *Why*: A discount that is granted late is a price cut. A discount that was not earned is no
//!   error but an [outcome](DiscountOutcome).
//! - *Breaks it*: A payment after the last day of the tier, or a part payment under a policy that
//!   gives nothing for it.
//! - *Keeps it*: The whole amount less the discount, on the last day of the tier or before.
//! - *Rules*: REC-03.
//!
//! # Examples
//!
//! A discount of 2 % is given until 10 days before the due date. The payment comes a day later.
//!
//! ```
//! use chrono::NaiveDate;
//! use keqing::calendar::Calendar;
//! use keqing::receivable::discount::{
//!     CutOff, DiscountTier, DiscountedInvoice, EarlyPayment, Reward, discount,
//! };
//! use keqing::vocab::share::Share;
//! use keqing::vocab::time::Days;
//!
//! let january = |day| NaiveDate::from_ymd_opt(2024, 1, day).ok_or("no such date");
//! let reward = Reward::Share(Share::percent(2)?);
//! let tier = DiscountTier::new(CutOff::BeforeDue(Days::new(10)), reward)?;
//! let policy = EarlyPayment::none().with_tier(tier);
//!
//! let invoice = DiscountedInvoice::new(january(1)?, january(31)?, "1000 EUR".parse()?)?;
//! let paid = "980 EUR".parse()?;
//! let found = discount(&policy, &invoice, paid, january(22)?, &Calendar::every_day())?;
//! assert!(found.amount.is_zero());
//! assert_eq!(found.open, "20 EUR".parse()?);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod cost;
mod earned;
mod error;
mod invoice;
mod outcome;
mod policy;
mod running;
mod settle;
mod tier;

pub use cost::{chained_discount, effective_annual_cost, reduced_tax};
pub use earned::discount;
pub use error::{DiscountError, EarlyPaymentError};
pub use invoice::DiscountedInvoice;
pub use outcome::{Discount, DiscountOutcome, WronglyTaken, wrongly_taken};
pub use policy::{BeyondDue, EarlyPayment, PartialPayment, TaxTreatment};
pub(crate) use running::{DiscountedDebt, Offer, RunningDiscount};
pub use tier::{CutOff, DiscountTier, Reward};
