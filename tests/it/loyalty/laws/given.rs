//! Evidence, ties and costs that can be.

use keqing::loyalty::bond::Views;
use keqing::loyalty::kinds::{LoyaltyEvidence, LoyaltySign};
use keqing::loyalty::lock_in::{Occurrence, SwitchingCostItem, SwitchingFacet};
use keqing::loyalty::{LoyaltyFacts, LoyaltyGiven, LoyaltyPicture, LoyaltyPolicy, assess};
use keqing::satisfaction::measurement::{LoyaltySupport, SatisfactionState};
use keqing::vocab::known::Grade;
use keqing::vocab::mark::{Mark, MarkScale};
use keqing::vocab::money::{Currency, Money};
use keqing::vocab::name::PersonId;
use keqing::vocab::set::Set;
use keqing::vocab::words::Instrument;
use proptest::collection::vec;
use proptest::prelude::{Just, Strategy, prop_oneof};
use proptest::sample::{select, subsequence};
use rust_decimal::Decimal;

use crate::support::given::{day, grade, known, made, presence, share};

/// The day on which everything is asked.
pub(crate) const TODAY: u32 = 400;

#[track_caller]
pub(crate) fn told(facts: &LoyaltyFacts) -> LoyaltyPicture {
    told_on(facts, TODAY)
}

#[track_caller]
pub(crate) fn told_on(facts: &LoyaltyFacts, on: u32) -> LoyaltyPicture {
    let given = LoyaltyGiven::new(day(on));
    match assess(&LoyaltyPolicy::standard(), facts, &given) {
        Ok(told) => told,
        Err(error) => panic!("{error}"),
    }
}

/// Makes a mark on any scale, most often from 1 to 5.
pub(crate) fn mark() -> impl Strategy<Value = Mark> {
    use MarkScale::{OneToFive, OneToSeven, ZeroToTen};
    let scale = prop_oneof![3 => Just(OneToFive), 1 => Just(OneToSeven), 1 => Just(ZeroToTen)];
    (scale, 0_u8..=10).prop_map(|(scale, value)| {
        let (worst, best) = scale.ends();
        match Mark::new(value.clamp(worst, best), scale) {
            Ok(mark) => mark,
            Err(error) => panic!("{error}"),
        }
    })
}

/// Names a person of the customer, or nobody.
pub(crate) fn speaker() -> impl Strategy<Value = Option<PersonId>> {
    select(vec![None, None, Some("wang-fang"), Some("sun-li")])
        .prop_map(|name| name.and_then(|name| PersonId::new(name).ok()))
}

/// Makes a sign that the customer states.
pub(crate) fn word() -> impl Strategy<Value = LoyaltySign> {
    prop_oneof![
        3 => mark().prop_map(LoyaltySign::Evaluation),
        1 => mark().prop_map(LoyaltySign::Intention),
        1 => mark().prop_map(LoyaltySign::Trust),
        1 => mark().prop_map(LoyaltySign::Upholding),
        1 => (0_u32..4).prop_map(LoyaltySign::Referrals),
    ]
}

/// Makes a sign that the customer's behaviour shows.
pub(crate) fn deed() -> impl Strategy<Value = LoyaltySign> {
    prop_oneof![
        3 => any_part().prop_map(LoyaltySign::Retention),
        2 => any_part().prop_map(LoyaltySign::ShareOfWallet),
        1 => Just(LoyaltySign::RepeatAfterFailure),
        1 => Just(LoyaltySign::Revenue),
        1 => Just(LoyaltySign::SoftwareObservation),
        1 => select(SatisfactionState::ALL.to_vec()).prop_map(LoyaltySign::Satisfaction),
    ]
}

fn any_part() -> impl Strategy<Value = keqing::vocab::share::Share> {
    prop_oneof![1 => Just(made(0, 1)), 1 => Just(made(1, 2)), 3 => share()]
}

pub(crate) fn sign() -> impl Strategy<Value = LoyaltySign> {
    prop_oneof![word(), deed()]
}

/// So many pieces of evidence at most, each of a day of its own, in any order and by anybody.
pub(crate) fn evidence(
    sign: impl Strategy<Value = LoyaltySign>,
    grade: impl Strategy<Value = Grade>,
) -> impl Strategy<Value = Vec<LoyaltyEvidence>> {
    let days = subsequence((0..=TODAY).collect::<Vec<_>>(), 12).prop_shuffle();
    let pieces = vec((sign, grade, speaker()), 0..=12);
    (pieces, days).prop_map(|(pieces, days)| {
        let dated = pieces.into_iter().zip(days);
        dated
            .map(|((sign, grade, by), on)| {
                let mut piece = LoyaltyEvidence::new(day(on), grade, sign);
                piece.by = by;
                piece
            })
            .collect()
    })
}

/// Evidence of few days, so that one person speaks twice on one of them.
pub(crate) fn crowded() -> impl Strategy<Value = Vec<LoyaltyEvidence>> {
    let on = select(vec![0, 30, 35, 36, 200, 390, TODAY]);
    vec((sign(), grade(), speaker(), on), 0..=12).prop_map(|pieces| {
        let pieces = pieces.into_iter();
        pieces
            .map(|(sign, grade, by, on)| {
                let mut piece = LoyaltyEvidence::new(day(on), grade, sign);
                piece.by = by;
                piece
            })
            .collect()
    })
}

pub(crate) fn money(cents: std::ops::RangeInclusive<i64>) -> impl Strategy<Value = Money> {
    cents.prop_map(|cents| Money::new(Decimal::new(cents, 2), Currency::CNY))
}

pub(crate) fn facet() -> impl Strategy<Value = SwitchingFacet> {
    select(Set::<SwitchingFacet>::all().iter().collect::<Vec<_>>())
}

pub(crate) fn item(
    facet: impl Strategy<Value = SwitchingFacet>,
) -> impl Strategy<Value = SwitchingCostItem> {
    let occurrence = prop_oneof![3 => Just(Occurrence::OneOff), 1 => Just(Occurrence::Recurring)];
    let amount = prop_oneof![money(0..=4), money(0..=1_000_000)];
    (facet, amount, occurrence, grade()).prop_map(|(facet, amount, occurrence, grade)| {
        SwitchingCostItem {
            facet,
            amount,
            occurrence,
            grade,
            on: None,
        }
    })
}

pub(crate) fn instruments() -> impl Strategy<Value = Set<Instrument>> {
    let all: Vec<Instrument> = Set::all().iter().collect();
    prop_oneof![
        Just(Set::empty()),
        Just(Instrument::ServiceLevel.into()),
        subsequence(all, 0..=11).prop_map(|chosen| chosen.into_iter().collect()),
    ]
}

/// Any facts about loyalty.
pub(crate) fn facts() -> impl Strategy<Value = LoyaltyFacts> {
    with(evidence(sign(), grade()))
}

/// Any facts with evidence of this kind.
pub(crate) fn with(
    evidence: impl Strategy<Value = Vec<LoyaltyEvidence>>,
) -> impl Strategy<Value = LoyaltyFacts> {
    let sides = (known(presence()), known(presence()));
    let held = (
        known(instruments()),
        known(presence()),
        known(presence()),
        known(prop_oneof![money(-2..=4), money(-1_000..=1_000_000)]),
        vec(item(facet()), 0..4),
    );
    let support = known(select(LoyaltySupport::ALL.to_vec()));
    (evidence, sides, held, support).prop_map(|(evidence, sides, held, support)| {
        let mut facts = LoyaltyFacts::default();
        let (supplier, customer) = sides;
        facts.recognition = Views { supplier, customer }.into();
        (facts.evidence, facts.support) = (evidence, support);
        let lock_in = &mut facts.lock_in;
        let (instruments, alternatives, prefers, gain, costs) = held;
        lock_in.instruments = instruments.into();
        lock_in.alternatives = alternatives.into();
        lock_in.prefers_alternative = prefers.into();
        (lock_in.gain, lock_in.costs) = (gain.into(), costs);
        facts
    })
}
