//! The JSON of the words.

use keqing::vocab::known::{Grade, Graded, Known};
use keqing::vocab::money::{Currency, Money, RoundedMoney, RoundingMode};
use keqing::vocab::name::PersonId;
use keqing::vocab::rate::Rate;
use keqing::vocab::set::Set;
use keqing::vocab::share::{Points, Share};
use keqing::vocab::time::{Days, Seconds};
use keqing::vocab::words::{
    Cause, Department, Level, Locale, Pair, PairKind, Rating, Role, Side, Stage, Text, Trust,
    TrustLevel,
};

use crate::support::errors::Failure;
use crate::support::golden::{golden, refuses, shorter, words, written};

#[test]
fn enumerations_are_words_in_kebab_case() {
    words(
        Cause::ALL,
        "change-of-direction competitor-offer shrinking-scope unmet-needs unresolved-complaint upstream-integration",
    );
    words(
        Set::<Department>::all(),
        "administration finance human-resources legal logistics marketing production purchasing quality sales service technology",
    );
    words(
        [Grade::Estimated, Grade::CustomerStated, Grade::Measured],
        "estimated customer-stated measured",
    );
    words(Level::ALL, "operator manager executive");
    words(Locale::ALL, "en zh-Hans zh-Hant");
    words(
        Pair::ALL,
        "organizations operators supplier-agency customer-agency supplier-to-customer-operator supplier-operator-to-customer",
    );
    words(
        [
            PairKind::Organizational,
            PairKind::Personal,
            PairKind::Agency,
            PairKind::Cross,
        ],
        "organizational personal agency cross",
    );
    words(
        Role::ALL,
        "supplier-organization supplier-operator customer-organization customer-operator",
    );
    words(
        RoundingMode::ALL,
        "ceiling down floor half-down half-even half-up up",
    );
    words(Side::ALL, "supplier customer");
    words(Stage::ALL, "development initial stable strategic");
    words(TrustLevel::ALL, "absent first full");
}

#[test]
fn every_currency_is_its_code() {
    for currency in Currency::all() {
        golden(&currency, &format!("\"{}\"", currency.code()));
    }
}

#[test]
fn numbers_are_decimal_strings_unless_they_are_counts() -> Result<(), Failure> {
    golden(&Days::new(90), "90");
    golden(&Seconds::of_hours(4), "14400");
    golden(&Points::percent(2), "200");
    golden(&Rating::<1, 5>::new(4)?, "4");
    golden(&Rating::<0, 10>::new(0)?, "0");
    golden(&"8.25 % per year".parse::<Rate>()?, r#""8.25 % per year""#);
    golden(&"-0.5 % per year".parse::<Rate>()?, r#""-0.5 % per year""#);
    golden(&Rate::ZERO, r#""0 % per year""#);
    golden(
        &"12.50 EUR".parse::<Money>()?,
        r#"{"amount": "12.50", "currency": "EUR"}"#,
    );
    golden(
        &"-0.001 JPY".parse::<Money>()?,
        r#"{"amount": "-0.001", "currency": "JPY"}"#,
    );
    golden(
        &"7 KWD".parse::<RoundedMoney>()?,
        r#"{"amount": "7.000", "currency": "KWD"}"#,
    );
    golden(&Share::percent(69)?, r#"{"part": "69", "whole": "100"}"#);
    golden(
        &Share::new(u64::MAX, u64::MAX)?,
        r#"{"part": "1", "whole": "1"}"#,
    );
    shorter(
        r#"{"part": "37.5", "whole": "50.00"}"#,
        &Share::percent(75)?,
    );
    shorter(r#"{"whole": "2", "part": "1"}"#, &Share::percent(50)?);
    shorter(
        r#"{"amount": "-0.00", "currency": "EUR"}"#,
        &"0 EUR".parse::<Money>()?,
    );
    Ok(())
}

#[test]
fn facts_carry_their_grade() -> Result<(), Failure> {
    golden(
        &Graded::new(3, Grade::Measured),
        r#"{"value": 3, "grade": "measured"}"#,
    );
    golden(
        &Known::measured(3).with_on(chrono::NaiveDate::from_ymd_opt(2024, 6, 30)),
        r#"{"value": 3, "grade": "measured", "on": "2024-06-30"}"#,
    );
    golden(
        &Known::customer_stated(3),
        r#"{"value": 3, "grade": "customer-stated"}"#,
    );
    golden(&Known::<u8>::Unknown, "null");
    golden(&PersonId::new("王芳")?, r#""王芳""#);
    let trust = Trust {
        personal: Known::estimated(TrustLevel::First),
        organizational: Known::Unknown,
    };
    golden(
        &trust,
        r#"{"personal": {"value": "first", "grade": "estimated"}, "organizational": null}"#,
    );
    shorter(
        r#"{"personal": {"value": "first", "grade": "estimated"}}"#,
        &trust,
    );
    shorter("{}", &Trust::default());
    written(
        &Text::new("stage", "阶段", "階段"),
        r#"{"en": "stage", "zh-Hans": "阶段", "zh-Hant": "階段"}"#,
    );
    Ok(())
}

#[test]
fn words_that_are_none_are_refused() {
    let stages = "`steady` is no ";
    refuses::<Stage>(r#""steady""#, stages);
    refuses::<Stage>(r#""Stable""#, "`Stable` is no ");
    refuses::<Currency>(
        r#""EURO""#,
        "unknown currency `EURO`, expected an ISO 4217 code in capital letters such as `EUR`",
    );
    refuses::<Currency>("978", "invalid type: integer `978`, expected a string");
    refuses::<Locale>(
        r#""zh-hans""#,
        "unknown locale `zh-hans`, expected one of `en`",
    );
    refuses::<PersonId>(
        r#""""#,
        "a name has one to 48 bytes that are not all blank, got a blank text",
    );
    refuses::<PersonId>("7", "invalid type: integer `7`, expected a string");
}

#[test]
fn numbers_that_cannot_be_are_refused() {
    let string = "invalid type: floating point `12.5`, expected a string";
    refuses::<Money>(r#"{"amount": 12.5, "currency": "EUR"}"#, string);
    refuses::<Rate>(
        "0.08",
        "invalid type: floating point `0.08`, expected a string",
    );
    let digits = "is not a decimal, expected digits such as `12.50`, at most 28 of them";
    for text in ["", "1e3", "1,5", "+1", " 1", "0x10", "NaN", "1.2.3"] {
        let refused = format!("`{text}` {digits}");
        refuses::<Money>(
            &format!(r#"{{"amount": "{text}", "currency": "EUR"}}"#),
            &refused,
        );
        refuses::<Rate>(
            &format!(r#""{text}""#),
            &format!("`{text}` is not a rate, expected a percentage such as `8.25 % per year`"),
        );
        refuses::<Share>(&format!(r#"{{"part": "{text}", "whole": "1"}}"#), &refused);
    }
    let long = "1.00000000000000000000000000001";
    refuses::<Rate>(
        &format!("\"{long} %\""),
        &format!("`{long} %` is not a rate, expected a percentage"),
    );
    refuses::<Rate>(r#""10001 %""#, "10001 % per year is out of range");
    refuses::<Share>(
        r#"{"part": "101", "whole": "100"}"#,
        "a share is at most 100 %, got 101 of 100",
    );
    refuses::<Share>(
        r#"{"part": "1", "whole": "0"}"#,
        "a share needs a whole above zero, got 1 of 0",
    );
    refuses::<Share>(
        r#"{"part": "-1", "whole": "2"}"#,
        "a share is made of amounts from zero up, got -1",
    );
    refuses::<Share>(
        r#"{"part": "0.0000000000000000000000000001", "whole": "1"}"#,
        "the exact share 0.0000000000000000000000000001 of 1 does not fit two 64-bit integers",
    );
    refuses::<Share>(
        r#"{"part": 1, "whole": "2"}"#,
        "invalid type: integer `1`, expected a string",
    );
    refuses::<RoundedMoney>(
        r#"{"amount": "1.005", "currency": "EUR"}"#,
        "1.005 EUR is not rounded, expected a whole count of the smallest unit",
    );
    refuses::<RoundedMoney>(
        r#"{"amount": "1", "currency": "XAU"}"#,
        "1 XAU cannot be rounded",
    );
    refuses::<Rating>("6", "rating 6 is out of range, expected 1 to 5");
    refuses::<Rating<0, 10>>("-1", "rating -1 is out of range, expected 0 to 10");
    refuses::<Rating>("4.5", "invalid type: floating point `4.5`");
    refuses::<Days>("-1", "invalid value: integer `-1`, expected u32");
    refuses::<Points>("65536", "invalid value: integer `65536`, expected u16");
}

#[test]
fn fields_are_known_and_written_once() {
    refuses::<Share>(
        r#"{"part": "1", "whole": "2", "unit": "EUR"}"#,
        "unknown field `unit`, expected `part` or `whole`",
    );
    refuses::<Share>(
        r#"{"part": "1", "part": "1", "whole": "2"}"#,
        "duplicate field `part`",
    );
    refuses::<Share>(r#"{"part": "1"}"#, "missing field `whole`");
    refuses::<Money>(r#"{"amount": "1"}"#, "missing field `currency`");
    refuses::<Money>(
        r#"{"amount": "1", "currency": "EUR", "places": 2}"#,
        "unknown field `places`",
    );
    refuses::<Graded<u8>>(r#"{"value": 1}"#, "missing field `grade`");
    refuses::<Known<u8>>(r#"{"value": 1, "grade": "guessed"}"#, "`guessed` is no ");
    refuses::<Trust>(r#"{"personel": null}"#, "unknown field `personel`");
}
