use chrono::{Datelike, NaiveDate, Weekday};

use crate::calendar::business_days::Calendar;
use crate::calendar::convention::BusinessDayConvention;
use crate::calendar::error::CalendarError;
use crate::calendar::month::{day_of_month, first_of_month, last_of_month};
use crate::calendar::week::Direction;

impl Calendar {
    /// Moves a date that is no business day to a business day.
    ///
    /// A modified convention leaves its month only if the month has no business day left. Then it
    /// gives the business day on the other side, in any month.
    ///
    /// # Errors
    ///
    /// - [`CalendarError::BeyondKnown`] and [`CalendarError::BeforeKnown`] are returned when the answer depends on
    ///   a day past the known ones;
    /// - [`CalendarError::DateOutOfRange`] is returned at the ends of the dates that can be
    ///   written.
    ///
    /// # Examples
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use keqing::calendar::{BusinessDayConvention, Calendar};
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
    /// The errors of [`adjust`](Self::adjust) are returned.
    pub fn next(&self, date: NaiveDate) -> Result<NaiveDate, CalendarError> {
        self.next_or_same(Direction::Forward.step(date)?)
    }

    /// Returns the last business day before a date.
    ///
    /// # Errors
    ///
    /// The errors of [`adjust`](Self::adjust) are returned.
    pub fn previous(&self, date: NaiveDate) -> Result<NaiveDate, CalendarError> {
        self.previous_or_same(Direction::Back.step(date)?)
    }

    /// Returns the first business day from a date on: the date itself, if it is one.
    ///
    /// # Errors
    ///
    /// The errors of [`adjust`](Self::adjust) are returned.
    pub fn next_or_same(&self, date: NaiveDate) -> Result<NaiveDate, CalendarError> {
        self.first(date, Direction::Forward)
    }

    /// Returns the last business day up to a date: the date itself, if it is one.
    ///
    /// # Errors
    ///
    /// The errors of [`adjust`](Self::adjust) are returned.
    pub fn previous_or_same(&self, date: NaiveDate) -> Result<NaiveDate, CalendarError> {
        self.first(date, Direction::Back)
    }

    /// Returns the first business day from a date on, or the last one before it if its month has
    /// none left.
    ///
    /// # Errors
    ///
    /// The errors of [`adjust`](Self::adjust) are returned.
    pub fn next_or_last_in_month(&self, date: NaiveDate) -> Result<NaiveDate, CalendarError> {
        self.next_or_last_through(date, last_of_month(date))
    }

    /// Returns the last business day of the month of a date.
    ///
    /// # Errors
    ///
    /// The errors of [`adjust`](Self::adjust) are returned, and [`CalendarError::NoBusinessDay`]
    /// when the month has none.
    pub fn last_business_day_of_month(&self, date: NaiveDate) -> Result<NaiveDate, CalendarError> {
        let first = first_of_month(date);
        let last = last_of_month(date);
        self.find(last, Direction::Back, |day| day < first)?
            .ok_or(CalendarError::NoBusinessDay { first, last })
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
        loop {
            if self.known_business_day(after)? {
                return Ok(after);
            }
            if self.known_business_day(before)? {
                return Ok(before);
            }
            after = Direction::Forward.step(after)?;
            before = Direction::Back.step(before)?;
        }
    }

    /// Returns the first business day from a date on that comes before an end, or `None` if there is
    /// none.
    ///
    /// A week has an open day, so no more days are passed than the holidays of one closure and a
    /// few weekends.
    fn find(
        &self,
        date: NaiveDate,
        direction: Direction,
        is_past_end: impl Fn(NaiveDate) -> bool,
    ) -> Result<Option<NaiveDate>, CalendarError> {
        let mut day = date;
        while !is_past_end(day) {
            if self.known_business_day(day)? {
                return Ok(Some(day));
            }
            day = direction.step(day)?;
        }
        Ok(None)
    }

    /// Returns the first business day from a date on, or back.
    fn first(&self, date: NaiveDate, direction: Direction) -> Result<NaiveDate, CalendarError> {
        let mut day = date;
        while !self.known_business_day(day)? {
            day = direction.step(day)?;
        }
        Ok(day)
    }
}

#[cfg(test)]
mod tests {
    use alloc::string::ToString;
    use alloc::vec::Vec;

    use chrono::{NaiveDate, Weekday};

    use crate::calendar::business_days::Calendar;
    use crate::calendar::convention::BusinessDayConvention;
    use crate::calendar::count::CountedEnds;
    use crate::calendar::error::CalendarError;

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap_or(NaiveDate::MIN)
    }

    /// Makes a calendar of Saturdays, Sundays and some holidays.
    fn with_holidays(holidays: &[&str]) -> Calendar {
        let holidays = holidays.iter().map(|text| date(text));
        Calendar::new([Weekday::Sat, Weekday::Sun], holidays, []).unwrap_or(Calendar::every_day())
    }

    #[track_caller]
    fn assert_fails(result: Result<NaiveDate, CalendarError>, message: &str) {
        assert_eq!(
            result.map_err(|error| error.to_string()),
            Err(message.to_string())
        );
    }

    #[test]
    fn each_convention_goes_its_own_way_from_a_closed_day() {
        use BusinessDayConvention::{
            Following, HalfMonthModifiedFollowing, ModifiedFollowing, ModifiedPreceding, Nearest,
            NearestByWeekday, Preceding, Unadjusted,
        };
        // 2014-11-29 is a Saturday, 2014-11-15 too, 2014-06-01 a Sunday, 2014-07-14 a Monday.
        let calendar = with_holidays(&["2014-07-14"]);
        let table = [
            (Unadjusted, "2014-11-29", "2014-11-29"),
            (Following, "2014-11-29", "2014-12-01"),
            (ModifiedFollowing, "2014-11-29", "2014-11-28"),
            (ModifiedFollowing, "2014-11-15", "2014-11-17"),
            (HalfMonthModifiedFollowing, "2014-11-15", "2014-11-14"),
            (HalfMonthModifiedFollowing, "2014-11-16", "2014-11-17"),
            (HalfMonthModifiedFollowing, "2014-11-29", "2014-11-28"),
            (Preceding, "2014-06-01", "2014-05-30"),
            (ModifiedPreceding, "2014-06-01", "2014-06-02"),
            (ModifiedPreceding, "2014-06-07", "2014-06-06"),
            (Nearest, "2014-11-29", "2014-11-28"),
            (Nearest, "2014-11-30", "2014-12-01"),
            (Nearest, "2014-07-13", "2014-07-15"), // two days on, two days back: on
            (Nearest, "2014-07-14", "2014-07-15"),
            (NearestByWeekday, "2014-07-12", "2014-07-11"),
            (NearestByWeekday, "2014-07-13", "2014-07-15"),
        ];
        for (convention, from, expected) in table {
            let moved = calendar.adjust(date(from), convention);
            assert_eq!(moved, Ok(date(expected)), "{convention:?} {from}");
        }
    }

    #[test]
    fn the_nearest_by_weekday_need_not_be_the_closer() {
        // From Sunday, Friday is two days back and Wednesday three days on.
        let calendar = with_holidays(&["2014-07-14", "2014-07-15"]);
        let sunday = date("2014-07-13");
        let nearest = calendar.adjust(sunday, BusinessDayConvention::Nearest);
        let by_weekday = calendar.adjust(sunday, BusinessDayConvention::NearestByWeekday);
        assert_eq!(nearest, Ok(date("2014-07-11")));
        assert_eq!(by_weekday, Ok(date("2014-07-16")));
    }

    #[test]
    fn a_month_without_business_days_is_left_after_all() {
        let closed = (1..=31).filter_map(|day| NaiveDate::from_ymd_opt(2024, 5, day));
        let calendar = Calendar::new([], closed, []).unwrap_or(Calendar::every_day());
        let middle = date("2024-05-15");
        let moved = |convention| calendar.adjust(middle, convention);
        let following = moved(BusinessDayConvention::ModifiedFollowing);
        let preceding = moved(BusinessDayConvention::ModifiedPreceding);
        assert_eq!(following, Ok(date("2024-04-30")));
        assert_eq!(preceding, Ok(date("2024-06-01")));
        let message = "no business day from 2024-05-01 through 2024-05-31, expected one at least";
        assert_fails(calendar.last_business_day_of_month(middle), message);
    }

    #[test]
    fn a_closure_may_be_as_long_as_its_holidays() {
        // Wednesday 31 January 2024 is the last day before 500 closed ones.
        let first = date("2024-02-01");
        let closed: Vec<NaiveDate> = first.iter_days().take(500).collect();
        let calendar = Calendar::new([Weekday::Sat, Weekday::Sun], closed, []);
        let calendar = calendar.unwrap_or(Calendar::every_day());
        let middle = date("2024-06-01");
        let after = date("2025-06-16"); // 15 June is a Sunday
        assert_eq!(calendar.next_or_same(middle), Ok(after));
        assert_eq!(calendar.previous_or_same(middle), Ok(date("2024-01-31")));
        assert_eq!(calendar.shift(middle, 1), Ok(after));
        assert_eq!(calendar.shift(after, -1), Ok(date("2024-01-31")));
        let nearest = calendar.adjust(middle, BusinessDayConvention::Nearest);
        assert_eq!(nearest, Ok(date("2024-01-31")));
    }

    #[test]
    fn what_depends_on_an_unknown_day_is_an_error() {
        // The last day known is a holiday, so what follows it decides.
        let known = with_holidays(&["2024-12-31"]).with_known_through(date("2024-12-31"));
        let year_end = date("2024-12-31");
        assert_fails(
            known.adjust(year_end, BusinessDayConvention::Following),
            "asked about 2025-01-01, the holidays are known through 2024-12-31 only",
        );
        let modified = known.adjust(year_end, BusinessDayConvention::ModifiedFollowing);
        assert_eq!(modified, Ok(date("2024-12-30")));
        let preceding = known.adjust(date("2025-01-01"), BusinessDayConvention::Preceding);
        assert!(preceding.is_err());
        let unadjusted = known.adjust(date("2025-01-01"), BusinessDayConvention::Unadjusted);
        assert_eq!(unadjusted, Ok(date("2025-01-01")));
    }

    #[test]
    fn what_depends_on_a_day_before_the_known_ones_is_an_error() {
        let known = with_holidays(&["2024-01-01"]).with_known_from(date("2024-01-01"));
        let message = "asked about 2023-12-31, the holidays are known from 2024-01-01 only";
        let new_year = date("2024-01-01");
        assert_fails(known.previous(date("2024-01-02")), message);
        assert_fails(known.shift(date("2024-01-03"), -2), message);
        assert_fails(known.shift(date("2023-12-30"), 3), message);
        assert_eq!(known.shift(new_year, 1), Ok(date("2024-01-02")));
        assert_eq!(known.shift(date("2024-01-03"), -1), Ok(date("2024-01-02")));
        let counted = known.business_days_between(date("2023-12-31"), new_year, CountedEnds::Both);
        assert_eq!(
            counted.map_err(|error| error.to_string()),
            Err(message.into())
        );
    }

    #[test]
    fn the_ends_of_the_calendar_are_errors() {
        let calendar = Calendar::every_day();
        assert_fails(
            calendar.next(NaiveDate::MAX),
            "a date counted from +262142-12-31 is out of range, expected one between -262143-01-01 and +262142-12-31",
        );
        assert!(calendar.previous(NaiveDate::MIN).is_err());
        assert_eq!(calendar.next_or_same(NaiveDate::MAX), Ok(NaiveDate::MAX));
        assert_eq!(
            calendar.previous_or_same(NaiveDate::MIN),
            Ok(NaiveDate::MIN)
        );
    }
}
