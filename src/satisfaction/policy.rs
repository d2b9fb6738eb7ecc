use serde::{Deserialize, Serialize};

use crate::vocab::Days;

/// Every number and choice of the rules about satisfaction and value (满意度政策).
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, PartialEq, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct SatisfactionPolicy {
    validity: Days,
}

impl SatisfactionPolicy {
    /// Returns the documents' own policy.
    #[must_use]
    pub const fn standard() -> Self {
        Self {
            validity: Days::new(90),
        }
    }

    /// Returns how long a measurement holds (SAT-06).
    #[must_use]
    pub const fn validity(&self) -> Days {
        self.validity
    }
}
