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

#[cfg(test)]
mod tests {
    use alloc::boxed::Box;
    use alloc::string::ToString;
    use core::error::Error;

    use chrono::NaiveDate;

    use super::PaymentTerm;
    use crate::calendar::{BusinessDayConvention, Calendar, DayOfMonth};
    use crate::receivable::term::base::{BaseDate, BaseDates};
    use crate::receivable::term::due_date;
    use crate::receivable::term::month::Months;
    use crate::receivable::term::step::TermStep;
    use crate::vocab::set::Set;
    use crate::vocab::time::Days;

    #[track_caller]
    fn date(text: &str) -> NaiveDate {
        let Ok(date) = text.parse() else {
            panic!("`{text}` of the test")
        };
        date
    }

    #[track_caller]
    fn leads(term: &PaymentTerm, invoice: &str, expected: &str) {
        let dates = BaseDates::new(date(invoice));
        assert_eq!(
            due_date(term, &dates, &Calendar::saturday_sunday())
                .map_or_else(|error| error.to_string(), |due| due.to_string()),
            expected
        );
    }

    #[test]
    fn steps_are_taken_in_order() {
        leads(&PaymentTerm::immediate(), "2024-01-31", "2024-01-31");
        leads(&PaymentTerm::net(Days::new(30)), "2024-01-31", "2024-03-01");
        let days = Days::new(45);
        let first = PaymentTerm::net_then_end_of_month(days);
        leads(&first, "2011-10-05", "2011-11-30");
        let second = PaymentTerm::end_of_month_then_net(days);
        leads(&second, "2011-10-05", "2011-12-15");
        let end = PaymentTerm::end_of_month(Months::new(1));
        leads(&end, "2024-01-31", "2024-02-29");
        leads(
            &PaymentTerm::months(Months::new(1)),
            "2024-01-31",
            "2024-02-29",
        );
        // Monday follows Friday; Saturday counts as the Friday before it.
        let next = PaymentTerm::business_days(Days::new(1));
        leads(&next, "2024-03-01", "2024-03-04");
        leads(&next, "2024-03-02", "2024-03-04");
        let same = PaymentTerm::business_days(Days::new(0));
        leads(&same, "2024-03-01", "2024-03-01");
        leads(&same, "2024-03-02", "2024-03-04");
    }

    #[test]
    fn the_adjustment_comes_last() {
        // 30 March 2024 is a Saturday, and 1 April is in another month.
        let term = PaymentTerm::net(Days::new(30));
        for (adjustment, expected) in [
            (BusinessDayConvention::Unadjusted, "2024-03-30"),
            (BusinessDayConvention::Following, "2024-04-01"),
            (BusinessDayConvention::ModifiedFollowing, "2024-03-29"),
            (BusinessDayConvention::Preceding, "2024-03-29"),
        ] {
            let term = term.clone().with_adjustment(adjustment);
            leads(&term, "2024-02-29", expected);
        }
    }

    #[test]
    fn a_due_date_before_its_base_is_refused() {
        let fifteenth = DayOfMonth::new(15).unwrap_or(DayOfMonth::LAST);
        let term = PaymentTerm::day_of_month(Months::new(0), fifteenth);
        leads(&term, "2024-01-15", "2024-01-15");
        let message =
            "due on 2024-01-15, before the base date 2024-01-16, expected that date or later";
        leads(&term, "2024-01-16", message);
        // A step back is no harm where a later one makes up for it.
        leads(
            &term.then(TermStep::Days(Days::new(1))),
            "2024-01-16",
            "2024-01-16",
        );
        let term = PaymentTerm::immediate().with_adjustment(BusinessDayConvention::Preceding);
        let message =
            "due on 2024-03-01, before the base date 2024-03-02, expected that date or later";
        leads(&term, "2024-03-02", message);
    }

    #[test]
    fn a_date_that_is_not_known_is_named() {
        let dates = BaseDates::new(date("2024-01-01"));
        for (base, word) in [
            (BaseDate::Acceptance, "acceptance"),
            (BaseDate::Delivery, "delivery"),
            (BaseDate::Receipt, "receipt"),
        ] {
            let term = PaymentTerm::net(Days::new(30)).counted_from(base);
            assert_eq!(
                due_date(&term, &dates, &Calendar::every_day()).map_err(|error| error.to_string()),
                Err(alloc::format!(
                    "the date of {word} is not known, and the term counts from it"
                ))
            );
        }
    }

    #[test]
    fn a_term_is_fifty_years_at_most() -> Result<(), Box<dyn Error>> {
        // Business days are more days than their number, so the longest term is shorter in them.
        leads(
            &PaymentTerm::net(Days::new(18_263)),
            "2024-01-01",
            "2074-01-01",
        );
        for (term, due) in [
            (PaymentTerm::net(Days::new(18_264)), "2074-01-02"),
            (PaymentTerm::months(Months::new(601)), "2074-02-01"),
            (PaymentTerm::business_days(Days::new(13_046)), "2074-01-02"),
        ] {
            let message = alloc::format!(
                "due on {due}, more than 18263 days after the base date 2024-01-01, expected fifty years at most"
            );
            leads(&term, "2024-01-01", &message);
        }
        let json = r#"{"base":[],"steps":[{"business-days":60000000}],"adjustment":"following"}"#;
        let error = serde_json::from_str::<PaymentTerm>(json).map_err(|error| error.to_string());
        let message = "no base date, expected at least one such as `invoice`; steps of 60000000 days or more, expected 18263 at most, which are fifty years";
        assert_eq!(error, Err(message.into()));
        for (step, is_read) in [
            (r#"{"days":18263}"#, true),
            (r#"{"days":18264}"#, false),
            (r#"{"months":{"count":652,"month-end":"keep-day"}}"#, true),
            (r#"{"months":{"count":653,"month-end":"keep-day"}}"#, false),
            (r#"{"day-of-month":{"months":653,"day":1}}"#, false),
            (
                r#"{"closing-day":{"close":20,"months":653,"pay":31}}"#,
                false,
            ),
        ] {
            let json = alloc::format!(
                r#"{{"base":["invoice"],"steps":[{step}],"adjustment":"following"}}"#
            );
            assert_eq!(
                serde_json::from_str::<PaymentTerm>(&json).is_ok(),
                is_read,
                "{step}"
            );
        }
        Ok(())
    }

    #[test]
    fn dates_past_the_last_are_refused() {
        let message = "a date counted from +262142-12-31 is out of range, expected one between -262143-01-01 and +262142-12-31";
        leads(&PaymentTerm::net(Days::new(1)), "+262142-12-31", message);
        leads(
            &PaymentTerm::business_days(Days::new(u32::MAX)),
            "+262142-12-31",
            message,
        );
        leads(
            &PaymentTerm::months(Months::new(1)),
            "+262142-12-31",
            message,
        );
        leads(
            &PaymentTerm::end_of_month(Months::new(1)),
            "+262142-12-31",
            message,
        );
        leads(
            &PaymentTerm::end_of_month(Months::new(0)),
            "+262142-12-31",
            "+262142-12-31",
        );
    }

    #[test]
    fn json_names_every_part_and_is_checked() -> Result<(), Box<dyn Error>> {
        let json = r#"{"base":["delivery","receipt"],"steps":[{"days":45},"end-of-month"],"adjustment":"following"}"#;
        let term: PaymentTerm = serde_json::from_str(json)?;
        let expected = PaymentTerm::net_then_end_of_month(Days::new(45))
            .counted_from_latest_of(BaseDate::Delivery | BaseDate::Receipt)?
            .with_adjustment(BusinessDayConvention::Following);
        assert_eq!(term, expected);
        assert_eq!(serde_json::to_string(&term)?, json);
        let refused = json.replace(r#"["delivery","receipt"]"#, "[]");
        let error =
            serde_json::from_str::<PaymentTerm>(&refused).map_err(|error| error.to_string());
        assert_eq!(
            error,
            Err("no base date, expected at least one such as `invoice`".into())
        );
        assert_eq!(
            expected
                .counted_from_latest_of(Set::empty())
                .map_err(|error| error.to_string()),
            Err("no base date, expected at least one such as `invoice`".into())
        );
        Ok(())
    }
}
