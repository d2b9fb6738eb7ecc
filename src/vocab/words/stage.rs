use core::fmt;

use serde::{Deserialize, Serialize};

use crate::vocab::words::locale::Text;

/// How far a relationship has come (客户关系发展阶段), in the order in which it grows.
///
/// Taxonomy of LIF-01: four stages, totally ordered. What separates them is the share of the
/// customer's purchases; the cut points are [policy](crate::lifecycle::LifecyclePolicy).
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[expect(clippy::exhaustive_enums, reason = "LIF-01 knows exactly four stages")]
#[serde(rename_all = "kebab-case")]
pub enum Stage {
    /// No business yet (开发阶段): we are not a supplier.
    Development,
    /// First trust (初期合作阶段): a secondary or candidate supplier.
    Initial,
    /// Wider cooperation (稳定合作阶段): the main supplier.
    Stable,
    /// Partnership (战略合作阶段): the strategic supplier.
    Strategic,
}

impl Stage {
    /// Every stage, lowest first.
    pub const ALL: [Self; 4] = [
        Self::Development,
        Self::Initial,
        Self::Stable,
        Self::Strategic,
    ];

    /// Returns the stage above, or `None` at the top.
    #[must_use]
    pub const fn next(self) -> Option<Self> {
        match self {
            Self::Development => Some(Self::Initial),
            Self::Initial => Some(Self::Stable),
            Self::Stable => Some(Self::Strategic),
            Self::Strategic => None,
        }
    }

    /// Returns how many stages stand below this one: 0 to 3.
    #[must_use]
    pub const fn rank(self) -> u8 {
        self as u8
    }

    /// Returns the name for people.
    #[must_use]
    pub const fn text(self) -> Text {
        match self {
            Self::Development => Text::new("Development", "开发阶段", "開發階段"),
            Self::Initial => Text::new("Initial cooperation", "初期合作", "初期合作"),
            Self::Stable => Text::new("Stable cooperation", "稳定合作", "穩定合作"),
            Self::Strategic => Text::new("Strategic cooperation", "战略合作", "戰略合作"),
        }
    }
}

impl fmt::Display for Stage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Development => "development",
            Self::Initial => "initial",
            Self::Stable => "stable",
            Self::Strategic => "strategic",
        })
    }
}
