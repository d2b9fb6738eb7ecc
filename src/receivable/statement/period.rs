use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use chrono::NaiveDate;

use crate::form::record;
use crate::receivable::ledger::{ChangeKind, Ledger, LedgerDocument, ReceiptKind};
use crate::receivable::statement::error::StatementError;
use crate::receivable::statement::totals::{StatementTotals, totals};
use crate::vocab::money::{Money, MoneyError};
use crate::vocab::name::DocumentId;
use crate::vocab::words::words;

record! {
    /// A period of an account (对账期间): what was owed before it, what happened in it, what is owed after it.
    ///
    /// The opening balance and the movements make the closing balance.
    #[non_exhaustive]
    pub struct Period {
        /// The first day of the period; its last day is that of the statement.
        pub from: NaiveDate,
        /// The totals of the day before the period.
        pub opening: StatementTotals,
        /// The movements, in the order of their days.
        pub movements: Vec<Movement>,
        /// The totals of the last day.
        pub closing: StatementTotals,
    }
}

record! {
    /// A movement of an account (账户变动): something that changed what the customer owes.
    #[non_exhaustive]
    #[derive(Copy, Hash)]
    pub struct Movement {
        /// The day.
        pub date: NaiveDate,
        /// The kind.
        pub kind: MovementKind,
        /// The event: an invoice, a payment, a write-off.
        pub event: DocumentId,
        /// The document that it is about, if it is about one other than itself.
        pub document: Option<DocumentId>,
        /// The amount by which more is owed; below zero less is owed.
        pub amount: Money,
        /// The balance after the movement.
        pub balance: Money,
    }
}

words! {
    /// The kind of a movement (变动种类).
    pub open enum MovementKind {
        /// A fixed sum for paying late (逾期赔偿金).
        Compensation = "compensation", "fixed sum for paying late", "逾期赔偿金", "逾期賠償金";
        /// A credit note (贷项通知单).
        CreditNote = "credit-note", "credit note", "贷项通知单", "貸項通知單";
        /// A discount (折扣).
        Discount = "discount", "discount", "折扣", "折扣";
        /// A fee (费用).
        Fee = "fee", "fee", "费用", "費用";
        /// Late interest (逾期利息).
        Interest = "interest", "late interest", "逾期利息", "逾期利息";
        /// An invoice (发票).
        Invoice = "invoice", "invoice", "发票", "發票";
        /// A charge for paying late beside interest (逾期收费).
        LateCharge = "late-charge", "charge for paying late", "逾期收费", "逾期收費";
        /// A payment (付款).
        Payment = "payment", "payment", "付款", "付款";
        /// A refund (退款).
        Refund = "refund", "refund", "退款", "退款";
        /// A payment that came back (退票).
        ReturnedPayment = "returned-payment", "returned payment", "退票", "退票";
        /// A small difference (小额差异).
        SmallDifference = "small-difference", "small difference", "小额差异", "小額差異";
        /// A waiver (减免).
        Waiver = "waiver", "waiver", "减免", "減免";
        /// A write-off (核销).
        WriteOff = "write-off", "write-off", "核销", "核銷";
    }
}

/// The movements so far, without their balances.
struct Moves {
    from: NaiveDate,
    as_of: NaiveDate,
    moves: Vec<Movement>,
}

impl Moves {
    /// Adds a movement, if it lies in the period and moves anything.
    fn add(
        &mut self,
        date: NaiveDate,
        kind: MovementKind,
        (event, document): (DocumentId, Option<DocumentId>),
        amount: Money,
    ) {
        if self.from <= date && date <= self.as_of && !amount.is_zero() {
            self.moves.push(Movement {
                date,
                kind,
                event,
                document: document.filter(|document| *document != event),
                amount,
                balance: amount,
            });
        }
    }
}

/// Lists what happened between the ledger of the day before a period and that of its last day.
pub(super) fn between(
    from: NaiveDate,
    opening: &Ledger,
    closing: &Ledger,
) -> Result<Period, StatementError> {
    let mut moves = Moves {
        from,
        as_of: closing.as_of,
        moves: Vec::new(),
    };
    issued(&mut moves, closing)?;
    received(&mut moves, closing);
    let before: BTreeMap<DocumentId, &LedgerDocument> = opening
        .documents
        .iter()
        .map(|document| (document.id, document))
        .collect();
    for document in &closing.documents {
        let before = before.get(&document.id).copied();
        changed(&mut moves, document, before)?;
        charged(&mut moves, document, before)?;
    }
    let Moves {
        moves: mut movements,
        ..
    } = moves;
    movements.sort_by_key(|one| (one.date, one.kind, one.event, one.document));
    let (opening, closing) = (totals(opening)?, totals(closing)?);
    let mut balance = opening.balance;
    for movement in &mut movements {
        balance = balance.checked_add(movement.amount)?;
        movement.balance = balance;
    }
    Ok(Period {
        from,
        opening,
        movements,
        closing,
    })
}

/// Adds the invoices and the fees.
fn issued(moves: &mut Moves, ledger: &Ledger) -> Result<(), MoneyError> {
    let mut invoices: BTreeMap<(NaiveDate, DocumentId), Money> = BTreeMap::new();
    for document in &ledger.documents {
        let sum = invoices
            .entry((document.issued, document.invoice))
            .or_insert_with(|| Money::zero(ledger.currency));
        *sum = sum.checked_add(document.total)?;
        for fee in &document.fees {
            let about = (fee.id, Some(document.id));
            moves.add(fee.date, MovementKind::Fee, about, fee.amount);
        }
    }
    for ((date, invoice), amount) in invoices {
        moves.add(date, MovementKind::Invoice, (invoice, None), amount);
    }
    Ok(())
}

/// Adds the money that came, that went back and that was refunded, and the credit notes.
fn received(moves: &mut Moves, ledger: &Ledger) {
    for receipt in &ledger.receipts {
        let kind = match receipt.kind {
            ReceiptKind::Payment => MovementKind::Payment,
            ReceiptKind::CreditNote => MovementKind::CreditNote,
        };
        let about = (receipt.id, receipt.document);
        moves.add(receipt.date, kind, about, receipt.amount.negated());
    }
    for back in &ledger.returned {
        let about = (back.event, Some(back.payment));
        moves.add(back.date, MovementKind::ReturnedPayment, about, back.amount);
    }
    let refunds = ledger.credit_changes.iter();
    for refund in refunds.filter(|change| change.kind == ChangeKind::Refund) {
        let about = (refund.event, Some(refund.source));
        let amount = refund.amount.negated();
        moves.add(refund.date, MovementKind::Refund, about, amount);
    }
}

/// The kinds of changes that take something off a document without money.
const LET_OFF: [(ChangeKind, MovementKind); 4] = [
    (ChangeKind::Discount, MovementKind::Discount),
    (ChangeKind::SmallDifference, MovementKind::SmallDifference),
    (ChangeKind::Waiver, MovementKind::Waiver),
    (ChangeKind::WriteOff, MovementKind::WriteOff),
];

/// Adds what was taken off a document without money. If the document was counted again since, because money came
/// back, earlier changes may be others than they were: the difference is a movement of the last day.
fn changed(
    moves: &mut Moves,
    document: &LedgerDocument,
    before: Option<&LedgerDocument>,
) -> Result<(), MoneyError> {
    let nothing = Money::zero(document.total.currency());
    let earlier = |of: &LedgerDocument, kind: ChangeKind, from: NaiveDate| {
        let changes = of.changes.iter();
        let mut changes = changes.filter(|one| one.kind == kind && one.date < from);
        changes.try_fold(nothing, |sum, one| sum.checked_add(one.amount))
    };
    for (kind, told) in LET_OFF {
        for change in document.changes.iter().filter(|one| one.kind == kind) {
            let about = (change.event, Some(document.id));
            moves.add(change.date, told, about, change.amount.negated());
        }
        let was = before.map_or(Ok(nothing), |before| earlier(before, kind, moves.from))?;
        let more = was.checked_sub(earlier(document, kind, moves.from)?)?;
        moves.add(moves.as_of, told, (document.id, None), more);
    }
    Ok(())
}

/// Adds the charges of lateness that came about in the period.
fn charged(
    moves: &mut Moves,
    document: &LedgerDocument,
    before: Option<&LedgerDocument>,
) -> Result<(), MoneyError> {
    let nothing = Money::zero(document.total.currency());
    let beside = |document: &LedgerDocument| {
        let charges = document.charges.as_ref();
        charges.map_or(nothing, |charges| charges.total.money())
    };
    let (interest, fixed, charges) = before.map_or((nothing, nothing, nothing), |before| {
        (before.charged, before.compensation, beside(before))
    });
    let about = (document.id, None);
    let more = document.charged.checked_sub(interest)?;
    moves.add(moves.as_of, MovementKind::Interest, about, more);
    let charged = beside(document).checked_sub(charges)?;
    let more = document.compensation.checked_sub(fixed)?;
    let more = more.checked_sub(charged)?;
    let first = document.due.and_then(|due| due.succ_opt());
    let first = first.filter(|first| moves.from <= *first && *first <= moves.as_of);
    let date = first.unwrap_or(moves.as_of);
    moves.add(date, MovementKind::Compensation, about, more);
    moves.add(moves.as_of, MovementKind::LateCharge, about, charged);
    Ok(())
}
