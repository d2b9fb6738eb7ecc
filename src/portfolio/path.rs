use alloc::collections::BTreeMap;
use core::fmt;

use crate::lifecycle::moves::Move;
use crate::lifecycle::placement::{Flag, Placement};
use crate::lifecycle::standing::State;
use crate::portfolio::counts::StageCounts;
use crate::portfolio::follow::{Follower, PathRow, Sight, StepRow};
use crate::portfolio::period::Period;
use crate::portfolio::view::{Pair, Portfolio, Wallet};
use crate::verdict::{Assessment, Decision};
use crate::vocab::answers::Trajectory;
use crate::vocab::set::Set;
use crate::vocab::share::Share;
use crate::vocab::words::Stage;

impl Portfolio {
    /// Returns the paths, by buyer, market and supplier.
    pub fn paths(&self) -> impl ExactSizeIterator<Item = Path<'_>> {
        let rows = self.path_rows().iter();
        rows.map(move |row| Path {
            portfolio: self,
            row,
        })
    }

    /// Counts the paths by the stage granted at the end of each period.
    #[must_use]
    pub fn stages(&self) -> BTreeMap<Period, StageCounts> {
        let mut stages: BTreeMap<Period, StageCounts> = BTreeMap::new();
        for step in self.paths().flat_map(Path::steps) {
            let counts = stages.entry(step.period()).or_default();
            counts.extend([step.state().stage()]);
        }
        stages
    }
}

/// The path of one supplier of one buyer in one market through the periods (关系轨迹).
///
/// It begins with the first wallet that has the supplier. From there on it has one step for every
/// wallet that counts, with the supplier or without it.
#[derive(Clone, Copy)]
pub struct Path<'a> {
    portfolio: &'a Portfolio,
    row: &'a PathRow,
}

impl<'a> Path<'a> {
    /// Returns the customer.
    #[must_use]
    pub fn buyer(self) -> &'a str {
        self.portfolio.name(self.row.buyer)
    }

    /// Returns the category of goods.
    #[must_use]
    pub fn market(self) -> &'a str {
        self.portfolio.name(self.row.market)
    }

    /// Returns the supplier.
    #[must_use]
    pub fn supplier(self) -> &'a str {
        self.portfolio.name(self.row.supplier)
    }

    /// Returns the steps, oldest first; there is at least one.
    pub fn steps(self) -> impl DoubleEndedIterator<Item = Step<'a>> {
        let rows = self.portfolio.step_rows(self.row.steps.clone()).iter();
        rows.filter_map(move |row| {
            let wallet = self.portfolio.wallet(row.wallet)?;
            Some(Step { wallet, row })
        })
    }

    /// Returns the whole placement of the step of a period, with its findings; `None` without a
    /// step.
    ///
    /// The steps keep only the granted moves. This function follows the path again, with the same
    /// rules.
    ///
    /// # Examples
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use keqing::lifecycle::LifecyclePolicy;
    /// use keqing::lifecycle::placement::Flag;
    /// use keqing::portfolio::{Ledger, PortfolioPolicy, Purchase, assess};
    /// use keqing::verdict::{Fact, Outcome};
    /// use rust_decimal::Decimal;
    ///
    /// let date = NaiveDate::from_ymd_opt(2024, 5, 3).ok_or("no such date")?;
    /// let mut ledger = Ledger::new();
    /// let (buyer, market, supplier, amount) = ("clinic", "gloves", "north mill", Decimal::TEN);
    /// ledger.record(&Purchase { date, buyer, market, supplier, amount })?;
    ///
    /// let portfolio = assess(&PortfolioPolicy::standard(), &LifecyclePolicy::standard(), &ledger)?;
    /// let path = portfolio.paths().next().ok_or("no path")?;
    /// let placement = path.explain("2024".parse()?).ok_or("no step")?;
    /// let partnership = Outcome::Missing(Fact::Partnership);
    /// assert!(placement.findings().iter().any(|finding| finding.outcome == partnership));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn explain(self, period: Period) -> Option<Assessment<Placement>> {
        let first = self.steps().next()?.period();
        let mut follower = Follower::begin(self.portfolio.lifecycle(), first);
        for step in self.steps() {
            let sight = Sight::of(self.portfolio.filled(), step.wallet.row(), step.row.pair);
            // The same step was made before, so it is not refused now.
            let assessment = follower.step(&sight).ok()?;
            if step.period() == period {
                return Some(assessment);
            }
        }
        None
    }
}

impl fmt::Debug for Path<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Path")
            .field("buyer", &self.buyer())
            .field("market", &self.market())
            .field("supplier", &self.supplier())
            .field("steps", &self.row.steps.len())
            .finish_non_exhaustive()
    }
}

/// One period of a path: the purchases, and the placement that follows from them (轨迹的一步).
#[derive(Clone, Copy)]
pub struct Step<'a> {
    wallet: Wallet<'a>,
    row: &'a StepRow,
}

impl<'a> Step<'a> {
    /// Returns the period.
    #[must_use]
    pub const fn period(self) -> Period {
        self.wallet.period()
    }

    /// Returns the wallet.
    #[must_use]
    pub const fn wallet(self) -> Wallet<'a> {
        self.wallet
    }

    /// Returns the supplier's part of the wallet, or `None` if the supplier is not in it.
    #[must_use]
    pub fn pair(self) -> Option<Pair<'a>> {
        self.row.pair.and_then(|place| self.wallet.pair(place))
    }

    /// Returns the share: zero if the supplier is not in the wallet.
    #[must_use]
    pub fn share(self) -> Share {
        self.pair().map_or(Share::NONE, Pair::share)
    }

    /// Returns the stage into whose band the share falls, by the share alone.
    #[must_use]
    pub fn band(self) -> Stage {
        self.pair().map_or(Stage::Development, Pair::band)
    }

    /// Returns the highest stage that the purchases permit to hold, or `None` if nothing was bought and
    /// it is unknown whether there ever was trade.
    #[must_use]
    pub const fn at_least(self) -> Option<Stage> {
        self.row.at_least
    }

    /// Returns the state that the purchases support, or `None` if a fact that they do not show leaves a
    /// higher stage open.
    #[must_use]
    pub const fn supported(self) -> Option<State> {
        self.row.supported
    }

    /// Returns the move toward what the purchases support, or `None` if nothing was bought and it is
    /// unknown whether there ever was trade.
    #[must_use]
    pub const fn proposed(self) -> Option<Move> {
        self.row.proposed
    }

    /// Returns the decision on that move.
    #[must_use]
    pub const fn decision(self) -> Decision {
        self.row.decision
    }

    /// Returns the move that was granted: the proposed one if it is permitted, else to stay if that is, or
    /// `None`. Without a granted move the relationship stays where it is.
    #[must_use]
    pub const fn granted(self) -> Option<Move> {
        self.row.granted
    }

    /// Returns the state after the move.
    #[must_use]
    pub const fn state(self) -> State {
        self.row.state
    }

    /// Returns the trajectory, or `None` if earlier shares are missing, or if nothing is left to gain and
    /// nothing was lost.
    #[must_use]
    pub const fn trajectory(self) -> Option<Trajectory> {
        self.row.trajectory
    }

    /// Returns the flags of matters to look at again.
    #[must_use]
    pub const fn flags(self) -> Set<Flag> {
        self.row.flags
    }
}

impl fmt::Debug for Step<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Step")
            .field("wallet", &self.wallet)
            .field("share", &self.share())
            .field("at_least", &self.at_least())
            .field("supported", &self.supported())
            .field("proposed", &self.proposed())
            .field("decision", &self.decision())
            .field("granted", &self.granted())
            .field("state", &self.state())
            .field("trajectory", &self.trajectory())
            .field("flags", &self.flags())
            .finish()
    }
}
