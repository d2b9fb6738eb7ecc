//! Lines about statutes: the regime that governs, the due date that it leaves, the fixed sum, and its refusals.

use crate::{answers, refuses};

/// The beginning of a calendar that works every day.
const EVERY_DAY: &str = r#""calendar": {"weekend": [], "holidays": [], "working-days": []}"#;

#[test]
fn the_regime_of_a_debt_is_told_with_its_reason() {
    let ask = |facts: &str| {
        format!(
            r#"{{"ask": "receivable.governing", "debt": {{"jurisdiction": "FR", "debtor": {facts}}}}}"#
        )
    };
    let public = ask(r#""public-body", "contract": "2024-01-01""#);
    answers(&public, "/answer/decision", r#""governed""#);
    answers(&public, "/answer/considered/1/ground", r#""other-debtor""#);
    answers(&public, "/answer/considered/0/day", r#""2024-01-01""#);
    let unknown = ask(r#""business""#);
    answers(&unknown, "/answer/decision", r#""undecided""#);
    answers(&unknown, "/answer/considered/1/ground", r#""date-unknown""#);
    refuses(
        ask(r#""household""#),
        "bad-argument",
        "debt.debtor",
        r#"got "household", expected one of `"business"`, `"healthcare-body"`, `"large-enterprise"`"#,
    );
}

#[test]
fn a_fixed_sum_is_told_or_refused() {
    let ask = |debt: &str| {
        format!(
            r#"{{
                "ask": "receivable.compensation",
                "bands": {{"currency": "EUR", "bands": [
                    {{"from": "0", "sum": "40"}}, {{"from": "1000", "sum": "70", "start": "above"}}
                ]}},
                "debt": {{"amount": "{debt}", "currency": "EUR"}}
            }}"#
        )
    };
    answers(&ask("1000.00"), "/answer/amount", r#""40""#);
    answers(&ask("1000.01"), "/answer/amount", r#""70""#);
    refuses(
        ask("0"),
        "impossible-compensation",
        "debt",
        "a debt of 0 EUR, expected one above 0",
    );
}

#[test]
fn the_rate_of_a_day_is_told_or_refused() {
    let ask = |day: &str| {
        format!(
            r#"{{
                "ask": "receivable.rate_on", "day": "{day}",
                "dates": {{"default": "2024-06-01", "payment": "2024-09-01"}},
                "rate": {{"referenced": {{
                    "series": {{"steps": [{{"from": "2024-01-01", "rate": "4.5 % per year"}}], "known-until": "2024-06-30"}},
                    "factor": "1", "margin": "8 % per year", "sampling": "daily", "binding": "floating"
                }}}}
            }}"#
        )
    };
    answers(&ask("2024-06-30"), "/answer", r#""12.5 % per year""#);
    refuses(
        ask("2024-07-01"),
        "impossible-rate",
        "rate",
        "the reference rate on 2024-07-01 is not known, the series is known until 2024-06-30",
    );
}

#[test]
fn a_preset_under_a_statute_asks_for_its_reference() {
    let regimes = r#"{"ask": "receivable.regimes", "debt": {"jurisdiction": "IE", "debtor": "business", "contract": "2024-01-01"}}"#;
    let told = crate::json(&crate::oracle().reply(regimes.as_bytes()));
    let regime = told
        .pointer("/answer/governing/regime")
        .map(ToString::to_string);
    let regime = regime.unwrap_or_default();
    let ask = |reference: &str| {
        format!(
            r#"{{"ask": "receivable.preset_policy", "preset": {{"under": {{
                "law": {{"regime": {regime}}}, "reference": {reference}
            }}}}}}"#
        )
    };
    let series =
        r#"{"steps": [{"from": "2024-01-01", "rate": "4.5 % per year"}], "known-until": "none"}"#;
    answers(
        &ask(series),
        "/answer/late-payment/set/rate/referenced/binding",
        r#""fixed-at-default""#,
    );
    refuses(
        ask("null"),
        "impossible-regime",
        "preset",
        "the rate follows the ECB main refinancing rate, expected its history to be given",
    );
    let early = r#"{
        "ask": "receivable.preset_policy", "preset": {"under": {
            "law": {"governing": {"jurisdiction": "IE", "debtor": "business", "contract": "2013-03-15"}}, "reference": null
        }}
    }"#;
    refuses(
        early,
        "impossible-regime",
        "preset",
        "no known statute of IE governs the debt (ungoverned), expected facts by which one does",
    );
}

#[test]
fn an_account_takes_only_sums_of_its_own_currency() {
    let ask = |sums: &str| {
        format!(
            r#"{{
                "ask": "receivable.statement", "as-of": "2023-04-20", {EVERY_DAY},
                "policy": {{"receivable": {{"late-payment": {{"set": {{
                    "rate": {{"agreed": "10 % per year"}}, "dispute": "runs", "charges": "none",
                    "compensation": {{"currency": "PLN", "sums-in": "{sums}", "bands": [{{"from": "0", "sum": "40"}}]}}
                }}}}}}}},
                "account": {{
                    "customer": "Wisla Pumps", "currency": "PLN",
                    "invoices": [{{
                        "id": "INV-1", "dates": {{"invoice": "2023-03-01"}}, "due": "2023-03-31",
                        "amounts": {{
                            "untaxed": {{"amount": "4900.00", "currency": "PLN"}},
                            "tax": {{"amount": "0.00", "currency": "PLN"}}
                        }}
                    }}]
                }}
            }}"#
        )
    };
    answers(
        &ask("PLN"),
        "/answer/totals/compensation/amount",
        r#""40.00""#,
    );
    refuses(
        ask("EUR"),
        "impossible-account",
        "account.invoices.0",
        "invoices.0 (`INV-1`): a fixed sum of 40 EUR for a debt of 4900.00 PLN, expected bands that are converted first",
    );
}
