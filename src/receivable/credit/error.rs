use alloc::boxed::Box;

use thiserror::Error;

use crate::form::{Several, lifting, several};
use crate::receivable::credit::words::{Component, SalesStep};
use crate::receivable::dunning::DunningError;
use crate::vocab::money::{Money, MoneyError};

/// Returned when the amounts of a step on credit are out of range or do not go together.
#[derive(Clone, Debug, Eq, Error, PartialEq)]
#[non_exhaustive]
pub enum CreditError {
    /// The amount of the step, or of a release, is not above zero.
    #[error("the amount is {given}, expected an amount above zero")]
    AmountNotPositive {
        /// The amount given.
        given: Money,
    },
    /// An open invoice is refused.
    #[error(transparent)]
    Invoice(DunningError),
    /// Amounts of two currencies meet, or a sum has too many digits.
    #[error(transparent)]
    Money(#[from] MoneyError),
    /// A step moves more than its component has.
    #[error("{amount} cannot leave `{}`, where {there} is", .component.name())]
    MoreThanThere {
        /// The step.
        step: SalesStep,
        /// The amount that it moves.
        amount: Money,
        /// The component from which it moves the amount.
        component: Component,
        /// The amount of the component.
        there: Money,
    },
    /// A component of the exposure is below zero.
    #[error("`{}` is {given}, expected zero or more", .component.name())]
    NegativeExposure {
        /// The component.
        component: Component,
        /// The amount given.
        given: Money,
    },
    /// The prepaid part is below zero or above the amount of the step.
    #[error("{prepaid} is prepaid, expected zero up to {amount}")]
    PrepaidOutOfRange {
        /// The prepaid part.
        prepaid: Money,
        /// The amount of the step.
        amount: Money,
    },
    /// Several amounts or invoices are at fault.
    #[error(transparent)]
    Several(Box<Several<Self>>),
}

several!(pub CreditError);

lifting! {
    CreditError:
    Invoice(DunningError),
}
