//! Statutory regimes of late payment, as dated data with their sources (法定迟付制度).
//!
//! ```text
//! Jurisdiction + date       -> in_force       which regime governs a debt that falls overdue then?
//! Regime + RateSeries       -> late_rate      the rate it gives
//! Regime + agreed Rate      -> agreed_rate    the rate of a contract, as far as the regime lets it
//! Regime + principal        -> compensation   the fixed sum for a debt
//! reference + Confirmation  -> published_series   the half-year rates that are known to this library
//! ```
//!
//! Nothing here is law: it is a table of what statutes say, each datum with the [`Provenance`] that
//! shows how well it is confirmed, for the caller to check and replace. A regime is data in JSON too.

mod compensation;
mod data;
mod jurisdiction;
mod made;
mod note;
mod provenance;
mod published;
mod statute;
mod statutes_europe;
mod statutes_world;
mod statutory_rate;
mod statutory_term;

pub use compensation::{
    CompensationBand, CompensationBands, CompensationBandsError, CompensationError,
};
pub use jurisdiction::{Jurisdiction, ParseJurisdictionError};
pub use note::Note;
pub use provenance::{Confirmation, Provenance, Stated};
pub use published::{PublishedRate, published_rates, published_series};
pub use statute::{Regime, RegimeError};
pub use statutory_rate::{AgreedRate, ReferenceRule, StatutoryRate};
pub use statutory_term::{DebtorKind, StatutoryTerm, TermStart};

use chrono::NaiveDate;

use crate::receivable::regime::statutes_europe::{AT, DE, EU, FR, GB, IE};
use crate::receivable::regime::statutes_world::{CN_728, CN_802, IN, JP, US};

/// Returns every regime this library knows of, by jurisdiction and then by date.
///
/// # Examples
///
/// ```
/// use keqing::receivable::regime::{Confirmation, regimes};
///
/// let remembered = regimes().iter().filter(|regime| {
///     regime.rate().provenance().confirmation() == Confirmation::FromMemory
/// });
/// assert_eq!(remembered.count(), 0);
/// ```
#[must_use]
pub fn regimes() -> &'static [Regime] {
    &REGIMES
}

impl Regime {
    /// Returns the regime of a jurisdiction that is in force on a day.
    ///
    /// A regime is what governs a debt that falls overdue on that day; which one governs an older debt
    /// is for the statute's own transition.
    #[must_use]
    pub fn in_force(jurisdiction: Jurisdiction, day: NaiveDate) -> Option<&'static Self> {
        REGIMES
            .iter()
            .find(|regime| regime.jurisdiction == jurisdiction && regime.is_in_force(day))
    }
}

static REGIMES: [Regime; 11] = [AT, CN_728, CN_802, DE, EU, FR, GB, IE, IN, JP, US];

#[cfg(test)]
mod tests;
