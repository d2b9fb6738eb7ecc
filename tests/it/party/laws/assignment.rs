//! The people in charge of a special customer: on every day, and with every gap.

use keqing::party::continuity::{Assignment, ContinuityPolicy, judge_assignment};
use keqing::party::parties::Register;
use keqing::verdict::{Decision, Presence, Severity};
use keqing::vocab::known::{Grade, Known, Stated, Statement};
use keqing::vocab::name::PersonId;
use keqing::vocab::words::Side;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::{Just, Strategy, prop_assert, prop_assert_eq, proptest};
use proptest::sample::select;

use super::net::{LastDays, PEOPLE, id, last_days, register, today};
use crate::support::given::{day, grade, known, presence, severity};

type Named = Stated<Option<PersonId>>;

/// Up to two statements about one of our people, or nobody.
fn named() -> impl Strategy<Value = Named> {
    let person = option::weighted(0.9, 0..PEOPLE);
    let person = person.prop_map(|number| number.map(|number| id(Side::Supplier, number)));
    let days = (option::of(0_u32..20), option::of(0_u32..20));
    let statement = (person, grade(), days).prop_map(|(person, grade, (on, until))| {
        let mut said = Statement::new(person, grade);
        (said.on, said.until) = (on.map(day), until.map(day));
        said
    });
    vec(statement, 0..3).prop_map(Stated::several)
}

fn assignment() -> impl Strategy<Value = Assignment> {
    (known(presence()), named(), named()).prop_map(|(special, owner, deputy)| {
        Assignment::new()
            .with_special(Stated::from(special))
            .with_owner(owner)
            .with_deputy(deputy)
    })
}

fn decided(policy: &ContinuityPolicy, last: &LastDays, assignment: &Assignment) -> Decision {
    let register: Register = register(last);
    match judge_assignment(policy, &register, assignment, today()) {
        Ok(verdict) => verdict.decision(),
        Err(error) => panic!("{error}"),
    }
}

/// Replaces every statement by one of another grade.
fn graded(stated: &Named, grade: Grade) -> Named {
    Stated::several(stated.statements().iter().map(|said| {
        let mut said = *said;
        said.grade = grade;
        said
    }))
}

proptest! {
    #[test]
    fn an_assignment_of_which_less_is_known_is_never_freer(
        assignment in assignment(), last in last_days(), deputy in severity(),
        forgotten in (0_u8..2, 0_u8..2, 0_u8..2),
    ) {
        let policy = ContinuityPolicy::standard().with_deputy(deputy);
        let mut without = assignment.clone();
        if forgotten.0 == 1 {
            without.special = Stated::unknown();
        }
        if forgotten.1 == 1 {
            without.owner = Stated::unknown();
        }
        if forgotten.2 == 1 {
            without.deputy = Stated::unknown();
        }
        let [with, without] = [assignment, without].map(|one| decided(&policy, &last, &one));
        // Where the deputy only escalates, silence about a refused owner is still undecided.
        prop_assert!(without == Decision::Undecided || without == with, "{without} without, {with} with");
    }

    #[test]
    fn a_guess_of_who_is_in_charge_never_opens(assignment in assignment(), last in last_days()) {
        let policy = ContinuityPolicy::standard();
        let sure = |of: &Named| graded(of, Grade::Measured);
        let guess = |of: &Named| graded(of, Grade::Estimated);
        let known = assignment
            .clone()
            .with_owner(sure(&assignment.owner))
            .with_deputy(sure(&assignment.deputy));
        let guessed = assignment
            .clone()
            .with_owner(guess(&assignment.owner))
            .with_deputy(guess(&assignment.deputy));
        let [known, guessed] = [known, guessed].map(|one| decided(&policy, &last, &one));
        prop_assert!(guessed >= known || guessed == Decision::Undecided);
        let is_special = assignment.special.statements().iter().any(|one| one.value.is_present());
        prop_assert!(!is_special || guessed != Decision::Permit);
    }

    #[test]
    fn the_order_of_statements_cannot_matter(
        (given, shuffled) in vec(named(), 1..4).prop_flat_map(|parts| {
            let all = parts.iter().flat_map(|one| one.statements().to_vec());
            let all: Vec<_> = all.collect();
            (Just(all.clone()), Just(all).prop_shuffle())
        }),
        last in last_days(),
    ) {
        let special = Stated::measured(Presence::Present);
        let of = |statements: Vec<_>| {
            let owner = Stated::several(statements);
            Assignment::new().with_special(special.clone()).with_owner(owner)
        };
        let policy = ContinuityPolicy::standard().with_deputy(Severity::Notice);
        let register = register(&last);
        let [one, other] = [of(given), of(shuffled)];
        let tally = |one| {
            let verdict = judge_assignment(&policy, &register, one, today());
            verdict.map(|verdict| verdict.tally())
        };
        prop_assert_eq!(tally(&one), tally(&other));
    }

    #[test]
    fn whoever_has_left_owns_nothing(
        last in last_days(), (owner, deputy) in (0..PEOPLE, 0..PEOPLE), on in 0_u32..25,
        grades in select(vec![Grade::CustomerStated, Grade::Measured]),
    ) {
        let ours = |number| Known::graded(Some(id(Side::Supplier, number)), grades);
        let assignment = Assignment::new()
            .with_special(Stated::measured(Presence::Present))
            .with_owner(Stated::from(ours(owner)))
            .with_deputy(Stated::from(ours(deputy)));
        let acts = |number: usize| {
            let [ours, _] = &last;
            ours.get(number).is_some_and(|last| last.is_none_or(|last| on <= last))
        };
        let expected = if owner != deputy && acts(owner) && acts(deputy) {
            Decision::Permit
        } else {
            Decision::Deny
        };
        let policy = ContinuityPolicy::standard();
        let verdict = judge_assignment(&policy, &register(&last), &assignment, day(on));
        prop_assert_eq!(verdict.map(|verdict| verdict.decision()), Ok(expected));
    }
}
