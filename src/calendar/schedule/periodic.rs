use chrono::NaiveDate;

use crate::calendar::convention::BusinessDayConvention;
use crate::calendar::schedule::error::ScheduleError;
use crate::calendar::schedule::frequency::Frequency;
use crate::calendar::schedule::roll::RollConvention;
use crate::calendar::schedule::stub::StubConvention;
use crate::form::checked;

checked! {
    /// A span that is cut into regular periods (周期日程).
    ///
    /// Every date is counted from one anchor, the start or the end of the regular part, and never
    /// from the date before it. A day that February cut is therefore found again in March. Dates
    /// are moved to business days last.
    ///
    /// Without a stub convention the span has to be a whole number of periods. The exception is a
    /// roll convention that names the day of the end or of the start. Then days are left over at
    /// the other side, smartly. Without a roll convention the anchor implies it: its day of the
    /// month, or of the week.
    ///
    /// A start or end that is a business day may be the adjusted form of a day of the roll
    /// convention. It is taken as that day then, so that no stub of a day or two appears. For the
    /// start this holds under [`RollConvention::EndOfMonth`], or if its [own
    /// convention](Self::with_start_adjustment) is unadjusted.
    ///
    /// # Examples
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use keqing::calendar::{BusinessDayConvention, Calendar};
    /// use keqing::calendar::schedule::{Frequency, PeriodKind, PeriodicSchedule, StubConvention};
    ///
    /// let date = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).ok_or("no such date");
    /// let schedule = PeriodicSchedule::new(date(2014, 6, 4)?, date(2014, 9, 17)?, Frequency::MONTHLY)?
    ///     .with_stub(StubConvention::ShortInitial)
    ///     .with_adjustment(BusinessDayConvention::ModifiedFollowing);
    /// let periods = schedule.periods(&Calendar::saturday_sunday())?;
    ///
    /// let ends: Vec<String> = periods.iter().map(|period| period.end.to_string()).collect();
    /// assert_eq!(ends, ["2014-06-17", "2014-07-17", "2014-08-18", "2014-09-17"]);
    /// assert_eq!(periods[0].kind, PeriodKind::Stub);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[derive(Copy, Hash)]
    pub struct PeriodicSchedule, checked by PeriodicSchedule::checked {
        /// The first day.
        start: NaiveDate,
        /// The first day after the last period, later than the start.
        end: NaiveDate,
        /// The interval at which a period ends; `null` for a single period.
        frequency: Option<Frequency>,
        /// The place of the days that make no regular period.
        stub: Option<StubConvention>,
        /// The day on which a regular period ends.
        roll: Option<RollConvention>,
        /// The convention for dates that are no business days.
        adjustment: BusinessDayConvention,
        /// The convention for the start, if it differs from that for all other dates.
        start_adjustment: Option<BusinessDayConvention>,
        /// The start of the first regular period, within the span.
        first_regular_start: Option<NaiveDate>,
        /// The end of the last regular period, within the span and not before the first one starts.
        last_regular_end: Option<NaiveDate>,
    }
}

impl PeriodicSchedule {
    /// Makes a schedule of periods that recur, unadjusted and without stubs.
    ///
    /// # Errors
    ///
    /// [`ScheduleError::EndNotAfterStart`] is returned when the end is not after the start.
    pub fn new(
        start: NaiveDate,
        end: NaiveDate,
        frequency: Frequency,
    ) -> Result<Self, ScheduleError> {
        Self::one_period(start, end).map(|schedule| Self {
            frequency: Some(frequency),
            ..schedule
        })
    }

    /// Makes a schedule of one period, from the start to the end.
    ///
    /// # Errors
    ///
    /// [`ScheduleError::EndNotAfterStart`] is returned when the end is not after the start.
    pub fn one_period(start: NaiveDate, end: NaiveDate) -> Result<Self, ScheduleError> {
        Self {
            start,
            end,
            frequency: None,
            stub: None,
            roll: None,
            adjustment: BusinessDayConvention::Unadjusted,
            start_adjustment: None,
            first_regular_start: None,
            last_regular_end: None,
        }
        .checked()
    }

    /// Sets the place of the days that make no regular period.
    #[must_use]
    pub const fn with_stub(self, stub: StubConvention) -> Self {
        Self {
            stub: Some(stub),
            ..self
        }
    }

    /// Sets the day on which a regular period ends.
    #[must_use]
    pub const fn with_roll(self, roll: RollConvention) -> Self {
        Self {
            roll: Some(roll),
            ..self
        }
    }

    /// Sets the convention for dates that are no business days.
    #[must_use]
    pub const fn with_adjustment(self, convention: BusinessDayConvention) -> Self {
        Self {
            adjustment: convention,
            ..self
        }
    }

    /// Sets the convention for the start, if it differs from that for all other dates.
    ///
    /// [`BusinessDayConvention::Unadjusted`] means that it has been moved already.
    #[must_use]
    pub const fn with_start_adjustment(self, convention: BusinessDayConvention) -> Self {
        Self {
            start_adjustment: Some(convention),
            ..self
        }
    }

    /// Sets the start of the first regular period; the days before it are a stub.
    ///
    /// # Errors
    ///
    /// [`ScheduleError::RegularOutside`] is returned when the date is off the span, and
    /// [`ScheduleError::RegularEndBeforeStart`] when it is after the end of the last regular
    /// period.
    pub fn with_first_regular_start(self, date: NaiveDate) -> Result<Self, ScheduleError> {
        Self {
            first_regular_start: Some(date),
            ..self
        }
        .checked()
    }

    /// Sets the end of the last regular period; the days after it are a stub.
    ///
    /// # Errors
    ///
    /// The errors of [`with_first_regular_start`](Self::with_first_regular_start) are returned.
    pub fn with_last_regular_end(self, date: NaiveDate) -> Result<Self, ScheduleError> {
        Self {
            last_regular_end: Some(date),
            ..self
        }
        .checked()
    }

    /// Returns the first day.
    #[must_use]
    pub const fn start(&self) -> NaiveDate {
        self.start
    }

    /// Returns the first day after the last period.
    #[must_use]
    pub const fn end(&self) -> NaiveDate {
        self.end
    }

    /// Returns the interval at which a period ends, or `None` for a single one.
    #[must_use]
    pub const fn frequency(&self) -> Option<Frequency> {
        self.frequency
    }

    /// Returns the stub convention given.
    #[must_use]
    pub const fn stub(&self) -> Option<StubConvention> {
        self.stub
    }

    /// Returns the roll convention given.
    #[must_use]
    pub const fn roll(&self) -> Option<RollConvention> {
        self.roll
    }

    /// Returns the convention for dates that are no business days.
    #[must_use]
    pub const fn adjustment(&self) -> BusinessDayConvention {
        self.adjustment
    }

    /// Returns the convention for the start, if that was given.
    #[must_use]
    pub const fn start_adjustment(&self) -> Option<BusinessDayConvention> {
        self.start_adjustment
    }

    /// Returns the start of the first regular period, if that was given.
    #[must_use]
    pub const fn first_regular_start(&self) -> Option<NaiveDate> {
        self.first_regular_start
    }

    /// Returns the end of the last regular period, if that was given.
    #[must_use]
    pub const fn last_regular_end(&self) -> Option<NaiveDate> {
        self.last_regular_end
    }

    fn checked(self) -> Result<Self, ScheduleError> {
        let (start, end) = (self.start, self.end);
        if end <= start {
            return Err(ScheduleError::EndNotAfterStart { start, end });
        }
        let given = [self.first_regular_start, self.last_regular_end];
        for given in given.into_iter().flatten() {
            if given < start || given > end {
                return Err(ScheduleError::RegularOutside { given, start, end });
            }
        }
        match (self.first_regular_start, self.last_regular_end) {
            (Some(start), Some(end)) if end < start => {
                Err(ScheduleError::RegularEndBeforeStart { start, end })
            }
            _ => Ok(self),
        }
    }
}

#[cfg(test)]
mod tests {
    use alloc::string::ToString;

    use chrono::{NaiveDate, Weekday};

    use super::PeriodicSchedule;
    use crate::calendar::convention::BusinessDayConvention;
    use crate::calendar::schedule::error::ScheduleError;
    use crate::calendar::schedule::frequency::Frequency;
    use crate::calendar::schedule::roll::RollConvention;
    use crate::calendar::schedule::stub::StubConvention;

    fn day(number: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2024, 1, number).unwrap_or(NaiveDate::MIN)
    }

    #[track_caller]
    fn assert_refused(schedule: Result<PeriodicSchedule, ScheduleError>, message: &str) {
        let error = schedule.map_err(|error| error.to_string());
        assert_eq!(error.err().as_deref(), Some(message));
    }

    #[test]
    fn dates_out_of_order_are_refused() {
        for end in [9, 10] {
            assert_refused(
                PeriodicSchedule::one_period(day(10), day(end)),
                &alloc::format!(
                    "a schedule from 2024-01-10 to {}, expected an end after the start",
                    day(end)
                ),
            );
        }
        let schedule = || PeriodicSchedule::new(day(10), day(20), Frequency::DAILY);
        for given in [9, 21] {
            let message = alloc::format!(
                "regular periods up to or from {}, expected a day from 2024-01-10 to 2024-01-20",
                day(given)
            );
            let start = schedule().and_then(|made| made.with_first_regular_start(day(given)));
            let end = schedule().and_then(|made| made.with_last_regular_end(day(given)));
            assert_refused(start, &message);
            assert_refused(end, &message);
        }
        let crossed = schedule()
            .and_then(|made| made.with_first_regular_start(day(15)))
            .and_then(|made| made.with_last_regular_end(day(14)));
        let message =
            "regular periods from 2024-01-15 to 2024-01-14, expected an end on the start or after";
        assert_refused(crossed, message);
        for given in [10, 20] {
            let start = schedule().and_then(|made| made.with_first_regular_start(day(given)));
            assert!(start.is_ok());
        }
    }

    #[test]
    fn no_json_builds_a_schedule_that_code_cannot() {
        let json = r#"{"start":"2024-01-10","end":"2024-01-20","frequency":{"weeks":1},"stub":"short-final","roll":{"day-of-week":"wed"},"adjustment":"modified-following","start-adjustment":null,"first-regular-start":null,"last-regular-end":"2024-01-17"}"#;
        let schedule = PeriodicSchedule::new(day(10), day(20), Frequency::WEEKLY)
            .and_then(|made| made.with_last_regular_end(day(17)))
            .map(|made| {
                made.with_stub(StubConvention::ShortFinal)
                    .with_roll(RollConvention::DayOfWeek(Weekday::Wed))
                    .with_adjustment(BusinessDayConvention::ModifiedFollowing)
            });
        assert_eq!(serde_json::from_str(json).ok(), schedule.ok());
        let read = serde_json::from_str::<PeriodicSchedule>(json).ok();
        let written = read.and_then(|read| serde_json::to_string(&read).ok());
        assert_eq!(written.as_deref(), Some(json));
        for (given, wrong) in [
            (r#""end":"2024-01-20""#, r#""end":"2024-01-10""#),
            (r#""end":"2024-01-20""#, r#""end":"2024-01-16""#),
            (r#"{"weeks":1}"#, r#"{"weeks":0}"#),
            (r#""wed""#, r#""Wed""#),
            (r#""start":"#, r#""begin":"#),
        ] {
            let json = json.replace(given, wrong);
            assert!(
                serde_json::from_str::<PeriodicSchedule>(&json).is_err(),
                "{json}"
            );
        }
    }
}
