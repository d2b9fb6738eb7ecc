//! Published calendars: lists of holidays with the source that states them (已公布的节假日).
//!
//! ```text
//! PublishedCalendar -> calendar   the business days, known up to the last year of the list
//! PublishedCalendar -> years      the days of each year, with their source
//! ```
//!
//! - *Looks at*: The notices of the State Council of China, and the closing days of TARGET.
//! - *Why*: A list that everybody types anew has a wrong day in it. China moves working days to weekends by a notice
//!   of the year before, and no rule tells them.
//! - *Breaks it*: A day outside the years of the list; the calendar answers with an error there.
//! - *Keeps it*: A newer list, as soon as it is published. [`Calendar::new`](super::Calendar::new) takes one.
//! - *Rules*: None of its own.
//!
//! # Examples
//!
//! ```
//! use chrono::NaiveDate;
//! use keqing::calendar::published::PublishedCalendar;
//!
//! let date = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).ok_or("no such date");
//! let china: PublishedCalendar = "china-state-council".parse()?;
//! let calendar = china.calendar();
//! assert!(calendar.is_business_day(date(2026, 2, 14)?)); // a Saturday that is worked
//! assert_eq!(calendar.next(date(2026, 2, 14)?)?, date(2026, 2, 24)?);
//! assert!(calendar.next(date(2026, 12, 31)?).is_err());
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod china;
mod list;
mod target;
mod year;

pub use list::PublishedCalendar;
pub use year::HolidayYear;
