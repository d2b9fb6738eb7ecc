use chrono::NaiveDate;
use smallvec::SmallVec;

use crate::calendar::day_count::YearFraction;
use crate::form::record;
use crate::vocab::money::{FractionalMoney, Money};
use crate::vocab::rate::Rate;
use crate::vocab::time::Days;
use crate::vocab::words::words;

record! {
    /// A segment of interest: a time in which balance, rate and denominator stay the same (计息段).
    ///
    /// It covers the days after `from` up to and including `to`. The due date itself bears no
    /// interest, and the day of payment does.
    #[non_exhaustive]
    #[derive(Copy, Hash)]
    pub struct Segment {
        /// The day before the first that the segment covers.
        pub from: NaiveDate,
        /// The last day that the segment covers.
        pub to: NaiveDate,
        /// The calendar days from `from` to `to`.
        pub days: Days,
        /// The balance that is owed.
        pub balance: Money,
        /// The part of the balance that bears no interest, because of a pause; `None` if there is none.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub paused: Option<Money>,
        /// The rate of these days. It is zero in a pause of the whole, and where the effective rate is
        /// below zero.
        pub rate: Rate,
        /// The part of a year that these days are by the day count.
        pub fraction: YearFraction,
        /// The balance without its paused part, times the rate, times the fraction. It is rounded only
        /// if the policy rounds here, and cut if the cap was met.
        pub amount: FractionalMoney,
        /// The reason for which the segment ends.
        pub ends: SegmentEnd,
    }
}

words! {
    /// The reason for which a segment of interest ends (分段原因).
    pub open enum SegmentEnd {
        /// The segment reaches the day asked about.
        AsOf = "as-of", "as-of date", "截止日", "截止日";
        /// The interest of the debt reaches its cap.
        Cap = "cap", "cap on interest reached", "利息达到上限", "利息達到上限";
        /// A credit note reduces the balance.
        CreditNote = "credit-note", "credit note", "贷项通知单", "貸項通知單";
        /// A discount that a payment earned reduces the balance.
        Discount = "discount", "discount", "折扣", "折扣";
        /// Interest has run for as long as the policy lets it.
        InterestEnd = "interest-end", "end of interest", "计息期满", "計息期滿";
        /// The next day begins a pause.
        Pause = "pause", "pause of interest", "中止计息", "中止計息";
        /// A payment reduces the balance.
        Payment = "payment", "payment", "付款", "付款";
        /// The rate changes.
        RateChange = "rate-change", "change of rate", "利率变动", "利率變動";
        /// Interest is carried into the balance.
        Rest = "rest", "compounding of interest", "利息计入本金", "利息滾入本金";
        /// A pause is over.
        Resumption = "resumption", "resumption of interest", "恢复计息", "恢復計息";
        /// A write-off reduces the balance.
        WriteOff = "write-off", "write-off", "核销", "核銷";
        /// The day count changes its denominator.
        YearBoundary = "year-boundary", "change of year in the day count", "计息基准跨年", "計息基準跨年";
    }
}

/// Up to eight segments are kept without an allocation.
pub(super) type Segments = SmallVec<[Segment; 8]>;
