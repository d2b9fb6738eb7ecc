use chrono::{NaiveDate, NaiveDateTime};

use crate::calendar::error::CalendarError;
use crate::calendar::hours::error::HoursError;
use crate::calendar::hours::interval::DAY;
use crate::calendar::hours::measure::{Second, whole};
use crate::calendar::hours::opening::OpeningHours;
use crate::vocab::time::Seconds;

impl OpeningHours {
    /// Returns the open time from one moment until a later one.
    ///
    /// # Errors
    ///
    /// - [`HoursError::Backwards`] is returned when the second moment is the earlier;
    /// - [`HoursError::Calendar`] is returned when a moment lies past the days that the calendar knows.
    ///
    /// # Examples
    ///
    /// ```
    /// use chrono::{NaiveDate, NaiveDateTime, Weekday};
    /// use keqing::calendar::hours::{OpenInterval, OpeningHours};
    /// use keqing::vocab::time::Seconds;
    ///
    /// let office = OpenInterval::new("10:00".parse()?, "18:00".parse()?)?;
    /// let hours = OpeningHours::of_weekdays([Weekday::Thu, Weekday::Mon], [office])?;
    /// let thursday: NaiveDateTime = "2025-08-07T17:50:00".parse()?;
    /// let monday: NaiveDateTime = "2025-08-11T12:30:00".parse()?;
    /// assert_eq!(hours.open_time(thursday, monday)?.to_string(), "2 h 40 min");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn open_time(
        &self,
        from: NaiveDateTime,
        until: NaiveDateTime,
    ) -> Result<Seconds, HoursError> {
        let (start, end) = (self.known(from)?, self.known(until)?);
        if end < start {
            return Err(HoursError::Backwards { from, until });
        }
        Ok(seconds(self.open_between(start, end)))
    }

    /// Returns whether a moment is open: the second of opening is, that of closing is not.
    ///
    /// # Errors
    ///
    /// [`HoursError::Calendar`] is returned when the moment lies past the days that the calendar knows.
    pub fn is_open(&self, moment: NaiveDateTime) -> Result<bool, HoursError> {
        let second = self.known(moment)?;
        self.known_until(moment.date(), second.later(1))?;
        Ok(self.open_between(second, second.later(1)) > 0)
    }

    /// Returns the first open moment from a moment on: the moment itself, if it is open.
    ///
    /// # Errors
    ///
    /// - [`HoursError::Calendar`] is returned when no moment is open up to the last day that the calendar knows,
    ///   or up to the last date that can be written.
    pub fn next_open(&self, moment: NaiveDateTime) -> Result<NaiveDateTime, HoursError> {
        let first = self.reached(moment, 1)?;
        Ok(first.earlier(1).moment()?)
    }

    /// Returns the first moment at which the open time from a moment on reaches a target.
    ///
    /// A target that ends exactly at closing is due at that closing, and not at the next opening. A target of no
    /// time is due at once, even while it is closed.
    ///
    /// # Errors
    ///
    /// [`HoursError::Calendar`] is returned when the target lies past the days that the calendar knows, or past
    /// the last date that can be written.
    ///
    /// # Examples
    ///
    /// ```
    /// use chrono::{NaiveDateTime, Weekday};
    /// use keqing::calendar::hours::{OpenInterval, OpeningHours};
    /// use keqing::vocab::time::Seconds;
    ///
    /// let office = OpenInterval::new("10:00".parse()?, "18:00".parse()?)?;
    /// let weekdays = [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri];
    /// let hours = OpeningHours::of_weekdays(weekdays, [office])?;
    /// let saturday: NaiveDateTime = "2025-08-09T15:00:00".parse()?;
    /// let due = hours.due(saturday, Seconds::of_hours(24))?;
    /// assert_eq!(due.to_string(), "2025-08-13 18:00:00");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn due(&self, from: NaiveDateTime, target: Seconds) -> Result<NaiveDateTime, HoursError> {
        Ok(self.reached(from, whole(target))?.moment()?)
    }

    /// Returns the last moment from which the open time until a moment is a lead time.
    ///
    /// It walks the same hours backwards. A lead time of no time is the moment itself.
    ///
    /// # Errors
    ///
    /// [`HoursError::Calendar`] is returned when the moment lies past the days that the calendar knows, or when
    /// the lead time begins before the first date that can be written.
    ///
    /// # Examples
    ///
    /// ```
    /// use chrono::{NaiveDateTime, Weekday};
    /// use keqing::calendar::hours::{OpenInterval, OpeningHours};
    /// use keqing::vocab::time::Seconds;
    ///
    /// let office = OpenInterval::new("08:00".parse()?, "18:00".parse()?)?;
    /// let hours = OpeningHours::of_weekdays([Weekday::Mon, Weekday::Tue], [office])?;
    /// let tuesday: NaiveDateTime = "2026-01-13T08:30:00".parse()?;
    /// let warning = hours.before(tuesday, Seconds::of_hours(1))?;
    /// assert_eq!(warning.to_string(), "2026-01-12 17:30:00");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn before(
        &self,
        moment: NaiveDateTime,
        lead: Seconds,
    ) -> Result<NaiveDateTime, HoursError> {
        let end = self.known(moment)?;
        let lead = whole(lead);
        let known_from = self.calendar().known_from();
        let limit = known_from.map_or(Second::start_of(NaiveDate::MIN), |known| {
            self.first_known(known)
        });
        let is_far = |start: Second| self.open_between(start, end) >= lead;
        let mut near = end;
        let mut far = end.earlier(lead).max(limit);
        let mut step = lead.max(1);
        while !is_far(far) {
            if far == limit {
                let known = known_from.and_then(|known| Some((known.pred_opt()?, known)));
                let from = moment.date();
                let error = known.map_or(CalendarError::DateOutOfRange { from }, |known| {
                    let (date, known_from) = known;
                    CalendarError::BeforeKnown { date, known_from }
                });
                return Err(error.into());
            }
            near = far;
            far = far.earlier(step).max(limit);
            step = step.saturating_mul(2);
        }
        // The open time from `far` is long enough; from `near` it is not, unless no time is asked for.
        if lead == 0 {
            return Ok(end.moment()?);
        }
        while far.later(1) < near {
            let middle = far.middle(near);
            if is_far(middle) {
                far = middle;
            } else {
                near = middle;
            }
        }
        Ok(far.moment()?)
    }

    /// Returns the first second at which the open time from a moment on reaches some seconds.
    fn reached(&self, from: NaiveDateTime, target: i64) -> Result<Second, HoursError> {
        let start = self.known(from)?;
        let limit = self.limit();
        let is_reached = |end: Second| self.open_between(start, end) >= target;
        let mut short = start;
        let mut long = start.later(target).min(limit);
        let mut step = target.max(1);
        while !is_reached(long) {
            if long == limit {
                return Err(self.beyond(from.date()).into());
            }
            short = long;
            long = long.later(step).min(limit);
            step = step.saturating_mul(2);
        }
        if target == 0 {
            return Ok(start);
        }
        while short.later(1) < long {
            let middle = short.middle(long);
            if is_reached(middle) {
                long = middle;
            } else {
                short = middle;
            }
        }
        Ok(long)
    }

    /// Returns a moment as a second, if the calendar knows every day before it.
    fn known(&self, moment: NaiveDateTime) -> Result<Second, HoursError> {
        let second = Second::of(moment);
        self.known_until(moment.date(), second)?;
        Ok(second)
    }

    /// Checks that the calendar knows every day before a second, which lies on a date.
    fn known_until(&self, date: NaiveDate, second: Second) -> Result<(), HoursError> {
        if let Some(known_from) = self.calendar().known_from() {
            if second < self.first_known(known_from) {
                // A night of the day before may reach into the first known day.
                let date = known_from
                    .pred_opt()
                    .map_or(date, |before| before.min(date));
                return Err(CalendarError::BeforeKnown { date, known_from }.into());
            }
        }
        match self.calendar().known_through() {
            Some(known_through) if second > Second::end_of(known_through) => {
                Err(CalendarError::BeyondKnown {
                    date,
                    known_through,
                }
                .into())
            }
            _ => Ok(()),
        }
    }

    /// Returns the first second that depends on no day before the first one that the calendar knows.
    fn first_known(&self, known_from: NaiveDate) -> Second {
        let week = self.week().iter().flat_map(|hours| &hours.intervals);
        let special = self.special_days().iter().flat_map(|day| &day.intervals);
        let ends = week.chain(special).map(|interval| interval.span().1);
        let beyond = ends.max().unwrap_or(0).saturating_sub(DAY).max(0);
        Second::start_of(known_from).later(beyond)
    }

    /// Returns the end of the last day that the calendar knows, or of the last date that can be written.
    fn limit(&self) -> Second {
        Second::end_of(self.calendar().known_through().unwrap_or(NaiveDate::MAX))
    }

    /// Returns the reason why nothing is reached up to the limit.
    fn beyond(&self, from: NaiveDate) -> CalendarError {
        let known_through = self.calendar().known_through();
        let next = known_through.and_then(|known| Some((known.succ_opt()?, known)));
        match next {
            Some((date, known_through)) => CalendarError::BeyondKnown {
                date,
                known_through,
            },
            None => CalendarError::DateOutOfRange { from },
        }
    }
}

/// Returns open seconds, which are never negative, as a number of seconds.
fn seconds(open: i64) -> Seconds {
    Seconds::new(u64::try_from(open).unwrap_or(0))
}
