use crate::vocab::words::words;

words! {
    /// A means of keeping a customer (留客手段): it makes staying pleasant, gives and holds, or only
    /// makes leaving painful.
    ///
    /// # Examples
    ///
    /// ```
    /// use keqing::vocab::words::{Instrument, InstrumentEffect};
    ///
    /// assert_eq!(Instrument::ServiceLevel.effect(), InstrumentEffect::Happy);
    /// assert_eq!(Instrument::Contract.effect(), InstrumentEffect::Holding);
    /// assert_eq!(Instrument::ExitBarrier.effect(), InstrumentEffect::Pain);
    /// assert!(Instrument::Contract.holds());
    /// ```
    pub open enum Instrument in Set {
        /// A more advanced solution.
        AdvancedSolution = "advanced-solution", "advanced solution", "先进方案", "先進方案";
        /// A contract that binds for a time.
        Contract = "contract", "binding contract", "合同约束", "合同約束";
        /// A product unlike any other.
        DifferentiatedProduct = "differentiated-product", "differentiated product", "差异化产品", "差異化產品";
        /// Any other barrier to leaving.
        ExitBarrier = "exit-barrier", "exit barrier", "退出壁垒", "退出壁壘";
        /// Points for frequency, of a club or a programme.
        LoyaltyPoints = "loyalty-points", "loyalty points", "积分计划", "積分計劃";
        /// The quality of the product.
        ProductQuality = "product-quality", "product quality", "产品质量", "產品質量";
        /// The level of service.
        ServiceLevel = "service-level", "level of service", "服务水平", "服務水平";
        /// A technical barrier, such as an interface of our own.
        TechnicalBarrier = "technical-barrier", "technical barrier", "技术壁垒", "技術壁壘";
        /// The strength of our technology.
        TechnicalCapability = "technical-capability", "technical capability", "技术能力", "技術能力";
        /// Favourable terms of trade.
        TradingTerms = "trading-terms", "terms of trade", "交易条件", "交易條件";
        /// A rebate that is paid at the end of the year.
        YearEndRebate = "year-end-rebate", "year-end rebate", "年终返利", "年終返利";
    }
}

words! {
    /// The effect of an instrument on the customer (手段性质).
    pub closed enum InstrumentEffect {
        /// An effect that makes staying pleasant.
        Happy = "happy", "staying is pleasant", "留下愉快", "留下愉快";
        /// An effect that gives something, and makes leaving dearer: it locks in.
        Holding = "holding", "leaving gives something up", "离开则有所失", "離開則有所失";
        /// An effect that makes leaving costly and gives nothing: it locks in.
        Pain = "pain", "leaving is painful", "离开痛苦", "離開痛苦";
    }
}

impl Instrument {
    /// Returns the effect: staying is pleasant, leaving gives something up, or leaving is painful.
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
            | Self::LoyaltyPoints
            | Self::YearEndRebate => InstrumentEffect::Holding,
            Self::ExitBarrier | Self::TechnicalBarrier => InstrumentEffect::Pain,
        }
    }

    /// Returns whether the instrument locks the customer in (GEN-06).
    #[must_use]
    #[inline]
    pub const fn holds(self) -> bool {
        !matches!(self.effect(), InstrumentEffect::Happy)
    }
}
