//! The JSON of loyalty: evidence, what holds a customer, and what can be said of it.

mod means;

use keqing::loyalty::bond::{BondFacts, ReasonToStay, Recognition, RecognitionFacts, Views};
use keqing::loyalty::kinds::{
    LoyaltyAttitude, LoyaltyEvidence, LoyaltyKinds, LoyaltySign, Spread, Trend,
};
use keqing::loyalty::lock_in::{
    Bindings, LockIn, LockInFacts, LockInLevel, Occurrence, SwitchFacts, SwitchingCostItem,
    SwitchingCostKind, SwitchingFacet, lock_in, switching_cost,
};
use keqing::loyalty::retention::retention;
use keqing::loyalty::words::Repeat;
use keqing::loyalty::{LoyaltyFacts, LoyaltyGiven, LoyaltyPolicy, assess};
use keqing::satisfaction::measurement::{LoyaltySupport, SatisfactionState};
use keqing::verdict::Presence;
use keqing::vocab::answers::{LoyaltyPattern, SwitchOutcome};
use keqing::vocab::known::{Grade, Known, Stated};
use keqing::vocab::mark::{Mark, MarkScale};
use keqing::vocab::set::Set;
use keqing::vocab::share::Share;
use keqing::vocab::words::{Bond, Instrument, InstrumentEffect, Manifestation, Rating, Stance};

use crate::support::errors::{Failure, day};
use crate::support::golden::{golden, refuses, shorter, words};

#[test]
fn enumerations_are_words_in_kebab_case() {
    words(Bond::ALL, "genuine mixed locked-in none");
    words(Set::<LoyaltyPattern>::all(), "loyal latent spurious none");
    words(
        Recognition::ALL,
        "mutual supplier-only customer-only neither",
    );
    words(ReasonToStay::ALL, "happy indifferent helpless");
    words(LockInLevel::ALL, "low high");
    words(Repeat::ALL, "low high");
    words(Stance::ALL, "unfavourable mixed neutral favourable");
    words(MarkScale::ALL, "1-5 1-7 0-10");
    words(SwitchOutcome::ALL, "content free locked");
    words(
        [Trend::Falling, Trend::Steady, Trend::Rising],
        "falling steady rising",
    );
    words(
        Set::<Manifestation>::all(),
        "attitudinal behavioural psychological",
    );
    words(
        Set::<SwitchingFacet>::all(),
        "economic-risk evaluation learning setup benefit-loss monetary-loss personal-relationship-loss brand-relationship-loss",
    );
    words(
        [
            SwitchingCostKind::Procedural,
            SwitchingCostKind::Financial,
            SwitchingCostKind::Relational,
        ],
        "procedural financial relational",
    );
    words(
        [Occurrence::OneOff, Occurrence::Recurring],
        "one-off recurring",
    );
    words(
        Set::<Instrument>::all(),
        "advanced-solution contract differentiated-product exit-barrier loyalty-points product-quality service-level technical-barrier technical-capability trading-terms year-end-rebate",
    );
    words(InstrumentEffect::ALL, "happy holding pain");
}

#[test]
fn evidence_is_a_day_a_grade_a_sign_and_a_person() -> Result<(), Failure> {
    let evidence = |sign| LoyaltyEvidence::new(NEW_YEAR, Grade::CustomerStated, sign);
    let half = Share::percent(50)?;
    let mark: Mark = Rating::new(4)?.into();
    let (seven, ten) = (
        Mark::new(6, MarkScale::OneToSeven)?,
        Mark::new(9, MarkScale::ZeroToTen)?,
    );
    let table = [
        (LoyaltySign::Evaluation(mark), r#"{"evaluation": 4}"#),
        (
            LoyaltySign::Evaluation(ten),
            r#"{"evaluation": {"value": 9, "scale": "0-10"}}"#,
        ),
        (LoyaltySign::Intention(mark), r#"{"intention": 4}"#),
        (LoyaltySign::Referrals(3), r#"{"referrals": 3}"#),
        (LoyaltySign::RepeatAfterFailure, r#""repeat-after-failure""#),
        (
            LoyaltySign::Retention(half),
            r#"{"retention": {"part": "1", "whole": "2"}}"#,
        ),
        (LoyaltySign::Revenue, r#""revenue""#),
        (
            LoyaltySign::Satisfaction(SatisfactionState::Met),
            r#"{"satisfaction": "met"}"#,
        ),
        (
            LoyaltySign::ShareOfWallet(half),
            r#"{"share-of-wallet": {"part": "1", "whole": "2"}}"#,
        ),
        (
            LoyaltySign::SoftwareObservation,
            r#""software-observation""#,
        ),
        (LoyaltySign::Trust(mark), r#"{"trust": 4}"#),
        (
            LoyaltySign::Upholding(seven),
            r#"{"upholding": {"value": 6, "scale": "1-7"}}"#,
        ),
    ];
    for (sign, json) in table {
        golden(
            &evidence(sign),
            &format!(r#"{{"on": "2024-01-01", "grade": "customer-stated", "sign": {json}}}"#),
        );
        golden(
            &evidence(sign).with_by("wang-fang".parse()?),
            &format!(
                r#"{{"on": "2024-01-01", "grade": "customer-stated", "sign": {json}, "by": "wang-fang"}}"#
            ),
        );
    }
    Ok(())
}

#[test]
fn evidence_without_a_scale_or_a_grade_is_refused() -> Result<(), Failure> {
    refuses::<LoyaltyEvidence>(
        r#"{"on": "2024-01-01", "grade": "customer-stated", "sign": {"evaluation": 6}}"#,
        "mark 6 is out of range, expected 1 to 5 without a scale; the scales are `1-5`, `1-7` and `0-10`",
    );
    refuses::<LoyaltyEvidence>(
        r#"{"on": "2024-01-01", "sign": "revenue"}"#,
        "missing field `grade`",
    );
    golden(
        &Spread {
            worst: Stance::Unfavourable,
            best: Stance::Favourable,
            worst_by: Some("sun-li".parse()?),
        },
        r#"{"worst": "unfavourable", "best": "favourable", "worst-by": "sun-li"}"#,
    );
    Ok(())
}

const NEW_YEAR: chrono::NaiveDate = match chrono::NaiveDate::from_ymd_opt(2024, 1, 1) {
    Some(day) => day,
    None => chrono::NaiveDate::MIN,
};

#[test]
fn facts_are_null_until_they_are_known() -> Result<(), Failure> {
    let recognition = r#"{"supplier": null, "customer": null}"#;
    golden(&RecognitionFacts::default(), recognition);
    golden(&Views::default(), recognition);
    let lock_in = r#"{"instruments": null, "alternatives": null, "prefers-alternative": null, "gain": null, "costs": []}"#;
    golden(&LockInFacts::default(), lock_in);
    let bindings =
        r#"{"instruments": null, "alternatives": null, "prefers-alternative": null, "gain": null}"#;
    golden(&Bindings::default(), bindings);
    golden(
        &SwitchFacts::default(),
        r#"{"prefers-alternative": null, "gain": null, "cost": null}"#,
    );
    let attitude = r#"{"trust": null, "upholding": null, "repurchase": null}"#;
    golden(&LoyaltyAttitude::default(), attitude);
    let voices = r#"{"evaluation": null, "intention": null, "trust": null, "upholding": null}"#;
    let kinds = format!(
        r#"{{"behavioural": null, "conscious": null, "emotional": null, "voices": {voices}, "expired": null,
            "attitude": {attitude}, "high-share": null, "trend": null, "referrals": 0, "adversity": null, "shown": [], "hidden": []}}"#
    );
    golden(&LoyaltyKinds::default(), &kinds);
    golden(
        &BondFacts::default(),
        &format!(
            r#"{{"kinds": {kinds}, "recognition": {recognition}, "misses": null, "lock-in": null, "support": null}}"#
        ),
    );
    shorter("{}", &BondFacts::default());
    shorter("{}", &LoyaltyFacts::default());
    let mut facts = LockInFacts::default();
    facts.instruments = Stated::measured(Instrument::Contract.into());
    facts.alternatives = Stated::estimated(Presence::Present);
    shorter(
        r#"{
            "instruments": {"value": ["contract"], "grade": "measured"},
            "alternatives": {"value": "present", "grade": "estimated"}
        }"#,
        &facts,
    );
    let support = Known::measured(LoyaltySupport::Supported);
    assert_eq!(
        serde_json::to_string(&support)?,
        r#"{"value":"supported","grade":"measured"}"#
    );
    Ok(())
}

#[test]
fn costs_and_what_they_come_to() -> Result<(), Failure> {
    let item = SwitchingCostItem {
        facet: SwitchingFacet::Setup,
        amount: "12.50 EUR".parse()?,
        occurrence: Occurrence::OneOff,
        grade: Grade::Measured,
        on: None,
    };
    golden(
        &item,
        r#"{"facet": "setup", "amount": {"amount": "12.50", "currency": "EUR"}, "occurrence": "one-off", "grade": "measured"}"#,
    );
    let cost = switching_cost(&[item])?.into_value().ok_or("a cost")?;
    let cost_json = r#"{"lock-in": {"amount": "12.50", "currency": "EUR"}, "attachment": {"amount": "0", "currency": "EUR"}, "misses": null}"#;
    golden(&cost, cost_json);
    let mut facts = LockInFacts::default();
    facts.instruments = Stated::measured(Instrument::Contract.into());
    facts.costs.push(item);
    let held: LockIn = lock_in(&LoyaltyPolicy::standard(), &facts, NEW_YEAR)?
        .into_value()
        .ok_or("held")?;
    golden(
        &held,
        &format!(
            r#"{{"level": "high", "instruments": ["contract"], "switching": null, "cost": {cost_json}}}"#
        ),
    );
    let orders = ["2024-01-01", "2024-01-11", "2024-01-22"];
    let orders = orders.map(day).into_iter().collect::<Result<Vec<_>, _>>()?;
    let told = retention(&LoyaltyPolicy::standard(), &orders, day("2024-02-15")?);
    golden(
        &told.into_value().ok_or("a rate")?,
        r#"{"cycle": "10.5", "rate": {"part": "2", "whole": "3"}, "repeat": "high"}"#,
    );
    Ok(())
}

#[test]
fn the_whole_assessment_goes_round() -> Result<(), Failure> {
    let json = include_str!("../../../../examples/review/dossier.json");
    let dossier: keqing::dossier::Dossier = serde_json::from_str(json)?;
    let facts = dossier
        .loyalty
        .clone()
        .ok_or("the dossier tells of loyalty")?;
    let written = serde_json::to_string(&facts)?;
    assert_eq!(serde_json::from_str::<LoyaltyFacts>(&written)?, facts);
    let told = assess(
        &LoyaltyPolicy::standard(),
        &facts,
        &LoyaltyGiven::new(dossier.as_of()),
    )?;
    let written = serde_json::to_string(&told)?;
    assert_eq!(
        serde_json::from_str::<keqing::loyalty::LoyaltyPicture>(&written)?,
        told
    );
    Ok(())
}

#[test]
fn the_policy_is_written_out_in_full() {
    let json = include_str!("../../../golden/loyalty-policy.json");
    golden(&LoyaltyPolicy::standard(), json);
    let refused = |from: &str, to: &str, reason: &str| {
        assert!(json.contains(from), "{from} is not in the policy");
        refuses::<LoyaltyPolicy>(&json.replacen(from, to, 1), reason);
    };
    refused(
        r#""favourable-from": 4"#,
        r#""favourable-from": 2"#,
        "a favourable mark is above an unfavourable one, got 2 and 2 on the scale `1-5`",
    );
    refused(
        r#""ten-favourable-from": 9"#,
        r#""ten-favourable-from": 6"#,
        "a favourable mark is above an unfavourable one, got 6 and 6 on the scale `0-10`",
    );
    refused(
        r#""long-term-from": 365"#,
        r#""long-term-from": 0"#,
        "a long term is 1 day or more, got 0 days for `long-term-from`",
    );
    refused(
        r#""brand-lowers-impact-by": 1"#,
        r#""brand-lowers-impact-by": 5"#,
        "a strong brand lowers an impact by 0 to 4 marks, got 5",
    );
    refused(
        r#""part": "1""#,
        r#""part": "0""#,
        "the policy asks for more than nothing, got 0.0 % for `repeat-from`",
    );
    refused(
        r#""least-periods": 2"#,
        r#""least-periods": 0"#,
        "invalid value: integer `0`, expected a nonzero u32",
    );
    refused(
        r#""risk-watched-from": 12"#,
        r#""risk-watched-from": 26"#,
        "an exposure is 1 to 25, likelihood times impact, got 26",
    );
}
