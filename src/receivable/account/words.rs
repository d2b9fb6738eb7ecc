use crate::vocab::words::words;

words! {
    /// A list of events or documents in an account (事项类别).
    pub open enum EventList {
        /// The credit notes.
        CreditNotes = "credit-notes", "credit note", "贷项通知单", "貸項通知單";
        /// The disputes.
        Disputes = "disputes", "dispute", "争议", "爭議";
        /// The fees.
        Fees = "fees", "fee", "费用", "費用";
        /// The invoices.
        Invoices = "invoices", "invoice", "发票", "發票";
        /// The payments.
        Payments = "payments", "payment", "付款", "付款";
        /// The promises.
        Promises = "promises", "promise to pay", "付款承诺", "付款承諾";
        /// The refunds.
        Refunds = "refunds", "refund", "退款", "退款";
        /// The reminders, each of which may cost a fee.
        Reminders = "reminders", "reminder", "催收函", "催收函";
        /// The retentions.
        Retentions = "retentions", "retention", "质保金", "質保金";
        /// The payments that came back.
        ReturnedPayments = "returned-payments", "returned payment", "退票", "退票";
        /// The set-offs.
        SetOffs = "set-offs", "set-off", "抵销", "抵銷";
        /// The waivers.
        Waivers = "waivers", "waiver", "减免", "減免";
        /// The write-offs.
        WriteOffs = "write-offs", "write-off", "核销", "核銷";
    }
}
