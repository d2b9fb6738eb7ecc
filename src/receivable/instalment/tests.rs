use alloc::boxed::Box;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::error::Error;
use core::num::{NonZeroU16, NonZeroU32};

use chrono::NaiveDate;

use super::{AmountRounding, InvoiceAmounts, Line, Plan, Portion, TaxPlacement, instalments};
use crate::calendar::Calendar;
use crate::receivable::term::{BaseDate, BaseDates, Months, PaymentTerm};
use crate::vocab::money::{Money, RoundedMoney, RoundingMode};
use crate::vocab::share::Share;
use crate::vocab::time::Days;

const ONCE: Portion = Portion::BALANCE;

#[track_caller]
fn money(text: &str) -> RoundedMoney {
    let Ok(money) = text.parse() else {
        panic!("`{text}` of the test")
    };
    money
}

#[track_caller]
fn share(part: u64, whole: u64) -> Portion {
    match Share::new(part, whole) {
        Ok(share) => Portion::Share(share),
        Err(error) => panic!("{error}"),
    }
}

fn weight(weight: u32) -> Portion {
    Portion::Rest(NonZeroU32::new(weight).unwrap_or(NonZeroU32::MIN))
}

fn invoiced() -> BaseDates {
    BaseDates::new(NaiveDate::from_ymd_opt(2024, 1, 31).unwrap_or_default())
}

fn plan(portions: &[Portion]) -> Result<Plan, super::InstalmentPlanError> {
    let line = |portion: &Portion| Line::new(*portion, PaymentTerm::immediate());
    Plan::new(portions.iter().map(line))
}

/// Returns the amounts of a plan, or the reason for which there are none.
fn amounts(
    portions: &[Portion],
    rounding: AmountRounding,
    total: &str,
) -> Result<String, Box<dyn Error>> {
    let plan = plan(portions)?.with_rounding(rounding);
    let invoice = InvoiceAmounts::without_tax(money(total))?;
    let parts = instalments(&plan, &invoice, &invoiced(), &Calendar::every_day())?;
    let numbers: Vec<usize> = parts.iter().map(|part| part.line).collect();
    assert_eq!(numbers, (1..=portions.len()).collect::<Vec<_>>());
    let words: Vec<String> = parts
        .iter()
        .map(|part| part.amount.money().amount().to_string())
        .collect();
    Ok(words.join(" "))
}

#[track_caller]
fn divides(portions: &[Portion], total: &str, expected: &str) {
    let amounts = amounts(portions, AmountRounding::standard(), total);
    assert_eq!(amounts.unwrap_or_else(|error| error.to_string()), expected);
}

#[test]
fn the_last_line_takes_what_the_others_leave() {
    divides(&[ONCE], "0.01 EUR", "0.01");
    divides(
        &[share(1, 3), share(1, 3), share(1, 3)],
        "100 EUR",
        "33.33 33.34 33.33",
    );
    divides(
        &[share(1, 3), share(1, 3), share(1, 3)],
        "0.01 EUR",
        "0.00 0.01 0.00",
    );
    divides(&[weight(1), weight(2)], "100 JPY", "33 67");
    divides(&[weight(2), weight(1)], "0.100 KWD", "0.067 0.033");
    let deposit = Portion::Fixed(money("100 EUR"));
    divides(
        &[deposit, weight(1), weight(1), weight(1)],
        "200 EUR",
        "100.00 33.33 33.34 33.33",
    );
    divides(
        &[deposit, share(1, 2), ONCE],
        "200 EUR",
        "100.00 100.00 0.00",
    );
    divides(&[weight(1), deposit], "200 EUR", "100.00 100.00");
}

#[test]
fn lines_that_take_more_than_there_is_are_named() {
    let deposit = Portion::Fixed(money("100.01 EUR"));
    divides(&[deposit], "100.01 EUR", "100.01");
    let message = "line 1 takes more of 100.00 EUR than the lines before it leave";
    divides(&[deposit, ONCE], "100 EUR", message);
    let message = "line 3 takes more of 100.00 EUR than the lines before it leave";
    divides(
        &[share(1, 2), share(1, 2), Portion::Fixed(money("0.01 EUR"))],
        "100 EUR",
        message,
    );
    let message = "the lines leave 0.010000 EUR, expected nothing or a line that takes the rest";
    divides(&[deposit], "100.02 EUR", message);
    let message = "an amount in EUR and one in USD, expected one currency";
    divides(&[Portion::Fixed(money("1 USD")), ONCE], "100 EUR", message);
}

#[test]
fn shares_that_cannot_come_out_even_are_refused_with_the_plan() {
    let percent = |percent| share(percent, 100);
    let message = "line 3 takes more of the total than the lines before it leave";
    divides(
        &[percent(50), percent(50), percent(1), ONCE],
        "1 EUR",
        message,
    );
    let message =
        "the lines take 99/100 of the total, expected all of it or a line that takes the rest";
    divides(&[percent(50), percent(49)], "1 EUR", message);
    divides(&[percent(50), percent(49), ONCE], "1 EUR", "0.50 0.49 0.01");
    let message = "the share of line 2 is too fine to be added to those before it";
    let primes = [u64::MAX - 58, u64::MAX - 82];
    divides(&primes.map(|whole| share(1, whole)), "1 EUR", message);
    divides(&[], "1 EUR", "a plan without lines, expected at least one");
    let message = "line 2 is fixed at 0.00 EUR, expected an amount above zero";
    divides(&[ONCE, Portion::Fixed(money("0 EUR"))], "1 EUR", message);
}

#[test]
fn parts_are_rounded_as_the_plan_says() -> Result<(), Box<dyn Error>> {
    let cash = AmountRounding::to(RoundingMode::Up).with_multiple(money("0.05 CHF"))?;
    let halves = [share(1, 2), share(1, 2)];
    assert_eq!(amounts(&halves, cash, "868.35 CHF")?, "434.20 434.15");
    // The running total is 0.03, 0.06 and 0.09: rounded up it may not pass the whole.
    assert_eq!(
        amounts(&[weight(1); 3], cash, "0.09 CHF")?,
        "0.05 0.04 0.00"
    );
    let up = AmountRounding::to(RoundingMode::HalfUp);
    assert_eq!(amounts(&halves, up, "0.03 EUR")?, "0.02 0.01");
    assert_eq!(
        amounts(&halves, AmountRounding::standard(), "0.05 EUR")?,
        "0.02 0.03"
    );
    Ok(())
}

#[test]
fn a_coarse_rounding_leaves_no_part_below_zero() -> Result<(), Box<dyn Error>> {
    let hundreds = |mode| AmountRounding::to(mode).with_multiple(money("500 JPY"));
    let four = [weight(1); 4];
    for (total, mode, expected) in [
        ("1000 JPY", RoundingMode::HalfUp, "500 0 500 0"),
        ("1000 JPY", RoundingMode::Up, "500 0 500 0"),
        ("1000 JPY", RoundingMode::Down, "0 500 0 500"),
        ("1001 JPY", RoundingMode::Up, "500 500 0 1"),
        ("499 JPY", RoundingMode::Up, "499 0 0 0"),
    ] {
        assert_eq!(
            amounts(&four, hundreds(mode)?, total)?,
            expected,
            "{total} {mode:?}"
        );
    }
    Ok(())
}

#[test]
fn a_fixed_amount_is_not_rounded_and_moves_no_other() -> Result<(), Box<dyn Error>> {
    let cash = AmountRounding::to(RoundingMode::Up).with_multiple(money("0.05 CHF"))?;
    let fixed = Portion::Fixed(money("0.02 CHF"));
    let lines = [weight(1), fixed, weight(1)];
    assert_eq!(amounts(&lines, cash, "1.00 CHF")?, "0.50 0.02 0.48");
    assert_eq!(amounts(&[ONCE, fixed], cash, "1.00 CHF")?, "0.98 0.02");
    Ok(())
}

#[test]
fn tax_is_in_the_parts_or_in_the_first_or_spread() -> Result<(), Box<dyn Error>> {
    let third = [share(1, 3), share(1, 3), share(1, 3)];
    let fixed = [Portion::Fixed(money("40 EUR")), ONCE];
    for (portions, tax, expected) in [
        (&third[..], TaxPlacement::Included, "39.67 39.66 39.67"),
        (&third[..], TaxPlacement::FirstLine, "52.33 33.34 33.33"),
        (&third[..], TaxPlacement::Spread, "39.67 39.66 39.67"),
        (&fixed[..], TaxPlacement::Included, "40.00 79.00"),
        (&fixed[..], TaxPlacement::FirstLine, "59.00 60.00"),
        (&fixed[..], TaxPlacement::Spread, "47.60 71.40"),
    ] {
        let plan = plan(portions)?.with_tax(tax);
        let invoice = InvoiceAmounts::new(money("100 EUR"), money("19 EUR"))?;
        let parts = instalments(&plan, &invoice, &invoiced(), &Calendar::every_day())?;
        let parts: Vec<String> = parts
            .iter()
            .map(|part| part.amount.money().amount().to_string())
            .collect();
        assert_eq!(parts.join(" "), expected, "{tax:?}");
        let json = serde_json::to_string(&plan)?;
        assert_eq!(serde_json::from_str::<Plan>(&json)?, plan);
        // Nothing but tax has no parts that it could follow.
        let only_tax = InvoiceAmounts::new(money("0 EUR"), money("19 EUR"))?;
        if tax == TaxPlacement::Spread && portions.len() == 3 {
            let parts = instalments(&plan, &only_tax, &invoiced(), &Calendar::every_day())?;
            let first = parts.first().map(|part| part.amount);
            assert_eq!(first, Some(money("19 EUR")));
        }
    }
    let over = plan(&fixed)?.with_tax(TaxPlacement::FirstLine);
    let invoice = InvoiceAmounts::new(money("39.99 EUR"), money("19 EUR"))?;
    let error = instalments(&over, &invoice, &invoiced(), &Calendar::every_day());
    let message = "line 1 takes more of 39.99 EUR than the lines before it leave";
    assert_eq!(
        error.map_err(|error| error.to_string()),
        Err(message.into())
    );
    Ok(())
}

#[test]
fn shares_before_tax_are_of_the_untaxed_amount() -> Result<(), Box<dyn Error>> {
    let tenth = Portion::ShareOfUntaxed(Share::percent(10)?);
    let plan = plan(&[tenth, ONCE])?;
    let invoice = InvoiceAmounts::new(money("1000 EUR"), money("100 EUR"))?;
    let parts = instalments(&plan, &invoice, &invoiced(), &Calendar::every_day())?;
    let parts: Vec<Money> = parts.iter().map(|part| part.amount.money()).collect();
    assert_eq!(
        parts,
        ["100 EUR", "1000 EUR"].map(|text| money(text).money())
    );
    Ok(())
}

#[test]
fn a_line_counts_from_the_document_or_from_the_line_before() -> Result<(), Box<dyn Error>> {
    let ten = PaymentTerm::net(Days::new(10));
    let from_delivery = ten.clone().counted_from(BaseDate::Delivery);
    let lines = [
        Line::new(weight(1), ten.clone()),
        Line::new(weight(1), ten.clone()),
        Line::new(weight(1), from_delivery.clone()).chained(),
    ];
    let plan = Plan::new(lines.clone())?;
    let invoice = InvoiceAmounts::without_tax(money("3 EUR"))?;
    let parts = instalments(&plan, &invoice, &invoiced(), &Calendar::every_day())?;
    let dues: Vec<String> = parts.iter().map(|part| part.due.to_string()).collect();
    assert_eq!(dues, ["2024-02-10", "2024-02-10", "2024-02-20"]);

    let unknown = Plan::new([Line::new(ONCE, from_delivery)])?;
    let error = instalments(&unknown, &invoice, &invoiced(), &Calendar::every_day());
    assert_eq!(
        error.map_err(|error| error.to_string()),
        Err("line 1 has no due date: the date of delivery is not known, and the term counts from it".into())
    );
    let [first, ..] = lines;
    assert_eq!(
        Plan::new([first.chained()]).map_err(|error| error.to_string()),
        Err("the first line starts from the line before it, expected `document`".into())
    );
    Ok(())
}

#[test]
fn equal_parts_are_dated_from_the_document() -> Result<(), Box<dyn Error>> {
    let three = NonZeroU16::MIN.saturating_add(2);
    let plan = Plan::equal(three, Months::new(1))?;
    let invoice = InvoiceAmounts::without_tax(money("1 EUR"))?;
    let parts = instalments(&plan, &invoice, &invoiced(), &Calendar::every_day())?;
    let dues: Vec<String> = parts.iter().map(|part| part.due.to_string()).collect();
    assert_eq!(dues, ["2024-02-29", "2024-03-31", "2024-04-30"]);
    assert_eq!(
        Plan::equal(three, Months::new(201)).map_err(|error| error.to_string()),
        Err("3 instalments 201 months apart, expected 600 months at most".into())
    );
    assert!(Plan::equal(three, Months::new(200)).is_ok());
    Ok(())
}

#[test]
fn json_is_checked_as_the_plan_is() -> Result<(), Box<dyn Error>> {
    let json = r#"{"lines":[{"portion":{"share":{"part":"3","whole":"10"}},"term":{"base":["invoice"],"steps":[],"adjustment":"unadjusted"},"start":"document"},{"portion":{"rest":1},"term":{"base":["invoice"],"steps":[{"days":30}],"adjustment":"unadjusted"},"start":"previous-line"}],"rounding":{"mode":"half-even","multiple":null}}"#;
    let plan: Plan = serde_json::from_str(json)?;
    assert_eq!(serde_json::to_string(&plan)?, json);
    for (right, wrong) in [
        (r#""start":"document""#, r#""start":"previous-line""#),
        (r#"{"rest":1}"#, r#"{"rest":0}"#),
        (r#"{"rest":1}"#, r#"{"share":{"part":"4","whole":"5"}}"#),
    ] {
        let refused = json.replace(right, wrong);
        assert!(serde_json::from_str::<Plan>(&refused).is_err(), "{wrong}");
    }
    Ok(())
}
