use crate::form::{choice, record};
use crate::vocab::money::RoundedMoney;
use crate::vocab::share::Share;
use crate::vocab::words::words;

choice! {
    /// A charge for paying late, beside the interest that is counted by the day (逾期收费).
    ///
    /// A month of default begins on the day after the due date, and on that day of each later month.
    /// It is whole when the next one begins.
    ///
    /// # Examples
    ///
    /// ```
    /// use keqing::receivable::charge::LateCharge;
    ///
    /// let json = r#"{"month-begun":{"share":{"part":"1","whole":"100"}}}"#;
    /// let charge: LateCharge = serde_json::from_str(json)?;
    /// assert_eq!(serde_json::to_string(&charge)?, json);
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[non_exhaustive]
    #[derive(Copy, Hash)]
    pub enum LateCharge {
        /// An amount for each day of default, up to a most (按日定额).
        Daily(DailyCharge),
        /// A charge on the first day of each month of default (按已开始的月).
        MonthBegun(ChargeRate),
        /// A charge on the first day of default (一次性).
        Once(ChargeRate),
        /// A charge on the last day of each month of default (按满月).
        WholeMonth(ChargeRate),
    }
}

record! {
    /// An amount for each day of default (按日定额).
    #[derive(Copy, Hash)]
    pub closed struct DailyCharge {
        /// The amount of a day, above zero.
        pub amount: RoundedMoney => "REC-03" "REC-04" "REC-06" "REC-07",
        /// The most for all days together, above zero; `"none"` sets none.
        pub most: Option<RoundedMoney> | "none" => "REC-03" "REC-04" "REC-06" "REC-07",
    }
}

choice! {
    /// The size of a charge (收费标准).
    #[non_exhaustive]
    #[derive(Copy, Hash)]
    pub enum ChargeRate {
        /// An amount, above zero, whatever is late.
        Amount(RoundedMoney),
        /// A share of what is late at the start of the day of the charge.
        Share(Share),
    }
}

words! {
    /// The kind of a charge for paying late (逾期收费种类).
    pub open enum ChargeKind {
        /// An amount for each day of default.
        Daily = "daily", "charge by the day", "按日收费", "按日收費";
        /// A charge for each month of default that has begun.
        MonthBegun = "month-begun", "charge for each month begun", "按已开始的月收费", "按已開始的月收費";
        /// A charge on the first day of default.
        Once = "once", "charge once", "一次性收费", "一次性收費";
        /// A charge for each month of default that is over.
        WholeMonth = "whole-month", "charge for each whole month", "按满月收费", "按滿月收費";
    }
}

impl LateCharge {
    /// Returns the kind of the charge.
    #[must_use]
    pub const fn kind(&self) -> ChargeKind {
        match self {
            Self::Daily(_) => ChargeKind::Daily,
            Self::MonthBegun(_) => ChargeKind::MonthBegun,
            Self::Once(_) => ChargeKind::Once,
            Self::WholeMonth(_) => ChargeKind::WholeMonth,
        }
    }

    /// Returns the amounts that the charge states.
    pub(crate) fn amounts(&self) -> impl Iterator<Item = RoundedMoney> {
        let (one, other) = match *self {
            Self::Daily(daily) => (Some(daily.amount), daily.most),
            Self::MonthBegun(rate) | Self::Once(rate) | Self::WholeMonth(rate) => match rate {
                ChargeRate::Amount(amount) => (Some(amount), None),
                ChargeRate::Share(_) => (None, None),
            },
        };
        one.into_iter().chain(other)
    }
}

words! {
    /// The costs of lateness that a cap counts (上限范围).
    pub closed enum CapScope {
        /// The charges beside interest; interest and the fixed sum have bounds of their own.
        Charges = "charges", "the charges", "仅逾期收费", "僅逾期收費";
        /// The charges, the interest and the fixed sum of a debt together.
        AllCosts = "all-costs", "charges, interest and fixed sum together", "收费、利息与赔偿金合计", "收費、利息與賠償金合計";
    }
}
