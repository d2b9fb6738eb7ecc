use alloc::vec::Vec;

use chrono::NaiveDate;

use crate::receivable::ledger::ReceiptKind;
use crate::vocab::name::DocumentId;

/// The place of credit among the others: that which came first has the lowest.
pub(super) type Place = u32;

/// Money or credit that came in: a payment, or a credit note.
#[derive(Debug)]
pub(super) struct Source<'a> {
    pub(super) id: DocumentId,
    pub(super) since: NaiveDate,
    pub(super) kind: ReceiptKind,
    /// The document of a credit note.
    pub(super) document: Option<DocumentId>,
    pub(super) agreed: &'a [DocumentId],
    pub(super) designated: &'a [DocumentId],
    /// The part of it that came back.
    pub(super) returned: i128,
    /// The first day on which a part of it came back.
    pub(super) returned_on: Option<NaiveDate>,
    /// True if a part of it came back on a later day than it came, so that it was there meanwhile.
    pub(super) returned_later: bool,
    pub(super) amount: i128,
    /// The part of it that is credit. Below zero the customer owes it back.
    pub(super) credit: i128,
    /// The lot of its credit, which is one with the credit of the payments that are one with it.
    pub(super) lot: u32,
    /// The rows that it paid.
    pub(super) rows: Vec<u32>,
}
