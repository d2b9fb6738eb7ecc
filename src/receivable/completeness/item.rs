use serde::{Deserialize, Serialize};

use crate::verdict::Fact;
use crate::vocab::set::members;

/// What a written receivables policy has to settle (REC-02) (办法五项).
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
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

members!(PolicyItem: LatePayment, EarlyPayment, InterestCalculation, PaymentTerm, SettlementMethod);

impl PolicyItem {
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
