//! The floor: a hand-written match that returns the decision and both sets of rules, and explains nothing.
//!
//! It answers what `tally` answers, rule by rule, and joins bits where a branch on a fact would be guessed
//! wrong. A set is one word of sixteen bits, since no other system's rules can speak here.

use chrono::Datelike;
use keqing::lifecycle::moves::Move;
use keqing::lifecycle::standing::{Standing, State};
use keqing::lifecycle::wallet::ShareOfWallet;
use keqing::lifecycle::{LifecyclePolicy, StageFacts};
use keqing::verdict::{Authority, Bound, Decision, Presence, Severity};
use keqing::vocab::known::{Grade, Known};
use keqing::vocab::set::Set;
use keqing::vocab::share::Share;
use keqing::vocab::words::Stage;

/// The decision, and the sets of the rules that are breached and that lack a fact: LIF-01 is the lowest bit.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) struct Answer {
    pub(crate) decision: Decision,
    pub(crate) breached: u16,
    pub(crate) missing: u16,
}

static STANDARD: LifecyclePolicy = LifecyclePolicy::standard();

/// The question of `tally`, with the standard policy's numbers built in; `None` where the facts cannot be.
#[inline(never)]
pub(crate) fn built_in(standing: &Standing, facts: &StageFacts, proposed: Move) -> Option<Answer> {
    answer(&STANDARD, standing, facts, proposed)
}

/// The same under the policy that is given.
#[inline(never)]
pub(crate) fn floor(
    policy: &LifecyclePolicy,
    standing: &Standing,
    facts: &StageFacts,
    proposed: Move,
) -> Option<Answer> {
    answer(policy, standing, facts, proposed)
}

/// Returns whether the facts are older than the standing, or two shares are more than the whole.
#[inline(always)]
fn contradict(standing: &Standing, facts: &StageFacts, wallet: Option<ShareOfWallet>) -> bool {
    let rival = facts.rival_share.value();
    let is_alike = facts.share.grade() == facts.rival_share.grade();
    let too_much = match (wallet, rival) {
        (Some(ShareOfWallet::Of(ours)), Some(rival)) if is_alike => {
            let rest = ours.whole() - ours.part();
            product(rival.part(), ours.whole()) > product(rest, rival.whole())
        }
        _ => false,
    };
    facts.as_of < standing.since() || too_much
}

#[inline(always)]
fn answer(
    policy: &LifecyclePolicy,
    standing: &Standing,
    facts: &StageFacts,
    proposed: Move,
) -> Option<Answer> {
    let wallet = facts.share.value().copied();
    if contradict(standing, facts, wallet) {
        return None;
    }
    let mut said = Said::default();
    let state = standing.state();
    match (proposed, state) {
        (Move::Advance { to }, _) => advance(policy, standing, facts, to, &mut said),
        (Move::Hold, State::Active(Stage::Development)) => {
            said.need(3, Severity::Warning, wallet, |wallet| !trades(wallet));
            let history = facts.trade_history.value();
            let is_absent = history == Some(&Presence::Absent);
            let is_open = history.is_none() | (is_absent & !is_own(facts.trade_history.grade()));
            said.join(3, Severity::Warning, is_open, !is_open & !is_absent);
        }
        (Move::Hold, State::Interrupted(_)) => {
            said.need(12, Severity::Warning, wallet, |wallet| !trades(wallet));
        }
        (Move::Hold, State::Active(stage)) => {
            weak(policy, facts, stage, &mut said);
            if wallet != Some(ShareOfWallet::NoDemand) {
                carries(policy, wallet, stage, &mut said);
            }
            gate(policy, facts, stage, Severity::Warning, &mut said);
        }
        (Move::Interrupt, _) => {
            said.require(12, Severity::Bar, state.is_active());
            match wallet {
                Some(ShareOfWallet::NoDemand) => said.require(3, Severity::Bar, false),
                _ => said.need(12, Severity::Bar, wallet, |wallet| !trades(wallet)),
            }
            if state.stage() == Stage::Development {
                said.presence(3, Severity::Bar, facts.trade_history);
            }
            said.join(8, Severity::Bar, !facts.cause.is_known(), false);
            said.require(9, Severity::Critical, state.stage() <= Stage::Initial);
        }
        (Move::Recover, _) => {
            said.require(12, Severity::Bar, !state.is_active());
            weak(policy, facts, Stage::Initial, &mut said);
            carries(policy, wallet, Stage::Initial, &mut said);
            if let Some(severity) = policy.gate(Stage::Initial).partnership {
                said.presence(6, severity, facts.partnership);
            }
        }
        (Move::Regress { to }, _) => regress(policy, standing, facts, to, &mut said),
    }
    Some(said.answer())
}

#[inline(always)]
fn advance(
    policy: &LifecyclePolicy,
    standing: &Standing,
    facts: &StageFacts,
    to: Stage,
    said: &mut Said,
) {
    let state = standing.state();
    let is_next = to.rank() == state.stage().rank() + 1;
    said.require(7, Severity::Bar, state.is_active() & is_next);
    let step = standing.last_step_up();
    let since = step.unwrap_or(standing.since());
    let days = facts.as_of.num_days_from_ce() - since.num_days_from_ce();
    let waits = days < policy.assessment_period().count() as i32;
    let is_recorded = step.is_some();
    said.join(7, Severity::Bar, waits & !is_recorded, waits & is_recorded);
    weak(policy, facts, to, said);
    carries(policy, facts.share.value().copied(), to, said);
    gate(policy, facts, to, Severity::Bar, said);
}

/// Checks that the evidence for the share is good enough for a stage.
#[inline(always)]
fn weak(policy: &LifecyclePolicy, facts: &StageFacts, stage: Stage, said: &mut Said) {
    let required = policy.gate(stage).share_grade;
    let is_weak = facts.share.grade().is_some_and(|grade| grade < required);
    said.join(2, Severity::Bar, is_weak, false);
}

#[inline(always)]
fn regress(
    policy: &LifecyclePolicy,
    standing: &Standing,
    facts: &StageFacts,
    to: Stage,
    said: &mut Said,
) {
    let (state, from) = (standing.state(), standing.stage());
    let is_fall = (to < from) & (to > Stage::Development);
    said.require(9, Severity::Bar, state.is_active() & is_fall);
    let fell_today = standing.last_fall() == Some(facts.as_of) && from < Stage::Strategic;
    let steps_before = u8::from(fell_today);
    said.require(
        9,
        Severity::Critical,
        from.rank() + steps_before <= to.rank() + 1,
    );
    let wallet = facts.share.value().copied();
    carries(policy, wallet, Stage::Initial, said);
    let (Some(above), Some(ShareOfWallet::Of(share))) = (to.next(), wallet) else {
        return;
    };
    let is_carried = reaches(policy, share, above);
    if is_carried && above == Stage::Strategic {
        let is_absent = facts.partnership.value() == Some(&Presence::Absent);
        let is_open = !is_absent & !is_own(facts.partnership.grade());
        said.join(6, Severity::Bar, is_open, !is_open & !is_absent);
    } else {
        said.require(band(above), Severity::Bar, !is_carried);
    }
}

#[inline(always)]
fn carries(policy: &LifecyclePolicy, wallet: Option<ShareOfWallet>, stage: Stage, said: &mut Said) {
    match wallet {
        Some(ShareOfWallet::NoDemand) => said.require(3, Severity::Bar, false),
        Some(ShareOfWallet::Of(share)) if stage == Stage::Development => {
            said.require(3, Severity::Bar, share.is_none());
        }
        Some(ShareOfWallet::Of(share)) => {
            said.require(band(stage), Severity::Bar, reaches(policy, share, stage));
        }
        None => said.join(band(stage), Severity::Bar, true, false),
    }
}

/// Checks the gate of a stage besides its share, and that no rival has as much.
#[inline(always)]
fn gate(
    policy: &LifecyclePolicy,
    facts: &StageFacts,
    stage: Stage,
    at_most: Severity,
    said: &mut Said,
) {
    let gate = policy.gate(stage);
    if let Some(severity) = gate.partnership {
        said.presence(6, severity, facts.partnership);
    }
    if let Some(asked) = gate.departments {
        let enough = |set: &Set<_>| set.len() >= asked.least as usize;
        said.own(14, asked.severity.min(at_most), facts.departments, enough);
    }
    if let Some(severity) = gate.executive_tie {
        said.presence(14, severity.min(at_most), facts.executive_tie);
    }
    if let Some(asked) = gate.joint_functions {
        let all = |set: &Set<_>| set.is_superset(asked.least);
        said.own(14, asked.severity.min(at_most), facts.joint_functions, all);
    }
    let trust = [
        (gate.personal_trust, facts.trust.personal),
        (gate.organizational_trust, facts.trust.organizational),
    ];
    for (asked, known) in trust {
        if let Some(asked) = asked {
            let reaches = |level: &_| *level >= asked.least;
            said.own(16, asked.severity.min(at_most), known, reaches);
        }
    }
    if let Some(severity) = gate.recognition {
        said.word(16, severity.min(at_most), facts.recognition, |said| {
            *said == Presence::Present
        });
    }
    if let Some(severity) = gate.loyalty {
        said.word(5, severity.min(at_most), facts.bond, |bond| {
            bond.is_attached()
        });
    }
    if stage < Stage::Stable {
        return;
    }
    if let Some(ShareOfWallet::Of(ours)) = facts.share.value() {
        let has_less = |rival: &Share| {
            product(ours.part(), rival.whole()) > product(rival.part(), ours.whole())
        };
        let leaves_half = ours.part() <= ours.whole() - ours.part();
        let is_asked = leaves_half
            || facts
                .rival_share
                .value()
                .is_some_and(|rival| !has_less(rival));
        if is_asked && reaches(policy, *ours, stage) {
            said.own(5, Severity::Warning, facts.rival_share, has_less);
        }
    }
}

/// The decision and the sets so far.
#[derive(Default)]
struct Said {
    breached: u16,
    missing: u16,
    denied: bool,
    undecided: bool,
    escalated: Option<Authority>,
}

impl Said {
    #[inline(always)]
    fn join(&mut self, rule: u32, severity: Severity, missing: bool, breached: bool) {
        self.breached |= u16::from(breached) << (rule - 1);
        self.missing |= u16::from(missing) << (rule - 1);
        match severity {
            Severity::Notice | Severity::Warning | Severity::Critical => {}
            Severity::Escalate(authority) => {
                self.undecided |= missing;
                self.escalated = self.escalated.max(breached.then_some(authority));
            }
            Severity::Bar => {
                self.undecided |= missing;
                self.denied |= breached;
            }
        }
    }

    #[inline(always)]
    fn require(&mut self, rule: u32, severity: Severity, holds: bool) {
        self.join(rule, severity, false, !holds);
    }

    #[inline(always)]
    fn need<T>(
        &mut self,
        rule: u32,
        severity: Severity,
        known: Option<T>,
        holds: impl FnOnce(T) -> bool,
    ) {
        let missing = known.is_none();
        let holds = known.is_some_and(holds);
        self.join(rule, severity, missing, !missing & !holds);
    }

    #[inline(always)]
    fn presence(&mut self, rule: u32, severity: Severity, known: Known<Presence>) {
        self.own(rule, severity, known, |known| *known == Presence::Present);
    }

    /// Checks a fact that opens something: a guess that would suffice is missing.
    #[inline(always)]
    fn own<T>(
        &mut self,
        rule: u32,
        severity: Severity,
        known: Known<T>,
        holds: impl FnOnce(&T) -> bool,
    ) {
        let holds = known.value().is_some_and(holds);
        let missing = !known.is_known() | (holds & !is_own(known.grade()));
        self.join(rule, severity, missing, !missing & !holds);
    }

    /// Checks a fact that only the customer can state: an estimate of it is missing.
    #[inline(always)]
    fn word<T>(
        &mut self,
        rule: u32,
        severity: Severity,
        known: Known<T>,
        holds: impl FnOnce(&T) -> bool,
    ) {
        let is_said = known.grade() >= Some(Grade::CustomerStated);
        self.need(rule, severity, known.value().filter(|_| is_said), holds);
    }

    #[inline(always)]
    fn answer(self) -> Answer {
        let decision = match (self.denied, self.undecided, self.escalated) {
            (true, ..) => Decision::Deny,
            (false, true, _) => Decision::Undecided,
            (false, false, Some(authority)) => Decision::Escalate(authority),
            (false, false, None) => Decision::Permit,
        };
        Answer {
            decision,
            breached: self.breached,
            missing: self.missing,
        }
    }
}

#[inline(always)]
fn is_own(grade: Option<Grade>) -> bool {
    grade >= Some(Grade::CustomerStated)
}

#[inline(always)]
fn band(stage: Stage) -> u32 {
    3 + stage as u32
}

#[inline(always)]
fn trades(wallet: ShareOfWallet) -> bool {
    matches!(wallet, ShareOfWallet::Of(share) if !share.is_none())
}

#[inline(always)]
fn reaches(policy: &LifecyclePolicy, share: Share, stage: Stage) -> bool {
    let cut = policy.cut(stage);
    let ours = product(share.part(), cut.whole());
    let least = product(cut.part(), share.whole());
    match policy.bound(stage) {
        Bound::MoreThan => ours > least,
        _ => ours >= least,
    }
}

#[inline(always)]
fn product(left: u64, right: u64) -> u128 {
    u128::from(left) * u128::from(right)
}
