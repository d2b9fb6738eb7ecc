//! The stub that is left to a convention, beside those that are given by their dates.

use crate::calendar::day_of_month::DayOfMonth;
use crate::calendar::schedule::error::ScheduleError;
use crate::calendar::schedule::periodic::PeriodicSchedule;
use crate::calendar::schedule::plan::Plan;
use crate::calendar::schedule::roll::RollConvention;
use crate::calendar::schedule::stub::StubConvention;

/// Returns the convention for the rest between the stubs that are given by their dates.
///
/// A smart stub stays where it is if a date gives the stub of the other side only.
pub(crate) fn stub_left(
    schedule: &PeriodicSchedule,
    plan: &Plan,
) -> Result<StubConvention, ScheduleError> {
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
        StubConvention::SmartInitial if !initial => Ok(convention),
        StubConvention::SmartFinal if !last => Ok(convention),
        StubConvention::SmartInitial | StubConvention::SmartFinal => Ok(StubConvention::None),
        _ if initial && !convention.is_initial() => Err(refused(plan.regular_start)),
        _ if last && !convention.is_final() => Err(refused(plan.regular_end)),
        _ if initial || last => Ok(StubConvention::None),
        _ => Ok(convention),
    }
}
