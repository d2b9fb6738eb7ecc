//! JSON that is no calendar, term, rate, debt, or policy about them.

mod account;
mod ledger;
mod policy;

use keqing::calendar::day_count::{DayCount, ReferencePeriod, YearFraction};
use keqing::calendar::schedule::PeriodicSchedule;
use keqing::calendar::{Calendar, DayOfMonth};
use keqing::receivable::discount::{DiscountTier, DiscountedInvoice};
use keqing::receivable::instalment::{self, AmountRounding, InvoiceAmounts};
use keqing::receivable::interest::LateDebt;
use keqing::receivable::rate::{LateRate, RateFactor, RateSeries};
use keqing::receivable::regime::{CompensationBands, Jurisdiction};
use keqing::receivable::term::{
    AnnualDay, BaseDates, ClosingDay, MonthDays, PaymentBlackout, PaymentTerm, TermStep,
};

use crate::support::golden::refuses;

/// The JSON with one piece replaced, which must be in it.
#[track_caller]
fn with(json: &str, from: &str, to: &str) -> String {
    assert!(json.contains(from), "{from} is not in {json}");
    json.replacen(from, to, 1)
}

#[test]
fn calendars_that_cannot_be_are_refused() {
    let calendar = r#"{"weekend": ["sat", "sun"], "holidays": [], "working-days": []}"#;
    let refused = |from: &str, to: &str, reason: &str| {
        refuses::<Calendar>(&with(calendar, from, to), reason);
    };
    refused(
        r#"["sat", "sun"]"#,
        r#"["mon", "tue", "wed", "thu", "fri", "sat", "sun"]"#,
        "a weekend of all seven days, expected six at most",
    );
    refused(
        r#""holidays": [], "working-days": []"#,
        r#""holidays": ["2024-10-05"], "working-days": ["2024-10-05"]"#,
        "2024-10-05 is listed as a holiday and as a working day, expected one of the two",
    );
    refused(
        r#""working-days": []"#,
        r#""working-days": ["2024-10-08"]"#,
        "2024-10-08 is listed as a working day, expected a day of the weekend",
    );
    refused(r#""sun""#, r#""sunday""#, "`sunday` is no ");
    refused(r#""holidays""#, r#""holiday""#, "unknown field `holiday`");
    refused(
        r#""holidays": []"#,
        r#""holidays": ["2024-02-30"]"#,
        "input is out of range",
    );
    refuses::<DayOfMonth>("0", "day 0 of the month, expected 1 to 31");
    refuses::<DayOfMonth>("32", "day 32 of the month, expected 1 to 31");
    refuses::<PeriodicSchedule>(
        r#"{
            "start": "2024-02-01", "end": "2024-02-01", "frequency": {"months": 1}, "stub": null,
            "roll": null, "adjustment": "unadjusted", "start-adjustment": null,
            "first-regular-start": null, "last-regular-end": null
        }"#,
        "a schedule from 2024-02-01 to 2024-02-01, expected an end after the start",
    );
}

#[test]
fn terms_that_cannot_be_are_refused() {
    refuses::<PaymentTerm>(
        r#"{"base": [], "steps": [], "adjustment": "unadjusted"}"#,
        "no base date, expected at least one such as `invoice`",
    );
    refuses::<PaymentTerm>(
        r#"{"base": ["invoice"], "steps": [], "adjustment": "next"}"#,
        "`next` is no ",
    );
    refuses::<PaymentTerm>(
        r#"{"base": ["invoice"], "steps": []}"#,
        "missing field `adjustment`",
    );
    refuses::<TermStep>(
        r#"{"days": -1}"#,
        "invalid value: integer `-1`, expected u32",
    );
    refuses::<TermStep>(r#"{"fortnights": 1}"#, "unknown variant `fortnights`");
    refuses::<MonthDays>("[]", "no payment day, expected at least one");
    refuses::<ClosingDay>(
        r#"{"close": 20, "months": 0, "pay": 10}"#,
        "payment on day 10 of the month that closes on day 20, expected that day or later",
    );
    refuses::<AnnualDay>(
        r#"{"month": 13, "day": 1}"#,
        "month 13 of a year, expected 1 to 12",
    );
    refuses::<PaymentBlackout>(
        r#"{"first": {"month": 1, "day": 1}, "last": {"month": 12, "day": 31}}"#,
        "no payment from month 1, day 1, through month 12, day 31, expected a day of the year that is left",
    );
    refuses::<BaseDates>("{}", "missing field `invoice`");
    refuses::<BaseDates>(
        r#"{"invoice": "2024-01-01", "dispatch": null}"#,
        "unknown field `dispatch`",
    );
    refuses::<BaseDates>(r#"{"invoice": "+262143-01-01"}"#, "input is out of range");
}

#[test]
fn plans_and_amounts_that_cannot_be_are_refused() {
    let plan = |portions: &[&str]| {
        let term = r#"{"base": ["invoice"], "steps": [], "adjustment": "unadjusted"}"#;
        let line = |portion: &&str| {
            format!(r#"{{"portion": {portion}, "term": {term}, "start": "document"}}"#)
        };
        let lines: Vec<String> = portions.iter().map(line).collect();
        let rounding = r#"{"mode": "half-even", "multiple": null}"#;
        format!(
            r#"{{"lines": [{}], "rounding": {rounding}}}"#,
            lines.join(", ")
        )
    };
    let share = |part: u8| format!(r#"{{"share": {{"part": "{part}", "whole": "100"}}}}"#);
    let (forty, sixty, sixty_one) = (share(40), share(60), share(61));
    refuses::<instalment::Plan>(&plan(&[]), "a plan without lines, expected at least one");
    refuses::<instalment::Plan>(
        &plan(&[&forty, &sixty_one]),
        "line 2 takes more of the total than the lines before it leave",
    );
    refuses::<instalment::Plan>(
        &plan(&[&forty]),
        "the lines take 2/5 of the total, expected all of it or a line that takes the rest",
    );
    refuses::<instalment::Plan>(
        &plan(&[&share(101)]),
        "a share is at most 100 %, got 101 of 100",
    );
    let fixed = r#"{"fixed": {"amount": "0.00", "currency": "EUR"}}"#;
    refuses::<instalment::Plan>(
        &plan(&[fixed, r#"{"rest": 1}"#]),
        "line 1 is fixed at 0.00 EUR, expected an amount above zero",
    );
    refuses::<instalment::Plan>(
        &plan(&[r#"{"rest": 0}"#]),
        "invalid value: integer `0`, expected a nonzero u32",
    );
    refuses::<instalment::Plan>(
        &with(&plan(&[&forty, &sixty]), "document", "previous-line"),
        "the first line starts from the line before it, expected `document`",
    );
}

#[test]
fn amounts_that_cannot_be_are_refused() {
    refuses::<AmountRounding>(
        r#"{"mode": "up", "multiple": {"amount": "0.00", "currency": "CHF"}}"#,
        "rounding to multiples of 0.00 CHF, expected an amount above zero",
    );
    let amounts = r#"{
        "untaxed": {"amount": "100.00", "currency": "EUR"},
        "tax": {"amount": "19.00", "currency": "EUR"},
        "fixed-tax": {"amount": "1.00", "currency": "EUR"}
    }"#;
    let refused = |from: &str, to: &str, reason: &str| {
        refuses::<InvoiceAmounts>(&with(amounts, from, to), reason);
    };
    refused(
        r#""1.00""#,
        r#""19.01""#,
        "a fixed tax of 19.01 EUR in a tax of 19.00 EUR, expected a part of it",
    );
    refused(
        r#""100.00""#,
        r#""-0.01""#,
        "an invoice with -0.01 EUR in it, expected no amount below zero",
    );
    refused(
        r#""19.00", "currency": "EUR""#,
        r#""19.00", "currency": "USD""#,
        "100.00 EUR and 19.00 USD are in different currencies, expected one currency",
    );
    refused(r#""100.00""#, r#""100.001""#, "100.001 EUR");
    refused(
        r#""100.00""#,
        "100.00",
        "invalid type: floating point `100.0`",
    );
}

#[test]
fn discounts_that_cannot_be_are_refused() {
    let tier = r#"{
        "cut-off": {"before-due": 5},
        "reward": {"per-year": {"rate": "8 % per year", "day-count": "ACT/360"}}
    }"#;
    refuses::<DiscountTier>(
        &with(tier, r#""8 % per year""#, r#""-8 % per year""#),
        "a discount of -8 % per year, expected a rate of zero or more",
    );
    refuses::<DiscountTier>(
        r#"{"cut-off": {"before-due": 5}, "reward": {"amount": {"amount": "0.00", "currency": "EUR"}}}"#,
        "a discount of 0.00 EUR, expected an amount above zero",
    );
    refuses::<DiscountTier>(
        r#"{"cut-off": {"before-due": 5}, "reward": {"share": {"part": "101", "whole": "100"}}}"#,
        "a share is at most 100 %, got 101 of 100",
    );
    refuses::<DiscountTier>(
        &with(tier, "per-year", "per-month"),
        "unknown variant `per-month`",
    );
    refuses::<DiscountedInvoice>(
        r#"{
            "amounts": {
                "untaxed": {"amount": "100.00", "currency": "EUR"},
                "tax": {"amount": "0.00", "currency": "EUR"}
            },
            "dates": {"invoice": "2024-01-01"}, "due": "2024-01-31",
            "open": {"amount": "100.01", "currency": "EUR"}
        }"#,
        "100.01 EUR is open of 100.00 EUR, expected more than nothing and at most the total",
    );
}

#[test]
fn rates_and_day_counts_that_cannot_be_are_refused() {
    refuses::<RateSeries>(
        r#"{"steps": [], "known-until": "none"}"#,
        "a series of no rates, expected one or more",
    );
    let step = r#"{"from": "2024-01-01", "rate": "4 % per year"}"#;
    refuses::<RateSeries>(
        &format!(r#"{{"steps": [{step}, {step}], "known-until": "none"}}"#),
        "two rates from 2024-01-01 on, expected one",
    );
    refuses::<RateSeries>(
        &format!(r#"{{"steps": [{step}], "known-until": "2023-12-31"}}"#),
        "known until 2023-12-31, expected 2024-01-01 or later, where the last rate begins",
    );
    refuses::<RateSeries>(
        r#"{"steps": [{"from": "2024-01-01"}], "known-until": "none"}"#,
        "missing field `rate`",
    );
    refuses::<RateSeries>(r#"{"steps": []}"#, "missing field `known-until`");
    refuses::<LateRate>(
        r#"{"agreed": "10100 % per year"}"#,
        "10100 % per year is out of range",
    );
    refuses::<LateRate>(r#"{"agreed": 0.08}"#, "invalid type: floating point `0.08`");
    refuses::<LateRate>(
        r#"{"agreed-at-least": {"agreed": "5 % per year"}}"#,
        "missing field `floor`",
    );
    refuses::<RateFactor>(
        r#""0""#,
        "a reference rate taken 0 times, expected above 0 and at most 1000",
    );
    refuses::<RateFactor>(
        r#""1001""#,
        "a reference rate taken 1001 times, expected above 0 and at most 1000",
    );
}

#[test]
fn day_counts_and_statutes_that_cannot_be_are_refused() {
    refuses::<DayCount>(r#""30/360""#, "`30/360` is no ");
    refuses::<YearFraction>(
        r#""30/0""#,
        "a fraction of a year with denominator 0, expected 1 or more",
    );
    refuses::<YearFraction>(
        r#""0.5""#,
        "`0.5` is not a fraction of a year, expected a form such as `30/365`",
    );
    refuses::<ReferencePeriod>(
        r#"{"nominal-dates": ["2024-01-15"], "periods-per-year": "two"}"#,
        "a reference period of fewer than 2 dates, expected its start and its end",
    );
    refuses::<Jurisdiction>(
        r#""de""#,
        "`de` is not a jurisdiction, expected two capital letters such as `DE`",
    );
    let bands = r#"{"currency": "GBP", "bands": [{"from": "0", "sum": "40"}, {"from": "1000", "sum": "70"}]}"#;
    refuses::<CompensationBands>(
        &with(bands, r#""1000""#, r#""0""#),
        "a band from 0 after one from 0, expected it from more",
    );
    refuses::<CompensationBands>(
        &with(bands, r#""0""#, r#""1""#),
        "a first band that is not from 0, expected one or more and the first from 0",
    );
    refuses::<CompensationBands>(
        &with(bands, r#""70""#, r#""-70""#),
        "a fixed sum of -70, expected 0 or more",
    );
}

#[test]
fn debts_that_cannot_be_are_refused() {
    let debt = r#"{
        "principal": {"amount": "100.00", "currency": "EUR"},
        "issued": "2024-01-01", "due": "2024-01-31",
        "changes": [
            {"date": "2024-02-01", "amount": {"amount": "1", "currency": "EUR"}, "kind": "payment"}
        ],
        "pauses": [{"from": "2024-02-01", "to": "2024-02-02"}]
    }"#;
    let refused = |from: &str, to: &str, reason: &str| {
        refuses::<LateDebt>(&with(debt, from, to), reason);
    };
    refused(
        r#""100.00""#,
        r#""0""#,
        "a principal of 0 EUR, expected more than nothing",
    );
    refused(
        r#""100.00""#,
        r#""-1""#,
        "a principal of -1 EUR, expected more than nothing",
    );
    refused(
        r#""2024-01-31""#,
        r#""2023-12-31""#,
        "due on 2023-12-31, before the invoice of 2024-01-01",
    );
    refused(
        r#""date": "2024-02-01""#,
        r#""date": "2023-12-31""#,
        "1 EUR taken off on 2023-12-31, before the invoice of 2024-01-01",
    );
    refused(
        r#""1", "currency": "EUR""#,
        r#""1", "currency": "USD""#,
        "100.00 EUR and 1 USD are in different currencies, expected one currency",
    );
    refused(
        r#""amount": "1""#,
        r#""amount": "0""#,
        "0 EUR taken off on 2024-02-01, expected more than nothing",
    );
    refused(
        r#""2024-02-02""#,
        r#""2024-02-01""#,
        "a pause from 2024-02-01 to 2024-02-01, expected an end after the beginning",
    );
    refused(r#""pauses""#, r#""stops""#, "unknown field `stops`");
    refused(
        r#""kind": "payment""#,
        r#""kind": "refund""#,
        "`refund` is no ",
    );
}
