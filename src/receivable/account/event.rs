use chrono::NaiveDate;

use crate::form::record;
use crate::receivable::allocation::DebtComponent;
use crate::receivable::waiver::{WaiverReason, WaiverSubject};
use crate::verdict::{Authority, Presence};
use crate::vocab::money::Money;
use crate::vocab::name::{DocumentId, Label, PersonId};

record! {
    /// A payment that came back (退票): a cheque that bounced, or a debit that was charged back.
    ///
    /// From that day on it counts as if the money had never come. The debts that it settled are open again
    /// from their own due dates, unless other money pays them now, and discounts that depended on it are void.
    /// Waivers, write-offs and set-offs keep the amounts that they had on their days, as far as so much can
    /// still be let off. A refund out of that money is owed back.
    #[derive(Copy, Hash)]
    pub closed struct ReturnedPayment {
        /// The caller's id.
        pub id: DocumentId,
        /// The day on which the money went back.
        pub date: NaiveDate,
        /// The payment.
        pub document: DocumentId,
        /// The amount that went back, above zero; `None` for the whole payment.
        #[serde(default)]
        pub amount: Option<Money>,
        /// The ground on which it went back.
        #[serde(default)]
        pub cause: Option<Label>,
    }
}

record! {
    /// A credit note: less is owed than was invoiced (贷项通知单).
    #[derive(Copy, Hash)]
    pub closed struct CreditNote {
        /// The caller's id.
        pub id: DocumentId,
        /// The day on which the credit note counts.
        pub date: NaiveDate,
        /// The invoice that the credit note reduces. Without one it is the customer's credit.
        #[serde(default)]
        pub document: Option<DocumentId>,
        /// The amount of the reduction, above zero. The part that money paid already becomes the customer's
        /// credit. What was written off, forgone or given as a discount was never paid.
        pub amount: Money,
        /// The ground of the credit note.
        #[serde(default)]
        pub cause: Option<Label>,
    }
}

record! {
    /// A write-off: the amount is not claimed any more (核销).
    ///
    /// A write-off of the principal ends its interest from that day on. Charges that were earned by then
    /// stay until they are written off themselves. Money that names the document later pays what was written
    /// off. If the interest of that day was paid or let off before,
    /// it ends a day later.
    #[derive(Copy, Hash)]
    pub closed struct WriteOff {
        /// The caller's id.
        pub id: DocumentId,
        /// The first day on which the amount is not claimed.
        pub date: NaiveDate,
        /// The invoice, instalment, retention or fee.
        pub document: DocumentId,
        /// The amount, above zero; `None` for all that is open of the component.
        #[serde(default)]
        pub amount: Option<Money>,
        /// The component that is written off.
        #[serde(default = "principal")]
        pub component: DebtComponent,
        /// The ground of the write-off.
        #[serde(default)]
        pub cause: Option<Label>,
    }
}

const fn principal() -> DebtComponent {
    DebtComponent::Principal
}

record! {
    /// A waiver of interest, of a fixed sum, of a fee or of a discount's deadline (减免).
    ///
    /// It counts if [`judge_waiver`](crate::receivable::waiver::judge_waiver) permits it.
    #[derive(Copy, Hash)]
    pub closed struct Waiver {
        /// The caller's id.
        pub id: DocumentId,
        /// The day of the decision.
        pub date: NaiveDate,
        /// The invoice, instalment, retention or fee.
        pub document: DocumentId,
        /// The subject. A fee is that of the document, or the fixed sum of an invoice. A waived
        /// deadline lowers the principal.
        pub subject: WaiverSubject,
        /// The amount that is waived, above zero and at most what is owed on the day.
        pub amount: Money,
        /// The person on our side who decided.
        pub by: PersonId,
        /// The authority of that person.
        pub authority: Authority,
        /// The event that is the reason, with its day and the document that shows it.
        pub cause: Option<WaiverReason>,
        /// The presence of an own interest of the person in the customer, if it is known.
        #[serde(default)]
        pub personal_interest: Option<Presence>,
        /// The presence of a decision for oneself, if it is known.
        #[serde(default)]
        pub for_oneself: Option<Presence>,
    }
}

record! {
    /// Money that we paid back to the customer out of its credit (退款).
    #[derive(Copy, Hash)]
    pub closed struct Refund {
        /// The caller's id.
        pub id: DocumentId,
        /// The day of the refund.
        pub date: NaiveDate,
        /// The payment or credit note whose credit is paid back; `None` for the oldest credit.
        #[serde(default)]
        pub document: Option<DocumentId>,
        /// The amount, above zero and at most the credit.
        pub amount: Money,
        /// The ground of the refund.
        #[serde(default)]
        pub cause: Option<Label>,
    }
}

record! {
    /// A fee, such as the bank's charge for a cheque that bounced (手续费).
    #[derive(Copy, Hash)]
    pub closed struct Fee {
        /// The caller's id, which a payment may name.
        pub id: DocumentId,
        /// The day on which the fee is owed.
        pub date: NaiveDate,
        /// The invoice to which the fee belongs. Without one it is a debt of its own.
        #[serde(default)]
        pub document: Option<DocumentId>,
        /// The amount, above zero.
        pub amount: Money,
        /// The component: fees, penalties or costs.
        #[serde(default = "fees")]
        pub component: DebtComponent,
        /// The ground of the fee.
        #[serde(default)]
        pub cause: Option<Label>,
    }
}

const fn fees() -> DebtComponent {
    DebtComponent::Fees
}

record! {
    /// A dispute about an invoice (争议). While it runs, the disputed amount is not dunned.
    ///
    /// If the policy pauses interest, the disputed amount bears none from the first day of the dispute on.
    #[derive(Copy, Hash)]
    pub closed struct Dispute {
        /// The caller's id.
        pub id: DocumentId,
        /// The first day of the dispute.
        pub date: NaiveDate,
        /// The invoice, instalment or retention.
        pub document: DocumentId,
        /// The disputed amount, above zero; `None` for the whole.
        #[serde(default)]
        pub amount: Option<Money>,
        /// The last day of the dispute; `None` until it is settled.
        #[serde(default)]
        pub until: Option<NaiveDate>,
        /// The ground of the dispute.
        #[serde(default)]
        pub cause: Option<Label>,
    }
}

record! {
    /// A promise to pay (付款承诺). Money that comes from its day up to its last day keeps it, unless it names
    /// other documents than the promise.
    #[derive(Copy, Hash)]
    pub closed struct Promise {
        /// The caller's id.
        pub id: DocumentId,
        /// The day on which the promise was made.
        pub date: NaiveDate,
        /// The last day on which the promise can be kept.
        pub by: NaiveDate,
        /// The invoice, instalment or retention that the customer promised to pay; `None` if it named none.
        #[serde(default)]
        pub document: Option<DocumentId>,
        /// The promised amount, above zero.
        pub amount: Money,
        /// The ground of the promise.
        #[serde(default)]
        pub cause: Option<Label>,
    }
}

record! {
    /// A declaration that sets the customer's credit off against what it owes (抵销).
    #[derive(Copy, Hash)]
    pub closed struct SetOff {
        /// The caller's id.
        pub id: DocumentId,
        /// The day of the declaration.
        pub date: NaiveDate,
        /// The debt; `None` for all debts, in the order of allocation.
        #[serde(default)]
        pub document: Option<DocumentId>,
        /// The amount, above zero and at most the credit; `None` for as much as both sides have.
        #[serde(default)]
        pub amount: Option<Money>,
        /// The ground of the declaration.
        #[serde(default)]
        pub cause: Option<Label>,
    }
}
