//! The portfolio: many relationships at once, assessed from purchases alone (客户群).
//!
//! ```text
//! Purchase                      -> Ledger      rows in any order; names become numbers, amounts sums by month
//! Ledger + PortfolioPolicy      -> Wallet      what a buyer bought in a market and period, if it counts
//! Wallet + LifecyclePolicy      -> Pair        what part of it a supplier has: exact share, band
//! Pairs of a supplier and buyer -> Path        lifecycle::place, decide, evolve, one Step a period
//! ```
//!
//! Rows go in one by one or from an iterator and are not kept. The results are rows again, of
//! [wallets](Wallet), [pairs](Pair), [paths](Path) and [steps](Step). They are in the order of
//! their names and periods, whatever the order of the purchases. Each is a few plain values from an
//! iterator, so a caller collects the columns that it needs.
//!
//! # Facts that purchases show, and facts that they do not
//!
//! Purchases show every supplier's exact share, its largest rival's share, and earlier trade. They
//! show no partnership, so no stage is ever strategic (LIF-06): a share in the strategic band leaves the
//! supported state open, and [`Step::at_least`] has the stage below. They show no cause, so no
//! interruption is ever decided (LIF-08): a supplier without further purchases keeps its stage, undecided,
//! until somebody states the cause. [`Portfolio::gaps`] counts the missing facts. [`Path::explain`] gives
//! the whole placement of one step with its findings.
//!
//! A relationship begins in Development in its first period, because the time before is unknown. It
//! steps up once an assessment period at most, the first step included (LIF-07). So a long-standing main
//! supplier needs two periods of a year until it is granted the stage that its share supports, and is
//! flagged until then. Shorter periods hold the first step back until an assessment period is known. A
//! period whose wallet does not count changes nothing, and has no step.
//!
//! # Examples
//!
//! ```
//! use chrono::NaiveDate;
//! use keqing::lifecycle::LifecyclePolicy;
//! use keqing::lifecycle::standing::State;
//! use keqing::portfolio::{Ledger, PortfolioPolicy, Purchase, assess};
//! use keqing::vocab::share::Share;
//! use keqing::vocab::words::Stage;
//! use rust_decimal::Decimal;
//!
//! let mut ledger = Ledger::new();
//! for (year, supplier, amount) in [
//!     (2022, "north mill", 90), (2022, "south mill", 10),
//!     (2023, "north mill", 60), (2023, "south mill", 40),
//!     (2024, "north mill", 20), (2024, "south mill", 80),
//! ] {
//!     let date = NaiveDate::from_ymd_opt(year, 6, 1).ok_or("no such date")?;
//!     let amount = Decimal::from(amount);
//!     ledger.record(&Purchase { date, buyer: "clinic", market: "gloves", supplier, amount })?;
//! }
//!
//! let portfolio = assess(&PortfolioPolicy::standard(), &LifecyclePolicy::standard(), &ledger)?;
//! let north = portfolio.paths().next().ok_or("no path")?;
//! assert_eq!(north.supplier(), "north mill");
//! let stages: Vec<Stage> = north.steps().map(|step| step.state().stage()).collect();
//! assert_eq!(stages, [Stage::Initial, Stage::Stable, Stage::Initial]);
//! assert_eq!(north.steps().last().map(|step| step.share()), Some(Share::percent(20)?));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod counts;
mod error;
mod follow;
mod ledger;
mod names;
mod path;
mod period;
mod policy;
mod purchase;
mod view;
mod wallets;

pub use counts::{Gap, LeftOut, StageCounts};
pub use error::PortfolioError;
pub use ledger::{Ledger, RecordAllError};
pub use path::{Path, Step};
pub use period::{DateRangeError, ParsePeriodError, Period, PeriodLength};
pub use policy::{Nonpositive, PortfolioPolicy, PortfolioPolicyError};
pub use purchase::{Column, Purchase, PurchaseError};
pub use view::{Pair, Portfolio, Wallet};

use crate::lifecycle::LifecyclePolicy;

/// Makes the wallets of a ledger, every pair in them, and every path through them.
///
/// The ledger is left as it is and may be asked again, with another policy or after more purchases.
///
/// # Errors
///
/// [`PortfolioError`] is returned when an exact sum or share is too large to be kept. Nothing is ever rounded.
///
/// # Examples
///
/// See the [module](self).
pub fn assess(
    policy: &PortfolioPolicy,
    lifecycle: &LifecyclePolicy,
    ledger: &Ledger,
) -> Result<Portfolio, PortfolioError> {
    let (names, nets) = ledger
        .nets(policy.period())
        .ok_or(PortfolioError::LedgerOverflow)?;
    let filled = wallets::Wallets::fill(policy, lifecycle, ledger, &nets)?;
    let paths = follow::Paths::follow(lifecycle, &filled)?;
    Ok(Portfolio::new(*policy, *lifecycle, names, filled, paths))
}
