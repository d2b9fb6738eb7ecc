//! The figures of a document, by the ledger and by the second statement.

use chrono::NaiveDate;
use keqing::receivable::ledger::LedgerDocument;

use super::second::{Doc, Kind, Second};
use super::story::units;
use crate::support::given::day;

/// The figures of a document, in smallest units.
#[derive(Debug, Eq, PartialEq)]
pub(super) struct Figures {
    pub(super) id: String,
    issued: NaiveDate,
    due: Option<NaiveDate>,
    total: i128,
    pub(super) open: i128,
    settled_on: Option<NaiveDate>,
    paid: i128,
    credited: i128,
    discounted: i128,
    written_off: i128,
    forgone: i128,
    /// Charged, paid, and let off.
    pub(super) interest: [i128; 3],
    fees: Vec<(String, i128)>,
}

impl Figures {
    pub(super) fn told(document: &LedgerDocument) -> Self {
        let cleared = &document.cleared;
        let fees = document.fees.iter();
        Self {
            id: document.id.to_string(),
            issued: document.issued,
            due: document.due,
            total: units(document.total),
            open: units(document.open),
            settled_on: document.settled_on,
            paid: units(cleared.paid),
            credited: units(cleared.credited),
            discounted: units(cleared.discounted),
            written_off: units(cleared.written_off),
            forgone: units(cleared.forgone),
            interest: [
                units(document.charged),
                units(cleared.interest_paid),
                units(cleared.interest_let_off),
            ],
            fees: fees
                .map(|fee| (fee.id.to_string(), units(fee.open)))
                .collect(),
        }
    }

    pub(super) fn naive(second: &Second<'_>, doc: &Doc) -> Self {
        let fees = doc.fees.iter();
        Self {
            id: doc.id.clone(),
            issued: day(doc.issued),
            due: Some(day(doc.due)),
            total: doc.total,
            open: doc.open(),
            settled_on: doc.settled_on().map(day),
            paid: doc.taken(Kind::Paid),
            credited: doc.taken(Kind::Credited),
            discounted: doc.taken(Kind::Discount),
            written_off: doc.taken(Kind::WrittenOff),
            forgone: doc.taken(Kind::Small) + doc.taken(Kind::Waived),
            interest: [second.charged(doc), doc.interest_paid, doc.interest_let_off],
            fees: fees.map(|fee| (fee.id.clone(), fee.open)).collect(),
        }
    }
}
