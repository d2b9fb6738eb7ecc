use alloc::vec::Vec;

use chrono::NaiveDate;

use crate::calendar::{BusinessDayConvention, Calendar, DayOfMonth, EndOfMonth};
use crate::form::{Gathered, checked};
use crate::receivable::term::base::BaseDate;
use crate::receivable::term::closing::ClosingDay;
use crate::receivable::term::error::{PaymentTermError, TermError};
use crate::receivable::term::month::{MonthDays, Months};
use crate::receivable::term::step::TermStep;
use crate::vocab::set::Set;
use crate::vocab::time::Days;

checked! {
    /// A payment term (付款条件): base date, steps, and the move to a business day.
    ///
    /// The JSON form is
    /// `{"base": ["invoice"], "steps": [{"days": 30}], "adjustment": "following"}`.
    ///
    /// # Examples
    ///
    /// The term is thirty days after the later of delivery and receipt of the invoice, on a
    /// business day.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use keqing::calendar::{BusinessDayConvention, Calendar};
    /// use keqing::receivable::term::{BaseDate, BaseDates, PaymentTerm, TermError, due_date};
    /// use keqing::vocab::time::Days;
    ///
    /// let date = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).ok_or("no such date");
    /// let term = PaymentTerm::net(Days::new(30))
    ///     .counted_from_latest_of(BaseDate::Delivery | BaseDate::Receipt)?
    ///     .with_adjustment(BusinessDayConvention::Following);
    ///
    /// let mut dates = BaseDates::new(date(2024, 5, 1)?);
    /// dates.receipt = Some(date(2024, 5, 3)?);
    /// let calendar = Calendar::saturday_sunday();
    /// let unknown = TermError::BaseDateUnknown { base: BaseDate::Delivery };
    /// assert_eq!(due_date(&term, &dates, &calendar), Err(unknown));
    ///
    /// dates.delivery = Some(date(2024, 5, 9)?);
    /// assert_eq!(due_date(&term, &dates, &calendar)?, date(2024, 6, 10)?); // 8 June is a Saturday
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[derive(Hash)]
    pub struct PaymentTerm, checked by PaymentTerm::checked {
        /// The dates of the document from the latest of which the term counts. An empty set is
        /// refused, and an unknown date is an error.
        base: Set<BaseDate> => "REC-03" "REC-04" "REC-06" "REC-07",
        /// The steps from the base date, taken in their order. No step leads to the base date
        /// itself. Steps that lead back before it are an error. Steps of more than 18 263 days, which
        /// are fifty years, are refused.
        steps: Vec<TermStep> => "REC-03" "REC-04" "REC-06" "REC-07",
        /// The move of the due date to a business day.
        adjustment: BusinessDayConvention => "REC-03" "REC-04" "REC-06" "REC-07",
    }
}

impl PaymentTerm {
    /// Makes a term that ends on the date of the invoice itself. A term of several steps, added by
    /// [`then`](Self::then), begins with it.
    #[must_use]
    pub const fn immediate() -> Self {
        Self {
            base: BaseDate::set([BaseDate::Invoice]),
            steps: Vec::new(),
            adjustment: BusinessDayConvention::Unadjusted,
        }
    }

    /// Makes a term of a number of calendar days after the date of the invoice: net 30.
    #[must_use]
    pub fn net(days: Days) -> Self {
        Self::immediate().then(TermStep::Days(days))
    }

    /// Makes a term of a number of business days after the date of the invoice.
    #[must_use]
    pub fn business_days(days: Days) -> Self {
        Self::immediate().then(TermStep::BusinessDays(days))
    }

    /// Makes a term of a number of months after the date of the invoice, on the same day or the
    /// last of a shorter month.
    #[must_use]
    pub fn months(count: Months) -> Self {
        Self::immediate().then(TermStep::Months {
            count,
            month_end: EndOfMonth::KeepDay,
        })
    }

    /// Makes a term that ends on a day that was agreed, such as 30 June 2024.
    ///
    /// # Examples
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use keqing::calendar::Calendar;
    /// use keqing::receivable::term::{BaseDates, PaymentTerm, due_date};
    ///
    /// let date = |month, day| NaiveDate::from_ymd_opt(2024, month, day).ok_or("no such date");
    /// let term = PaymentTerm::on(date(6, 30)?);
    /// let due = |invoice| due_date(&term, &BaseDates::new(invoice), &Calendar::every_day());
    /// assert_eq!(due(date(5, 10)?)?, date(6, 30)?);
    /// assert!(due(date(7, 1)?).is_err());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn on(day: NaiveDate) -> Self {
        Self::immediate().then(TermStep::On(day))
    }

    /// Makes a term of days, then to the end of that month: one reading of "45 jours fin de mois".
    #[must_use]
    pub fn net_then_end_of_month(days: Days) -> Self {
        Self::net(days).then(TermStep::EndOfMonth)
    }

    /// Makes a term to the end of the month, then of days: the other reading of "45 jours fin de
    /// mois".
    #[must_use]
    pub fn end_of_month_then_net(days: Days) -> Self {
        Self::immediate()
            .then(TermStep::EndOfMonth)
            .then(TermStep::Days(days))
    }

    /// Makes a term to the end of the month of the invoice, or of the month a number of months
    /// later.
    #[must_use]
    pub fn end_of_month(months: Months) -> Self {
        Self::day_of_month(months, DayOfMonth::LAST)
    }

    /// Makes a term to a day of a later month: the 25th of the month after that of the invoice.
    ///
    /// With zero months, an invoice dated later in the month has no due date under the term.
    #[must_use]
    pub fn day_of_month(months: Months, day: DayOfMonth) -> Self {
        Self::immediate().then(TermStep::DayOfMonth { months, day })
    }

    /// Makes a term to the next of the debtor's payment days on or after the date of the invoice.
    #[must_use]
    pub fn payment_days(days: MonthDays) -> Self {
        Self::immediate().then(TermStep::PaymentDays(days))
    }

    /// Makes a term that closes on one day of the month and is paid on one day of a later month.
    #[must_use]
    pub fn closing_day(closing: ClosingDay) -> Self {
        Self::immediate().then(TermStep::ClosingDay(closing))
    }

    /// Adds a step after the last.
    #[must_use]
    pub fn then(mut self, step: TermStep) -> Self {
        self.steps.push(step);
        self
    }

    /// Sets the date of the document from which the term counts.
    #[must_use]
    pub fn counted_from(self, base: BaseDate) -> Self {
        Self {
            base: Set::from(base),
            ..self
        }
    }

    /// Sets several dates of the document from the latest of which the term counts. All have to be
    /// known.
    ///
    /// # Errors
    ///
    /// [`PaymentTermError::NoBaseDate`] is returned when there are no dates.
    /// [`PaymentTermError::TooLong`] is returned when the steps are more than fifty years long.
    pub fn counted_from_latest_of(self, base: Set<BaseDate>) -> Result<Self, PaymentTermError> {
        Self { base, ..self }.checked()
    }

    /// Sets the move of the due date to a business day; without this it stays as it is.
    #[must_use]
    pub fn with_adjustment(self, adjustment: BusinessDayConvention) -> Self {
        Self { adjustment, ..self }
    }

    /// Returns the dates of the document from the latest of which the term counts.
    #[must_use]
    pub const fn base(&self) -> Set<BaseDate> {
        self.base
    }

    /// Returns the steps, first to last.
    #[must_use]
    pub fn steps(&self) -> &[TermStep] {
        &self.steps
    }

    /// Returns the move of the due date to a business day.
    #[must_use]
    pub const fn adjustment(&self) -> BusinessDayConvention {
        self.adjustment
    }

    /// Returns the due date to which the steps and the adjustment lead from a date. The date may be
    /// any date of the document.
    ///
    /// # Errors
    ///
    /// [`TermError::DueBeforeBase`] is returned when they lead back before the date.
    /// [`TermError::TooLong`] is returned when they lead on by more than fifty years.
    /// [`TermError::Calendar`] is returned past the last date there is, or when the calendar has no
    /// business day to move to.
    pub fn due_from(&self, base: NaiveDate, calendar: &Calendar) -> Result<NaiveDate, TermError> {
        let arrived = self
            .steps
            .iter()
            .try_fold(base, |date, step| step.apply(date, calendar))?;
        let due = calendar.adjust(arrived, self.adjustment)?;
        if due < base {
            return Err(TermError::DueBeforeBase { base, due });
        }
        if days_apart(base, due) > LONGEST_TERM {
            return Err(TermError::TooLong {
                base,
                due,
                most: LONGEST_TERM,
            });
        }
        Ok(due)
    }

    fn checked(self) -> Result<Self, PaymentTermError> {
        let mut errors = Gathered::new();
        if self.base.is_empty() {
            errors.keep(PaymentTermError::NoBaseDate);
        }
        let least = self.steps.iter().map(|step| step.least_days());
        let given = least.fold(0, u64::saturating_add);
        if given > LONGEST_TERM {
            errors.keep(PaymentTermError::TooLong {
                given,
                most: LONGEST_TERM,
            });
        }
        errors.settle(|| self)
    }
}

fn days_apart(from: NaiveDate, to: NaiveDate) -> u64 {
    to.signed_duration_since(from).num_days().unsigned_abs()
}

/// The most days from the base date to the due date: fifty years.
///
/// A longer time to pay is a slip of the keyboard, and it would be reckoned from unknown holidays.
const LONGEST_TERM: u64 = 18_263;
