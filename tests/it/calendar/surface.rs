//! The surface of opening hours and clocks: as `surface`, in a file of its own for its length.

use std::fmt::Debug;
use std::hash::Hash;
use std::panic::{RefUnwindSafe, UnwindSafe};

use keqing::calendar;
use serde::{Deserialize, Serialize};

/// Words: copied, compared, ordered, hashed, written and read.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
struct Words(
    calendar::clock::CountedTime,
    calendar::clock::Reopening,
    calendar::hours::TimeOfDay,
    calendar::published::PublishedCalendar,
);

/// Values: as words, without an order.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, PartialEq, Serialize)]
struct Values(
    calendar::clock::ClockPolicy,
    calendar::clock::Pause,
    calendar::clock::Resolution,
    calendar::hours::OpenInterval,
);

/// Collections: as values, and not copied.
#[derive(Clone, Debug, Deserialize, Eq, Hash, PartialEq, Serialize)]
struct Collections(
    calendar::clock::ServiceClock,
    calendar::hours::OpeningHours,
    calendar::hours::SpecialDay,
    calendar::hours::WeekdayHours,
    calendar::published::HolidayYear,
);

#[test]
fn everything_goes_to_every_thread() {
    fn free<T: Debug + Send + Sync + Unpin + UnwindSafe + RefUnwindSafe>() {}
    free::<Words>();
    free::<Values>();
    free::<Collections>();
}
