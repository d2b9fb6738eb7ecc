//! Statutory regimes of late payment, as dated data with their sources (法定迟付制度).
//!
//! ```text
//! GovernedDebt              -> governing      which regime governs the debt, and why not the others?
//! Law                        -> regime         the regime that governs, or one of the caller's own
//! Jurisdiction + debtor + day -> in_force     which regime is in force on that day?
//! Regime + TermFacts        -> statutory_due  the due date that counts, cut to the statute's longest term
//! Regime + RateSeries       -> late_rate      the rate it gives
//! Regime + agreed Rate      -> agreed_rate    the rate of a contract, as far as the regime lets it
//! Regime + principal        -> compensation   the fixed sum for a debt
//! due date + Calendar       -> conversion_day the day whose exchange rate converts a fixed sum
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
//! A British debt of a contract of 2017 has a fixed sum by its size.
//!
//! ```
//! use chrono::NaiveDate;
//! use keqing::receivable::regime::{DebtorKind, GovernedDebt, Jurisdiction, governing};
//!
//! let contract = NaiveDate::from_ymd_opt(2017, 8, 1).ok_or("no such date")?;
//! let debt = GovernedDebt::new(Jurisdiction::UNITED_KINGDOM, DebtorKind::Business)
//!     .with_contract(contract);
//! let act = governing(&debt).regime.ok_or("no regime")?;
//! assert_eq!(act.compensation("1000 GBP".parse()?)?, Some("70 GBP".parse()?));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod applies_by;
mod compensation;
mod conversion;
mod data;
mod due;
mod due_facts;
mod due_limit;
mod error;
mod governing;
mod governing_words;
mod jurisdiction;
mod law;
mod made;
mod note;
mod published;
mod published_rate;
mod published_table;
mod reference_names;
mod statute;
mod statutes;
mod statutory_rate;
mod statutory_term;

pub use applies_by::{AppliesBy, CreditorKind};
pub use compensation::{
    BandStart, CompensationBand, CompensationBands, CompensationBandsError, CompensationError,
};
pub use conversion::conversion_day;
pub use due::statutory_due;
pub use due_facts::{DueGround, StatutoryDue, TermFacts};
pub use error::RegimeError;
pub use governing::{ConsideredRegime, GovernedDebt, Governing, governing, governing_among};
pub use governing_words::{GoverningDecision, GoverningGround};
pub use jurisdiction::{Jurisdiction, ParseJurisdictionError};
pub use law::Law;
pub use note::Note;
pub use published::{published_rates, published_series};
pub use published_rate::PublishedRate;
pub use statute::Regime;
pub use statutory_rate::{AgreedRate, ReferenceRule, StatutoryRate};
pub use statutory_term::{BeyondLongest, DebtorKind, FirstDay, StatutoryTerm, TermStart};

use chrono::NaiveDate;

use crate::receivable::regime::statutes::REGIMES;

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
    /// Returns the regime of a jurisdiction that binds a kind of debtor and is in force on a day.
    ///
    /// The day is the one by which the regime applies: that of the contract or of the order, or the one on
    /// which the debt falls overdue. [`governing`] takes all three, and says why.
    #[must_use]
    pub fn in_force(
        jurisdiction: Jurisdiction,
        debtor: DebtorKind,
        day: NaiveDate,
    ) -> Option<&'static Self> {
        REGIMES.iter().find(|regime| {
            regime.jurisdiction == jurisdiction
                && regime.debtors.contains(debtor)
                && regime.is_in_force(day)
        })
    }
}

#[cfg(test)]
mod compensation_tests;
#[cfg(test)]
mod due_tests;
#[cfg(test)]
mod governing_tests;
#[cfg(test)]
mod tests;
