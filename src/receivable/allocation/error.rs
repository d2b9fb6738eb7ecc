use alloc::boxed::Box;

use chrono::NaiveDate;
use thiserror::Error;

use crate::form::{Several, several};
use crate::receivable::allocation::bucket::{DebtComponent, DueState};
use crate::receivable::allocation::policy::DebtCriterion;
use crate::receivable::document::IssuedError;
use crate::vocab::money::{Currency, Money, MoneyError};
use crate::vocab::name::DocumentId;

/// Returned when an allocation policy contradicts itself.
#[derive(Clone, Debug, Eq, Error, PartialEq)]
#[non_exhaustive]
pub enum AllocationPolicyError {
    /// The order has another number of buckets.
    #[error("an order with {given} of its buckets, expected 15")]
    BucketCount {
        /// The number given.
        given: usize,
    },
    /// A bucket is missing in the order.
    #[error(
        "an order without {} {}, expected every bucket once",
        state_name(*due_state),
        component_name(*component)
    )]
    BucketMissing {
        /// The due state of the bucket.
        due_state: DueState,
        /// The component of the bucket.
        component: DebtComponent,
    },
    /// A criterion stands twice in the list.
    #[error("the criterion {criterion} is given twice, expected each at most once")]
    CriterionTwice {
        /// The criterion.
        criterion: DebtCriterion,
    },
    /// Payment in advance begins with the last instalment, and no criterion looks at due dates.
    #[error(
        "the last instalment is to be paid first without the criterion `earliest-due`, expected it among the criteria"
    )]
    LastInstalmentWithoutDueDates,
    /// Another criterion follows the criterion that divides the rest.
    #[error("the criterion {criterion} follows pro-rata, expected pro-rata as the last")]
    ProRataNotLast {
        /// The criterion that follows.
        criterion: DebtCriterion,
    },
    /// Several criteria are at fault.
    #[error(transparent)]
    Several(Box<Several<Self>>),
}

several!(pub AllocationPolicyError);

/// Returned when debts and payments contradict themselves or do not go together.
#[derive(Clone, Debug, Eq, Error, PartialEq)]
#[non_exhaustive]
pub enum AllocationError {
    /// An amount paid or owed is zero or less.
    #[error("{id} has the amount {amount}, expected more than nothing")]
    AmountNotPositive {
        /// The payment or the debt.
        id: DocumentId,
        /// The amount given.
        amount: Money,
    },
    /// The debtor paid a debt that did not exist yet, under a policy that refuses that.
    #[error("{debt} is paid on {paid}, expected {issued} or later")]
    PaymentBeforeIssue {
        /// The debt.
        debt: DocumentId,
        /// The day of the payment.
        paid: NaiveDate,
        /// The day from which the debt exists.
        issued: NaiveDate,
    },
    /// A debt falls due before it exists.
    #[error(transparent)]
    DueBeforeIssue(#[from] IssuedError),
    /// Two debts or two payments have one id.
    #[error("{id} is given twice, expected each once")]
    IdTwice {
        /// The id.
        id: DocumentId,
    },
    /// The currencies differ, or a sum is too large.
    #[error(transparent)]
    Money(#[from] MoneyError),
    /// There is no debt that a charge could join.
    #[error("there are no debts to join a charge to, expected one or more")]
    NoDebts,
    /// The amounts together have too many digits to be counted exactly.
    #[error("{amount} has too many digits beside the other amounts, expected at most 28 together")]
    OutOfRange {
        /// The amount.
        amount: Money,
    },
    /// Several debts or payments are at fault.
    #[error(transparent)]
    Several(Box<Several<Self>>),
    /// An amount is in another currency than its debt.
    #[error("{given} for the debt {debt}, expected an amount in {expected}")]
    OtherCurrency {
        /// The debt.
        debt: DocumentId,
        /// The amount given.
        given: Money,
        /// The currency of the debt.
        expected: Currency,
    },
    /// A payment names a debt that is not given.
    #[error("the payment {payment} is for {debt}, which is none of the debts given")]
    UnknownDebt {
        /// The payment.
        payment: DocumentId,
        /// The debt that it names.
        debt: DocumentId,
    },
}

several!(pub AllocationError);

const fn state_name(due_state: DueState) -> &'static str {
    match due_state {
        DueState::PastDue => "past-due",
        DueState::Due => "due",
        DueState::InAdvance => "in-advance",
    }
}

const fn component_name(component: DebtComponent) -> &'static str {
    match component {
        DebtComponent::Costs => "costs",
        DebtComponent::Penalties => "penalties",
        DebtComponent::Fees => "fees",
        DebtComponent::Interest => "interest",
        DebtComponent::Principal => "principal",
    }
}
