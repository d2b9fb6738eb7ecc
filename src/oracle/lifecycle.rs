use alloc::vec::Vec;

use crate::form::with_others;
use crate::lifecycle::moves::{self, Event, Move, Refusal};
use crate::lifecycle::placement::{PeriodShare, Placement};
use crate::lifecycle::profile::{self, StageProfile, Strategy};
use crate::lifecycle::standing::Standing;
use crate::lifecycle::wallet::ShareOfWallet;
use crate::lifecycle::{
    self, FactsError, LifecycleError, LifecycleFacts, LifecycleGiven, LifecyclePicture,
    LifecyclePolicy, StageRecord, record,
};
use crate::oracle::entry::questions;
use crate::oracle::error::AskError;
use crate::verdict::{Assessment, Finding, Tally, Verdict, weigh_parts};
use crate::vocab::known::Known;
use crate::vocab::words::Stage;

questions! {
    LifecycleError;

    /// Judges whether a move may be made, with every finding and its evidence.
    "lifecycle.judge" => Judge { standing: Standing, facts: StageRecord, proposed: Move }
        finds Verdict, at "facts", |policy| every(policy.lifecycle(), record::judge(policy.lifecycle(), standing, facts, *proposed), standing, facts, &[])?;

    /// Returns whether a move may be made, without the evidence.
    "lifecycle.tally" => Tally { standing: Standing, facts: StageRecord, proposed: Move }
        tells Tally, at "facts", |policy| every(policy.lifecycle(), record::tally(policy.lifecycle(), standing, facts, *proposed), standing, facts, &[])?;

    /// Makes a move if the rules permit it, and returns the event or the refusal.
    "lifecycle.decide" => Decide { standing: Standing, facts: StageRecord, proposed: Move }
        finds Decided, at "facts", |policy| every(policy.lifecycle(), decide(policy.lifecycle(), standing, facts, *proposed), standing, facts, &[])?;

    /// Applies an event to the standing in which it happened.
    "lifecycle.evolve" => Evolve { standing: Standing, event: Event }
        tells Standing, at "event", |_| moves::evolve(standing, event)?;

    /// Assesses the place of a relationship: the supported stage, the granted move and the
    /// trajectory.
    "lifecycle.place" => Place { standing: Standing, facts: StageRecord, #[serde(default)] history: Vec<PeriodShare> }
        finds Assessment<Placement>, by of_placement, |policy| every(policy.lifecycle(), record::place(policy.lifecycle(), standing, facts, history), standing, facts, history)?;

    /// Returns the profile of a stage.
    "lifecycle.profile" => Profile { stage: Stage }
        tells StageProfile, |_| profile::profile(*stage);

    /// Judges whether a strategy may be used.
    "lifecycle.judge_strategy" => JudgeStrategy { standing: Standing, strategy: Strategy }
        finds Verdict, |_| profile::judge_strategy(standing, strategy);

    /// Estimates the share from our rank among the customer's suppliers, by the wallet allocation rule.
    "lifecycle.estimate_from_rank" => EstimateFromRank {
        /// The number of suppliers, ourselves included.
        suppliers: u32,
        /// The number of suppliers that rank higher.
        better: u32,
        /// The number of suppliers that share our rank.
        tied: u32,
    }
        tells Known<ShareOfWallet>, at "suppliers", |_| ShareOfWallet::estimate_from_rank(*suppliers, *better, *tied)?;

    /// Assesses the stage of one relationship, part by part.
    "lifecycle.assess" => Assess { facts: LifecycleFacts }
        finds LifecyclePicture,
        within "facts", |policy| lifecycle::assess(policy.lifecycle(), facts, &LifecycleGiven::default())?;
}

crate::form::record! {
    /// The answer of [`lifecycle::moves::decide`]: the event, or the verdict that refused it.
    #[non_exhaustive]
    pub struct Decided {
        /// The event; `None` if the move was to stay or was refused.
        pub event: Option<Event>,
        /// The verdict that refused the move, if it was refused.
        pub refusal: Option<Verdict>,
    }
}

weigh_parts! { Decided: refusal }

impl Decided {
    /// Returns the findings of the verdict that refused the move.
    fn findings(&self) -> impl Iterator<Item = &Finding> {
        self.refusal.iter().flat_map(Verdict::findings)
    }
}

fn decide(
    policy: &LifecyclePolicy,
    standing: &Standing,
    facts: &StageRecord,
    proposed: Move,
) -> Result<Decided, FactsError> {
    let (event, refusal) = match record::decide(policy, standing, facts, proposed) {
        Ok(event) => (event, None),
        Err(Refusal::Refused(verdict)) => (None, Some(*verdict)),
        Err(Refusal::Facts(error)) => return Err(error),
    };
    Ok(Decided { event, refusal })
}

/// Returns the argument of a placement that an error is about.
fn of_placement(error: &AskError) -> &'static str {
    match error {
        AskError::Lifecycle(LifecycleError::Facts(FactsError::TwoShares { .. })) => "history",
        _ => "facts",
    }
}

/// Adds every other contradiction to the first, which ended the answer.
fn every<T>(
    policy: &LifecyclePolicy,
    answered: Result<T, FactsError>,
    standing: &Standing,
    facts: &StageRecord,
    history: &[PeriodShare],
) -> Result<T, LifecycleError> {
    answered.map_err(|first| {
        let heard = record::heard(policy, facts);
        let others = lifecycle::contradictions(standing, &heard, history);
        with_others(first.into(), others)
    })
}
