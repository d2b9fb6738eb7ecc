use alloc::vec::Vec;

use chrono::NaiveDate;

use crate::party::continuity::departure::{Departure, Handover};
use crate::party::continuity::departure_rules::departure;
use crate::party::continuity::effect::{AlertKind, Continuity, DepartureEffect};
use crate::party::continuity::policy::ContinuityPolicy;
use crate::party::continuity::ties::Ties;
use crate::party::parties::{Person, Register};
use crate::party::sample::{at_risk, continuity, id, person, ties, today};
use crate::verdict::{Assessment, Fact, Finding, Presence, RuleId, Severity, Subject};
use crate::vocab::known::Known;
use crate::vocab::share::Share;
use crate::vocab::words::Side;

fn yesterday() -> Option<NaiveDate> {
    today().pred_opt()
}

/// Makes a register in which one person has left, and a stand-in `c` who holds no tie.
fn without(leaver: &str) -> Register {
    let ends = |name: &str| {
        let last = (name == leaver).then(yesterday).flatten();
        person(name).with_until(last)
    };
    let people = |names: [&str; 3]| names.map(ends);
    let Ok(register) = Register::new(people(["a", "b", "c"]), people(["x", "y", "z"])) else {
        panic!("register of the test")
    };
    register
}

fn leaves(side: Side, person: &str) -> Departure {
    let mut departure = Departure::of(side, id(person));
    departure.plan = Known::measured(Presence::Present);
    departure
}

fn to_nobody(side: Side, person: &str) -> Departure {
    leaves(side, person).with_successor(Known::measured(None))
}

#[track_caller]
fn ask(ties: &Ties, departs: &Departure) -> Assessment<DepartureEffect> {
    let policy = ContinuityPolicy::standard();
    let register = without(departs.person.as_str());
    let Ok(answer) = departure(&policy, &register, ties, departs, today()) else {
        panic!("departure of the test")
    };
    answer
}

/// Seven and three tenths are held by two people. Whoever leaves on the same day carries nothing on.
#[test]
fn two_who_leave_on_one_day_leave_nothing_behind() {
    let held = ties(&[("a", "x", 7), ("b", "x", 3)]);
    let lost = |last_of_b: Option<NaiveDate>, leaver: &str| {
        let until = |name: &str, last| person(name).with_until(last);
        let ours = [until("a", yesterday()), until("b", last_of_b)];
        let Ok(register) = Register::new(ours, [person("x")]) else {
            panic!("register of the test")
        };
        let departs = to_nobody(Side::Supplier, leaver);
        let policy = ContinuityPolicy::standard();
        let Ok(answer) = departure(&policy, &register, &held, &departs, today()) else {
            panic!("departure of the test")
        };
        continuity(&answer)
    };
    assert_eq!(lost(None, "a"), at_risk(7, 10));
    assert_eq!(lost(Some(today()), "a"), at_risk(7, 10));
    assert_eq!(lost(yesterday(), "a"), Some(Continuity::Broken));
    assert_eq!(lost(yesterday(), "b"), Some(Continuity::Broken));
}

#[test]
fn the_weight_of_the_leaver_is_lost_whoever_else_is_known() {
    let table = [
        (ties(&[("a", "x", 1)]), Some(Continuity::Broken)),
        (
            ties(&[("a", "x", 9), ("a", "y", 1)]),
            Some(Continuity::Broken),
        ),
        (ties(&[("a", "x", 9), ("b", "y", 1)]), at_risk(9, 10)),
        (ties(&[("a", "x", 99), ("b", "x", 1)]), at_risk(99, 100)),
        (ties(&[("a", "x", 31), ("b", "x", 69)]), at_risk(31, 100)),
        (
            ties(&[("a", "x", 30), ("b", "x", 70)]),
            Some(Continuity::Continuous),
        ),
        (ties(&[("b", "x", 1)]), Some(Continuity::Continuous)),
    ];
    for (ties, expected) in table {
        let answer = ask(&ties, &to_nobody(Side::Supplier, "a"));
        assert_eq!(continuity(&answer), expected, "{ties:?}");
        let within = expected == Some(Continuity::Continuous);
        assert_eq!(
            answer.breaches(RuleId::known("CON", 1)),
            !within,
            "{ties:?}"
        );
    }
}

#[test]
fn what_is_missing_is_no_graver_than_the_worst_answer_would_be() {
    let table = [
        ties(&[("a", "x", 1), ("b", "x", 99)]),
        ties(&[("a", "x", 30), ("b", "x", 70)]),
        ties(&[("a", "x", 31), ("b", "x", 69)]),
        ties(&[("a", "y", 20), ("b", "x", 80)]),
        ties(&[("a", "y", 40), ("b", "x", 60)]),
        ties(&[("a", "x", 1)]),
    ];
    for ties in table {
        let successor = leaves(Side::Supplier, "a").with_successor(Known::measured(Some(id("c"))));
        let handed = |handover: Known<Handover>| {
            let answer = ask(&ties, &successor.clone().with_handover(handover));
            let found = answer.findings().iter().copied();
            found.collect::<Vec<_>>()
        };
        let unknown = handed(Known::Unknown);
        let worst = handed(Known::measured(Handover::Nothing));
        let gravest = |findings: &[Finding]| {
            let against = findings
                .iter()
                .filter(|one| one.is_gap() || one.is_breach());
            against.map(|one| one.severity).max()
        };
        assert!(gravest(&unknown) <= gravest(&worst), "{ties:?}");
    }
}

#[test]
fn a_plan_is_due_however_much_hangs_on_the_leaver() {
    for ties in [
        ties(&[("a", "x", 1), ("b", "x", 99)]),
        ties(&[("a", "x", 1)]),
        Ties::default(),
    ] {
        let mut departs = to_nobody(Side::Supplier, "a");
        departs.plan = Known::measured(Presence::Absent);
        let answer = ask(&ties, &departs);
        let planned = answer.findings().breaches();
        let planned = planned.filter(|breach| breach.evidence.fact == Fact::ContinuityPlan);
        let severities = planned.map(|breach| breach.severity);
        assert!(severities.eq([Severity::Critical]), "{ties:?}");
    }
}

#[test]
fn a_counterpart_who_keeps_next_to_nothing_is_named() {
    let named = |of: &[(&str, &str, u32)]| {
        let answer = ask(&ties(of), &to_nobody(Side::Supplier, "a"));
        let mut breaches = answer.findings().breaches();
        let thin = breaches.find(|finding| finding.evidence.fact == Fact::KeptTies);
        thin.map(|finding| finding.evidence.subject)
    };
    let x = Subject::Person {
        side: Side::Customer,
        id: id("x"),
    };
    assert_eq!(named(&[("a", "x", 91), ("b", "x", 9)]), Some(x));
    assert_eq!(named(&[("a", "x", 90), ("b", "x", 10)]), None);
    assert_eq!(
        named(&[("a", "x", 1), ("b", "y", 9)]),
        Some(x),
        "though little is lost"
    );
}

#[test]
fn what_a_successor_has_taken_over_is_not_lost() {
    let ties = ties(&[("a", "x", 5), ("a", "y", 3), ("b", "z", 2)]);
    let taken = |successor: &str, handover| {
        let departs = leaves(Side::Supplier, "a");
        let departs = departs.with_successor(Known::measured(Some(id(successor))));
        continuity(&ask(&ties, &departs.with_handover(handover)))
    };
    let to_x = Known::measured(Handover::Counterparts([id("x")].into_iter().collect()));
    let nothing = Known::measured(Handover::Nothing);
    assert_eq!(taken("c", nothing), at_risk(8, 10));
    assert_eq!(taken("c", to_x), Some(Continuity::Continuous));
    let everything = Known::measured(Handover::Everything);
    assert_eq!(taken("c", everything.clone()), Some(Continuity::Continuous));
    assert_eq!(taken("c", Known::Unknown), None);
}

#[test]
fn a_successor_who_has_left_takes_nothing_over() {
    let gone: Person = person("c").with_until(yesterday());
    let Ok(register) = Register::new([person("a").with_until(yesterday()), gone], [person("x")])
    else {
        panic!("register of the test")
    };
    let departs = leaves(Side::Supplier, "a")
        .with_successor(Known::measured(Some(id("c"))))
        .with_handover(Known::measured(Handover::Everything));
    let policy = ContinuityPolicy::standard();
    let answer = departure(
        &policy,
        &register,
        &ties(&[("a", "x", 1)]),
        &departs,
        today(),
    );
    assert_eq!(
        answer.ok().and_then(|answer| continuity(&answer)),
        Some(Continuity::Broken)
    );
}

#[test]
fn an_unknown_successor_leaves_open_only_what_depends_on_one() {
    let departs = leaves(Side::Customer, "x");
    let exposed = ties(&[("a", "x", 1), ("b", "y", 1)]);
    assert_eq!(continuity(&ask(&exposed, &departs)), None);
    let little = ties(&[("a", "x", 1), ("a", "y", 9)]);
    let answer = ask(&little, &departs);
    assert_eq!(continuity(&answer), Some(Continuity::Continuous));
    assert_eq!(answer.findings().gaps().count(), 0);
    let nothing = departs.with_handover(Known::measured(Handover::Nothing));
    assert_eq!(continuity(&ask(&exposed, &nothing)), at_risk(1, 2));
}

#[test]
fn a_guess_may_close_and_does_not_open() {
    let ties = ties(&[("a", "x", 5), ("a", "y", 3), ("b", "z", 2)]);
    let asked = |successor: Known<&str>, handover| {
        let successor = successor.map(|name| Some(id(name)));
        let departs = leaves(Side::Supplier, "a").with_successor(successor);
        ask(&ties, &departs.with_handover(handover))
    };
    let gaps = |answer: &Assessment<DepartureEffect>| {
        let gaps = answer.findings().gaps();
        gaps.map(|gap| gap.evidence.fact).collect::<Vec<_>>()
    };
    let to = |people: &[&str]| Handover::Counterparts(people.iter().map(|one| id(one)).collect());
    let (known, guess) = (Known::measured("c"), Known::estimated("c"));
    let told = asked(known, Known::estimated(Handover::Everything));
    assert_eq!(continuity(&told), None);
    assert!(gaps(&told).contains(&Fact::Handover));
    let told = asked(guess, Known::measured(Handover::Everything));
    assert_eq!(continuity(&told), None);
    assert!(gaps(&told).contains(&Fact::Successor));
    let told = asked(known, Known::estimated(to(&["y"])));
    assert_eq!(
        continuity(&told),
        at_risk(5, 10),
        "so much is lost at least"
    );
    let told = asked(guess, Known::estimated(Handover::Nothing));
    assert_eq!(continuity(&told), at_risk(8, 10));
    let mut departs = leaves(Side::Supplier, "a");
    departs.plan = Known::estimated(Presence::Present);
    assert!(gaps(&ask(&ties, &departs)).contains(&Fact::ContinuityPlan));
}

#[test]
fn a_missing_plan_is_a_breach_whatever_else_is_unknown() {
    let mut departs = leaves(Side::Supplier, "a");
    departs.plan = Known::measured(Presence::Absent);
    for ties in [Ties::default(), ties(&[("a", "x", 1)])] {
        let answer = ask(&ties, &departs);
        assert_eq!(answer.value(), None);
        assert!(answer.breaches(RuleId::known("CON", 1)));
    }
}

#[test]
fn the_main_contact_of_either_side_opens_the_door_and_both_are_warned() {
    let ties = ties(&[("a", "x", 5), ("b", "y", 4), ("b", "x", 2)]);
    let table = [
        (Side::Supplier, "a", None),
        (Side::Supplier, "b", Some((6, 11))),
        (Side::Customer, "x", Some((7, 11))),
        (Side::Customer, "y", None),
        (Side::Customer, "z", None),
    ];
    for (side, person, share) in table {
        let answer = ask(&ties, &to_nobody(side, person));
        let alerts = answer.value().and_then(|effect| effect.alerts);
        let told = alerts.map(|alerts| alerts.map(|one| (one.side, one.kind, one.share)));
        let expected = share.map(|(part, whole)| {
            let share = Share::new(part, whole).unwrap_or(Share::NONE);
            Side::ALL.map(|side| (side, AlertKind::PersonnelChange, share))
        });
        assert_eq!(told, expected, "{person}");
        assert_eq!(answer.breaches(RuleId::known("CON", 3)), share.is_some());
    }
}

#[test]
fn a_broken_relationship_weighs_more_than_one_at_risk() {
    let gravest = |ties: &Ties| {
        let departs = to_nobody(Side::Supplier, "a");
        let answer = ask(ties, &departs);
        let breaches = answer.findings().breaches();
        let rule = RuleId::known("CON", 1);
        let severities = breaches.filter(|finding| finding.rule == rule);
        severities.map(|finding| finding.severity).max()
    };
    assert_eq!(gravest(&ties(&[("a", "x", 1)])), Some(Severity::Critical));
    let at_risk = ties(&[("a", "x", 1), ("b", "y", 1)]);
    assert_eq!(gravest(&at_risk), Some(Severity::Warning));
}
