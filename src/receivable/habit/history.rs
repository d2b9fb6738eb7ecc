use alloc::boxed::Box;
use alloc::collections::BTreeSet;
use alloc::vec::Vec;

use chrono::NaiveDate;
use thiserror::Error;

use crate::form::{Several, every, record, several};
use crate::vocab::name::DocumentId;

record! {
    /// The payment history of a customer, as it is known on a date (付款历史).
    #[non_exhaustive]
    #[derive(Hash)]
    pub struct PaymentHistory {
        /// The date on which the history is known; later events are left out.
        pub as_of: NaiveDate,
        /// The invoices, in any order.
        pub invoices: Vec<InvoicePayment>,
    }
}

impl PaymentHistory {
    /// Joins invoices, in any order, with the date on which they are known.
    #[must_use]
    pub fn new(as_of: NaiveDate, invoices: impl IntoIterator<Item = InvoicePayment>) -> Self {
        Self {
            as_of,
            invoices: invoices.into_iter().collect(),
        }
    }

    pub(super) fn check(&self) -> Result<(), PaymentHabitError> {
        let mut seen = BTreeSet::new();
        let documents = self.invoices.iter().map(|invoice| invoice.document);
        let again = documents.filter(|document| !seen.insert(*document));
        let again = again.map(|document| PaymentHabitError::DocumentTwice { document });
        every(again.map(Err))
    }

    /// Returns the invoices by due date, those of one day by their ids.
    pub(super) fn by_due_date(&self) -> Vec<InvoicePayment> {
        let mut invoices = self.invoices.clone();
        invoices.sort_unstable_by_key(|invoice| (invoice.due, invoice.document));
        invoices
    }
}

record! {
    /// The payment of one invoice (发票付款).
    #[derive(Copy, Hash)]
    pub closed struct InvoicePayment {
        /// The id of the invoice.
        pub document: DocumentId,
        /// The due date that was agreed at first, which itself is on time.
        pub due: NaiveDate,
        /// The day on which the payment was postponed, if it was.
        pub rescheduled_on: Option<NaiveDate>,
        /// The day on which the last of the invoice was paid, if it was.
        pub paid_on: Option<NaiveDate>,
    }
}

impl InvoicePayment {
    /// Returns the state of the invoice on a day; `None` if it is open, not put off and not past due.
    pub(super) fn timing_on(&self, as_of: NaiveDate) -> Option<Timing> {
        let known = |date: &NaiveDate| *date <= as_of;
        match self.paid_on.filter(known) {
            Some(paid) if paid <= self.due => Some(Timing::OnTime),
            Some(paid) => Some(Timing::PaidLate(paid)),
            None if self.due < as_of => Some(Timing::Unpaid),
            None => self.rescheduled_on.filter(known).map(|_| Timing::Unpaid),
        }
    }
}

/// The state of an invoice against the due date that was agreed at first.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Timing {
    /// It was paid by then.
    OnTime,
    /// It was paid on this day, which is later.
    PaidLate(NaiveDate),
    /// It is past due or put off, and not paid.
    Unpaid,
}

/// Returned when an invoice is given twice.
#[derive(Clone, Debug, Eq, Error, PartialEq)]
#[non_exhaustive]
pub enum PaymentHabitError {
    /// An invoice is given twice.
    #[error("the invoice `{document}` is there twice, expected one entry an invoice")]
    DocumentTwice {
        /// The id of the invoice.
        document: DocumentId,
    },
    /// Several invoices are at fault.
    #[error(transparent)]
    Several(Box<Several<Self>>),
}

several!(pub PaymentHabitError);
