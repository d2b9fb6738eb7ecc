use chrono::{Datelike, NaiveDate};

use crate::calendar::business_days::Calendar;
use crate::calendar::convention::{BusinessDayConvention, EndOfMonth};
use crate::calendar::error::CalendarError;
use crate::calendar::listed::Listed;
use crate::calendar::month::{add_days, add_months, last_of_month};
use crate::calendar::tenor::Tenor;
use crate::calendar::week::{Direction, Week};

impl Calendar {
    /// Returns the n-th business day after a date, or before it if the number is negative.
    ///
    /// The date itself is never counted, whether or not it is a business day. Zero days give the
    /// date as it is; [`shift_or_follow`](Self::shift_or_follow) makes a business day of it.
    ///
    /// # Errors
    ///
    /// The errors of [`adjust`](Self::adjust) are returned.
    ///
    /// # Examples
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use keqing::calendar::Calendar;
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
        match i64::from(days) {
            0 => Ok(date),
            back if back < 0 => self.nth(date, back.saturating_abs(), Direction::Back),
            on => self.nth(date, on, Direction::Forward),
        }
    }

    /// Returns the n-th business day on or back from a date, the first being 1.
    ///
    /// Between two listed days the week alone decides, so it is reckoned and not walked. The cost
    /// grows with the listed days that are passed, and not with the number.
    fn nth(
        &self,
        date: NaiveDate,
        number: i64,
        direction: Direction,
    ) -> Result<NaiveDate, CalendarError> {
        // A business day is a day at least: what cannot be reached is refused at once.
        direction.days_on(date, number)?;
        let week = Week::ahead(self.weekend(), date.weekday(), direction);
        // The day looked for is the one with so many open days of the week up to it.
        let mut wanted = number;
        for listed in Listed::after(self, date, direction) {
            let open = week.open_among(listed.days_from(date));
            let is_before = if listed.is_worked {
                open < wanted
            } else {
                open <= wanted
            };
            if !is_before {
                break;
            }
            if !listed.is_worked {
                wanted = wanted.saturating_add(1);
                continue;
            }
            wanted = wanted.saturating_sub(1);
            if open == wanted {
                return self.known(date, listed.day, direction);
            }
        }
        let day = direction.days_on(date, week.distance(wanted))?;
        self.known(date, day, direction)
    }

    /// Returns the day reached from another one, if all days between them are known.
    fn known(
        &self,
        from: NaiveDate,
        reached: NaiveDate,
        direction: Direction,
    ) -> Result<NaiveDate, CalendarError> {
        // The day beside that one is asked about first.
        self.check_known(direction.days_on(from, 1)?)?;
        match direction {
            Direction::Back => match self.known_from() {
                Some(known) if reached < known => self.check_known(Direction::Back.step(known)?)?,
                _ => {}
            },
            Direction::Forward => match self.known_through() {
                Some(known) if known < reached => {
                    self.check_known(Direction::Forward.step(known)?)?
                }
                _ => {}
            },
        }
        Ok(reached)
    }

    /// Returns the n-th business day as [`shift`](Self::shift) does, but for zero days the next
    /// business day or the date itself, if it is one.
    ///
    /// # Errors
    ///
    /// The errors of [`adjust`](Self::adjust) are returned.
    pub fn shift_or_follow(&self, date: NaiveDate, days: i32) -> Result<NaiveDate, CalendarError> {
        if days == 0 {
            self.next_or_same(date)
        } else {
            self.shift(date, days)
        }
    }

    /// Moves a date by a tenor, and then to a business day.
    ///
    /// The rule for the end of the month applies to months and years only. Business days need no
    /// moving; if their number is zero, the date is adjusted all the same.
    ///
    /// # Errors
    ///
    /// The errors of [`adjust`](Self::adjust) are returned.
    ///
    /// # Examples
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use keqing::calendar::{BusinessDayConvention, Calendar, EndOfMonth, Tenor};
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
}

#[cfg(test)]
mod tests {
    use chrono::{NaiveDate, Weekday};

    use crate::calendar::business_days::Calendar;
    use crate::calendar::convention::{BusinessDayConvention, EndOfMonth};
    use crate::calendar::error::CalendarError;
    use crate::calendar::tenor::Tenor;

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap_or(NaiveDate::MIN)
    }

    #[test]
    fn a_working_weekend_is_counted() {
        // Sunday 29 September is worked for the holidays that begin on Tuesday.
        let worked = [date("2024-09-29")];
        let closed = [1, 2, 3, 4, 7].map(|day| NaiveDate::from_ymd_opt(2024, 10, day));
        let calendar = Calendar::new(
            [Weekday::Sat, Weekday::Sun],
            closed.into_iter().flatten(),
            worked,
        );
        let calendar = calendar.unwrap_or(Calendar::every_day());
        let table = [
            (1, "2024-09-29"),
            (2, "2024-09-30"),
            (3, "2024-10-08"),
            (-1, "2024-09-26"),
        ];
        for (days, expected) in table {
            assert_eq!(
                calendar.shift(date("2024-09-27"), days),
                Ok(date(expected)),
                "{days}"
            );
        }
    }

    #[test]
    fn zero_days_stay_or_follow() {
        let calendar = Calendar::saturday_sunday();
        let (saturday, monday) = (date("2014-08-16"), date("2014-08-18"));
        assert_eq!(calendar.shift(saturday, 0), Ok(saturday));
        assert_eq!(calendar.shift_or_follow(saturday, 0), Ok(monday));
        assert_eq!(calendar.shift_or_follow(saturday, 1), Ok(monday));
        assert_eq!(calendar.shift_or_follow(monday, 0), Ok(monday));
    }

    #[test]
    fn what_cannot_be_reached_is_refused_at_once() {
        let from = date("2024-01-01");
        for days in [i32::MIN, i32::MAX] {
            let shifted = Calendar::saturday_sunday().shift(from, days);
            assert_eq!(shifted, Err(CalendarError::DateOutOfRange { from }));
        }
        for tenor in [Tenor::Days, Tenor::Weeks, Tenor::Months, Tenor::Years] {
            for count in [i32::MIN, i32::MAX] {
                let moved = Calendar::every_day().advance(
                    from,
                    tenor(count),
                    BusinessDayConvention::Unadjusted,
                    EndOfMonth::LastDay,
                );
                assert_eq!(moved, Err(CalendarError::DateOutOfRange { from }));
            }
        }
    }

    #[test]
    fn the_end_of_a_month_is_kept_by_its_rule() {
        use EndOfMonth::{KeepDay, LastBusinessDay, LastDay};
        // 2024-08-31 is a Saturday, 2024-02-29 a Thursday, 2024-06-30 a Sunday.
        let table = [
            (KeepDay, "2024-02-29", 1, "2024-03-29"),
            (LastDay, "2024-02-29", 1, "2024-03-31"),
            (LastDay, "2024-02-28", 1, "2024-03-28"),
            (LastBusinessDay, "2024-02-29", 1, "2024-03-29"),
            (LastBusinessDay, "2024-08-30", 1, "2024-09-30"),
            (LastBusinessDay, "2024-08-31", 1, "2024-09-30"),
            (LastBusinessDay, "2024-08-29", 1, "2024-09-29"),
            (LastBusinessDay, "2024-06-28", 2, "2024-08-30"),
            (KeepDay, "2024-01-31", -2, "2023-11-30"),
            (LastDay, "2024-02-29", -12, "2023-02-28"),
        ];
        let calendar = Calendar::saturday_sunday();
        for (rule, from, months, expected) in table {
            let moved = calendar.advance(
                date(from),
                Tenor::Months(months),
                BusinessDayConvention::Unadjusted,
                rule,
            );
            assert_eq!(moved, Ok(date(expected)), "{rule:?} {from} {months}");
        }
    }

    #[test]
    fn a_year_is_twelve_months() {
        let leap_day = date("2024-02-29");
        let moved = |tenor| {
            Calendar::every_day().advance(
                leap_day,
                tenor,
                BusinessDayConvention::Unadjusted,
                EndOfMonth::KeepDay,
            )
        };
        assert_eq!(moved(Tenor::Years(1)), Ok(date("2025-02-28")));
        assert_eq!(moved(Tenor::Years(4)), Ok(date("2028-02-29")));
        assert_eq!(moved(Tenor::Weeks(-1)), Ok(date("2024-02-22")));
        assert_eq!(moved(Tenor::BusinessDays(1)), Ok(date("2024-03-01")));
    }
}
