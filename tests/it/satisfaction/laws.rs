//! Laws of satisfaction, expectation and value, for any experiences.

use std::fmt::Debug;

use chrono::NaiveDate;
use keqing::satisfaction::expectation::{
    Announcement, ExpectationRecord, Experience, expectation, ratchet,
};
use keqing::satisfaction::measurement::{
    Context, LoyaltySupport, Measurement, SatisfactionState, compare, loyalty_support, satisfaction,
};
use keqing::satisfaction::score::{Scale, Score};
use keqing::satisfaction::value::{Criteria, Criterion, CriterionScore, fit, judge_premium};
use keqing::satisfaction::{RatchetMode, SatisfactionPolicy};
use keqing::verdict::{Assessment, Decision, Fact, Found, Reading};
use keqing::vocab::known::{Grade, Known};
use keqing::vocab::money::{Currency, Money};
use keqing::vocab::share::Share;
use keqing::vocab::words::ExpectationSource;
use proptest::collection::vec;
use proptest::prelude::{Strategy, prop_assert, prop_assert_eq, proptest};
use proptest::sample::select;
use rust_decimal::Decimal;

use crate::support::given::{day, grade, made};

fn scale() -> Scale {
    match Scale::new(Decimal::ZERO, Decimal::ONE_HUNDRED) {
        Ok(scale) => scale,
        Err(error) => panic!("{error}"),
    }
}

fn score(value: u8) -> Score {
    match Score::new(scale(), Decimal::from(value)) {
        Ok(score) => score,
        Err(error) => panic!("{error}"),
    }
}

fn context() -> Context {
    match Context::new("works", "order") {
        Ok(context) => context,
        Err(error) => panic!("{error}"),
    }
}

fn measured(on: NaiveDate, grade: Grade, expected: u8, perceived: u8) -> Measurement {
    match Measurement::new(context(), on, grade, score(expected), score(perceived)) {
        Ok(measurement) => measurement,
        Err(error) => panic!("{error}"),
    }
}

/// Grades, expectations and perceptions, a day each.
fn measurements() -> impl Strategy<Value = Vec<(Grade, u8, u8)>> {
    vec((grade(), 0_u8..=100, 0_u8..=100), 1..8)
}

fn told(marks: &[(Grade, u8, u8)]) -> Vec<Measurement> {
    (0_u32..)
        .zip(marks)
        .map(|(number, (grade, expected, perceived))| {
            measured(day(number), *grade, *expected, *perceived)
        })
        .collect()
}

fn experiences() -> impl Strategy<Value = Vec<Experience>> {
    let announced = select(Announcement::ALL.to_vec());
    vec((0_u8..=100, announced), 1..12).prop_map(|seen| {
        let experience = |(number, (perceived, announced))| Experience {
            on: day(number),
            perceived: score(perceived),
            announced,
        };
        (0_u32..).zip(seen).map(experience).collect()
    })
}

/// The number of entries of later days that an answer counts, and everything else that it says.
fn counted_later<T: Debug>(told: Assessment<T>) -> (Option<u32>, String) {
    let mut counted = None;
    let others: Vec<_> = told
        .findings()
        .iter()
        .filter(|finding| match finding.evidence.reading {
            Reading::Found(Found::Count(count)) if finding.evidence.fact == Fact::DatedLater => {
                counted = Some(count);
                false
            }
            _ => true,
        })
        .collect();
    let others = format!("{:?} {others:?}", told.value());
    (counted, others)
}

proptest! {
    /// Whoever perceives more at any time is supported in its loyalty at least as well.
    #[test]
    fn raising_satisfaction_never_lowers_the_support_of_loyalty(
        marks in measurements(),
        raised in vec(0_u8..=100, 8),
    ) {
        let policy = SatisfactionPolicy::standard();
        let better: Vec<_> = marks
            .iter()
            .zip(&raised)
            .map(|((grade, expected, perceived), other)| (*grade, *expected, *perceived.max(other)))
            .collect();
        let support = |marks: &[(Grade, u8, u8)]| loyalty_support(&policy, &told(marks), &context(), day(8));
        let (before, after) = (support(&marks), support(&better));
        let value = |told: &Result<Known<LoyaltySupport>, _>| told.as_ref().ok().and_then(|told| told.into_value());
        prop_assert!(value(&before) <= value(&after), "{before:?} {after:?}");
    }

    /// One customer that got what it expected once is not called disappointed time and again.
    #[test]
    fn one_kept_expectation_restores_the_support(marks in measurements()) {
        let mut marks = marks;
        marks.push((Grade::CustomerStated, 50, 50));
        let support = loyalty_support(&SatisfactionPolicy::standard(), &told(&marks), &context(), day(8));
        let support = support.map(Known::into_value);
        prop_assert_eq!(support, Ok(Some(LoyaltySupport::Supported)));
    }

    /// Each room counts the entries of later days, and answers as if there were none.
    #[test]
    fn what_comes_later_is_left_out_and_counted(
        marks in measurements(),
        start in 0_u8..=100,
        seen in experiences(),
        as_of in 0_u32..12,
    ) {
        let (policy, as_of) = (SatisfactionPolicy::standard(), day(as_of));
        let marks = told(&marks);
        let records: Vec<_> = seen.iter().map(|one| ExpectationRecord {
            source: ExpectationSource::WordOfMouth,
            on: one.on,
            expected: one.perceived,
        }).collect();
        let by_then = |all: &[Experience]| -> Vec<Experience> {
            all.iter().copied().filter(|one| one.on <= as_of).collect()
        };
        let met: Vec<_> = marks.iter().copied().filter(|one| one.on() <= as_of).collect();
        let known: Vec<_> = records.iter().copied().filter(|one| one.on <= as_of).collect();
        let seen_by_then = by_then(&seen);
        let rows = [
            (marks.len().abs_diff(met.len()), [
                satisfaction(&policy, &marks, &context(), as_of).map(counted_later),
                satisfaction(&policy, &met, &context(), as_of).map(counted_later),
            ].map(Result::ok)),
            (records.len().abs_diff(known.len()), [&records, &known].map(|records| {
                expectation(records, as_of).ok().map(counted_later)
            })),
            (seen.len().abs_diff(seen_by_then.len()), [&seen, &seen_by_then].map(|seen| {
                ratchet(&policy, score(start), seen, as_of).ok().map(counted_later)
            })),
        ];
        for (later, [all, by_then]) in rows {
            let (Some((counted, all)), Some((none, by_then))) = (all, by_then) else {
                panic!("entries on one scale")
            };
            prop_assert_eq!(counted, u32::try_from(later).ok().filter(|later| *later > 0));
            prop_assert_eq!(none, None);
            prop_assert_eq!(all, by_then);
        }
    }

    /// The full ratchet only turns one way, and what was announced as a one-off does not turn it.
    #[test]
    fn the_ratchet_never_falls_and_a_one_off_leaves_it(start in 0_u8..=100, seen in experiences()) {
        let policy = SatisfactionPolicy::standard();
        let told = ratchet(&policy, score(start), &seen, day(12)).map(|told| told.into_value());
        let Ok(Some(told)) = told else { panic!("experiences on one scale") };
        for (step, seen) in told.steps.iter().zip(&seen) {
            prop_assert!(step.next.value() >= step.expected.value());
            let is_one_off = seen.announced == Announcement::AsOneOff;
            let expected = if is_one_off {
                step.expected.value()
            } else {
                step.expected.value().max(step.perceived.value())
            };
            prop_assert_eq!(step.next.value(), expected);
        }
    }

    /// An adaptive expectation ends between what was expected and what was perceived.
    #[test]
    fn an_adaptive_expectation_stays_between(
        start in 0_u8..=100,
        seen in experiences(),
        share in 1_u64..=100,
    ) {
        let share: Share = made(share, 100);
        let mode = RatchetMode::Adaptive { share };
        let Ok(policy) = SatisfactionPolicy::standard().with_ratchet(mode) else { return Ok(()) };
        let told = ratchet(&policy, score(start), &seen, day(12)).map(|told| told.into_value());
        let Ok(Some(told)) = told else { panic!("experiences on one scale") };
        for step in &told.steps {
            let (one, other) = (step.expected.value(), step.perceived.value());
            prop_assert!(step.next.value() >= one.min(other));
            prop_assert!(step.next.value() <= one.max(other));
        }
    }

    /// The gap is perceived less expected, and its sign is the state; zero is met.
    #[test]
    fn the_state_is_the_sign_of_the_gap(expected in 0_u8..=100, perceived in 0_u8..=100) {
        let one = measured(day(0), Grade::CustomerStated, expected, perceived);
        let state = match perceived.cmp(&expected) {
            core::cmp::Ordering::Less => SatisfactionState::Dissatisfied,
            core::cmp::Ordering::Equal => SatisfactionState::Met,
            core::cmp::Ordering::Greater => SatisfactionState::Satisfied,
        };
        prop_assert_eq!(one.state(), state);
        prop_assert_eq!(one.gap(), Decimal::from(perceived).checked_sub(Decimal::from(expected)).unwrap_or_default());
    }

    /// To compare one way and the other gives opposite changes, and none with itself.
    #[test]
    fn comparing_is_antisymmetric(marks in vec((0_u8..=100, 0_u8..=100), 2)) {
        let of = |place: usize| {
            let (expected, perceived) = marks.get(place).copied().unwrap_or_default();
            measured(day(0), Grade::CustomerStated, expected, perceived)
        };
        let change = |one: &Measurement, other: &Measurement| {
            let told = compare(one, other).map(|told| told.into_value());
            told.map(|told| told.map(|told| told.change))
        };
        let (there, back) = (change(&of(0), &of(1)), change(&of(1), &of(0)));
        let back = back.map(|back| back.and_then(|back| Decimal::ZERO.checked_sub(back)));
        prop_assert_eq!(there, back);
        prop_assert_eq!(change(&of(0), &of(0)), Ok(Some(Decimal::ZERO)));
    }

    /// A premium is admissible exactly if the value covers it or it is zero, and more value never bars it.
    #[test]
    fn a_premium_is_covered_or_not(premium in 0_i64..10_000, gain in -10_000_i64..10_000, more in 0_i64..10_000) {
        let money = |cents: i64| Money::new(Decimal::new(cents, 2), Currency::EUR);
        let decide = |gain: i64| {
            let verdict = judge_premium(money(premium), Known::customer_stated(money(gain)));
            verdict.map(|verdict| verdict.decision())
        };
        let expected = if premium == 0 || gain >= premium { Decision::Permit } else { Decision::Deny };
        prop_assert_eq!(decide(gain), Ok(expected));
        prop_assert!(decide(gain.saturating_add(more)).ok() <= decide(gain).ok());
    }

    /// There is one number for the fit only by the customer's own weights, and it lies within the marks.
    #[test]
    fn no_total_without_the_customers_weights(first in 1_u8..=99, marks in (0_u8..=100, 0_u8..=100), by in grade()) {
        let name = |text: &str| keqing::vocab::name::ItemId::new(text).map_err(|error| error.to_string());
        let (Ok(price), Ok(speed)) = (name("price"), name("speed")) else { return Ok(()) };
        let rest = 100_u8.saturating_sub(first);
        let weighted = |criterion, weight: u8| Criterion { criterion, weight: Decimal::from(weight) };
        let criteria = Criteria::new(by, [weighted(price, first), weighted(speed, rest)]);
        let Ok(criteria) = criteria else { panic!("weights of 100") };
        let scored = |criterion, mark| CriterionScore {
            criterion,
            score: Known::customer_stated(score(mark)),
        };
        let scores = [scored(price, marks.0), scored(speed, marks.1)];
        let policy = SatisfactionPolicy::standard();
        let told = fit(&policy, &criteria, &scores).map(|told| told.into_value());
        let Ok(Some(told)) = told else { panic!("scores that go with the criteria") };
        prop_assert_eq!(told.total.is_some(), by >= Grade::CustomerStated);
        if let Some(total) = told.total {
            let [low, high] = [marks.0.min(marks.1), marks.0.max(marks.1)];
            prop_assert!(total >= made(low.into(), 100) && total <= made(high.into(), 100));
        }
    }
}
