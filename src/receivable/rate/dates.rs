use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// The dates of a debt that may bind its rate (利率相关日期).
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, PartialEq, Serialize)]
#[non_exhaustive]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct RateDates {
    /// The day on which the contract was made, where it is known.
    #[serde(default)]
    pub contract: Option<NaiveDate>,
    /// The first day of default: the day after the last on which payment was in time.
    pub default: NaiveDate,
    /// The day of payment, or for a debt that is still open the day as of which it is looked at.
    pub payment: NaiveDate,
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
