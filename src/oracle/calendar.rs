use alloc::string::String;
use alloc::vec::Vec;

use chrono::{NaiveDate, NaiveDateTime};

use crate::calendar::clock::{ClockPolicy, ServiceClock};
use crate::calendar::day_count::{DayCount, DayCountSystem, ReferencePeriod, YearFraction};
use crate::calendar::hours::OpeningHours;
use crate::calendar::published::{HolidayYear, PublishedCalendar};
use crate::calendar::schedule::{Frequency, PeriodicSchedule, RollConvention, SchedulePeriod};
use crate::calendar::{
    BusinessDayConvention, Calendar, CountedEnds, DatesError, EndOfMonth, Tenor,
};
use crate::oracle::entry::questions;
use crate::oracle::error::AskError;
use crate::vocab::source::Sourced;
use crate::vocab::time::{Days, Seconds};

questions! {
    DatesError;

    /// Returns whether a date is a business day; a day that the calendar does not know is an error.
    "calendar.is_business_day" => IsBusinessDay {
        calendar: Calendar,
        /// The day.
        date: NaiveDate,
    }
        tells bool, at "date", |_| calendar.known_business_day(*date)?;

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

    /// Returns the regular periods of a schedule in which two dates lie, for a day count that needs them.
    "calendar.reference_period" => ReferencePeriodOf {
        schedule: PeriodicSchedule,
        /// The first day.
        from: NaiveDate,
        /// The last day.
        to: NaiveDate,
        calendar: Calendar,
    }
        tells ReferencePeriod, at "schedule", |_| schedule.reference_period(*from, *to, calendar)?;

    /// Returns the business days of a published list.
    "calendar.published" => Published { list: PublishedCalendar }
        tells Calendar, |_| list.calendar();

    /// Returns the days of each year of a published list, with the source that states them.
    "calendar.published_years" => PublishedYears { list: PublishedCalendar }
        tells Vec<Sourced<HolidayYear>>, |_| list.years();

    /// Returns the open time from one moment until a later one.
    "calendar.open_time" => OpenTime {
        hours: OpeningHours,
        /// The moment that is counted from.
        from: NaiveDateTime,
        /// The moment that is counted to.
        until: NaiveDateTime,
    }
        tells Seconds, at "until", |_| hours.open_time(*from, *until)?;

    /// Returns whether a moment is open.
    "calendar.is_open" => IsOpen {
        hours: OpeningHours,
        /// The moment.
        moment: NaiveDateTime,
    }
        tells bool, at "moment", |_| hours.is_open(*moment)?;

    /// Returns the first open moment from a moment on: the moment itself, if it is open.
    "calendar.next_open" => NextOpen {
        hours: OpeningHours,
        /// The moment.
        moment: NaiveDateTime,
    }
        tells NaiveDateTime, at "moment", |_| hours.next_open(*moment)?;

    /// Returns the first moment at which the open time from a moment on reaches a target.
    "calendar.open_due" => OpenDue {
        hours: OpeningHours,
        /// The moment that is counted from.
        from: NaiveDateTime,
        /// The open time that is wanted.
        target: Seconds,
    }
        tells NaiveDateTime, at "target", |_| hours.due(*from, *target)?;

    /// Returns the last moment from which the open time until a moment is a lead time.
    "calendar.open_before" => OpenBefore {
        hours: OpeningHours,
        /// The moment that is counted to.
        moment: NaiveDateTime,
        /// The open time that is left then.
        lead: Seconds,
    }
        tells NaiveDateTime, at "lead", |_| hours.before(*moment, *lead)?;

    /// Returns the time that a case has run up to a moment.
    "calendar.clock_elapsed" => ClockElapsed {
        clock: ServiceClock,
        hours: OpeningHours,
        /// The time that counts, and the clock after a reopening.
        rules: ClockPolicy,
        /// The moment for which the answer holds.
        as_of: NaiveDateTime,
    }
        tells Seconds, at "as-of", |_| clock.elapsed(hours, *rules, *as_of)?;

    /// Returns the moment at which a case reaches a target; nothing if its clock stands before.
    "calendar.clock_due" => ClockDue {
        clock: ServiceClock,
        hours: OpeningHours,
        /// The time that counts, and the clock after a reopening.
        rules: ClockPolicy,
        /// The time that is wanted.
        target: Seconds,
    }
        tells Option<NaiveDateTime>, at "target", |_| clock.due(hours, *rules, *target)?;

    /// Returns the moment at which a lead time is left until a case is due; nothing if its clock stands before.
    "calendar.clock_warn" => ClockWarn {
        clock: ServiceClock,
        hours: OpeningHours,
        /// The time that counts, and the clock after a reopening.
        rules: ClockPolicy,
        /// The time that is wanted.
        target: Seconds,
        /// The time that is left at the warning.
        lead: Seconds,
    }
        tells Option<NaiveDateTime>, at "target", |_| clock.warn(hours, *rules, *target, *lead)?;
}
