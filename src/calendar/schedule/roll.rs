use core::fmt;

use chrono::{Datelike, NaiveDate, Weekday};

use crate::calendar::business_days::Calendar;
use crate::calendar::day_of_month::DayOfMonth;
use crate::calendar::error::CalendarError;
use crate::calendar::month::{day_of_month, last_of_month};
use crate::calendar::schedule::frequency::Frequency;
use crate::calendar::weekday;
use crate::form::choice;

choice! {
    /// The day on which a regular period ends (滚动惯例).
    ///
    /// A step of a schedule counts the frequency first and rolls then. Some conventions use the
    /// business days of a market; the calendar that is passed along stands for it.
    ///
    /// # Examples
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use keqing::calendar::Calendar;
    /// use keqing::calendar::schedule::{Frequency, RollConvention};
    ///
    /// let date = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).ok_or("no such date");
    /// let calendar = Calendar::saturday_sunday();
    /// let end_of_february = date(2014, 2, 28)?;
    /// let next = RollConvention::EndOfMonth.next(end_of_february, Frequency::MONTHLY, &calendar)?;
    /// assert_eq!(next, date(2014, 3, 31)?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[non_exhaustive]
    #[derive(Copy, Hash)]
    pub enum RollConvention {
        /// A day of the month, or the last day of a shorter month.
        DayOfMonth(DayOfMonth),
        /// A day of the week: the next such day, or the previous one if dates are counted back.
        #[serde(with = "weekday")]
        DayOfWeek(Weekday),
        /// The last calendar day of the month.
        ///
        /// If the anchor of a schedule is not the last day of a month, the anchor's day of the
        /// month counts instead.
        EndOfMonth,
        /// The third Wednesday of the month (IMM).
        Imm,
        /// One business day before the second Friday of the month (IMM AUD).
        ImmAud,
        /// Two business days before the third Wednesday of the month (IMM CAD).
        ImmCad,
        /// The Wednesday on or after the 9th of the month (IMM NZD).
        ImmNzd,
        /// The second Friday of the month (SFE).
        Sfe,
        /// The next Monday, or the business day after it if it is none (T-bill auctions).
        TreasuryBill,
        /// The day that the frequency gives.
        Unrolled,
    }
}

impl RollConvention {
    /// Returns the convention of a day of the month: 31 is the end of the month.
    #[must_use]
    pub const fn on_day(day: DayOfMonth) -> Self {
        if day.number() == DayOfMonth::LAST.number() {
            Self::EndOfMonth
        } else {
            Self::DayOfMonth(day)
        }
    }

    /// Moves a date to the day of the convention: within its month, or for a day of the week up to
    /// the next.
    ///
    /// # Errors
    ///
    /// The errors of [`Calendar::adjust`] are returned when the convention uses business days, and
    /// when the date is one of the last there are.
    pub fn roll(self, date: NaiveDate, calendar: &Calendar) -> Result<NaiveDate, CalendarError> {
        let nth_weekday = |nth: u32, weekday: Weekday| {
            let weeks = day_of_month(
                date,
                nth.saturating_sub(1).saturating_mul(7).saturating_add(1),
            );
            weekday_from(weeks, weekday)
        };
        match self {
            Self::Unrolled => Ok(date),
            Self::DayOfMonth(day) => Ok(day.of_month(date)),
            Self::EndOfMonth => Ok(last_of_month(date)),
            Self::DayOfWeek(weekday) => weekday_from(date, weekday),
            Self::Imm => nth_weekday(3, Weekday::Wed),
            Self::ImmCad => {
                let before = calendar.shift(nth_weekday(3, Weekday::Wed)?, -2)?;
                calendar.previous_or_same(before)
            }
            Self::ImmAud => calendar.previous(nth_weekday(2, Weekday::Fri)?),
            Self::ImmNzd => weekday_from(day_of_month(date, 9), Weekday::Wed),
            Self::Sfe => nth_weekday(2, Weekday::Fri),
            Self::TreasuryBill => calendar.next_or_same(weekday_from(date, Weekday::Mon)?),
        }
    }

    /// Returns the first day of the convention after a date, counting the frequency from it.
    ///
    /// # Errors
    ///
    /// The errors of [`roll`](Self::roll) are returned, and [`CalendarError::DateOutOfRange`] when
    /// the date cannot be written.
    pub fn next(
        self,
        date: NaiveDate,
        frequency: Frequency,
        calendar: &Calendar,
    ) -> Result<NaiveDate, CalendarError> {
        let mut steps = Steps::on(self, date, frequency);
        steps.advance(calendar)
    }

    /// Returns the last day of the convention before a date, counting the frequency back from it.
    ///
    /// # Errors
    ///
    /// The errors of [`next`](Self::next) are returned.
    pub fn previous(
        self,
        date: NaiveDate,
        frequency: Frequency,
        calendar: &Calendar,
    ) -> Result<NaiveDate, CalendarError> {
        let mut steps = Steps::back(self, date, frequency);
        steps.advance(calendar)
    }

    /// Returns the day of the month that the convention names; the end of the month is 31.
    pub(crate) const fn day(self) -> Option<DayOfMonth> {
        match self {
            Self::DayOfMonth(day) => Some(day),
            Self::EndOfMonth => Some(DayOfMonth::LAST),
            _ => None,
        }
    }
}

impl fmt::Display for RollConvention {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::DayOfMonth(day) => write!(f, "{day} of the month"),
            Self::DayOfWeek(weekday) => write!(f, "{weekday}"),
            Self::EndOfMonth => f.write_str("the end of the month"),
            Self::Imm => f.write_str("the third Wednesday"),
            Self::ImmAud => f.write_str("the business day before the second Friday"),
            Self::ImmCad => f.write_str("two business days before the third Wednesday"),
            Self::ImmNzd => f.write_str("the Wednesday from the 9th"),
            Self::Sfe => f.write_str("the second Friday"),
            Self::TreasuryBill => f.write_str("the Monday of a Treasury bill auction"),
            Self::Unrolled => f.write_str("any day"),
        }
    }
}

/// Rolled dates one after another, each counted from the same anchor.
///
/// A day that a short month cut is found again in the next month.
pub(crate) struct Steps {
    roll: RollConvention,
    anchor: NaiveDate,
    frequency: Frequency,
    is_back: bool,
    count: i64,
    last: NaiveDate,
}

impl Steps {
    pub(crate) const fn on(roll: RollConvention, anchor: NaiveDate, frequency: Frequency) -> Self {
        Self {
            roll,
            anchor,
            frequency,
            is_back: false,
            count: 0,
            last: anchor,
        }
    }

    pub(crate) const fn back(
        roll: RollConvention,
        anchor: NaiveDate,
        frequency: Frequency,
    ) -> Self {
        Self {
            is_back: true,
            ..Self::on(roll, anchor, frequency)
        }
    }

    /// Returns the next date, or the previous one.
    ///
    /// A step that leads no further is passed over, such as one of days that roll to the same month
    /// end.
    pub(crate) fn advance(&mut self, calendar: &Calendar) -> Result<NaiveDate, CalendarError> {
        loop {
            self.count = self.count.saturating_add(1);
            let steps = if self.is_back {
                self.count.saturating_neg()
            } else {
                self.count
            };
            let counted = self
                .frequency
                .steps_from(self.anchor, steps)
                .ok_or(CalendarError::DateOutOfRange { from: self.anchor })?;
            let rolled = match self.roll {
                RollConvention::DayOfWeek(weekday) if self.is_back => weekday_to(counted, weekday)?,
                roll => roll.roll(counted, calendar)?,
            };
            let leads_on = if self.is_back {
                rolled < self.last
            } else {
                rolled > self.last
            };
            if leads_on {
                self.last = rolled;
                return Ok(rolled);
            }
        }
    }
}

/// Returns the first such weekday from a date on.
fn weekday_from(date: NaiveDate, weekday: Weekday) -> Result<NaiveDate, CalendarError> {
    let days = u64::from(weekday.days_since(date.weekday()));
    date.checked_add_days(chrono::Days::new(days))
        .ok_or(CalendarError::DateOutOfRange { from: date })
}

/// Returns the last such weekday up to a date.
fn weekday_to(date: NaiveDate, weekday: Weekday) -> Result<NaiveDate, CalendarError> {
    let days = u64::from(date.weekday().days_since(weekday));
    date.checked_sub_days(chrono::Days::new(days))
        .ok_or(CalendarError::DateOutOfRange { from: date })
}

#[cfg(test)]
mod tests {
    use chrono::{NaiveDate, Weekday};

    use super::{RollConvention, Steps};
    use crate::calendar::business_days::Calendar;
    use crate::calendar::day_of_month::DayOfMonth;
    use crate::calendar::schedule::frequency::Frequency;

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap_or(NaiveDate::MIN)
    }

    #[test]
    fn the_last_day_of_every_month_is_its_end() {
        let roll = |day| DayOfMonth::new(day).map(RollConvention::on_day);
        assert_eq!(roll(31), Ok(RollConvention::EndOfMonth));
        let thirtieth = DayOfMonth::new(30).map(RollConvention::DayOfMonth);
        assert_eq!(roll(30), thirtieth);
    }

    #[test]
    fn a_day_of_the_week_is_reached_in_the_direction_of_the_count() {
        // 2024-01-10 is a Wednesday.
        let (calendar, from) = (Calendar::saturday_sunday(), date("2024-01-10"));
        let monday = RollConvention::DayOfWeek(Weekday::Mon);
        let next = monday.next(from, Frequency::WEEKLY, &calendar);
        let previous = monday.previous(from, Frequency::WEEKLY, &calendar);
        assert_eq!(next, Ok(date("2024-01-22")));
        assert_eq!(previous, Ok(date("2024-01-01")));
    }

    #[test]
    fn an_auction_moved_by_a_holiday_does_not_move_the_next() {
        // Labor Day, Monday 3 September 2018.
        let calendar = Calendar::new([Weekday::Sat, Weekday::Sun], [date("2018-09-03")], []);
        let calendar = calendar.unwrap_or(Calendar::every_day());
        let auctions = RollConvention::TreasuryBill;
        let mut steps = Steps::on(auctions, date("2018-08-27"), Frequency::WEEKLY);
        assert_eq!(steps.advance(&calendar), Ok(date("2018-09-04")));
        assert_eq!(steps.advance(&calendar), Ok(date("2018-09-10")));
        let before = auctions.previous(date("2018-09-04"), Frequency::WEEKLY, &calendar);
        assert_eq!(before, Ok(date("2018-08-27")));
    }

    #[test]
    fn a_market_holiday_moves_its_last_trading_day() {
        // The third Wednesday is 18 December 2024, the second Friday the 13th.
        let holidays = [date("2024-12-16"), date("2024-12-12")];
        let calendar = Calendar::new([Weekday::Sat, Weekday::Sun], holidays, []);
        let calendar = calendar.unwrap_or(Calendar::every_day());
        let from = date("2024-12-01");
        let rolled = |roll: RollConvention| roll.roll(from, &calendar);
        assert_eq!(rolled(RollConvention::ImmCad), Ok(date("2024-12-13")));
        assert_eq!(rolled(RollConvention::ImmAud), Ok(date("2024-12-11")));
    }

    #[test]
    fn the_last_dates_there_are_have_no_next() {
        let calendar = Calendar::every_day();
        for roll in [RollConvention::Unrolled, RollConvention::EndOfMonth] {
            let next = roll.next(NaiveDate::MAX, Frequency::YEARLY, &calendar);
            assert!(next.is_err());
            let previous = roll.previous(NaiveDate::MIN, Frequency::YEARLY, &calendar);
            assert!(previous.is_err());
        }
    }
}
