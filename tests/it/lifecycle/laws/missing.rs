//! The effect of an unknown fact on an answer: it may leave the answer open, and nothing else.

use keqing::lifecycle::moves::Move;
use keqing::lifecycle::placement::place;
use keqing::lifecycle::standing::Standing;
use keqing::lifecycle::wallet::ShareOfWallet;
use keqing::lifecycle::{LifecyclePolicy, StageFacts, judge, tally};
use keqing::verdict::{Decision, Fact, Severity, Verdict};
use keqing::vocab::known::Known;
use proptest::prelude::{ProptestConfig, Strategy, prop_assert, prop_assert_eq, proptest};
use proptest::sample::{select, subsequence};
use proptest::test_runner::TestCaseError;

use crate::support::given::{any_move, facts, policy, standing};

/// Every fact that may be unknown.
const FACTS: [Fact; 14] = [
    Fact::Bond,
    Fact::Cause,
    Fact::Departments,
    Fact::ExecutiveTie,
    Fact::JointFunctions,
    Fact::Monitoring,
    Fact::OrganizationalTrust,
    Fact::Partnership,
    Fact::PersonalTrust,
    Fact::Position,
    Fact::Recognition,
    Fact::RivalShare,
    Fact::Share,
    Fact::TradeHistory,
];

/// Makes one fact unknown.
fn forget(fact: Fact, facts: &mut StageFacts) {
    match fact {
        Fact::Bond => facts.bond = Known::Unknown,
        Fact::Cause => facts.cause = Known::Unknown,
        Fact::Departments => facts.departments = Known::Unknown,
        Fact::ExecutiveTie => facts.executive_tie = Known::Unknown,
        Fact::JointFunctions => facts.joint_functions = Known::Unknown,
        Fact::Monitoring => facts.monitoring = Known::Unknown,
        Fact::OrganizationalTrust => facts.trust.organizational = Known::Unknown,
        Fact::Partnership => facts.partnership = Known::Unknown,
        Fact::PersonalTrust => facts.trust.personal = Known::Unknown,
        Fact::Position => facts.position = Known::Unknown,
        Fact::Recognition => facts.recognition = Known::Unknown,
        Fact::RivalShare => facts.rival_share = Known::Unknown,
        Fact::Share => facts.share = Known::Unknown,
        Fact::TradeHistory => facts.trade_history = Known::Unknown,
        _ => panic!("{fact} is none of the facts"),
    }
}

/// A move that is asked about.
#[derive(Clone, Debug)]
struct Asked {
    policy: LifecyclePolicy,
    standing: Standing,
    facts: StageFacts,
    proposed: Move,
}

impl Asked {
    fn verdict(&self) -> Verdict {
        match judge(&self.policy, &self.standing, &self.facts, self.proposed) {
            Ok(verdict) => verdict,
            Err(error) => panic!("{error}"),
        }
    }

    fn without(&self, forgotten: &[Fact]) -> Self {
        let mut asked = self.clone();
        for fact in forgotten {
            forget(*fact, &mut asked.facts);
        }
        asked
    }

    /// The facts without which a barring breach would not be one.
    fn rests_on(&self, breached: Fact) -> Vec<Fact> {
        match (breached, self.proposed) {
            // Whether there was demand is told by the share.
            (Fact::Demand, _) => vec![Fact::Share],
            // A partnership bars a fall only where the share is in the strategic band.
            (Fact::Partnership, Move::Regress { .. }) => vec![Fact::Partnership, Fact::Share],
            (fact, _) => vec![fact],
        }
    }
}

/// Moves that the table has and any others, as often; a customer without demand as often as one with it.
fn asked() -> impl Strategy<Value = Asked> {
    let no_demand = Known::measured(ShareOfWallet::NoDemand);
    (
        policy(),
        standing(),
        facts(100..500),
        any_move(),
        select(vec![true, false]),
        select(vec![true, false]),
    )
        .prop_flat_map(
            move |(policy, standing, mut facts, any, is_possible, is_idle)| {
                let possible = Move::ALL
                    .into_iter()
                    .filter(|by| by.is_possible(standing.state()));
                let proposed = if is_possible {
                    possible.collect()
                } else {
                    vec![any]
                };
                if is_idle {
                    facts.share = no_demand;
                }
                select(proposed).prop_map(move |proposed| Asked {
                    policy,
                    standing,
                    facts,
                    proposed,
                })
            },
        )
}

fn forgotten() -> impl Strategy<Value = Vec<Fact>> {
    subsequence(FACTS.to_vec(), 1..=FACTS.len())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(10_000))]

    /// A move that is permitted without a fact is permitted with it, whatever its value.
    #[test]
    fn a_missing_fact_never_permits(asked in asked(), forgotten in forgotten()) {
        if asked.without(&forgotten).verdict().decision().is_permit() {
            prop_assert_eq!(asked.verdict().decision(), Decision::Permit);
        }
    }

    /// A barring rule that is breached on known facts denies, whatever else is unknown.
    #[test]
    fn a_missing_fact_never_hides_a_refusal(asked in asked(), forgotten in forgotten()) {
        let verdict = asked.verdict();
        let bars = verdict.findings().breaches().filter(|finding| finding.severity == Severity::Bar);
        for breach in bars {
            let needed = asked.rests_on(breach.evidence.fact);
            let others: Vec<Fact> =
                forgotten.iter().copied().filter(|fact| !needed.contains(fact)).collect();
            let without = asked.without(&others).verdict();
            prop_assert_eq!(without.decision(), Decision::Deny, "{:?}", breach);
            prop_assert!(without.tally().breached.contains(breach.rule));
        }
    }

    /// To learn a fact settles what was open and never turns a settled answer round.
    #[test]
    fn a_fact_that_is_learnt_only_settles_what_was_undecided(asked in asked(), forgotten in forgotten()) {
        let (without, with) = (asked.without(&forgotten).verdict(), asked.verdict());
        prop_assert!(
            without.decision() == Decision::Undecided || without.decision() == with.decision(),
            "{} without, {} with", without.decision(), with.decision()
        );
    }

    #[test]
    fn a_gap_under_a_rule_that_decides_is_never_permitted(asked in asked()) {
        let verdict = asked.verdict();
        let open = verdict.findings().gaps().any(|gap| !gap.severity.refusal().is_permit());
        prop_assert!(!open || verdict.decision() >= Decision::Undecided);
    }

    #[test]
    fn a_fact_that_no_rule_looked_at_changes_nothing(asked in asked(), fact in select(FACTS.to_vec())) {
        let verdict = asked.verdict();
        let without = asked.without(&[fact]);
        let looked_at = |finding: &keqing::verdict::Finding| {
            asked.rests_on(finding.evidence.fact).contains(&fact)
        };
        if !verdict.findings().iter().any(looked_at) {
            prop_assert_eq!(without.verdict(), verdict);
        }
    }

    #[test]
    fn the_quick_answer_is_the_explained_one(asked in asked()) {
        let quick = tally(&asked.policy, &asked.standing, &asked.facts, asked.proposed);
        prop_assert_eq!(quick, Ok(asked.verdict().tally()));
        let again = Verdict::new(asked.verdict().findings().iter().copied());
        prop_assert_eq!(again, asked.verdict());
    }

    /// A state that is supported without a fact is supported with it, and no stage that is permitted
    /// without it is lost.
    #[test]
    fn a_missing_fact_never_raises_what_is_supported(asked in asked(), forgotten in forgotten()) {
        let placed = |asked: &Asked| {
            let answer = place(&asked.policy, &asked.standing, &asked.facts, &[]);
            answer.ok().and_then(|answer| answer.into_value())
        };
        if let Some(without) = placed(&asked.without(&forgotten)) {
            let Some(with) = placed(&asked) else {
                return Err(TestCaseError::fail("a fact took the answer away"));
            };
            prop_assert!(without.at_least <= with.at_least, "{without:?} {with:?}");
            if without.supported.is_some() {
                prop_assert_eq!(without.supported, with.supported);
            }
        }
    }
}
