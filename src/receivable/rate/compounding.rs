use crate::form::choice;
use crate::vocab::words::words;

choice! {
    /// Whether interest bears interest (计息方式).
    #[derive(Copy, Hash, Ord, PartialOrd)]
    pub closed enum Compounding {
        /// At every rest the unpaid interest is added to what bears interest (复利).
        Rests(Rest),
        /// Interest bears none (单利).
        Simple,
    }
}

words! {
    /// How often unpaid interest is added to what bears interest (结息周期).
    pub closed enum Rest {
        /// Every thirty days.
        ThirtyDays = "thirty-days", "every thirty days", "每三十日结息", "每三十日結息";
        /// Every month.
        Month = "month", "every month", "按月结息", "按月結息";
        /// Every three months.
        Quarter = "quarter", "every quarter", "按季结息", "按季結息";
        /// Every twelve months.
        Year = "year", "every year", "按年结息", "按年結息";
    }
}
