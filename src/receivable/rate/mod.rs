//! Rates: dated series of reference rates, and the rate of each day of lateness (利率).
//!
//! ```text
//! RateSeries + day           -> rate_on   which reference rate was in force, if that is known?
//! LateRate + RateDates + day -> rate_on   which rate does that day of lateness bear?
//! ```
//!
//! - *Looks at*: A series of reference rates with its gaps, a factor and a margin, and the dates of
//!   a debt.
//! - *Why*: A rate may float, or be fixed by the contract, the default or the payment.
//! - *Breaks it*: A gap in the series. An unknown rate is an error that says so, never a rate of
//!   zero.
//! - *Keeps it*: A series that covers every day asked about.
//! - *Rules*: None of its own. A rate bears on REC-03, REC-06 and REC-07.
//!
//! # Examples
//!
//! A contract sets a rate of 9 % per year, whatever any reference rate does.
//!
//! ```
//! use chrono::NaiveDate;
//! use keqing::receivable::rate::{LateRate, RateDates};
//!
//! let date = |month| NaiveDate::from_ymd_opt(2024, month, 1).ok_or("no such date");
//! let dates = RateDates::new(date(6)?, date(9)?);
//! let rate = LateRate::agreed("9 % per year".parse()?);
//! assert_eq!(rate.rate_on(&dates, date(7)?)?, "9 % per year".parse()?);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod compounding;
mod dates;
mod error;
mod factor;
mod late_rate;
mod reference;
mod sampling;
mod series;
mod step;

pub use compounding::{Compounding, Rest};
pub use dates::RateDates;
pub use error::LateRateError;
pub use factor::{RateFactor, RateFactorError};
pub use late_rate::LateRate;
pub use reference::ReferenceRate;
pub use sampling::{RateFixing, RateReset};
pub use series::{RateSeries, RateSeriesError, RateUnknownError};
pub use step::RateStep;
