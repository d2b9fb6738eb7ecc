use core::fmt;

use serde::{Deserialize, Serialize};

use crate::vocab::set::members;
use crate::vocab::words::locale::Text;

/// A means of keeping a customer (留客手段), and whether it makes staying pleasant or leaving painful.
///
/// # Examples
///
/// ```
/// use keqing::vocab::words::{Instrument, InstrumentEffect};
///
/// assert_eq!(Instrument::ServiceLevel.effect(), InstrumentEffect::Happy);
/// assert_eq!(Instrument::LoyaltyPoints.effect(), InstrumentEffect::Pain);
/// ```
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[non_exhaustive]
#[serde(rename_all = "kebab-case")]
pub enum Instrument {
    /// A more advanced solution.
    AdvancedSolution,
    /// A contract that binds for a time.
    Contract,
    /// A product unlike any other.
    DifferentiatedProduct,
    /// Any other barrier to leaving.
    ExitBarrier,
    /// Points for frequency, of a club or a programme.
    LoyaltyPoints,
    /// The quality of the product.
    ProductQuality,
    /// The level of service.
    ServiceLevel,
    /// A technical barrier, such as an interface of our own.
    TechnicalBarrier,
    /// The strength of our technology.
    TechnicalCapability,
    /// Favourable terms of trade.
    TradingTerms,
    /// A rebate that is paid at the end of the year.
    YearEndRebate,
}

members!(
    Instrument:
    AdvancedSolution, Contract, DifferentiatedProduct, ExitBarrier, LoyaltyPoints, ProductQuality,
    ServiceLevel, TechnicalBarrier, TechnicalCapability, TradingTerms, YearEndRebate
);

/// What an instrument does to the customer (手段性质).
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[expect(
    clippy::exhaustive_enums,
    reason = "the documents know two ways: staying pleasant, leaving painful"
)]
#[serde(rename_all = "kebab-case")]
pub enum InstrumentEffect {
    /// It makes staying pleasant.
    Happy,
    /// It makes leaving painful: it locks in.
    Pain,
}

impl Instrument {
    /// Tells whether the instrument makes staying pleasant or leaving painful.
    #[must_use]
    #[inline]
    pub const fn effect(self) -> InstrumentEffect {
        match self {
            Self::AdvancedSolution
            | Self::ProductQuality
            | Self::ServiceLevel
            | Self::TechnicalCapability
            | Self::TradingTerms => InstrumentEffect::Happy,
            Self::Contract
            | Self::DifferentiatedProduct
            | Self::ExitBarrier
            | Self::LoyaltyPoints
            | Self::TechnicalBarrier
            | Self::YearEndRebate => InstrumentEffect::Pain,
        }
    }

    /// Returns the name for people.
    #[must_use]
    pub const fn text(self) -> Text {
        match self {
            Self::AdvancedSolution => Text::new("advanced solution", "先进方案", "先進方案"),
            Self::Contract => Text::new("binding contract", "合同约束", "合同約束"),
            Self::DifferentiatedProduct => {
                Text::new("differentiated product", "差异化产品", "差異化產品")
            }
            Self::ExitBarrier => Text::new("exit barrier", "退出壁垒", "退出壁壘"),
            Self::LoyaltyPoints => Text::new("loyalty points", "积分计划", "積分計劃"),
            Self::ProductQuality => Text::new("product quality", "产品质量", "產品質量"),
            Self::ServiceLevel => Text::new("level of service", "服务水平", "服務水平"),
            Self::TechnicalBarrier => Text::new("technical barrier", "技术壁垒", "技術壁壘"),
            Self::TechnicalCapability => Text::new("technical capability", "技术能力", "技術能力"),
            Self::TradingTerms => Text::new("terms of trade", "交易条件", "交易條件"),
            Self::YearEndRebate => Text::new("year-end rebate", "年终返利", "年終返利"),
        }
    }
}

impl InstrumentEffect {
    /// Returns the name for people.
    #[must_use]
    pub const fn text(self) -> Text {
        match self {
            Self::Happy => Text::new("staying is pleasant", "留下愉快", "留下愉快"),
            Self::Pain => Text::new("leaving is painful", "离开痛苦", "離開痛苦"),
        }
    }
}

impl fmt::Display for Instrument {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(
            self.text()
                .in_locale(crate::vocab::words::locale::Locale::En),
        )
    }
}
