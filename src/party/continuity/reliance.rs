use serde::{Deserialize, Serialize};

use crate::verdict::Severity;
use crate::vocab::words::Text;

/// How far a relationship relies on one person (依赖程度), least first (CON-02).
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[expect(
    clippy::exhaustive_enums,
    reason = "CON-02 knows two limits, which make three steps"
)]
#[serde(rename_all = "kebab-case")]
pub enum Reliance {
    /// Several people carry it.
    Spread,
    /// One person carries more than is safe.
    Heavy,
    /// One person carries it alone.
    SinglePoint,
}

impl Reliance {
    /// Returns the name for people.
    #[must_use]
    pub const fn text(self) -> Text {
        match self {
            Self::Spread => Text::new("spread over several people", "分散于多人", "分散於多人"),
            Self::Heavy => Text::new("leans on one person", "偏重一人", "偏重一人"),
            Self::SinglePoint => Text::new("held by one person", "系于一人", "繫於一人"),
        }
    }

    /// Returns how much it weighs.
    pub(crate) const fn severity(self) -> Severity {
        match self {
            Self::Spread | Self::Heavy => Severity::Warning,
            Self::SinglePoint => Severity::Critical,
        }
    }
}
