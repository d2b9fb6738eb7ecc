use alloc::vec::Vec;

use chrono::{Datelike, NaiveDate, Weekday};

use crate::calendar::business_days::Calendar;
use crate::calendar::hours::error::HoursError;
use crate::calendar::hours::interval::{DAY, OpenInterval};
use crate::form::{Gathered, checked, record};
use crate::vocab::twice::again;

record! {
    /// The open intervals of one weekday (每周营业时段).
    #[derive(Hash)]
    #[non_exhaustive]
    pub struct WeekdayHours {
        /// The weekday.
        #[serde(with = "crate::calendar::weekday")]
        pub day: Weekday,
        /// The intervals that begin on it; none if it is closed.
        pub intervals: Vec<OpenInterval>,
    }
}

impl WeekdayHours {
    /// Makes the hours of a weekday.
    pub fn new(day: Weekday, intervals: impl IntoIterator<Item = OpenInterval>) -> Self {
        Self {
            day,
            intervals: intervals.into_iter().collect(),
        }
    }
}

record! {
    /// The open intervals of one date, in place of every other rule (特殊营业日).
    ///
    /// A half day and a long day have intervals of their own. A date without intervals is closed.
    #[derive(Hash)]
    #[non_exhaustive]
    pub struct SpecialDay {
        /// The date.
        pub date: NaiveDate,
        /// The intervals that begin on it; none if it is closed.
        pub intervals: Vec<OpenInterval>,
    }
}

impl SpecialDay {
    /// Makes the hours of a date.
    pub fn new(date: NaiveDate, intervals: impl IntoIterator<Item = OpenInterval>) -> Self {
        Self {
            date,
            intervals: intervals.into_iter().collect(),
        }
    }

    /// Makes a date that is closed.
    #[must_use]
    pub const fn closed(date: NaiveDate) -> Self {
        Self {
            date,
            intervals: Vec::new(),
        }
    }
}

checked! {
    /// The hours at which a place is open (营业时间).
    ///
    /// The intervals that begin on a date are the first of these that there are:
    ///
    /// 1. those of a special day;
    /// 2. none, if the calendar has a holiday;
    /// 3. those of [`working_day`](Self::working_day), if the calendar works on that day of its weekend;
    /// 4. those of its weekday.
    ///
    /// The weekend of the calendar itself closes nothing: a shop may open on Saturday. An interval that crosses
    /// midnight goes on into the next day, even if that is a holiday.
    ///
    /// # Examples
    ///
    /// ```
    /// use chrono::{NaiveDate, Weekday};
    /// use keqing::calendar::Calendar;
    /// use keqing::calendar::hours::{OpenInterval, OpeningHours, SpecialDay};
    ///
    /// let date = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).ok_or("no such date");
    /// let office = OpenInterval::new("09:00".parse()?, "18:00".parse()?)?;
    /// let weekdays = [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri];
    /// // Saturday 12 October 2024 is worked with the hours of a Monday.
    /// let weekend = [Weekday::Sat, Weekday::Sun];
    /// let calendar = Calendar::new(weekend, [date(2024, 10, 7)?], [date(2024, 10, 12)?])?;
    /// let morning = OpenInterval::new("09:00".parse()?, "12:00".parse()?)?;
    /// let hours = OpeningHours::of_weekdays(weekdays, [office])?
    ///     .with_calendar(calendar, Some(Weekday::Mon))?
    ///     .with_special_days([SpecialDay::new(date(2024, 12, 31)?, [morning])])?;
    ///
    /// assert_eq!(hours.intervals_on(date(2024, 10, 7)?)?, []);
    /// assert_eq!(hours.intervals_on(date(2024, 10, 12)?)?, [office]);
    /// assert_eq!(hours.intervals_on(date(2024, 12, 31)?)?, [morning]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[derive(Hash)]
    pub struct OpeningHours, checked by OpeningHours::checked {
        /// The hours of each weekday, in the order of the week; a weekday that is left out is closed.
        week: Vec<WeekdayHours>,
        /// The dates with hours of their own, in order.
        special_days: Vec<SpecialDay>,
        /// The holidays, which are closed, and the days of the weekend that are worked.
        calendar: Calendar,
        /// The weekday whose hours the working days of the weekend have; needed if there are such days.
        working_day: Option<crate::calendar::weekday::DayOfWeek>,
    }
}

impl OpeningHours {
    /// Makes the hours of a week, without holidays and special days.
    ///
    /// Order does not matter, and a weekday that is left out is closed.
    ///
    /// # Errors
    ///
    /// - [`HoursError::WeekdayTwice`] is returned when a weekday is given twice;
    /// - [`HoursError::OverlapInWeek`] is returned when two intervals have time in common;
    /// - [`HoursError::NeverOpen`] is returned when there is no interval.
    pub fn new(week: impl IntoIterator<Item = WeekdayHours>) -> Result<Self, HoursError> {
        Self {
            week: week.into_iter().collect(),
            special_days: Vec::new(),
            calendar: Calendar::every_day(),
            working_day: None,
        }
        .checked()
    }

    /// Makes the same hours for each of some weekdays.
    ///
    /// # Errors
    ///
    /// The errors of [`new`](Self::new) are returned.
    pub fn of_weekdays(
        days: impl IntoIterator<Item = Weekday>,
        intervals: impl IntoIterator<Item = OpenInterval>,
    ) -> Result<Self, HoursError> {
        let intervals: Vec<OpenInterval> = intervals.into_iter().collect();
        let each = |day| WeekdayHours::new(day, intervals.iter().copied());
        Self::new(days.into_iter().map(each))
    }

    /// Returns the hours that never close.
    #[must_use]
    pub fn always() -> Self {
        let whole = |day| WeekdayHours::new(day, [OpenInterval::WHOLE_DAY]);
        Self {
            week: WEEK.into_iter().map(whole).collect(),
            special_days: Vec::new(),
            calendar: Calendar::every_day(),
            working_day: None,
        }
    }

    /// Sets the calendar, and the weekday whose hours its working days of the weekend have.
    ///
    /// # Errors
    ///
    /// - [`HoursError::WorkingDayUnnamed`] is returned when the calendar has such days and no weekday is named;
    /// - [`HoursError::WorkingDayClosed`] is returned when the weekday named has no hours;
    /// - [`HoursError::Overlap`] is returned when intervals of such a day and of one beside it have time in common.
    pub fn with_calendar(
        self,
        calendar: Calendar,
        working_day: Option<Weekday>,
    ) -> Result<Self, HoursError> {
        Self {
            calendar,
            working_day: working_day.map(Into::into),
            ..self
        }
        .checked()
    }

    /// Sets the dates with hours of their own, in place of those given before.
    ///
    /// # Errors
    ///
    /// - [`HoursError::SpecialDayTwice`] is returned when a date is given twice;
    /// - [`HoursError::Overlap`] is returned when intervals of a date, or of it and one beside it, have time in
    ///   common.
    pub fn with_special_days(
        self,
        days: impl IntoIterator<Item = SpecialDay>,
    ) -> Result<Self, HoursError> {
        Self {
            special_days: days.into_iter().collect(),
            ..self
        }
        .checked()
    }

    /// Returns the hours of each weekday that has some, in the order of the week.
    #[must_use]
    pub fn week(&self) -> &[WeekdayHours] {
        &self.week
    }

    /// Returns the dates with hours of their own, in order.
    #[must_use]
    pub fn special_days(&self) -> &[SpecialDay] {
        &self.special_days
    }

    /// Returns the calendar.
    #[must_use]
    pub const fn calendar(&self) -> &Calendar {
        &self.calendar
    }

    /// Returns the weekday whose hours the working days of the weekend have, if it was named.
    #[must_use]
    pub fn working_day(&self) -> Option<Weekday> {
        self.working_day.map(Into::into)
    }

    /// Returns the intervals that begin on a date, in order.
    ///
    /// # Errors
    ///
    /// [`HoursError::Calendar`] is returned when the date is past the last one that the calendar knows.
    pub fn intervals_on(&self, date: NaiveDate) -> Result<&[OpenInterval], HoursError> {
        self.calendar.known_business_day(date)?;
        Ok(self.beginning_on(date))
    }

    /// Returns the intervals that begin on a date by the days listed.
    pub(crate) fn beginning_on(&self, date: NaiveDate) -> &[OpenInterval] {
        if let Some(day) = self.special_on(date) {
            return &day.intervals;
        }
        if self.calendar.holidays().binary_search(&date).is_ok() {
            return &[];
        }
        match self.working_day() {
            Some(day) if self.calendar.working_days().binary_search(&date).is_ok() => {
                self.of_weekday(day)
            }
            _ => self.of_weekday(date.weekday()),
        }
    }

    /// Returns the special day of a date, if there is one.
    pub(crate) fn special_on(&self, date: NaiveDate) -> Option<&SpecialDay> {
        let place = self
            .special_days
            .binary_search_by_key(&date, |day| day.date);
        self.special_days.get(place.ok()?)
    }

    /// Returns the intervals of a weekday.
    pub(crate) fn of_weekday(&self, day: Weekday) -> &[OpenInterval] {
        let of_day = self.week.iter().find(|hours| hours.day == day);
        of_day.map_or(&[], |hours| &hours.intervals)
    }

    /// Returns the hours with each list in order, if they do not contradict each other.
    fn checked(mut self) -> Result<Self, HoursError> {
        let mut errors = Gathered::new();
        self.week
            .sort_by_key(|hours| hours.day.num_days_from_monday());
        let days = self
            .week
            .iter()
            .map(|hours| hours.day.num_days_from_monday());
        for number in again(days) {
            let day = WEEK
                .into_iter()
                .find(|day| day.num_days_from_monday() == number);
            errors.keep(HoursError::WeekdayTwice {
                day: day.unwrap_or(Weekday::Mon),
            });
        }
        self.special_days.sort_by_key(|day| day.date);
        for date in again(self.special_days.iter().map(|day| day.date)) {
            errors.keep(HoursError::SpecialDayTwice { date });
        }
        self.week.retain(|hours| !hours.intervals.is_empty());
        for hours in &mut self.week {
            hours
                .intervals
                .sort_unstable_by_key(|interval| interval.span());
        }
        for day in &mut self.special_days {
            day.intervals
                .sort_unstable_by_key(|interval| interval.span());
        }
        if self.week.is_empty() {
            errors.keep(HoursError::NeverOpen);
        }
        self.check_working_day(&mut errors);
        self.check_overlaps(&mut errors);
        errors.settle(|| self)
    }

    fn check_working_day(&self, errors: &mut Gathered<HoursError>) {
        if self.calendar.working_days().is_empty() {
            return;
        }
        match self.working_day() {
            None => errors.keep(HoursError::WorkingDayUnnamed),
            Some(day) if self.of_weekday(day).is_empty() => {
                errors.keep(HoursError::WorkingDayClosed { day });
            }
            Some(_) => {}
        }
    }

    /// Finds intervals with time in common: in the week, and at each date that differs from its week.
    fn check_overlaps(&self, errors: &mut Gathered<HoursError>) {
        for day in WEEK {
            let (own, next) = (self.of_weekday(day), self.of_weekday(day.succ()));
            for (first, second) in within(own).chain(across(own, next)) {
                errors.keep(HoursError::OverlapInWeek { day, first, second });
            }
        }
        let special = self.special_days.iter();
        for (date, (first, second)) in
            special.flat_map(|day| within(&day.intervals).map(|pair| (day.date, pair)))
        {
            errors.keep(overlap(date, first, second));
        }
        let special = self.special_days.iter().map(|day| day.date);
        let differing = special.chain(self.calendar.working_days().iter().copied());
        for date in differing
            .flat_map(|date| [date.pred_opt(), Some(date)])
            .flatten()
        {
            let next = date
                .succ_opt()
                .map_or(&[][..], |next| self.beginning_on(next));
            if let Some((first, second)) = across(self.beginning_on(date), next) {
                errors.keep(overlap(date, first, second));
            }
            if errors.is_full() {
                break;
            }
        }
    }
}

const fn overlap(date: NaiveDate, first: OpenInterval, second: OpenInterval) -> HoursError {
    HoursError::Overlap {
        date,
        first,
        second,
    }
}

/// Returns each two neighbours of a day's intervals that have time in common.
fn within(day: &[OpenInterval]) -> impl Iterator<Item = (OpenInterval, OpenInterval)> + '_ {
    day.windows(2).filter_map(|pair| match pair {
        [first, second] if first.span().1 > second.span().0 => Some((*first, *second)),
        _ => None,
    })
}

/// Returns the last interval of a day and the first of the next, if they have time in common.
fn across(day: &[OpenInterval], next: &[OpenInterval]) -> Option<(OpenInterval, OpenInterval)> {
    let (last, first) = day.last().zip(next.first())?;
    let is_overlap = last.span().1 > first.span().0.saturating_add(DAY);
    is_overlap.then_some((*last, *first))
}

/// The days of a week, from Monday on.
const WEEK: [Weekday; 7] = [
    Weekday::Mon,
    Weekday::Tue,
    Weekday::Wed,
    Weekday::Thu,
    Weekday::Fri,
    Weekday::Sat,
    Weekday::Sun,
];
