use core::fmt;

use serde::{Deserialize, Serialize};

use crate::vocab::words::locale::Text;

/// Why a relationship goes back or breaks off (倒退与中断的原因).
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[non_exhaustive]
#[serde(rename_all = "kebab-case")]
pub enum Cause {
    /// The customer turned to another business.
    ChangeOfDirection,
    /// A competitor offered a better price, product or service, or bribed.
    CompetitorOffer,
    /// The customer's business became smaller.
    ShrinkingScope,
    /// Our product or service does not meet the customer's needs.
    UnmetNeeds,
    /// A complaint was not resolved in time.
    UnresolvedComplaint,
    /// The customer now makes the product itself.
    UpstreamIntegration,
}

impl Cause {
    /// Every cause.
    pub const ALL: [Self; 6] = [
        Self::ChangeOfDirection,
        Self::CompetitorOffer,
        Self::ShrinkingScope,
        Self::UnmetNeeds,
        Self::UnresolvedComplaint,
        Self::UpstreamIntegration,
    ];

    /// Tells whether the supplier could have acted against it.
    #[must_use]
    pub const fn is_controllable(self) -> bool {
        matches!(
            self,
            Self::CompetitorOffer | Self::UnmetNeeds | Self::UnresolvedComplaint
        )
    }

    /// Returns the name for people.
    #[must_use]
    pub const fn text(self) -> Text {
        match self {
            Self::ChangeOfDirection => {
                Text::new("change of direction", "经营方向调整", "經營方向調整")
            }
            Self::CompetitorOffer => {
                Text::new("competitor's offer", "竞争对手争取", "競爭對手爭取")
            }
            Self::ShrinkingScope => Text::new("shrinking scope", "经营范围缩小", "經營範圍縮小"),
            Self::UnmetNeeds => Text::new("unmet needs", "需求未满足", "需求未滿足"),
            Self::UnresolvedComplaint => {
                Text::new("unresolved complaint", "投诉未解决", "投訴未解決")
            }
            Self::UpstreamIntegration => {
                Text::new("upstream integration", "客户进入上游", "客戶進入上游")
            }
        }
    }
}

impl fmt::Display for Cause {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(
            self.text()
                .in_locale(crate::vocab::words::locale::Locale::En),
        )
    }
}
