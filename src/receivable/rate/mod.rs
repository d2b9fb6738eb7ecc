//! Rates: dated series of reference rates, and which of them binds (利率).
//!
//! ```text
//! RateSeries + day           -> rate_on   which reference rate was in force, if that is known?
//! LateRate + RateDates + day -> rate_on   which rate does that day of lateness bear?
//! ```
//!
//! - *Looks at*: A series of reference rates with its gaps, a factor and a margin, and the dates of
//!   a debt.
//! - *Why*: A rate may float, or be fixed by the contract, the default or the payment.
//! - *Breaks it*: A gap in the series: what is not known is an error that says so, never a rate of
//!   zero.
//! - *Keeps it*: A series that covers every day asked about.

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
