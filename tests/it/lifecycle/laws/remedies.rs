//! Remedies: whoever does what they say has the permit.

use keqing::lifecycle::moves::Move;
use keqing::lifecycle::standing::{Standing, State};
use keqing::lifecycle::wallet::ShareOfWallet;
use keqing::lifecycle::{StageFacts, judge};
use keqing::verdict::{Bound, Change, Decision, Fact, Presence, Remedy};
use keqing::vocab::known::{Grade, Known};
use keqing::vocab::set::Set;
use keqing::vocab::share::Share;
use keqing::vocab::words::{Bond, Cause, Department, Stage, Trust, TrustLevel};
use proptest::prelude::{ProptestConfig, Strategy, prop_assert_eq, proptest};
use proptest::sample::select;
use proptest::test_runner::TestCaseError;

use crate::support::given::{
    beside, day, departments, facts, grade, made, policy, presence, wallet,
};

/// Makes any facts, because anything may come out when a fact is learnt.
fn learnt() -> impl Strategy<Value = StageFacts> {
    let trust = || select(TrustLevel::ALL.to_vec());
    let values = (
        wallet(),
        presence(),
        presence(),
        presence(),
        departments(),
        departments(),
        select(Bond::ALL.to_vec()),
    );
    (values, trust(), trust(), grade()).prop_map(|(values, personal, organizational, grade)| {
        let (share, partnership, executive_tie, recognition, departments, functions, bond) = values;
        let mut facts = StageFacts::new(day(0));
        facts.share = Known::graded(share, grade);
        facts.partnership = Known::graded(partnership, grade);
        facts.executive_tie = Known::graded(executive_tie, grade);
        facts.recognition = Known::graded(recognition, grade);
        facts.bond = Known::graded(bond, grade);
        facts.departments = Known::graded(departments, grade);
        facts.joint_functions = Known::graded(functions, grade);
        facts.trust = Trust {
            personal: Known::graded(personal, grade),
            organizational: Known::graded(organizational, grade),
        };
        facts
    })
}

/// Does what a remedy says.
fn apply(remedy: Remedy, facts: &mut StageFacts, learnt: &StageFacts) -> Result<(), TestCaseError> {
    match (remedy.fact, remedy.change) {
        (fact, Change::Learn { grade }) => learn(fact, grade, facts, learnt)?,
        (Fact::Bond, Change::Establish) => {
            facts.bond = Known::customer_stated(Bond::Genuine);
        }
        (Fact::Demand, Change::Establish) => {
            facts.share = Known::measured(ShareOfWallet::Of(Share::NONE));
        }
        (Fact::ExecutiveTie, Change::Establish) => {
            facts.executive_tie = Known::measured(Presence::Present);
        }
        (Fact::Partnership, Change::Establish) => {
            facts.partnership = Known::measured(Presence::Present);
        }
        (Fact::Recognition, Change::Establish) => {
            facts.recognition = Known::customer_stated(Presence::Present);
        }
        (Fact::Share, Change::ReachShare { bound, to, .. }) => {
            let reached = just_inside(bound, to)?;
            facts.share = facts.share.map(|_| ShareOfWallet::Of(reached));
        }
        (
            Fact::Departments,
            Change::ReachCount {
                to,
                bound: Bound::AtLeast,
                ..
            },
        ) => {
            let missing = usize::try_from(to).unwrap_or_default();
            facts.departments =
                Known::measured(Set::<Department>::all().iter().take(missing).collect());
        }
        (Fact::JointFunctions, Change::Involve { departments }) => {
            facts.joint_functions = facts
                .joint_functions
                .map(|functions| functions | departments);
        }
        (Fact::PersonalTrust, Change::BuildTrust { to }) => {
            facts.trust.personal = Known::measured(to)
        }
        (Fact::OrganizationalTrust, Change::BuildTrust { to }) => {
            facts.trust.organizational = Known::measured(to);
        }
        (Fact::AssessmentPeriod, Change::Wait { days }) => {
            let days = chrono::Days::new(days.count().into());
            facts.as_of = facts.as_of.checked_add_days(days).unwrap_or_default();
        }
        _ => return Err(TestCaseError::fail(format!("nobody can do {remedy:?}"))),
    }
    facts.rival_share = beside(facts);
    Ok(())
}

fn learn(
    fact: Fact,
    grade: Option<Grade>,
    facts: &mut StageFacts,
    learnt: &StageFacts,
) -> Result<(), TestCaseError> {
    fn better<T: Copy>(fact: Known<T>, grade: Option<Grade>, learnt: Known<T>) -> Known<T> {
        match (fact.value(), grade) {
            (Some(value), Some(grade)) => Known::graded(*value, grade),
            _ => learnt,
        }
    }
    match fact {
        Fact::Share => facts.share = better(facts.share, grade, learnt.share),
        Fact::Partnership => {
            facts.partnership = better(facts.partnership, grade, learnt.partnership);
        }
        Fact::ExecutiveTie => {
            facts.executive_tie = better(facts.executive_tie, grade, learnt.executive_tie);
        }
        Fact::Recognition => {
            facts.recognition = better(facts.recognition, grade, learnt.recognition);
        }
        Fact::Bond => facts.bond = better(facts.bond, grade, learnt.bond),
        Fact::Departments => {
            facts.departments = better(facts.departments, grade, learnt.departments);
        }
        Fact::JointFunctions => {
            facts.joint_functions = better(facts.joint_functions, grade, learnt.joint_functions);
        }
        Fact::PersonalTrust => {
            facts.trust.personal = better(facts.trust.personal, grade, learnt.trust.personal);
        }
        Fact::OrganizationalTrust => {
            let (known, learnt) = (facts.trust.organizational, learnt.trust.organizational);
            facts.trust.organizational = better(known, grade, learnt);
        }
        _ => return Err(TestCaseError::fail(format!("nobody asked for {fact}"))),
    }
    Ok(())
}

/// A share that is inside a bound by as little as the bound allows, or nearly so.
fn just_inside(bound: Bound, to: Share) -> Result<Share, TestCaseError> {
    match bound {
        Bound::AtLeast => Ok(to),
        Bound::MoreThan if to < Share::ALL => Ok(made(
            to.part().saturating_mul(1000).saturating_add(1),
            to.whole().saturating_mul(1000),
        )),
        _ => Err(TestCaseError::fail(format!(
            "no share reaches {bound:?} {to}"
        ))),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2048))]

    /// To learn, to better what was learnt, and to bring trade about where there was none: three rounds
    /// of remedies suffice for every step up that the table has.
    #[test]
    fn remedies_make_a_permit(
        policy in policy(),
        from in select(vec![Stage::Development, Stage::Initial, Stage::Stable]),
        (since, step) in (0_u32..100, 0_u32..100),
        given in facts(100..300),
        learnt in learnt(),
    ) {
        let standing = Standing::open(State::Active(from), day(since));
        let standing = standing.with_step_up(day(step.min(since))).unwrap_or(standing);
        let by = Move::Advance { to: from.next().unwrap_or(from) };
        // No share is above a cut that is all there is.
        let cut = policy.cut(from.next().unwrap_or(from));
        let reachable = cut < Share::ALL || policy.bound(Stage::Stable) == Bound::AtLeast;
        let mut facts = given;
        for _ in 0..4 {
            let verdict = judge(&policy, &standing, &facts, by);
            let Ok(verdict) = verdict else {
                return Err(TestCaseError::fail(format!("{verdict:?}")));
            };
            for remedy in verdict.remedies().filter(|_| reachable) {
                apply(remedy, &mut facts, &learnt)?;
            }
        }
        let decision = judge(&policy, &standing, &facts, by).map(|verdict| verdict.decision());
        if reachable {
            prop_assert_eq!(decision, Ok(Decision::Permit));
        }
    }

    /// A step that the table lacks is made by no change of the facts, and the remedies say so.
    #[test]
    fn a_step_that_the_table_lacks_has_to_be_reconsidered(
        policy in policy(),
        state in select(State::ALL.to_vec()),
        to in select(Stage::ALL.to_vec()),
        facts in facts(100..300),
    ) {
        let standing = Standing::open(state, day(0));
        let by = Move::Advance { to };
        let Ok(verdict) = judge(&policy, &standing, &facts, by) else { return Ok(()) };
        let from = state.stage();
        // What is broken off makes no step at all until it is active again.
        let change = match state {
            State::Active(_) => Change::Reconsider { from, to },
            State::Interrupted(_) => Change::Establish,
        };
        let said = verdict
            .remedies()
            .any(|remedy| remedy.fact == Fact::Stage && remedy.change == change);
        prop_assert_eq!(said, !by.is_possible(state));
    }

    /// A break needs a cause, and nothing but the cause where nothing is bought any more.
    #[test]
    fn a_break_needs_its_cause(cause in select(Cause::ALL.to_vec()), stage in select(Stage::ALL.to_vec())) {
        let standing = Standing::open(State::Active(stage), day(0));
        let mut facts = StageFacts::new(day(1));
        facts.share = Known::measured(ShareOfWallet::Of(Share::NONE));
        facts.trade_history = Known::measured(Presence::Present);
        let policy = keqing::lifecycle::LifecyclePolicy::strict();
        let decision = |facts: &StageFacts| {
            judge(&policy, &standing, facts, Move::Interrupt).map(|verdict| verdict.decision())
        };
        prop_assert_eq!(decision(&facts), Ok(Decision::Undecided));
        facts.cause = Known::estimated(cause);
        prop_assert_eq!(decision(&facts), Ok(Decision::Permit));
    }
}
