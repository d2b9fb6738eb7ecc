use chrono::NaiveDate;
use smallvec::SmallVec;

use crate::calendar::day_count::YearFraction;
use crate::form::record;
use crate::vocab::money::{FractionalMoney, Money};
use crate::vocab::rate::Rate;
use crate::vocab::time::Days;
use crate::vocab::words::words;

record! {
    /// A time in which balance, rate and denominator stay the same, and what it cost (计息段).
    ///
    /// It covers the days after `from` up to and including `to`: the due date itself is free, the day of
    /// payment is not.
    #[non_exhaustive]
    #[derive(Copy, Hash)]
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
}

words! {
    /// Why a segment of interest ends (分段原因).
    pub open enum SegmentEnd {
        /// It reaches the day asked about.
        AsOf = "as-of", "as-of date", "截止日", "截止日";
        /// The interest of the debt reaches its cap.
        Cap = "cap", "cap on interest reached", "利息达到上限", "利息達到上限";
        /// A credit note takes something off.
        CreditNote = "credit-note", "credit note", "贷项通知单", "貸項通知單";
        /// The next day begins a pause.
        Pause = "pause", "pause of interest", "中止计息", "中止計息";
        /// A payment takes something off.
        Payment = "payment", "payment", "付款", "付款";
        /// The rate changes.
        RateChange = "rate-change", "change of rate", "利率变动", "利率變動";
        /// Interest is carried into the balance.
        Rest = "rest", "compounding of interest", "利息计入本金", "利息滾入本金";
        /// A pause is over.
        Resumption = "resumption", "resumption of interest", "恢复计息", "恢復計息";
        /// The day count changes its denominator.
        YearBoundary = "year-boundary", "change of year in the day count", "计息基准跨年", "計息基準跨年";
    }
}

/// One segment is the usual case, and it is kept without an allocation.
pub(super) type Segments = SmallVec<[Segment; 1]>;
