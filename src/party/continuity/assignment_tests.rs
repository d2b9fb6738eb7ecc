use alloc::string::{String, ToString};

use crate::party::continuity::assignment::{Assignment, judge_assignment};
use crate::party::continuity::policy::ContinuityPolicy;
use crate::party::parties::Register;
use crate::party::sample::{id, person, today};
use crate::verdict::{Decision, Fact, Outcome, Presence, Severity, Verdict};
use crate::vocab::known::{Grade, Known, Stated, Statement};
use crate::vocab::name::PersonId;

fn people() -> Register {
    let gone = person("gone").with_until(today().pred_opt());
    let ours = [person("li"), person("chen"), gone];
    let Ok(register) = Register::new(ours, [person("wang")]) else {
        panic!("register of the test")
    };
    register
}

#[track_caller]
fn ask(policy: &ContinuityPolicy, assignment: &Assignment) -> Verdict {
    let Ok(verdict) = judge_assignment(policy, &people(), assignment, today()) else {
        panic!("assignment of the test")
    };
    verdict
}

fn in_charge(
    special: Known<Presence>,
    owner: impl Into<Stated<Option<PersonId>>>,
    deputy: impl Into<Stated<Option<PersonId>>>,
) -> Assignment {
    Assignment {
        special: special.into(),
        owner: owner.into(),
        deputy: deputy.into(),
    }
}

#[test]
fn a_special_customer_has_an_owner_and_a_deputy_who_is_somebody_else() {
    use Decision::{Deny, Permit, Undecided};
    let unknown = Known::<Option<PersonId>>::Unknown;
    let nobody = Known::measured(None);
    let known = |name| Known::measured(Some(id(name)));
    let guessed = |name| Known::estimated(Some(id(name)));
    let (special, ordinary) = (
        Known::measured(Presence::Present),
        Known::measured(Presence::Absent),
    );
    let table = [
        (Known::Unknown, nobody, nobody, Undecided),
        (ordinary, nobody, nobody, Permit),
        (special, unknown, unknown, Undecided),
        (special, known("li"), unknown, Undecided),
        (special, unknown, known("chen"), Undecided),
        (Known::estimated(Presence::Present), nobody, nobody, Deny),
        (
            Known::estimated(Presence::Absent),
            nobody,
            nobody,
            Undecided,
        ),
        (special, unknown, nobody, Deny),
        (special, nobody, known("chen"), Deny),
        (special, known("li"), nobody, Deny),
        (special, known("li"), known("li"), Deny),
        (special, known("li"), known("chen"), Permit),
        (special, known("gone"), known("chen"), Deny),
        (special, known("li"), known("gone"), Deny),
        (special, guessed("li"), known("chen"), Undecided),
        (special, known("li"), guessed("chen"), Undecided),
        (special, guessed("gone"), known("chen"), Deny),
    ];
    for (special, owner, deputy, expected) in table {
        let verdict = ask(
            &ContinuityPolicy::standard(),
            &in_charge(special, owner, deputy),
        );
        assert_eq!(
            verdict.decision(),
            expected,
            "{special:?} {owner:?} {deputy:?}"
        );
    }
}

#[test]
fn of_two_statements_the_stricter_one_counts() {
    let special = Known::measured(Presence::Present);
    let both = Stated::several([
        Statement::new(Some(id("li")), Grade::Measured),
        Statement::new(None, Grade::Estimated),
    ]);
    let assignment = in_charge(special, both, Known::measured(Some(id("chen"))));
    let verdict = ask(&ContinuityPolicy::standard(), &assignment);
    assert_eq!(verdict.decision(), Decision::Deny);
    let breaches = verdict.findings().breaches();
    let facts = breaches.map(|finding| finding.evidence.fact);
    assert!(facts.eq([Fact::DedicatedOwner, Fact::Contradiction]));
}

#[test]
fn a_deputy_is_nobody_as_long_as_the_owner_is_unknown() {
    let (special, chen) = (
        Known::measured(Presence::Present),
        Known::measured(Some(id("chen"))),
    );
    let assignment = in_charge(special, Known::<Option<PersonId>>::Unknown, chen);
    let verdict = ask(&ContinuityPolicy::standard(), &assignment);
    let gaps = verdict.findings().gaps();
    let facts = gaps.map(|finding| finding.evidence.fact);
    assert!(facts.eq([Fact::DedicatedOwner, Fact::Deputy]));
}

#[test]
fn the_policy_says_how_much_a_deputy_weighs() {
    let special = Known::measured(Presence::Present);
    let assignment = in_charge(
        special,
        Known::measured(Some(id("li"))),
        Known::measured(None),
    );
    let lenient = ContinuityPolicy::standard().with_deputy(Severity::Warning);
    let verdict = ask(&lenient, &assignment);
    assert_eq!(verdict.decision(), Decision::Permit);
    assert_eq!(verdict.findings().breaches().count(), 1);
}

#[test]
fn the_rule_has_nothing_to_say_of_an_ordinary_customer() {
    let mut assignment = Assignment::new();
    assignment.special = Stated::measured(Presence::Absent);
    let verdict = ask(&ContinuityPolicy::standard(), &assignment);
    let outcomes = verdict.findings().iter().map(|finding| finding.outcome);
    assert!(outcomes.eq([Outcome::Inapplicable]));
}

#[test]
fn everybody_who_is_named_is_one_of_us() {
    let of = |owner: &str, deputy: &str| {
        let known = |name| Known::measured(Some(id(name)));
        let special = Known::measured(Presence::Present);
        let assignment = in_charge(special, known(owner), known(deputy));
        let policy = ContinuityPolicy::standard();
        let refused = judge_assignment(&policy, &people(), &assignment, today());
        refused.err().map(|error| error.to_string())
    };
    let both = "`wang` acts for the customer, expected somebody of the supplier; \
        nobody in the register is named `ghost`";
    assert_eq!(of("wang", "ghost"), Some(String::from(both)));
}
