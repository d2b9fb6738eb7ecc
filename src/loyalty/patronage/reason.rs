use crate::vocab::answers::PatronageDrive;
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

/// Returns the reasons for which the customer comes of its own will.
pub(crate) fn willed(reasons: Set<PatronageReason>) -> Set<PatronageReason> {
    let unwilled = PatronageReason::Contract | PatronageReason::NoAlternative;
    reasons.difference(unwilled)
}

/// Returns whether a low price is the only reason, beside convenience and time at most.
pub(crate) fn is_price_alone(reasons: Set<PatronageReason>) -> bool {
    let mut willed = willed(reasons).iter();
    reasons.contains(PatronageReason::LowPrice) && willed.all(PatronageReason::is_mere_convenience)
}

/// Returns the drive that stands among the reasons.
pub(crate) fn drive(reasons: Set<PatronageReason>) -> PatronageDrive {
    let price = reasons.contains(PatronageReason::LowPrice);
    match (price, reasons.contains(PatronageReason::Feeling)) {
        (false, false) => PatronageDrive::Neither,
        (true, false) => PatronageDrive::Price,
        (false, true) => PatronageDrive::Feeling,
        (true, true) => PatronageDrive::Both,
    }
}
