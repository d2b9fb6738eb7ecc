use crate::vocab::words::words;
use chrono::{Datelike, NaiveDate};

words! {
    /// The day on which a reference rate is read for a day of lateness (取样日).
    ///
    /// # Examples
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use keqing::receivable::rate::RateFixing;
    ///
    /// let date = |y, m, d| NaiveDate::from_ymd_opt(y, m, d);
    /// let late = date(2024, 9, 15).ok_or("no such date")?;
    /// assert_eq!(RateFixing::Daily.on(late), Some(late));
    /// assert_eq!(RateFixing::HalfYearStart.on(late), date(2024, 7, 1));
    /// assert_eq!(RateFixing::PrecedingHalfYearEnd.on(late), date(2024, 6, 30));
    /// # Ok::<(), &str>(())
    /// ```
    pub open enum RateFixing {
        /// The day itself.
        Daily = "daily", "the day itself", "当日", "當日";
        /// 1 January or 1 July, for the half-year that begins there: Directive 2011/7/EU.
        HalfYearStart = "half-year-start", "first day of the half-year", "本半年期首日", "本半年期首日";
        /// 31 December or 30 June, for the half-year that begins the day after: the United Kingdom, and Spain,
        /// where the last operation of the central bank before the half-year counts.
        PrecedingHalfYearEnd = "preceding-half-year-end", "last day of the preceding half-year", "上一半年期末日", "前一半年期末日";
    }
}

impl RateFixing {
    /// Returns the day on which the rate for a day is read; `None` before the first date there is.
    #[must_use]
    pub fn on(self, day: NaiveDate) -> Option<NaiveDate> {
        match self {
            Self::Daily => Some(day),
            Self::HalfYearStart => half_year_start(day),
            Self::PrecedingHalfYearEnd => half_year_start(day)?.pred_opt(),
        }
    }

    /// Returns the first day whose rate is read on a date or later.
    pub(super) fn first_reading(self, date: NaiveDate) -> Option<NaiveDate> {
        match self {
            Self::Daily => Some(date),
            Self::HalfYearStart if half_year_start(date) == Some(date) => Some(date),
            Self::HalfYearStart | Self::PrecedingHalfYearEnd => next_half_year_start(date),
        }
    }
}

words! {
    /// The day that fixes the reference rate of a debt (利率确定时点).
    ///
    /// # Examples
    ///
    /// See [`LateRate`](crate::receivable::rate::LateRate).
    pub open enum RateReset {
        /// The day of payment, for the whole time of lateness. No statute that is known here takes it.
        AtPaymentDate = "at-payment-date", "fixed on the day of payment", "按付款日固定", "按付款日固定";
        /// The day on which the contract was made: China.
        FixedAtContract = "fixed-at-contract", "fixed on the day of the contract", "按订约日固定", "按訂約日固定";
        /// The first day of default, whatever the rate does later: the United Kingdom, Ireland, French public
        /// buyers, United States federal agencies.
        FixedAtDefault = "fixed-at-default", "fixed on the first day of default", "按逾期首日固定", "按逾期首日固定";
        /// No single day: each day has its own rate, as in Germany.
        Floating = "floating", "floating", "逐日浮动", "逐日浮動";
    }
}

fn half_year_start(day: NaiveDate) -> Option<NaiveDate> {
    let month = if day.month() < 7 { 1 } else { 7 };
    NaiveDate::from_ymd_opt(day.year(), month, 1)
}

fn next_half_year_start(day: NaiveDate) -> Option<NaiveDate> {
    if day.month() < 7 {
        NaiveDate::from_ymd_opt(day.year(), 7, 1)
    } else {
        NaiveDate::from_ymd_opt(day.year().checked_add(1)?, 1, 1)
    }
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::RateFixing;

    #[track_caller]
    fn date(text: &str) -> NaiveDate {
        match text.parse() {
            Ok(date) => date,
            Err(error) => panic!("`{text}` of the test: {error}"),
        }
    }

    #[test]
    fn a_half_year_turns_on_its_first_day() {
        for (day, start, end_before) in [
            ("2024-01-01", "2024-01-01", "2023-12-31"),
            ("2024-06-30", "2024-01-01", "2023-12-31"),
            ("2024-07-01", "2024-07-01", "2024-06-30"),
            ("2024-12-31", "2024-07-01", "2024-06-30"),
        ] {
            let on = |sampling: RateFixing| sampling.on(date(day));
            assert_eq!(on(RateFixing::Daily), Some(date(day)));
            assert_eq!(on(RateFixing::HalfYearStart), Some(date(start)));
            assert_eq!(on(RateFixing::PrecedingHalfYearEnd), Some(date(end_before)));
        }
        assert_eq!(RateFixing::PrecedingHalfYearEnd.on(NaiveDate::MIN), None);
    }

    #[test]
    fn a_rate_is_first_read_by_the_next_half_year() {
        for (changed, by_start, by_end_before) in [
            ("2024-06-30", "2024-07-01", "2024-07-01"),
            ("2024-07-01", "2024-07-01", "2025-01-01"),
            ("2024-07-02", "2025-01-01", "2025-01-01"),
        ] {
            let first = |sampling: RateFixing| sampling.first_reading(date(changed));
            assert_eq!(first(RateFixing::Daily), Some(date(changed)));
            assert_eq!(first(RateFixing::HalfYearStart), Some(date(by_start)));
            assert_eq!(
                first(RateFixing::PrecedingHalfYearEnd),
                Some(date(by_end_before))
            );
        }
    }
}
