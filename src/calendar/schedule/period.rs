use chrono::NaiveDate;

use crate::calendar::schedule::error::ScheduleError;
use crate::form::checked;
use crate::vocab::words::words;

checked! {
    /// One period of a schedule (计期).
    ///
    /// It begins on its start and ends before its end, which is the start of the next.
    #[derive(Copy, Hash)]
    #[non_exhaustive]
    pub struct SchedulePeriod, checked by SchedulePeriod::with_days {
        /// The first day before it was moved to a business day.
        pub unadjusted_start: NaiveDate,
        /// The first day after the period, before it was moved to a business day.
        pub unadjusted_end: NaiveDate,
        /// The first day.
        pub start: NaiveDate,
        /// The first day after the period.
        pub end: NaiveDate,
        /// The kind of the period: regular, or a stub.
        pub kind: PeriodKind,
    }
}

impl SchedulePeriod {
    /// Returns the period, or an error if its ends leave no day between them.
    pub(crate) fn with_days(self) -> Result<Self, ScheduleError> {
        if self.unadjusted_start < self.unadjusted_end && self.start < self.end {
            return Ok(self);
        }
        Err(ScheduleError::EmptyPeriod {
            unadjusted_start: self.unadjusted_start,
            unadjusted_end: self.unadjusted_end,
            start: self.start,
            end: self.end,
        })
    }
}

words! {
    /// The kind of a period by its length (计期类别).
    pub closed enum PeriodKind {
        /// A period of the length of the frequency, or the only one of a span without a frequency.
        Regular = "regular", "regular", "规则期", "規則期";
        /// A shorter or longer period.
        Stub = "stub", "stub", "不规则期", "不規則期";
    }
}

#[cfg(test)]
mod tests {
    use super::SchedulePeriod;

    #[test]
    fn a_period_without_days_is_refused() {
        let json = |end| {
            alloc::format!(
                r#"{{"unadjusted-start":"2024-01-06","unadjusted-end":"2024-01-08","start":"2024-01-08","end":"{end}","kind":"stub"}}"#
            )
        };
        for (end, is_read) in [
            ("2024-01-09", true),
            ("2024-01-08", false),
            ("2024-01-07", false),
        ] {
            let json = json(end);
            let period = serde_json::from_str::<SchedulePeriod>(&json).ok();
            assert_eq!(period.is_some(), is_read, "{end}");
            let written = period.and_then(|period| serde_json::to_string(&period).ok());
            assert_eq!(written.is_some_and(|written| written == json), is_read);
        }
    }
}
