use alloc::vec::Vec;

use chrono::NaiveDate;

use crate::form::record;
use crate::receivable::charge::words::ChargeKind;
use crate::vocab::money::{Money, RoundedMoney};

record! {
    /// The charges on a late debt up to a day (逾期收费明细).
    #[non_exhaustive]
    #[derive(Hash)]
    pub struct LateCharges {
        /// The charges in the order of their first days, each on one balance.
        pub rows: Vec<ChargeRow>,
        /// Their sum.
        pub total: RoundedMoney,
        /// The presence of a cap that took something off.
        pub is_capped: bool,
    }
}

record! {
    /// One charge on one balance (收费行).
    #[non_exhaustive]
    #[derive(Copy, Hash)]
    pub struct ChargeRow {
        /// The kind of the charge.
        pub kind: ChargeKind,
        /// The first day on which it fell.
        pub first: NaiveDate,
        /// The last day on which it fell.
        pub last: NaiveDate,
        /// The number of times that it fell: days, months, or 1.
        pub count: u64,
        /// The late balance on each of these days.
        pub balance: Money,
        /// The amount of one time; the last time may have been less.
        pub each: RoundedMoney,
        /// The amount of all times, after the most of the charge and the cap.
        pub amount: RoundedMoney,
    }
}
