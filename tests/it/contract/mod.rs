//! One contract a system, stated as a trait: every system implements it, and so does a toy system of one
//! rule. All of them are read, assessed, rendered and covered by the same functions.

mod errors;

use std::collections::BTreeMap;
use std::fmt::Debug;

use anyhow::{Context, Result, ensure};
use chrono::NaiveDate;
use keqing::party::cards::parties::PTY_03;
use keqing::verdict::{
    Evidence, Fact, Finding, Outcome, Presence, Reading, Render, RuleCard, RuleId, Verdict,
};
use keqing::vocab::known::Known;
use keqing::vocab::words::Locale;
use keqing::{lifecycle, loyalty, party, receivable, rulebook, satisfaction};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::support::given::day;

/// The contract of every system: facts, a policy and given answers go in, a picture or an error comes out.
trait System {
    type Facts: DeserializeOwned + PartialEq + Debug + Serialize;
    type Given;
    type Policy: DeserializeOwned + PartialEq + Debug + Serialize;
    type Picture: DeserializeOwned + PartialEq + Debug + Serialize;
    type Error: std::error::Error + Send + Sync + 'static;

    fn cards() -> &'static [&'static [&'static RuleCard]];
    fn policy() -> Self::Policy;
    fn given(as_of: NaiveDate) -> Self::Given;
    fn assess(
        policy: &Self::Policy,
        facts: &Self::Facts,
        given: &Self::Given,
    ) -> Result<Self::Picture, Self::Error>;
    fn findings(picture: &Self::Picture) -> Vec<&Finding>;
    fn code(error: &Self::Error) -> &'static str;
    fn path(error: &Self::Error) -> String;
    fn each(error: &Self::Error) -> Vec<&Self::Error>;
}

macro_rules! implements_the_contract {
    ($system:ident: $module:ident, $facts:ident, $given:ident, |$as_of:ident| $begin:expr, $policy:ident, $picture:ident, $error:ident) => {
        struct $system;

        impl System for $system {
            type Facts = $module::$facts;
            type Given = $module::$given;
            type Policy = $module::$policy;
            type Picture = $module::$picture;
            type Error = $module::$error;

            fn cards() -> &'static [&'static [&'static RuleCard]] {
                $module::CARDS
            }
            fn policy() -> Self::Policy {
                $module::$policy::standard()
            }
            fn given($as_of: NaiveDate) -> Self::Given {
                $begin
            }
            fn assess(
                policy: &Self::Policy,
                facts: &Self::Facts,
                given: &Self::Given,
            ) -> Result<Self::Picture, Self::Error> {
                $module::assess(policy, facts, given)
            }
            fn findings(picture: &Self::Picture) -> Vec<&Finding> {
                picture.findings().collect()
            }
            fn code(error: &Self::Error) -> &'static str {
                error.code()
            }
            fn path(error: &Self::Error) -> String {
                error.path().into()
            }
            fn each(error: &Self::Error) -> Vec<&Self::Error> {
                error.each().collect()
            }
        }
    };
}

implements_the_contract!(Party: party, PartyFacts, PartyGiven, |on| party::PartyGiven::new(on), PartyPolicy, PartyPicture, PartyError);
implements_the_contract!(Satisfaction: satisfaction, SatisfactionFacts, SatisfactionGiven, |on| satisfaction::SatisfactionGiven::new(on), SatisfactionPolicy, SatisfactionPicture, SatisfactionError);
implements_the_contract!(Loyalty: loyalty, LoyaltyFacts, LoyaltyGiven, |on| loyalty::LoyaltyGiven::new(on), LoyaltyPolicy, LoyaltyPicture, LoyaltyError);
implements_the_contract!(Receivable: receivable, ReceivableFacts, ReceivableGiven, |on| receivable::ReceivableGiven::new(on), ReceivablePolicy, ReceivablePicture, ReceivableError);
implements_the_contract!(Lifecycle: lifecycle, LifecycleFacts, LifecycleGiven, |_on| lifecycle::LifecycleGiven::default(), LifecyclePolicy, LifecyclePicture, LifecycleError);
implements_the_contract!(Toy: toy, ToyFacts, ToyGiven, |on| toy::ToyGiven { as_of: on }, ToyPolicy, ToyPicture, ToyError);

/// A system of one rule: a toy is lent to nobody for longer than the policy says. It borrows a card of the
/// rulebook, because cards are made by the library alone.
mod toy {
    use super::{
        Deserialize, Evidence, Fact, Finding, Known, NaiveDate, Outcome, PTY_03, Presence, Reading,
        RuleCard, Serialize, Verdict,
    };

    pub(super) static CARDS: &[&[&RuleCard]] = &[&[&PTY_03]];

    #[derive(Debug, Deserialize, PartialEq, Serialize)]
    #[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
    #[derive(Default)]
    pub(super) struct ToyFacts {
        lent: Option<NaiveDate>,
        returned: Known<Presence>,
    }

    pub(super) struct ToyGiven {
        pub(super) as_of: NaiveDate,
    }

    #[derive(Debug, Deserialize, PartialEq, Serialize)]
    pub(super) struct ToyPolicy {
        days: i64,
    }

    impl ToyPolicy {
        pub(super) const fn standard() -> Self {
            Self { days: 7 }
        }
    }

    #[derive(Debug, Deserialize, PartialEq, Serialize)]
    pub(super) struct ToyPicture {
        lent: Verdict,
    }

    impl ToyPicture {
        pub(super) fn findings(&self) -> impl Iterator<Item = &Finding> {
            self.lent.findings().iter()
        }
    }

    #[derive(Debug, thiserror::Error)]
    #[error("the toy was lent on {lent}, after {as_of}, the date that is asked for")]
    pub(super) struct ToyError {
        lent: NaiveDate,
        as_of: NaiveDate,
    }

    impl ToyError {
        pub(super) const fn code(&self) -> &'static str {
            "impossible-loan"
        }
        pub(super) const fn path(&self) -> &'static str {
            "lent"
        }
        pub(super) fn each(&self) -> impl Iterator<Item = &Self> {
            std::iter::once(self)
        }
    }

    pub(super) fn assess(
        policy: &ToyPolicy,
        facts: &ToyFacts,
        given: &ToyGiven,
    ) -> Result<ToyPicture, ToyError> {
        let (lent, as_of) = (facts.lent, given.as_of);
        if let Some(lent) = lent.filter(|lent| *lent > as_of) {
            return Err(ToyError { lent, as_of });
        }
        let is_late =
            lent.is_some_and(|lent| as_of.signed_duration_since(lent).num_days() > policy.days);
        let (outcome, evidence) = match facts.returned.value() {
            None => (
                Outcome::Missing(Fact::Actor),
                Evidence::new(Fact::Actor, Reading::Nothing),
            ),
            Some(back) if is_late && *back == Presence::Absent => {
                (Outcome::Breached, Evidence::present(Fact::Actor, false))
            }
            Some(_) => (Outcome::Met, Evidence::present(Fact::Actor, true)),
        };
        let finding = Finding::new(PTY_03.id(), PTY_03.severity(), outcome, evidence);
        Ok(ToyPicture {
            lent: Verdict::new([finding]),
        })
    }
}

/// Reads facts, and sees that they survive being written.
fn read<S: System>(facts: Value) -> Result<S::Facts> {
    let facts: S::Facts = serde_json::from_value(facts)?;
    let again: S::Facts = serde_json::from_value(serde_json::to_value(&facts)?)?;
    ensure!(again == facts, "{facts:?} becomes {again:?}");
    Ok(facts)
}

/// Assesses facts under the standard policy as it comes back from JSON.
fn assess<S: System>(facts: &S::Facts) -> Result<S::Picture> {
    let policy: S::Policy = serde_json::from_value(serde_json::to_value(S::policy())?)?;
    ensure!(policy == S::policy(), "a policy survives being written");
    let picture = S::assess(&policy, facts, &S::given(day(31)))?;
    let again: S::Picture = serde_json::from_value(serde_json::to_value(&picture)?)?;
    ensure!(again == picture, "{picture:?} becomes {again:?}");
    Ok(picture)
}

/// Renders every finding with the title of its card.
fn render<S: System>(picture: &S::Picture, locale: Locale) -> Result<String> {
    let mut text = String::new();
    for finding in S::findings(picture) {
        let own = S::cards().iter().copied().flatten();
        let card = own
            .copied()
            .find(|card| card.id() == finding.rule)
            .or_else(|| rulebook::card(finding.rule));
        let card = card.with_context(|| format!("{} has no card", finding.rule))?;
        text.push_str(card.title().in_locale(locale));
        text.push_str(&finding.display(locale).to_string());
    }
    Ok(text)
}

/// Counts how often each rule was breached, missed a fact, and was met.
fn coverage<S: System>(pictures: &[S::Picture]) -> BTreeMap<RuleId, [usize; 3]> {
    let mut counts: BTreeMap<RuleId, [usize; 3]> = BTreeMap::new();
    for finding in pictures.iter().flat_map(S::findings) {
        let place = match finding.outcome {
            Outcome::Breached => 0,
            Outcome::Missing(_) => 1,
            Outcome::Met => 2,
            _ => continue,
        };
        if let Some(count) = counts.entry(finding.rule).or_default().get_mut(place) {
            *count = count.saturating_add(1);
        }
    }
    counts
}

/// Takes facts through everything, and returns what the rules said of them.
fn goes_through<S: System>(facts: &[Value]) -> Result<BTreeMap<RuleId, [usize; 3]>> {
    let mut pictures = Vec::new();
    for facts in facts {
        let picture = assess::<S>(&read::<S>(facts.clone())?)?;
        for locale in Locale::ALL {
            let text = render::<S>(&picture, locale)?;
            ensure!(
                text.is_empty() == S::findings(&picture).is_empty(),
                "{locale}"
            );
        }
        pictures.push(picture);
    }
    Ok(coverage::<S>(&pictures))
}

fn parties() -> Value {
    json!({
        "supplier-organization": {"id": "s-1", "name": "Hangzhou Valves"},
        "supplier-operator": {"vacant": {"since": "2024-05-01"}},
        "customer-organization": {"id": "c-1", "name": "Ningbo Pumps"},
        "customer-operator": {"people": [{"id": "wang-fang", "department": "purchasing", "level": "manager"}]},
    })
}

#[test]
fn every_system_goes_through_the_same_functions() -> Result<()> {
    let standing = json!({"state": {"active": "initial"}, "since": "2020-01-01"});
    let party = goes_through::<Party>(&[
        json!({"parties": parties()}),
        json!({"parties": parties(), "actions": [{"actor": "supplier-organization"}]}),
    ])?;
    let offer = json!({"offer": [{"standard": {"action": "price"}}]});
    let satisfaction = goes_through::<Satisfaction>(&[json!({}), offer])?;
    let loyalty = goes_through::<Loyalty>(&[json!({}), json!({"purchases": ["2020-01-05"]})])?;
    let account: Value = serde_json::from_str(include_str!("../../golden/account.json"))?;
    let calendar = json!({"weekend": [], "holidays": [], "working-days": []});
    let owed = json!({"account": account, "calendar": calendar});
    let receivable = goes_through::<Receivable>(&[json!({}), owed])?;
    let stage = json!({"standing": standing, "stage": {"as-of": "2020-02-01"}, "proposed": "hold"});
    let lifecycle = goes_through::<Lifecycle>(&[stage])?;
    for (name, said) in [
        ("party", party),
        ("satisfaction", satisfaction),
        ("loyalty", loyalty),
        ("receivable", receivable),
        ("lifecycle", lifecycle),
    ] {
        ensure!(!said.is_empty(), "{name} says nothing");
    }
    Ok(())
}

#[test]
fn a_toy_system_of_one_rule_is_covered_like_any_other() -> Result<()> {
    let facts = [
        json!({"lent": "2020-01-01", "returned": {"value": "absent", "grade": "measured"}}),
        json!({"lent": "2020-01-30", "returned": {"value": "absent", "grade": "measured"}}),
        json!({"lent": "2020-01-01"}),
    ];
    let said = goes_through::<Toy>(&facts)?;
    ensure!(
        said == BTreeMap::from([(PTY_03.id(), [1, 1, 1])]),
        "{said:?}"
    );
    Ok(())
}
