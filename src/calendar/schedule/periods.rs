use alloc::vec::Vec;

use chrono::NaiveDate;

use crate::calendar::business_days::Calendar;
use crate::calendar::error::CalendarError;
use crate::calendar::schedule::cut::Cut;
use crate::calendar::schedule::error::ScheduleError;
use crate::calendar::schedule::period::{PeriodKind, SchedulePeriod};
use crate::calendar::schedule::periodic::PeriodicSchedule;
use crate::calendar::schedule::plan::Plan;
use crate::calendar::schedule::roll::RollConvention;

impl PeriodicSchedule {
    /// Returns the periods, which follow one another from the start to the end without a gap.
    ///
    /// # Errors
    ///
    /// - [`ScheduleError::StubNotAllowed`], [`ScheduleError::StubNotConvention`] and
    ///   [`ScheduleError::StubsWithoutDates`] are returned when span, dates and stub convention
    ///   contradict each other;
    /// - [`ScheduleError::OffRoll`] is returned when the anchor is off the roll convention;
    /// - [`ScheduleError::EmptyPeriod`] is returned when business days leave nothing of a period;
    /// - [`ScheduleError::TooManyPeriods`] is returned above a hundred thousand;
    /// - [`ScheduleError::Calendar`] is returned when the calendar cannot answer.
    pub fn periods(&self, calendar: &Calendar) -> Result<Vec<SchedulePeriod>, ScheduleError> {
        let plan = Plan::of(self, calendar)?;
        let cut = Cut::of(self, &plan, calendar)?;
        let adjusted = self.adjusted(&cut.dates, calendar)?;
        let count = cut.dates.len().saturating_sub(1);
        let mut periods = Vec::with_capacity(count);
        let ends = cut.dates.windows(2).zip(adjusted.windows(2));
        for (number, pair) in (1..).zip(ends) {
            let is_stub =
                (number == 1 && cut.has_initial_stub) || (number == count && cut.has_final_stub);
            let kind = if is_stub {
                PeriodKind::Stub
            } else {
                PeriodKind::Regular
            };
            if let ([unadjusted_start, unadjusted_end], [start, end]) = pair {
                periods.push(
                    SchedulePeriod {
                        unadjusted_start: *unadjusted_start,
                        unadjusted_end: *unadjusted_end,
                        start: *start,
                        end: *end,
                        kind,
                    }
                    .with_days()?,
                );
            }
        }
        Ok(periods)
    }

    /// Returns the roll convention that is in force: the one given, or the one that the anchor implies.
    ///
    /// # Errors
    ///
    /// [`ScheduleError::Calendar`] is returned when the calendar cannot answer.
    pub fn roll_in_force(&self, calendar: &Calendar) -> Result<RollConvention, ScheduleError> {
        Ok(Plan::of(self, calendar)?.roll)
    }

    /// Moves dates to business days; the first and the last stay as they were given.
    fn adjusted(
        &self,
        dates: &[NaiveDate],
        calendar: &Calendar,
    ) -> Result<Vec<NaiveDate>, CalendarError> {
        let start_adjustment = self.start_adjustment().unwrap_or(self.adjustment());
        let mut adjusted = Vec::with_capacity(dates.len());
        adjusted.push(calendar.adjust(self.start(), start_adjustment)?);
        if let [_, between @ .., _] = dates {
            for date in between {
                adjusted.push(calendar.adjust(*date, self.adjustment())?);
            }
        }
        adjusted.push(calendar.adjust(self.end(), self.adjustment())?);
        Ok(adjusted)
    }
}
