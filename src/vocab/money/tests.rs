use alloc::string::ToString;
use core::cmp::Ordering;

use rust_decimal::Decimal;

use super::{Money, MoneyError};
use crate::vocab::money::currency::Currency;

#[track_caller]
fn money(text: &str) -> Money {
    let Ok(money) = text.parse() else {
        panic!("`{text}` of the test")
    };
    money
}

#[track_caller]
fn refuses(text: &str, message: &str) {
    let error = text.parse::<Money>().map_err(|error| error.to_string());
    assert_eq!(error, Err(message.into()));
}

#[track_caller]
fn exceeds(result: Result<Money, MoneyError>, message: &str) {
    assert_eq!(
        result.map_err(|error| error.to_string()),
        Err(message.into())
    );
}

#[test]
fn text_is_read_and_written_alike() {
    for text in ["12.50 EUR", "-0.1 JPY", "0.00 KWD", "31.1035 XAU"] {
        assert_eq!(money(text).to_string(), text);
    }
    assert_eq!(money("-0.00 EUR").to_string(), "0.00 EUR");
}

#[test]
fn text_that_is_no_money_is_named_with_what_is_allowed() {
    let form = "is not money, expected an amount, a space and a currency such as `12.50 EUR`";
    let amount = "is not an amount, expected digits such as `12.50`, at most 28 of them";
    refuses("12.50", &alloc::format!("`12.50` {form}"));
    refuses("EUR 12.50", &alloc::format!("`EUR` {amount}"));
    refuses("12,50 EUR", &alloc::format!("`12,50` {amount}"));
    let endless = "0.33333333333333333333333333333";
    refuses(
        &alloc::format!("{endless} EUR"),
        &alloc::format!("`{endless}` {amount}"),
    );
    refuses(
        "12.50 Euro",
        "unknown currency `Euro`, expected an ISO 4217 code in capital letters such as `EUR`",
    );
}

#[test]
fn sums_and_differences_stay_in_one_currency() {
    let (left, right) = (money("12.50 EUR"), money("3 USD"));
    let mismatch = MoneyError::CurrencyMismatch { left, right };
    assert_eq!(left.checked_add(right), Err(mismatch));
    assert_eq!(left.checked_sub(right), Err(mismatch));
    assert_eq!(left.checked_cmp(right), Err(mismatch));
    assert_eq!(
        mismatch.to_string(),
        "12.50 EUR and 3 USD are in different currencies, expected one currency"
    );
}

#[test]
fn sums_and_products_are_exact_or_refused() {
    let (price, freight) = (money("12.50 EUR"), money("0.125 EUR"));
    assert_eq!(price.checked_add(freight), Ok(money("12.625 EUR")));
    assert_eq!(freight.checked_sub(price), Ok(money("-12.375 EUR")));
    assert_eq!(price.checked_mul(Decimal::TWO), Ok(money("25 EUR")));

    let one = money("1 EUR");
    let inside = money("79228162514264337593543950334 EUR");
    let largest = money("79228162514264337593543950335 EUR");
    assert_eq!(inside.checked_add(one), Ok(largest));
    exceeds(
        largest.checked_add(one),
        "79228162514264337593543950335 EUR plus 1 EUR has too many digits, expected at most 28",
    );
    exceeds(
        largest.checked_mul(Decimal::TWO),
        "79228162514264337593543950335 EUR times 2 has too many digits, expected at most 28",
    );
}

#[test]
fn the_sign_is_told_and_turned_and_zero_has_none() {
    assert!(money("-0.01 EUR").is_negative());
    for zero in [
        money("0 EUR"),
        money("-0 EUR"),
        Money::zero(Currency::EUR).negated(),
    ] {
        assert!(zero.is_zero() && !zero.is_negative());
    }
    assert_eq!(money("12.50 EUR").negated(), money("-12.5 EUR"));
    assert_eq!(money("-12.50 EUR").negated(), money("12.5 EUR"));
}

#[test]
fn amounts_are_compared_as_numbers() {
    let compare = |left, right| money(left).checked_cmp(money(right));
    assert_eq!(compare("12.50 EUR", "12.5 EUR"), Ok(Ordering::Equal));
    assert_eq!(compare("-12.51 EUR", "-12.5 EUR"), Ok(Ordering::Less));
    assert_eq!(compare("100 EUR", "99.99 EUR"), Ok(Ordering::Greater));
}

#[test]
fn json_is_a_decimal_string_and_a_code() -> Result<(), serde_json::Error> {
    let json = r#"{"amount":"12.50","currency":"EUR"}"#;
    assert_eq!(serde_json::from_str::<Money>(json)?, money("12.5 EUR"));
    assert_eq!(serde_json::to_string(&money("12.50 EUR"))?, json);
    for refused in [
        r#"{"amount":12.5,"currency":"EUR"}"#,
        r#"{"amount":"12.50"}"#,
        r#"{"amount":"12.50","currency":"EUR","note":""}"#,
        r#"{"amount":"0.33333333333333333333333333333","currency":"EUR"}"#,
        r#"{"amount":"1e3","currency":"EUR"}"#,
    ] {
        assert!(serde_json::from_str::<Money>(refused).is_err(), "{refused}");
    }
    let zero: Money = serde_json::from_str(r#"{"amount":"-0.0","currency":"EUR"}"#)?;
    assert!(!zero.is_negative());
    Ok(())
}
