use crate::vocab::set::Set;
use crate::vocab::words::words;

words! {
    /// A reason that a customer gives for buying from us (光顾理由).
    pub open enum PatronageReason in Set {
        /// A contract binds the customer.
        Contract = "contract", "bound by contract", "合同约束", "合同約束";
        /// Buying from us is convenient.
        Convenience = "convenience", "convenience", "方便", "方便";
        /// The customer feels better about us than about others.
        Feeling = "feeling", "feeling", "好感", "好感";
        /// The price is low.
        LowPrice = "low-price", "low price", "低价", "低價";
        /// There is no other supplier.
        NoAlternative = "no-alternative", "no alternative", "别无选择", "別無選擇";
        /// The product is good.
        Quality = "quality", "quality", "质量", "質量";
        /// The service is good.
        Service = "service", "service", "服务", "服務";
        /// Buying from us saves time.
        TimeSaving = "time-saving", "saving time", "省时", "省時";
    }
}

impl PatronageReason {
    /// Returns whether trade for this reason alone needs no relationship: convenience, time or
    /// price.
    #[must_use]
    pub const fn is_mere_convenience(self) -> bool {
        matches!(self, Self::Convenience | Self::LowPrice | Self::TimeSaving)
    }
}

words! {
    /// The drive that brings a customer: price or feeling (光顾驱动) (GEN-20).
    pub closed enum PatronageDrive {
        /// Neither a low price nor a feeling brings the customer.
        Neither = "neither", "neither price nor feeling", "既非价格也非情感", "既非價格也非情感";
        /// A low price brings the customer.
        Price = "price", "price", "价格驱动", "價格驅動";
        /// A feeling brings the customer.
        Feeling = "feeling", "feeling", "情感驱动", "情感驅動";
        /// Both a low price and a feeling bring the customer.
        Both = "both", "price and feeling", "价格与情感兼有", "價格與情感兼有";
    }
}

impl PatronageDrive {
    /// Returns the drive that stands among the reasons.
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
