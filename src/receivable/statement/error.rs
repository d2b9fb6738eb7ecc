use alloc::boxed::Box;

use chrono::NaiveDate;
use thiserror::Error;

use crate::form::{Several, lifting, several};
use crate::receivable::aging::AgingError;
use crate::receivable::allocation::AllocationError;
use crate::receivable::credit::CreditError;
use crate::receivable::discount::DiscountError;
use crate::receivable::document::IssuedError;
use crate::receivable::dunning::DunningError;
use crate::receivable::habit::PaymentHabitError;
use crate::receivable::instalment::InvoiceAmountsError;
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
    Aging(AgingError),
    /// A payment cannot be allocated.
    #[error(transparent)]
    Allocation(AllocationError),
    /// The amounts of an invoice are impossible.
    #[error(transparent)]
    Amounts(#[from] InvoiceAmountsError),
    /// A fixed sum cannot be computed.
    #[error(transparent)]
    Compensation(#[from] CompensationError),
    /// The exposure cannot be computed.
    #[error(transparent)]
    Credit(CreditError),
    /// A credit note is dated before its invoice.
    #[error("the credit note `{id}` of {date}, before its invoice of {issued}")]
    CreditNoteBeforeIssue {
        /// The credit note.
        id: DocumentId,
        /// The date of the credit note.
        date: NaiveDate,
        /// The date of the invoice.
        issued: NaiveDate,
    },
    /// The amount of a credit note is more than the open amount.
    #[error("{amount} taken off the invoice `{invoice}`, expected at most the open {open}")]
    CreditNoteTooLarge {
        /// The invoice.
        invoice: DocumentId,
        /// The amount of the credit note.
        amount: Money,
        /// The open amount of the invoice.
        open: Money,
    },
    /// An amount is in another currency than the account.
    #[error("the document `{document}` is in {given}, expected the {expected} of the account")]
    Currency {
        /// The document.
        document: DocumentId,
        /// The currency of the document.
        given: Currency,
        /// The currency of the account.
        expected: Currency,
    },
    /// A discount cannot be computed.
    #[error(transparent)]
    Discount(#[from] DiscountError),
    /// An invoice falls due before it is issued.
    #[error(transparent)]
    DueBeforeIssue(#[from] IssuedError),
    /// A document is given twice.
    #[error("the document `{document}` is there twice, expected one entry a document")]
    DocumentTwice {
        /// The document.
        document: DocumentId,
    },
    /// The dunning step cannot be assessed.
    #[error(transparent)]
    Dunning(DunningError),
    /// The payment habit cannot be assessed.
    #[error(transparent)]
    Habit(PaymentHabitError),
    /// Interest cannot be computed.
    #[error(transparent)]
    Interest(InterestError),
    /// Two amounts do not go together.
    #[error(transparent)]
    Money(#[from] MoneyError),
    /// An amount has more decimal places than its currency, and is too long to be rounded.
    #[error(transparent)]
    Round(RoundMoneyError),
    /// Several documents of the account are at fault.
    #[error(transparent)]
    Several(Box<Several<Self>>),
    /// A credit note or a dispute is about an unknown invoice.
    #[error("the invoice `{invoice}` is not in the account")]
    UnknownInvoice {
        /// The invoice.
        invoice: DocumentId,
    },
}

several!(pub StatementError);

lifting! {
    StatementError:
    Aging(AgingError),
    Interest(InterestError),
    Habit(PaymentHabitError),
    Allocation(AllocationError),
    Credit(CreditError),
    Dunning(DunningError),
}
