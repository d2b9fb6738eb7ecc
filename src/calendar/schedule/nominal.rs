use alloc::vec::Vec;

use chrono::NaiveDate;

use crate::calendar::business_days::Calendar;
use crate::calendar::day_count::{PeriodsPerYear, ReferencePeriod};
use crate::calendar::schedule::cut::{Cut, MOST_PERIODS};
use crate::calendar::schedule::error::ScheduleError;
use crate::calendar::schedule::frequency::Frequency;
use crate::calendar::schedule::left::stub_left;
use crate::calendar::schedule::periodic::PeriodicSchedule;
use crate::calendar::schedule::plan::Plan;
use crate::calendar::schedule::roll::Steps;

impl PeriodicSchedule {
    /// Returns the regular periods in which two dates lie, for a day count that needs them (名义期间).
    ///
    /// The periods go on beyond the regular part as the schedule would have had them. A short stub lies in one of
    /// them, and a long stub in several. Their dates are those before the move to business days. The end of the
    /// schedule is the termination date.
    ///
    /// # Errors
    ///
    /// - [`ScheduleError::NoPartOfYear`] is returned unless the frequency is 1, 2, 3, 4, 6 or 12 months;
    /// - [`ScheduleError::DatesOutside`] is returned when the dates run backwards or lie outside the schedule,
    ///   before and after its ends are moved to business days;
    /// - the errors of [`periods`](Self::periods) are returned.
    ///
    /// # Examples
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use keqing::calendar::Calendar;
    /// use keqing::calendar::day_count::DayCount;
    /// use keqing::calendar::schedule::{Frequency, PeriodicSchedule, StubConvention};
    ///
    /// // A long first period of 15 August 2002 to 15 July 2003, with payments in January and July.
    /// let date = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).ok_or("no such date");
    /// let (from, to) = (date(2002, 8, 15)?, date(2003, 7, 15)?);
    /// let schedule = PeriodicSchedule::new(from, date(2004, 1, 15)?, Frequency::HALF_YEARLY)?
    ///     .with_stub(StubConvention::LongInitial);
    /// let periods = schedule.reference_period(from, to, &Calendar::every_day())?;
    /// let fraction = DayCount::ActualActualIcma.fraction_in(from, to, &periods)?;
    /// assert_eq!(fraction, "337/368".parse()?); // 153/(184 × 2) + 181/(181 × 2)
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn reference_period(
        &self,
        from: NaiveDate,
        to: NaiveDate,
        calendar: &Calendar,
    ) -> Result<ReferencePeriod, ScheduleError> {
        let outside = || self.outside(from, to);
        let Some((frequency, per_year)) = self.frequency().and_then(part_of_year) else {
            let frequency = self.frequency();
            return Err(ScheduleError::NoPartOfYear { frequency });
        };
        let plan = Plan::of(self, calendar)?;
        // Whatever makes the schedule impossible makes its periods impossible.
        Cut::of(self, &plan, calendar)?;
        let (first, last) = self.ends(&plan, calendar)?;
        if from < first || to < from || last < to {
            return Err(outside());
        }
        let anchor = self.anchor(&plan)?;
        let mut dates = nominal(
            Steps::back(plan.roll, anchor, frequency),
            calendar,
            |date| date <= from,
        )?;
        dates.reverse();
        dates.push(anchor);
        dates.extend(nominal(
            Steps::on(plan.roll, anchor, frequency),
            calendar,
            |date| date >= to && date > from,
        )?);
        let (start, end) = around(&dates, from, to);
        let dates = dates.get(start..end).unwrap_or(&dates).iter().copied();
        let periods = ReferencePeriod::of_nominal_dates(dates, per_year);
        Ok(periods.map_err(|_| outside())?.with_termination(self.end()))
    }

    /// Returns the first and the last date of the schedule, moved to a business day or not.
    fn ends(
        &self,
        plan: &Plan,
        calendar: &Calendar,
    ) -> Result<(NaiveDate, NaiveDate), ScheduleError> {
        let start_adjustment = self.start_adjustment().unwrap_or(self.adjustment());
        let start = calendar.adjust(self.start(), start_adjustment)?;
        let end = calendar.adjust(self.end(), self.adjustment())?;
        Ok((
            start.min(self.start()).min(plan.start),
            end.max(self.end()).max(plan.end),
        ))
    }

    /// Returns the date of the regular part from which all others are counted.
    fn anchor(&self, plan: &Plan) -> Result<NaiveDate, ScheduleError> {
        if plan.regular_start == plan.end {
            return Ok(plan.regular_start);
        }
        if plan.regular_end == plan.start {
            return Ok(plan.regular_end);
        }
        Ok(if stub_left(self, plan)?.is_initial() {
            plan.regular_end
        } else {
            plan.regular_start
        })
    }

    const fn outside(&self, from: NaiveDate, to: NaiveDate) -> ScheduleError {
        ScheduleError::DatesOutside {
            from,
            to,
            start: self.start(),
            end: self.end(),
        }
    }
}

/// Returns the nominal dates in one direction, up to the first that is far enough.
fn nominal(
    mut steps: Steps,
    calendar: &Calendar,
    is_far: impl Fn(NaiveDate) -> bool,
) -> Result<Vec<NaiveDate>, ScheduleError> {
    let mut dates = Vec::new();
    loop {
        let date = steps.advance(calendar)?;
        dates.push(date);
        if is_far(date) {
            return Ok(dates);
        }
        if dates.len() >= MOST_PERIODS {
            return Err(ScheduleError::TooManyPeriods { most: MOST_PERIODS });
        }
    }
}

/// Returns the places of the dates that begin and end the periods of two dates: one period at least.
fn around(dates: &[NaiveDate], from: NaiveDate, to: NaiveDate) -> (usize, usize) {
    let start = dates
        .partition_point(|date| *date <= from)
        .saturating_sub(1);
    let end = dates.partition_point(|date| *date < to).saturating_add(1);
    let two = start.saturating_add(2);
    (start, end.max(two))
}

/// Returns a frequency of months with the number of its periods in a year, if that is whole.
fn part_of_year(frequency: Frequency) -> Option<(Frequency, PeriodsPerYear)> {
    let Frequency::Months(months) = frequency else {
        return None;
    };
    let per_year = match months.get() {
        1 => PeriodsPerYear::Twelve,
        2 => PeriodsPerYear::Six,
        3 => PeriodsPerYear::Four,
        4 => PeriodsPerYear::Three,
        6 => PeriodsPerYear::Two,
        12 => PeriodsPerYear::One,
        _ => return None,
    };
    Some((frequency, per_year))
}

#[cfg(test)]
mod tests {
    use alloc::string::{String, ToString};
    use alloc::vec::Vec;
    use core::num::NonZeroU32;

    use chrono::NaiveDate;

    use crate::calendar::business_days::Calendar;
    use crate::calendar::convention::BusinessDayConvention;
    use crate::calendar::day_count::DayCount;
    use crate::calendar::schedule::error::ScheduleError;
    use crate::calendar::schedule::frequency::Frequency;
    use crate::calendar::schedule::periodic::PeriodicSchedule;
    use crate::calendar::schedule::roll::RollConvention;
    use crate::calendar::schedule::stub::StubConvention;

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap_or(NaiveDate::MIN)
    }

    #[track_caller]
    fn made(schedule: Result<PeriodicSchedule, ScheduleError>) -> PeriodicSchedule {
        match schedule {
            Ok(schedule) => schedule,
            Err(error) => panic!("{error}"),
        }
    }

    fn schedule(start: &str, end: &str, frequency: Frequency) -> PeriodicSchedule {
        made(PeriodicSchedule::new(date(start), date(end), frequency))
    }

    /// Returns the nominal dates of the periods of two dates, or the reason why there are none.
    fn nominal(schedule: PeriodicSchedule, from: &str, to: &str) -> Result<Vec<String>, String> {
        let calendar = Calendar::saturday_sunday();
        let periods = schedule.reference_period(date(from), date(to), &calendar);
        let periods = periods.map_err(|error| error.to_string())?;
        Ok(periods
            .nominal_dates()
            .map(|date| date.to_string())
            .collect())
    }

    #[track_caller]
    fn assert_nominal(schedule: PeriodicSchedule, from: &str, to: &str, dates: &[&str]) {
        let expected = dates.iter().map(ToString::to_string).collect();
        assert_eq!(nominal(schedule, from, to), Ok(expected));
    }

    #[test]
    fn a_regular_period_is_its_own_and_each_day_lies_in_one() {
        let year = schedule("2011-12-30", "2012-12-30", Frequency::QUARTERLY);
        assert_nominal(
            year,
            "2012-04-10",
            "2012-05-10",
            &["2012-03-30", "2012-06-30"],
        );
        assert_nominal(
            year,
            "2012-03-30",
            "2012-06-30",
            &["2012-03-30", "2012-06-30"],
        );
        assert_nominal(
            year,
            "2012-03-30",
            "2012-03-30",
            &["2012-03-30", "2012-06-30"],
        );
        let over = ["2011-12-30", "2012-03-30", "2012-06-30"];
        assert_nominal(year, "2012-03-29", "2012-03-31", &over);
        assert_nominal(
            year,
            "2012-12-30",
            "2012-12-30",
            &["2012-12-30", "2013-03-30"],
        );
    }

    #[test]
    fn stubs_lie_in_the_periods_that_the_schedule_would_have_had() {
        let short = schedule("1999-02-01", "2000-07-01", Frequency::YEARLY);
        let short = short.with_stub(StubConvention::ShortInitial);
        assert_nominal(
            short,
            "1999-02-01",
            "1999-07-01",
            &["1998-07-01", "1999-07-01"],
        );
        // Three quarters and two months before the end of February, as ends of months and as 29ths.
        let long = schedule("2011-07-01", "2012-08-31", Frequency::QUARTERLY);
        let long = made(long.with_first_regular_start(date("2012-02-29")));
        let ends = ["2011-05-31", "2011-08-31", "2011-11-30", "2012-02-29"];
        let eom = long.with_roll(RollConvention::EndOfMonth);
        assert_nominal(eom, "2011-07-01", "2012-02-29", &ends);
        assert_nominal(eom, "2011-07-01", "2011-11-12", &ends[..3]);
        let both = schedule("2014-06-04", "2014-10-17", Frequency::MONTHLY);
        let both = made(both.with_first_regular_start(date("2014-08-11")));
        let both = made(both.with_last_regular_end(date("2014-08-11")));
        let dates = ["2014-05-11", "2014-06-11", "2014-07-11", "2014-08-11"];
        assert_nominal(both, "2014-06-04", "2014-08-11", &dates);
        let dates = ["2014-08-11", "2014-09-11", "2014-10-11", "2014-11-11"];
        assert_nominal(both, "2014-08-11", "2014-10-17", &dates);
    }

    #[test]
    fn the_end_of_the_schedule_is_the_termination_date() {
        let year = schedule("2011-12-30", "2012-12-30", Frequency::QUARTERLY);
        let periods = year.reference_period(year.start(), year.end(), &Calendar::every_day());
        let termination = periods.as_ref().map(|periods| periods.termination());
        assert_eq!(termination, Ok(Some(year.end())));
        let whole = periods.map(|periods| {
            DayCount::ActualActualIcma.fraction_in(year.start(), year.end(), &periods)
        });
        assert_eq!(
            whole.map(|whole| whole.map(|whole| whole.to_string())),
            Ok(Ok("4/4".into()))
        );
    }

    #[test]
    fn dates_moved_to_business_days_lie_in_the_schedule() {
        // 30 December 2012 is a Sunday, and 31 December a Monday.
        let year = schedule("2011-12-30", "2012-12-30", Frequency::QUARTERLY);
        let moved = year.with_adjustment(BusinessDayConvention::Following);
        let last = ["2012-09-30", "2012-12-30", "2013-03-30"];
        assert_nominal(moved, "2012-10-01", "2012-12-31", &last);
        let outside =
            "from 2012-10-01 to 2012-12-31, expected dates in order from 2011-12-30 to 2012-12-30";
        assert_eq!(
            nominal(year, "2012-10-01", "2012-12-31"),
            Err(outside.into())
        );
        for (from, to) in [
            ("2011-12-29", "2012-01-31"),
            ("2012-02-01", "2012-01-31"),
            ("2012-10-01", "2013-01-01"),
        ] {
            assert!(nominal(moved, from, to).is_err(), "{from} {to}");
        }
    }

    #[test]
    fn only_a_whole_part_of_a_year_has_reference_periods() {
        let months = |count| NonZeroU32::new(count).map_or(Frequency::DAILY, Frequency::Months);
        let weeks = NonZeroU32::new(13).map_or(Frequency::DAILY, Frequency::Weeks);
        for (frequency, told) in [
            (months(5), "5 months"),
            (months(24), "24 months"),
            (weeks, "13 weeks"),
            (Frequency::DAILY, "1 days"),
        ] {
            let refused = nominal(
                schedule("2012-01-01", "2012-01-03", frequency),
                "2012-01-01",
                "2012-01-02",
            );
            let message = alloc::format!(
                "reference periods of {told}, expected periods of 1, 2, 3, 4, 6 or 12 months"
            );
            assert_eq!(refused, Err(message));
        }
        let one = made(PeriodicSchedule::one_period(
            date("2012-01-01"),
            date("2012-03-01"),
        ));
        let message =
            "reference periods of a single period, expected periods of 1, 2, 3, 4, 6 or 12 months";
        assert_eq!(
            nominal(one, "2012-01-01", "2012-01-02"),
            Err(message.into())
        );
        for count in [1, 2, 3, 4, 6, 12] {
            let found = nominal(
                schedule("2012-01-01", "2014-01-01", months(count)),
                "2012-01-01",
                "2012-01-02",
            );
            assert_eq!(found.map(|dates| dates.len()), Ok(2), "{count}");
        }
        let left = schedule("2012-01-01", "2012-03-05", Frequency::MONTHLY);
        let message = "from 2012-01-01 to 2012-03-05 is no whole number of periods, expected a stub convention";
        assert_eq!(
            nominal(left, "2012-01-01", "2012-01-02"),
            Err(message.into())
        );
    }
}
