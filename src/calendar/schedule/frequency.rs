use core::num::NonZeroU32;

use chrono::NaiveDate;

use crate::calendar::month::{add_days, add_months};
use crate::form::choice;

choice! {
    /// The interval at which a thing recurs (频率): every so many days, weeks or months.
    ///
    /// The unit stays as it was given. Seven days and one week step alike, but only weeks imply a
    /// day of the week.
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
        /// A number of days.
        Days(NonZeroU32),
        /// A number of months.
        Months(NonZeroU32),
        /// A number of weeks.
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

    /// Returns the date so many steps from another, back if the number is negative.
    ///
    /// A day that the month reached lacks is cut to its last. The result is `None` if the date
    /// cannot be written.
    pub(crate) fn steps_from(self, anchor: NaiveDate, steps: i64) -> Option<NaiveDate> {
        let times = |each: NonZeroU32| i64::from(each.get()).checked_mul(steps);
        match self {
            Self::Days(days) => add_days(anchor, times(days)?),
            Self::Weeks(weeks) => add_days(anchor, times(weeks)?.checked_mul(7)?),
            Self::Months(months) => add_months(anchor, times(months)?),
        }
    }
}
