use chrono::NaiveDate;
use thiserror::Error;

use crate::receivable::aging::AgingError;
use crate::receivable::allocation::AllocationError;
use crate::receivable::credit::CreditError;
use crate::receivable::discount::DiscountError;
use crate::receivable::document::IssuedError;
use crate::receivable::dunning::DunningError;
use crate::receivable::habit::PaymentHabitError;
use crate::receivable::interest::InterestError;
use crate::receivable::regime::CompensationError;
use crate::vocab::money::{Currency, Money, MoneyError, RoundMoneyError};
use crate::vocab::name::DocumentId;

/// Returned when no statement can be made of an account.
#[derive(Clone, Debug, Eq, Error, PartialEq)]
#[non_exhaustive]
pub enum StatementError {
    /// The open amounts cannot be sorted by age.
    #[error(transparent)]
    Aging(#[from] AgingError),
    /// A payment cannot be allocated.
    #[error(transparent)]
    Allocation(#[from] AllocationError),
    /// A fixed sum cannot be told.
    #[error(transparent)]
    Compensation(#[from] CompensationError),
    /// The exposure cannot be told.
    #[error(transparent)]
    Credit(#[from] CreditError),
    /// A credit note stands before its invoice.
    #[error("the credit note `{id}` of {date}, before its invoice of {issued}")]
    CreditNoteBeforeIssue {
        /// The credit note.
        id: DocumentId,
        /// Its date.
        date: NaiveDate,
        /// The date of the invoice.
        issued: NaiveDate,
    },
    /// A credit note takes off more than is open.
    #[error("{amount} taken off the invoice `{invoice}`, expected at most the open {open}")]
    CreditNoteTooLarge {
        /// The invoice.
        invoice: DocumentId,
        /// What is taken off.
        amount: Money,
        /// What is open.
        open: Money,
    },
    /// An amount is in another currency than the account.
    #[error("the document `{document}` is in {given}, expected the {expected} of the account")]
    Currency {
        /// The document.
        document: DocumentId,
        /// Its currency.
        given: Currency,
        /// The currency of the account.
        expected: Currency,
    },
    /// A discount cannot be told.
    #[error(transparent)]
    Discount(#[from] DiscountError),
    /// An invoice falls due before it is issued.
    #[error(transparent)]
    DueBeforeIssue(#[from] IssuedError),
    /// A document stands in the account twice.
    #[error("the document `{document}` is there twice, expected one entry a document")]
    DocumentTwice {
        /// The document.
        document: DocumentId,
    },
    /// The ladder cannot be told.
    #[error(transparent)]
    Dunning(#[from] DunningError),
    /// The habit cannot be told.
    #[error(transparent)]
    Habit(#[from] PaymentHabitError),
    /// Interest cannot be told.
    #[error(transparent)]
    Interest(#[from] InterestError),
    /// Two amounts do not go together.
    #[error(transparent)]
    Money(#[from] MoneyError),
    /// An amount has more decimal places than its currency, and is too long to be rounded.
    #[error(transparent)]
    Round(RoundMoneyError),
    /// A credit note or a dispute is about an invoice that is not there.
    #[error("the invoice `{invoice}` is not in the account")]
    UnknownInvoice {
        /// The invoice.
        invoice: DocumentId,
    },
}
