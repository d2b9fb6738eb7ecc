use alloc::boxed::Box;
use alloc::string::String;
use core::fmt;

use chrono::NaiveDate;
use thiserror::Error;

use crate::form::{Several, several};
use crate::receivable::account::words::EventList;
use crate::receivable::charge::ChargeError;
use crate::receivable::discount::DiscountError;
use crate::receivable::document::IssuedError;
use crate::receivable::instalment::InvoiceAmountsError;
use crate::receivable::interest::InterestError;
use crate::receivable::regime::CompensationError;
use crate::receivable::term::TermError;
use crate::receivable::waiver::WaiverError;
use crate::verdict::Decision;
use crate::vocab::money::{Currency, Money};
use crate::vocab::name::DocumentId;

/// Returned when an account contradicts itself, or its events cannot be replayed.
#[derive(Clone, Debug, Eq, Error, PartialEq)]
#[non_exhaustive]
pub enum AccountError {
    /// An event or a document of the account is at fault.
    #[error("{at}: {fault}")]
    Event {
        /// The place of the event.
        at: EventPlace,
        /// The fault.
        fault: Box<AccountFault>,
    },
    /// The amounts of the account have too many digits together.
    #[error("the amounts of the account have too many digits together, expected at most 28")]
    OutOfRange,
    /// Several events are at fault.
    #[error(transparent)]
    Several(Box<Several<Self>>),
    /// The payments fall into too many rows of allocation.
    #[error(
        "more than {most} rows of allocation, expected at most {most} or the detail `totals-only`"
    )]
    TooManyRows {
        /// The largest number of rows.
        most: u32,
    },
}

several!(pub AccountError);

impl AccountError {
    /// Returns the path of the event in the account, such as `payments.3`; empty if the error is about
    /// the whole. It is that of the first error if there are several.
    #[must_use]
    pub fn path(&self) -> String {
        match self {
            Self::Event { at, .. } => alloc::format!("{}.{}", at.list.name(), at.place),
            Self::Several(several) => several.first().path(),
            Self::OutOfRange | Self::TooManyRows { .. } => String::new(),
        }
    }

    /// Returns the place of the event that is at fault, if there is one.
    pub(super) const fn place(&self) -> Option<EventPlace> {
        match self {
            Self::Event { at, .. } => Some(*at),
            Self::OutOfRange | Self::Several(_) | Self::TooManyRows { .. } => None,
        }
    }
}

/// The place of an event in an account (事项位置): its list, its number there and its id.
///
/// Its text is that of the path, with the id behind it.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[non_exhaustive]
pub struct EventPlace {
    /// The list.
    pub list: EventList,
    /// The number in the list, counted from zero.
    pub place: usize,
    /// The id of the event.
    pub id: DocumentId,
}

impl EventPlace {
    pub(super) const fn new(list: EventList, place: usize, id: DocumentId) -> Self {
        Self { list, place, id }
    }

    /// Makes the error of this event.
    #[cold]
    pub(super) fn fault(self, fault: impl Into<AccountFault>) -> AccountError {
        AccountError::Event {
            at: self,
            fault: Box::new(fault.into()),
        }
    }
}

impl fmt::Display for EventPlace {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{} (`{}`)", self.list.name(), self.place, self.id)
    }
}

/// The fault of one event of an account.
#[derive(Clone, Debug, Eq, Error, PartialEq)]
#[non_exhaustive]
pub enum AccountFault {
    /// The amount is zero or less.
    #[error("the amount is {given}, expected more than nothing")]
    AmountNotPositive {
        /// The amount given.
        given: Money,
    },
    /// The amounts of an invoice are impossible.
    #[error(transparent)]
    Amounts(#[from] InvoiceAmountsError),
    /// The event is dated before its document.
    #[error("it is of {date}, before its document of {issued}, expected that day or later")]
    BeforeDocument {
        /// The date of the event.
        date: NaiveDate,
        /// The date of the document.
        issued: NaiveDate,
    },
    /// A charge for paying late cannot be computed.
    #[error(transparent)]
    Charge(#[from] ChargeError),
    /// A fixed sum cannot be computed.
    #[error(transparent)]
    Compensation(#[from] CompensationError),
    /// The component is none of a fee or of a write-off.
    #[error("the component is `{given}`, expected another one")]
    Component {
        /// The component given.
        given: crate::receivable::allocation::DebtComponent,
    },
    /// A credit note is larger than the invoice that it reduces.
    #[error(
        "{given} is credited, expected at most the {most} that earlier credit notes left of the invoice"
    )]
    CreditNoteTooLarge {
        /// The amount given.
        given: Money,
        /// The largest amount.
        most: Money,
    },
    /// The amount is in another currency than the account.
    #[error("the amount is in {given}, expected the {expected} of the account")]
    Currency {
        /// The currency given.
        given: Currency,
        /// The currency of the account.
        expected: Currency,
    },
    /// The invoice falls due before it is issued.
    #[error(transparent)]
    Dates(#[from] IssuedError),
    /// A discount cannot be computed.
    #[error(transparent)]
    Discount(#[from] DiscountError),
    /// The due date and the term of an invoice disagree.
    #[error(
        "it is due on {given} and by its term on {by_term}, expected one of them or the same day"
    )]
    DueTwice {
        /// The due date given.
        given: NaiveDate,
        /// The due date by the term.
        by_term: NaiveDate,
    },
    /// An id is used twice.
    #[error("the id is used twice, expected one entry an id")]
    IdTwice,
    /// The instalments do not add up to the invoice.
    #[error("the instalments add up to {sum}, expected the total of {total}")]
    Instalments {
        /// The sum of the instalments.
        sum: Money,
        /// The total of the invoice.
        total: Money,
    },
    /// Interest cannot be computed.
    #[error(transparent)]
    Interest(#[from] InterestError),
    /// An invoice has no due date, and there is no term that leads to one.
    #[error("there is neither a due date nor a term, expected one of them or a term of the policy")]
    NoDueDate,
    /// The amount has parts of the smallest unit of its currency.
    #[error("{given} has parts of the smallest unit of its currency, expected whole units")]
    NotWhole {
        /// The amount given.
        given: Money,
    },
    /// A last day lies before the first one.
    #[error("it ends on {until}, expected {from} or later")]
    Order {
        /// The first day.
        from: NaiveDate,
        /// The last day.
        until: NaiveDate,
    },
    /// The amounts together have too many digits.
    #[error("the amounts of the account have too many digits together, expected at most 28")]
    OutOfRange,
    /// A refund is larger than the credit.
    #[error("{given} is refunded, expected at most the credit of {credit}")]
    RefundTooLarge {
        /// The amount given.
        given: Money,
        /// The credit on the day.
        credit: Money,
    },
    /// A reminder costs a fee and has no id.
    #[error(
        "the reminder of {on} costs a fee and has no id, expected one by which a payment may name the fee"
    )]
    ReminderWithoutId {
        /// The day of the reminder.
        on: NaiveDate,
    },
    /// A retention is larger than its invoice.
    #[error("{given} is held back, expected at most the {most} of the invoice")]
    RetentionTooLarge {
        /// The amount given.
        given: Money,
        /// The largest amount.
        most: Money,
    },
    /// More came back than was paid.
    #[error("{given} came back, expected at most the {most} that is left of the payment")]
    ReturnTooLarge {
        /// The amount given.
        given: Money,
        /// The largest amount.
        most: Money,
    },
    /// The policy holds credit, so that nothing can be set off.
    #[error("the policy holds credit until it is refunded, expected no set-off")]
    SetOffHeld,
    /// A set-off is larger than the credit.
    #[error("{given} is set off, expected at most the credit of {credit}")]
    SetOffTooLarge {
        /// The amount given.
        given: Money,
        /// The credit on the day.
        credit: Money,
    },
    /// A due date cannot be computed.
    #[error(transparent)]
    Term(#[from] TermError),
    /// A fee is disputed. Only what was invoiced can be.
    #[error(
        "the document `{document}` is a fee, expected an invoice, an instalment or a retention"
    )]
    DisputedFee {
        /// The fee.
        document: DocumentId,
    },
    /// The event is about a document that is not in the account.
    #[error("the document `{document}` is not in the account")]
    UnknownDocument {
        /// The document.
        document: DocumentId,
    },
    /// The event is about a payment or a credit that is not in the account.
    #[error("the payment `{payment}` is not in the account")]
    UnknownPayment {
        /// The payment.
        payment: DocumentId,
    },
    /// A waiver contradicts itself.
    #[error(transparent)]
    Waiver(#[from] WaiverError),
    /// The policy does not permit a waiver by this person.
    #[error(
        "the waiver is not permitted ({decision}), expected one that the policy permits: {lacking}"
    )]
    WaiverNotPermitted {
        /// The decision.
        decision: Decision,
        /// The facts that bar it or are missing.
        lacking: String,
    },
    /// The subject of a waiver is no charge of the account.
    #[error("a waiver of `{given}`, expected one of interest, a fee or the deadline of a discount")]
    WaiverSubject {
        /// The subject given.
        given: crate::receivable::waiver::WaiverSubject,
    },
    /// More is written off than is open.
    #[error("{given} is written off, expected at most the open {open}")]
    WriteOffTooLarge {
        /// The amount given.
        given: Money,
        /// The open amount.
        open: Money,
    },
}
