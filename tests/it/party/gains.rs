//! Gains of offers and instruments: their JSON, the errors about them, and their place.

use keqing::party::integrity::{IntegrityOffice, StatedGain, judge_gain};
use keqing::party::parties::{Organization, Parties, Register};
use keqing::party::{PartyFacts, PartyGiven, PartyPolicy, assess};
use keqing::review::ReviewError;
use keqing::verdict::Subject;
use keqing::vocab::benefit::{
    Benefit, Clearance, ClearanceScope, ClearanceWord, Gain, Horizon, InterestKind, Scope,
};
use keqing::vocab::known::{Grade, Known};
use keqing::vocab::words::{NeedKind, Role};

use super::golden::person;
use crate::support::errors::{Failure, day, says};
use crate::support::golden::{golden, shorter};

#[test]
fn a_gain_below_zero_and_a_word_of_nobody() -> Result<(), Failure> {
    let today = day("2024-06-01")?;
    let register = Register::new([person("li")?], [])?;
    let office = IntegrityOffice::new(&register, today);
    let scope = ClearanceScope::new(Role::CustomerOperator);
    let word = Clearance::new(ClearanceWord::Cleared, Grade::Measured, today, scope);
    let word = word.with_by(Some("ghost".parse()?));
    let ghost = "nobody in the register is named `ghost`";
    let gain = Gain::default().with_clearance(Some(word));
    says(judge_gain(&office, &gain), ghost);
    says(
        judge_gain(&office, &gain.with_amount(Some("-1 CNY".parse()?))),
        &format!("a gain is an amount from zero up, got -1 CNY; {ghost}"),
    );
    Ok(())
}

#[test]
fn a_gain_of_another_system_is_told_with_its_place() -> Result<(), Failure> {
    let today = day("2024-06-01")?;
    let parties = Parties::of_people(
        Organization::new("s-1", "Hangzhou Valves")?,
        [person("li")?],
        Organization::new("c-1", "Ningbo Pumps")?,
        [person("wang")?],
    )?;
    let item = Subject::Item {
        id: "a watch".parse()?,
    };
    let mut given = PartyGiven::new(today);
    let gain = Gain::default().with_amount(Some("-1 CNY".parse()?));
    given.gains = vec![StatedGain::new("satisfaction.offer[0]", item, gain)];
    let (policy, facts) = (PartyPolicy::standard(), PartyFacts::new(parties));
    let error = assess(&policy, &facts, &given).err().ok_or("an error")?;
    assert_eq!((error.code(), error.path()), ("impossible-gain", ""));
    let text = "satisfaction.offer[0]: a gain is an amount from zero up, got -1 CNY";
    assert_eq!(ReviewError::from(error).to_string(), text);
    given.gains = vec![StatedGain::new(
        "satisfaction.offer[0]",
        item,
        Gain::default(),
    )];
    let gains = assess(&policy, &facts, &given)?.gains;
    let [judged] = gains.as_slice() else {
        return Err("one gain".into());
    };
    assert_eq!(
        (judged.path.as_str(), judged.subject),
        ("satisfaction.offer[0]", item)
    );
    Ok(())
}

#[test]
fn a_gain_says_whose_it_is_and_who_cleared_it() -> Result<(), Failure> {
    shorter("{}", &Gain::default());
    let party = Role::CustomerOperator;
    let watch = Gain::new(Known::measured(Benefit {
        party,
        interest: InterestKind::new(Scope::of(party), NeedKind::Material),
        horizon: Horizon::Near,
    }));
    golden(
        &watch
            .with_amount(Some("500 CNY".parse()?))
            .with_on(Some(day("2024-06-10")?)),
        r#"{
            "benefit": {
                "value": {
                    "party": "customer-operator",
                    "interest": {"scope": "personal", "kind": "material"},
                    "horizon": "near"
                },
                "grade": "measured"
            },
            "amount": {"amount": "500", "currency": "CNY"},
            "on": "2024-06-10",
            "clearance": null
        }"#,
    );
    Ok(())
}
