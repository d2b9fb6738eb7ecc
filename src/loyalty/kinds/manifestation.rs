use core::cmp::Ordering;

use serde::{Deserialize, Serialize};

use crate::vocab::set::members;
use crate::vocab::words::Text;

/// In which way a relationship shows itself (关系的表现), GEN-13.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[expect(
    clippy::exhaustive_enums,
    reason = "GEN-13 knows three ways in which a relationship shows"
)]
#[serde(rename_all = "kebab-case")]
pub enum Manifestation {
    /// In what the customer feels about us and tells others (态度上).
    Attitudinal,
    /// In what it does: it buys (行为上).
    Behavioural,
    /// In what it has in mind: trust, standing up for us, the wish to buy again (心理上).
    Psychological,
}

members!(Manifestation: Attitudinal, Behavioural, Psychological);

impl Manifestation {
    /// Returns the name for people.
    #[must_use]
    pub const fn text(self) -> Text {
        match self {
            Self::Attitudinal => Text::new("in attitude", "态度上", "態度上"),
            Self::Behavioural => Text::new("in behaviour", "行为上", "行為上"),
            Self::Psychological => Text::new("in mind", "心理上", "心理上"),
        }
    }
}

/// Whether a feeling rises or falls (走势).
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[expect(
    clippy::exhaustive_enums,
    reason = "a later mark is lower, the same or higher"
)]
#[serde(rename_all = "kebab-case")]
pub enum Trend {
    /// The latest mark is lower than the one before.
    Falling,
    /// It is the same.
    Steady,
    /// It is higher.
    Rising,
}

impl Trend {
    /// Every trend, the falling one first.
    pub const ALL: [Self; 3] = [Self::Falling, Self::Steady, Self::Rising];

    pub(crate) const fn of(latest_to_earlier: Ordering) -> Self {
        match latest_to_earlier {
            Ordering::Less => Self::Falling,
            Ordering::Equal => Self::Steady,
            Ordering::Greater => Self::Rising,
        }
    }

    /// Returns the name for people.
    #[must_use]
    pub const fn text(self) -> Text {
        match self {
            Self::Falling => Text::new("falling", "下降", "下降"),
            Self::Steady => Text::new("steady", "平稳", "平穩"),
            Self::Rising => Text::new("rising", "上升", "上升"),
        }
    }
}
