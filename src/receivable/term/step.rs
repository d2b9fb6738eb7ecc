use chrono::NaiveDate;

use crate::calendar::month::add_days;
use crate::calendar::{
    BusinessDayConvention, Calendar, CalendarError, DayOfMonth, EndOfMonth, Tenor,
};
use crate::form::choice;
use crate::receivable::term::closing::ClosingDay;
use crate::receivable::term::month::first_of_later_month;
use crate::receivable::term::month::{MonthDays, Months};
use crate::receivable::term::payment_blackout::PaymentBlackout;
use crate::vocab::time::Days;

choice! {
    /// A step of a term, from a date to a date (期限步骤).
    ///
    /// Steps are taken in order, each from the date that the one before reached. Two weeks are 14
    /// days.
    ///
    /// # Examples
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use keqing::calendar::Calendar;
    /// use keqing::receivable::term::TermStep;
    /// use keqing::vocab::time::Days;
    ///
    /// let date = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).ok_or("no such date");
    /// let friday = date(2024, 3, 29)?;
    /// let step = TermStep::BusinessDays(Days::new(2));
    /// assert_eq!(step.apply(friday, &Calendar::saturday_sunday())?, date(2024, 4, 2)?);
    /// let step: TermStep = serde_json::from_str(r#"{"day-of-month": {"months": 1, "day": 25}}"#)?;
    /// assert_eq!(step.apply(friday, &Calendar::every_day())?, date(2024, 4, 25)?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[non_exhaustive]
    #[derive(Copy, Hash, Ord, PartialOrd)]
    pub enum TermStep {
        /// A number of business days later. Zero leads to the date itself or, if that is no
        /// business day, to the next one.
        BusinessDays(Days),
        /// The payment day of the closing to which the date belongs.
        ClosingDay(ClosingDay),
        /// A day of the month a number of months later, 0 being the month of the date. This step
        /// may go back.
        DayOfMonth {
            /// The months from the month of the date to that of the day; 0 is the month itself.
            months: Months,
            /// The day of that month, cut to the last day of a shorter month.
            day: DayOfMonth,
        },
        /// A number of calendar days later.
        Days(Days),
        /// The last day of the month.
        EndOfMonth,
        /// A number of months later.
        Months {
            /// The number of months.
            count: Months,
            /// The rule for the last day of a month.
            month_end: EndOfMonth,
        },
        /// The first day after a time without payments, for a date inside it.
        NotDuring(PaymentBlackout),
        /// A day of the calendar that was agreed, whatever date was reached before. A day before the base
        /// date is an error.
        On(NaiveDate),
        /// The next of the payment days, on or after the date.
        PaymentDays(MonthDays),
    }
}

impl TermStep {
    /// Takes the step from a date.
    ///
    /// # Errors
    ///
    /// [`CalendarError::DateOutOfRange`] is returned past the last date there is. If business days
    /// are counted, the errors of [`Calendar::adjust`] are returned as well.
    pub fn apply(self, date: NaiveDate, calendar: &Calendar) -> Result<NaiveDate, CalendarError> {
        let out_of_range = CalendarError::DateOutOfRange { from: date };
        let arrived = match self {
            Self::BusinessDays(days) => {
                let days = i32::try_from(days.count()).map_err(|_| out_of_range)?;
                return calendar.shift_or_follow(date, days);
            }
            Self::ClosingDay(closing) => closing.payment_date(date),
            Self::DayOfMonth { months, day } => {
                first_of_later_month(date, months).map(|first| day.of_month(first))
            }
            Self::Days(days) => add_days(date, days.count().into()),
            Self::EndOfMonth => Some(DayOfMonth::LAST.of_month(date)),
            Self::Months { count, month_end } => {
                let months = Tenor::Months(count.count().into());
                let unadjusted = BusinessDayConvention::Unadjusted;
                return calendar.advance(date, months, unadjusted, month_end);
            }
            Self::NotDuring(period) => period.first_day_outside(date),
            Self::On(day) => Some(day),
            Self::PaymentDays(days) => days.on_or_after(date),
        };
        arrived.ok_or(out_of_range)
    }

    /// Returns the least number of days that the step is long; a month counts 28.
    pub(crate) fn least_days(self) -> u64 {
        let months = |months: Months| u64::from(months.count()).saturating_mul(28);
        match self {
            Self::BusinessDays(days) | Self::Days(days) => days.count().into(),
            Self::ClosingDay(closing) => months(closing.months()),
            Self::DayOfMonth { months: count, .. } | Self::Months { count, .. } => months(count),
            Self::EndOfMonth | Self::NotDuring(_) | Self::On(_) | Self::PaymentDays(_) => 0,
        }
    }
}
