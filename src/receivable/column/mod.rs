//! Many invoices at once: columns in, columns out, in smallest units (批量计算: REC-03).
//!
//! ```text
//! SimpleInterest + due dates + amounts -> fill                   -> interest of each row
//! edges + due dates + amounts          -> age_column             -> AgingTotals, bucket by bucket
//! ... + customers                      -> age_column_by_customer -> and the buckets of each customer
//! ```
//!
//! - *Looks at*: Borrowed slices of due dates, or of your own day numbers, and of amounts in the
//!   smallest unit of the currency.
//! - *Why*: This room computes interest and aging for many invoices at once. Results go into a
//!   buffer that you provide; nothing is copied.
//! - *Breaks it*: Columns of different lengths, or a sum that no integer holds. The error names the
//!   row.
//! - *Keeps it*: Exact integers. If a product does not fit the fast ones, wider ones are used.
//! - *Rules*: REC-03.
//!
//! # Examples
//!
//! Two invoices are sorted into three buckets: not yet due, 1-30 days late, and over 30.
//!
//! ```
//! use chrono::NaiveDate;
//! use keqing::receivable::column::{AgingTotals, OpenColumns, age_column};
//!
//! let date = |month, day| NaiveDate::from_ymd_opt(2024, month, day).ok_or("no such date");
//! let due = [date(1, 31)?, date(3, 31)?];
//! let edges = [date(2, 29)?, date(1, 30)?];
//! let mut totals = [AgingTotals::default(); 3];
//! age_column(&edges, OpenColumns::new(&due, &[125_00, 500_00])?, &mut totals)?;
//! assert_eq!(totals.map(|bucket| bucket.units), [500_00, 125_00, 0]);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod aging;
mod buckets;
mod divisor;
mod due;
mod interest;

use chrono::{Datelike, NaiveDate};
use thiserror::Error;

pub use aging::{age_column, age_column_by_customer};
pub use buckets::AgingTotals;
pub use interest::SimpleInterest;

use crate::calendar::day_count::DayCount;
use crate::receivable::column::due::DueColumn;
use crate::vocab::rate::Rate;

/// Open amounts with their due dates, as two columns of one length (未结款项列).
///
/// # Examples
///
/// ```
/// use chrono::NaiveDate;
/// use keqing::receivable::column::OpenColumns;
///
/// let due = [NaiveDate::from_ymd_opt(2024, 1, 31).ok_or("no such date")?];
/// assert_eq!(OpenColumns::new(&due, &[125_00])?.len(), 1);
/// assert!(OpenColumns::new(&due, &[]).is_err());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct OpenColumns<'a> {
    due: DueColumn<'a>,
    units: &'a [i64],
}

impl<'a> OpenColumns<'a> {
    /// Makes two columns of due dates and of amounts in smallest units.
    ///
    /// # Errors
    ///
    /// [`ColumnError::Lengths`] is returned when one column is longer than the other.
    pub const fn new(due: &'a [NaiveDate], units: &'a [i64]) -> Result<Self, ColumnError> {
        Self::of(DueColumn::Dates(due), units)
    }

    /// Makes the columns from day numbers, of which 1 is the first of January of the year 1, as
    /// [`num_days_from_ce`](chrono::Datelike::num_days_from_ce) counts them. Every number is a day.
    ///
    /// # Errors
    ///
    /// [`ColumnError::Lengths`] is returned when one column is longer than the other.
    ///
    /// # Examples
    ///
    /// ```
    /// use keqing::receivable::column::OpenColumns;
    ///
    /// assert_eq!(OpenColumns::of_days(&[738_916], &[125_00])?.len(), 1); // 31 January 2024
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub const fn of_days(due: &'a [i32], units: &'a [i64]) -> Result<Self, ColumnError> {
        Self::of(DueColumn::Days { days: due, zero: 0 }, units)
    }

    /// Makes the columns from day numbers of which `zero` is the day of the number zero, such as
    /// the first of January 1970 for the dates of Arrow and Parquet. Every number is a day.
    ///
    /// # Errors
    ///
    /// [`ColumnError::Lengths`] is returned when one column is longer than the other.
    ///
    /// # Examples
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use keqing::receivable::column::{AgingTotals, OpenColumns, age_column};
    ///
    /// let date = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).ok_or("no such date");
    /// let open = OpenColumns::of_days_since(date(1970, 1, 1)?, &[19_753], &[125_00])?; // 31 January 2024
    /// let mut totals = [AgingTotals::default(); 2];
    /// age_column(&[date(2024, 1, 31)?], open, &mut totals)?;
    /// assert_eq!(totals.map(|bucket| bucket.units), [0, 125_00]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn of_days_since(
        zero: NaiveDate,
        due: &'a [i32],
        units: &'a [i64],
    ) -> Result<Self, ColumnError> {
        let zero = zero.num_days_from_ce();
        Self::of(DueColumn::Days { days: due, zero }, units)
    }

    /// Returns the number of rows.
    #[must_use]
    pub const fn len(self) -> usize {
        self.units.len()
    }

    /// Returns whether there are no rows.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.units.is_empty()
    }

    const fn of(due: DueColumn<'a>, units: &'a [i64]) -> Result<Self, ColumnError> {
        let (expected, given) = (due.len(), units.len());
        if expected == given {
            Ok(Self { due, units })
        } else {
            Err(ColumnError::Lengths { expected, given })
        }
    }
}

/// Returned when columns do not go together, or a row cannot be counted.
#[derive(Clone, Copy, Debug, Eq, Error, PartialEq)]
#[non_exhaustive]
pub enum ColumnError {
    /// A customer has no place in the caller's buffer.
    #[error("customer {given} of row {row} has no place in the buffer of sums")]
    Customer {
        /// The row, counted from zero.
        row: usize,
        /// The number of the customer.
        given: u32,
    },
    /// The day count has no single denominator.
    #[error(
        "the day count {given} has no single denominator, expected ACT/360 or ACT/365F for columns"
    )]
    DayCount {
        /// The day count given.
        given: DayCount,
    },
    /// Two columns differ in length.
    #[error("a column of {given} rows beside one of {expected}, expected one length")]
    Lengths {
        /// The length of the first column.
        expected: usize,
        /// The length of the other one.
        given: usize,
    },
    /// The interest of a row has more digits than a count of units.
    #[error("the amount of row {row} cannot be counted in 64 bits")]
    OutOfRange {
        /// The row, counted from zero.
        row: usize,
    },
    /// The rate has more digits than can be multiplied exactly.
    #[error("the rate {given} has too many digits for columns, expected at most 12 decimal places")]
    Rate {
        /// The rate given.
        given: Rate,
    },
}
