use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use chrono::NaiveDate;

use crate::vocab::name::DocumentId;

/// The documents of an account by their ids, with the items that stand for them.
#[derive(Debug, Default)]
pub(super) struct Names {
    documents: BTreeMap<DocumentId, Target>,
    orders: BTreeMap<DocumentId, Vec<DocumentId>>,
}

/// The things that an id means.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Target {
    /// The items of an invoice, an instalment or a retention.
    Items {
        first: u32,
        /// The number behind the last one.
        end: u32,
        issued: NaiveDate,
    },
    /// A fee, with the item that bears it.
    Fee { item: u32, date: NaiveDate },
    /// A document of a later day, or one that is at fault and has none. Money for it waits.
    Later { issued: Option<NaiveDate> },
}

impl Target {
    /// Returns the numbers of the items.
    pub(super) fn items(self) -> core::ops::Range<u32> {
        match self {
            Self::Items { first, end, .. } => first..end,
            Self::Fee { item, .. } => item..item.saturating_add(1),
            Self::Later { .. } => 0..0,
        }
    }

    /// Returns the day from which it exists; `None` if that day has not come.
    pub(super) const fn since(self) -> Option<NaiveDate> {
        match self {
            Self::Items { issued, .. } => Some(issued),
            Self::Fee { date, .. } => Some(date),
            Self::Later { .. } => None,
        }
    }
}

impl Target {
    /// Returns the day of issue, if there is one, whether it has come or not.
    pub(super) const fn issued(self) -> Option<NaiveDate> {
        match self {
            Self::Later { issued } => issued,
            other => other.since(),
        }
    }
}

impl Names {
    /// Gives a document a meaning.
    pub(super) fn set(&mut self, id: DocumentId, target: Target) {
        self.documents.insert(id, target);
    }

    /// Gives the id of a document at fault a meaning, unless another document has the id.
    pub(super) fn doubt(&mut self, id: DocumentId) {
        let later = Target::Later { issued: None };
        self.documents.entry(id).or_insert(later);
    }

    /// Adds an invoice to an order.
    pub(super) fn join(&mut self, order: DocumentId, invoice: DocumentId) {
        self.orders.entry(order).or_default().push(invoice);
    }

    /// Makes an order known that no invoice belongs to yet.
    pub(super) fn expect(&mut self, order: DocumentId) {
        self.orders.entry(order).or_default();
    }

    /// Returns whether an id is an order without an invoice.
    pub(super) fn is_expected(&self, name: DocumentId) -> bool {
        let is_document = self.documents.contains_key(&name);
        !is_document && self.orders.get(&name).is_some_and(Vec::is_empty)
    }

    /// Returns the document of an id.
    pub(super) fn document(&self, id: DocumentId) -> Option<Target> {
        self.documents.get(&id).copied()
    }

    /// Returns the documents that a payment means by a name: a document, or the invoices of an order.
    pub(super) fn meant(
        &self,
        name: DocumentId,
    ) -> Option<impl Iterator<Item = (DocumentId, Target)> + '_> {
        let document = self.document(name).map(|target| (name, target));
        let order = self.orders.get(&name).filter(|_| document.is_none());
        if document.is_none() && order.is_none() {
            return None;
        }
        let invoices = order.into_iter().flatten();
        let invoices = invoices.filter_map(|invoice| Some((*invoice, self.document(*invoice)?)));
        Some(document.into_iter().chain(invoices))
    }
}
