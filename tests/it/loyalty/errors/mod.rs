//! The errors of loyalty: evidence, purchases, costs, and its policy.

mod means;

use keqing::loyalty::lock_in::{
    LockInFacts, Occurrence, SwitchFacts, SwitchingCostItem, SwitchingFacet, lock_in, switch_test,
    switching_cost,
};
use keqing::loyalty::retention::OrderCycle;
use keqing::loyalty::{LoyaltyFacts, LoyaltyGiven, LoyaltyPolicy, WiderScales, assess};
use keqing::verdict::Presence;
use keqing::vocab::known::{Grade, Known};
use keqing::vocab::mark::{Mark, MarkScale};
use keqing::vocab::share::Share;
use keqing::vocab::time::Days;
use keqing::vocab::words::Rating;

use crate::support::errors::{Failure, day, says};

#[test]
fn policies_that_cannot_be() -> Result<(), Failure> {
    let standard = LoyaltyPolicy::standard();
    let mark = Rating::new(3)?;
    says(
        standard.with_stances(mark, mark),
        "a favourable mark is above an unfavourable one, got 3 and 3 on the scale `1-5`",
    );
    let scales = WiderScales::standard();
    says(
        scales.with_seven(Rating::new(6)?, Rating::new(6)?),
        "a favourable mark is above an unfavourable one, got 6 and 6 on the scale `1-7`",
    );
    says(
        scales.with_ten(Rating::new(9)?, Rating::new(8)?),
        "a favourable mark is above an unfavourable one, got 8 and 9 on the scale `0-10`",
    );
    says(
        standard.with_horizons(Days::new(1), Days::new(0)),
        "a long term is 1 day or more, got 0 days for `long-term-from`",
    );
    says(
        standard.with_brand_lowers_impact_by(5),
        "a strong brand lowers an impact by 0 to 4 marks, got 5",
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
fn an_order_cycle_of_half_a_day() {
    says(
        OrderCycle::of_half_days(1),
        "an order cycle is at least 1 day, in half days, got 0.5",
    );
}

#[test]
fn marks_that_cannot_be() {
    says(
        Mark::new(6, MarkScale::OneToFive),
        "mark 6 is out of range, expected 1 to 5 on the scale `1-5`",
    );
    let bare = serde_json::from_str::<Mark>("9").map_err(|error| error.to_string());
    let names = "expected 1 to 5 without a scale; the scales are `1-5`, `1-7` and `0-10`";
    assert!(bare.is_err_and(|error| error.contains(names)));
}

#[test]
fn costs_that_cannot_be() -> Result<(), Failure> {
    let item = |amount: &str| -> Result<SwitchingCostItem, Failure> {
        Ok(SwitchingCostItem {
            facet: SwitchingFacet::MonetaryLoss,
            amount: amount.parse()?,
            occurrence: Occurrence::Recurring,
            grade: Grade::Measured,
            on: None,
        })
    };
    let negative = "a switching cost is zero or more, got -0.01 EUR for `monetary loss`";
    says(switching_cost(&[item("-0.01 EUR")?]), negative);
    let mixed = "switching cost: ";
    let two = switching_cost(&[item("1 EUR")?, item("1 CNY")?]).map_err(|error| error.to_string());
    assert!(two.is_err_and(|error| error.starts_with(mixed)));
    let mut facts = LockInFacts::default();
    facts.costs.push(item("-0.01 EUR")?);
    let today = day("2024-01-01")?;
    says(lock_in(&LoyaltyPolicy::standard(), &facts, today), negative);
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
