use chrono::NaiveDate;
use thiserror::Error;

use crate::form::Tree;
use crate::lifecycle::moves::{Move, rules};
use crate::lifecycle::policy::LifecyclePolicy;
use crate::lifecycle::stage::StageFacts;
use crate::lifecycle::standing::Standing;
use crate::lifecycle::wallet::ShareOfWallet;
use crate::verdict::{Count, Tally, Verdict};
use crate::vocab::known::Known;
use crate::vocab::share::Share;

/// Judges whether a move may be made, with every finding and its evidence.
///
/// Every rule that bears on the move is consulted; the module names them. An unknown fact that is
/// needed leaves the verdict undecided, unless another rule denies it anyway.
///
/// # Errors
///
/// [`FactsError`] is returned when the facts are dated before the standing began, or when the
/// shares of two suppliers, of one grade and one day, exceed the whole.
///
/// # Examples
///
/// See the [module](crate::lifecycle).
// Inlined, so that the long verdict is moved once, into the caller's own place.
#[inline(always)]
pub fn judge(
    policy: &LifecyclePolicy,
    standing: &Standing,
    facts: &StageFacts,
    proposed: Move,
) -> Result<Verdict, FactsError> {
    check(standing, facts)?;
    let mut answer = Ok(Verdict::empty());
    if let Ok(verdict) = &mut answer {
        record(verdict, policy, standing, facts, proposed);
        policy.severities().weigh(verdict);
    }
    answer
}

/// Judges a move by facts that contradict neither the standing nor each other.
pub(crate) fn verdict(
    policy: &LifecyclePolicy,
    standing: &Standing,
    facts: &StageFacts,
    proposed: Move,
) -> Verdict {
    let mut verdict = Verdict::empty();
    record(&mut verdict, policy, standing, facts, proposed);
    policy.severities().weigh(&mut verdict);
    verdict
}

/// Writes the findings into the verdict.
///
/// The scribe is a local of this function, so its values stay in registers.
#[inline]
fn record(
    verdict: &mut Verdict,
    policy: &LifecyclePolicy,
    standing: &Standing,
    facts: &StageFacts,
    proposed: Move,
) {
    let mut scribe = verdict.scribe();
    rules::consult(policy, standing, facts, proposed, &mut scribe);
    let decision = scribe.decision();
    verdict.join(decision);
}

/// Returns whether a move may be made, without the evidence.
///
/// It is the quick form of [`judge`], from the same statement of the rules.
///
/// # Errors
///
/// The errors of [`judge`] are returned.
///
/// # Examples
///
/// ```
/// # use chrono::NaiveDate;
/// use keqing::lifecycle::{LifecyclePolicy, StageFacts, judge, tally};
/// use keqing::lifecycle::moves::Move;
/// use keqing::lifecycle::standing::{Standing, State};
/// use keqing::vocab::words::Stage;
///
/// # let date = NaiveDate::from_ymd_opt(2024, 1, 1).ok_or("no such date")?;
/// let standing = Standing::open(State::Active(Stage::Initial), date);
/// let (policy, facts) = (LifecyclePolicy::standard(), StageFacts::new(date));
/// let quick = tally(&policy, &standing, &facts, Move::Hold)?;
/// assert_eq!(quick, judge(&policy, &standing, &facts, Move::Hold)?.tally());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn tally(
    policy: &LifecyclePolicy,
    standing: &Standing,
    facts: &StageFacts,
    proposed: Move,
) -> Result<Tally, FactsError> {
    check(standing, facts)?;
    let mut count = Count::<{ rules::RULE_WORD }>::new();
    rules::consult(policy, standing, facts, proposed, &mut count);
    Ok(count.into_tally())
}

/// Returned when the facts are older than the standing, or shares contradict each other.
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
    /// Our share and a rival's share make more than the whole, although both are of one grade, one day and one
    /// voice. Others may: a rival's share of last year, or a guess of it, is no mistake.
    #[error("our share of {ours} and a rival's of {rival} are more than the whole wallet")]
    SharesOverWhole {
        /// Our share.
        ours: Share,
        /// The rival's share.
        rival: Share,
    },
    /// One period has two shares that differ.
    #[error(
        "the period that ends on {period_end} has the shares {} and {}, give one of them",
        Tree::of(.one),
        Tree::of(.other)
    )]
    TwoShares {
        /// The last day of the period.
        period_end: NaiveDate,
        /// The share that comes first in the list.
        one: ShareOfWallet,
        /// The other share.
        other: ShareOfWallet,
    },
}

#[inline]
pub(crate) fn check(standing: &Standing, facts: &StageFacts) -> Result<(), FactsError> {
    check_dates(standing, facts)?;
    check_shares(facts)
}

#[inline]
pub(crate) fn check_dates(standing: &Standing, facts: &StageFacts) -> Result<(), FactsError> {
    let (as_of, since) = (facts.as_of, standing.since());
    if as_of < since {
        return Err(FactsError::DatedBeforeStanding { as_of, since });
    }
    Ok(())
}

/// Checks that two shares of one grade and one day are not more than the whole.
#[inline]
pub(crate) fn check_shares(facts: &StageFacts) -> Result<(), FactsError> {
    let (Known::Given(share), Known::Given(rival)) = (&facts.share, &facts.rival_share) else {
        return Ok(());
    };
    let ShareOfWallet::Of(ours) = share.value else {
        return Ok(());
    };
    let day = |on: Option<NaiveDate>| on.unwrap_or(facts.as_of);
    let is_alike = share.grade == rival.grade && day(share.on) == day(rival.on);
    if !is_alike || ours.leaves_room_for(rival.value) {
        return Ok(());
    }
    let rival = rival.value;
    Err(FactsError::SharesOverWhole { ours, rival })
}
