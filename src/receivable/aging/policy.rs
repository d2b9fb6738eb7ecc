use chrono::NaiveDate;

use crate::form::record;
use crate::receivable::aging::buckets::Buckets;
use crate::receivable::aging::item::OpenItem;
use crate::vocab::words::words;

record! {
    /// How open items are aged (账龄政策).
    ///
    /// # Examples
    ///
    /// ```
    /// use keqing::receivable::aging::{Basis, AgingPolicy};
    ///
    /// let policy = AgingPolicy::standard();
    /// assert_eq!(policy.basis(), Basis::DueDate);
    /// assert_eq!(policy.buckets().cuts().len(), 3);
    /// ```
    #[derive(Hash)]
    pub struct AgingPolicy {
        /// The date from which ages are counted.
        basis: Basis,
        /// The columns of the aging.
        buckets: Buckets,
    }
}

impl AgingPolicy {
    /// Returns the crate's own policy: by the due date, with [`Buckets::standard`].
    #[must_use]
    pub fn standard() -> Self {
        Self {
            basis: Basis::DueDate,
            buckets: Buckets::standard(),
        }
    }

    /// Chooses from which date ages are counted.
    #[must_use]
    pub fn with_basis(self, basis: Basis) -> Self {
        Self { basis, ..self }
    }

    /// Replaces the columns.
    #[must_use]
    pub fn with_buckets(self, buckets: Buckets) -> Self {
        Self { buckets, ..self }
    }

    /// Returns from which date ages are counted.
    #[must_use]
    pub const fn basis(&self) -> Basis {
        self.basis
    }

    /// Returns the columns.
    #[must_use]
    pub const fn buckets(&self) -> &Buckets {
        &self.buckets
    }
}

words! {
    /// From which date ages are counted (账龄起算日).
    pub open enum Basis {
        /// From the due date: how late.
        DueDate = "due-date", "due date", "到期日", "到期日";
        /// From the date of the invoice: how old.
        InvoiceDate = "invoice-date", "invoice date", "开票日", "發票日";
    }
}

impl Basis {
    pub(super) const fn date(self, item: &OpenItem) -> NaiveDate {
        match self {
            Self::DueDate => item.due(),
            Self::InvoiceDate => item.issued(),
        }
    }
}
