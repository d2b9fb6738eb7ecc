use alloc::boxed::Box;
use alloc::string::String;

use chrono::NaiveDate;
use thiserror::Error;

use crate::form::{Several, lifting, several};
use crate::receivable::account::AccountError;
use crate::receivable::aging::AgingError;
use crate::receivable::credit::CreditError;
use crate::receivable::document::IssuedError;
use crate::receivable::dunning::DunningError;
use crate::receivable::habit::PaymentHabitError;
use crate::receivable::interest::InterestError;
use crate::vocab::money::MoneyError;

/// Returned when no statement can be made of an account.
#[derive(Clone, Debug, Eq, Error, PartialEq)]
#[non_exhaustive]
pub enum StatementError {
    /// The events of the account cannot be replayed.
    #[error(transparent)]
    Account(AccountError),
    /// The open amounts cannot be sorted by age.
    #[error(transparent)]
    Aging(AgingError),
    /// The exposure cannot be computed.
    #[error(transparent)]
    Credit(CreditError),
    /// A document falls due before it is issued.
    #[error(transparent)]
    Dates(#[from] IssuedError),
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
    /// The period ends before it begins.
    #[error("a period from {from} to {as_of}, expected an end on the first day or later")]
    Period {
        /// The first day of the period.
        from: NaiveDate,
        /// The last day of the period.
        as_of: NaiveDate,
    },
    /// Several documents of the account are at fault.
    #[error(transparent)]
    Several(Box<Several<Self>>),
}

several!(pub StatementError);

lifting! {
    StatementError:
    Account(AccountError),
    Aging(AgingError),
    Interest(InterestError),
    Habit(PaymentHabitError),
    Credit(CreditError),
    Dunning(DunningError),
}

impl StatementError {
    /// Returns the path of the event that is at fault in the account; empty if it is about the whole. It
    /// is that of the first error if there are several.
    #[must_use]
    pub fn path(&self) -> String {
        match self {
            Self::Account(error) => error.path(),
            Self::Dunning(_) => "reminders".into(),
            Self::Several(several) => several.first().path(),
            _ => String::new(),
        }
    }
}
