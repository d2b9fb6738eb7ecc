//! Given, when, then: a small kit for stories of a relationship, one move at a time.
//!
//! ```text
//! given(Initial).on(share(62)).when(up(Stable)).then(State::Active(Stable));
//! ```

use chrono::{Days, NaiveDate};
use keqing::lifecycle::moves::{Event, Move, Refusal, decide, evolve};
use keqing::lifecycle::standing::{Standing, State};
use keqing::lifecycle::wallet::ShareOfWallet;
use keqing::lifecycle::{LifecyclePolicy, StageFacts};
use keqing::verdict::{Decision, Presence};
use keqing::vocab::known::Known;
use keqing::vocab::share::Share;
use keqing::vocab::words::{Cause, Stage};

/// A relationship, what is known of it, and what was last proposed.
pub(crate) struct Told {
    standing: Standing,
    facts: StageFacts,
    outcome: Option<Result<Option<Event>, Refusal>>,
}

/// Begins in a stage, on the first day of 2024.
pub(crate) fn given(stage: Stage) -> Told {
    let first = NaiveDate::from_ymd_opt(2024, 1, 1).unwrap_or_default();
    Told {
        standing: Standing::open(State::Active(stage), first),
        facts: StageFacts::new(first),
        outcome: None,
    }
}

/// Makes a fact known: our share in percent.
pub(crate) fn share(percent: u64) -> impl FnOnce(&mut StageFacts) {
    let share = Share::percent(percent).map(ShareOfWallet::Of);
    move |facts| facts.share = share.map_or(Known::Unknown, Known::measured)
}

/// Makes a fact known: whether a partnership is established.
pub(crate) fn partnership(presence: Presence) -> impl FnOnce(&mut StageFacts) {
    move |facts| facts.partnership = Known::measured(presence)
}

/// Makes a fact believed by us alone: whether a partnership is established.
pub(crate) fn believed(presence: Presence) -> impl FnOnce(&mut StageFacts) {
    move |facts| facts.partnership = Known::estimated(presence)
}

/// Makes a fact known: why the relationship breaks off.
pub(crate) fn because(cause: Cause) -> impl FnOnce(&mut StageFacts) {
    move |facts| facts.cause = Known::measured(cause)
}

impl Told {
    /// Learns a fact.
    pub(crate) fn on(mut self, fact: impl FnOnce(&mut StageFacts)) -> Self {
        fact(&mut self.facts);
        self
    }

    /// Lets days pass.
    pub(crate) fn after(mut self, days: u64) -> Self {
        let later = self.facts.as_of.checked_add_days(Days::new(days));
        self.facts.as_of = later.unwrap_or(NaiveDate::MAX);
        self
    }

    /// Proposes a move, and makes it where the rules permit it.
    #[track_caller]
    pub(crate) fn when(mut self, proposed: Move) -> Self {
        let policy = LifecyclePolicy::standard();
        let outcome = decide(&policy, &self.standing, &self.facts, proposed);
        if let Ok(Some(event)) = &outcome {
            let evolved = evolve(&self.standing, event);
            self.standing =
                evolved.unwrap_or_else(|error| panic!("a decided event applies: {error}"));
        }
        self.outcome = Some(outcome);
        self
    }

    /// Expects that the move was made, or that staying was right, and where it led.
    #[track_caller]
    pub(crate) fn then(self, state: State) -> Self {
        if let Some(Err(refusal)) = &self.outcome {
            panic!("refused: {refusal}");
        }
        assert_eq!(self.standing.state(), state);
        self
    }

    /// Expects that the move was refused, by these rules, and that nothing changed.
    #[track_caller]
    pub(crate) fn then_refused(self, decision: Decision, rules: &[&str]) -> Self {
        let Some(Err(Refusal::Refused(verdict))) = &self.outcome else {
            panic!("not refused: {:?}", self.outcome);
        };
        let determining = verdict
            .determining()
            .map(|finding| finding.rule.to_string());
        assert_eq!(verdict.decision(), decision);
        assert_eq!(determining.collect::<Vec<_>>(), rules);
        self
    }
}
