//! The requirements of a stage besides its share: partnership, contacts, trust, recognition and
//! loyalty.

use crate::lifecycle::cards::{LIF_05, LIF_06, LIF_14, LIF_16};
use crate::lifecycle::policy::{LifecyclePolicy, Requirement, StageGate};
use crate::lifecycle::stage::StageFacts;
use crate::verdict::{Bound, Fact, Presence, Reading, Recorder, RuleCard, Severity};
use crate::vocab::known::Known;
use crate::vocab::set::Set;
use crate::vocab::words::{Department, Stage, TrustLevel};

/// LIF-06: a strategic stage is a partnership that both sides have established.
#[inline(always)]
pub(crate) fn partnership<R: Recorder>(
    policy: &LifecyclePolicy,
    facts: &StageFacts,
    stage: Stage,
    at_most: Severity,
    r: &mut R,
) {
    if let Some(severity) = policy.gate(stage).partnership {
        let (severity, known) = (severity.min(at_most), facts.partnership);
        need_presence(&LIF_06, severity, Fact::Partnership, known, r);
    }
}

/// LIF-05, LIF-14, LIF-16: the contacts, trust, recognition and loyalty that a stage requires.
#[inline(always)]
pub(crate) fn gate<R: Recorder>(
    policy: &LifecyclePolicy,
    facts: &StageFacts,
    stage: Stage,
    at_most: Severity,
    r: &mut R,
) {
    let gate = policy.gate(stage);
    contacts(gate, facts, at_most, r);
    let known = facts.trust;
    let (personal, organizational) = (gate.personal_trust, gate.organizational_trust);
    trust(Fact::PersonalTrust, personal, known.personal, at_most, r);
    trust(
        Fact::OrganizationalTrust,
        organizational,
        known.organizational,
        at_most,
        r,
    );
    if let Some(severity) = gate.recognition {
        let severity = severity.min(at_most);
        customers_word(&LIF_16, severity, Fact::Recognition, facts.recognition, r);
    }
    if let Some(severity) = gate.loyalty {
        let attached = facts.bond.map(|bond| Presence::of(bond.is_attached()));
        customers_word(&LIF_05, severity.min(at_most), Fact::Bond, attached, r);
    }
}

/// LIF-14: contacts widen with the stage, in breadth, in height and across both organizations.
#[inline(always)]
fn contacts<R: Recorder>(gate: &StageGate, facts: &StageFacts, at_most: Severity, r: &mut R) {
    // No department and no function ask for nothing.
    if let Some(asked) = gate.departments.filter(|asked| asked.least > 0) {
        r.open_at(
            &LIF_14,
            asked.severity.min(at_most),
            Fact::Departments,
            facts.departments,
            |set| number(set) >= asked.least,
            |set| Reading::count(number(set), Bound::AtLeast, asked.least),
        );
    }
    if let Some(severity) = gate.executive_tie {
        need_presence(
            &LIF_14,
            severity.min(at_most),
            Fact::ExecutiveTie,
            facts.executive_tie,
            r,
        );
    }
    if let Some(asked) = gate.joint_functions.filter(|asked| !asked.least.is_empty()) {
        let required = asked.least;
        r.open_at(
            &LIF_14,
            asked.severity.min(at_most),
            Fact::JointFunctions,
            facts.joint_functions,
            |functions| functions.is_superset(required),
            |observed| Reading::Departments { observed, required },
        );
    }
}

/// LIF-16: relations grow from transaction through cooperation to mutual trust and commitment.
#[inline(always)]
fn trust<R: Recorder>(
    fact: Fact,
    asked: Option<Requirement<TrustLevel>>,
    known: Known<TrustLevel>,
    at_most: Severity,
    r: &mut R,
) {
    // No trust yet asks for nothing.
    let Some(asked) = asked.filter(|asked| asked.least > TrustLevel::Absent) else {
        return;
    };
    r.open_at(
        &LIF_16,
        asked.severity.min(at_most),
        fact,
        known,
        |level| level >= asked.least,
        |observed| Reading::Trust {
            observed,
            required: asked.least,
        },
    );
}

/// LIF-05, LIF-16: loyalty and commitment are the customer's, so its own word is needed. An
/// estimate does not count.
#[inline(always)]
fn customers_word<R: Recorder>(
    card: &RuleCard,
    severity: Severity,
    fact: Fact,
    known: Known<Presence>,
    r: &mut R,
) {
    r.hear_at(
        card,
        severity,
        fact,
        known,
        |presence| presence == Presence::Present,
        |presence| Reading::present(presence == Presence::Present),
    );
}

#[inline(always)]
fn need_presence<R: Recorder>(
    card: &RuleCard,
    severity: Severity,
    fact: Fact,
    known: Known<Presence>,
    r: &mut R,
) {
    r.open_at(
        card,
        severity,
        fact,
        known,
        |presence| presence == Presence::Present,
        |presence| Reading::present(presence == Presence::Present),
    );
}

fn number(set: Set<Department>) -> u32 {
    u32::try_from(set.len()).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use crate::lifecycle::judge;
    use crate::lifecycle::moves::Move;
    use crate::lifecycle::policy::{LifecyclePolicy, Requirement, StageGate};
    use crate::lifecycle::stage::StageFacts;
    use crate::lifecycle::standing::Standing;
    use crate::verdict::{Fact, Severity};
    use crate::vocab::set::Set;
    use crate::vocab::words::Stage;

    #[test]
    fn what_a_gate_does_not_ask_for_has_no_finding() {
        let date = chrono::NaiveDate::from_ymd_opt(2024, 12, 31).unwrap_or_default();
        let severity = Severity::Bar;
        let found = |least: u32, functions| {
            let gate = StageGate::OPEN
                .with_departments(Some(Requirement { least, severity }))
                .with_joint_functions(Some(Requirement {
                    least: functions,
                    severity,
                }));
            let policy = LifecyclePolicy::standard().with_gate(Stage::Stable, gate);
            let standing = Standing::active(Stage::Stable, date);
            let verdict = judge(&policy, &standing, &StageFacts::new(date), Move::Hold);
            let verdict = verdict.unwrap_or_else(|error| panic!("{error}"));
            [Fact::Departments, Fact::JointFunctions].map(|fact| {
                verdict
                    .findings()
                    .iter()
                    .any(|one| one.evidence.fact == fact)
            })
        };
        assert_eq!(found(0, Set::empty()), [false, false]);
        assert_eq!(found(1, Set::all()), [true, true]);
    }
}
