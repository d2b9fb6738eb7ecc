use core::fmt;

use serde::{Deserialize, Serialize};

use crate::vocab::known::Known;
use crate::vocab::words::locale::Text;

/// How far trust reaches (信任程度), least first.
///
/// Trust between people and trust between organizations are two facts; see
/// [`Trust`].
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[expect(
    clippy::exhaustive_enums,
    reason = "none, first and full trust are the steps the documents name"
)]
#[serde(rename_all = "kebab-case")]
pub enum TrustLevel {
    /// None yet.
    Absent,
    /// First trust: still under observation.
    First,
    /// Full trust: commitments are relied on.
    Full,
}

impl TrustLevel {
    /// Every level, least first.
    pub const ALL: [Self; 3] = [Self::Absent, Self::First, Self::Full];

    /// Returns the name for people.
    #[must_use]
    pub const fn text(self) -> Text {
        match self {
            Self::Absent => Text::new("none", "尚无", "尚無"),
            Self::First => Text::new("first trust", "初步信任", "初步信任"),
            Self::Full => Text::new("full trust", "充分信任", "充分信任"),
        }
    }
}

impl fmt::Display for TrustLevel {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Absent => "absent",
            Self::First => "first",
            Self::Full => "full",
        })
    }
}

/// Trust between the people and trust between the organizations (信任), kept apart.
///
/// One does not stand for the other: personal trust leaves with the person, organizational trust
/// stays.
#[derive(Clone, Copy, Debug, Default, Deserialize, Eq, Hash, PartialEq, Serialize)]
#[expect(
    clippy::exhaustive_structs,
    reason = "trust is personal or organizational, there is no third kind"
)]
#[serde(default, deny_unknown_fields)]
pub struct Trust {
    /// Between the people of both sides.
    pub personal: Known<TrustLevel>,
    /// Between the two organizations.
    pub organizational: Known<TrustLevel>,
}
