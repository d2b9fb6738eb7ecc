//! The measures and the actions for the four parties, against each rule in plain words.

use keqing::party::action::{
    Action, Countermeasure, Direction, Effect, Measure, Need, judge_action, judge_measure,
};
use keqing::party::integrity::IntegrityOffice;
use keqing::party::parties::{FourParty, Person, Register};
use keqing::verdict::Decision;
use keqing::vocab::benefit::{
    Benefit, Clearance, ClearanceScope, ClearanceWord, Horizon, InterestKind, Scope,
};
use keqing::vocab::known::Grade;
use keqing::vocab::name::{Label, PersonId};
use keqing::vocab::words::{Department, Level, NeedKind, Role, Side};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::{Strategy, prop_assert, prop_assert_eq, proptest};
use proptest::sample::select;

use super::net::today;
use crate::support::given::{day, grade};

pub(super) fn named(text: &str) -> PersonId {
    match PersonId::new(text) {
        Ok(id) => id,
        Err(error) => panic!("{error}"),
    }
}

pub(super) fn label(text: &str) -> Label {
    match Label::new(text) {
        Ok(label) => label,
        Err(error) => panic!("{error}"),
    }
}

pub(super) fn role() -> impl Strategy<Value = Role> {
    select(Role::ALL.to_vec())
}

/// A seller, and a counsel of legal affairs and compliance.
pub(super) fn colleagues() -> Register {
    let of = |name: &str, department| Person::of(named(name), department, Level::Manager);
    let ours = [of("li", Department::Sales), of("gu", Department::Legal)];
    Register::new(ours, []).unwrap_or_default()
}

/// The word of the integrity office about one of the four parties, given some days before or after today.
pub(super) fn clearance() -> impl Strategy<Value = Clearance> {
    let by = select(vec![None, Some("li"), Some("gu")]);
    let word = select(ClearanceWord::ALL.to_vec());
    (word, grade(), 0_u32..20, role(), by).prop_map(|(word, grade, on, party, by)| {
        let word = Clearance::new(word, grade, day(on), ClearanceScope::new(party));
        word.with_by(by.map(named))
    })
}

/// Returns what a word says about the material gain of a person on a day: it opens, closes, or says nothing.
pub(super) fn told(word: &Clearance, party: Role, event: Option<u32>) -> Option<ClearanceWord> {
    if word.scope.party != party || word.on > today() {
        return None;
    }
    let legal = word.by.is_some_and(|by| by == named("gu"));
    let counts = word.grade >= Grade::CustomerStated && legal;
    let in_time = event.is_none_or(|event| word.on <= day(event));
    match word.word {
        ClearanceWord::Refused => Some(ClearanceWord::Refused),
        ClearanceWord::Cleared => (counts && in_time).then_some(ClearanceWord::Cleared),
    }
}

fn kind() -> impl Strategy<Value = NeedKind> {
    select(NeedKind::ALL.to_vec())
}

fn effect() -> impl Strategy<Value = Option<Effect>> {
    let what = select(vec!["longer terms", "-", "…"]);
    let by = 0_u32..20;
    let countered = option::of(
        (what, by).prop_map(|(what, by)| Countermeasure::new(label(what), named("li"), day(by))),
    );
    let effect =
        (select(Direction::ALL.to_vec()), countered).prop_map(|(direction, countermeasure)| {
            let mut effect = Effect::new(direction);
            effect.countermeasure = countermeasure;
            effect
        });
    option::weighted(0.9, effect)
}

fn measure() -> impl Strategy<Value = Measure> {
    vec(effect(), 4).prop_map(|effects| {
        let mut effects = effects.into_iter();
        Measure {
            effects: FourParty::from_fn(|_| effects.next().flatten()),
        }
    })
}

/// An action, with the number of its day, if it has one.
fn action() -> impl Strategy<Value = (Action, Option<u32>)> {
    let horizon = || select(vec![Horizon::Near, Horizon::Far]);
    let need = (role(), kind(), horizon()).prop_map(|(holder, kind, horizon)| Need {
        holder,
        kind,
        horizon,
    });
    let benefit = (role(), select(InterestKind::ALL.to_vec()), horizon()).prop_map(
        |(party, interest, horizon)| Benefit {
            party,
            interest,
            horizon,
        },
    );
    let parts = (
        option::weighted(0.9, need),
        option::of(benefit),
        option::weighted(0.8, clearance()),
    );
    (role(), option::of(0_u32..20), parts).prop_map(|(actor, on, (need, benefit, word))| {
        let action = Action::new(actor)
            .with_on(on.map(day))
            .with_need(need)
            .with_benefit(benefit)
            .with_clearance(word);
        (action, on)
    })
}

fn decided(action: &Action) -> Option<Decision> {
    let register = colleagues();
    let office = IntegrityOffice::new(&register, today());
    let verdict = judge_action(&office, action).ok()?;
    Some(verdict.decision())
}

/// Returns the parties of which a person gains something material by an action, each once.
fn gains(action: &Action) -> Vec<Role> {
    let for_a_person = |party: Role| Scope::of(party) == Scope::Personal;
    let material = |kind: NeedKind| kind == NeedKind::Material;
    let need = action
        .need
        .filter(|need| for_a_person(need.holder) && material(need.kind));
    let benefit = action.benefit.filter(|benefit| {
        let personal = benefit.interest.scope == Scope::Personal || for_a_person(benefit.party);
        personal && material(benefit.interest.kind)
    });
    let mut parties: Vec<Role> = need.map(|need| need.holder).into_iter().collect();
    parties.extend(benefit.map(|benefit| benefit.party));
    parties.dedup();
    parties
}

proptest! {
    #[test]
    fn a_party_that_is_left_out_or_harmed_for_nothing_is_never_permitted(measure in measure()) {
        let is_said = |one: Countermeasure| {
            let is_empty = !one.what.as_str().chars().any(char::is_alphabetic);
            !is_empty && one.by >= today()
        };
        let is_sound = |effect: &Option<Effect>| {
            effect.is_some_and(|effect| {
                effect.direction != Direction::Negative || effect.countermeasure.is_some_and(is_said)
            })
        };
        let unsound = measure.effects.iter().filter(|(_, effect)| !is_sound(effect)).count();
        let verdict = judge_measure(&colleagues(), &measure, today());
        prop_assert!(verdict.is_ok(), "{:?}", verdict);
        let Ok(verdict) = verdict else { return Ok(()) };
        let expected = if unsound == 0 { Decision::Permit } else { Decision::Deny };
        prop_assert_eq!(verdict.decision(), expected);
        prop_assert_eq!(verdict.remedies().count(), unsound);
    }

    #[test]
    fn an_action_is_justified_by_the_customers_need_the_party_and_integrity((action, on) in action()) {
        let serves = action.need.is_some_and(|need| need.holder.side() == Side::Customer);
        let misbooked = action
            .benefit
            .is_some_and(|benefit| benefit.interest.scope != Scope::of(benefit.party));
        let gains = gains(&action);
        prop_assert_eq!(action.is_integrity_sensitive(), !gains.is_empty());
        let word = |party: &Role| action.clearance.and_then(|word| told(&word, *party, on));
        let is_refused = gains.iter().any(|party| word(party) == Some(ClearanceWord::Refused));
        let is_clean = gains.iter().all(|party| word(party) == Some(ClearanceWord::Cleared));
        let expected = if !serves || misbooked || is_refused {
            Decision::Deny
        } else if is_clean {
            Decision::Permit
        } else {
            Decision::Undecided
        };
        prop_assert_eq!(decided(&action), Some(expected));
    }

    #[test]
    fn an_action_without_its_clearance_is_never_freer((action, _) in action()) {
        let without = action.with_clearance(None);
        let [with, without] = [action, without].map(|action| decided(&action));
        prop_assert!(without == Some(Decision::Undecided) || without == with);
    }

    #[test]
    fn a_guess_of_a_clearance_never_opens((action, _) in action()) {
        let guess = action.clearance.map(|mut word| {
            word.grade = Grade::Estimated;
            word
        });
        let guessed = action.with_clearance(guess);
        let [known, guessed] = [action, guessed].map(|action| decided(&action));
        prop_assert!(guessed >= known, "{guessed:?} for a guess, {known:?} for the word");
        if action.is_integrity_sensitive() {
            prop_assert!(guessed != Some(Decision::Permit));
        }
    }
}
