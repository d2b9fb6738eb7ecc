use chrono::{Datelike, Months, NaiveDate};

use crate::form::{choice, record};
use crate::vocab::time::Days;
use crate::vocab::words::words;

words! {
    /// A step of the dunning ladder (催收步骤), mildest first (REC-06).
    ///
    /// The first three are messages; the last ends the sale on credit.
    pub closed enum Step {
        /// A friendly reminder of the overdue amount.
        Remind = "remind", "reminder", "提醒", "提醒";
        /// A statement of the account.
        Statement = "statement", "statement of account", "对账单", "對帳單";
        /// A formal notice that sets a last date.
        FormalNotice = "formal-notice", "formal notice", "正式催款函", "正式催款函";
        /// Nothing more is sold on credit.
        SuspendCredit = "suspend-credit", "suspension of credit", "暂停赊销", "暫停賒銷";
    }
}

impl Step {
    /// Returns whether the step is a message to the customer.
    #[must_use]
    pub const fn is_message(self) -> bool {
        !matches!(self, Self::SuspendCredit)
    }
}

choice! {
    /// The time at which a step of the ladder comes due (触发时点).
    #[non_exhaustive]
    #[derive(Copy, Hash)]
    pub enum Timing {
        /// A number of days after the clock's start.
        AfterStart(Days),
        /// The last day of the month in which a number of days after the clock's start end.
        EndOfMonth(Days),
        /// A number of days after the step before it was taken.
        AfterPrevious(Days),
    }
}

impl Timing {
    /// Returns whether no day is counted from the clock's start.
    pub(crate) const fn counts_no_day(self) -> bool {
        matches!(self, Self::AfterStart(days) | Self::EndOfMonth(days) if days.count() == 0)
    }

    /// Returns the first day of the step. It is `None` past the last date there is, or if the step
    /// before it is needed and has no day.
    pub(crate) fn first_day(
        self,
        start: NaiveDate,
        previous: Option<NaiveDate>,
    ) -> Option<NaiveDate> {
        match self {
            Self::AfterStart(days) => later(start, days),
            Self::EndOfMonth(days) => later(start, days).and_then(end_of_month),
            Self::AfterPrevious(days) => later(previous?, days),
        }
    }
}

record! {
    /// One step of a ladder with its day (阶梯).
    #[derive(Copy, Hash)]
    pub closed struct DunningLevel {
        /// The step. The steps of a ladder never fall. Each may come any number of times, the suspension
        /// of credit once.
        pub step: Step => "REC-06",
        /// The day of the step, in days from the clock's start or from the step before. The first
        /// step is not counted from a step before. With 0 days it takes in what is due today.
        pub timing: Timing => "REC-06",
    }
}

/// Adds days to a date; `None` past the last date there is.
pub(crate) fn later(date: NaiveDate, days: Days) -> Option<NaiveDate> {
    date.checked_add_days(chrono::Days::new(days.count().into()))
}

fn end_of_month(date: NaiveDate) -> Option<NaiveDate> {
    date.with_day(1)?
        .checked_add_months(Months::new(1))?
        .pred_opt()
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use crate::receivable::dunning::Timing;
    use crate::receivable::dunning::Timing::{AfterPrevious, AfterStart, EndOfMonth};
    use crate::vocab::time::Days;

    #[test]
    fn a_step_comes_due_as_its_timing_says() {
        let on = |timing: Timing, start: &str, previous: Option<&str>| {
            let previous = previous.and_then(|date| date.parse().ok());
            timing.first_day(start.parse().unwrap_or_default(), previous)
        };
        let date = |text: &str| text.parse::<NaiveDate>().ok();
        let days = Days::new;
        // 31 January and 10 d; 15 January and 30 d is 14 February, in a leap year.
        assert_eq!(
            on(AfterStart(days(10)), "2024-01-31", None),
            date("2024-02-10")
        );
        assert_eq!(
            on(EndOfMonth(days(30)), "2024-01-15", None),
            date("2024-02-29")
        );
        assert_eq!(
            on(EndOfMonth(days(0)), "2023-12-31", None),
            date("2023-12-31")
        );
        let previous = Some("2024-03-31");
        assert_eq!(
            on(AfterPrevious(days(10)), "2024-01-31", previous),
            date("2024-04-10")
        );
        assert_eq!(on(AfterPrevious(days(10)), "2024-01-31", None), None);
        assert_eq!(AfterStart(days(1)).first_day(NaiveDate::MAX, None), None);
    }
}
