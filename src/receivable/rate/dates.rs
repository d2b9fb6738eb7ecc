use crate::form::record;
use chrono::NaiveDate;

record! {
    /// The dates of a debt that may bind its rate (利率相关日期).
    #[non_exhaustive]
    #[derive(Copy, Hash)]
    pub struct RateDates {
        /// The day on which the contract was made, if it is known.
        pub contract: Option<NaiveDate>,
        /// The first day of default: the day after the last on which payment was in time.
        pub default: NaiveDate,
        /// The day of payment; for an open debt the day asked about.
        pub payment: NaiveDate,
    }
}

impl RateDates {
    /// Makes the dates of a debt whose contract date is not known.
    #[must_use]
    pub const fn new(default: NaiveDate, payment: NaiveDate) -> Self {
        Self {
            contract: None,
            default,
            payment,
        }
    }

    /// Sets the day on which the contract was made.
    #[must_use]
    pub const fn with_contract(self, contract: NaiveDate) -> Self {
        Self {
            contract: Some(contract),
            ..self
        }
    }
}
