//! The words that several rooms of loyalty share (忠诚词汇).
//!
//! ```text
//! mark      + LoyaltyPolicy::stance -> Stance   what a word of the customer says about us
//! retention + LoyaltyPolicy::repeat -> Repeat   whether it keeps buying
//! ```
//!
//! - *Why*: They stand below the policy, which draws their bounds, and below the rooms, which judge
//!   by them.

use core::fmt;

use serde::{Deserialize, Serialize};

use crate::vocab::words::{Locale, Text};

/// What the customer's own word says about us (态度), least first.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[expect(
    clippy::exhaustive_enums,
    reason = "a word speaks against us, for us, or for neither"
)]
#[serde(rename_all = "kebab-case")]
pub enum Stance {
    /// It speaks against us.
    Unfavourable,
    /// It speaks for neither.
    Neutral,
    /// It speaks for us.
    Favourable,
}

impl Stance {
    /// Every stance, least first.
    pub const ALL: [Self; 3] = [Self::Unfavourable, Self::Neutral, Self::Favourable];

    /// Tells whether the word speaks for us.
    #[must_use]
    pub const fn is_favourable(self) -> bool {
        matches!(self, Self::Favourable)
    }

    /// Returns the name for people.
    #[must_use]
    pub const fn text(self) -> Text {
        match self {
            Self::Unfavourable => Text::new("unfavourable", "负面", "負面"),
            Self::Neutral => Text::new("neutral", "中性", "中性"),
            Self::Favourable => Text::new("favourable", "正面", "正面"),
        }
    }
}

impl fmt::Display for Stance {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.text().in_locale(Locale::En))
    }
}

/// Whether a customer keeps buying (重复购买), less first.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[expect(
    clippy::exhaustive_enums,
    reason = "one of the two sides of the axis of repeat purchase"
)]
#[serde(rename_all = "kebab-case")]
pub enum Repeat {
    /// It buys in fewer of its own periods than the policy asks for.
    Low,
    /// It buys in as many of them, or more.
    High,
}

impl Repeat {
    /// Both sides, less first.
    pub const ALL: [Self; 2] = [Self::Low, Self::High];

    /// Returns the name for people.
    #[must_use]
    pub const fn text(self) -> Text {
        match self {
            Self::Low => Text::new("seldom buys again", "重复购买少", "重複購買少"),
            Self::High => Text::new("buys again", "重复购买多", "重複購買多"),
        }
    }
}

impl fmt::Display for Repeat {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.text().in_locale(Locale::En))
    }
}
