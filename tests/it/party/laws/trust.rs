//! Trust: whose word counts on a day, and for how long.

use keqing::party::parties::{Organization, Parties, Person};
use keqing::party::trust::{PersonTrust, TrustPicture, TrustPolicy, assess_trust};
use keqing::verdict::{Assessment, Fact, Reading};
use keqing::vocab::known::{Grade, Stated, Statement};
use keqing::vocab::time::Days;
use keqing::vocab::words::{Department, Level, TrustLevel};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::{Just, Strategy, prop_assert, prop_assert_eq, proptest};
use proptest::sample::select;

use super::four_parties::named;
use super::net::today;
use crate::support::given::{day, grade};

/// Two people a side; each may leave, and never before the day of the question.
const NAMES: [&str; 4] = ["li", "zhou", "wang", "zhao"];

fn parties() -> Option<Parties> {
    let person = |name| Person::of(named(name), Department::Sales, Level::Operator);
    let [li, zhou, wang, zhao] = NAMES.map(person);
    let ours = Organization::new("s", "S").ok()?;
    let theirs = Organization::new("c", "C").ok()?;
    Parties::of_people(ours, [li, zhou], theirs, [wang, zhao]).ok()
}

fn statement() -> impl Strategy<Value = Statement<TrustLevel>> {
    let level = select(TrustLevel::ALL.to_vec());
    (level, grade(), 0_u32..20)
        .prop_map(|(level, grade, on)| Statement::new(level, grade).with_on(day(on)))
}

/// The words of everybody: none, one or several.
fn words() -> impl Strategy<Value = Vec<Vec<Statement<TrustLevel>>>> {
    vec(vec(statement(), 0..3), NAMES.len())
}

fn trust(words: &[Vec<Statement<TrustLevel>>]) -> Vec<PersonTrust> {
    let all = NAMES.into_iter().zip(words);
    all.map(|(name, said)| PersonTrust {
        person: named(name),
        level: Stated::several(said.iter().copied()),
    })
    .collect()
}

fn ask(policy: &TrustPolicy, people: &[PersonTrust]) -> Option<Assessment<TrustPicture>> {
    let nothing = Stated::unknown();
    assess_trust(policy, &parties()?, people, &nothing, today()).ok()
}

/// The word that counts, looked for one by one: made by the day, not too old, of the best grade, and the
/// latest of these; none where two of them differ.
fn counts(said: &[Statement<TrustLevel>], days: Option<u32>) -> Option<Statement<TrustLevel>> {
    let in_force = said.iter().filter(|one| {
        let age = one
            .on
            .map(|on| today().signed_duration_since(on).num_days());
        age.is_some_and(|age| 0 <= age && days.is_none_or(|days| age <= i64::from(days)))
    });
    let best = in_force.clone().map(|one| (one.grade, one.on)).max()?;
    let mut equal = in_force.filter(|one| (one.grade, one.on) == best);
    let first = *equal.next()?;
    equal.all(|one| one.value == first.value).then_some(first)
}

proptest! {
    #[test]
    fn nobody_is_taken_to_trust_who_has_not_said(words in words(), days in option::of(0_u32..12)) {
        let policy = TrustPolicy::standard().with_word_days(days.map(Days::new));
        let Some(found) = ask(&policy, &trust(&words)) else {
            prop_assert!(false, "everybody is in the register");
            return Ok(());
        };
        let said: Vec<_> = words.iter().map(|said| counts(said, days)).collect();
        let missing = found.findings().gaps().filter(|gap| gap.evidence.fact == Fact::PersonalTrust);
        let unsaid = said.iter().filter(|one| one.is_none()).count();
        let by_person = missing.filter(|gap| gap.rule.to_string() == "PTY-02");
        prop_assert_eq!(by_person.count(), unsaid);
        let Some(picture) = found.into_value() else {
            prop_assert!(false, "the picture is always told");
            return Ok(());
        };
        prop_assert_eq!(picture.aggregate.personal.is_known(), unsaid == 0);
        prop_assert!(!picture.aggregate.organizational.is_known());
        let levels = || said.iter().flatten().map(|one| one.value);
        prop_assert_eq!(picture.worst.map(|worst| worst.level), levels().min());
        prop_assert_eq!(picture.best.map(|best| best.level), levels().max());
        let ahead = words.iter().flatten().filter(|one| one.on > Some(today())).count();
        prop_assert_eq!(usize::try_from(picture.ahead).ok(), Some(ahead));
        if let Some(together) = picture.aggregate.personal.value() {
            prop_assert!(levels().filter(|level| level >= together).count() > 2);
            let weakest = said.iter().flatten().map(|one| one.grade).min();
            prop_assert_eq!(picture.aggregate.personal.grade(), weakest);
        }
    }

    #[test]
    fn a_word_that_is_too_old_is_missing_and_says_since_when(age in 0_u32..8, days in 0_u32..8) {
        let policy = TrustPolicy::standard().with_word_days(Some(Days::new(days)));
        let on = day(10_u32.saturating_sub(age));
        let said = Statement::new(TrustLevel::Full, Grade::CustomerStated).with_on(on);
        let Some(found) = ask(&policy, &trust(&vec![vec![said]; NAMES.len()])) else { return Ok(()) };
        let since = on.checked_add_days(chrono::Days::new(u64::from(days).saturating_add(1)));
        let expired = found.findings().gaps().filter(|gap| match gap.evidence.reading {
            Reading::Expired { since: told } => Some(told) == since,
            _ => false,
        });
        prop_assert_eq!(expired.count(), if age > days { NAMES.len() } else { 0 });
    }

    #[test]
    fn the_order_of_people_and_statements_cannot_matter(
        (given, shuffled) in words().prop_flat_map(|words| {
            let people = trust(&words);
            (Just(people.clone()), Just(people).prop_shuffle())
        }),
    ) {
        let turned: Vec<PersonTrust> = shuffled.into_iter().map(|mut one| {
            let mut said = one.level.statements().to_vec();
            said.reverse();
            one.level = Stated::several(said);
            one
        }).collect();
        let policy = TrustPolicy::standard();
        let told = |people: &[PersonTrust]| ask(&policy, people).and_then(|found| found.into_value());
        prop_assert_eq!(told(&given), told(&turned));
    }

    /// Whoever has left says nothing any more, and what was said before holds for its time.
    #[test]
    fn whoever_has_left_has_no_say(last in 0_u32..20, on in 0_u32..20) {
        let of = |name, last: Option<u32>| {
            let person = Person::of(named(name), Department::Sales, Level::Operator);
            person.with_until(last.map(day))
        };
        let (Ok(ours), Ok(theirs)) = (Organization::new("s", "S"), Organization::new("c", "C")) else {
            return Ok(());
        };
        let people = [of("wang", Some(last)), of("zhao", None)];
        let Ok(parties) = Parties::of_people(ours, [of("li", None)], theirs, people) else {
            return Ok(());
        };
        let word = PersonTrust {
            person: named("wang"),
            level: Statement::new(TrustLevel::Absent, Grade::CustomerStated).with_on(day(on)).into(),
        };
        let policy = TrustPolicy::standard();
        let found = assess_trust(&policy, &parties, &[word], &Stated::unknown(), today());
        prop_assert_eq!(found.is_err(), on > last);
        let counts = found.ok().and_then(|found| found.into_value()?.worst);
        prop_assert_eq!(counts.is_some(), on <= last && on <= 10);
    }
}
