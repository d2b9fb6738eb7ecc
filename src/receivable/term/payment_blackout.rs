use chrono::{Datelike, NaiveDate};

use crate::calendar::DayOfMonth;
use crate::form::checked;
use crate::receivable::term::error::PaymentTermError;
use crate::receivable::term::month::day_of_year;

checked! {
    /// A day that recurs every year (年内日), such as 1 August.
    ///
    /// The JSON form is `{"month": 8, "day": 1}`.
    #[derive(Copy, Hash, Ord, PartialOrd)]
    pub struct AnnualDay, checked by AnnualDay::checked {
        /// The month, January being 1. Other numbers than 1 to 12 are refused.
        month: u8 where [1, 12] => "REC-03" "REC-04" "REC-06" "REC-07",
        /// The day of the month, cut to the last day of a shorter month.
        day: DayOfMonth => "REC-03" "REC-04" "REC-06" "REC-07",
    }
}

impl AnnualDay {
    /// Makes a day of a month, January being 1.
    ///
    /// # Errors
    ///
    /// [`PaymentTermError::Month`] is returned unless the month is from 1 to 12.
    pub const fn new(month: u8, day: DayOfMonth) -> Result<Self, PaymentTermError> {
        Self { month, day }.checked()
    }

    /// Returns the number of the month, January being 1.
    #[must_use]
    pub const fn month(self) -> u8 {
        self.month
    }

    /// Returns the day of the month.
    #[must_use]
    pub const fn day(self) -> DayOfMonth {
        self.day
    }

    fn in_year(self, year: i32) -> Option<NaiveDate> {
        day_of_year(year, self.month, self.day)
    }

    const fn checked(self) -> Result<Self, PaymentTermError> {
        match self.month {
            1..=12 => Ok(self),
            given => Err(PaymentTermError::Month { given }),
        }
    }
}

checked! {
    /// A time of every year in which a debtor pays nothing (停付期), such as August.
    ///
    /// A date inside is moved to the first day after. The time may run across the end of the year. The
    /// JSON form is `{"first": {"month": 8, "day": 1}, "last": {"month": 8, "day": 31}}`.
    ///
    /// # Examples
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use keqing::calendar::{Calendar, DayOfMonth};
    /// use keqing::receivable::term::{
    ///     AnnualDay, BaseDates, PaymentBlackout, PaymentTerm, TermStep, due_date,
    /// };
    /// use keqing::vocab::time::Days;
    ///
    /// let date = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).ok_or("no such date");
    /// let august = PaymentBlackout::new(
    ///     AnnualDay::new(8, DayOfMonth::new(1)?)?,
    ///     AnnualDay::new(8, DayOfMonth::LAST)?,
    /// )?;
    /// let term = PaymentTerm::net(Days::new(30)).then(TermStep::NotDuring(august));
    /// let due = |invoice| due_date(&term, &BaseDates::new(invoice), &Calendar::every_day());
    /// assert_eq!(due(date(2024, 7, 1)?)?, date(2024, 7, 31)?);
    /// assert_eq!(due(date(2024, 7, 2)?)?, date(2024, 9, 1)?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[derive(Copy, Hash, Ord, PartialOrd)]
    pub struct PaymentBlackout, checked by PaymentBlackout::checked {
        /// The first day of the time without payments. A time that leaves no day of some year is refused.
        first: AnnualDay,
        /// The last day of the time without payments, included. It may lie across the end of the
        /// year.
        last: AnnualDay,
    }
}

impl PaymentBlackout {
    /// Makes the time from one day of the year through another, both included.
    ///
    /// # Errors
    ///
    /// [`PaymentTermError::NoPayAllYear`] is returned when a year has no day outside.
    pub fn new(first: AnnualDay, last: AnnualDay) -> Result<Self, PaymentTermError> {
        Self { first, last }.checked()
    }

    /// Returns the first day of the time without payments.
    #[must_use]
    pub const fn first(self) -> AnnualDay {
        self.first
    }

    /// Returns the last day of the time without payments.
    #[must_use]
    pub const fn last(self) -> AnnualDay {
        self.last
    }

    /// Returns whether a date lies in the time without payments.
    #[must_use]
    pub fn contains(self, date: NaiveDate) -> bool {
        let from = self.first.in_year(date.year());
        let through = self.last.in_year(date.year());
        let after_first = from.is_some_and(|from| from <= date);
        let before_last = through.is_some_and(|through| date <= through);
        if self.first <= self.last {
            after_first && before_last
        } else {
            after_first || before_last
        }
    }

    /// Returns the first date on or after a date that lies outside; `None` past the last date there
    /// is.
    pub(crate) fn first_day_outside(self, date: NaiveDate) -> Option<NaiveDate> {
        if !self.contains(date) {
            return Some(date);
        }
        let this_year = self.last.in_year(date.year());
        this_year
            .filter(|end| *end >= date)
            .or_else(|| self.last.in_year(date.year().checked_add(1)?))?
            .succ_opt()
            .filter(|day| !self.contains(*day))
    }

    fn checked(self) -> Result<Self, PaymentTermError> {
        let Self { first, last } = self;
        // A common year and a leap year, since 29 February may be the only day outside.
        let leaves_a_day = |year| {
            last.in_year(year)
                .is_some_and(|end| self.first_day_outside(end).is_some())
        };
        if leaves_a_day(COMMON_YEAR) && leaves_a_day(LEAP_YEAR) {
            Ok(self)
        } else {
            Err(PaymentTermError::NoPayAllYear { first, last })
        }
    }
}

const COMMON_YEAR: i32 = 2023;
const LEAP_YEAR: i32 = 2024;

#[cfg(test)]
mod tests {
    use alloc::string::ToString;

    use chrono::NaiveDate;

    use super::{AnnualDay, PaymentBlackout};
    use crate::calendar::DayOfMonth;
    use crate::receivable::term::error::PaymentTermError;

    type Day = (u8, u32);

    fn period(first: Day, last: Day) -> Result<PaymentBlackout, PaymentTermError> {
        let of_year = |(month, day): Day| {
            AnnualDay::new(month, DayOfMonth::new(day).unwrap_or(DayOfMonth::LAST))
        };
        PaymentBlackout::new(of_year(first)?, of_year(last)?)
    }

    #[rustfmt::skip]
    #[test]
    fn a_date_inside_goes_to_the_first_day_after() -> Result<(), PaymentTermError> {
        for (first, last, from, expected) in [
            ((8, 1), (8, 31), "2024-07-31", "2024-07-31"),
            ((8, 1), (8, 31), "2024-08-01", "2024-09-01"),
            ((8, 1), (8, 31), "2024-08-31", "2024-09-01"),
            ((8, 1), (8, 31), "2024-09-01", "2024-09-01"),
            ((12, 24), (1, 6), "2024-12-23", "2024-12-23"),
            ((12, 24), (1, 6), "2024-12-24", "2025-01-07"),
            ((12, 24), (1, 6), "2025-01-06", "2025-01-07"),
            ((12, 1), (12, 31), "2024-12-15", "2025-01-01"),
            ((2, 1), (2, 31), "2024-02-29", "2024-03-01"),
        ] {
            let outside = period(first, last)?.first_day_outside(date(from));
            assert_eq!(outside, Some(date(expected)), "{from}");
        }
        let december = period((12, 1), (12, 31))?;
        assert_eq!(december.first_day_outside(NaiveDate::MAX), None);
        Ok(())
    }

    #[test]
    fn a_year_without_a_day_of_payment_is_refused() {
        for (first, last) in [
            ((1, 1), (12, 31)),
            ((3, 1), (2, 31)),
            ((3, 1), (2, 28)),
            ((8, 2), (8, 1)),
        ] {
            assert_eq!(
                period(first, last).map_err(|error| error.to_string()),
                Err(alloc::format!(
                    "no payment from month {}, day {}, through month {}, day {}, expected a day of the year that is left",
                    first.0,
                    first.1,
                    last.0,
                    last.1
                ))
            );
        }
        assert!(period((3, 2), (2, 28)).is_ok());
        assert_eq!(
            period((13, 1), (1, 1)).map_err(|error| error.to_string()),
            Err("month 13 of a year, expected 1 to 12".into())
        );
    }

    #[track_caller]
    fn date(text: &str) -> NaiveDate {
        let Ok(date) = text.parse() else {
            panic!("`{text}` of the test")
        };
        date
    }
}
