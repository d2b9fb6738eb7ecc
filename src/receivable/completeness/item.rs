use crate::verdict::Fact;
use crate::vocab::words::words;

words! {
    /// An item that a written receivables policy has to settle (REC-02) (办法五项).
    pub closed enum PolicyItem in Set {
        /// The cost of paying late (延迟付款).
        LatePayment = "late-payment", "late payment", "延迟付款", "延遲付款";
        /// The discount for paying early (提前付款).
        EarlyPayment = "early-payment", "early payment", "提前付款", "提前付款";
        /// The calculation of interest (利息计算).
        InterestCalculation = "interest-calculation", "calculation of interest", "利息计算", "利息計算";
        /// The term after which an amount falls due (应收款期限).
        PaymentTerm = "payment-term", "receivable term", "应收款期限", "應收款期限";
        /// The method by which an amount is settled (结付方式).
        SettlementMethod = "settlement-method", "settlement method", "结付方式", "結付方式";
    }
}

impl PolicyItem {
    /// Returns the fact that names a gap in the item.
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
