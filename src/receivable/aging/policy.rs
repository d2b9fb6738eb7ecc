use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::receivable::aging::buckets::Buckets;
use crate::receivable::aging::item::OpenItem;

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
#[derive(Clone, Debug, Deserialize, Eq, Hash, PartialEq, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct AgingPolicy {
    basis: Basis,
    buckets: Buckets,
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

/// From which date ages are counted (账龄起算日).
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[non_exhaustive]
#[serde(rename_all = "kebab-case")]
pub enum Basis {
    /// From the due date: how late.
    DueDate,
    /// From the date of the invoice: how old.
    InvoiceDate,
}

impl Basis {
    pub(super) const fn date(self, item: &OpenItem) -> NaiveDate {
        match self {
            Self::DueDate => item.due(),
            Self::InvoiceDate => item.issued(),
        }
    }
}
