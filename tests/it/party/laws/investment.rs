//! Investments in a relationship: what bars them, what is owed, and what a guess opens.

use keqing::party::alignment::{
    AlignmentPolicy, Conflict, ConflictState, Investment, Obligation, OperatorFacts, Purpose,
    SideFacts, Stake, judge_investment,
};
use keqing::party::integrity::IntegrityOffice;
use keqing::verdict::Decision;
use keqing::vocab::benefit::{
    BenefitRecord, Clearance, ClearanceScope, ClearanceWord, InterestKind, Scope,
};
use keqing::vocab::known::{Grade, Known};
use keqing::vocab::money::{Currency, Money};
use keqing::vocab::words::{NeedKind, Pair, Role};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::{Strategy, prop_assert, prop_assert_eq, proptest};
use proptest::sample::select;
use rust_decimal::Decimal;

use super::four_parties::{clearance, colleagues, label, named, role, told};
use super::net::today;
use crate::support::given::known;

fn own() -> impl Strategy<Value = Vec<OperatorFacts>> {
    let states = select(vec![ConflictState::Resolved, ConflictState::Unresolved]);
    let conflicts = known(vec(states, 0..3));
    vec((known(select(Stake::ALL.to_vec())), conflicts), 1..4).prop_map(|people| {
        let facts = |(number, (stake, conflicts)): (usize, (_, Known<Vec<ConflictState>>))| {
            let mut facts = OperatorFacts::new(named(&format!("person-{number}")));
            let conflict = |(number, state): (usize, _)| Conflict {
                name: label(&format!("conflict {number}")),
                weight: std::num::NonZeroU32::MIN,
                state,
            };
            facts.stake = stake;
            facts.conflicts =
                conflicts.map(|states| states.into_iter().enumerate().map(conflict).collect());
            facts
        };
        people.into_iter().enumerate().map(facts).collect()
    })
}

fn records() -> impl Strategy<Value = Vec<BenefitRecord>> {
    let record = (
        option::weighted(0.9, role()),
        select(InterestKind::ALL.to_vec()),
        0_i64..10_000,
    );
    let record = record.prop_map(|(party, interest, cents)| BenefitRecord {
        party,
        interest,
        amount: Money::new(Decimal::new(cents, 2), Currency::CNY),
    });
    vec(record, 0..4)
}

fn obligation() -> impl Strategy<Value = Known<Obligation>> {
    let of = |text: &str| {
        [
            Obligation::Contract(label(text)),
            Obligation::Law(label(text)),
        ]
    };
    known(select(of("item 4").to_vec()))
}

fn investment() -> impl Strategy<Value = Investment> {
    let purpose = select(vec![
        Purpose::RelationshipCapital,
        Purpose::ServiceObligation,
    ]);
    let booked = option::of(select(Scope::ALL.to_vec()));
    let rest = (obligation(), vec(clearance(), 0..3));
    let tie = known(select(Pair::ALL.to_vec()));
    (purpose, tie, known(records()), booked, rest).prop_map(
        |(purpose, tie, benefits, booked, (obligation, words))| {
            let mut investment = Investment::new(purpose);
            (investment.tie, investment.benefits) = (tie, benefits);
            (investment.booked_as, investment.obligation) = (booked, obligation);
            investment.clearances = words;
            investment
        },
    )
}

fn decided(own: &[OperatorFacts], investment: &Investment) -> Option<Decision> {
    let own = SideFacts::new(own.iter().cloned()).ok()?;
    let register = colleagues();
    let office = IntegrityOffice::new(&register, today());
    let policy = AlignmentPolicy::standard();
    let verdict = judge_investment(&policy, &office, &own, investment).ok()?;
    Some(verdict.decision())
}

/// Returns the parties of which a person gains something material; `None` for a gain of nobody in particular.
fn gains(investment: &Investment) -> Vec<Option<Role>> {
    let records = investment.benefits.value().into_iter().flatten();
    let is_personal = |record: &&BenefitRecord| {
        let personal = |party| Scope::of(party) == Scope::Personal;
        let someone =
            record.interest.scope == Scope::Personal || record.party.is_some_and(personal);
        someone && (record.interest.kind == NeedKind::Material || !record.amount.is_zero())
    };
    records
        .filter(is_personal)
        .map(|record| record.party)
        .collect()
}

/// Returns what the words say about all gains of a person: the worst of it.
fn word(investment: &Investment) -> Option<ClearanceWord> {
    let mut worst = Some(ClearanceWord::Cleared);
    for gain in gains(investment) {
        let words = investment.clearances.iter();
        let told = words.filter_map(|word| told(word, gain?, None));
        let told: Vec<ClearanceWord> = told.collect();
        if told.contains(&ClearanceWord::Refused) {
            return Some(ClearanceWord::Refused);
        }
        worst = worst.filter(|_| told.contains(&ClearanceWord::Cleared));
    }
    worst
}

proptest! {
    /// A gain of a person that nobody cleared is all that bars a service that is owed.
    #[test]
    fn what_the_customer_is_owed_waits_for_the_integrity_office_alone(
        own in own(), investment in investment(), law in select(vec![Grade::CustomerStated, Grade::Measured]),
    ) {
        let mut owed = investment;
        owed.purpose = Purpose::ServiceObligation;
        owed.obligation = Known::graded(Obligation::Law(label("warranty")), law);
        let guesses_at_nobody =
            owed.benefits.grade() == Some(Grade::Estimated) && gains(&owed).is_empty();
        let expected = match (owed.benefits.is_known(), word(&owed)) {
            (false, _) | (true, None) => Decision::Undecided,
            (true, Some(ClearanceWord::Refused)) => Decision::Deny,
            (true, Some(ClearanceWord::Cleared)) if guesses_at_nobody => Decision::Undecided,
            (true, Some(ClearanceWord::Cleared)) => Decision::Permit,
        };
        prop_assert_eq!(decided(&own, &owed), Some(expected));
    }

    #[test]
    fn a_label_alone_lifts_no_bar(own in own(), investment in investment()) {
        let mut capital = investment;
        (capital.purpose, capital.obligation) = (Purpose::RelationshipCapital, Known::Unknown);
        let mut label_alone = capital.clone();
        label_alone.purpose = Purpose::ServiceObligation;
        prop_assert_eq!(decided(&own, &label_alone), decided(&own, &capital));
        label_alone.obligation = Known::estimated(Obligation::Contract(label("item 4")));
        prop_assert_eq!(decided(&own, &label_alone), decided(&own, &capital));
    }

    /// The tie, the stakes, the conflicts, the benefits and the words become unknown.
    #[test]
    fn an_investment_of_which_less_is_known_is_never_freer(own in own(), investment in investment()) {
        let with = decided(&own, &investment);
        let is_settled = |without| without == Some(Decision::Undecided) || without == with;
        let mut without = investment.clone();
        without.tie = Known::Unknown;
        prop_assert!(is_settled(decided(&own, &without)));
        let mut without = investment.clone();
        without.benefits = Known::Unknown;
        prop_assert!(is_settled(decided(&own, &without)));
        let mut without = investment.clone();
        without.clearances.clear();
        prop_assert!(is_settled(decided(&own, &without)));
        for place in 0..own.len() {
            let mut less = own.clone();
            let Some(operator) = less.get_mut(place) else { continue };
            operator.stake = Known::Unknown;
            prop_assert!(is_settled(decided(&less, &investment)));
            let mut less = own.clone();
            let Some(operator) = less.get_mut(place) else { continue };
            operator.conflicts = Known::Unknown;
            prop_assert!(is_settled(decided(&less, &investment)));
        }
    }

    #[test]
    fn a_guess_about_our_own_side_or_a_clearance_never_opens(own in own(), investment in investment()) {
        let mut guess = investment.clone();
        for word in &mut guess.clearances {
            word.grade = Grade::Estimated;
        }
        let guesses = own.iter().map(|one| {
            let mut one = one.clone();
            one.conflicts = one.conflicts.into_value().map_or(Known::Unknown, Known::estimated);
            one
        });
        let guesses: Vec<OperatorFacts> = guesses.collect();
        let known = decided(&own, &investment);
        for guessed in [decided(&own, &guess), decided(&guesses, &investment)] {
            prop_assert!(guessed >= known, "{guessed:?} for a guess, {known:?} for the word");
        }
        let is_clean = gains(&investment).is_empty();
        prop_assert!(is_clean || decided(&own, &guess) != Some(Decision::Permit));
        if !investment.is_owed() {
            prop_assert!(decided(&guesses, &investment) != Some(Decision::Permit));
        }
    }

    #[test]
    fn the_order_of_words_and_benefits_cannot_matter(own in own(), investment in investment()) {
        let mut turned = investment.clone();
        turned.clearances.reverse();
        turned.benefits = turned.benefits.map(|mut records| {
            records.reverse();
            records
        });
        prop_assert_eq!(decided(&own, &turned), decided(&own, &investment));
        let backwards: Vec<OperatorFacts> = own.iter().rev().cloned().collect();
        prop_assert_eq!(decided(&backwards, &investment), decided(&own, &investment));
    }
}

/// One gain and one word: the investment of the words above, without a generator.
#[test]
fn a_word_opens_for_its_own_party_only() {
    let scope = ClearanceScope::new(Role::SupplierOperator);
    let word = Clearance::new(ClearanceWord::Cleared, Grade::Measured, today(), scope);
    let word = word.with_by(Some(named("gu")));
    assert_eq!(
        told(&word, Role::SupplierOperator, None),
        Some(ClearanceWord::Cleared)
    );
    assert_eq!(told(&word, Role::CustomerOperator, None), None);
}
