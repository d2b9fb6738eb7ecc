use alloc::vec::Vec;

use chrono::{Datelike, NaiveDate, Weekday};

use crate::calendar::error::CalendarError;
use crate::form::{Gathered, checked};

checked! {
    /// The business days of a place (营业日历).
    ///
    /// The caller gives the data: the weekend, the holidays, and the days of the weekend that are
    /// worked. China moves such working days around its long holidays. A business day is a day off
    /// the weekend that is no holiday, or a listed working day.
    ///
    /// Holidays are known for some years only. A calendar with a [first](Self::with_known_from) or a [last
    /// known day](Self::with_known_through) answers with an error beyond it, and never with a guess.
    ///
    /// # Examples
    ///
    /// ```
    /// use chrono::{NaiveDate, Weekday};
    /// use keqing::calendar::{BusinessDayConvention, Calendar};
    ///
    /// let date = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).ok_or("no such date");
    /// // National Day of 2024, and two weekend days worked for it.
    /// let holidays = (1..=7).filter_map(|day| NaiveDate::from_ymd_opt(2024, 10, day));
    /// let working_days = [date(2024, 9, 29)?, date(2024, 10, 12)?];
    /// let calendar = Calendar::new([Weekday::Sat, Weekday::Sun], holidays, working_days)?;
    ///
    /// assert!(calendar.is_business_day(date(2024, 9, 29)?));
    /// let moved = calendar.adjust(date(2024, 10, 1)?, BusinessDayConvention::Following)?;
    /// assert_eq!(moved, date(2024, 10, 8)?);
    ///
    /// let json = serde_json::to_string(&Calendar::saturday_sunday())?;
    /// assert_eq!(json, r#"{"weekend":["sat","sun"],"holidays":[],"working-days":[]}"#);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[derive(Hash)]
    pub struct Calendar, checked by Calendar::checked {
        /// The days of the week that are no business days, in the order of the week, each once.
        #[serde(with = "crate::calendar::weekday::list")]
        weekend: Vec<Weekday>,
        /// The holidays, in order, each once.
        holidays: Vec<NaiveDate>,
        /// The days of the weekend that are worked, in order, each once; none is a holiday.
        working_days: Vec<NaiveDate>,
        /// The first day whose holidays are known; left out if no beginning was given.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        known_from: Option<NaiveDate>,
        /// The last day whose holidays are known; left out if no end was given.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        known_through: Option<NaiveDate>,
    }
}

impl Calendar {
    /// Makes a calendar of a weekend, holidays, and days of the weekend that are worked.
    ///
    /// Order and repetition do not matter, and a holiday may fall on the weekend.
    ///
    /// # Errors
    ///
    /// - [`CalendarError::WeekendOfAllDays`] is returned when no day of the week is left to work
    ///   on;
    /// - [`CalendarError::HolidayAndWorkingDay`] is returned when a day is listed as both;
    /// - [`CalendarError::WorkingDayOffWeekend`] is returned when a working day is not on the
    ///   weekend: it is most likely a wrong date.
    pub fn new(
        weekend: impl IntoIterator<Item = Weekday>,
        holidays: impl IntoIterator<Item = NaiveDate>,
        working_days: impl IntoIterator<Item = NaiveDate>,
    ) -> Result<Self, CalendarError> {
        Self {
            weekend: weekend.into_iter().collect(),
            holidays: holidays.into_iter().collect(),
            working_days: working_days.into_iter().collect(),
            known_from: None,
            known_through: None,
        }
        .checked()
    }

    /// Returns the calendar on which every day is a business day.
    #[must_use]
    pub const fn every_day() -> Self {
        Self {
            weekend: Vec::new(),
            holidays: Vec::new(),
            working_days: Vec::new(),
            known_from: None,
            known_through: None,
        }
    }

    /// Returns the calendar of a weekend on Saturday and Sunday, without holidays.
    #[must_use]
    pub fn saturday_sunday() -> Self {
        Self {
            weekend: alloc::vec![Weekday::Sat, Weekday::Sun],
            ..Self::every_day()
        }
    }

    /// Makes a calendar of lists that are known to be in order and free of contradictions.
    pub(crate) fn of_weekends(holidays: Vec<NaiveDate>, working_days: Vec<NaiveDate>) -> Self {
        Self {
            holidays,
            working_days,
            ..Self::saturday_sunday()
        }
    }

    /// Sets the first day whose holidays are known; an answer that needs an earlier day is an error.
    #[must_use]
    pub fn with_known_from(self, first: NaiveDate) -> Self {
        Self {
            known_from: Some(first),
            ..self
        }
    }

    /// Sets the last day whose holidays are known; an answer that needs a later day is an error.
    #[must_use]
    pub fn with_known_through(self, last: NaiveDate) -> Self {
        Self {
            known_through: Some(last),
            ..self
        }
    }

    /// Returns the calendar on which a day is a business day only if it is one on both.
    ///
    /// It is known as far as both are.
    ///
    /// # Errors
    ///
    /// [`CalendarError::WeekendOfAllDays`] is returned when the two weekends leave no day of the
    /// week.
    ///
    /// # Examples
    ///
    /// ```
    /// use chrono::Weekday;
    /// use keqing::calendar::Calendar;
    ///
    /// let gulf = Calendar::new([Weekday::Fri, Weekday::Sat], [], [])?;
    /// let both = gulf.joined(&Calendar::saturday_sunday())?;
    /// assert_eq!(both.weekend(), [Weekday::Fri, Weekday::Sat, Weekday::Sun]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn joined(&self, other: &Self) -> Result<Self, CalendarError> {
        let weekend = self.weekend.iter().chain(&other.weekend).copied();
        let holidays = self.holidays.iter().chain(&other.holidays).copied();
        let worked = self.working_days.iter().chain(&other.working_days).copied();
        let both_work =
            |date: &NaiveDate| self.is_business_day(*date) && other.is_business_day(*date);
        let joined = Self::new(weekend, holidays, worked.filter(both_work))?;
        let known_through = match (self.known_through, other.known_through) {
            (Some(one), Some(another)) => Some(one.min(another)),
            (one, another) => one.or(another),
        };
        Ok(Self {
            known_from: self.known_from.max(other.known_from),
            known_through,
            ..joined
        })
    }

    /// Returns whether a date is a business day by the weekend and the days listed.
    ///
    /// Beyond [`known_from`](Self::known_from) and [`known_through`](Self::known_through) a holiday may be missing. Every other function
    /// that depends on such a day returns an error.
    #[must_use]
    pub fn is_business_day(&self, date: NaiveDate) -> bool {
        if self.weekend.contains(&date.weekday()) {
            self.working_days.binary_search(&date).is_ok()
        } else {
            self.holidays.binary_search(&date).is_err()
        }
    }

    /// Returns the days of the weekend, in the order of the week.
    #[must_use]
    pub fn weekend(&self) -> &[Weekday] {
        &self.weekend
    }

    /// Returns the holidays, in order.
    #[must_use]
    pub fn holidays(&self) -> &[NaiveDate] {
        &self.holidays
    }

    /// Returns the days of the weekend that are worked, in order.
    #[must_use]
    pub fn working_days(&self) -> &[NaiveDate] {
        &self.working_days
    }

    /// Returns the first day whose holidays are known, or `None` if no beginning was given.
    #[must_use]
    pub const fn known_from(&self) -> Option<NaiveDate> {
        self.known_from
    }

    /// Returns the last day whose holidays are known, or `None` if no end was given.
    #[must_use]
    pub const fn known_through(&self) -> Option<NaiveDate> {
        self.known_through
    }

    /// Returns whether a date is a business day, if that is known.
    pub(crate) fn known_business_day(&self, date: NaiveDate) -> Result<bool, CalendarError> {
        self.check_known(date)?;
        Ok(self.is_business_day(date))
    }

    /// Checks that the holidays of a date are known.
    pub(crate) fn check_known(&self, date: NaiveDate) -> Result<(), CalendarError> {
        match (self.known_from, self.known_through) {
            (Some(known_from), _) if date < known_from => {
                Err(CalendarError::BeforeKnown { date, known_from })
            }
            (_, Some(known_through)) if known_through < date => Err(CalendarError::BeyondKnown {
                date,
                known_through,
            }),
            _ => Ok(()),
        }
    }

    /// Returns the calendar with its days in order, each once.
    fn checked(mut self) -> Result<Self, CalendarError> {
        self.weekend
            .sort_unstable_by_key(Weekday::num_days_from_monday);
        self.weekend.dedup();
        if self.weekend.len() >= DAYS_OF_A_WEEK {
            return Err(CalendarError::WeekendOfAllDays);
        }
        in_order(&mut self.holidays);
        in_order(&mut self.working_days);
        let mut errors = Gathered::new();
        for &date in &self.working_days {
            if self.holidays.binary_search(&date).is_ok() {
                errors.keep(CalendarError::HolidayAndWorkingDay { date });
            }
            if !self.weekend.contains(&date.weekday()) {
                errors.keep(CalendarError::WorkingDayOffWeekend { date });
            }
        }
        errors.settle(|| self)
    }
}

fn in_order(dates: &mut Vec<NaiveDate>) {
    dates.sort_unstable();
    dates.dedup();
}

const DAYS_OF_A_WEEK: usize = 7;

#[cfg(test)]
mod tests {
    use alloc::string::ToString;

    use chrono::{NaiveDate, Weekday};

    use super::Calendar;

    const WEEK: [Weekday; 7] = [
        Weekday::Mon,
        Weekday::Tue,
        Weekday::Wed,
        Weekday::Thu,
        Weekday::Fri,
        Weekday::Sat,
        Weekday::Sun,
    ];

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap_or(NaiveDate::MIN)
    }

    #[track_caller]
    fn assert_refused(weekend: &[Weekday], holidays: &[&str], worked: &[&str], message: &str) {
        let calendar = Calendar::new(
            weekend.iter().copied(),
            holidays.iter().map(|text| date(text)),
            worked.iter().map(|text| date(text)),
        );
        let error = calendar.map_err(|error| error.to_string());
        assert_eq!(error.err().as_deref(), Some(message));
    }

    #[test]
    fn data_that_contradicts_itself_is_refused() {
        let weekend = [Weekday::Sat, Weekday::Sun];
        assert_refused(
            &WEEK,
            &[],
            &[],
            "a weekend of all seven days, expected six at most",
        );
        assert_refused(
            &weekend,
            &["2024-10-05"],
            &["2024-10-05"],
            "2024-10-05 is listed as a holiday and as a working day, expected one of the two",
        );
        assert_refused(
            &weekend,
            &[],
            &["2024-10-08"],
            "2024-10-08 is listed as a working day, expected a day of the weekend",
        );
    }

    #[test]
    fn six_days_of_weekend_leave_one() {
        let sundays = Calendar::new(WEEK.into_iter().take(6), [], []);
        let sundays = sundays.unwrap_or(Calendar::every_day());
        assert!(!sundays.is_business_day(date("2024-10-05")));
        assert!(sundays.is_business_day(date("2024-10-06")));
    }

    #[test]
    fn order_and_repetition_do_not_matter() {
        let listed = ["2024-10-02", "2024-10-01", "2024-10-02", "2024-10-06"];
        let one = Calendar::new([Weekday::Sun, Weekday::Sat], listed.map(date), []);
        let days = ["2024-10-01", "2024-10-02", "2024-10-06"];
        let week = [Weekday::Sat, Weekday::Sun, Weekday::Sat];
        assert_eq!(one, Calendar::new(week, days.map(date), []));
    }

    #[test]
    fn no_json_builds_a_calendar_that_code_cannot() {
        let json = r#"{"weekend":["sun"],"holidays":["2024-10-01"],"working-days":["2024-10-06"],"known-through":"2024-12-31"}"#;
        let calendar = Calendar::new([Weekday::Sun], [date("2024-10-01")], [date("2024-10-06")]);
        let calendar = calendar.map(|made| made.with_known_through(date("2024-12-31")));
        assert_eq!(serde_json::from_str(json).ok(), calendar.ok());
        let read = serde_json::from_str::<Calendar>(json).ok();
        let written = read.and_then(|read| serde_json::to_string(&read).ok());
        assert_eq!(written.as_deref(), Some(json));
        let table = [
            (
                r#"{"weekend":["mon","tue","wed","thu","fri","sat","sun"],"holidays":[],"working-days":[]}"#,
                "a weekend of all seven days",
            ),
            (
                r#"{"weekend":["Sat"],"holidays":[],"working-days":[]}"#,
                "`Sat` is no ",
            ),
            (
                r#"{"weekend":[],"holidays":[],"working-days":["2024-10-06"]}"#,
                "2024-10-06 is listed as a working day",
            ),
            (
                r#"{"weekend":[],"holidays":[]}"#,
                "missing field `working-days`",
            ),
            (
                r#"{"weekend":[],"holidays":[],"working-days":[],"name":""}"#,
                "unknown field `name`",
            ),
        ];
        for (json, reason) in table {
            let error = serde_json::from_str::<Calendar>(json).map_err(|error| error.to_string());
            let is_refused = error
                .as_ref()
                .is_err_and(|message| message.starts_with(reason));
            assert!(is_refused, "{error:?}, expected {reason}");
        }
    }

    #[test]
    fn a_joined_calendar_works_where_both_do() {
        let gulf = Calendar::new([Weekday::Fri, Weekday::Sat], [], [date("2024-10-05")]);
        let west = Calendar::saturday_sunday().with_known_through(date("2024-12-31"));
        let joined = gulf.and_then(|gulf| gulf.joined(&west));
        let joined = joined.unwrap_or(Calendar::every_day());
        let table = [
            ("2024-10-03", true),
            ("2024-10-04", false), // Friday, free in one
            ("2024-10-05", false), // Saturday, worked in one and free in the other
            ("2024-10-06", false), // Sunday, free in the other
        ];
        for (text, expected) in table {
            assert_eq!(joined.is_business_day(date(text)), expected, "{text}");
        }
        assert_eq!(joined.known_through(), Some(date("2024-12-31")));
    }
}
