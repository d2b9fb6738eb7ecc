use serde::{Deserialize, Serialize};

use crate::vocab::set::Set;
use crate::vocab::set::members;
use crate::vocab::words::Text;

/// Why a customer says it buys from us (光顾理由).
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[non_exhaustive]
#[serde(rename_all = "kebab-case")]
pub enum PatronageReason {
    /// A contract binds it.
    Contract,
    /// It is convenient.
    Convenience,
    /// It feels better about us than about others.
    Feeling,
    /// The price is low.
    LowPrice,
    /// There is nobody else.
    NoAlternative,
    /// The product is good.
    Quality,
    /// The service is good.
    Service,
    /// It saves time.
    TimeSaving,
}

members!(
    PatronageReason:
    Contract, Convenience, Feeling, LowPrice, NoAlternative, Quality, Service, TimeSaving
);

impl PatronageReason {
    /// Tells whether trade for this reason alone needs no relationship: convenience, time or price.
    #[must_use]
    pub const fn is_mere_convenience(self) -> bool {
        matches!(self, Self::Convenience | Self::LowPrice | Self::TimeSaving)
    }

    /// Returns the name for people.
    #[must_use]
    pub const fn text(self) -> Text {
        match self {
            Self::Contract => Text::new("bound by contract", "合同约束", "合同約束"),
            Self::Convenience => Text::new("convenience", "方便", "方便"),
            Self::Feeling => Text::new("feeling", "好感", "好感"),
            Self::LowPrice => Text::new("low price", "低价", "低價"),
            Self::NoAlternative => Text::new("no alternative", "别无选择", "別無選擇"),
            Self::Quality => Text::new("quality", "质量", "質量"),
            Self::Service => Text::new("service", "服务", "服務"),
            Self::TimeSaving => Text::new("saving time", "省时", "省時"),
        }
    }
}

/// Whether price or feeling brings a customer (光顾驱动) (GEN-20).
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[expect(clippy::exhaustive_enums, reason = "two drives, each there or not")]
#[serde(rename_all = "kebab-case")]
pub enum PatronageDrive {
    /// Neither a low price nor a feeling.
    Neither,
    /// A low price.
    Price,
    /// A feeling.
    Feeling,
    /// Both.
    Both,
}

impl PatronageDrive {
    /// Every drive: neither, one, the other, both.
    pub const ALL: [Self; 4] = [Self::Neither, Self::Price, Self::Feeling, Self::Both];

    /// Tells which of the two stand among the reasons.
    #[must_use]
    pub fn of(reasons: Set<PatronageReason>) -> Self {
        let price = reasons.contains(PatronageReason::LowPrice);
        match (price, reasons.contains(PatronageReason::Feeling)) {
            (false, false) => Self::Neither,
            (true, false) => Self::Price,
            (false, true) => Self::Feeling,
            (true, true) => Self::Both,
        }
    }

    /// Returns the name for people.
    #[must_use]
    pub const fn text(self) -> Text {
        match self {
            Self::Neither => Text::new(
                "neither price nor feeling",
                "既非价格也非情感",
                "既非價格也非情感",
            ),
            Self::Price => Text::new("price", "价格驱动", "價格驅動"),
            Self::Feeling => Text::new("feeling", "情感驱动", "情感驅動"),
            Self::Both => Text::new("price and feeling", "价格与情感兼有", "價格與情感兼有"),
        }
    }
}
