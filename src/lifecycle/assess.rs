use alloc::borrow::Cow;
use alloc::boxed::Box;
use alloc::vec::Vec;

use crate::form::{record, with_others};
use crate::lifecycle::error::LifecycleError;
use crate::lifecycle::facts::{LifecycleFacts, LifecycleGiven};
use crate::lifecycle::judge::check_dates;
use crate::lifecycle::placement::history::{ahead, conflicts};
use crate::lifecycle::placement::{PeriodShare, Placement, place_of};
use crate::lifecycle::policy::LifecyclePolicy;
use crate::lifecycle::profile::{StageProfile, goal, judge_strategy, profile};
use crate::lifecycle::record::heard::Heard;
use crate::lifecycle::record::source::Source;
use crate::lifecycle::stage::StageFacts;
use crate::lifecycle::standing::Standing;
use crate::verdict::{Assessment, Finding, Severity, Verdict, Weigh, filled, filled_box};
use crate::vocab::known::Contradiction;

record! {
    /// The picture of the stage of one relationship (阶段全貌).
    #[non_exhaustive]
    pub struct LifecyclePicture {
        /// The facts about the stage that counted, with those of other systems.
        pub stage: StageFacts,
        /// The profile of the stage in which the relationship stands; if it is interrupted, the goal is
        /// to win the customer back.
        pub profile: StageProfile,
        /// The placement: the stage that the facts support, the granted move and the trajectory.
        pub placement: Assessment<Placement>,
        /// The verdict on the proposed move, if there is one.
        pub proposed: Option<Verdict>,
        /// The verdict on the strategy, if there is one.
        pub strategy: Option<Verdict>,
        /// The statements of one fact that hold on the date and differ.
        pub contradictions: Vec<Contradiction>,
        /// The number of statements, looks and periods that are dated after the date, and are left out.
        pub ahead: u32,
    }
}

impl Weigh for LifecyclePicture {
    fn weigh(&mut self, severity: &dyn Fn(&Finding) -> Option<Severity>) {
        if let Some(placement) = self.placement.value_mut() {
            placement.verdict.weigh(severity);
        }
        self.placement.weigh(severity);
        self.proposed.weigh(severity);
        self.strategy.weigh(severity);
    }
}

impl LifecyclePicture {
    /// Returns the findings of every part, part by part; those against the next move are the placement's.
    pub fn findings(&self) -> impl Iterator<Item = &Finding> {
        let placement = self.placement.value().into_iter();
        let verdicts = placement
            .map(|placement| &placement.verdict)
            .chain(&self.proposed)
            .chain(&self.strategy);
        self.placement
            .findings()
            .iter()
            .chain(verdicts.flat_map(Verdict::findings))
    }
}

/// Assesses the stage of one relationship: the stage that the facts support, and the moves.
///
/// A fact of `given` is one more statement beside those of the record. Of several the better grade counts,
/// then the later day, and the picture has each contradiction. What opens reads the strictest statement.
///
/// # Errors
///
/// [`LifecycleError::Facts`] is returned when the facts contradict the standing or each other. If
/// they do so more than once, the error holds each contradiction.
///
/// # Examples
///
/// ```
/// use chrono::NaiveDate;
/// use keqing::lifecycle::standing::{Standing, State};
/// use keqing::lifecycle::{LifecycleFacts, LifecycleGiven, LifecyclePolicy, StageRecord, assess};
/// use keqing::vocab::words::Stage;
///
/// let date = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).ok_or("no such date");
/// let standing = Standing::open(State::Active(Stage::Initial), date(2023, 1, 1)?);
/// let facts = LifecycleFacts::new(standing, StageRecord::new(date(2024, 12, 31)?));
/// let picture = assess(&LifecyclePolicy::standard(), &facts, &LifecycleGiven::default())?;
/// assert!(picture.placement.value().is_none(), "without a share there is no stage");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn assess(
    policy: &LifecyclePolicy,
    facts: &LifecycleFacts,
    given: &LifecycleGiven,
) -> Result<LifecyclePicture, LifecycleError> {
    let fill = |picture: &mut LifecyclePicture| picture.fill(policy, facts, given);
    filled(LifecyclePicture::empty(facts), fill)
}

/// Assesses on the heap, for a review.
pub(crate) fn assess_boxed(
    policy: &LifecyclePolicy,
    facts: &LifecycleFacts,
    given: &LifecycleGiven,
) -> Result<Box<LifecyclePicture>, LifecycleError> {
    let fill = |picture: &mut LifecyclePicture| picture.fill(policy, facts, given);
    filled_box(LifecyclePicture::empty(facts), fill)
}

impl LifecyclePicture {
    /// Makes the picture of a stage that nobody has looked at.
    #[inline(always)]
    fn empty(facts: &LifecycleFacts) -> Self {
        let standing = &facts.standing;
        Self {
            stage: StageFacts::new(facts.stage.as_of),
            profile: StageProfile {
                goal: goal(standing.state()),
                ..profile(standing.stage())
            },
            placement: Assessment::empty(),
            proposed: None,
            strategy: None,
            contradictions: Vec::new(),
            ahead: 0,
        }
    }

    /// Finds the place of the relationship, and judges what is proposed.
    fn fill(
        &mut self,
        policy: &LifecyclePolicy,
        facts: &LifecycleFacts,
        given: &LifecycleGiven,
    ) -> Result<(), LifecycleError> {
        let standing = &facts.standing;
        let record = given.add_to(facts.stage.clone());
        let heard = Heard::of(policy, Cow::Owned(record), &facts.history);
        self.stage = *heard.counted();
        // The stage is judged under the facts of which the place is found, so no other error is left.
        self.placement = place_of(policy, standing, &heard, &facts.history).map_err(|first| {
            let others = contradictions(standing, &heard, &facts.history);
            with_others(first.into(), others)
        })?;
        let judged = |proposed| heard.verdict(policy, standing, proposed);
        self.proposed = facts.proposed.map(judged);
        let strategy = facts.strategy.as_ref();
        self.strategy = strategy.map(|strategy| judge_strategy(standing, strategy));
        let periods_ahead = ahead(self.stage.as_of, &facts.history);
        self.ahead = heard.ahead().saturating_add(periods_ahead);
        self.contradictions = heard.contradictions;
        policy.severities().weigh(self);
        Ok(())
    }
}

/// Finds every contradiction of the facts with the standing and with each other.
pub(crate) fn contradictions<S: Source>(
    standing: &Standing,
    source: &S,
    history: &[PeriodShare],
) -> impl Iterator<Item = LifecycleError> {
    let dates = check_dates(standing, source.counted());
    [dates, source.check_shares()]
        .into_iter()
        .filter_map(Result::err)
        .chain(conflicts(source.counted(), history))
        .map(LifecycleError::from)
}
