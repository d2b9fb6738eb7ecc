//! Lifecycle: four stages, the moves between them, and what the facts say about both
//! (生命周期，客户关系发展阶段).
//!
//! ```text
//! StageFacts + LifecyclePolicy -> place -> Placement   which stage do the facts support?
//! Standing + Move + StageFacts -> judge -> Verdict     may this move be made?
//! Standing + Move + StageFacts -> decide -> Event      make it ...
//! Standing + Event             -> evolve -> Standing   ... and see where it leads
//! ```
//!
//! The stage is a matter of the customer's purchases: our share of them sets the band (LIF-02), a
//! partnership is needed at the top (LIF-06), and contacts, trust and recognition are gates whose
//! weight the policy chooses. A relationship climbs one stage at a time (LIF-07), may fall any number
//! of them (LIF-09), may break off from every one (LIF-08), and is never at its end (LIF-12).
//!
//! What may follow what is one table, [`TRANSITIONS`]. The checks read it, and so do the
//! [diagrams](diagram).
//!
//! # Examples
//!
//! A customer that buys 62 % from us has earned the next stage; 90 % would not have earned two.
//!
//! ```
//! use chrono::NaiveDate;
//! use keqing::lifecycle::{LifecyclePolicy, Move, ShareOfWallet, StageFacts, Standing, State, judge};
//! use keqing::verdict::Decision;
//! use keqing::vocab::{Known, Share, Stage};
//!
//! let date = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).ok_or("no such date");
//! let standing = Standing::open(State::Active(Stage::Initial), date(2023, 1, 1)?);
//! let mut facts = StageFacts::new(date(2023, 12, 31)?);
//! facts.share = Known::measured(ShareOfWallet::Of(Share::percent(62)?));
//!
//! let policy = LifecyclePolicy::standard();
//! let step = judge(&policy, &standing, &facts, Move::Advance { to: Stage::Stable })?;
//! assert_eq!(step.decision(), Decision::Permit);
//! let leap = judge(&policy, &standing, &facts, Move::Advance { to: Stage::Strategic })?;
//! assert_eq!(leap.decision(), Decision::Deny);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

pub mod cards;
mod decider;
pub mod diagram;
mod facts;
mod gate;
mod gates;
mod place;
mod placement;
mod policy;
mod profile;
mod rules;
mod standing;
mod strategy;
mod transition;
mod wallet;

use chrono::NaiveDate;
use thiserror::Error;

pub use decider::{Event, EvolveError, Refusal, decide, evolve};
pub use facts::StageFacts;
pub use gate::{Requirement, StageGate};
pub use place::place;
pub use placement::{Flag, PeriodShare, Placement, Risk, Trajectory};
pub use policy::{Boundary, LifecyclePolicy, LifecyclePolicyError};
pub use profile::{
    Driver, Goal, RelationQuality, StageProfile, SupplierPosition, Topology, profile,
};
pub use standing::{Standing, StandingError, State};
pub use strategy::{Strategy, judge_strategy};
pub use transition::{Move, TRANSITIONS, Transition};
pub use wallet::{EstimateShareError, ShareOfWallet};

use crate::verdict::{Count, RuleCard, Tally, Verdict};
use crate::vocab::Share;

/// Every card of the system, file by file, in the order of the rulebook.
pub static CARDS: &[&[&RuleCard]] = &[cards::CARDS];

/// Tells whether a move may be made, with every finding and its evidence.
///
/// Every rule that bears on the move is consulted; see the module's own words for which. A fact that
/// is needed and unknown leaves the verdict undecided, unless another rule denies it anyway.
///
/// # Errors
///
/// [`FactsError`] where the facts cannot be: dated before the standing began, or shares of two
/// suppliers that make more than the whole.
///
/// # Examples
///
/// See the [module](self).
#[inline]
pub fn judge(
    policy: &LifecyclePolicy,
    standing: &Standing,
    facts: &StageFacts,
    proposed: Move,
) -> Result<Verdict, FactsError> {
    // One place for the answer, so that the findings are written where the caller reads them.
    let mut answer = check(standing, facts).map(|()| Verdict::empty());
    if let Ok(verdict) = &mut answer {
        verdict.record(|scribe| rules::consult(policy, standing, facts, proposed, scribe));
    }
    answer
}

/// Tells whether a move may be made, without the evidence: the quick form of [`judge`], from the same
/// statement of the rules.
///
/// # Errors
///
/// Those of [`judge`].
///
/// # Examples
///
/// ```
/// # use chrono::NaiveDate;
/// use keqing::lifecycle::{LifecyclePolicy, Move, StageFacts, Standing, State, judge, tally};
/// use keqing::vocab::Stage;
///
/// # let date = NaiveDate::from_ymd_opt(2024, 1, 1).ok_or("no such date")?;
/// let standing = Standing::open(State::Active(Stage::Initial), date);
/// let (policy, facts) = (LifecyclePolicy::standard(), StageFacts::new(date));
/// let quick = tally(&policy, &standing, &facts, Move::Hold)?;
/// assert_eq!(quick, judge(&policy, &standing, &facts, Move::Hold)?.tally());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[inline]
pub fn tally(
    policy: &LifecyclePolicy,
    standing: &Standing,
    facts: &StageFacts,
    proposed: Move,
) -> Result<Tally, FactsError> {
    check(standing, facts)?;
    let mut count = Count::<RULE_WORD>::new();
    rules::consult(policy, standing, facts, proposed, &mut count);
    Ok(count.into_tally())
}

/// The word of a rule set in which the rules of this system stand.
const RULE_WORD: usize = 0;

/// The error of facts that cannot be.
#[derive(Clone, Copy, Debug, Eq, Error, PartialEq)]
#[non_exhaustive]
pub enum FactsError {
    /// The facts are older than the standing.
    #[error("facts as of {as_of} are older than the standing, which began on {since}")]
    DatedBeforeStanding {
        /// The date of the facts.
        as_of: NaiveDate,
        /// The first day of the standing.
        since: NaiveDate,
    },
    /// Our share and a rival's share make more than the whole.
    #[error("our share of {ours} and a rival's of {rival} are more than the whole wallet")]
    SharesOverWhole {
        /// Our share.
        ours: Share,
        /// The rival's share.
        rival: Share,
    },
    /// The history of shares is out of order or younger than the facts.
    #[error(
        "the share of {later} cannot follow the share of {earlier}: give earlier periods, oldest first"
    )]
    HistoryOutOfOrder {
        /// The end of the period that comes first in the list.
        earlier: NaiveDate,
        /// The end of the one after it.
        later: NaiveDate,
    },
}

#[inline]
fn check(standing: &Standing, facts: &StageFacts) -> Result<(), FactsError> {
    let (as_of, since) = (facts.as_of, standing.since());
    if as_of < since {
        return Err(FactsError::DatedBeforeStanding { as_of, since });
    }
    if let (Some(ShareOfWallet::Of(ours)), Some(rival)) =
        (facts.share.value(), facts.rival_share.value())
    {
        if !ours.leaves_room_for(*rival) {
            return Err(FactsError::SharesOverWhole {
                ours: *ours,
                rival: *rival,
            });
        }
    }
    Ok(())
}
