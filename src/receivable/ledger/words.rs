use crate::vocab::words::words;

words! {
    /// The kind of a document in a ledger (单据种类).
    pub open enum DocumentKind {
        /// A fee that is a debt of its own (费用).
        Fee = "fee", "fee", "费用", "費用";
        /// An instalment of an invoice (分期).
        Instalment = "instalment", "instalment", "分期款", "分期款";
        /// An invoice that falls due as a whole (发票).
        Invoice = "invoice", "invoice", "发票", "發票";
        /// A part that is held back until its release (质保金).
        Retention = "retention", "retention", "质保金", "質保金";
    }
}

words! {
    /// The kind of a change in a ledger (变动种类).
    pub open enum ChangeKind {
        /// A credit note (贷项通知单).
        CreditNote = "credit-note", "credit note", "贷项通知单", "貸項通知單";
        /// The use of the customer's credit (使用贷方余额).
        CreditUse = "credit-use", "use of credit", "使用贷方余额", "使用貸方餘額";
        /// A discount for early payment (提前付款折扣).
        Discount = "discount", "discount", "折扣", "折扣";
        /// A payment (付款).
        Payment = "payment", "payment", "付款", "付款";
        /// A refund out of the customer's credit (退款).
        Refund = "refund", "refund", "退款", "退款";
        /// Interest that was paid and is not owed any more, since a set-off looks back (退回利息).
        Release = "release", "interest released", "退回利息", "退回利息";
        /// A payment that came back (退票).
        ReturnedPayment = "returned-payment", "returned payment", "退票", "退票";
        /// A set-off (抵销).
        SetOff = "set-off", "set-off", "抵销", "抵銷";
        /// A difference that is small enough to be forgotten (小额差异).
        SmallDifference = "small-difference", "small difference", "小额差异", "小額差異";
        /// A waiver (减免).
        Waiver = "waiver", "waiver", "减免", "減免";
        /// A write-off (核销).
        WriteOff = "write-off", "write-off", "核销", "核銷";
    }
}

words! {
    /// The kind of a receipt in a ledger (收款种类).
    pub closed enum ReceiptKind {
        /// A credit note (贷项通知单).
        CreditNote = "credit-note", "credit note", "贷项通知单", "貸項通知單";
        /// A payment (付款).
        Payment = "payment", "payment", "付款", "付款";
    }
}

words! {
    /// The ground on which money went to a document (抵充依据).
    pub open enum AllocationRule {
        /// Both sides agreed upon the document (约定).
        Agreement = "agreement", "agreement of both sides", "双方约定", "雙方約定";
        /// The debtor named the document (指定).
        Designation = "designation", "designation by the debtor", "债务人指定", "債務人指定";
        /// The event itself is about the document (单据自身).
        Event = "event", "the event itself", "单据自身", "單據自身";
        /// The order of allocation of the policy led to the document (抵充顺序).
        Order = "order", "order of allocation", "抵充顺序", "抵充順序";
    }
}
