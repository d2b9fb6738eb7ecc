//! Rates: dated series of reference rates, and which of them binds (利率).
//!
//! ```text
//! RateSeries + day            -> rate_on   which reference rate was in force, if that is known?
//! LateRate + RateDates + day  -> rate_on    which rate does that day of lateness bear?
//! ```
//!
//! A gap in a series is data. What is not known is an error that says so, never a rate of zero.

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
