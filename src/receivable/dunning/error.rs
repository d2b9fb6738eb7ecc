use chrono::NaiveDate;
use thiserror::Error;

use crate::vocab::{DocumentId, Money, MoneyError};

/// The error of facts about an overdue account that cannot be.
#[derive(Clone, Copy, Debug, Eq, Error, PartialEq)]
#[non_exhaustive]
pub enum DunningError {
    /// A dispute ends before it begins.
    #[error("the dispute of `{document}` ends on {until}, before it begins on {from}")]
    DisputeOrder {
        /// The disputed document.
        document: DocumentId,
        /// The first day of the dispute.
        from: NaiveDate,
        /// Its last day.
        until: NaiveDate,
    },
    /// An amount in dispute is not above zero.
    #[error("{amount} of `{document}` is disputed, expected an amount above zero")]
    DisputedNotPositive {
        /// The disputed document.
        document: DocumentId,
        /// The amount given.
        amount: Money,
    },
    /// An invoice stands in the list twice.
    #[error("the invoice `{document}` is there twice, expected one entry an invoice")]
    DocumentTwice {
        /// The invoice.
        document: DocumentId,
    },
    /// An invoice is due before it was issued.
    #[error("the invoice `{document}` is due on {due}, before it was issued on {issued}")]
    DueBeforeIssue {
        /// The invoice.
        document: DocumentId,
        /// The due date.
        due: NaiveDate,
        /// The date of issue.
        issued: NaiveDate,
    },
    /// Amounts of two currencies meet, or a sum has too many digits.
    #[error(transparent)]
    Money(#[from] MoneyError),
    /// What is open of an invoice is below zero.
    #[error("{open} of the invoice `{document}` is open, expected zero or more")]
    NegativeOpen {
        /// The invoice.
        document: DocumentId,
        /// The amount given.
        open: Money,
    },
    /// A promise is made after the date of the facts, or for a day before it was made.
    #[error("a promise of {made} to pay by {by} is no promise as of {as_of}")]
    PromiseOrder {
        /// The day of the promise.
        made: NaiveDate,
        /// The day promised.
        by: NaiveDate,
        /// The date of the facts.
        as_of: NaiveDate,
    },
    /// What was paid on a promise is below zero or more than was promised, or nothing was promised.
    #[error("{paid} is paid on a promise of {amount}, expected zero up to an amount above zero")]
    PromisePaid {
        /// What was paid on it.
        paid: Money,
        /// What was promised.
        amount: Money,
    },
    /// A reminder lies after the date of the facts.
    #[error("a reminder on {on} is after {as_of}, expected dates up to that day")]
    ReminderAfterDate {
        /// The day given.
        on: NaiveDate,
        /// The date of the facts.
        as_of: NaiveDate,
    },
    /// A reminder names no invoice.
    #[error("the reminder of {on} names no invoice, expected at least one")]
    ReminderOfNothing {
        /// The day of the reminder.
        on: NaiveDate,
    },
}
