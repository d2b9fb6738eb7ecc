use alloc::boxed::Box;

use thiserror::Error;

use crate::calendar::schedule::ScheduleError;
use crate::form::{Several, several};
use crate::receivable::term::TermError;
use crate::vocab::money::{FractionalMoney, FractionalMoneyError, MoneyError, RoundedMoney};
use crate::vocab::share::Share;

/// Returned when amounts make no invoice.
#[derive(Clone, Debug, Eq, Error, PartialEq)]
#[non_exhaustive]
pub enum InvoiceAmountsError {
    /// The fixed tax is below zero or more than the tax.
    #[error("a fixed tax of {fixed_tax} in a tax of {tax}, expected a part of it")]
    FixedOverTax {
        /// The fixed tax.
        fixed_tax: RoundedMoney,
        /// The tax.
        tax: RoundedMoney,
    },
    /// The amounts do not go together.
    #[error(transparent)]
    Money(#[from] MoneyError),
    /// A part of the invoice is below zero.
    #[error("an invoice with {amount} in it, expected no amount below zero")]
    Negative {
        /// The part.
        amount: RoundedMoney,
    },
    /// The total is not above zero.
    #[error("an invoice over {total}, expected more than nothing")]
    NotPositive {
        /// The total.
        total: RoundedMoney,
    },
}

/// Returned when an instalment plan can divide no total.
#[derive(Clone, Debug, Eq, Error, PartialEq)]
#[non_exhaustive]
pub enum InstalmentPlanError {
    /// The first line starts from the line before it.
    #[error("the first line starts from the line before it, expected `document`")]
    FirstLineChained,
    /// A fixed amount is not above zero.
    #[error("line {line} is fixed at {given}, expected an amount above zero")]
    FixedNotPositive {
        /// The number of the line, the first being 1.
        line: usize,
        /// The amount.
        given: RoundedMoney,
    },
    /// The last instalment of equal ones is too many months away.
    #[error("{count} instalments {months} months apart, expected {most} months at most")]
    MonthsOutOfRange {
        /// The number of instalments.
        count: u16,
        /// The months between them.
        months: u16,
        /// The most months to the last of them.
        most: u16,
    },
    /// The multiple to which parts are rounded is not above zero.
    #[error("rounding to multiples of {given}, expected an amount above zero")]
    Multiple {
        /// The multiple.
        given: RoundedMoney,
    },
    /// There is no line.
    #[error("a plan without lines, expected at least one")]
    NoLines,
    /// The periods of a schedule cannot be told.
    #[error(transparent)]
    Schedule(#[from] ScheduleError),
    /// Several lines are at fault.
    #[error(transparent)]
    Several(Box<Several<Self>>),
    /// The shares of the total make less than the whole, and no line takes the rest.
    #[error(
        "the lines take {}/{} of the total, expected all of it or a line that takes the rest",
        sum.part(), sum.whole()
    )]
    SharesBelowWhole {
        /// The sum of the shares.
        sum: Share,
    },
    /// The shares of the total make more than the whole.
    #[error("line {line} takes more of the total than the lines before it leave")]
    SharesOverWhole {
        /// The number of the line, the first being 1.
        line: usize,
    },
    /// The shares are too fine for their sum to be kept.
    #[error("the share of line {line} is too fine to be added to those before it")]
    SharesTooFine {
        /// The number of the line, the first being 1.
        line: usize,
    },
}

several!(pub InstalmentPlanError);

/// Returned when a plan cannot divide an invoice.
#[derive(Clone, Debug, Eq, Error, PartialEq)]
#[non_exhaustive]
pub enum InstalmentError {
    /// An amount is in another currency, or has too many digits.
    #[error(transparent)]
    Amount(#[from] FractionalMoneyError),
    /// A difference has too many digits.
    #[error(transparent)]
    Money(#[from] MoneyError),
    /// The lines take more than the total.
    #[error("line {line} takes more of {total} than the lines before it leave")]
    OverAllocated {
        /// The number of the line, the first being 1.
        line: usize,
        /// The amount that the lines divide: the total of the invoice, or the amount before tax.
        total: RoundedMoney,
    },
    /// A line has no due date.
    #[error("line {line} has no due date: {error}")]
    Term {
        /// The number of the line, the first being 1.
        line: usize,
        /// The reason for which there is none.
        error: TermError,
    },
    /// The lines take less than the total, and no line takes the rest.
    #[error("the lines leave {left}, expected nothing or a line that takes the rest")]
    Unallocated {
        /// The amount that is left, not rounded.
        left: FractionalMoney,
    },
}
