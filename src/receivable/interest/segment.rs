use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use smallvec::SmallVec;

use crate::calendar::day_count::YearFraction;
use crate::vocab::money::{FractionalMoney, Money};
use crate::vocab::rate::Rate;
use crate::vocab::time::Days;

/// A time in which balance, rate and denominator stay the same, and what it cost (计息段).
///
/// It covers the days after `from` up to and including `to`: the due date itself is free, the day of
/// payment is not.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, PartialEq, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
#[non_exhaustive]
pub struct Segment {
    /// The day before the first that it covers.
    pub from: NaiveDate,
    /// The last day that it covers.
    pub to: NaiveDate,
    /// The calendar days from one to the other.
    pub days: Days,
    /// What was owed.
    pub balance: Money,
    /// The rate that these days bear; nothing in a pause.
    pub rate: Rate,
    /// The part of a year that the day count makes of these days.
    pub fraction: YearFraction,
    /// Balance times rate times fraction, rounded only where the policy rounds here, and cut where the
    /// cap was met.
    pub amount: FractionalMoney,
    /// Why it ends.
    pub ends: SegmentEnd,
}

/// Why a segment of interest ends (分段原因).
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[non_exhaustive]
#[serde(rename_all = "kebab-case")]
pub enum SegmentEnd {
    /// It reaches the day asked about.
    AsOf,
    /// The interest of the debt reaches its cap.
    Cap,
    /// A credit note takes something off.
    CreditNote,
    /// The next day begins a pause.
    Pause,
    /// A payment takes something off.
    Payment,
    /// The rate changes.
    RateChange,
    /// Interest is carried into the balance.
    Rest,
    /// A pause is over.
    Resumption,
    /// The day count changes its denominator.
    YearBoundary,
}

/// One segment is the usual case, and it is kept without an allocation.
pub(super) type Segments = SmallVec<[Segment; 1]>;
