use chrono::{Datelike, NaiveDate, Weekday};

use crate::receivable::calendar::month::{
    add_days, add_months, day_of_month, first_of_month, last_of_month,
};
use crate::receivable::calendar::{
    BusinessDayConvention, Calendar, CalendarError, EndOfMonth, Tenor,
};

impl Calendar {
    /// Moves a date that is no business day to one that is.
    ///
    /// A modified convention looks past its month only where the month has no business day left; then
    /// it gives the business day on the other side, in whatever month that is.
    ///
    /// # Errors
    ///
    /// - [`CalendarError::NoBusinessDay`] where 31 days hold none;
    /// - [`CalendarError::BeyondKnown`] where the answer depends on a day past what is known;
    /// - [`CalendarError::DateOutOfRange`] at the ends of what can be written.
    ///
    /// # Examples
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use keqing::receivable::{BusinessDayConvention, Calendar};
    ///
    /// let date = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).ok_or("no such date");
    /// let calendar = Calendar::saturday_sunday();
    /// let saturday = date(2014, 8, 30)?;
    /// let moved = |convention| calendar.adjust(saturday, convention);
    /// assert_eq!(moved(BusinessDayConvention::Following)?, date(2014, 9, 1)?);
    /// assert_eq!(moved(BusinessDayConvention::ModifiedFollowing)?, date(2014, 8, 29)?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn adjust(
        &self,
        date: NaiveDate,
        convention: BusinessDayConvention,
    ) -> Result<NaiveDate, CalendarError> {
        match convention {
            BusinessDayConvention::Unadjusted => Ok(date),
            BusinessDayConvention::Following => self.next_or_same(date),
            BusinessDayConvention::Preceding => self.previous_or_same(date),
            BusinessDayConvention::ModifiedFollowing => self.next_or_last_in_month(date),
            BusinessDayConvention::HalfMonthModifiedFollowing => {
                let half = day_of_month(date, 15);
                let last = if date <= half {
                    half
                } else {
                    last_of_month(date)
                };
                self.next_or_last_through(date, last)
            }
            BusinessDayConvention::ModifiedPreceding => {
                let first = first_of_month(date);
                match self.find(date, Direction::Back, |day| day < first)? {
                    Some(day) => Ok(day),
                    None => self.next_or_same(date),
                }
            }
            BusinessDayConvention::Nearest => self.nearest(date),
            BusinessDayConvention::NearestByWeekday => match date.weekday() {
                Weekday::Sun | Weekday::Mon => self.next_or_same(date),
                _ => self.previous_or_same(date),
            },
        }
    }

    /// Returns the first business day after a date.
    ///
    /// # Errors
    ///
    /// As [`adjust`](Self::adjust).
    pub fn next(&self, date: NaiveDate) -> Result<NaiveDate, CalendarError> {
        self.next_or_same(Direction::Forward.step(date)?)
    }

    /// Returns the last business day before a date.
    ///
    /// # Errors
    ///
    /// As [`adjust`](Self::adjust).
    pub fn previous(&self, date: NaiveDate) -> Result<NaiveDate, CalendarError> {
        self.previous_or_same(Direction::Back.step(date)?)
    }

    /// Returns the first business day from a date on: the date itself, if it is one.
    ///
    /// # Errors
    ///
    /// As [`adjust`](Self::adjust).
    pub fn next_or_same(&self, date: NaiveDate) -> Result<NaiveDate, CalendarError> {
        self.find(date, Direction::Forward, |_| false)?
            .ok_or(CalendarError::NoBusinessDay { from: date })
    }

    /// Returns the last business day up to a date: the date itself, if it is one.
    ///
    /// # Errors
    ///
    /// As [`adjust`](Self::adjust).
    pub fn previous_or_same(&self, date: NaiveDate) -> Result<NaiveDate, CalendarError> {
        self.find(date, Direction::Back, |_| false)?
            .ok_or(CalendarError::NoBusinessDay { from: date })
    }

    /// Returns the first business day from a date on, or the last one before it where its month has
    /// none left.
    ///
    /// # Errors
    ///
    /// As [`adjust`](Self::adjust).
    pub fn next_or_last_in_month(&self, date: NaiveDate) -> Result<NaiveDate, CalendarError> {
        self.next_or_last_through(date, last_of_month(date))
    }

    /// Returns the last business day of the month of a date.
    ///
    /// # Errors
    ///
    /// As [`adjust`](Self::adjust), and [`CalendarError::NoBusinessDay`] where the month has none.
    pub fn last_business_day_of_month(&self, date: NaiveDate) -> Result<NaiveDate, CalendarError> {
        let first = first_of_month(date);
        let last = last_of_month(date);
        self.find(last, Direction::Back, |day| day < first)?
            .ok_or(CalendarError::NoBusinessDay { from: last })
    }

    /// Returns the n-th business day after a date, or before it where the number is negative.
    ///
    /// The date itself is never counted, whether or not it is a business day. Zero days are the date
    /// as it is; [`shift_or_follow`](Self::shift_or_follow) makes a business day of it.
    ///
    /// # Errors
    ///
    /// As [`adjust`](Self::adjust).
    ///
    /// # Examples
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use keqing::receivable::Calendar;
    ///
    /// let date = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).ok_or("no such date");
    /// let calendar = Calendar::saturday_sunday();
    /// let friday = date(2014, 8, 15)?;
    /// assert_eq!(calendar.shift(friday, 2)?, date(2014, 8, 19)?);
    /// let saturday = date(2014, 8, 16)?;
    /// assert_eq!(calendar.shift(saturday, 0)?, saturday);
    /// assert_eq!(calendar.shift_or_follow(saturday, 0)?, date(2014, 8, 18)?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn shift(&self, date: NaiveDate, days: i32) -> Result<NaiveDate, CalendarError> {
        // A business day is a day at least: what cannot be reached is refused before it is walked to.
        add_days(date, i64::from(days)).ok_or(CalendarError::DateOutOfRange { from: date })?;
        let mut day = date;
        for _ in 0..days.unsigned_abs() {
            day = if days < 0 {
                self.previous(day)?
            } else {
                self.next(day)?
            };
        }
        Ok(day)
    }

    /// Returns the n-th business day as [`shift`](Self::shift) does, but for zero days the next
    /// business day or the date itself, if it is one.
    ///
    /// # Errors
    ///
    /// As [`adjust`](Self::adjust).
    pub fn shift_or_follow(&self, date: NaiveDate, days: i32) -> Result<NaiveDate, CalendarError> {
        if days == 0 {
            self.next_or_same(date)
        } else {
            self.shift(date, days)
        }
    }

    /// Moves a date by a tenor, and then to a business day.
    ///
    /// The rule for the end of the month is asked for months and years only. Business days need no
    /// moving; where their number is zero the date is adjusted all the same.
    ///
    /// # Errors
    ///
    /// As [`adjust`](Self::adjust).
    ///
    /// # Examples
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use keqing::receivable::{BusinessDayConvention, Calendar, EndOfMonth, Tenor};
    ///
    /// let date = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).ok_or("no such date");
    /// let calendar = Calendar::saturday_sunday();
    /// let month_end = date(2014, 6, 30)?;
    /// let two_months = |rule| {
    ///     calendar.advance(month_end, Tenor::Months(2), BusinessDayConvention::Unadjusted, rule)
    /// };
    /// assert_eq!(two_months(EndOfMonth::KeepDay)?, date(2014, 8, 30)?);
    /// assert_eq!(two_months(EndOfMonth::LastDay)?, date(2014, 8, 31)?);
    /// assert_eq!(two_months(EndOfMonth::LastBusinessDay)?, date(2014, 8, 29)?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn advance(
        &self,
        date: NaiveDate,
        tenor: Tenor,
        convention: BusinessDayConvention,
        end_of_month: EndOfMonth,
    ) -> Result<NaiveDate, CalendarError> {
        let moved = match tenor {
            Tenor::BusinessDays(count) => Some(self.shift(date, count)?),
            Tenor::Days(count) => add_days(date, i64::from(count)),
            Tenor::Weeks(count) => add_days(date, i64::from(count).saturating_mul(7)),
            Tenor::Months(count) => self.advance_months(date, i64::from(count), end_of_month)?,
            Tenor::Years(count) => {
                self.advance_months(date, i64::from(count).saturating_mul(12), end_of_month)?
            }
        };
        self.adjust(
            moved.ok_or(CalendarError::DateOutOfRange { from: date })?,
            convention,
        )
    }

    fn advance_months(
        &self,
        date: NaiveDate,
        months: i64,
        end_of_month: EndOfMonth,
    ) -> Result<Option<NaiveDate>, CalendarError> {
        let Some(moved) = add_months(date, months) else {
            return Ok(None);
        };
        Ok(Some(match end_of_month {
            EndOfMonth::LastDay if date == last_of_month(date) => last_of_month(moved),
            EndOfMonth::LastBusinessDay if date >= self.last_business_day_of_month(date)? => {
                self.last_business_day_of_month(moved)?
            }
            _ => moved,
        }))
    }

    fn next_or_last_through(
        &self,
        date: NaiveDate,
        last: NaiveDate,
    ) -> Result<NaiveDate, CalendarError> {
        match self.find(date, Direction::Forward, |day| day > last)? {
            Some(day) => Ok(day),
            None => self.previous_or_same(date),
        }
    }

    fn nearest(&self, date: NaiveDate) -> Result<NaiveDate, CalendarError> {
        let (mut after, mut before) = (date, date);
        for _ in 0..LONGEST_CLOSURE {
            if self.known_business_day(after)? {
                return Ok(after);
            }
            if self.known_business_day(before)? {
                return Ok(before);
            }
            after = Direction::Forward.step(after)?;
            before = Direction::Back.step(before)?;
        }
        Err(CalendarError::NoBusinessDay { from: date })
    }

    /// Returns the first business day of a month's days from a date on that comes before an end;
    /// `None` where there is none.
    fn find(
        &self,
        date: NaiveDate,
        direction: Direction,
        is_past_end: impl Fn(NaiveDate) -> bool,
    ) -> Result<Option<NaiveDate>, CalendarError> {
        let mut day = date;
        for walked in 1..=LONGEST_CLOSURE {
            if is_past_end(day) {
                break;
            }
            if self.known_business_day(day)? {
                return Ok(Some(day));
            }
            if walked < LONGEST_CLOSURE {
                day = direction.step(day)?;
            }
        }
        Ok(None)
    }
}

#[derive(Clone, Copy)]
enum Direction {
    Back,
    Forward,
}

impl Direction {
    fn step(self, date: NaiveDate) -> Result<NaiveDate, CalendarError> {
        let stepped = match self {
            Self::Back => date.pred_opt(),
            Self::Forward => date.succ_opt(),
        };
        stepped.ok_or(CalendarError::DateOutOfRange { from: date })
    }
}

/// So many days are looked at for a business day: the longest month.
const LONGEST_CLOSURE: u32 = 31;
