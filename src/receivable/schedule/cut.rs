//! Cutting the regular part of a schedule, on from its start or back from its end.

use alloc::vec;
use alloc::vec::Vec;

use chrono::{Datelike, NaiveDate};

use crate::receivable::calendar::{Calendar, DayOfMonth};
use crate::receivable::schedule::plan::{Plan, is_last_of_month};
use crate::receivable::schedule::roll::Steps;
use crate::receivable::schedule::{
    Frequency, PeriodicSchedule, RollConvention, ScheduleError, StubConvention,
};

/// The unadjusted dates of a schedule, two at least, and whether its ends are stubs.
pub(super) struct Cut {
    pub(super) dates: Vec<NaiveDate>,
    pub(super) has_initial_stub: bool,
    pub(super) has_final_stub: bool,
}

impl Cut {
    pub(super) fn of(
        schedule: &PeriodicSchedule,
        plan: &Plan,
        calendar: &Calendar,
    ) -> Result<Self, ScheduleError> {
        if plan.regular_start == plan.end || plan.regular_end == plan.start {
            return Ok(Self::whole(plan, true));
        }
        let Some(frequency) = schedule.frequency() else {
            return match given_stub(plan) {
                Some(date) => Err(ScheduleError::StubOfOnePeriod { date }),
                None => Ok(Self::whole(plan, false)),
            };
        };
        let stub = stub_left(schedule, plan)?;
        let mut cut = if stub.is_initial() {
            Self::back(plan, frequency, stub, calendar)?
        } else {
            Self::on(plan, frequency, stub, calendar)?
        };
        if plan.has_initial_stub() {
            cut.dates.insert(0, plan.start);
            cut.has_initial_stub = true;
        }
        if plan.has_final_stub() {
            cut.dates.push(plan.end);
            cut.has_final_stub = true;
        }
        Ok(cut)
    }

    fn whole(plan: &Plan, is_stub: bool) -> Self {
        Self {
            dates: vec![plan.start, plan.end],
            has_initial_stub: is_stub,
            has_final_stub: is_stub,
        }
    }

    /// Counts on from the start of the regular part; what is left over is at its end. Between two stubs
    /// there may be no regular part at all.
    fn on(
        plan: &Plan,
        frequency: Frequency,
        stub: StubConvention,
        calendar: &Calendar,
    ) -> Result<Self, ScheduleError> {
        let (start, end) = (plan.regular_start, plan.regular_end);
        let steps = Steps::on(plan.roll, start, frequency);
        let (mut dates, reached) = walk(plan, steps, start, calendar, |date| date < end)?;
        let has_final_stub = start < end && reached != end;
        let is_only_period = dates.len() == 1 && !plan.has_initial_stub();
        if has_final_stub && !is_only_period {
            let stub = match stub {
                StubConvention::None if ends_short_of_month(plan, frequency) => {
                    StubConvention::SmartFinal
                }
                StubConvention::None | StubConvention::Both => {
                    return Err(ScheduleError::StubNotAllowed { start, end });
                }
                stub => stub,
            };
            lengthen(&mut dates, |last| stub.lengthens(last, end));
        }
        if start < end {
            dates.push(end);
        }
        Ok(Self {
            dates,
            has_initial_stub: has_final_stub && is_only_period,
            has_final_stub,
        })
    }

    /// Counts back from the end of the regular part; what is left over is at its start.
    fn back(
        plan: &Plan,
        frequency: Frequency,
        stub: StubConvention,
        calendar: &Calendar,
    ) -> Result<Self, ScheduleError> {
        let (start, end) = (plan.regular_start, plan.regular_end);
        let steps = Steps::back(plan.roll, end, frequency);
        let (mut dates, reached) = walk(plan, steps, end, calendar, |date| date > start)?;
        let has_initial_stub = reached != start;
        if has_initial_stub {
            lengthen(&mut dates, |first| stub.lengthens(start, first));
        }
        dates.push(start);
        dates.reverse();
        Ok(Self {
            dates,
            has_initial_stub,
            has_final_stub: false,
        })
    }
}

/// Returns the anchor and the dates counted from it that lie within, and the first that does not.
fn walk(
    plan: &Plan,
    mut steps: Steps,
    anchor: NaiveDate,
    calendar: &Calendar,
    is_within: impl Fn(NaiveDate) -> bool,
) -> Result<(Vec<NaiveDate>, NaiveDate), ScheduleError> {
    if plan.roll.roll(anchor, calendar)? != anchor {
        return Err(ScheduleError::OffRoll {
            date: anchor,
            roll: plan.roll,
        });
    }
    let mut dates = vec![anchor];
    loop {
        let date = steps.advance(calendar)?;
        if !is_within(date) {
            return Ok((dates, date));
        }
        if dates.len() >= MOST_PERIODS {
            return Err(ScheduleError::TooManyPeriods { most: MOST_PERIODS });
        }
        dates.push(date);
    }
}

/// Leaves out the date between a stub and the regular period beside it, where there is such a date.
fn lengthen(dates: &mut Vec<NaiveDate>, lengthens: impl Fn(NaiveDate) -> bool) {
    if let [_, .., last] = dates.as_slice() {
        if lengthens(*last) {
            dates.pop();
        }
    }
}

/// Returns the convention for what is left over between the stubs that are given by their dates.
fn stub_left(schedule: &PeriodicSchedule, plan: &Plan) -> Result<StubConvention, ScheduleError> {
    let (initial, last) = (plan.has_initial_stub(), plan.has_final_stub());
    let Some(convention) = schedule.stub() else {
        let day = schedule.roll().and_then(RollConvention::day);
        let names = |date| day == Some(DayOfMonth::of(date));
        return Ok(match (initial, last) {
            (false, false) if names(plan.regular_end) => StubConvention::SmartInitial,
            (false, false) if names(plan.regular_start) => StubConvention::SmartFinal,
            _ => StubConvention::None,
        });
    };
    let refused = |date| ScheduleError::StubNotConvention { date, convention };
    match convention {
        StubConvention::Both if initial && last => Ok(StubConvention::None),
        StubConvention::Both => Err(ScheduleError::StubsWithoutDates),
        _ if initial && !convention.is_initial() => Err(refused(plan.regular_start)),
        _ if last && !convention.is_final() => Err(refused(plan.regular_end)),
        _ if initial || last => Ok(StubConvention::None),
        _ => Ok(convention),
    }
}

fn given_stub(plan: &Plan) -> Option<NaiveDate> {
    if plan.has_initial_stub() {
        Some(plan.regular_start)
    } else {
        plan.has_final_stub().then_some(plan.regular_end)
    }
}

/// Tells whether the end keeps the day of a start that is the last of its month, in a longer month:
/// 30 April to 30 October. That is an end, though not the end of its month.
fn ends_short_of_month(plan: &Plan, frequency: Frequency) -> bool {
    plan.roll == RollConvention::EndOfMonth
        && matches!(frequency, Frequency::Months(_))
        && !plan.has_final_stub()
        && is_last_of_month(plan.regular_start)
        && plan.regular_start.day() == plan.regular_end.day()
}

/// The most periods of a schedule: more than those of two centuries of days.
const MOST_PERIODS: usize = 100_000;
