use chrono::NaiveDate;

use crate::calendar::DayOfMonth;
use crate::form::checked;
use crate::receivable::term::error::PaymentTermError;
use crate::receivable::term::month::first_of_later_month;
use crate::receivable::term::month::{MonthDays, Months};

checked! {
    /// A closing-day term (结算日): invoices up to a day of the month are paid on a later day.
    ///
    /// The day of payment is one day of a later month. This is the usual term of Japan: closed on
    /// the 20th, paid at the end of the next month. The JSON form is `{"close": 20, "months": 1,
    /// "pay": 31}`.
    ///
    /// # Examples
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use keqing::calendar::{Calendar, DayOfMonth};
    /// use keqing::receivable::term::{BaseDates, ClosingDay, Months, PaymentTerm, due_date};
    ///
    /// let date = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).ok_or("no such date");
    /// let closing = ClosingDay::new(DayOfMonth::new(20)?, Months::new(1), DayOfMonth::LAST)?;
    /// let term = PaymentTerm::closing_day(closing);
    /// let due = |invoice| due_date(&term, &BaseDates::new(invoice), &Calendar::every_day());
    /// assert_eq!(due(date(2024, 1, 20)?)?, date(2024, 2, 29)?);
    /// assert_eq!(due(date(2024, 1, 21)?)?, date(2024, 3, 31)?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[derive(Copy, Hash, Ord, PartialOrd)]
    pub struct ClosingDay, checked by ClosingDay::checked {
        /// The day of the month on which invoices are closed, itself included. A shorter month closes on its
        /// last day.
        close: DayOfMonth => "REC-03" "REC-04" "REC-06" "REC-07",
        /// The months from the month of closing to that of payment.
        months: Months => "REC-03" "REC-04" "REC-06" "REC-07",
        /// The day of payment. With 0 months a day before that of closing is refused.
        pay: DayOfMonth => "REC-03" "REC-04" "REC-06" "REC-07",
    }
}

impl ClosingDay {
    /// Makes a closing-day term: closed on one day, paid on another a number of months later.
    ///
    /// # Errors
    ///
    /// [`PaymentTermError::PaidBeforeClosing`] is returned when the months are zero and the day of
    /// payment is before the closing day.
    pub fn new(
        close: DayOfMonth,
        months: Months,
        pay: DayOfMonth,
    ) -> Result<Self, PaymentTermError> {
        Self { close, months, pay }.checked()
    }

    /// Returns the day of the month on which invoices are closed, itself included.
    #[must_use]
    pub const fn close(self) -> DayOfMonth {
        self.close
    }

    /// Returns the number of months from the month of closing to that of payment.
    #[must_use]
    pub const fn months(self) -> Months {
        self.months
    }

    /// Returns the day of payment.
    #[must_use]
    pub const fn pay(self) -> DayOfMonth {
        self.pay
    }

    /// Returns the closing date to which a date belongs: the first one on or after it.
    ///
    /// The result is `None` past the last date there is.
    #[must_use]
    pub fn closing_date(self, date: NaiveDate) -> Option<NaiveDate> {
        MonthDays::of(self.close).on_or_after(date)
    }

    /// Returns the date of payment, not yet moved to a business day.
    pub(crate) fn payment_date(self, date: NaiveDate) -> Option<NaiveDate> {
        let closing = self.closing_date(date)?;
        first_of_later_month(closing, self.months).map(|first| self.pay.of_month(first))
    }

    fn checked(self) -> Result<Self, PaymentTermError> {
        let Self { close, months, pay } = self;
        if months.count() == 0 && pay < close {
            return Err(PaymentTermError::PaidBeforeClosing { close, pay });
        }
        Ok(self)
    }
}

#[cfg(test)]
mod tests {
    use alloc::string::ToString;

    use chrono::NaiveDate;

    use super::ClosingDay;
    use crate::calendar::DayOfMonth;
    use crate::receivable::term::error::PaymentTermError;
    use crate::receivable::term::month::Months;

    fn closing(close: u32, months: u16, pay: u32) -> Result<ClosingDay, PaymentTermError> {
        let day = |number| DayOfMonth::new(number).unwrap_or(DayOfMonth::LAST);
        ClosingDay::new(day(close), Months::new(months), day(pay))
    }

    #[test]
    fn payment_comes_after_the_closing() -> Result<(), PaymentTermError> {
        for (close, months, pay, invoice, closed, due) in [
            (31, 1, 31, "2024-02-01", "2024-02-29", "2024-03-31"),
            (31, 1, 31, "2024-02-29", "2024-02-29", "2024-03-31"),
            (20, 0, 20, "2024-02-20", "2024-02-20", "2024-02-20"),
            (20, 0, 31, "2024-02-21", "2024-03-20", "2024-03-31"),
            (30, 0, 31, "2023-02-28", "2023-02-28", "2023-02-28"),
            (15, 2, 5, "2024-12-16", "2025-01-15", "2025-03-05"),
        ] {
            let closing = closing(close, months, pay)?;
            let invoice = date(invoice);
            assert_eq!(closing.closing_date(invoice), Some(date(closed)));
            assert_eq!(closing.payment_date(invoice), Some(date(due)));
        }
        Ok(())
    }

    #[test]
    fn payment_before_the_closing_is_refused() {
        assert!(closing(20, 0, 20).is_ok() && closing(20, 1, 1).is_ok());
        assert_eq!(
            closing(20, 0, 19).map_err(|error| error.to_string()),
            Err(
                "payment on day 19 of the month that closes on day 20, expected that day or later"
                    .into()
            )
        );
        let json = r#"{"close":20,"months":0,"pay":19}"#;
        assert!(serde_json::from_str::<ClosingDay>(json).is_err());
    }

    #[track_caller]
    fn date(text: &str) -> NaiveDate {
        let Ok(date) = text.parse() else {
            panic!("`{text}` of the test")
        };
        date
    }
}
