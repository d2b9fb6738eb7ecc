//! Amounts and dates at the ends of their ranges: an exact answer or an error that says so.

use chrono::NaiveDate;
use keqing::calendar::schedule::{Frequency, PeriodicSchedule, RollConvention, StubConvention};
use keqing::calendar::{BusinessDayConvention, Calendar, CountedEnds, EndOfMonth, Tenor};
use keqing::oracle::{Question, answer};
use keqing::policy::Policy;
use keqing::receivable::ReceivablePolicy;
use keqing::receivable::clause::Clause;
use keqing::receivable::discount::EarlyPayment;
use keqing::receivable::late_payment::LatePayment;
use keqing::receivable::rate::LateRate;
use serde_json::{Value, json};

use crate::support::errors::{Failure, says};

/// The largest amount there is.
const MOST: &str = "79228162514264337593543950335";
/// The largest amount of euros and cents.
const MOST_CENTS: &str = "792281625142643375935439503.35";
const FIRST: &str = "-262143-01-01";
const LAST: &str = "+262142-12-31";

fn euros(amount: &str) -> Value {
    json!({"amount": amount, "currency": "EUR"})
}

fn measured(value: Value) -> Value {
    json!({"value": value, "grade": "measured"})
}

fn every_day() -> Value {
    json!({"weekend": [], "holidays": [], "working-days": []})
}

/// A policy with a rate of ten percent and a discount of two.
fn policy() -> Result<Policy, Failure> {
    let early: EarlyPayment = serde_json::from_value(json!({
        "tiers": [{"cut-off": {"before-due": 0}, "reward": {"share": {"part": "1", "whole": "50"}}}],
        "tax": "included", "partial": "pro-rata", "payable": "none", "rounding": {"mode": "half-even"}
    }))?;
    let late = LatePayment::at(LateRate::agreed("10 % per year".parse()?));
    let receivable = ReceivablePolicy::standard()
        .with_early_payment(Clause::Agreed(early))
        .with_late_payment(Clause::Agreed(late));
    Ok(Policy::standard().with_receivable(receivable))
}

/// Returns the part of the answer to a question that stands at a JSON pointer.
fn asked(name: &str, arguments: Value, pointer: &str) -> Result<Value, Failure> {
    let told = answer(&policy()?, &Question::read(name, arguments)?)?;
    let told = serde_json::to_value(told)?;
    let found = told.pointer(pointer).cloned();
    found.ok_or_else(|| format!("no {pointer} in {told:.400}").into())
}

/// The question has this answer at a JSON pointer.
#[track_caller]
fn answers(name: &str, arguments: Value, pointer: &str, expected: Value) {
    match asked(name, arguments, pointer) {
        Ok(found) => assert_eq!(found, expected),
        Err(error) => panic!("{error}"),
    }
}

/// The question is refused in these words.
#[track_caller]
fn refuses(name: &str, arguments: Value, message: &str) {
    match asked(name, arguments, "") {
        Ok(found) => panic!("{found:.400}"),
        Err(error) => assert_eq!(error.to_string(), message),
    }
}

fn late(principal: &str, issued: &str, due: &str, as_of: &str) -> Value {
    json!({
        "rate": {"agreed": "10 % per year"}, "as-of": as_of,
        "debt": {"principal": euros(principal), "issued": issued, "due": due}
    })
}

#[test]
fn the_largest_debt_bears_interest() {
    // 1/10 × 30/365 of it, to the cent.
    answers(
        "receivable.interest",
        late(MOST, "2024-01-01", "2024-01-31", "2024-03-01"),
        "/exact/numerator",
        json!("47536897508558602556126370201"),
    );
    answers(
        "receivable.interest",
        late(MOST, "2024-01-01", "2024-01-31", "2024-03-01"),
        "/exact/denominator",
        json!("73"),
    );
}

#[test]
fn the_longest_delay_bears_interest() {
    answers(
        "receivable.interest",
        late("100.00", FIRST, FIRST, LAST),
        "/segments/0/days",
        json!(191_491_528),
    );
    answers(
        "receivable.interest",
        late("100.00", FIRST, FIRST, FIRST),
        "/charged/amount",
        json!("0.00"),
    );
}

#[test]
fn the_largest_total_is_split_to_the_last_cent() -> Result<(), Failure> {
    let term = json!({"base": ["invoice"], "steps": [], "adjustment": "unadjusted"});
    let line =
        |weight: u32| json!({"portion": {"rest": weight}, "term": term, "start": "document"});
    let parts = asked(
        "receivable.instalments",
        json!({
            "plan": {"lines": [line(1), line(u32::MAX)], "rounding": {"mode": "half-even"}},
            "invoice": {"untaxed": euros(MOST_CENTS), "tax": euros("0.00")},
            "dates": {"invoice": LAST}, "calendar": every_day()
        }),
        "",
    )?;
    let amount = |place: usize| parts.pointer(&format!("/{place}/amount/amount")).cloned();
    // The total over 2³², and the rest.
    assert_eq!(amount(0), Some(json!("184467440737095516.16")));
    assert_eq!(amount(1), Some(json!("792281624958175935198343987.19")));
    Ok(())
}

#[test]
fn the_largest_payment_earns_an_error_that_says_so() {
    let invoice = json!({
        "amounts": {"untaxed": euros(MOST_CENTS), "tax": euros("0.00")},
        "dates": {"invoice": "2024-01-01"}, "due": "2024-01-31", "open": euros(MOST_CENTS)
    });
    refuses(
        "receivable.discount",
        json!({
            "invoice": invoice, "paid": euros(MOST_CENTS), "on": "2024-01-05", "calendar": every_day()
        }),
        "792281625142643375935439503.35 EUR plus 15845632502852867518708790.07 EUR has too many digits, expected at most 28",
    );
}

fn debt(id: &str, amount: &str) -> Value {
    json!({
        "id": id, "issued": FIRST, "due": LAST, "currency": "EUR",
        "secured": {"part": "0", "whole": "1"}, "burden": "0 % per year",
        "parts": [{"component": "principal", "amount": euros(amount), "since": FIRST, "due": LAST}]
    })
}

#[test]
fn the_largest_amounts_are_allocated_and_aged_where_they_fit() {
    let payment = |amount: &str| json!({"id": "P", "date": LAST, "amount": euros(amount)});
    answers(
        "receivable.allocate",
        json!({"debts": [debt("A", MOST_CENTS)], "payment": payment(MOST_CENTS)}),
        "/applied/0/amount/amount",
        json!(MOST_CENTS),
    );
    refuses(
        "receivable.allocate",
        json!({"debts": [debt("A", MOST), debt("B", MOST)], "payment": payment(MOST)}),
        "79228162514264337593543950335 EUR has too many digits beside the other amounts, expected at most 28 together",
    );
    let item = |id: &str| json!({"id": id, "issued": FIRST, "due": FIRST, "amount": euros(MOST)});
    answers(
        "receivable.age",
        json!({"items": [item("A")], "as-of": LAST}),
        "/balances/0/total/amount/amount",
        json!(MOST),
    );
    refuses(
        "receivable.age",
        json!({"items": [item("A"), item("B")], "as-of": LAST}),
        &twice(),
    );
    refuses(
        "receivable.age",
        json!({"items": [item("A")], "as-of": FIRST}),
        "there is no date 1 day before -262143-01-01",
    );
}

fn twice() -> String {
    format!("{MOST} EUR plus {MOST} EUR has too many digits, expected at most 28")
}

#[test]
fn the_oldest_invoice_is_dunned() {
    let facts = |ids: &[&str], as_of: &str, due: &str| {
        let invoice = |id| json!({"id": id, "issued": FIRST, "due": due, "open": euros(MOST)});
        let invoices: Vec<Value> = ids.iter().map(invoice).collect();
        let none = measured(json!([]));
        json!({"facts": {
            "as-of": as_of, "invoices": measured(json!(invoices)),
            "reminders": none, "disputes": none, "promises": none
        }})
    };
    let days = "/value/accounts/0/days";
    let oldest = facts(&["A"], LAST, FIRST);
    answers("receivable.dun", oldest, days, json!(191_491_528));
    // The later steps would be due after the last day there is.
    let newest = facts(&["A"], LAST, "+262142-12-30");
    answers("receivable.dun", newest, days, json!(1));
    let young = facts(&["A"], FIRST, FIRST);
    answers("receivable.dun", young, "/value/accounts", json!([]));
    refuses("receivable.dun", facts(&["A", "B"], LAST, FIRST), &twice());
}

#[test]
fn the_largest_account_is_stated_where_it_fits() {
    let ask = |amount: &str, due: &str, as_of: &str| {
        json!({
            "account": {"customer": "Ningbo Pumps", "currency": "EUR", "invoices": [{
                "id": "A", "amounts": {"untaxed": euros(amount), "tax": euros("0.00")},
                "dates": {"invoice": FIRST}, "due": due
            }]},
            "calendar": every_day(), "as-of": as_of
        })
    };
    // 100.00 × 1/10 × 191491528/365 = 5246343.2329
    answers(
        "receivable.statement",
        ask("100.00", FIRST, LAST),
        "/totals/interest/amount",
        json!("5246343.23"),
    );
    refuses(
        "receivable.statement",
        ask(MOST_CENTS, "2023-03-31", "2023-04-20"),
        "792281625142643375935439503.35 EUR plus 4341269178863799320194189.06 EUR has too many digits, expected at most 28",
    );
}

#[test]
fn due_dates_end_with_the_calendar() {
    let ask = |step: Value, invoice: &str| {
        json!({
            "term": {"base": ["invoice"], "steps": [step], "adjustment": "unadjusted"},
            "dates": {"invoice": invoice}, "calendar": every_day()
        })
    };
    for (step, first) in [
        (json!({"days": 1}), "-262143-01-02"),
        (json!({"business-days": 1}), "-262143-01-02"),
        (
            json!({"months": {"count": 1, "month-end": "last-day"}}),
            "-262143-02-01",
        ),
        (
            json!({"day-of-month": {"months": 1, "day": 31}}),
            "-262143-02-28",
        ),
        (
            json!({"closing-day": {"close": 1, "months": 1, "pay": 31}}),
            "-262143-02-28",
        ),
        (
            json!({"not-during": {"first": {"month": 12, "day": 31}, "last": {"month": 1, "day": 1}}}),
            "-262143-01-02",
        ),
    ] {
        answers(
            "receivable.due_date",
            ask(step.clone(), FIRST),
            "",
            json!(first),
        );
        refuses("receivable.due_date", ask(step, LAST), &out_of_range(LAST));
    }
    for step in [
        json!({"days": u32::MAX}),
        json!({"business-days": u32::MAX}),
    ] {
        let long =
            "term: steps of 4294967295 days or more, expected 18263 at most, which are fifty years";
        refuses("receivable.due_date", ask(step, FIRST), long);
    }
}

fn out_of_range(from: &str) -> String {
    format!(
        "a date counted from {from} is out of range, expected one between -262143-01-01 and +262142-12-31"
    )
}

#[test]
fn calendars_and_schedules_end_with_the_dates() -> Result<(), Failure> {
    let (first, last) = (NaiveDate::MIN, NaiveDate::MAX);
    let calendar = Calendar::every_day();
    for (date, days) in [(first, -1), (last, 1), (first, i32::MIN), (last, i32::MAX)] {
        let message = out_of_range(&date.to_string());
        says(calendar.shift(date, days), &message);
        for tenor in [
            Tenor::Days(days),
            Tenor::Weeks(days),
            Tenor::Months(days),
            Tenor::Years(days),
        ] {
            let convention = BusinessDayConvention::Unadjusted;
            says(
                calendar.advance(date, tenor, convention, EndOfMonth::LastDay),
                &message,
            );
        }
    }
    let days = calendar.business_days_between(first, last, CountedEnds::Both)?;
    assert_eq!(days, 191_491_529);
    let schedule = PeriodicSchedule::new(first, last, Frequency::YEARLY)?;
    says(
        schedule.periods(&calendar),
        "dates are counted from -262143-01-01, expected the end of the month",
    );
    says(
        schedule
            .with_stub(StubConvention::ShortFinal)
            .with_roll(RollConvention::Unrolled)
            .periods(&calendar),
        "more than 100000 periods, expected a longer frequency or a shorter span",
    );
    Ok(())
}
