use crate::form::choice;
use crate::vocab::words::words;

choice! {
    /// The treatment of unpaid interest (计息方式): simple or compound.
    #[derive(Copy, Hash, Ord, PartialOrd)]
    pub closed enum Compounding {
        /// Unpaid interest is added to the balance at every rest (复利).
        Rests(Rest),
        /// Unpaid interest bears no interest (单利).
        Simple,
    }
}

words! {
    /// The period after which unpaid interest is added to the balance (结息周期).
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
