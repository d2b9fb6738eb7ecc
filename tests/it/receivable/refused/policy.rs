//! JSON that is no policy of receivables, and no fact that such a policy is asked about.

use keqing::receivable::ReceivablePolicy;
use keqing::receivable::aging::{self, FractionalDays, OpenItem};
use keqing::receivable::allocation::{self, AllocationPolicy, Debt, Payment};
use keqing::receivable::clause::Clause;
use keqing::receivable::completeness::PolicyItem;
use keqing::receivable::credit::{CreditPolicy, CreditRequest};
use keqing::receivable::dunning::DunningPolicy;
use keqing::receivable::habit::HabitPolicy;
use keqing::receivable::interest::{Interest, InterestPolicy};
use keqing::receivable::late_payment::LatePayment;
use keqing::receivable::rate::{Compounding, LateRate};
use keqing::receivable::settlement::{Settlement, SettlementPolicy};
use keqing::receivable::waiver::{WaiverPolicy, WaiverSubject};
use keqing::vocab::money::FractionalMoney;
use keqing::vocab::name::DocumentId;
use keqing::vocab::rate::Rate;

use crate::support::golden::refuses;

const POLICY: &str = include_str!("../../../golden/receivable-policy.json");

/// The policy with one piece replaced is refused.
#[track_caller]
fn refused(from: &str, to: &str, reason: &str) {
    assert!(POLICY.contains(from), "{from} is not in the policy");
    refuses::<ReceivablePolicy>(&POLICY.replacen(from, to, 1), reason);
}

#[test]
fn policies_that_contradict_themselves_are_refused() {
    refused(
        r#""late-payment": "missing","#,
        "",
        "missing field `late-payment`",
    );
    refused(r#""late-payment""#, r#""late""#, "unknown field `late`");
    refused(
        r#""late-payment": "missing""#,
        r#""late-payment": "unsaid""#,
        "unknown variant `unsaid`",
    );
    refused(
        r#""carried-places": 10"#,
        r#""carried-places": 21"#,
        "interest carried to 21 decimal places, expected at most 20",
    );
    refused(
        r#""cap": "none""#,
        r#""cap": {"amount": {"amount": "-1", "currency": "EUR"}}"#,
        "a bound of -1 EUR on interest, expected nothing or more",
    );
    refused(
        r#""minimum": "none""#,
        r#""minimum": {"at-least": {"amount": "-1", "currency": "EUR"}}"#,
        "a bound of -1 EUR on interest, expected nothing or more",
    );
}

#[test]
fn a_choice_that_is_off_says_so() {
    for field in ["compounds-for", "cap", "most-messages"] {
        let off = format!(r#""{field}": "none","#);
        let missing = format!("missing field `{field}`");
        refused(&off, "", &missing);
        let null = format!(r#""{field}": null,"#);
        refused(
            &off,
            &null,
            "got null for a choice of a policy, expected its value",
        );
    }
    let off = r#""minimum": "none""#;
    refused(
        off,
        r#""minimum": null"#,
        "got null for a choice of a policy, expected its value",
    );
    let off = r#""count": "none""#;
    refused(
        off,
        r#""count": null"#,
        "got null for a choice of a policy, expected its value",
    );
    let late = LatePayment::at(LateRate::agreed(Rate::ZERO));
    let json = serde_json::to_string(&late).unwrap_or_default();
    refuses::<LatePayment>(
        &json.replace(r#""none""#, "null"),
        "got null for a choice of a policy, expected its value",
    );
}

#[test]
fn orders_and_ladders_that_contradict_themselves_are_refused() {
    refused(
        r#""ACT/365F""#,
        r#""act/365""#,
        "`act/365` is no day count, expected one of",
    );
    refused(
        r#""designation""#,
        r#""agreement""#,
        "the criterion agreement is given twice, expected each at most once",
    );
    refused(
        r#""earliest-due""#,
        r#""pro-rata", "earliest-due""#,
        "the criterion pro-rata is given twice, expected each at most once",
    );
    refused(
        r#"{"due-state": "in-advance", "component": "principal"}"#,
        r#"{"due-state": "in-advance", "component": "interest"}"#,
        "an order without in-advance principal, expected every bucket once",
    );
    refused(
        r#"{"due-state": "past-due", "component": "costs"},"#,
        "",
        "an order with 14 of its buckets, expected 15",
    );
    refused("[30, 60, 90]", "[]", "no buckets, expected one cut or more");
    refused(
        "[30, 60, 90]",
        "[30, 30]",
        "a bucket up to 30 days, expected 31 days or more",
    );
    refused(
        "[30, 60, 90]",
        "[0]",
        "a bucket up to 0 days, expected 1 day or more",
    );
}

#[test]
fn ladders_that_contradict_themselves_are_refused() {
    refused(
        r#""suspend-credit""#,
        r#""remind""#,
        "the steps of the ladder must not fall, and credit is suspended once: `formal notice` is followed by `reminder`",
    );
    refused(
        r#"{"after-start": 30}"#,
        r#"{"after-start": 15}"#,
        "the days of the ladder must rise: 15 days is followed by 15 days",
    );
    refused(
        r#"{"after-start": 1}"#,
        r#"{"after-previous": 1}"#,
        "the first step of the ladder is counted from a step before it, expected from the clock's start",
    );
    refused(
        r#""thresholds": []"#,
        r#""thresholds": [{"amount": "-1", "currency": "EUR"}]"#,
        "the threshold -1 EUR is below zero, expected zero or more",
    );
    refused(
        r#""thresholds": []"#,
        r#""thresholds": [{"amount": "1", "currency": "EUR"}, {"amount": "2", "currency": "EUR"}]"#,
        "1 EUR and 2 EUR are of one currency, expected one amount a currency",
    );
    let ladder = |ladder: &str| {
        format!(
            r#"{{
                "clock": "due-date", "ladder": {ladder}, "escalation": "by-days", "thresholds": [],
                "comparison": "above", "unlisted-currency": "dunned", "interval": 7,
                "most-messages": "none", "broken-promises": 0
            }}"#
        )
    };
    let ends = "the ladder does not end with the suspension of credit";
    refuses::<DunningPolicy>(&ladder("[]"), ends);
    refuses::<DunningPolicy>(
        &ladder(r#"[{"step": "remind", "timing": {"after-start": 1}}]"#),
        ends,
    );
    refused(
        r#""most-messages": "none""#,
        r#""most-messages": 0"#,
        "invalid value: integer `0`",
    );
}

#[test]
fn rooms_that_contradict_themselves_are_refused() {
    refused(
        r#""period": 365"#,
        r#""period": 0"#,
        "waivers are counted in a period of at least 1 day, got 0 days",
    );
    refused(
        r#""authority": "executive""#,
        r#""authority": "manager""#,
        "a manager has two rooms for `interest`, expected one",
    );
    refused(
        r#"{"part": "1", "whole": "1"}"#,
        r#"{"part": "1", "whole": "3"}"#,
        "an executive has less room for `interest` than a manager, expected at least as much",
    );
    refused(
        r#"{"part": "1", "whole": "1"}"#,
        r#"{"part": "2", "whole": "1"}"#,
        "a share is at most 100 %, got 2 of 1",
    );
    refused(
        r#""unlimited""#,
        r#"{"up-to": [{"amount": "-1", "currency": "EUR"}]}"#,
        "up to -1 EUR may be waived, expected zero or more",
    );
    refuses::<WaiverPolicy>(r#"{"rooms": []}"#, "missing field `period`");
    refuses::<WaiverSubject>(r#""goods""#, "`goods` is no ");
    refused(
        r#""chronic-from": 3"#,
        r#""chronic-from": 0"#,
        "invalid value: integer `0`",
    );
    refuses::<HabitPolicy>("{}", "missing field `chronic-from`");
    refuses::<HabitPolicy>(r#"{"chronic-from": 3}"#, "missing field `window`");
    refuses::<InterestPolicy>("{}", "missing field `day-count`");
    refuses::<Compounding>(r#"{"rests": "week"}"#, "`week` is no ");
    refuses::<Clause<u8>>(
        r#"{"set": 256}"#,
        "invalid value: integer `256`, expected u8",
    );
    refuses::<PolicyItem>(r#""term""#, "`term` is no ");
}

#[test]
fn credit_policies_that_contradict_themselves_are_refused() {
    let policy = r#"{
        "limits": {
            "ordered": "unlimited", "shipped": "unlimited", "invoiced": "unlimited",
            "overdue": {"up-to": [{"amount": "0", "currency": "EUR"}]}, "total": "unlimited"
        },
        "comparison": "above", "overdue-hold": "none", "held-steps": [],
        "releases": {"manager": {"up-to": [{"amount": "0", "currency": "EUR"}]}, "executive": "unlimited"}, "hold-release": "executive"
    }"#;
    let refused = |from: &str, to: &str, reason: &str| {
        assert!(policy.contains(from), "{from} is not in the policy");
        refuses::<CreditPolicy>(&policy.replacen(from, to, 1), reason);
    };
    refused(
        r#""ordered": "unlimited","#,
        "",
        "nothing is said of `ordered`, expected a limit or `unlimited`",
    );
    refused(
        r#"{"amount": "0""#,
        r#"{"amount": "-1""#,
        "the limit of `overdue` is -1 EUR, expected zero or more",
    );
    refused(
        r#""manager": {"up-to": [{"amount": "0""#,
        r#""manager": {"up-to": [{"amount": "-1""#,
        "a manager may release -1 EUR, expected zero or more",
    );
    refused(r#""total""#, r#""all""#, "`all` is no ");
    refused(
        r#""hold-release": "executive""#,
        r#""hold-release": "clerk""#,
        "`clerk` is no ",
    );
    refuses::<CreditRequest>(
        r#"{"document": "SO-9", "step": "order"}"#,
        "missing field `amount`",
    );
}

#[test]
fn buckets_debts_and_payments_that_cannot_be_are_refused() {
    refuses::<aging::Buckets>(
        r#"{"cuts": [], "zero-days": "not-yet-due"}"#,
        "no buckets, expected one cut or more",
    );
    refuses::<allocation::Order>("[]", "an order with 0 of its buckets, expected 15");
    refuses::<AllocationPolicy>("{}", "missing field `between`");
    let debt = r#"{
        "id": "A", "issued": "2024-01-02", "due": "2024-01-31", "currency": "EUR",
        "secured": {"part": "0", "whole": "1"}, "burden": "0 % per year",
        "parts": [{
            "component": "principal", "amount": {"amount": "1", "currency": "EUR"},
            "since": "2024-01-02", "due": "2024-01-31"
        }]
    }"#;
    let refused = |from: &str, to: &str, reason: &str| {
        assert!(debt.contains(from), "{from} is not in the debt");
        refuses::<Debt>(&debt.replacen(from, to, 1), reason);
    };
    refused(
        r#""issued": "2024-01-02""#,
        r#""issued": "2024-02-01""#,
        "A is due on 2024-01-31, expected 2024-02-01 or later",
    );
    refused(
        r#""currency": "EUR""#,
        r#""currency": "USD""#,
        "1 EUR for the debt A, expected an amount in USD",
    );
    refused(
        r#""amount": "1""#,
        r#""amount": "0""#,
        "A has the amount 0 EUR, expected more than nothing",
    );
    refused(
        r#""part": "0""#,
        r#""part": "2""#,
        "a share is at most 100 %, got 2 of 1",
    );
    refused(r#""id": "A""#, r#""id": """#, "a name has one to");
}

#[test]
fn payments_and_items_that_cannot_be_are_refused() {
    refuses::<Payment>(
        r#"{
            "id": "P", "date": "2024-02-05", "amount": {"amount": "1", "currency": "EUR"},
            "designated": ["A", "A"]
        }"#,
        "A is given twice, expected each once",
    );
    refuses::<Payment>(
        r#"{"id": "P", "date": "2024-02-05", "amount": {"amount": "0", "currency": "EUR"}}"#,
        "P has the amount 0 EUR, expected more than nothing",
    );
    let item = |due: &str, more: &str| {
        format!(
            r#"{{
                "id": "A", "issued": "2024-01-02", "due": "{due}",
                "amount": {{"amount": "1", "currency": "EUR"}} {more}
            }}"#
        )
    };
    refuses::<OpenItem>(
        &item("2024-01-01", ""),
        "A is due on 2024-01-01, expected 2024-01-02 or later",
    );
    refuses::<OpenItem>(
        &item(
            "2024-01-31",
            r#", "disputed": {"amount": "-1", "currency": "EUR"}"#,
        ),
        "A has -1 EUR apart, expected nothing or more",
    );
}

#[test]
fn settlements_and_fractions_that_cannot_be_are_refused() {
    refuses::<Settlement>(
        r#"{"method": "cheque", "received": "2024-01-05", "cleared": "2024-01-04"}"#,
        "2024-01-04 is before the receipt, expected 2024-01-05 or later",
    );
    refuses::<Settlement>(
        r#"{"method": "barter", "received": "2024-01-05"}"#,
        "`barter` is no ",
    );
    let refused = r#""refused""#;
    refuses::<SettlementPolicy>(
        &format!(
            r#"{{
                "bank-acceptance-bill": {refused}, "cash": {refused}, "cheque": {refused},
                "commercial-acceptance-bill": {refused}, "direct-debit": {refused},
                "letter-of-credit": {refused}, "set-off": {{"tolerated": "received"}},
                "transfer": {refused}
            }}"#
        ),
        "no method of settlement is accepted, expected one or more",
    );
    refuses::<FractionalMoney>(
        r#"{"numerator": "1", "denominator": "0", "currency": "EUR"}"#,
        "a fraction of money with denominator 0, expected 1 or more",
    );
    refuses::<FractionalDays>(
        r#"{"numerator": "1", "denominator": "0"}"#,
        "a fraction of days with denominator 0, expected 1 or more",
    );
    refuses::<Interest>(r#"{"segments": []}"#, "missing field `exact`");
    refuses::<DocumentId>(r#""""#, "a name has one to");
}
