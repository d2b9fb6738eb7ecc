//! The errors of loyalty: evidence, purchases, costs, and its policy.

mod means;

use keqing::loyalty::kinds::{LoyaltyEvidence, LoyaltySign, kinds};
use keqing::loyalty::lock_in::{
    LockInFacts, Occurrence, SwitchFacts, SwitchingCostItem, SwitchingFacet, lock_in, switch_test,
    switching_cost,
};
use keqing::loyalty::retention::{OrderCycle, retention};
use keqing::loyalty::{LoyaltyFacts, LoyaltyGiven, LoyaltyPolicy, assess};
use keqing::verdict::Presence;
use keqing::vocab::known::{Grade, Known};
use keqing::vocab::share::Share;
use keqing::vocab::words::Rating;

use crate::support::errors::{Failure, day, says};

#[test]
fn policies_that_cannot_be() -> Result<(), Failure> {
    let standard = LoyaltyPolicy::standard();
    let mark = Rating::new(3)?;
    says(
        standard.with_stances(mark, mark),
        "a favourable mark is above an unfavourable one, got 3 and 3",
    );
    says(
        standard.with_behaviour(Share::NONE, Share::ALL),
        "the policy asks for more than nothing, got 0.0 % for `repeat-from`",
    );
    says(
        standard.with_behaviour(Share::ALL, Share::NONE),
        "the policy asks for more than nothing, got 0.0 % for `high-share-from`",
    );
    says(
        standard.with_promises_kept_from(Share::NONE),
        "the policy asks for more than nothing, got 0.0 % for `promises-kept-from`",
    );
    for given in [0, 26] {
        says(
            standard.with_risk_watched_from(given),
            &format!("an exposure is 1 to 25, likelihood times impact, got {given}"),
        );
    }
    assert!(standard.with_risk_watched_from(25).is_ok());
    assert!(standard.with_stances(Rating::new(2)?, mark).is_ok());
    Ok(())
}

#[test]
fn evidence_and_purchases_of_another_day() -> Result<(), Failure> {
    let policy = LoyaltyPolicy::standard();
    let (on, as_of) = (day("2024-06-01")?, day("2024-05-31")?);
    let piece = LoyaltyEvidence {
        on,
        grade: Grade::CustomerStated,
        sign: LoyaltySign::Evaluation(Rating::HIGHEST),
    };
    let late = "the evidence of 2024-06-01 is later than 2024-05-31, the date that is asked for";
    says(kinds(&policy, &[piece], as_of), late);
    assert!(kinds(&policy, &[piece], on).is_ok());
    let mut facts = LoyaltyFacts::default();
    facts.evidence.push(piece);
    says(assess(&policy, &facts, &LoyaltyGiven::new(as_of)), late);
    says(
        retention(&policy, &[on], as_of),
        "the purchase on 2024-06-01 is later than 2024-05-31, the date that is asked for",
    );
    says(
        retention(&policy, &[on, as_of], on),
        "the purchase on 2024-05-31 cannot follow that on 2024-06-01: give the oldest first",
    );
    says(
        OrderCycle::of_half_days(1),
        "an order cycle is at least 1 day, in half days, got 0.5",
    );
    Ok(())
}

#[test]
fn costs_that_cannot_be() -> Result<(), Failure> {
    let item = |amount: &str| -> Result<SwitchingCostItem, Failure> {
        Ok(SwitchingCostItem {
            facet: SwitchingFacet::MonetaryLoss,
            amount: amount.parse()?,
            occurrence: Occurrence::Recurring,
            grade: Grade::Measured,
        })
    };
    let negative = "a switching cost is zero or more, got -0.01 EUR for `monetary loss`";
    says(switching_cost(&[item("-0.01 EUR")?]), negative);
    let mixed = "switching cost: ";
    let two = switching_cost(&[item("1 EUR")?, item("1 CNY")?]).map_err(|error| error.to_string());
    assert!(two.is_err_and(|error| error.starts_with(mixed)));
    let mut facts = LockInFacts::default();
    facts.costs.push(item("-0.01 EUR")?);
    says(lock_in(&facts), negative);
    let mut whole = LoyaltyFacts::default();
    whole.lock_in = facts;
    says(
        assess(
            &LoyaltyPolicy::standard(),
            &whole,
            &LoyaltyGiven::new(day("2024-01-01")?),
        ),
        negative,
    );
    let switch = |gain: &str, cost: &str| -> Result<SwitchFacts, Failure> {
        Ok(SwitchFacts {
            prefers_alternative: Known::customer_stated(Presence::Present),
            gain: Known::measured(gain.parse()?),
            cost: Known::measured(cost.parse()?),
        })
    };
    says(
        switch_test(&switch("1 EUR", "-1 EUR")?),
        "the cost of a switch is zero or more, got -1 EUR",
    );
    let mixed = switch_test(&switch("1 EUR", "1 CNY")?).map_err(|error| error.to_string());
    assert!(mixed.is_err_and(|error| error.starts_with("switch test: ")));
    Ok(())
}
