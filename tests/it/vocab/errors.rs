//! Every error says, in one sentence, what was given and what is allowed.

use std::error::Error;
use std::str::FromStr;

use keqing::calendar::day_count::YearFraction;
use keqing::form::Fingerprint;
use keqing::lifecycle::wallet::ShareOfWallet;
use keqing::portfolio::Period;
use keqing::receivable::regime::Jurisdiction;
use keqing::verdict::{Decision, RuleId, RuleSet};
use keqing::vocab::money::{Currency, Money, RoundedMoney, RoundingMode, round};
use keqing::vocab::name::PersonId;
use keqing::vocab::rate::Rate;
use keqing::vocab::share::Share;
use keqing::vocab::words::{Locale, Rating, Stage};
use rust_decimal::Decimal;

use crate::support::errors::{Failure, number, says};

fn parsed<T: FromStr<Err: Error + Send + Sync + 'static>>(text: &str, message: &str) {
    says(text.parse::<T>(), message);
}

#[test]
fn texts_that_are_no_words() {
    parsed::<Currency>(
        "eur",
        "unknown currency `eur`, expected an ISO 4217 code in capital letters such as `EUR`",
    );
    parsed::<Locale>(
        "zh",
        "unknown locale `zh`, expected one of `en`, `zh-Hans`, `zh-Hant`, or a region such as `zh-CN`, `zh-TW`, `zh-HK`",
    );
    parsed::<PersonId>(
        "",
        "a name has one to 48 bytes that are not all blank, got a blank text",
    );
    let long = "x".repeat(49);
    parsed::<PersonId>(
        &long,
        &format!("a name has one to 48 bytes, got 49: `{long}`"),
    );
    parsed::<PersonId>(
        "li ",
        "an id has single common spaces between its words and none around them, got `li `",
    );
    parsed::<RuleId>(
        "LIF-7",
        "`LIF-7` is no rule id, expected two to six capitals, a hyphen and two or three digits, as in `LIF-07`",
    );
    parsed::<Period>(
        "2017-Q5",
        "`2017-Q5` is no period, expected one such as `2017`, `2017-H1`, `2017-Q1` or `2017-03`",
    );
    parsed::<Rating>(
        "good",
        "`good` is not a rating, expected a whole number such as `4`",
    );
    parsed::<Rating>("6", "rating 6 is out of range, expected 1 to 5");
    parsed::<Rating<0, 10>>("-1", "rating -1 is out of range, expected 0 to 10");
}

#[test]
fn texts_that_are_no_money_or_rate() {
    let form = |given| {
        format!(
            "`{given}` is not money, expected an amount, a space and a currency such as `12.50 EUR`"
        )
    };
    parsed::<Money>("12.50", &form("12.50"));
    for given in ["1,5", "1e3"] {
        let message = format!(
            "`{given}` is not an amount, expected digits such as `12.50`, at most 28 of them"
        );
        parsed::<Money>(&format!("{given} EUR"), &message);
    }
    parsed::<Money>(
        "1 HRK",
        "unknown currency `HRK`, expected an ISO 4217 code in capital letters such as `EUR`",
    );
    parsed::<RoundedMoney>(
        "1.005 EUR",
        "1.005 EUR is not rounded, expected a whole count of the smallest unit of its currency",
    );
    parsed::<RoundedMoney>("1", &form("1"));
    parsed::<Rate>(
        "8",
        "`8` is not a rate, expected a percentage such as `8.25 % per year`, `8.25%` or `0.05 % per day`",
    );
    parsed::<Rate>(
        "10001 % per year",
        "10001 % per year is out of range, expected -10000 % to 10000 %",
    );
}

#[test]
fn money_and_rates_that_cannot_be() -> Result<(), Failure> {
    let (euro, dollar): (Money, Money) = ("1 EUR".parse()?, "1 USD".parse()?);
    let mixed = "1 EUR and 1 USD are in different currencies, expected one currency";
    says(euro.checked_add(dollar), mixed);
    says(euro.checked_sub(dollar), mixed);
    says(euro.checked_cmp(dollar), mixed);
    let most = Money::new(Decimal::MAX, Currency::EUR);
    says(
        most.checked_add(euro),
        "79228162514264337593543950335 EUR plus 1 EUR has too many digits, expected at most 28",
    );
    says(
        most.checked_mul(Decimal::TWO),
        "79228162514264337593543950335 EUR times 2 has too many digits, expected at most 28",
    );
    let gold: Money = "1.5 XAU".parse()?;
    says(
        round(gold, RoundingMode::HalfUp),
        "1.5 XAU cannot be rounded, expected a currency with a smallest unit such as `EUR`",
    );
    says(
        round(most, RoundingMode::HalfUp),
        "79228162514264337593543950335 EUR has too many digits with all decimal places of its currency, expected at most 28",
    );
    says(
        RoundedMoney::from_minor_units(5, Currency::XAU),
        "XAU has no smallest unit to count 5 of, expected a currency such as `EUR`",
    );
    says(
        RoundedMoney::from_minor_units(i128::MAX, Currency::JPY),
        "170141183460469231731687303715884105727 smallest units of JPY are out of range, expected at most 79228162514264337593543950335 either side of zero",
    );
    let fine = number("0.000000000000000000000000001")?;
    says(
        Rate::percent(fine),
        "0.000000000000000000000000001 % has too many decimal places, expected at most 26",
    );
    let (large, small) = (
        Rate::percent(Decimal::TEN)?,
        Rate::per_year(number("0.0000000000000000000000000001")?)?,
    );
    let whole = Rate::per_year(Decimal::TEN)?;
    assert!(large.checked_add(small).is_ok());
    says(
        whole.checked_add(small),
        "1000 % per year plus 0.00000000000000000000000001 % per year has too many digits, expected at most 28",
    );
    Ok(())
}

#[test]
fn shares_that_cannot_be() -> Result<(), Failure> {
    says(
        Share::new(1, 0),
        "a share needs a whole above zero, got 1 of 0",
    );
    says(
        Share::percent(101),
        "a share is at most 100 %, got 101 of 100",
    );
    says(
        Share::of_amounts(Decimal::from(-1), Decimal::ONE),
        "a share is made of amounts from zero up, got -1",
    );
    let fine = number("0.0000000000000000000000000001")?;
    says(
        Share::of_amounts(fine, Decimal::ONE),
        "the exact share 0.0000000000000000000000000001 of 1 does not fit two 64-bit integers, give fewer digits",
    );
    says(
        ShareOfWallet::estimate_from_rank(3, 2, 1),
        "2 better and 1 tied suppliers leave no place for us among 3",
    );
    let mut set = RuleSet::EMPTY;
    says(
        set.insert("LIF-99".parse()?),
        "the rulebook of this version lists no rule LIF-99",
    );
    Ok(())
}

#[test]
fn no_message_repeats_a_long_text_whole() {
    fn cut<T: FromStr<Err: Error>>() {
        let long = "长".repeat(10_000);
        let message = long.parse::<T>().err().map(|error| error.to_string());
        let message = message.unwrap_or_default();
        assert!((1..700).contains(&message.chars().count()), "{message}");
    }
    cut::<Currency>();
    cut::<Decision>();
    cut::<Fingerprint>();
    cut::<Jurisdiction>();
    cut::<Locale>();
    cut::<Money>();
    cut::<Period>();
    cut::<PersonId>();
    cut::<Rate>();
    cut::<Rating>();
    cut::<RoundedMoney>();
    cut::<RuleId>();
    cut::<Share>();
    cut::<Stage>();
    cut::<YearFraction>();
    for json in [
        r#"{"amount": "?", "currency": "EUR"}"#,
        r#"{"amount": "1", "currency": "?"}"#,
    ] {
        let error = serde_json::from_str::<Money>(&json.replace('?', &"9".repeat(10_000)));
        assert!(error.is_err_and(|error| error.to_string().len() < 700));
    }
}
