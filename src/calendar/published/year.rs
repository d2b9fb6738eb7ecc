use alloc::vec::Vec;

use chrono::NaiveDate;

use crate::form::record;

record! {
    /// The listed days of one year (年度节假日).
    #[derive(Hash)]
    #[non_exhaustive]
    pub struct HolidayYear {
        /// The year.
        pub year: i32,
        /// The days off, in order; some fall on a weekend.
        pub holidays: Vec<NaiveDate>,
        /// The days of the weekend that are worked, in order.
        pub working_days: Vec<NaiveDate>,
    }
}
