use crate::vocab::words::words;

words! {
    /// The cause for which a charge or a limit may be waived (减免事由), REC-04.
    ///
    /// Each cause is an event that a document can show. Goodwill and a good relationship are no causes:
    /// the policy is there so that they do not decide.
    pub open enum WaiverCause {
        /// A bank held up or misdirected the payment.
        BankDelay = "bank-delay", "delay by a bank", "银行延误", "銀行延誤";
        /// An event beyond everybody's control kept the customer from paying.
        ForceMajeure = "force-majeure", "force majeure", "不可抗力", "不可抗力";
        /// The customer cannot pay the whole, and its papers show it.
        Hardship = "hardship", "hardship of the customer", "客户经营困难", "客戶經營困難";
        /// Our delivery was late, short or to the wrong place.
        OurDelivery = "our-delivery", "fault in our delivery", "我方交货有误", "我方交貨有誤";
        /// Our goods or our service were at fault.
        OurGoods = "our-goods", "fault in our goods", "我方货品有瑕疵", "我方貨品有瑕疵";
        /// Our invoice was wrong, or it came late.
        OurInvoice = "our-invoice", "fault in our invoice", "我方发票有误", "我方發票有誤";
        /// Both sides settled a dispute, and the waiver is part of the settlement.
        Settlement = "settlement", "settlement of a dispute", "争议和解", "爭議和解";
    }
}
