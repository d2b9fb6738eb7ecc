use alloc::vec::Vec;
use core::fmt;

use chrono::NaiveDate;

use crate::form::{Gathered, checked, choice};
use crate::receivable::aging::error::{AgingError, AgingPolicyError};
use crate::verdict::Render;
use crate::vocab::time::Days;
use crate::vocab::words::{Locale, Text, words};

checked! {
    /// The columns of an aging: one for items not due yet, and a bucket for every span of days
    /// (账龄段).
    ///
    /// The cuts are the last days of the buckets. Cuts at 30, 60 and 90 make five columns: *not yet
    /// due*, 1-30, 31-60, 61-90 and *over 90*. No two buckets share a day, and no day is without a
    /// column.
    ///
    /// # Examples
    ///
    /// ```
    /// use keqing::receivable::aging::{Buckets, ZeroDays};
    /// use keqing::vocab::time::Days;
    ///
    /// let buckets = Buckets::standard();
    /// let ranges: Vec<_> = buckets.ranges().map(|range| range.to_string()).collect();
    /// assert_eq!(ranges, ["not yet due", "1-30", "31-60", "61-90", "over 90"]);
    /// assert_eq!(buckets.range(30).to_string(), "1-30");
    ///
    /// let from_nothing = Buckets::new([Days::new(15)], ZeroDays::FirstBucket)?;
    /// assert_eq!(from_nothing.range(0).to_string(), "0-15");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[derive(Hash)]
    pub struct Buckets, checked by Buckets::checked {
        /// The last days of the buckets, rising. No cut is refused, and so is a cut that leaves its
        /// bucket without a day.
        cuts: Vec<Days>,
        /// The column of the very day from which ages are counted.
        zero_days: ZeroDays,
    }
}

impl Buckets {
    /// Returns the usual columns: cuts at 30, 60 and 90 days. The due date itself is not late
    /// (REC-03).
    #[must_use]
    pub fn standard() -> Self {
        Self {
            cuts: [30, 60, 90].map(Days::new).into(),
            zero_days: ZeroDays::NotYetDue,
        }
    }

    /// Makes columns from the last days of the buckets; older items have a bucket of their own.
    ///
    /// # Errors
    ///
    /// [`AgingPolicyError::NoCuts`] is returned when there is no cut.
    /// [`AgingPolicyError::CutTooLow`] is returned when a cut leaves its bucket without a day.
    pub fn new(
        cuts: impl IntoIterator<Item = Days>,
        zero_days: ZeroDays,
    ) -> Result<Self, AgingPolicyError> {
        Self {
            cuts: cuts.into_iter().collect(),
            zero_days,
        }
        .checked()
    }

    /// Returns the last days of the buckets, ascending.
    #[must_use]
    pub fn cuts(&self) -> &[Days] {
        &self.cuts
    }

    /// Returns the column of the day from which ages are counted.
    #[must_use]
    pub const fn zero_days(&self) -> ZeroDays {
        self.zero_days
    }

    /// Returns the ranges of the columns, that of items not due yet first.
    pub fn ranges(&self) -> impl Iterator<Item = AgeRange> + '_ {
        let starts = self.cuts.iter().map(|cut| after(*cut));
        let starts = [self.zero_days.first_day()].into_iter().chain(starts);
        let between = starts
            .zip(&self.cuts)
            .map(|(from, to)| AgeRange::Between { from, to: *to });
        let last = self.cuts.last().map(|cut| AgeRange::Over { days: *cut });
        [AgeRange::NotYetDue].into_iter().chain(between).chain(last)
    }

    /// Returns the range of an age in days, which is negative before the day from which ages are
    /// counted.
    #[must_use]
    pub fn range(&self, age: i64) -> AgeRange {
        self.ranges()
            .find(|range| range.holds(age))
            .unwrap_or(AgeRange::NotYetDue)
    }

    /// Returns the latest date of each column after the first, the newest first.
    ///
    /// The number of edges that a date is not later than is the number of its column. So a search
    /// among these dates finds the column of an invoice without counting its days.
    ///
    /// # Errors
    ///
    /// [`AgingError::DateOutOfRange`] is returned when the calendar ends before a bucket does.
    ///
    /// # Examples
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use keqing::receivable::aging::Buckets;
    ///
    /// let date = |month, day| NaiveDate::from_ymd_opt(2024, month, day).ok_or("no such date");
    /// let edges = Buckets::standard().edges(date(5, 31)?)?;
    /// assert_eq!(edges, [date(5, 30)?, date(4, 30)?, date(3, 31)?, date(3, 1)?]);
    /// let due = date(4, 30)?;
    /// assert_eq!(edges.partition_point(|edge| due <= *edge), 2);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn edges(&self, as_of: NaiveDate) -> Result<Vec<NaiveDate>, AgingError> {
        let starts = self.cuts.iter().map(|cut| after(*cut));
        [self.zero_days.first_day()]
            .into_iter()
            .chain(starts)
            .map(|days| {
                as_of
                    .checked_sub_days(chrono::Days::new(days.count().into()))
                    .ok_or(AgingError::DateOutOfRange { as_of, days })
            })
            .collect()
    }

    fn checked(self) -> Result<Self, AgingPolicyError> {
        if self.cuts.is_empty() {
            return Err(AgingPolicyError::NoCuts);
        }
        let mut errors = Gathered::new();
        let mut least = self.zero_days.first_day();
        for cut in &self.cuts {
            if *cut < least {
                errors.keep(AgingPolicyError::CutTooLow { given: *cut, least });
            }
            least = after(*cut);
        }
        errors.settle(|| self)
    }
}

words! {
    /// The column of the day from which ages are counted (第零日).
    pub closed enum ZeroDays {
        /// The day belongs to the first bucket: 0-30.
        FirstBucket = "first-bucket", "first bucket", "归入首个账龄段", "歸入首個帳齡區間";
        /// The day belongs to the items not due yet: the first bucket is 1-30.
        NotYetDue = "not-yet-due", "not yet due", "归入未到期", "歸入未到期";
    }
}

impl ZeroDays {
    const fn first_day(self) -> Days {
        match self {
            Self::FirstBucket => Days::new(0),
            Self::NotYetDue => Days::new(1),
        }
    }
}

choice! {
    /// The ages that one column holds (账龄范围).
    #[derive(Copy, Hash, Ord, PartialOrd)]
    pub closed enum AgeRange {
        /// All ages before the first bucket.
        NotYetDue,
        /// The ages from one day to another, both included.
        Between {
            /// The first day of the range.
            from: Days,
            /// The last day of the range.
            to: Days,
        },
        /// All ages behind the last cut.
        Over {
            /// The last cut, which is not included.
            days: Days,
        },
    }
}

impl AgeRange {
    fn holds(self, age: i64) -> bool {
        match self {
            // It stands first and is what is left when no bucket holds the age.
            Self::NotYetDue => false,
            Self::Between { from, to } => {
                (i64::from(from.count())..=i64::from(to.count())).contains(&age)
            }
            Self::Over { days } => age > i64::from(days.count()),
        }
    }
}

impl fmt::Display for AgeRange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotYetDue => f.write_str("not yet due"),
            Self::Between { from, to } => write!(f, "{}-{}", from.count(), to.count()),
            Self::Over { days } => write!(f, "over {}", days.count()),
        }
    }
}

impl Render for AgeRange {
    fn render(&self, locale: Locale, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotYetDue => f.write_str(NOT_YET_DUE.in_locale(locale)),
            Self::Between { from, to } => {
                let [before, after] = LATE.map(|text| text.in_locale(locale));
                write!(f, "{before}{}–{}{after}", from.count(), to.count())
            }
            Self::Over { days } => {
                let [before, after] = LATER.map(|text| text.in_locale(locale));
                write!(f, "{before}{}{after}", days.count())
            }
        }
    }
}

const LATE: [Text; 2] = [
    Text::new("", "逾期 ", "逾期 "),
    Text::new(" days late", " 天", " 天"),
];
const LATER: [Text; 2] = [
    Text::new("over ", "逾期超过 ", "逾期超過 "),
    Text::new(" days late", " 天", " 天"),
];
const NOT_YET_DUE: Text = Text::new("not yet due", "未到期", "未到期");

fn after(day: Days) -> Days {
    Days::new(day.count().saturating_add(1))
}

#[cfg(test)]
mod tests {
    use alloc::string::ToString;

    use chrono::{Days as ChronoDays, NaiveDate};

    use super::{Buckets, ZeroDays};
    use crate::receivable::aging::error::AgingError;
    use crate::vocab::time::Days;

    #[rustfmt::skip]
    #[test]
    fn every_age_has_one_column_and_edges_find_the_same() {
        let from_nothing = Buckets::new([0, 30].map(Days::new), ZeroDays::FirstBucket);
        let Ok(from_nothing) = from_nothing else { panic!("buckets of the test") };
        let table = [
            // age, standard, 0 | 1-30 | over
            (-400, "not yet due", "not yet due"),
            (  -1, "not yet due", "not yet due"),
            (   0, "not yet due", "0-0"),
            (   1, "1-30",        "1-30"),
            (  30, "1-30",        "1-30"),
            (  31, "31-60",       "over 30"),
            (  60, "31-60",       "over 30"),
            (  61, "61-90",       "over 30"),
            (  90, "61-90",       "over 30"),
            (  91, "over 90",     "over 30"),
            (9000, "over 90",     "over 30"),
        ];
        let Some(as_of) = NaiveDate::from_ymd_opt(2024, 2, 29) else { panic!("a date of the test") };
        for (age, standard, other) in table {
            for (buckets, expected) in [(&Buckets::standard(), standard), (&from_nothing, other)] {
                assert_eq!(buckets.range(age).to_string(), expected, "{age}");
                let days = ChronoDays::new(age.unsigned_abs());
                let date = if age < 0 { as_of.checked_add_days(days) } else { as_of.checked_sub_days(days) };
                let edges = buckets.edges(as_of).unwrap_or_default();
                let column = edges.partition_point(|edge| date <= Some(*edge));
                let range = buckets.ranges().nth(column).map(|range| range.to_string());
                assert_eq!(range.as_deref(), Some(expected), "{age} by edges");
            }
        }
    }

    #[test]
    fn buckets_without_a_day_are_refused() {
        use ZeroDays::{FirstBucket, NotYetDue};
        let message = |cuts: &[u32], zero_days| {
            Buckets::new(cuts.iter().copied().map(Days::new), zero_days)
                .map_err(|error| error.to_string())
                .err()
        };
        assert_eq!(message(&[0], FirstBucket), None);
        assert_eq!(message(&[1, 2], NotYetDue), None);
        let refused = [
            (
                message(&[], NotYetDue),
                "no buckets, expected one cut or more",
            ),
            (
                message(&[0, 30], NotYetDue),
                "a bucket up to 0 days, expected 1 day or more",
            ),
            (
                message(&[30, 30], NotYetDue),
                "a bucket up to 30 days, expected 31 days or more",
            ),
            (
                message(&[30, 15], FirstBucket),
                "a bucket up to 15 days, expected 31 days or more",
            ),
        ];
        for (found, expected) in refused {
            assert_eq!(found.as_deref(), Some(expected));
        }
    }

    #[test]
    fn edges_before_the_calendar_are_refused() {
        let as_of = NaiveDate::MIN;
        let days = Days::new(1);
        let error = AgingError::DateOutOfRange { as_of, days };
        assert_eq!(Buckets::standard().edges(as_of), Err(error));
    }
}
