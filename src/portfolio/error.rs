use thiserror::Error;

use crate::lifecycle::FactsError;
use crate::lifecycle::moves::EvolveError;
use crate::portfolio::period::Period;
use crate::vocab::share::ShareError;

/// Returned when purchases make no portfolio: a sum or a share cannot be kept exactly.
#[derive(Clone, Debug, Eq, Error, PartialEq)]
#[non_exhaustive]
pub enum PortfolioError {
    /// The lifecycle refused an event that it had granted.
    #[error(transparent)]
    Evolve(#[from] EvolveError),
    /// The facts for the lifecycle contradict each other.
    #[error(transparent)]
    Facts(#[from] FactsError),
    /// The sum of one supplier leaves 128 bits.
    #[error(
        "the exact sum of one supplier's purchases in a period leaves 128 bits, give smaller amounts or fewer decimal places"
    )]
    LedgerOverflow,
    /// The sum of one wallet has too many digits for a decimal.
    #[error(
        "the exact sum of a wallet of {period} leaves 96 bits, give smaller amounts or fewer decimal places"
    )]
    Overflow {
        /// The period of the wallet.
        period: Period,
    },
    /// A share is too fine to be kept exactly.
    #[error(transparent)]
    Share(#[from] ShareError),
}
