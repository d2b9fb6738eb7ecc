use alloc::string::String;

use rust_decimal::Decimal;
use thiserror::Error;

/// Returned when two numbers make no [`Share`](crate::vocab::share::Share).
#[derive(Clone, Debug, Eq, Error, PartialEq)]
#[non_exhaustive]
pub enum ShareError {
    /// An amount below zero.
    #[error("a share is made of amounts from zero up, got {given}")]
    Negative {
        /// The amount below zero.
        given: Decimal,
    },
    /// The part is larger than the whole.
    #[error("a share is at most 100 %, got {part} of {whole}")]
    OverWhole {
        /// The part given.
        part: Decimal,
        /// The whole given.
        whole: Decimal,
    },
    /// The exact fraction needs more than two 64-bit integers.
    #[error(
        "the exact share {part} of {whole} does not fit two 64-bit integers, give fewer digits"
    )]
    TooFine {
        /// The part given.
        part: Decimal,
        /// The whole given.
        whole: Decimal,
    },
    /// The whole is zero.
    #[error("a share needs a whole above zero, got {part} of 0")]
    ZeroWhole {
        /// The part given.
        part: Decimal,
    },
}

/// Returned when a text is no share.
#[derive(Clone, Debug, Eq, Error, PartialEq)]
#[non_exhaustive]
pub enum ParseShareError {
    /// The text has another form.
    #[error(
        "`{given}` is not a share, expected a percentage such as `46.8 %` or a fraction such as `1/3`"
    )]
    Form {
        /// The text given, at most 80 characters of it.
        given: String,
    },
    /// The numbers make no share.
    #[error(transparent)]
    Share(#[from] ShareError),
}
