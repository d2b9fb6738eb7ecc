//! Every error says, in one sentence, what was given and what is allowed.

use std::error::Error;
use std::str::FromStr;

use chrono::NaiveDate;
use keqing::lifecycle::{
    Event, LifecyclePolicy, Move, PeriodShare, ShareOfWallet, StageFacts, Standing, State, decide,
    evolve, judge, place,
};
use keqing::oracle::{Question, answer};
use keqing::policy::Policy;
use keqing::portfolio::{Ledger, Period, PeriodLength, PortfolioPolicy, Purchase};
use keqing::verdict::{RuleId, RuleSet};
use keqing::vocab::{
    Currency, Known, Locale, Money, PersonId, Rate, Rating, RoundedMoney, RoundingMode, Share,
    Stage, round,
};
use rust_decimal::Decimal;

pub(crate) type Failure = Box<dyn Error>;

/// The result is an error with exactly this message, in house style.
#[track_caller]
pub(crate) fn says<T, E: Error + Send + Sync + 'static>(result: Result<T, E>, message: &str) {
    match result {
        Ok(_) => panic!("expected an error that says `{message}`"),
        Err(error) => {
            assert_eq!(error.to_string(), message);
            assert_ne!(format!("{error:?}"), "");
        }
    }
    let first = message.chars().next().unwrap_or('A');
    let code = message
        .split(' ')
        .next()
        .and_then(|word| Currency::from_str(word).ok());
    assert!(
        !first.is_uppercase() || code.is_some(),
        "`{message}` begins with a small letter"
    );
    assert!(
        !message.ends_with(['.', '!', ' ']) && !message.contains('\n'),
        "`{message}`"
    );
}

fn parsed<T: FromStr<Err: Error + Send + Sync + 'static>>(text: &str, message: &str) {
    says(text.parse::<T>(), message);
}

pub(crate) fn number(text: &str) -> Result<Decimal, Failure> {
    Decimal::from_str_exact(text).map_err(|_| "no decimal".into())
}

pub(crate) fn day(text: &str) -> Result<NaiveDate, Failure> {
    text.parse().map_err(|_| "no date".into())
}

#[test]
fn texts_that_are_no_words() {
    parsed::<Currency>(
        "eur",
        "unknown currency `eur`, expected an ISO 4217 code in capital letters such as `EUR`",
    );
    parsed::<Locale>(
        "zh",
        "unknown locale `zh`, expected one of `en`, `zh-Hans`, `zh-Hant`",
    );
    parsed::<PersonId>(
        "",
        "a name has one to 36 bytes that are not all blank, got a blank text",
    );
    let long = "x".repeat(37);
    parsed::<PersonId>(
        &long,
        &format!("a name has one to 36 bytes, got 37: `{long}`"),
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
    let form = "expected an amount, a space and a currency such as `12.50 EUR`";
    parsed::<Money>("12.50", &format!("`12.50` is not money, {form}"));
    let digits = "expected digits such as `12.50`, at most 28 of them";
    parsed::<Money>("1,5 EUR", &format!("`1,5` is not an amount, {digits}"));
    parsed::<Money>("1e3 EUR", &format!("`1e3` is not an amount, {digits}"));
    parsed::<Money>(
        "1 HRK",
        "unknown currency `HRK`, expected an ISO 4217 code in capital letters such as `EUR`",
    );
    parsed::<RoundedMoney>(
        "1.005 EUR",
        "1.005 EUR is not rounded, expected a whole count of the smallest unit of its currency",
    );
    parsed::<RoundedMoney>("1", &format!("`1` is not money, {form}"));
    parsed::<Rate>(
        "8",
        "`8` is not a rate, expected a form such as `8.25 % per year`",
    );
    parsed::<Rate>(
        "10001 % per year",
        "100.01 per year is out of range, expected a fraction from -100 to 100, 0.08 for 8 %",
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
fn lifecycles_that_cannot_be() -> Result<(), Failure> {
    let policy = LifecyclePolicy::standard();
    let standing = Standing::open(State::Active(Stage::Initial), day("2024-01-01")?);
    says(
        standing.with_step_up(day("2024-01-02")?),
        "a move on 2024-01-02 is later than the standing, which began on 2024-01-01",
    );
    says(
        standing.with_fall(day("2024-02-01")?),
        "a move on 2024-02-01 is later than the standing, which began on 2024-01-01",
    );
    says(
        policy.with_cuts(Share::percent(80)?, Share::percent(80)?),
        "the cuts must rise from nothing: stable from 80.0 %, strategic from 80.0 %",
    );
    let early = StageFacts::new(day("2023-12-31")?);
    let older = "facts as of 2023-12-31 are older than the standing, which began on 2024-01-01";
    says(judge(&policy, &standing, &early, Move::Hold), older);
    says(decide(&policy, &standing, &early, Move::Hold), older);
    let mut facts = StageFacts::new(day("2024-06-30")?);
    facts.share = Known::measured(ShareOfWallet::Of(Share::percent(60)?));
    facts.rival_share = Known::measured(Share::percent(41)?);
    says(
        judge(&policy, &standing, &facts, Move::Hold),
        "our share of 60.0 % and a rival's of 41.0 % are more than the whole wallet",
    );
    facts.rival_share = Known::Unknown;
    let share = ShareOfWallet::NoDemand;
    let history = ["2024-03-31", "2024-06-30"]
        .map(|end| day(end).map(|period_end| PeriodShare { period_end, share }));
    let [first, second] = history;
    says(
        place(&policy, &standing, &facts, &[first?, second?]),
        "the share of 2024-06-30 cannot follow the share of 2024-06-30: give earlier periods, oldest first",
    );
    says(
        decide(&policy, &standing, &facts, Move::Recover),
        "the move is not permitted: deny",
    );
    let event = Event::Interrupted {
        from: Stage::Stable,
        cause: keqing::vocab::Cause::UnmetNeeds,
        on: day("2024-06-30")?,
    };
    says(
        evolve(&standing, &event),
        "the event Interrupted { from: Stable, cause: UnmetNeeds, on: 2024-06-30 } does not follow a standing initial since 2024-01-01",
    );
    Ok(())
}

#[test]
fn purchases_that_cannot_be() -> Result<(), Failure> {
    says(
        PortfolioPolicy::standard().with_minimum(Decimal::from(-1)),
        "the minimum of a wallet is zero or more, got -1",
    );
    let dated = "a purchase is dated in the years 1 to 9999, got +10000-01-01";
    let late = NaiveDate::from_ymd_opt(10_000, 1, 1).ok_or("a date")?;
    says(Period::of(PeriodLength::Year, late), dated);
    let row = |date, buyer, amount| Purchase {
        date,
        buyer,
        market: "m",
        supplier: "s",
        amount,
    };
    let mut ledger = Ledger::new();
    says(ledger.record(&row(late, "b", Decimal::ONE)), dated);
    let date = day("2024-01-01")?;
    says(
        ledger.record(&row(date, "", Decimal::ONE)),
        "the buyer of a purchase needs a name, got an empty one",
    );
    says(
        ledger.record_all([row(date, "b", Decimal::ONE), row(late, "b", Decimal::ONE)]),
        "purchase 1, counted from zero: a purchase is dated in the years 1 to 9999, got +10000-01-01",
    );
    let fine = number("0.0000000000000000000000000001")?;
    ledger.record(&row(date, "b", Decimal::MAX))?;
    says(
        ledger.record(&row(date, "b", fine)),
        "the exact sum with an amount of 0.0000000000000000000000000001 leaves 128 bits at 28 decimal places, give fewer of them or a smaller amount",
    );
    Ok(())
}

#[test]
fn questions_that_have_no_answer() -> Result<(), Failure> {
    let card = serde_json::json!({"rule": "XX-01"});
    let question = Question::read("rulebook.card", card)?;
    let refused = answer(&Policy::standard(), &question);
    assert_eq!(
        refused.as_ref().map_err(|error| error.code()).err(),
        Some("unknown-rule")
    );
    says(refused, "this version has no card for rule XX-01");
    let unknown = Question::read("rulebook.cards", serde_json::Value::Null);
    let known = Question::NAMES.join(", ");
    says(
        unknown,
        &format!("unknown question `rulebook.cards`, expected one of: {known}"),
    );
    Ok(())
}
