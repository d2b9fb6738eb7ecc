use crate::form::choice;
use crate::vocab::words::words;

words! {
    /// The method by which a debt is settled (结付方式).
    pub open enum Method {
        /// A bill of exchange that a bank has accepted (银行承兑汇票).
        BankAcceptanceBill = "bank-acceptance-bill", "bank acceptance bill", "银行承兑汇票", "銀行承兌匯票";
        /// Notes and coins (现金).
        Cash = "cash", "cash", "现金", "現金";
        /// A cheque, drawn on the customer's bank (支票).
        Cheque = "cheque", "cheque", "支票", "支票";
        /// A bill of exchange that the customer or another merchant has accepted (商业承兑汇票).
        CommercialAcceptanceBill = "commercial-acceptance-bill", "commercial acceptance bill", "商业承兑汇票", "商業承兌匯票";
        /// Money that the supplier draws from the customer's account (直接扣款).
        DirectDebit = "direct-debit", "direct debit", "直接扣款", "直接扣款";
        /// A bank's promise to pay against documents (信用证).
        LetterOfCredit = "letter-of-credit", "letter of credit", "信用证", "信用狀";
        /// A debt of the supplier, set off against the customer's (抵销).
        SetOff = "set-off", "set-off", "抵销", "抵銷";
        /// Money moved from account to account (银行转账).
        Transfer = "transfer", "bank transfer", "银行转账", "銀行轉帳";
    }
}

words! {
    /// The event from which a settlement counts as paid (入账时点).
    pub open enum PaidUpon {
        /// The day on which the settlement is received.
        Received = "received", "on receipt", "收到时", "收到時";
        /// The day on which the money is finally credited.
        Cleared = "cleared", "on clearance", "到账时", "入帳時";
        /// The day on which the paper matures, or a later one on which it is honoured.
        Matured = "matured", "at maturity", "到期兑付时", "到期兌付時";
    }
}

choice! {
    /// The rule of a policy for one method (结付约定).
    ///
    /// The JSON form is `{"accepted": "received"}`, `{"tolerated": "cleared"}` or `"refused"`.
    #[derive(Copy, Hash, Ord, PartialOrd)]
    pub closed enum MethodRule {
        /// The method is agreed, and counts from this event.
        Accepted(PaidUpon),
        /// The method is not agreed. A settlement by it is taken under reserve, and counts from
        /// this event.
        Tolerated(PaidUpon),
        /// The method is not taken: a settlement by it never counts.
        Refused,
    }
}

impl MethodRule {
    /// Returns the event from which the method counts; `None` if it is refused.
    #[must_use]
    pub const fn counts_when(self) -> Option<PaidUpon> {
        match self {
            Self::Accepted(when) | Self::Tolerated(when) => Some(when),
            Self::Refused => None,
        }
    }
}
