//! The plan of a schedule: its regular part, and the roll of that part.

use chrono::{Datelike, NaiveDate};

use crate::calendar::business_days::Calendar;
use crate::calendar::convention::BusinessDayConvention;
use crate::calendar::day_of_month::DayOfMonth;
use crate::calendar::error::CalendarError;
use crate::calendar::month::{first_of_month, last_of_month};
use crate::calendar::schedule::frequency::Frequency;
use crate::calendar::schedule::periodic::PeriodicSchedule;
use crate::calendar::schedule::roll::RollConvention;
use crate::calendar::schedule::stub::StubConvention;

/// The dates of a schedule, and the roll convention that follows from them.
pub(crate) struct Plan {
    pub(crate) start: NaiveDate,
    pub(crate) regular_start: NaiveDate,
    pub(crate) regular_end: NaiveDate,
    pub(crate) end: NaiveDate,
    pub(crate) roll: RollConvention,
}

impl Plan {
    pub(crate) fn of(
        schedule: &PeriodicSchedule,
        calendar: &Calendar,
    ) -> Result<Self, CalendarError> {
        let meant = |date| match schedule.roll() {
            Some(roll) => before_adjustment(date, roll, schedule.adjustment(), calendar),
            None => Ok(date),
        };
        let may_be_adjusted = schedule.roll() == Some(RollConvention::EndOfMonth)
            || schedule.start_adjustment() == Some(BusinessDayConvention::Unadjusted);
        let start = if may_be_adjusted {
            meant(schedule.start())?
        } else {
            schedule.start()
        };
        let end = meant(schedule.end())?;
        let regular_start = schedule.first_regular_start().map_or(Ok(start), meant)?;
        let regular_end = schedule.last_regular_end().map_or(Ok(end), meant)?;
        Ok(Self {
            start,
            regular_start,
            regular_end,
            end,
            roll: roll_in_force(schedule, regular_start, regular_end),
        })
    }

    /// Returns whether a stub before the regular part is given by its date.
    pub(crate) fn has_initial_stub(&self) -> bool {
        self.start != self.regular_start
    }

    /// Returns whether a stub after the regular part is given by its date.
    pub(crate) fn has_final_stub(&self) -> bool {
        self.end != self.regular_end
    }
}

/// Returns the day of the roll convention whose adjusted form a date is, or the date itself.
fn before_adjustment(
    date: NaiveDate,
    roll: RollConvention,
    adjustment: BusinessDayConvention,
    calendar: &Calendar,
) -> Result<NaiveDate, CalendarError> {
    let rolled = roll.roll(date, calendar)?;
    let is_adjusted = calendar.adjust(rolled, adjustment)? == date;
    Ok(if is_adjusted { rolled } else { date })
}

fn roll_in_force(schedule: &PeriodicSchedule, start: NaiveDate, end: NaiveDate) -> RollConvention {
    let prefers_month_end = match schedule.roll() {
        None | Some(RollConvention::Unrolled) => false,
        Some(RollConvention::EndOfMonth) => true,
        Some(roll) => return roll,
    };
    let stub = schedule.stub().unwrap_or(StubConvention::None);
    let anchor = if stub.is_initial() { end } else { start };
    match schedule.frequency() {
        Some(Frequency::Months(_)) => {
            let is_cut = stub == StubConvention::None && is_cut_at_one_end(start, end);
            let day = DayOfMonth::of(anchor);
            match (prefers_month_end, is_cut) {
                (true, true) => RollConvention::EndOfMonth,
                (true, false) if is_last_of_month(anchor) => RollConvention::EndOfMonth,
                (_, false) => RollConvention::on_day(day),
                (false, true) => {
                    RollConvention::on_day(DayOfMonth::of(start).max(DayOfMonth::of(end)))
                }
            }
        }
        Some(Frequency::Weeks(_)) => RollConvention::DayOfWeek(anchor.weekday()),
        _ if prefers_month_end => RollConvention::EndOfMonth,
        _ => RollConvention::Unrolled,
    }
}

/// Returns whether two dates of different months differ in their day because a month is too short.
fn is_cut_at_one_end(start: NaiveDate, end: NaiveDate) -> bool {
    start.day() != end.day()
        && first_of_month(start) != first_of_month(end)
        && (is_last_of_month(start) || is_last_of_month(end))
}

pub(crate) fn is_last_of_month(date: NaiveDate) -> bool {
    date == last_of_month(date)
}
