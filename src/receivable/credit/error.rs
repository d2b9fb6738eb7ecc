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
    /// An amount is overdue in our own ledger, in which no invoice is.
    #[error("{overdue} is overdue and no invoice is, expected the days of the oldest one")]
    OverdueWithoutDays {
        /// The overdue amount.
        overdue: Money,
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

impl CreditError {
    /// Returns the path in the request that the error is about; empty if it is about no single field. It is
    /// that of the first error if there are several.
    pub(crate) fn path(&self) -> &'static str {
        match self {
            Self::OverdueWithoutDays { .. } => "exposure.oldest-overdue",
            Self::NegativeExposure { component, .. } => match component {
                Component::Ordered => "exposure.ordered",
                Component::Shipped => "exposure.shipped",
                Component::Invoiced => "exposure.invoiced",
                Component::Overdue => "exposure.overdue",
                Component::Total => "exposure",
            },
            Self::PrepaidOutOfRange { .. } => "prepayment",
            Self::Several(several) => several.first().path(),
            Self::AmountNotPositive { .. }
            | Self::Invoice(_)
            | Self::Money(_)
            | Self::MoreThanThere { .. } => "",
        }
    }
}

lifting! {
    CreditError:
    Invoice(DunningError),
}
