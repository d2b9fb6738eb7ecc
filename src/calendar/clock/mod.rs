//! The clock of a service: the time that a case has run, and the moment at which it is due (服务时钟).
//!
//! ```text
//! ServiceClock + OpeningHours + ClockPolicy + moment        -> elapsed   the time that counts up to the moment
//! ServiceClock + OpeningHours + ClockPolicy + target        -> due       the moment at which the target is reached
//! ServiceClock + OpeningHours + ClockPolicy + target + lead -> warn      the moment with that much time to go
//! ```
//!
//! The clock runs from the opening of a case and stands while the case is paused or resolved. Only the part of a
//! pause that would have counted lengthens the time: a pause outside the hours costs nothing.
//!
//! - *Looks at*: The opening of a case, its pauses, its resolutions with their reopenings, and its closing.
//! - *Why*: Two systems that shift the start by the length of a pause disagree about every case that waits over a
//!   weekend.
//! - *Breaks it*: Moments out of order, such as a pause that ends before it begins.
//! - *Keeps it*: A record in the order in which it happened, and a policy that says which time counts.
//! - *Rules*: None of its own; the rules with a clock use it.
//!
//! # Examples
//!
//! ```
//! use chrono::{NaiveDateTime, Weekday};
//! use keqing::calendar::clock::{ClockPolicy, CountedTime, Pause, Reopening, ServiceClock};
//! use keqing::calendar::hours::{OpenInterval, OpeningHours};
//! use keqing::vocab::time::Seconds;
//!
//! let office = OpenInterval::new("10:00".parse()?, "18:00".parse()?)?;
//! let hours = OpeningHours::of_weekdays([Weekday::Thu, Weekday::Mon], [office])?;
//! let policy = ClockPolicy::new(CountedTime::OpenTime, Reopening::Continue);
//! let moment = |text: &str| text.parse::<NaiveDateTime>();
//! let clock = ServiceClock::new(moment("2025-08-07T17:30:00")?)
//!     .with_pauses([Pause::new(moment("2025-08-07T17:50:00")?, moment("2025-08-11T12:30:00")?)])?;
//!
//! let elapsed = clock.elapsed(&hours, policy, moment("2025-08-11T13:00:00")?)?;
//! assert_eq!(elapsed, Seconds::of_minutes(50));
//! let due = clock.due(&hours, policy, Seconds::of_hours(4))?;
//! assert_eq!(due, Some(moment("2025-08-11T16:10:00")?));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod error;
mod policy;
mod record;
mod run;
mod verbs;

pub use error::ClockError;
pub use policy::{ClockPolicy, CountedTime, Reopening};
pub use record::{Pause, Resolution, ServiceClock};

#[cfg(test)]
mod tests;
