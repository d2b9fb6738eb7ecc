//! The cutting of the regular part of a schedule, on from its start or back from its end.

use alloc::vec;
use alloc::vec::Vec;

use chrono::{Datelike, NaiveDate};

use crate::calendar::business_days::Calendar;
use crate::calendar::schedule::error::ScheduleError;
use crate::calendar::schedule::frequency::Frequency;
use crate::calendar::schedule::left::stub_left;
use crate::calendar::schedule::periodic::PeriodicSchedule;
use crate::calendar::schedule::plan::{Plan, is_last_of_month};
use crate::calendar::schedule::roll::RollConvention;
use crate::calendar::schedule::roll::Steps;
use crate::calendar::schedule::stub::StubConvention;

/// The unadjusted dates of a schedule, two at least, with the marks of the stubs at its ends.
pub(crate) struct Cut {
    pub(crate) dates: Vec<NaiveDate>,
    pub(crate) has_initial_stub: bool,
    pub(crate) has_final_stub: bool,
}

impl Cut {
    pub(crate) fn of(
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

    /// Cuts on from the start of the regular part; the rest is at its end.
    ///
    /// Between two stubs there may be no regular part at all.
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

    /// Cuts back from the end of the regular part; the rest is at its start.
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

/// Leaves out the date between a stub and the regular period beside it, if there is such a date.
fn lengthen(dates: &mut Vec<NaiveDate>, lengthens: impl Fn(NaiveDate) -> bool) {
    if let [_, .., last] = dates.as_slice() {
        if lengthens(*last) {
            dates.pop();
        }
    }
}

fn given_stub(plan: &Plan) -> Option<NaiveDate> {
    if plan.has_initial_stub() {
        Some(plan.regular_start)
    } else {
        plan.has_final_stub().then_some(plan.regular_end)
    }
}

/// Returns whether the start is the last of its month and the end is the same day of a longer month.
///
/// An example is 30 April to 30 October. Such a day counts as an end, though it is not the end of
/// its month.
fn ends_short_of_month(plan: &Plan, frequency: Frequency) -> bool {
    plan.roll == RollConvention::EndOfMonth
        && matches!(frequency, Frequency::Months(_))
        && !plan.has_final_stub()
        && is_last_of_month(plan.regular_start)
        && plan.regular_start.day() == plan.regular_end.day()
}

/// The largest number of periods of a schedule: more than those of two centuries of days.
pub(crate) const MOST_PERIODS: usize = 100_000;

#[cfg(test)]
mod tests {
    use alloc::string::{String, ToString};
    use alloc::vec::Vec;

    use chrono::NaiveDate;

    use crate::calendar::business_days::Calendar;
    use crate::calendar::convention::BusinessDayConvention;
    use crate::calendar::day_of_month::DayOfMonth;
    use crate::calendar::schedule::error::ScheduleError;
    use crate::calendar::schedule::frequency::Frequency;
    use crate::calendar::schedule::period::PeriodKind;
    use crate::calendar::schedule::periodic::PeriodicSchedule;
    use crate::calendar::schedule::roll::RollConvention;
    use crate::calendar::schedule::stub::StubConvention;

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap_or(NaiveDate::MIN)
    }

    #[track_caller]
    fn monthly(start: &str, end: &str) -> PeriodicSchedule {
        match PeriodicSchedule::new(date(start), date(end), Frequency::MONTHLY) {
            Ok(schedule) => schedule,
            Err(error) => panic!("{error}"),
        }
    }

    /// Returns the unadjusted ends of the periods, a stub marked by an asterisk.
    #[track_caller]
    fn ends(schedule: PeriodicSchedule) -> Vec<String> {
        let periods = match schedule.periods(&Calendar::saturday_sunday()) {
            Ok(periods) => periods,
            Err(error) => panic!("{error}"),
        };
        let ends = periods.iter().map(|period| match period.kind {
            PeriodKind::Regular => period.unadjusted_end.to_string(),
            PeriodKind::Stub => alloc::format!("{}*", period.unadjusted_end),
        });
        ends.collect()
    }

    #[track_caller]
    fn assert_refused(schedule: Result<PeriodicSchedule, ScheduleError>, message: &str) {
        let periods = schedule.and_then(|schedule| schedule.periods(&Calendar::saturday_sunday()));
        let error = periods.map_err(|error| error.to_string());
        assert_eq!(error.err().as_deref(), Some(message));
    }

    #[test]
    fn a_day_that_february_cuts_is_found_again_in_march() {
        let schedule = monthly("2023-12-30", "2024-04-30");
        assert_eq!(
            ends(schedule),
            ["2024-01-30", "2024-02-29", "2024-03-30", "2024-04-30"]
        );
    }

    #[test]
    fn each_stub_convention_puts_the_rest_where_it_says() {
        use StubConvention::{
            LongFinal, LongInitial, ShortFinal, ShortInitial, SmartFinal, SmartInitial,
        };
        // From 10 January to 15 March: two months and five days.
        let table: [(StubConvention, &[&str]); 6] = [
            (ShortInitial, &["2024-01-15*", "2024-02-15", "2024-03-15"]),
            (LongInitial, &["2024-02-15*", "2024-03-15"]),
            (SmartInitial, &["2024-02-15*", "2024-03-15"]),
            (ShortFinal, &["2024-02-10", "2024-03-10", "2024-03-15*"]),
            (LongFinal, &["2024-02-10", "2024-03-15*"]),
            (SmartFinal, &["2024-02-10", "2024-03-15*"]),
        ];
        for (stub, expected) in table {
            let schedule = monthly("2024-01-10", "2024-03-15").with_stub(stub);
            assert_eq!(ends(schedule), expected, "{stub}");
        }
    }

    #[test]
    fn a_smart_stub_has_seven_days_at_least() {
        let smart = StubConvention::SmartFinal;
        let six = monthly("2024-01-10", "2024-02-16").with_stub(smart);
        assert_eq!(ends(six), ["2024-02-16*"]);
        let seven = monthly("2024-01-10", "2024-02-17").with_stub(smart);
        assert_eq!(ends(seven), ["2024-02-10", "2024-02-17*"]);
    }

    #[test]
    fn a_smart_stub_stays_if_a_date_gives_the_other_one() {
        let initial = |last: &str| {
            let schedule = monthly("2014-06-04", "2014-09-17");
            let schedule = schedule.with_stub(StubConvention::SmartInitial);
            schedule.with_last_regular_end(date(last))
        };
        let table: [(&str, &[&str]); 3] = [
            ("2014-08-04", &["2014-07-04", "2014-08-04", "2014-09-17*"]),
            (
                "2014-08-11",
                &["2014-06-11*", "2014-07-11", "2014-08-11", "2014-09-17*"],
            ),
            ("2014-08-10", &["2014-07-10*", "2014-08-10", "2014-09-17*"]), // six days
        ];
        for (last, expected) in table {
            assert_eq!(
                initial(last).map(ends),
                Ok(expected.iter().map(ToString::to_string).collect())
            );
        }
        let last = |end: &str| {
            let schedule = monthly("2014-06-04", end).with_stub(StubConvention::SmartFinal);
            schedule.with_first_regular_start(date("2014-06-17"))
        };
        let table: [(&str, &[&str]); 3] = [
            ("2014-08-17", &["2014-06-17*", "2014-07-17", "2014-08-17"]),
            (
                "2014-08-24",
                &["2014-06-17*", "2014-07-17", "2014-08-17", "2014-08-24*"],
            ),
            ("2014-08-23", &["2014-06-17*", "2014-07-17", "2014-08-23*"]), // six days
        ];
        for (end, expected) in table {
            assert_eq!(
                last(end).map(ends),
                Ok(expected.iter().map(ToString::to_string).collect())
            );
        }
        let both =
            last("2014-09-20").and_then(|made| made.with_last_regular_end(date("2014-08-17")));
        let expected = ["2014-06-17*", "2014-07-17", "2014-08-17", "2014-09-20*"];
        assert_eq!(both.map(ends), Ok(expected.map(String::from).to_vec()));
    }

    #[test]
    fn a_span_shorter_than_the_frequency_is_one_stub() {
        for stub in [StubConvention::None, StubConvention::ShortInitial] {
            let schedule = monthly("2024-01-10", "2024-01-31").with_stub(stub);
            assert_eq!(ends(schedule), ["2024-01-31*"], "{stub}");
        }
        let whole = PeriodicSchedule::one_period(date("2024-01-10"), date("2024-01-31"));
        assert_eq!(whole.map(ends), Ok(alloc::vec![String::from("2024-01-31")]));
    }

    #[test]
    fn stubs_that_contradict_their_dates_are_refused() {
        let schedule = || monthly("2024-01-10", "2024-03-15");
        assert_refused(
            Ok(schedule()),
            "from 2024-01-10 to 2024-03-15 is no whole number of periods, expected a stub convention",
        );
        assert_refused(
            Ok(schedule().with_stub(StubConvention::Both)),
            "stubs at both ends, expected the dates of the regular periods between them",
        );
        assert_refused(
            schedule()
                .with_stub(StubConvention::ShortFinal)
                .with_first_regular_start(date("2024-01-15")),
            "a stub ends or begins on 2024-01-15, expected none there with `short-final`",
        );
        assert_refused(
            schedule()
                .with_stub(StubConvention::None)
                .with_last_regular_end(date("2024-03-10")),
            "a stub ends or begins on 2024-03-10, expected none there with `none`",
        );
        assert_refused(
            PeriodicSchedule::one_period(date("2024-01-10"), date("2024-03-15"))
                .and_then(|schedule| schedule.with_last_regular_end(date("2024-03-10"))),
            "a stub ends or begins on 2024-03-10, expected none in a schedule of one period",
        );
    }

    #[test]
    fn an_anchor_off_its_roll_is_refused() {
        let fourth = DayOfMonth::new(4).unwrap_or(DayOfMonth::LAST);
        assert_refused(
            Ok(monthly("2024-01-10", "2024-03-10").with_roll(RollConvention::DayOfMonth(fourth))),
            "dates are counted from 2024-01-10, expected day 4 of the month",
        );
    }

    #[test]
    fn business_days_may_leave_nothing_of_a_period() {
        let weekend =
            PeriodicSchedule::new(date("2024-01-06"), date("2024-01-07"), Frequency::DAILY);
        assert_refused(
            weekend.map(|schedule| schedule.with_adjustment(BusinessDayConvention::Following)),
            "the period from 2024-01-06 to 2024-01-07 is adjusted to 2024-01-08 to 2024-01-08, expected a day at least",
        );
    }

    #[test]
    fn more_periods_than_a_hundred_thousand_are_refused() {
        let start = date("2000-01-01");
        for (days, is_made) in [(100_000, true), (100_001, false)] {
            let end = start.checked_add_days(chrono::Days::new(days));
            let schedule = end.map(|end| PeriodicSchedule::new(start, end, Frequency::DAILY));
            let count = schedule.map(|schedule| {
                schedule.and_then(|schedule| schedule.periods(&Calendar::every_day()))
            });
            let is_ok = count.is_some_and(|periods| periods.is_ok());
            assert_eq!(is_ok, is_made, "{days}");
        }
    }
}
