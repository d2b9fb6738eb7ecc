use alloc::string::String;
use alloc::vec::Vec;

use chrono::NaiveDate;

use crate::calendar::day_count::{DayCount, DayCountSystem, ReferencePeriod, YearFraction};
use crate::calendar::schedule::{Frequency, PeriodicSchedule, RollConvention, SchedulePeriod};
use crate::calendar::{
    BusinessDayConvention, Calendar, CountedEnds, DatesError, EndOfMonth, Tenor,
};
use crate::oracle::entry::questions;
use crate::oracle::error::AskError;
use crate::vocab::time::Days;

questions! {
    DatesError;

    /// Returns whether a date is a business day by the weekend and the days listed.
    "calendar.is_business_day" => IsBusinessDay {
        calendar: Calendar,
        /// The day.
        date: NaiveDate,
    }
        tells bool, at "date", |_| calendar.is_business_day(*date);

    /// Moves a date that is no business day to a business day.
    "calendar.adjust" => Adjust {
        calendar: Calendar,
        /// The day.
        date: NaiveDate,
        convention: BusinessDayConvention,
    }
        tells NaiveDate, at "date", |_| calendar.adjust(*date, *convention)?;

    /// Returns the first business day after a date.
    "calendar.next" => Next {
        calendar: Calendar,
        /// The day.
        date: NaiveDate,
    }
        tells NaiveDate, at "date", |_| calendar.next(*date)?;

    /// Returns the first business day from a date on: the date itself, if it is one.
    "calendar.next_or_same" => NextOrSame {
        calendar: Calendar,
        /// The day.
        date: NaiveDate,
    }
        tells NaiveDate, at "date", |_| calendar.next_or_same(*date)?;

    /// Returns the first business day from a date on, or the last one before it if its month has none
    /// left.
    "calendar.next_or_last_in_month" => NextOrLastInMonth {
        calendar: Calendar,
        /// The day.
        date: NaiveDate,
    }
        tells NaiveDate, at "date", |_| calendar.next_or_last_in_month(*date)?;

    /// Returns the last business day before a date.
    "calendar.previous" => Previous {
        calendar: Calendar,
        /// The day.
        date: NaiveDate,
    }
        tells NaiveDate, at "date", |_| calendar.previous(*date)?;

    /// Returns the last business day up to a date: the date itself, if it is one.
    "calendar.previous_or_same" => PreviousOrSame {
        calendar: Calendar,
        /// The day.
        date: NaiveDate,
    }
        tells NaiveDate, at "date", |_| calendar.previous_or_same(*date)?;

    /// Returns the last business day of the month of a date.
    "calendar.last_business_day_of_month" => LastBusinessDayOfMonth {
        calendar: Calendar,
        /// The day.
        date: NaiveDate,
    }
        tells NaiveDate, at "date", |_| calendar.last_business_day_of_month(*date)?;

    /// Returns the n-th business day after a date, before it if the number is negative, and the date itself
    /// for zero.
    "calendar.shift" => Shift {
        calendar: Calendar,
        /// The day.
        date: NaiveDate,
        /// The number of business days.
        days: i32,
    }
        tells NaiveDate, at "days", |_| calendar.shift(*date, *days)?;

    /// Returns the n-th business day after or before a date, and for zero the next one or the date itself.
    "calendar.shift_or_follow" => ShiftOrFollow {
        calendar: Calendar,
        /// The day.
        date: NaiveDate,
        /// The number of business days.
        days: i32,
    }
        tells NaiveDate, at "days", |_| calendar.shift_or_follow(*date, *days)?;

    /// Moves a date by a tenor, and then to a business day.
    "calendar.advance" => Advance {
        calendar: Calendar,
        /// The day.
        date: NaiveDate,
        tenor: Tenor,
        convention: BusinessDayConvention,
        end_of_month: EndOfMonth,
    }
        tells NaiveDate, at "tenor", |_| calendar.advance(*date, *tenor, *convention, *end_of_month)?;

    /// Counts the business days from one date to another.
    "calendar.business_days_between" => BusinessDaysBetween {
        calendar: Calendar,
        /// The day that is counted from.
        from: NaiveDate,
        /// The day that is counted to.
        to: NaiveDate,
        ends: CountedEnds,
    }
        tells i64, at "to", |_| calendar.business_days_between(*from, *to, *ends)?;

    /// Returns the calendar on which a day is a business day only if it is one on both.
    "calendar.joined" => Joined { calendar: Calendar, other: Calendar }
        tells Calendar, at "other", |_| calendar.joined(other)?;

    /// Returns the part of a year between two dates.
    "calendar.year_fraction" => Fraction {
        day_count: DayCount,
        /// The first day, which is counted.
        from: NaiveDate,
        /// The last day, which is not counted.
        to: NaiveDate,
        /// The reference period, for the conventions that need one.
        period: Option<ReferencePeriod>,
    }
        tells YearFraction, at "to", |_| match period {
            Some(period) => day_count.fraction_in(*from, *to, period)?,
            None => day_count.fraction(*from, *to)?,
        };

    /// Returns the number of days that a convention counts between two dates.
    "calendar.days" => CountedDays {
        day_count: DayCount,
        /// The first day, which is counted.
        from: NaiveDate,
        /// The last day, which is not counted.
        to: NaiveDate,
    }
        tells Days, at "to", |_| day_count.days(*from, *to)?;

    /// Returns the convention that another system means by an exact name; nothing if it is not in the table.
    "calendar.day_count_named_by" => NamedBy {
        system: DayCountSystem,
        /// The name, exactly as the system writes it.
        name: String,
    }
        tells Option<DayCount>, |_| DayCount::named_by(*system, name);

    /// Lists the periods of a schedule.
    "calendar.periods" => Periods { schedule: PeriodicSchedule, calendar: Calendar }
        tells Vec<SchedulePeriod>, at "schedule", |_| schedule.periods(calendar)?;

    /// Returns the day on which the regular periods of a schedule end.
    "calendar.roll_in_force" => RollInForce { schedule: PeriodicSchedule, calendar: Calendar }
        tells RollConvention, at "schedule", |_| schedule.roll_in_force(calendar)?;

    /// Moves a date to the day of a roll convention.
    "calendar.roll" => Roll {
        roll: RollConvention,
        /// The day.
        date: NaiveDate,
        calendar: Calendar,
    }
        tells NaiveDate, at "date", |_| roll.roll(*date, calendar)?;

    /// Returns the first day of a roll convention after a date, counting the frequency from it.
    "calendar.next_roll" => NextRoll {
        roll: RollConvention,
        /// The day.
        date: NaiveDate,
        frequency: Frequency,
        calendar: Calendar,
    }
        tells NaiveDate, at "date", |_| roll.next(*date, *frequency, calendar)?;

    /// Returns the last day of a roll convention before a date, counting the frequency back from it.
    "calendar.previous_roll" => PreviousRoll {
        roll: RollConvention,
        /// The day.
        date: NaiveDate,
        frequency: Frequency,
        calendar: Calendar,
    }
        tells NaiveDate, at "date", |_| roll.previous(*date, *frequency, calendar)?;
}
