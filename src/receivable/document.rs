//! Documents: the id and the dates that every invoice, instalment and credit note has (单据).
//!
//! ```text
//! id + day of issue + due date -> Issued::new   refused if it falls due before it is issued
//! Issued + amount              -> LateDebt      bears late interest
//!                              -> Debt          is settled by a payment
//!                              -> OpenItem      is aged
//!                              -> OpenInvoice   is dunned
//! ```
//!
//! - *Looks at*: The id of a document, its day of issue and its due date.
//! - *Why*: Interest, allocation, aging and dunning of one invoice use the same dates. The statement
//!   makes one [`Issued`] for each invoice and hands it on.
//! - *Breaks it*: A due date before the day of issue.
//! - *Keeps it*: A due date on the day of issue or later.
//! - *Rules*: None of its own; the rules of interest, allocation, aging and dunning use its dates.
//!
//! # Examples
//!
//! ```
//! use chrono::NaiveDate;
//! use keqing::receivable::document::Issued;
//!
//! let date = |month, day| NaiveDate::from_ymd_opt(2024, month, day).ok_or("no such date");
//! let invoice = Issued::new("INV-1".parse()?, date(1, 2)?, date(2, 1)?)?;
//! assert_eq!(invoice.due(), date(2, 1)?);
//! assert!(Issued::new("INV-2".parse()?, date(1, 2)?, date(1, 1)?).is_err());
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use chrono::NaiveDate;
use thiserror::Error;

use crate::form::checked;
use crate::vocab::name::DocumentId;

checked! {
    /// A document with its day of issue and its due date, which is not the earlier one (已开单据).
    ///
    /// # Examples
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use keqing::receivable::aging::OpenItem;
    /// use keqing::receivable::document::Issued;
    ///
    /// let date = |month, day| NaiveDate::from_ymd_opt(2024, month, day).ok_or("no such date");
    /// let invoice = Issued::new("INV-1".parse()?, date(1, 2)?, date(2, 1)?)?;
    /// let item = OpenItem::of(invoice, "100 EUR".parse()?);
    /// assert_eq!(item.due(), date(2, 1)?);
    /// assert!(Issued::new("INV-2".parse()?, date(1, 2)?, date(1, 1)?).is_err());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[derive(Copy, Hash)]
    pub struct Issued, checked by Issued::checked {
        /// The id of the document.
        id: DocumentId,
        /// The day of issue, from which the document exists.
        issued: NaiveDate,
        /// The due date, which itself is on time. A day before the day of issue is refused.
        due: NaiveDate,
    }
}

impl Issued {
    /// Makes a document that falls due on its day of issue or later.
    ///
    /// # Errors
    ///
    /// [`IssuedError`] is returned when it falls due before it is issued.
    pub fn new(id: DocumentId, issued: NaiveDate, due: NaiveDate) -> Result<Self, IssuedError> {
        Self { id, issued, due }.checked()
    }

    /// Returns the id of the document.
    #[must_use]
    pub const fn id(&self) -> DocumentId {
        self.id
    }

    /// Returns the day of issue, from which the document exists.
    #[must_use]
    pub const fn issued(&self) -> NaiveDate {
        self.issued
    }

    /// Returns the due date, which itself is on time.
    #[must_use]
    pub const fn due(&self) -> NaiveDate {
        self.due
    }

    fn checked(self) -> Result<Self, IssuedError> {
        let Self { id, issued, due } = self;
        if is_due_before_issue(issued, due) {
            return Err(IssuedError { id, issued, due });
        }
        Ok(self)
    }
}

/// Returned when a document falls due before it is issued.
#[derive(Clone, Copy, Debug, Eq, Error, PartialEq)]
#[error("{id} is due on {due}, expected {issued} or later")]
pub struct IssuedError {
    id: DocumentId,
    issued: NaiveDate,
    due: NaiveDate,
}

impl IssuedError {
    /// Returns the id of the document.
    #[must_use]
    pub const fn id(&self) -> DocumentId {
        self.id
    }

    /// Returns the day of issue given.
    #[must_use]
    pub const fn issued(&self) -> NaiveDate {
        self.issued
    }

    /// Returns the due date given.
    #[must_use]
    pub const fn due(&self) -> NaiveDate {
        self.due
    }
}

/// Returns whether a due date lies before the day of issue; also for a debt without an id.
pub(crate) fn is_due_before_issue(issued: NaiveDate, due: NaiveDate) -> bool {
    due < issued
}

#[cfg(test)]
mod tests {
    use alloc::string::ToString;

    use super::Issued;

    #[test]
    fn a_document_is_due_on_its_day_of_issue_at_the_earliest() {
        let json = |due| alloc::format!(r#"{{"id":"A","issued":"2024-05-09","due":"{due}"}}"#);
        for due in ["2024-05-09", "2024-05-10"] {
            let read = serde_json::from_str::<Issued>(&json(due)).ok();
            let written = read.and_then(|read| serde_json::to_string(&read).ok());
            assert_eq!(written, Some(json(due)));
        }
        let refused = serde_json::from_str::<Issued>(&json("2024-05-08"));
        assert_eq!(
            refused.map_err(|error| error.to_string()).err().as_deref(),
            Some("A is due on 2024-05-08, expected 2024-05-09 or later")
        );
    }
}
