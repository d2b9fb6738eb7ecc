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
        if let (Some(known_from), Some(known_through)) = (self.known_from, self.known_through) {
            if known_through < known_from {
                errors.keep(CalendarError::KnownBackwards {
                    known_from,
                    known_through,
                });
            }
        }
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
