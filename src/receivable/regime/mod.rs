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
//! - *Looks at*: A table of statutes, each datum with the [`Provenance`](crate::vocab::source::Provenance) that shows how well it is
//!   confirmed.
//! - *Why*: The rate and the fixed sum of a late debt follow from the law that governs it, on a
//!   date. A regime is data in JSON too.
//! - *Breaks it*: A datum that is used without its check. Nothing here is law, so the caller checks
//!   and replaces it.
//! - *Keeps it*: Data confirmed at the source, with a reference rate from its publisher.
//! - *Rules*: REC-03.
//!
//! # Examples
//!
//! A debt that fell overdue in Britain in 2017 has a fixed sum by its size.
//!
//! ```
//! use chrono::NaiveDate;
//! use keqing::receivable::regime::{Jurisdiction, Regime};
//!
//! let overdue = NaiveDate::from_ymd_opt(2017, 10, 1).ok_or("no such date")?;
//! let act = Regime::in_force(Jurisdiction::UNITED_KINGDOM, overdue).ok_or("no regime")?;
//! assert_eq!(act.compensation("1000 GBP".parse()?)?, Some("70 GBP".parse()?));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod compensation;
mod data;
mod jurisdiction;
mod made;
mod note;
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
pub use published::{PublishedRate, published_rates, published_series};
pub use statute::{Regime, RegimeError};
pub use statutory_rate::{AgreedRate, ReferenceRule, StatutoryRate};
pub use statutory_term::{DebtorKind, StatutoryTerm, TermStart};

use chrono::NaiveDate;

use crate::receivable::regime::statutes_europe::{AT, DE, EU, FR, GB, IE};
use crate::receivable::regime::statutes_world::{CN_728, CN_802, IN, JP, US};

/// Returns every regime that this library knows, by jurisdiction and then by date.
///
/// # Examples
///
/// ```
/// use keqing::receivable::regime::regimes;
/// use keqing::vocab::source::Confirmation;
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
    /// The regime governs a debt that falls overdue on that day. The statute's own transition
    /// decides which one governs an older debt.
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
