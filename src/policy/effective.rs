use chrono::NaiveDate;
use thiserror::Error;

use crate::form::checked;

checked! {
    /// The days on which a policy holds (生效期间): from a first to a last one, each of which may be open.
    ///
    /// # Examples
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use keqing::policy::EffectivePeriod;
    ///
    /// let day = |year, month, day| NaiveDate::from_ymd_opt(year, month, day).ok_or("no such date");
    /// let year = EffectivePeriod::new(Some(day(2024, 1, 1)?), Some(day(2024, 12, 31)?))?;
    /// assert!(year.holds(day(2024, 12, 31)?));
    /// assert!(!year.holds(day(2025, 1, 1)?));
    /// assert!(EffectivePeriod::ALWAYS.holds(day(2025, 1, 1)?));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[derive(Copy, Hash)]
    pub struct EffectivePeriod, checked by Self::checked {
        /// The first day. `"none"` has no beginning.
        from: Option<NaiveDate> | "none",
        /// The last day. `"none"` has no end. A day before the first one is refused.
        until: Option<NaiveDate> | "none",
    }
}

impl EffectivePeriod {
    /// The period that has neither beginning nor end.
    pub const ALWAYS: Self = Self {
        from: None,
        until: None,
    };

    /// Makes a period from its first and its last day.
    ///
    /// # Errors
    ///
    /// [`EffectivePeriodError`] is returned when the last day lies before the first one.
    pub fn new(
        from: Option<NaiveDate>,
        until: Option<NaiveDate>,
    ) -> Result<Self, EffectivePeriodError> {
        Self { from, until }.checked()
    }

    fn checked(self) -> Result<Self, EffectivePeriodError> {
        match (self.from, self.until) {
            (Some(from), Some(until)) if until < from => Err(EffectivePeriodError { from, until }),
            _ => Ok(self),
        }
    }

    /// Returns the first day; `None` if the period has no beginning.
    #[must_use]
    pub const fn from(&self) -> Option<NaiveDate> {
        self.from
    }

    /// Returns the last day; `None` if the period has no end.
    #[must_use]
    pub const fn until(&self) -> Option<NaiveDate> {
        self.until
    }

    /// Returns whether a day is one of the period.
    #[must_use]
    pub fn holds(&self, on: NaiveDate) -> bool {
        self.from.is_none_or(|from| from <= on) && self.until.is_none_or(|until| on <= until)
    }
}

/// Returned when a period ends before it begins.
#[derive(Clone, Copy, Debug, Eq, Error, PartialEq)]
#[error(
    "a policy holds from {from} until {until}, expected a last day that is not before the first"
)]
pub struct EffectivePeriodError {
    from: NaiveDate,
    until: NaiveDate,
}

#[cfg(test)]
mod tests {
    use alloc::string::ToString;

    use chrono::NaiveDate;

    use super::EffectivePeriod;

    #[test]
    fn a_period_has_its_first_and_its_last_day() {
        let day = |day| NaiveDate::from_ymd_opt(2024, 1, day);
        let period = |from, until| {
            EffectivePeriod::new(day(from), day(until)).map_err(|error| error.to_string())
        };
        let holds = |on| period(2, 4).map(|period| day(on).is_some_and(|on| period.holds(on)));
        for (on, expected) in [(1, false), (2, true), (4, true), (5, false)] {
            assert_eq!(holds(on), Ok(expected), "{on}");
        }
        assert!(period(2, 2).is_ok());
        assert_eq!(
            period(2, 1),
            Err("a policy holds from 2024-01-02 until 2024-01-01, expected a last day that is not before the first".into())
        );
    }
}
