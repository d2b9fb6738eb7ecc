use serde::{Deserialize, Serialize};

/// Where a date goes that is no business day (营业日惯例).
///
/// A business day stays where it is under every convention.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[non_exhaustive]
#[serde(rename_all = "kebab-case")]
pub enum BusinessDayConvention {
    /// The next business day.
    Following,
    /// The next business day, but the previous one where the next lies past the month or past its 15th.
    HalfMonthModifiedFollowing,
    /// The next business day, but the previous one where the next lies in another month.
    ModifiedFollowing,
    /// The previous business day, but the next one where the previous lies in another month.
    ModifiedPreceding,
    /// The closer business day; of two that are equally close, the next.
    Nearest,
    /// The next business day from a Sunday or a Monday, the previous one from any other day.
    ///
    /// It is the rule that Strata calls nearest; the next business day may be the closer one.
    NearestByWeekday,
    /// The previous business day.
    Preceding,
    /// The date itself.
    Unadjusted,
}

/// What moving by months makes of the end of a month (月末规则).
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[non_exhaustive]
#[serde(rename_all = "kebab-case")]
pub enum EndOfMonth {
    /// Nothing: the day of the month is kept, or cut to the last day of a shorter month.
    ///
    /// What was cut is not found again: 31 January, a month on and a month back, is 28 January.
    KeepDay,
    /// From the last business day of a month, or a later day of it, to the last business day of another.
    LastBusinessDay,
    /// From the last calendar day of a month to the last calendar day of another.
    LastDay,
}
