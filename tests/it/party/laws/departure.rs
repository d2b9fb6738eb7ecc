//! Departures: what they cost, pair by pair, and what a guess about them may say.

use std::collections::BTreeSet;

use keqing::party::continuity::{
    Continuity, ContinuityPolicy, Departure, DepartureEffect, DepartureEvent, Handover, Tie,
    departure,
};
use keqing::party::parties::{Person, Register};
use keqing::verdict::{Assessment, Fact, Outcome, RuleId, Subject};
use keqing::vocab::known::{Grade, Known};
use keqing::vocab::name::PersonId;
use keqing::vocab::share::Share;
use keqing::vocab::words::Side;
use proptest::option;
use proptest::prelude::{Strategy, any, prop_assert, prop_assert_eq, proptest};
use proptest::sample::{Index, select};

use super::net::{LastDays, PEOPLE, held, id, last_days, of, policy, register, ties, today};
use crate::support::given::{day, made, presence};

/// A departure with the ties and the last days of everybody.
#[derive(Clone, Debug)]
struct Leaving {
    ties: Vec<Tie>,
    last: LastDays,
    given: Departure,
}

impl Leaving {
    fn register(&self) -> Register {
        register(&self.last)
    }

    /// The last day of the leaver, if there is one.
    fn last_day(&self) -> Option<chrono::NaiveDate> {
        let register = self.register();
        let mut people = register.side(self.given.side).iter();
        let leaver = people.find(|person| person.id == self.given.person);
        leaver
            .and_then(|person| person.until)
            .filter(|_| self.given.event != DepartureEvent::Soured)
    }

    /// The day of which the ties count: the last one of the leaver, or the one that is asked about.
    fn day(&self) -> chrono::NaiveDate {
        self.last_day().map_or(today(), |last| last.min(today()))
    }

    fn ask(&self, policy: &ContinuityPolicy, given: &Departure) -> Assessment<DepartureEffect> {
        match departure(policy, &self.register(), &of(&self.ties), given, today()) {
            Ok(answer) => answer,
            Err(error) => panic!("{error}"),
        }
    }

    fn effect(&self, policy: &ContinuityPolicy) -> Option<DepartureEffect> {
        self.ask(policy, &self.given).into_value()
    }

    /// The ties of the leaver that are held on the day that counts.
    fn own(&self) -> Vec<Tie> {
        let (register, side) = (self.register(), self.given.side);
        let held = held(&self.ties, &register, self.day());
        held.filter(|tie| *tie.person(side) == self.given.person)
            .copied()
            .collect()
    }

    /// The ties of the day, without those of others who leave on the same last day and carry nothing on.
    fn carried_on(&self) -> Vec<Tie> {
        let (register, side, last) = (self.register(), self.given.side, self.last_day());
        let goes = |one: &PersonId| {
            let ends = |person: &Person| person.id == *one && person.until == last;
            last.is_some() && *one != self.given.person && register.side(side).iter().any(ends)
        };
        let held = held(&self.ties, &register, self.day());
        held.filter(|tie| !goes(tie.person(side)))
            .copied()
            .collect()
    }

    /// Returns the share that is lost, added up pair by pair: the weight of the leaver's ties that nobody has
    /// taken over, in the weight of all ties that others might carry on.
    fn lost_by_hand(&self) -> Share {
        let (register, given) = (self.register(), &self.given);
        let first_without = self.last_day().and_then(|last| last.succ_opt());
        let after = first_without.map_or(today(), |day| day.max(today()));
        let successor = given.successor.value().copied().flatten();
        let acts = successor.is_some_and(|one| register.acts(given.side, &one, after));
        let is_taken = |counterpart: &PersonId| match given.handover.value() {
            Some(Handover::Everything) => acts,
            Some(Handover::Counterparts(people)) => acts && people.contains(counterpart),
            _ => false,
        };
        let weight = |ties: &mut dyn Iterator<Item = &Tie>| -> u64 {
            ties.map(|tie| u64::from(tie.weight.get())).sum()
        };
        let whole = weight(&mut self.carried_on().iter());
        let own = self.own();
        let across = given.side.opposite();
        let ended = weight(&mut own.iter().filter(|tie| !is_taken(tie.person(across))));
        if whole == 0 {
            Share::NONE
        } else {
            made(ended, whole)
        }
    }
}

/// A departure of which everything is known.
fn known_departure() -> impl Strategy<Value = Leaving> {
    let who = (
        select(Side::ALL.to_vec()),
        0..PEOPLE,
        option::weighted(0.8, 0..=PEOPLE),
        0_u32..20,
    );
    let event = select(vec![
        DepartureEvent::Leaves,
        DepartureEvent::Leaves,
        DepartureEvent::Soured,
    ]);
    let rest = (event, 0_u8..3, any::<Index>(), presence());
    (ties(), last_days(), who, rest).prop_map(|(ties, mut last, who, rest)| {
        let ((side, leaver, successor, until), (event, handover, cut, plan)) = (who, rest);
        let leaves = event != DepartureEvent::Soured;
        let [ours, theirs] = &mut last;
        let own = if side == Side::Supplier { ours } else { theirs };
        if let Some(last) = own.get_mut(leaver) {
            *last = leaves.then_some(until);
        }
        let leaver = id(side, leaver);
        let successor = successor.map(|number| id(side, number));
        let successor = successor.filter(|id| *id != leaver);
        let given = Departure::of(side, leaver)
            .with_event(event)
            .with_successor(Known::measured(successor))
            .with_plan(Known::measured(plan));
        let mut leaving = Leaving { ties, last, given };
        let own = leaving.own();
        let people = own.iter().take(cut.index(PEOPLE));
        let some = people.map(|tie| *tie.person(side.opposite())).collect();
        leaving.given.handover = Known::measured(match (successor, handover) {
            (None, _) | (_, 0) => Handover::Nothing,
            (_, 1) => Handover::Everything,
            _ => Handover::Counterparts(some),
        });
        leaving
    })
}

/// Returns the rule, the fact and the subject of each finding that is met.
fn met(answer: &Assessment<DepartureEffect>) -> Vec<(RuleId, Fact, Subject)> {
    let met = answer.findings().iter();
    met.filter(|finding| finding.outcome == Outcome::Met)
        .map(|finding| {
            (
                finding.rule,
                finding.evidence.fact,
                finding.evidence.subject,
            )
        })
        .collect()
}

fn continuity(answer: &Assessment<DepartureEffect>) -> Option<Continuity> {
    answer.value().map(|effect| effect.continuity)
}

proptest! {
    #[test]
    fn a_departure_never_costs_more_than_the_leaver_carried(policy in policy(), leaving in known_departure()) {
        let net = of(&leaving.carried_on()).on(&leaving.register(), leaving.day());
        let carried = net.map(|net| net.share_of(leaving.given.side, &leaving.given.person));
        let carried = carried.unwrap_or(Share::NONE);
        if let Some(effect) = leaving.effect(&policy) {
            prop_assert!(effect.lost <= carried);
            match effect.continuity {
                Continuity::Continuous => prop_assert!(effect.lost <= policy.at_risk_above()),
                Continuity::AtRisk { lost } => {
                    prop_assert_eq!(lost, effect.lost);
                    prop_assert!(policy.at_risk_above() < lost && lost < policy.broken_from());
                }
                Continuity::Broken => prop_assert!(policy.broken_from() <= effect.lost),
            }
        }
    }

    #[test]
    fn a_departure_costs_what_adding_up_by_hand_gives(policy in policy(), leaving in known_departure()) {
        if leaving.given.event != DepartureEvent::Soured {
            let by_hand = leaving.lost_by_hand();
            let expected = match by_hand {
                lost if lost >= policy.broken_from() => Continuity::Broken,
                lost if lost <= policy.at_risk_above() => Continuity::Continuous,
                lost => Continuity::AtRisk { lost },
            };
            let effect = leaving.effect(&policy);
            prop_assert_eq!(effect.map(|effect| (effect.lost, effect.continuity)), Some((by_hand, expected)));
        }
    }

    #[test]
    fn whoever_hands_over_more_loses_no_more(policy in policy(), leaving in known_departure()) {
        let with = |handover| {
            let given = leaving.given.clone();
            let given = given
                .with_successor(Known::measured(Some(id(leaving.given.side, PEOPLE))))
                .with_handover(Known::measured(handover));
            leaving.ask(&policy, &given).into_value().map(|effect| effect.lost)
        };
        let some: BTreeSet<PersonId> = match leaving.given.handover.value() {
            Some(Handover::Counterparts(people)) => people.clone(),
            _ => BTreeSet::new(),
        };
        let steps = [with(Handover::Nothing), with(Handover::Counterparts(some)), with(Handover::Everything)];
        if let [Some(nothing), Some(some), Some(everything)] = steps {
            prop_assert!(nothing >= some && some >= everything);
            prop_assert!(everything.is_none());
        }
    }

    /// An answer that is given without a fact is given with it too.
    #[test]
    fn an_effect_that_needs_no_fact_is_not_changed_by_it(
        policy in policy(),
        leaving in known_departure(),
        (successor, handover, plan) in (0_u8..2, 0_u8..2, 0_u8..2),
    ) {
        let mut without = leaving.given.clone();
        if successor == 1 {
            without.successor = Known::Unknown;
        }
        if handover == 1 {
            without.handover = Known::Unknown;
        }
        if plan == 1 {
            without.plan = Known::Unknown;
        }
        if let Some(told) = leaving.ask(&policy, &without).into_value() {
            let whole = leaving.effect(&policy);
            let said = |effect: DepartureEffect| (effect.continuity, effect.alerts, effect.time_left);
            prop_assert_eq!(Some(said(told)), whole.map(said));
        }
    }

    #[test]
    fn a_guess_about_a_departure_opens_nothing(
        policy in policy(),
        leaving in known_departure(),
        (successor, handover, plan) in (0_u8..2, 0_u8..2, 0_u8..2),
    ) {
        fn guess<T: Clone>(known: &Known<T>, is_guess: u8) -> Known<T> {
            let grade = if is_guess == 1 { Grade::Estimated } else { Grade::Measured };
            known.value().map_or(Known::Unknown, |value| Known::graded(value.clone(), grade))
        }
        let given = leaving.given.clone()
            .with_successor(guess(&leaving.given.successor, successor))
            .with_handover(guess(&leaving.given.handover, handover))
            .with_plan(guess(&leaving.given.plan, plan));
        let (known, guessed) = (leaving.ask(&policy, &leaving.given), leaving.ask(&policy, &given));
        let sure = met(&known);
        prop_assert!(met(&guessed).iter().all(|one| sure.contains(one)));
        if let Some(guessed) = continuity(&guessed) {
            prop_assert_eq!(Some(guessed), continuity(&known));
        }
        let breaches = |answer: &Assessment<DepartureEffect>| answer.findings().breaches().count();
        prop_assert!(breaches(&guessed) <= breaches(&known));
    }

    #[test]
    fn competitors_have_an_opening_where_a_main_contact_goes(policy in policy(), leaving in known_departure()) {
        let (side, person) = (leaving.given.side, leaving.given.person);
        let Ok(net) = of(&leaving.carried_on()).on(&leaving.register(), leaving.day()) else { return Ok(()) };
        if let Some(effect) = leaving.effect(&policy) {
            if leaving.given.event != DepartureEvent::Soured {
                prop_assert_eq!(effect.alerts.is_some(), net.is_main_contact(side, &person));
            }
            if let Some(alerts) = effect.alerts {
                prop_assert_eq!(alerts.map(|alert| alert.side), Side::ALL);
                let told = |share| share == net.share_of(side, &person);
                prop_assert!(alerts.iter().all(|alert| alert.person == person && told(alert.share)));
            }
        }
    }

    #[test]
    fn the_time_that_is_left_runs_to_the_last_day(leaving in known_departure(), last in 0_u32..20) {
        let mut leaving = leaving;
        leaving.given.event = DepartureEvent::Leaves;
        let side = leaving.given.side;
        let place = (0..PEOPLE).find(|number| id(side, *number) == leaving.given.person);
        let [ours, theirs] = &mut leaving.last;
        let own = if side == Side::Supplier { ours } else { theirs };
        if let Some(own) = place.and_then(|place| own.get_mut(place)) {
            *own = Some(last);
        }
        leaving.given.handover = Known::measured(Handover::Nothing);
        let left = leaving.effect(&ContinuityPolicy::standard()).map(|effect| effect.time_left);
        let days = day(last).signed_duration_since(today()).num_days();
        let expected = u32::try_from(days).ok();
        prop_assert_eq!(left, Some(expected.map(keqing::vocab::time::Days::new)));
    }
}
