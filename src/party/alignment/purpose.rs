use serde::{Deserialize, Serialize};

use crate::vocab::words::Text;

/// What an investment is for (投入用途).
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[expect(
    clippy::exhaustive_enums,
    reason = "ALN-05 tells what is newly spent from what is owed"
)]
#[serde(rename_all = "kebab-case")]
pub enum Purpose {
    /// To build up the relationship: spending that nobody is owed (客情关系资本).
    RelationshipCapital,
    /// To keep a promise: service that the customer is owed.
    ServiceObligation,
}

impl Purpose {
    /// Returns the name for people.
    #[must_use]
    pub const fn text(self) -> Text {
        match self {
            Self::RelationshipCapital => {
                Text::new("relationship capital", "客情关系资本", "客情關係資本")
            }
            Self::ServiceObligation => Text::new("service obligation", "服务义务", "服務義務"),
        }
    }
}
