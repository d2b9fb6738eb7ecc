use chrono::NaiveDate;
use thiserror::Error;

use crate::calendar::day_count::DayCountError;
use crate::receivable::instalment::InvoiceAmountsError;
use crate::receivable::term::TermError;
use crate::vocab::money::{FractionalMoneyError, MoneyError, RoundedMoney};
use crate::vocab::rate::{Rate, RateError};
use crate::vocab::share::Share;

/// Returned when the reward of a discount tier is no reward.
#[derive(Clone, Debug, Eq, Error, PartialEq)]
#[non_exhaustive]
pub enum EarlyPaymentError {
    /// The amount is not above zero.
    #[error("a discount of {given}, expected an amount above zero")]
    AmountNotPositive {
        /// The amount.
        given: RoundedMoney,
    },
    /// The rate is below zero: paying early would cost.
    #[error("a discount of {given}, expected a rate of zero or more")]
    NegativeRate {
        /// The rate.
        given: Rate,
    },
}

/// Returned when an amount or a tier of a discount is out of range.
#[derive(Clone, Debug, Eq, Error, PartialEq)]
#[non_exhaustive]
pub enum DiscountError {
    /// An amount is in another currency, or has too many digits.
    #[error(transparent)]
    Amount(#[from] FractionalMoneyError),
    /// The amounts of the invoice are impossible.
    #[error(transparent)]
    Amounts(#[from] InvoiceAmountsError),
    /// The amount that a payer claims is below zero.
    #[error("a discount of {claimed} was taken, expected nothing or more")]
    ClaimedNegative {
        /// The amount claimed.
        claimed: RoundedMoney,
    },
    /// The time to the due date cannot be counted.
    #[error(transparent)]
    DayCount(#[from] DayCountError),
    /// A payment would be early and late at once.
    #[error(
        "tier {tier} ends on {deadline}, after the due date {due}, expected that date or earlier"
    )]
    DeadlineAfterDue {
        /// The number of the tier, the first being 1.
        tier: usize,
        /// The last day of the tier.
        deadline: NaiveDate,
        /// The due date.
        due: NaiveDate,
    },
    /// The discount is more than the amount it is on.
    #[error("tier {tier} takes {discount} off {base}, expected that amount at most")]
    ExceedsBase {
        /// The number of the tier, the first being 1.
        tier: usize,
        /// The discount.
        discount: RoundedMoney,
        /// The amount that the discount is on.
        base: RoundedMoney,
    },
    /// Amounts are in two currencies, or a difference has too many digits.
    #[error(transparent)]
    Money(#[from] MoneyError),
    /// The payment is not early by any time.
    #[error("paid early by no time, expected a part of a year above zero")]
    NoTime,
    /// The open amount is not above zero and at most the total.
    #[error("{open} is open of {total}, expected more than nothing and at most the total")]
    Open {
        /// The open amount.
        open: RoundedMoney,
        /// The total of the invoice.
        total: RoundedMoney,
    },
    /// A payment is not above zero.
    #[error("a payment of {paid}, expected an amount above zero")]
    PaymentNotPositive {
        /// The payment.
        paid: RoundedMoney,
    },
    /// A cost per year is out of range.
    #[error(transparent)]
    Rate(#[from] RateError),
    /// A tier has no deadline.
    #[error(transparent)]
    Term(#[from] TermError),
    /// Shares are too fine for the result to be kept.
    #[error("discounts too fine for the result to be kept exactly")]
    TooFine,
    /// The discount takes everything off: nothing is left that could be paid later.
    #[error("a discount of {discount} leaves nothing to pay, expected less")]
    Whole {
        /// The discount.
        discount: Share,
    },
}
