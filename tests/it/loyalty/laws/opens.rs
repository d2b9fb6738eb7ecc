//! A guess opens nothing, and time alone opens nothing.

use keqing::loyalty::bond::ReasonToStay;
use keqing::loyalty::kinds::{LoyaltyEvidence, LoyaltySign};
use keqing::loyalty::means::{Claim, MeansFacts};
use keqing::loyalty::{LoyaltyFacts, LoyaltyPicture};
use keqing::verdict::{Decision, Fact, Outcome};
use keqing::vocab::answers::LoyaltyPattern;
use keqing::vocab::known::{Grade, Known, Stated};
use keqing::vocab::words::ClaimGround;
use proptest::prelude::{Just, ProptestConfig, Strategy, prop_assert, proptest};
use proptest::sample::select;

use super::given::{TODAY, crowded, facts, told, told_on, with};

/// The facts, and a claim of loyalty that rests on every ground.
fn claimed(mut facts: LoyaltyFacts) -> LoyaltyFacts {
    let mut means = MeansFacts::default();
    let every = ClaimGround::Revenue | ClaimGround::CustomerStatement | ClaimGround::Retention;
    means.claims = vec![Claim::new(every)];
    facts.means = Some(means);
    facts
}

/// The parts of an answer that speak for the customer's loyalty.
fn opened(told: &LoyaltyPicture) -> [bool; 4] {
    let bond = told.bond.value();
    let pattern = told.pattern.value();
    let claims = told.means.iter().flat_map(|means| &means.claims);
    [
        bond.is_some_and(|bond| bond.is_attached()),
        matches!(
            pattern,
            Some(LoyaltyPattern::Loyal | LoyaltyPattern::Latent)
        ),
        told.reason_to_stay.value() == Some(&ReasonToStay::Happy),
        claims
            .into_iter()
            .any(|claim| claim.decision() == Decision::Permit),
    ]
}

/// The rules that are met, each with the fact that it looked at.
fn met(told: &LoyaltyPicture) -> Vec<(String, Fact)> {
    let met = told
        .findings()
        .filter(|finding| finding.outcome == Outcome::Met);
    // A connection is one fact, whatever shows it.
    let rules = met.map(|finding| match finding.rule.to_string() {
        rule if rule == "GEN-10" => (rule, Fact::EmotionalConnection),
        rule => (rule, finding.evidence.fact),
    });
    // A free customer that does not care is not helpless, and that says nothing for its loyalty. The
    // sum of the costs has no grade.
    let speaks = |(rule, _): &(String, Fact)| rule != "LOY-06" && rule != "SWC-01";
    rules.filter(speaks).collect()
}

/// Every answer that is more favourable than before.
fn gains(before: &LoyaltyPicture, after: &LoyaltyPicture) -> Vec<String> {
    let mut gains = Vec::new();
    for (place, (was, is)) in opened(before).into_iter().zip(opened(after)).enumerate() {
        if is && !was {
            gains.push(format!("part {place}"));
        }
    }
    let known = met(before);
    let new = met(after).into_iter().filter(|one| !known.contains(one));
    gains.extend(new.map(|one| format!("{one:?}")));
    gains
}

/// One piece of each sign at most, and of a feeling one source: its word, or what it does and would miss.
fn of_one_source(mut facts: LoyaltyFacts) -> LoyaltyFacts {
    let mut kept: Vec<LoyaltyEvidence> = Vec::new();
    for piece in facts.evidence {
        let same = |other: &LoyaltyEvidence| {
            core::mem::discriminant(&other.sign) == core::mem::discriminant(&piece.sign)
        };
        if !kept.iter().any(same) {
            kept.push(piece);
        }
    }
    if kept
        .iter()
        .any(|piece| matches!(piece.sign, LoyaltySign::Evaluation(_)))
    {
        kept.retain(|piece| !matches!(piece.sign, LoyaltySign::Referrals(_)));
        facts
            .lock_in
            .costs
            .retain(|item| item.facet.kind().locks_in());
    }
    facts.evidence = kept;
    facts
}

fn guessed<T>(known: Known<T>) -> Known<T> {
    match known {
        Known::Given(told) => Known::estimated(told.value),
        Known::Unknown => Known::Unknown,
    }
}

fn guess_all<T: Clone>(stated: &mut Stated<T>) {
    let guesses = stated.statements().iter().map(|one| {
        let mut guess = one.clone();
        guess.grade = Grade::Estimated;
        guess
    });
    *stated = Stated::several(guesses);
}

/// The facts, one of which is only a guess.
fn one_guessed(facts: &LoyaltyFacts) -> Vec<LoyaltyFacts> {
    let mut all = Vec::new();
    let mut guess = |guess: fn(&mut LoyaltyFacts)| {
        let mut weaker = facts.clone();
        guess(&mut weaker);
        all.push(weaker);
    };
    guess(|facts| guess_all(&mut facts.recognition.supplier));
    guess(|facts| guess_all(&mut facts.recognition.customer));
    guess(|facts| facts.support = guessed(facts.support));
    guess(|facts| guess_all(&mut facts.lock_in.instruments));
    guess(|facts| guess_all(&mut facts.lock_in.alternatives));
    guess(|facts| guess_all(&mut facts.lock_in.prefers_alternative));
    guess(|facts| guess_all(&mut facts.lock_in.gain));
    for place in 0..facts.evidence.len() {
        let mut weaker = facts.clone();
        if let Some(piece) = weaker.evidence.get_mut(place) {
            piece.grade = Grade::Estimated;
        }
        all.push(weaker);
    }
    for place in 0..facts.lock_in.costs.len() {
        let mut weaker = facts.clone();
        if let Some(item) = weaker.lock_in.costs.get_mut(place) {
            item.grade = Grade::Estimated;
        }
        all.push(weaker);
    }
    all
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn a_guess_opens_nothing(facts in facts().prop_map(of_one_source).prop_map(claimed)) {
        let before = told(&facts);
        for weaker in one_guessed(&facts) {
            let gains = gains(&before, &told(&weaker));
            prop_assert!(gains.is_empty(), "{:?} {:?}", gains, weaker);
        }
    }

    #[test]
    fn time_alone_opens_nothing(
        (facts, from) in with(crowded())
            .prop_flat_map(|facts| (Just(claimed(facts)), select(vec![36_u32, 200, 390, TODAY]))),
        later in select(vec![1_u32, 5, 30, 365, 366, 1_000]),
    ) {
        let mut facts = facts;
        let today = crate::support::given::day(from);
        facts.evidence.retain(|piece| piece.on <= today);
        let (before, after) = (told_on(&facts, from), told_on(&facts, from.saturating_add(later)));
        let gains = gains(&before, &after);
        prop_assert!(gains.is_empty(), "{:?} {:?}", gains, facts);
    }
}
