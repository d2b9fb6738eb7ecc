//! Laws of every answer about satisfaction: no order of a list, no opening by time or by a guess, and a worse
//! fact is never milder.

use keqing::satisfaction::SatisfactionPolicy;
use keqing::satisfaction::expectation::{
    Announcement, ExpectationRecord, Experience, FeatureHistory, expectation, feature_tier, ratchet,
};
use keqing::satisfaction::measurement::{Context, Measurement, loyalty_support, satisfaction};
use keqing::satisfaction::offer::{OfferAttribute, offer_advantage};
use keqing::satisfaction::score::{Scale, Score};
use keqing::satisfaction::value::{
    Chances, CriterionContribution, Proposition, Requirement, judge_contribution, judge_premium,
    proposition,
};
use keqing::verdict::{Finding, Outcome, Presence};
use keqing::vocab::known::{Grade, Known};
use keqing::vocab::name::{ItemId, PersonId};
use keqing::vocab::time::Days;
use keqing::vocab::words::{ExpectationSource, FeatureTier};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::{Just, Strategy, prop_assert, prop_assert_eq, proptest};
use proptest::sample::select;

use crate::support::given::{day, grade, known, presence};

fn score(value: u8) -> Score {
    let scale = Scale::new(0.into(), 10.into());
    match scale.map(|scale| scale.score(value)) {
        Ok(Ok(score)) => score,
        other => panic!("{other:?}"),
    }
}

fn context(occasion: &str) -> Context {
    match Context::new("works", occasion) {
        Ok(context) => context,
        Err(error) => panic!("{error}"),
    }
}

fn item(name: &str) -> ItemId {
    match name.parse() {
        Ok(item) => item,
        Err(error) => panic!("{error}"),
    }
}

/// Ten days of validity, so that a few weeks hold all cases.
fn policy() -> SatisfactionPolicy {
    match SatisfactionPolicy::standard().with_validity(Days::new(10)) {
        Ok(policy) => policy,
        Err(error) => panic!("{error}"),
    }
}

/// Measurements of a month, of two contexts, some of named people; nobody is measured twice on a day.
fn measurements() -> impl Strategy<Value = Vec<Measurement>> {
    let person = option::of(select(vec!["he-jun", "wang-fang"]));
    let one = (
        0_u32..30,
        select(vec!["order", "repair"]),
        grade(),
        4_u8..=10,
        person,
    );
    vec(one, 1..10).prop_map(|told| {
        let mut said: Vec<Measurement> = Vec::new();
        for (on, occasion, grade, perceived, person) in told {
            let (context, on) = (context(occasion), day(on));
            let person = person.and_then(|name| PersonId::new(name).ok());
            let is_twice = person.is_some()
                && said
                    .iter()
                    .any(|one| (one.person(), one.on(), *one.context()) == (person, on, context));
            let made = Measurement::new(context, on, grade, score(7), score(perceived));
            let Ok(made) = made else { panic!("one scale") };
            if !is_twice {
                said.push(person.map_or(made, |person| made.with_person(person)));
            }
        }
        said
    })
}

/// A list, and the same list in another order.
fn shuffled<T: Clone + std::fmt::Debug + 'static>(
    list: impl Strategy<Value = Vec<T>>,
) -> impl Strategy<Value = (Vec<T>, Vec<T>)> {
    list.prop_flat_map(|list| (Just(list.clone()), Just(list).prop_shuffle()))
}

/// The gravest outcome of each rule that applies, as Met < Missing < Breached.
fn gravest<'a>(findings: impl IntoIterator<Item = &'a Finding>, rule: &str) -> Option<u8> {
    let of_rule = findings
        .into_iter()
        .filter(|one| one.rule.to_string() == rule);
    let weight = |one: &Finding| match one.outcome {
        Outcome::Met => Some(0),
        Outcome::Missing(_) => Some(1),
        Outcome::Breached => Some(2),
        Outcome::Classified | Outcome::Inapplicable => None,
    };
    of_rule.filter_map(weight).max()
}

/// The same fact on a weaker ground.
fn guessed<T>(fact: Known<T>) -> Known<T> {
    match fact {
        Known::Unknown => Known::Unknown,
        Known::Given(given) => Known::graded(given.value, Grade::Estimated),
    }
}

proptest! {
    /// A list of measurements is sorted by the library, and equal days have no order.
    #[test]
    fn no_answer_depends_on_the_order_of_measurements((one, other) in shuffled(measurements()), as_of in 0_u32..40) {
        let (order, as_of, policy) = (context("order"), day(as_of), policy());
        let found = satisfaction(&policy, &one, &order, as_of);
        prop_assert_eq!(&found, &satisfaction(&policy, &other, &order, as_of));
        let support = loyalty_support(&policy, &one, &order, as_of);
        prop_assert_eq!(&support, &loyalty_support(&policy, &other, &order, as_of));
        // The two functions agree, and so do the gap and its state.
        let Ok(found) = found else { panic!("nobody is measured twice") };
        if let Some(value) = found.value() {
            prop_assert_eq!(value.support, support.ok().and_then(Known::into_value));
            prop_assert!(value.gap <= value.best_gap && value.on <= as_of);
        }
    }

    /// Days that pass without a new measurement turn no breach and no gap of knowledge into support.
    #[test]
    fn time_alone_never_opens(said in measurements(), later in 0_u32..40) {
        let (order, policy) = (context("order"), policy());
        let found = |as_of: u32| {
            let found = satisfaction(&policy, &said, &order, day(as_of));
            found.map(|found| found.findings().clone()).unwrap_or_default()
        };
        let (now, then) = (found(30), found(30_u32.saturating_add(later)));
        for rule in ["SAT-02", "SAT-06", "SAT-08"] {
            let (before, after) = (gravest(&now, rule), gravest(&then, rule));
            let is_opened = before.is_some_and(|before| before > 0) && after == Some(0);
            prop_assert!(!is_opened, "{rule}: {before:?} {after:?}");
        }
        prop_assert!(gravest(&now, "SAT-06").is_none() || gravest(&then, "SAT-06") >= gravest(&now, "SAT-06"));
    }

    /// A service that was perceived as worse never gives a milder finding.
    #[test]
    fn a_worse_perception_is_never_milder(said in measurements(), place in 0_usize..10, worse in 0_u8..=10) {
        let (order, policy) = (context("order"), policy());
        let mut lower = said.clone();
        if let Some(one) = lower.get_mut(place) {
            let perceived = if score(worse).value() < one.perceived().value() { score(worse) } else { one.perceived() };
            let made = Measurement::new(*one.context(), one.on(), one.grade(), one.expected(), perceived);
            let Ok(made) = made else { panic!("one scale") };
            *one = one.person().map_or(made, |person| made.with_person(person));
        }
        for as_of in [10, 20, 30, 38] {
            let found = |said: &[Measurement]| satisfaction(&policy, said, &order, day(as_of)).map(|found| found.findings().clone()).unwrap_or_default();
            for rule in ["SAT-02", "SAT-08"] {
                let (before, after) = (gravest(&found(&said), rule), gravest(&found(&lower), rule));
                // A gap of zero is neither met nor breached, so it is in no order with the others.
                prop_assert!(before.is_none() || after.is_none() || before <= after, "{rule}: {before:?} {after:?}");
            }
        }
    }

    /// Experiences are sorted, and however deep a service falls below a raised expectation, it is a breach.
    #[test]
    fn a_fall_below_a_raised_expectation_is_a_breach(
        (one, other) in shuffled(vec((0_u32..6, 0_u8..=10, select(Announcement::ALL.to_vec())), 1..8)),
        last in 0_u8..=10,
        worse in 0_u8..=10,
    ) {
        let experiences = |told: &[(u32, u8, Announcement)], last: u8| -> Vec<Experience> {
            let last = (9, last, Announcement::NotAnnounced);
            let all = [last].into_iter().chain(told.iter().copied());
            all.map(|(on, perceived, announced)| Experience { on: day(on), perceived: score(perceived), announced }).collect()
        };
        let found = |told: &[(u32, u8, Announcement)], last| {
            let found = ratchet(&SatisfactionPolicy::standard(), score(5), &experiences(told, last), day(9));
            match found {
                Ok(found) => found,
                Err(error) => panic!("{error}"),
            }
        };
        prop_assert_eq!(found(&one, last), found(&other, last));
        let told = found(&one, last);
        let Some(steps) = told.value().map(|told| &told.steps) else { panic!("steps") };
        let fallen = steps.iter().filter(|step| step.expected.value() > 5.into() && step.perceived.value() < step.expected.value());
        prop_assert_eq!(told.findings().breaches().count(), fallen.clone().count());
        prop_assert_eq!(steps.iter().filter(|step| step.fall.is_some()).count(), fallen.count());
        let milder = found(&one, last.max(worse));
        prop_assert!(gravest(milder.findings(), "SAT-04") <= gravest(told.findings(), "SAT-04"));
    }

    /// Records of expectation have no order either.
    #[test]
    fn no_expectation_depends_on_the_order_of_records(
        (one, other) in shuffled(vec((0_usize..3, 0_u32..4, 0_u8..=10), 0..8)),
        as_of in 0_u32..5,
    ) {
        let found = |told: &[(usize, u32, u8)]| {
            let record = |(source, on, expected): &(usize, u32, u8)| ExpectationRecord {
                source: ExpectationSource::ALL.get(*source).copied().unwrap_or(ExpectationSource::WordOfMouth),
                on: day(*on),
                expected: score(*expected),
            };
            expectation(&told.iter().map(record).collect::<Vec<_>>(), day(as_of))
        };
        prop_assert_eq!(found(&one), found(&other));
    }

    /// A guess in the place of a better word opens nothing.
    #[test]
    fn a_guess_never_opens(
        (open, benefit, tailored) in (known(presence()), known(presence()), known(presence())),
        gain in known(0_i64..20),
        (cycles, parity) in (known(0_u32..5), known(presence())),
        chances in (known(option::of(Just("a"))), known(option::of(Just("a"))), known(option::of(Just("a")))),
    ) {
        let help = |open, benefit, tailored| {
            let help = CriterionContribution::new(item("uptime")).with_open(open);
            judge_contribution(&help.with_customer_benefit(benefit).with_tailored(tailored)).decision()
        };
        let said = help(open, benefit, tailored);
        for weaker in [help(guessed(open), benefit, tailored), help(open, guessed(benefit), tailored), help(open, benefit, guessed(tailored))] {
            prop_assert!(said <= weaker, "{said} {weaker}");
        }
        let money = |amount: i64| keqing::vocab::money::Money::new(amount.into(), keqing::vocab::money::Currency::EUR);
        let premium = |gain: Known<i64>| judge_premium(money(10), gain.map(money)).map(|told| told.decision());
        prop_assert!(premium(gain).ok() <= premium(guessed(gain)).ok());
        let tier = |cycles, parity| {
            let history = FeatureHistory::new(item("hotline"), FeatureTier::Delight)
                .with_counted_as(Known::measured(FeatureTier::Expected));
            let history = history.with_cycles(cycles).with_competitor_parity(parity);
            gravest(feature_tier(&SatisfactionPolicy::standard(), &history).findings(), "SAT-05")
        };
        prop_assert!(tier(cycles, parity) <= tier(guessed(cycles), parity));
        prop_assert!(tier(cycles, parity) <= tier(cycles, guessed(parity)));
        let promise = |choose: Known<Option<&str>>, buy: Known<Option<&str>>, bond: Known<Option<&str>>| {
            let named = |given: Known<Option<&str>>| given.map(|given| given.map(item));
            let chances = Chances { choose: named(choose), buy: named(buy), bond: named(bond) };
            let covers = vec![item("a")];
            let required = Requirement { item: item("a"), opportunity: None };
            let found = proposition(&Proposition { covers, chances }, &[required]);
            found.map(|found| gravest(found.findings(), "VAL-04")).unwrap_or_default()
        };
        let (choose, buy, bond) = chances;
        prop_assert!(promise(choose, buy, bond) <= promise(guessed(choose), buy, bond));
        prop_assert!(promise(choose, buy, bond) <= promise(choose, buy, guessed(bond)));
    }

    /// An offer is personal only for a need that the customer stated.
    #[test]
    fn a_guessed_need_makes_no_offer_personal(need in known(Just("no standstill"))) {
        let offer = |need: Known<&str>| {
            let offered = OfferAttribute::personalised(item("own stock"), need.map(item));
            gravest(offer_advantage(&[offered]).findings(), "SAT-10")
        };
        prop_assert!(offer(need) <= offer(guessed(need)));
        prop_assert_eq!(offer(need) == Some(0), need.grade() >= Some(Grade::CustomerStated));
    }
}

#[test]
fn a_tailored_criterion_is_refused_on_a_guess_and_permitted_on_none() {
    let help = |tailored| {
        CriterionContribution::new(item("flange"))
            .with_open(Known::measured(Presence::Present))
            .with_customer_benefit(Known::customer_stated(Presence::Present))
            .with_tailored(tailored)
    };
    let decided = |tailored| judge_contribution(&help(tailored)).decision().to_string();
    assert_eq!(decided(Known::estimated(Presence::Present)), "deny");
    assert_eq!(decided(Known::estimated(Presence::Absent)), "undecided");
    assert_eq!(decided(Known::measured(Presence::Absent)), "permit");
}
