use crate::vocab::set::Set;
use crate::vocab::words::words;

words! {
    /// Why a customer says it buys from us (光顾理由).
    pub open enum PatronageReason in Set {
        /// A contract binds it.
        Contract = "contract", "bound by contract", "合同约束", "合同約束";
        /// It is convenient.
        Convenience = "convenience", "convenience", "方便", "方便";
        /// It feels better about us than about others.
        Feeling = "feeling", "feeling", "好感", "好感";
        /// The price is low.
        LowPrice = "low-price", "low price", "低价", "低價";
        /// There is nobody else.
        NoAlternative = "no-alternative", "no alternative", "别无选择", "別無選擇";
        /// The product is good.
        Quality = "quality", "quality", "质量", "質量";
        /// The service is good.
        Service = "service", "service", "服务", "服務";
        /// It saves time.
        TimeSaving = "time-saving", "saving time", "省时", "省時";
    }
}

impl PatronageReason {
    /// Tells whether trade for this reason alone needs no relationship: convenience, time or price.
    #[must_use]
    pub const fn is_mere_convenience(self) -> bool {
        matches!(self, Self::Convenience | Self::LowPrice | Self::TimeSaving)
    }
}

words! {
    /// Whether price or feeling brings a customer (光顾驱动) (GEN-20).
    pub closed enum PatronageDrive {
        /// Neither a low price nor a feeling.
        Neither = "neither", "neither price nor feeling", "既非价格也非情感", "既非價格也非情感";
        /// A low price.
        Price = "price", "price", "价格驱动", "價格驅動";
        /// A feeling.
        Feeling = "feeling", "feeling", "情感驱动", "情感驅動";
        /// Both.
        Both = "both", "price and feeling", "价格与情感兼有", "價格與情感兼有";
    }
}

impl PatronageDrive {
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
}
