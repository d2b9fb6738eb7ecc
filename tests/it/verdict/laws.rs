//! Findings and what they decide together, whichever rules spoke and in whatever order.

use keqing::rulebook;
use keqing::verdict::{
    Authority, Bound, Decision, Evidence, Fact, Finding, Outcome, Reading, Remedy, RuleId, RuleSet,
    Severity, Subject, Tally, Verdict,
};
use keqing::vocab::name::PersonId;
use keqing::vocab::share::Points;
use keqing::vocab::time::Days;
use keqing::vocab::words::{FeatureTier, Role, Side, Stage, TrustLevel};
use proptest::collection::vec;
use proptest::prelude::{Just, Strategy, prop_assert, prop_assert_eq, prop_oneof, proptest};
use proptest::sample::select;
use rust_decimal::Decimal;

use crate::support::given::{SEVERITIES, day, departments, grade, presence, severity, share};

/// Every decision, least first.
const DECISIONS: [Decision; 6] = [
    Decision::Permit,
    Decision::Escalate(Authority::Operator),
    Decision::Escalate(Authority::Manager),
    Decision::Escalate(Authority::Executive),
    Decision::Undecided,
    Decision::Deny,
];

fn findings() -> impl Strategy<Value = Vec<Finding>> {
    vec(finding(), 0..20)
}

fn finding() -> impl Strategy<Value = Finding> {
    let rules: Vec<RuleId> = rulebook::cards().map(|card| card.id()).collect();
    (select(rules), severity(), outcome(), evidence()).prop_map(
        |(rule, severity, outcome, evidence)| Finding::new(rule, severity, outcome, evidence),
    )
}

fn fact() -> impl Strategy<Value = Fact> {
    select(Fact::ALL.to_vec())
}

fn outcome() -> impl Strategy<Value = Outcome> {
    prop_oneof![
        4 => Just(Outcome::Met),
        1 => Just(Outcome::Breached),
        1 => fact().prop_map(Outcome::Missing),
        1 => Just(Outcome::Inapplicable),
    ]
}

fn evidence() -> impl Strategy<Value = Evidence> {
    (fact(), reading(), subject())
        .prop_map(|(fact, reading, subject)| Evidence::new(fact, reading).of(subject))
}

fn subject() -> impl Strategy<Value = Subject> {
    let person = (select(Side::ALL.to_vec()), "[a-z]{1,36}").prop_map(|(side, id)| {
        PersonId::new(&id).map_or(Subject::Relationship, |id| Subject::Person { side, id })
    });
    prop_oneof![
        Just(Subject::Relationship),
        select(Side::ALL.to_vec()).prop_map(Subject::Side),
        select(Role::ALL.to_vec()).prop_map(Subject::Role),
        person,
    ]
}

fn bound() -> impl Strategy<Value = Bound> {
    select(vec![
        Bound::AtLeast,
        Bound::AtMost,
        Bound::Exactly,
        Bound::LessThan,
        Bound::MoreThan,
    ])
}

fn number() -> impl Strategy<Value = Decimal> {
    (i64::MIN..=i64::MAX, 0_u32..=28).prop_map(|(units, places)| Decimal::new(units, places))
}

fn reading() -> impl Strategy<Value = Reading> {
    let dates = || (0_u32..10_000).prop_map(day);
    let days = || (0..=u32::MAX).prop_map(Days::new);
    let levels = || select(TrustLevel::ALL.to_vec());
    let stages = || select(Stage::ALL.to_vec());
    let tiers = || select(FeatureTier::ALL.to_vec());
    prop_oneof![
        Just(Reading::Nothing),
        (0..=u32::MAX, bound(), 0..=u32::MAX).prop_map(|(observed, bound, required)| {
            Reading::Count {
                observed,
                bound,
                required,
            }
        }),
        (dates(), bound(), dates()).prop_map(|(observed, bound, required)| Reading::Date {
            observed,
            bound,
            required
        }),
        (days(), bound(), days()).prop_map(|(observed, bound, required)| Reading::Days {
            observed,
            bound,
            required
        }),
        (departments(), departments())
            .prop_map(|(observed, required)| Reading::Departments { observed, required }),
        (tiers(), tiers())
            .prop_map(|(observed, required)| Reading::FeatureTier { observed, required }),
        (grade(), grade()).prop_map(|(observed, required)| Reading::Grade { observed, required }),
        (number(), bound(), number()).prop_map(|(observed, bound, required)| Reading::Number {
            observed,
            bound,
            required
        }),
        (presence(), presence())
            .prop_map(|(observed, required)| Reading::Presence { observed, required }),
        (share(), bound(), share()).prop_map(|(observed, bound, required)| Reading::Share {
            observed,
            bound,
            required
        }),
        (stages(), stages()).prop_map(|(from, to)| Reading::Stages { from, to }),
        (levels(), levels()).prop_map(|(observed, required)| Reading::Trust { observed, required }),
    ]
}

fn breach() -> impl Strategy<Value = Finding> {
    finding().prop_map(|finding| {
        Finding::new(
            finding.rule,
            Severity::Bar,
            Outcome::Breached,
            finding.evidence,
        )
    })
}

proptest! {
    #[test]
    fn refusal_trumps_permission(findings in findings(), breach in breach(), place in 0_usize..20) {
        let mut with_breach = findings.clone();
        with_breach.insert(place.min(findings.len()), breach);
        let verdict = Verdict::new(with_breach);
        prop_assert_eq!(verdict.decision(), Decision::Deny);
        prop_assert!(verdict.determining().all(|finding| finding.is_breach()));
        prop_assert!(verdict.determining().any(|finding| *finding == breach));
    }

    #[test]
    fn another_finding_never_makes_a_decision_milder(findings in findings(), one in finding()) {
        let before = Verdict::new(findings.clone()).decision();
        let after = Verdict::new(findings.into_iter().chain([one])).decision();
        prop_assert_eq!(after, before.max(one.decision()));
    }

    #[test]
    fn order_of_findings_cannot_matter(
        (given, shuffled) in findings()
            .prop_flat_map(|findings| (Just(findings.clone()), Just(findings).prop_shuffle())),
    ) {
        let (given, shuffled) = (Verdict::new(given), Verdict::new(shuffled));
        prop_assert_eq!(given.decision(), shuffled.decision());
        prop_assert_eq!(given.tally(), shuffled.tally());
        prop_assert_eq!(given.determining().count(), shuffled.determining().count());
        prop_assert_eq!(given.remedies().count(), shuffled.remedies().count());
    }

    #[test]
    fn a_verdict_is_a_permit_unless_a_finding_stands_against_it(findings in findings()) {
        let verdict = Verdict::new(findings.clone());
        let against = findings.iter().filter(|finding| {
            let decides = !matches!(
                finding.severity,
                Severity::Notice | Severity::Warning | Severity::Critical
            );
            decides && (finding.is_breach() || finding.is_gap())
        });
        let against = against.count();
        prop_assert_eq!(verdict.decision().is_permit(), against == 0);
        prop_assert_eq!(verdict.remedies().count(), against);
    }

    #[test]
    fn a_verdict_survives_json(findings in findings()) {
        let verdict = Verdict::new(findings);
        let json = serde_json::to_string(&verdict).unwrap_or_default();
        let back = serde_json::from_str::<Verdict>(&json);
        prop_assert_eq!(back.as_ref().ok(), Some(&verdict), "{:?}", back);
        let remedies: Vec<Remedy> = verdict.remedies().collect();
        let json = serde_json::to_string(&remedies).unwrap_or_default();
        prop_assert_eq!(serde_json::from_str::<Vec<Remedy>>(&json).ok(), Some(remedies));
        let tally = verdict.tally();
        let json = serde_json::to_string(&tally).unwrap_or_default();
        prop_assert_eq!(serde_json::from_str::<Tally>(&json).ok(), Some(tally));
    }

    #[test]
    fn a_remedy_names_the_rule_the_fact_and_the_person(finding in finding()) {
        let Some(remedy) = Remedy::of(&finding) else {
            prop_assert!(!finding.is_breach() && !finding.is_gap());
            return Ok(());
        };
        prop_assert_eq!(remedy.rule, finding.rule);
        prop_assert_eq!(remedy.subject, finding.evidence.subject);
        let fact = match finding.outcome {
            Outcome::Missing(fact) => fact,
            _ => finding.evidence.fact,
        };
        prop_assert_eq!(remedy.fact, fact);
    }

    #[test]
    fn a_set_of_rules_holds_exactly_what_was_put_in(
        rules in vec(select(rulebook::cards().map(|card| card.id()).collect::<Vec<_>>()), 0..30),
    ) {
        let mut set = RuleSet::EMPTY;
        for rule in &rules {
            prop_assert_eq!(set.insert(*rule), Ok(()));
        }
        let mut sorted = rules.clone();
        sorted.sort_unstable();
        sorted.dedup();
        prop_assert_eq!(set.len(), sorted.len());
        let mut listed: Vec<RuleId> = set.iter().collect();
        listed.sort_unstable();
        prop_assert_eq!(&listed, &sorted);
        for card in rulebook::cards() {
            prop_assert_eq!(set.contains(card.id()), sorted.contains(&card.id()));
        }
    }

    #[test]
    fn a_bound_admits_what_its_words_say(bound in bound(), observed in 0_u16..4, required in 0_u16..4) {
        let expected = match bound {
            Bound::AtLeast => observed >= required,
            Bound::AtMost => observed <= required,
            Bound::Exactly => observed == required,
            Bound::LessThan => observed < required,
            Bound::MoreThan => observed > required,
        };
        prop_assert_eq!(bound.admits(&observed, &required), expected);
        prop_assert_eq!(bound.admits(&Points::new(observed), &Points::new(required)), expected);
    }
}

#[test]
fn decisions_are_a_lattice() {
    assert!(DECISIONS.is_sorted_by(|one, next| one < next));
    for one in DECISIONS {
        assert_eq!(one.max(one), one, "idempotent");
        assert_eq!(one.max(Decision::Permit), one, "permit is neutral");
        assert_eq!(one.max(Decision::Deny), Decision::Deny, "deny absorbs");
        for other in DECISIONS {
            assert_eq!(one.max(other), other.max(one), "commutative");
            assert_eq!(one.cmp(&other), other.cmp(&one).reverse());
            assert_eq!(one == other, one.cmp(&other).is_eq());
            for third in DECISIONS {
                assert_eq!(
                    one.max(other).max(third),
                    one.max(other.max(third)),
                    "associative"
                );
            }
        }
    }
}

#[test]
fn the_lesser_of_two_severities_is_the_one_that_comes_first() {
    for (place, severity) in SEVERITIES.into_iter().enumerate() {
        for (limit_place, limit) in SEVERITIES.into_iter().enumerate() {
            let lesser = if place < limit_place { severity } else { limit };
            assert_eq!(
                severity.min(limit),
                lesser,
                "{severity:?} at most {limit:?}"
            );
            assert_eq!(
                severity.min(limit).refusal(),
                severity.refusal().min(limit.refusal())
            );
        }
    }
}

#[test]
fn a_finding_decides_by_its_severity_and_its_outcome() {
    for severity in SEVERITIES {
        let missing = Outcome::Missing(Fact::Share);
        let decides = |outcome| Decision::of(severity, outcome);
        assert_eq!(decides(Outcome::Met), Decision::Permit);
        assert_eq!(decides(Outcome::Inapplicable), Decision::Permit);
        assert_eq!(decides(Outcome::Breached), severity.refusal());
        let undecided = if severity.refusal().is_permit() {
            Decision::Permit
        } else {
            Decision::Undecided
        };
        assert_eq!(decides(missing), undecided);
    }
}
