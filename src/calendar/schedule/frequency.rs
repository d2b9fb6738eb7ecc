use core::num::NonZeroU32;

use chrono::NaiveDate;

use crate::calendar::month::{add_days, add_months};
use crate::form::choice;

choice! {
    /// How often something recurs (频率): every so many days, weeks or months.
    ///
    /// The unit stays as it was given: seven days and one week step alike, but only weeks imply a day of
    /// the week.
    ///
    /// # Examples
    ///
    /// ```
    /// use core::num::NonZeroU32;
    /// use keqing::calendar::schedule::Frequency;
    ///
    /// assert_eq!(Frequency::Months(NonZeroU32::MIN), Frequency::MONTHLY);
    /// assert_eq!(serde_json::to_string(&Frequency::QUARTERLY)?, r#"{"months":3}"#);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[non_exhaustive]
    #[derive(Copy, Hash)]
    pub enum Frequency {
        /// Every so many days.
        Days(NonZeroU32),
        /// Every so many months.
        Months(NonZeroU32),
        /// Every so many weeks.
        Weeks(NonZeroU32),
    }
}

impl Frequency {
    /// Every day.
    pub const DAILY: Self = Self::Days(NonZeroU32::MIN);
    /// Every week.
    pub const WEEKLY: Self = Self::Weeks(NonZeroU32::MIN);
    /// Every month.
    pub const MONTHLY: Self = Self::Months(NonZeroU32::MIN);
    /// Every three months.
    pub const QUARTERLY: Self = Self::Months(NonZeroU32::MIN.saturating_add(2));
    /// Every six months.
    pub const HALF_YEARLY: Self = Self::Months(NonZeroU32::MIN.saturating_add(5));
    /// Every twelve months.
    pub const YEARLY: Self = Self::Months(NonZeroU32::MIN.saturating_add(11));

    /// Returns the date so many steps from another, back where the number is negative; a day that the
    /// month reached has not is cut to its last. `None` where the date cannot be written.
    pub(crate) fn steps_from(self, anchor: NaiveDate, steps: i64) -> Option<NaiveDate> {
        let times = |each: NonZeroU32| i64::from(each.get()).checked_mul(steps);
        match self {
            Self::Days(days) => add_days(anchor, times(days)?),
            Self::Weeks(weeks) => add_days(anchor, times(weeks)?.checked_mul(7)?),
            Self::Months(months) => add_months(anchor, times(months)?),
        }
    }
}
