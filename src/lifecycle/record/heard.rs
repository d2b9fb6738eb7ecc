//! A record as it is on its date: what counts, what a gate reads, and what contradicts itself.

use alloc::borrow::Cow;
use alloc::vec::Vec;

use chrono::NaiveDate;

use crate::lifecycle::judge::FactsError;
use crate::lifecycle::moves::{Move, rules};
use crate::lifecycle::placement::PeriodShare;
use crate::lifecycle::placement::history::has_trade_before;
use crate::lifecycle::policy::LifecyclePolicy;
use crate::lifecycle::record::shares;
use crate::lifecycle::record::source::{Aged, Expired, Read, Source};
use crate::lifecycle::record::strict::{Opening, Strict};
use crate::lifecycle::record::walk::Walk;
use crate::lifecycle::stage::{StageFacts, StageRecord};
use crate::lifecycle::standing::{Standing, State};
use crate::verdict::{Count, Fact, Presence, Tally, Verdict};
use crate::vocab::known::{Contradiction, Known, Lasting};
use crate::vocab::words::Stage;

/// A record, with all that counts on its date.
#[derive(Debug)]
pub(crate) struct Heard<'a> {
    record: Cow<'a, StageRecord>,
    counted: StageFacts,
    /// The day on which our share was learnt.
    share_learnt: Option<NaiveDate>,
    /// The time for which a state holds.
    states: Lasting,
    expired: Expired,
    pub(crate) contradictions: Vec<Contradiction>,
    ahead: u32,
}

impl<'a> Heard<'a> {
    /// Hears a record under a policy. The trade that earlier shares show is one more statement.
    pub(crate) fn of(
        policy: &LifecyclePolicy,
        mut record: Cow<'a, StageRecord>,
        history: &[PeriodShare],
    ) -> Self {
        let as_of = record.as_of;
        if has_trade_before(as_of, history) {
            let shown = Known::measured(Presence::Present);
            let told = record.to_mut();
            told.trade_history.derive(shown, "lifecycle.history", as_of);
        }
        let mut walk = Walk::new(as_of);
        let states = policy.states();
        let counted = walk.counted(&record, states);
        Self {
            counted,
            share_learnt: record.share.as_of(as_of, states).on,
            states,
            expired: walk.expired,
            contradictions: walk.contradictions,
            ahead: u32::try_from(walk.ahead).unwrap_or(u32::MAX),
            record,
        }
    }

    /// Returns the facts that a move reads. What opens reads of several statements the strictest, and what
    /// closes or describes reads the one that counts.
    fn read(&self, policy: &LifecyclePolicy, state: State, proposed: Move) -> Read<'_> {
        let (stage, opening) = match (proposed, state) {
            (Move::Advance { to }, _) => (to, Opening::Entry),
            (Move::Recover, _) => (Stage::Initial, Opening::Entry),
            (Move::Hold, State::Active(stage)) => (stage, Opening::Hold),
            (Move::Hold, State::Interrupted(_)) => (Stage::Development, Opening::Hold),
            (Move::Interrupt | Move::Regress { .. }, _) => {
                return Read {
                    facts: Cow::Borrowed(&self.counted),
                    expired: self.expired.clone(),
                };
            }
        };
        self.strict(policy, stage, opening)
    }

    /// Returns the facts that the gate of a stage reads.
    fn strict(&self, policy: &LifecyclePolicy, stage: Stage, opening: Opening) -> Read<'_> {
        Strict::of(&self.record, policy, (stage, opening), self.expired.clone()).read(&self.counted)
    }

    /// Judges a move without the evidence.
    pub(crate) fn tally(
        &self,
        policy: &LifecyclePolicy,
        standing: &Standing,
        proposed: Move,
    ) -> Tally {
        let read = self.read(policy, standing.state(), proposed);
        let mut count = Count::<{ rules::RULE_WORD }>::new();
        rules::consult(policy, standing, &read.facts, proposed, &mut count);
        count.into_tally()
    }
}

impl Source for Heard<'_> {
    fn counted(&self) -> &StageFacts {
        &self.counted
    }

    fn share_learnt(&self) -> Option<NaiveDate> {
        self.share_learnt
    }

    fn check_shares(&self) -> Result<(), FactsError> {
        shares::check(&self.record, self.states)
    }

    fn held(&self, policy: &LifecyclePolicy, stage: Stage) -> Read<'_> {
        self.strict(policy, stage, Opening::Hold)
    }

    fn verdict(&self, policy: &LifecyclePolicy, standing: &Standing, proposed: Move) -> Verdict {
        let read = self.read(policy, standing.state(), proposed);
        let mut verdict = Verdict::of(|r| {
            let mut aged = Aged::new(r, &read.expired);
            rules::consult(policy, standing, &read.facts, proposed, &mut aged);
        });
        policy.severities().weigh(&mut verdict);
        verdict
    }

    fn expired(&self) -> &[(Fact, NaiveDate)] {
        &self.expired
    }

    fn ahead(&self) -> u32 {
        self.ahead
    }
}
