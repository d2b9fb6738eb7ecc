use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::receivable::aging::buckets::AgingBuckets;
use crate::receivable::aging::item::OpenItem;

/// How open items are aged (账龄政策).
///
/// # Examples
///
/// ```
/// use keqing::receivable::aging::{AgingBasis, AgingPolicy};
///
/// let policy = AgingPolicy::standard();
/// assert_eq!(policy.basis(), AgingBasis::DueDate);
/// assert_eq!(policy.buckets().cuts().len(), 3);
/// ```
#[derive(Clone, Debug, Deserialize, Eq, Hash, PartialEq, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct AgingPolicy {
    basis: AgingBasis,
    buckets: AgingBuckets,
}

impl AgingPolicy {
    /// Returns the crate's own policy: by the due date, with [`AgingBuckets::standard`].
    #[must_use]
    pub fn standard() -> Self {
        Self {
            basis: AgingBasis::DueDate,
            buckets: AgingBuckets::standard(),
        }
    }

    /// Chooses from which date ages are counted.
    #[must_use]
    pub fn with_basis(self, basis: AgingBasis) -> Self {
        Self { basis, ..self }
    }

    /// Replaces the columns.
    #[must_use]
    pub fn with_buckets(self, buckets: AgingBuckets) -> Self {
        Self { buckets, ..self }
    }

    /// Returns from which date ages are counted.
    #[must_use]
    pub const fn basis(&self) -> AgingBasis {
        self.basis
    }

    /// Returns the columns.
    #[must_use]
    pub const fn buckets(&self) -> &AgingBuckets {
        &self.buckets
    }
}

/// From which date ages are counted (账龄起算日).
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[non_exhaustive]
#[serde(rename_all = "kebab-case")]
pub enum AgingBasis {
    /// From the due date: how late.
    DueDate,
    /// From the date of the invoice: how old.
    InvoiceDate,
}

impl AgingBasis {
    pub(super) const fn date(self, item: &OpenItem) -> NaiveDate {
        match self {
            Self::DueDate => item.due(),
            Self::InvoiceDate => item.issued(),
        }
    }
}
