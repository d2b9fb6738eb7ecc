use enumset::EnumSetType;
use serde::{Deserialize, Serialize};

use crate::verdict::Fact;

/// What a written receivables policy has to settle (REC-02) (办法五项).
#[derive(Debug, Deserialize, EnumSetType, Hash, Ord, PartialOrd, Serialize)]
#[enumset(serialize_repr = "list")]
#[expect(clippy::exhaustive_enums, reason = "the five items of the rule")]
#[serde(rename_all = "kebab-case")]
pub enum PolicyItem {
    /// What paying late costs (延迟付款).
    LatePayment,
    /// What paying early earns (提前付款).
    EarlyPayment,
    /// How interest is calculated (利息计算).
    InterestCalculation,
    /// When an amount falls due (应收款期限).
    PaymentTerm,
    /// By what means it is settled (结付方式).
    SettlementMethod,
}

impl PolicyItem {
    /// Every item, in the order of the rule.
    pub const ALL: [Self; 5] = [
        Self::LatePayment,
        Self::EarlyPayment,
        Self::InterestCalculation,
        Self::PaymentTerm,
        Self::SettlementMethod,
    ];

    /// Returns the fact that a gap is named by.
    #[must_use]
    pub const fn fact(self) -> Fact {
        match self {
            Self::LatePayment => Fact::LatePayment,
            Self::EarlyPayment => Fact::EarlyPayment,
            Self::InterestCalculation => Fact::InterestCalculation,
            Self::PaymentTerm => Fact::PaymentTerm,
            Self::SettlementMethod => Fact::SettlementMethod,
        }
    }
}
