//! The errors of purchase risks, premiums and promises.

use keqing::loyalty::LoyaltyPolicy;
use keqing::loyalty::foundation::{
    FoundationFacts, Promise, PromiseNature, foundations, promise_keeping,
};
use keqing::loyalty::premium::{PurchaseVolume, price_gap, tolerated_premium};
use keqing::loyalty::risk::{
    PurchaseRisk, RiskBearer, RiskWeights, purchase_risks, risk_adjusted_benefit,
};
use keqing::vocab::known::{Grade, Known};
use keqing::vocab::money::Money;
use keqing::vocab::words::{PurchaseRiskKind, Rating};
use rust_decimal::Decimal;

use crate::support::errors::{Failure, day, says};

#[test]
fn premiums_that_cannot_be() -> Result<(), Failure> {
    let once = 1.try_into()?;
    says(
        PurchaseVolume::new(Decimal::ZERO, once),
        "a customer buys more than 0 units a period, got 0",
    );
    says(
        PurchaseVolume::new(Decimal::NEGATIVE_ONE, once),
        "a customer buys more than 0 units a period, got -1",
    );
    let volume = PurchaseVolume::new(Decimal::ONE, once)?;
    let (one, below): (Money, Money) = ("1 EUR".parse()?, "-0.01 EUR".parse()?);
    let negative = "a switching cost is an amount from zero up, got -0.01 EUR";
    says(tolerated_premium(below, &volume), negative);
    says(price_gap(one, Known::measured(below), &volume), negative);
    says(
        price_gap(below, Known::Unknown, &volume),
        "a premium per unit is an amount from zero up, got -0.01 EUR",
    );
    says(
        price_gap(one, Known::measured("1 USD".parse()?), &volume),
        "1 EUR and 1 USD are in different currencies, expected one currency",
    );
    let finest = PurchaseVolume::new(Decimal::from_i128_with_scale(1, 28), once)?;
    says(
        tolerated_premium("79228162514264337593543950335 EUR".parse()?, &finest),
        "an amount in EUR with more digits than can be kept exactly",
    );
    Ok(())
}

#[test]
fn risks_that_cannot_be() -> Result<(), Failure> {
    let risk = PurchaseRisk {
        kind: PurchaseRiskKind::PoorAfterSales,
        bearer: RiskBearer::Person,
        likelihood: Rating::LOWEST,
        impact: Rating::LOWEST,
        grade: Grade::Measured,
        on: None,
    };
    says(
        purchase_risks(
            &LoyaltyPolicy::standard(),
            &[risk, risk],
            Known::Unknown,
            Known::Unknown,
        ),
        "each risk of a bearer is rated once, got `poor-after-sales` of the person twice",
    );
    says(
        RiskWeights::from_fn(|_| 16),
        "the weights of the purchase risks are 100 together, got 96",
    );
    let (one, below): (Money, Money) = ("1 EUR".parse()?, "-1 EUR".parse()?);
    says(
        risk_adjusted_benefit(one, Known::measured(below)),
        "a cost of risk is an amount from zero up, got -1 EUR",
    );
    says(
        risk_adjusted_benefit("1 CNY".parse()?, Known::measured(one)),
        "1 CNY and 1 EUR are in different currencies, expected one currency",
    );
    Ok(())
}

#[test]
fn promises_that_cannot_be() -> Result<(), Failure> {
    let (policy, today) = (LoyaltyPolicy::standard(), day("2024-06-30")?);
    let promise = Promise {
        id: "visit".parse()?,
        due: day("2024-06-20")?,
        kept_on: None,
        nature: PromiseNature::Lawful,
    };
    let twice = "each promise is there once, got `visit` twice";
    says(promise_keeping(&policy, &[promise, promise], today), twice);
    let mut facts = FoundationFacts::new();
    facts.promises = Known::estimated(vec![promise, promise]);
    says(foundations(&policy, &facts, &[], today), twice);
    Ok(())
}
