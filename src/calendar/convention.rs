use crate::vocab::words::words;

words! {
    /// The direction in which a date moves that is no business day (营业日惯例).
    ///
    /// A business day stays where it is under every convention.
    pub open enum BusinessDayConvention {
        /// The next business day.
        Following = "following", "following", "下一营业日", "次一營業日";
        /// The next business day, but the previous one if the next lies past the month or past its 15th.
        HalfMonthModifiedFollowing = "half-month-modified-following", "half-month modified following", "经半月调整的下一营业日", "半月修正次一營業日";
        /// The next business day, but the previous one if the next lies in another month.
        ModifiedFollowing = "modified-following", "modified following", "经调整的下一营业日", "修正次一營業日";
        /// The previous business day, but the next one if the previous lies in another month.
        ModifiedPreceding = "modified-preceding", "modified preceding", "经调整的上一营业日", "修正前一營業日";
        /// The closer business day; of two that are equally close, the next.
        Nearest = "nearest", "nearest", "最近营业日", "最近營業日";
        /// The next business day from a Sunday or a Monday, the previous one from any other day.
        ///
        /// Strata calls this rule nearest; the next business day may be the closer one.
        NearestByWeekday = "nearest-by-weekday", "nearest by weekday", "按星期就近的营业日", "依星期就近的營業日";
        /// The previous business day.
        Preceding = "preceding", "preceding", "上一营业日", "前一營業日";
        /// The date itself.
        Unadjusted = "unadjusted", "unadjusted", "不调整", "不調整";
    }
}

words! {
    /// The treatment of the end of a month when a date moves by months (月末规则).
    pub open enum EndOfMonth {
        /// The day of the month is kept, or cut to the last day of a shorter month.
        ///
        /// A day that was cut is not found again: 31 January, a month on and a month back, is 28
        /// January.
        KeepDay = "keep-day", "same day of the month", "日数不变", "日數不變";
        /// The last business day of a month, or a later day of it, becomes the last business day of another.
        LastBusinessDay = "last-business-day", "last business day of the month", "当月最后营业日", "當月最後營業日";
        /// The last calendar day of a month becomes the last calendar day of another.
        LastDay = "last-day", "last day of the month", "当月最后一日", "當月最後一日";
    }
}
