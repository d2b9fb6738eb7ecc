use alloc::vec::Vec;

use chrono::NaiveDate;

use crate::form::record;
use crate::receivable::allocation::DebtComponent;
use crate::receivable::charge::LateCharges;
use crate::receivable::discount::DiscountOutcome;
use crate::receivable::dunning::{Dispute, PromiseToPay};
use crate::receivable::interest::LateDebt;
use crate::receivable::ledger::words::{AllocationRule, ChangeKind, DocumentKind, ReceiptKind};
use crate::receivable::waiver::WaiverSubject;
use crate::verdict::{Authority, Findings};
use crate::vocab::money::{Currency, Money};
use crate::vocab::name::{DocumentId, Label, PersonId};

record! {
    /// The ledger of one customer on a day (分户账): every document with its dated changes, and the credit.
    ///
    /// Every amount of the account stands in it once. Interest, aging, dunning, exposure and the statement
    /// read it, so that two answers about one invoice agree.
    #[non_exhaustive]
    pub struct Ledger {
        /// The customer's name.
        pub customer: Label,
        /// The currency of every amount.
        pub currency: Currency,
        /// The day of the ledger.
        pub as_of: NaiveDate,
        /// The documents that were issued by then: invoices in the order of the account, each with its
        /// instalments and retentions, and then fees that belong to no invoice.
        pub documents: Vec<LedgerDocument>,
        /// The payments and credit notes, in the order of booking.
        pub receipts: Vec<LedgerReceipt>,
        /// The money that went back, in the order of booking.
        pub returned: Vec<LedgerReturn>,
        /// The changes of the customer's credit, in the order of booking.
        pub credit_changes: Vec<CreditChange>,
        /// The credit of each payment and credit note that has some, the oldest first. Below zero the
        /// customer owes it back.
        pub credits: Vec<LedgerCredit>,
        /// The credit that is not used. Below zero it is money that the customer owes back.
        pub credit: Money,
        /// The decisions on discounts, in the order of the payments.
        pub discounts: Vec<DiscountDecision>,
        /// The waivers that were permitted, in the order of booking.
        pub waivers: Vec<LedgerWaiver>,
        /// The promises that were made, each with the money that came for it.
        pub promises: Vec<PromiseToPay>,
        /// The number of events and documents that are dated after the day, and ignored.
        pub later: u32,
    }
}

impl Ledger {
    /// Returns a document by its id.
    #[must_use]
    pub fn document(&self, id: DocumentId) -> Option<&LedgerDocument> {
        self.documents.iter().find(|document| document.id == id)
    }
}

record! {
    /// A document of a ledger (账户单据): something that falls due on one day.
    #[non_exhaustive]
    pub struct LedgerDocument {
        /// The id: that of the invoice, the instalment, the retention or the fee.
        pub id: DocumentId,
        /// The kind.
        pub kind: DocumentKind,
        /// The invoice to which it belongs; for an invoice its own id.
        pub invoice: DocumentId,
        /// The day of issue.
        pub issued: NaiveDate,
        /// The due date; `None` for a retention whose release nobody knows.
        pub due: Option<NaiveDate>,
        /// The day on which the payment was postponed, if it was.
        pub rescheduled_on: Option<NaiveDate>,
        /// The invoiced amount; zero for a fee.
        pub total: Money,
        /// The open amount of it.
        pub open: Money,
        /// The day on which the last of it was settled, if it is settled: that of the last change that counts.
        pub settled_on: Option<NaiveDate>,
        /// The principal with every change that counts for interest; `None` for a fee and a retention
        /// without a release, and where the policy asks for totals only.
        pub debt: Option<LateDebt>,
        /// The interest that is charged up to and with the day, paid or not.
        pub charged: Money,
        /// The fixed sum and the other charges for paying late that are owed by the day, paid or not.
        pub compensation: Money,
        /// The charges that are in it beside the fixed sum, row by row; `None` if the policy has none.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub charges: Option<LateCharges>,
        /// The amounts that the customer paid, settled or was let off of each component.
        pub cleared: Cleared,
        /// The fees on it.
        pub fees: Vec<LedgerFee>,
        /// The disputes about it, running or over.
        pub disputes: Vec<Dispute>,
        /// The changes, in the order of booking. If the policy asks for totals only, payments are not
        /// among them.
        pub changes: Vec<LedgerChange>,
    }
}

record! {
    /// The amounts that were taken off a document, each sum net of what came back (已清金额).
    #[non_exhaustive]
    #[derive(Copy, Hash)]
    pub struct Cleared {
        /// The principal that money, credit or a set-off paid.
        pub paid: Money,
        /// The principal that credit notes took off.
        pub credited: Money,
        /// The discounts.
        pub discounted: Money,
        /// The principal that was written off and that nobody paid later.
        pub written_off: Money,
        /// The small differences, and the discounts whose deadline was waived.
        pub forgone: Money,
        /// The interest that was paid.
        pub interest_paid: Money,
        /// The interest that was waived or written off.
        pub interest_let_off: Money,
        /// The fixed sum that was paid.
        pub compensation_paid: Money,
        /// The fixed sum that was waived or written off.
        pub compensation_let_off: Money,
    }
}

record! {
    /// A fee on a document (费用明细).
    #[non_exhaustive]
    #[derive(Copy, Hash)]
    pub struct LedgerFee {
        /// The id of the fee.
        pub id: DocumentId,
        /// The component.
        pub component: DebtComponent,
        /// The day on which it is owed.
        pub date: NaiveDate,
        /// The amount.
        pub amount: Money,
        /// The open amount.
        pub open: Money,
    }
}

record! {
    /// A change of a document (账户变动): how much, by which event, and under which rule.
    #[non_exhaustive]
    #[derive(Copy, Hash)]
    pub struct LedgerChange {
        /// The day of the event.
        pub date: NaiveDate,
        /// The day from which it counts. It differs for a set-off that looks back, a write-off, and
        /// whatever depended on a payment that came back.
        pub counts_from: NaiveDate,
        /// The kind.
        pub kind: ChangeKind,
        /// The component of the debt.
        pub component: DebtComponent,
        /// The amount that it takes off; below zero it is owed again.
        pub amount: Money,
        /// The event.
        pub event: DocumentId,
        /// The payment or credit note from which the money came, if it is not the event.
        pub source: Option<DocumentId>,
        /// The rule that led to the document.
        pub rule: AllocationRule,
    }
}

record! {
    /// A payment or a credit note of a ledger (收款与贷项).
    #[non_exhaustive]
    #[derive(Copy, Hash)]
    pub struct LedgerReceipt {
        /// The id of the payment or credit note.
        pub id: DocumentId,
        /// The kind.
        pub kind: ReceiptKind,
        /// The day.
        pub date: NaiveDate,
        /// The document of a credit note, if it has one.
        pub document: Option<DocumentId>,
        /// The amount.
        pub amount: Money,
    }
}

record! {
    /// Money that went back (退回款项).
    #[non_exhaustive]
    #[derive(Copy, Hash)]
    pub struct LedgerReturn {
        /// The event.
        pub event: DocumentId,
        /// The day.
        pub date: NaiveDate,
        /// The payment.
        pub payment: DocumentId,
        /// The amount.
        pub amount: Money,
    }
}

record! {
    /// A waiver that counts, with the person who decided it (已准减免).
    #[non_exhaustive]
    pub struct LedgerWaiver {
        /// The event.
        pub event: DocumentId,
        /// The day of the decision.
        pub date: NaiveDate,
        /// The document.
        pub document: DocumentId,
        /// The subject.
        pub subject: WaiverSubject,
        /// The amount that was waived.
        pub amount: Money,
        /// The person on our side who decided.
        pub by: PersonId,
        /// The authority of that person.
        pub authority: Authority,
        /// The findings by which the policy permits it (REC-04).
        pub findings: Findings,
    }
}

record! {
    /// The credit that is left of a payment or a credit note (贷方余额明细).
    #[non_exhaustive]
    #[derive(Copy, Hash)]
    pub struct LedgerCredit {
        /// The payment or credit note.
        pub source: DocumentId,
        /// The day from which it is there.
        pub since: NaiveDate,
        /// The credit.
        pub amount: Money,
    }
}

record! {
    /// A change of the customer's credit (贷方余额变动).
    #[non_exhaustive]
    #[derive(Copy, Hash)]
    pub struct CreditChange {
        /// The day of the event.
        pub date: NaiveDate,
        /// The kind.
        pub kind: ChangeKind,
        /// The amount that it adds; below zero it uses credit.
        pub amount: Money,
        /// The event.
        pub event: DocumentId,
        /// The payment or credit note from which the credit comes.
        pub source: DocumentId,
        /// The credit after the change.
        pub credit: Money,
    }
}

record! {
    /// The decision on the discount of one document for one payment (折扣裁定).
    #[non_exhaustive]
    #[derive(Copy, Hash)]
    pub struct DiscountDecision {
        /// The day of the payment.
        pub date: NaiveDate,
        /// The payment, or the credit that was used.
        pub payment: DocumentId,
        /// The document.
        pub document: DocumentId,
        /// The amount of the payment that went to the principal of the document.
        pub paid: Money,
        /// The discount that was taken off; zero if there is none.
        pub discount: Money,
        /// The reason: earned, paid partly, too late or not offered.
        pub outcome: DiscountOutcome,
        /// The day on which the decision became void, because the payment came back.
        pub void_on: Option<NaiveDate>,
    }
}
