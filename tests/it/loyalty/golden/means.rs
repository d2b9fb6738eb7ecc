//! The JSON of what a relationship rests on, what proves none, and what a purchase risks.

use keqing::loyalty::LoyaltyPolicy;
use keqing::loyalty::foundation::{
    Contact, Foundation, FoundationFacts, InvestmentView, NoteAnswer, Promise, PromiseNature,
    RelationshipInvestment, UnderstandingAnswer, UnderstandingNote, foundations, promise_keeping,
};
use keqing::loyalty::kinds::{LoyaltyEvidence, LoyaltySign};
use keqing::loyalty::means::{
    ChannelCompensation, ChannelFacts, Claim, ContactChannel, InstrumentGain, Mix, Rebate,
    RebateRecipient, RetentionMeans,
};
use keqing::loyalty::patronage::{
    PatronageFacts, PatronageGrounds, PatronageReason, RepeatBasis, patronage,
};
use keqing::loyalty::premium::{GapStanding, PurchaseVolume, price_gap};
use keqing::loyalty::risk::{
    AssuranceFacts, PurchaseRisk, ReplacementFactors, RiskBearer, RiskWeights, assurance,
    purchase_risks, replacement_risk,
};
use keqing::satisfaction::measurement::SatisfactionState;
use keqing::verdict::Presence;
use keqing::vocab::answers::{PatronageDrive, ReplacementLevel};
use keqing::vocab::benefit::Gain;
use keqing::vocab::known::{Grade, Known, Stated};
use keqing::vocab::set::Set;
use keqing::vocab::words::{
    AssuranceAsset, ClaimGround, Instrument, PurchaseRiskKind, Rating, ReplacementFactor, Side,
};

use crate::support::errors::{Failure, day, number};
use crate::support::golden::{golden, refuses, shorter, words};

#[test]
fn sets_are_words_in_kebab_case() {
    words(
        Set::<AssuranceAsset>::all(),
        "brand reputation scale sales-record research-and-development",
    );
    words(
        Set::<ChannelCompensation>::all(),
        "communication-system creative-design feedback personal-representative shared-experience",
    );
    words(
        Set::<ClaimGround>::all(),
        "customer-statement operator-impression repeat-purchase retention revenue satisfaction \
         share-of-purchases software-observation",
    );
    words(
        Set::<Foundation>::all(),
        "trust promise-keeping communication understanding",
    );
    words(
        Set::<PatronageReason>::all(),
        "contract convenience feeling low-price no-alternative quality service time-saving",
    );
    words(
        Set::<PurchaseRiskKind>::all(),
        "inflated-price quality late-supply insufficient-capacity poor-after-sales illegal-acts",
    );
    words(
        Set::<ReplacementFactor>::all(),
        "brand cooperation executive-channel",
    );
}

#[test]
fn enumerations_are_words_in_kebab_case() {
    words(ContactChannel::ALL, "in-person mixed digital-only");
    words(GapStanding::ALL, "within beyond");
    words(InvestmentView::ALL, "short-term-only long-term");
    words(NoteAnswer::ALL, "confirmed corrected");
    words(PatronageDrive::ALL, "neither price feeling both");
    words(PromiseNature::ALL, "lawful under-the-table");
    words(RebateRecipient::ALL, "organization person");
    words(RepeatBasis::ALL, "mere-convenience unfelt affect");
    words(ReplacementLevel::ALL, "ordinary high");
    words(RiskBearer::ALL, "organization person");
}

#[test]
fn the_wire_names_are_the_words_of_json() {
    let written = |word: serde_json::Value| word.as_str().unwrap_or_default().to_owned();
    for asset in Set::<AssuranceAsset>::all() {
        assert_eq!(written(serde_json::json!(asset)), asset.name());
    }
    for factor in Set::<ReplacementFactor>::all() {
        assert_eq!(written(serde_json::json!(factor)), factor.name());
    }
    for ground in Set::<ClaimGround>::all() {
        assert_eq!(written(serde_json::json!(ground)), ground.name());
    }
    for kind in Set::<PurchaseRiskKind>::all() {
        assert_eq!(written(serde_json::json!(kind)), kind.name());
    }
}

fn late_supply() -> Result<PurchaseRisk, Failure> {
    Ok(PurchaseRisk {
        kind: PurchaseRiskKind::LateSupply,
        bearer: RiskBearer::Organization,
        likelihood: Rating::new(3)?,
        impact: Rating::new(4)?,
        grade: Grade::CustomerStated,
        on: None,
    })
}

#[test]
fn purchase_risks_are_two_marks_and_their_register() -> Result<(), Failure> {
    golden(
        &late_supply()?,
        r#"{"kind": "late-supply", "bearer": "organization", "likelihood": 3, "impact": 4, "grade": "customer-stated"}"#,
    );
    let weights = RiskWeights::from_fn(|kind| match kind {
        PurchaseRiskKind::LateSupply => 100,
        _ => 0,
    })?;
    golden(
        &weights,
        r#"{"inflated-price": 0, "quality": 0, "late-supply": 100, "insufficient-capacity": 0, "poor-after-sales": 0, "illegal-acts": 0}"#,
    );
    shorter(r#"{"late-supply": 100}"#, &weights);
    let weights = Known::customer_stated(weights);
    let own = PurchaseRisk {
        bearer: RiskBearer::Person,
        ..late_supply()?
    };
    let brand = Known::customer_stated(Presence::Present);
    let risks = [late_supply()?, own];
    let found = purchase_risks(&LoyaltyPolicy::standard(), &risks, weights, brand)?;
    golden(
        &found.into_value().ok_or("no value")?,
        r#"{
            "exposures": [
                {"kind": "late-supply", "bearer": "organization", "exposure": 12, "lowered": null, "grade": "customer-stated"},
                {"kind": "late-supply", "bearer": "person", "exposure": 12, "lowered": 9, "grade": "customer-stated"}
            ],
            "watched": ["late-supply"],
            "watched-personally": [],
            "weighted": {"part": "12", "whole": "25"}
        }"#,
    );
    Ok(())
}

#[test]
fn premiums_are_amounts_and_fractions() -> Result<(), Failure> {
    let volume = PurchaseVolume::new(number("1.5")?, 2.try_into()?)?;
    golden(&volume, r#"{"per-period": "1.5", "periods": 2}"#);
    let gap = price_gap(
        "3.33 EUR".parse()?,
        Known::measured("10 EUR".parse()?),
        &volume,
    )?;
    golden(
        &gap.into_value().ok_or("no value")?,
        r#"{"tolerated": {"numerator": "10", "denominator": "3", "currency": "EUR"}, "standing": "within"}"#,
    );
    Ok(())
}

#[test]
fn security_and_replacement_are_sets() -> Result<(), Failure> {
    let mut factors = ReplacementFactors::new();
    golden(
        &factors,
        r#"{"brand": null, "cooperation": null, "executive-channel": null}"#,
    );
    shorter("{}", &factors);
    factors.brand = Known::measured(Presence::Present);
    golden(
        &replacement_risk(&factors).into_value().ok_or("no value")?,
        r#"{"present": ["brand"], "unknown": ["cooperation", "executive-channel"], "level": null}"#,
    );
    let mut facts = AssuranceFacts::new();
    golden(&facts, r#"{"invested": null, "publicised": null}"#);
    shorter("{}", &facts);
    facts.invested = Known::measured(AssuranceAsset::Scale.into());
    golden(
        &assurance(&facts).into_value().ok_or("no value")?,
        r#"{
            "assured": [],
            "lacking": ["brand", "reputation", "sales-record", "research-and-development"],
            "unknown": ["scale"]
        }"#,
    );
    Ok(())
}

#[test]
fn a_mix_is_its_instruments_and_the_customer() {
    let mut mix = RetentionMeans::new(Set::empty());
    golden(
        &mix,
        r#"{"instruments": [], "rebate": null, "satisfaction": null, "adversity": null, "gains": []}"#,
    );
    shorter("{}", &mix);
    mix.instruments = Instrument::ServiceLevel | Instrument::LoyaltyPoints;
    golden(
        &Mix::new(Set::empty()),
        r#"{"instruments": [], "rebate": null, "satisfaction": null, "adversity": null}"#,
    );
    mix.satisfaction = Stated::customer_stated(SatisfactionState::Satisfied);
    let mut rebate = Rebate::new();
    shorter("{}", &rebate);
    rebate.recipient = Known::measured(RebateRecipient::Organization);
    mix.rebate = Some(rebate);
    let points = InstrumentGain::new(Instrument::LoyaltyPoints, Gain::default());
    shorter(r#"{"instrument": "loyalty-points"}"#, &points);
    mix.gains = vec![points];
    golden(
        &mix,
        r#"{
            "instruments": ["loyalty-points", "service-level"],
            "rebate": {
                "recipient": {"value": "organization", "grade": "measured"},
                "contract": null,
                "disclosure": null
            },
            "satisfaction": {"value": "satisfied", "grade": "customer-stated"},
            "adversity": null,
            "gains": [{
                "instrument": "loyalty-points",
                "gain": {"benefit": null, "amount": null, "on": null, "clearance": null}
            }]
        }"#,
    );
}

#[test]
fn promises_and_foundations_are_what_was_said_and_kept() -> Result<(), Failure> {
    let mut promise = Promise {
        id: "visit".parse()?,
        due: day("2024-06-20")?,
        kept_on: None,
        nature: PromiseNature::Lawful,
    };
    golden(
        &promise,
        r#"{"id": "visit", "due": "2024-06-20", "kept-on": null, "nature": "lawful"}"#,
    );
    shorter(
        r#"{"id": "visit", "due": "2024-06-20", "nature": "lawful"}"#,
        &promise,
    );
    promise.kept_on = Some(day("2024-06-21")?);
    let (policy, today) = (LoyaltyPolicy::standard(), day("2024-06-30")?);
    let kept = promise_keeping(&policy, &[promise], today)?;
    let counted =
        r#"{"due": 1, "in-time": 0, "late": 1, "broken": 0, "rate": {"part": "0", "whole": "1"}}"#;
    golden(&kept.into_value().ok_or("no value")?, counted);

    let mut facts = FoundationFacts::new();
    golden(
        &facts,
        r#"{"contacts": null, "notes": null, "promises": null, "investments": null}"#,
    );
    shorter("{}", &facts);
    facts.promises = Known::measured(vec![promise]);
    let said = LoyaltyEvidence::new(
        today,
        Grade::CustomerStated,
        LoyaltySign::Trust(Rating::HIGHEST.into()),
    );
    let found = foundations(&policy, &facts, &[said], today)?;
    golden(
        &found.into_value().ok_or("no value")?,
        &format!(
            r#"{{
                "holding": ["trust"],
                "lacking": ["promise-keeping"],
                "unknown": ["communication", "understanding"],
                "promises": {counted},
                "investment": null
            }}"#
        ),
    );
    dated_facts()
}

/// The JSON of contacts, notes and investments.
fn dated_facts() -> Result<(), Failure> {
    let on = day("2024-06-20")?;
    golden(
        &Contact {
            on,
            customer_spoke: Presence::Present,
        },
        r#"{"on": "2024-06-20", "customer-spoke": "present"}"#,
    );
    let mut note = UnderstandingNote {
        id: "speed".parse()?,
        on,
        answer: None,
    };
    shorter(r#"{"id": "speed", "on": "2024-06-20"}"#, &note);
    let says = NoteAnswer::Corrected;
    note.answer = Some(UnderstandingAnswer { on, says });
    golden(
        &note,
        r#"{"id": "speed", "on": "2024-06-20", "answer": {"on": "2024-06-20", "says": "corrected"}}"#,
    );
    golden(
        &RelationshipInvestment {
            side: Side::Customer,
            on,
        },
        r#"{"side": "customer", "on": "2024-06-20"}"#,
    );
    Ok(())
}

#[test]
fn patronage_claims_and_channels_are_sets_of_words() -> Result<(), Failure> {
    let mut facts = PatronageFacts::new();
    golden(
        &facts,
        r#"{"reasons": null, "repeat": null, "affect": null}"#,
    );
    shorter("{}", &facts);
    let grounds = PatronageGrounds::default();
    golden(
        &grounds,
        r#"{"reasons": null, "repeat": null, "affect": null}"#,
    );
    facts.reasons = Stated::customer_stated(PatronageReason::LowPrice.into());
    facts.repeat = Stated::measured(Presence::Present);
    let today = day("2024-01-01")?;
    golden(
        &patronage(&LoyaltyPolicy::standard(), &facts, today)
            .into_value()
            .ok_or("no value")?,
        r#"{"drive": "price", "repeat": null}"#,
    );
    let claim = Claim::new(ClaimGround::Revenue | ClaimGround::CustomerStatement);
    golden(&claim, r#"{"grounds": ["customer-statement", "revenue"]}"#);
    shorter("{}", &Claim::default());
    let mut channel = ChannelFacts::new();
    shorter("{}", &channel);
    channel.channel = Known::measured(ContactChannel::DigitalOnly);
    channel.compensation = Known::measured(ChannelCompensation::Feedback.into());
    golden(
        &channel,
        r#"{
            "channel": {"value": "digital-only", "grade": "measured"},
            "compensation": {"value": ["feedback"], "grade": "measured"}
        }"#,
    );
    Ok(())
}

#[test]
fn json_builds_nothing_that_code_cannot() {
    refuses::<PurchaseVolume>(
        r#"{"per-period": "0", "periods": 1}"#,
        "a customer buys more than 0 units a period, got 0",
    );
    refuses::<PurchaseVolume>(r#"{"per-period": 1.5, "periods": 1}"#, "invalid type");
    refuses::<PurchaseVolume>(r#"{"per-period": "1", "periods": 0}"#, "invalid value");
    refuses::<RiskWeights>(
        r#"{"quality": 99}"#,
        "the weights of the purchase risks are 100 together, got 99",
    );
    refuses::<RiskWeights>(r#"{"price": 100}"#, "unknown field");
    refuses::<PurchaseRisk>(
        r#"{"kind": "quality", "bearer": "person", "likelihood": 6, "impact": 1, "grade": "measured"}"#,
        "rating 6 is out of range, expected 1 to 5",
    );
    refuses::<Claim>(r#"{"grounds": ["love"]}"#, "`love` is no claim ground");
    refuses::<ReplacementFactors>(r#"{"brand": "present"}"#, "invalid type");
    refuses::<RetentionMeans>(r#"{"rebates": []}"#, "unknown field");
    refuses::<FoundationFacts>(r#"{"trust": null}"#, "unknown field");
    refuses::<PatronageFacts>(r#"{"reason": null}"#, "unknown field");
    refuses::<ChannelFacts>(r#"{"channels": null}"#, "unknown field");
    refuses::<AssuranceFacts>(r#"{"assets": null}"#, "unknown field");
    refuses::<Rebate>(r#"{"to": null}"#, "unknown field");
}
