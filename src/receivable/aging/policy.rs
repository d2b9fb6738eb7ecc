use chrono::NaiveDate;

use crate::form::record;
use crate::receivable::aging::buckets::Buckets;
use crate::receivable::aging::item::OpenItem;
use crate::vocab::words::words;

record! {
    /// The base date and the columns of an aging (账龄政策).
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

    /// Sets the date from which ages are counted.
    #[must_use]
    pub fn with_basis(self, basis: Basis) -> Self {
        Self { basis, ..self }
    }

    /// Replaces the columns.
    #[must_use]
    pub fn with_buckets(self, buckets: Buckets) -> Self {
        Self { buckets, ..self }
    }

    /// Returns the date from which ages are counted.
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
    /// The date from which ages are counted (账龄起算日).
    pub open enum Basis {
        /// The due date: the age is the lateness.
        DueDate = "due-date", "due date", "到期日", "到期日";
        /// The date of the invoice: the age is that of the invoice.
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
