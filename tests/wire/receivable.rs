//! Lines about receivables: one that is answered and one that is refused for each question most asked.

use crate::{answers, refuses};

/// The beginning of a calendar that works every day.
const EVERY_DAY: &str = r#""calendar": {"weekend": [], "holidays": [], "working-days": []}"#;

/// So many euros.
fn euros(amount: &str) -> String {
    format!(r#"{{"amount": "{amount}", "currency": "EUR"}}"#)
}

/// A measured fact.
fn measured(value: &str) -> String {
    format!(r#"{{"value": {value}, "grade": "measured"}}"#)
}

#[test]
fn due_dates_are_told_or_refused() {
    let ask = |days: &str, dates: &str| {
        format!(
            r#"{{
                "ask": "receivable.due_date", "dates": {dates}, {EVERY_DAY},
                "term": {{"base": ["invoice"], "steps": [{{"days": {days}}}], "adjustment": "unadjusted"}}
            }}"#
        )
    };
    let dates = r#"{"invoice": "2024-01-31"}"#;
    answers(&ask("30", dates), "/answer", r#""2024-03-01""#);
    refuses(
        ask("-30", dates),
        "bad-argument",
        "term.steps[0].days",
        "got -30, expected a whole number of days from 0 to 4294967295",
    );
    refuses(
        ask("30", dates).replace("\"invoice\"]", "\"receipt\"]"),
        "impossible-term",
        "dates",
        "the date of receipt is not known, and the term counts from it",
    );
    refuses(
        ask("1", r#"{"invoice": "+262142-12-31"}"#),
        "impossible-term",
        "dates",
        "a date counted from +262142-12-31 is out of range",
    );
}

#[test]
fn interest_is_told_or_refused() {
    let ask = |policy: &str, principal: &str| {
        format!(
            r#"{{
                "ask": "receivable.interest", "policy": {policy}, "rate": {{"agreed": "10 % per year"}},
                "debt": {{"principal": {}, "issued": "2023-03-01", "due": "2023-03-31"}},
                "as-of": "2023-04-10"
            }}"#,
            euros(principal)
        )
    };
    let charged = "/answer/charged/amount";
    answers(&ask("{}", "7300.00"), charged, r#""20.00""#);
    let year = r#"{"receivable": {"interest": {"set": {"day-count": "ACT/360"}}}}"#;
    answers(&ask(year, "7300.00"), charged, r#""20.28""#);
    refuses(
        ask("{}", "0"),
        "bad-argument",
        "debt",
        "a principal of 0 EUR, expected more than nothing",
    );
    refuses(
        ask(&year.replace("ACT/360", "ACT/367"), "1"),
        "bad-policy",
        "policy.receivable.interest.set.day-count",
        "got \"ACT/367\", expected one of `\"ACT/360\"`",
    );
    refuses(
        ask(r#"{"receivable": {"interest": "missing"}}"#, "1"),
        "unsettled-item",
        "policy.receivable.interest",
        "the policy sets no `interest-calculation`, expected one that is set",
    );
}

#[test]
fn discounts_are_told_under_a_policy_that_has_them() {
    let policy = r#"{"receivable": {"early-payment": {"set": {
        "tiers": [{
            "cut-off": {"before-due": 20},
            "reward": {"share": {"part": "1", "whole": "50"}}
        }],
        "tax": "included", "partial": "no-discount", "payable": "none",
        "rounding": {"mode": "half-even", "multiple": null}
    }}}}"#;
    let ask = |policy: &str, paid: &str| {
        format!(
            r#"{{
                "ask": "receivable.discount", "policy": {policy}, "on": "2024-01-11", {EVERY_DAY},
                "paid": {},
                "invoice": {{
                    "amounts": {{"untaxed": {hundred}, "tax": {}}},
                    "dates": {{"invoice": "2024-01-01"}}, "due": "2024-01-31", "open": {hundred}
                }}
            }}"#,
            euros(paid),
            euros("0.00"),
            hundred = euros("100.00"),
        )
    };
    answers(&ask(policy, "98.00"), "/answer/amount/amount", r#""2.00""#);
    answers(
        &ask(policy, "97.99"),
        "/answer/outcome/paid-partly/missing/amount",
        r#""0.01""#,
    );
    let unsaid = "the policy sets no `early-payment`, expected one that is set";
    let open = "policy.receivable.early-payment";
    refuses(ask("{}", "98.00"), "unsettled-item", open, unsaid);
    let nothing = r#"{"receivable": {"early-payment": "nothing"}}"#;
    answers(
        &ask(nothing, "98.00"),
        "/answer/outcome",
        r#""not-offered""#,
    );
    refuses(
        ask(policy, "0.00"),
        "impossible-discount",
        "paid",
        "a payment of 0.00 EUR, expected an amount above zero",
    );
    refuses(
        ask(&policy.replace("\"1\"", "\"51\""), "98.00"),
        "bad-policy",
        "policy.receivable.early-payment.set.tiers[0].reward.share",
        "a share is at most 100 %, got 51 of 50",
    );
}

#[test]
fn payments_are_allocated_or_refused() {
    let ask = |currency: &str| {
        format!(
            r#"{{
                "ask": "receivable.allocate",
                "debts": [{{
                    "id": "A", "issued": "2024-01-01", "due": "2024-01-31", "currency": "EUR",
                    "secured": {{"part": "0", "whole": "1"}}, "burden": "0 % per year",
                    "parts": [{{
                        "component": "principal", "amount": {},
                        "since": "2024-01-01", "due": "2024-01-31"
                    }}]
                }}],
                "payment": {{
                    "id": "P", "date": "2024-02-01",
                    "amount": {{"amount": "150.00", "currency": "{currency}"}}
                }}
            }}"#,
            euros("100.00")
        )
    };
    answers(&ask("EUR"), "/answer/unapplied/amount", r#""50.00""#);
    refuses(
        ask("USD"),
        "impossible-allocation",
        "payment",
        "150.00 USD for the debt A, expected an amount in EUR",
    );
}

#[test]
fn open_items_are_aged_or_refused() {
    let ask = |due: &str| {
        format!(
            r#"{{
                "ask": "receivable.age", "as-of": "2024-02-10",
                "items": [{{"id": "A", "issued": "2024-01-01", "due": "{due}", "amount": {}}}]
            }}"#,
            euros("100.00")
        )
    };
    answers(
        &ask("2024-01-31"),
        "/answer/balances/0/columns/1/items",
        "1",
    );
    refuses(
        ask("2023-12-31"),
        "bad-argument",
        "items[0]",
        "A is due on 2023-12-31, expected 2024-01-01 or later",
    );
}

#[test]
fn customers_are_dunned_or_refused() {
    let ask = |due: &str| {
        let invoice = format!(
            r#"[{{"id": "A", "issued": "2024-01-01", "due": "{due}", "open": {}}}]"#,
            euros("100.00")
        );
        let (invoices, none) = (measured(&invoice), measured("[]"));
        format!(
            r#"{{
                "ask": "receivable.dun",
                "facts": {{
                    "as-of": "2024-02-20", "invoices": {invoices}, "reminders": {none},
                    "disputes": {none}, "promises": {none}
                }}
            }}"#
        )
    };
    answers(
        &ask("2024-01-31"),
        "/answer/value/accounts/0/due",
        r#""remind""#,
    );
    refuses(
        ask("2023-12-31"),
        "impossible-dunning-facts",
        "facts",
        "the invoice `A` is due on 2023-12-31, before it was issued on 2024-01-01",
    );
}

#[test]
fn credit_is_judged_or_refused() {
    let limits = r#"{"receivable": {
        "late-payment": "nothing", "early-payment": "nothing", "term": "nothing", "settlement": "nothing",
        "credit": {"set": {
        "limits": {
            "ordered": "unlimited", "shipped": "unlimited", "invoiced": "unlimited",
            "overdue": "unlimited", "total": {"up-to": [{"amount": "150.00", "currency": "EUR"}]}
        },
        "comparison": "above", "overdue-hold": 60, "held-steps": ["order"],
        "releases": {"executive": "unlimited"}, "hold-release": "executive"
    }}}}"#;
    let ask = |policy: &str, amount: &str| {
        let nothing = measured(&euros("0"));
        format!(
            r#"{{
                "ask": "receivable.judge_credit", "policy": {policy},
                "request": {{
                    "document": "SO-9", "step": "order", "amount": {}, "prepayment": "nothing",
                    "requested-by": "li-na", "as-of": "2024-02-01", "suspension": {},
                    "exposure": {{
                        "ordered": {nothing}, "shipped": {nothing}, "invoiced": {nothing},
                        "overdue": {nothing}, "oldest-overdue": {}
                    }}
                }}
            }}"#,
            euros(amount),
            measured(r#""absent""#),
            measured("0"),
        )
    };
    answers(&ask("{}", "100.00"), "/answer/decision", r#""deny""#);
    answers(&ask(limits, "150.00"), "/answer/decision", r#""permit""#);
    answers(
        &ask(limits, "150.01"),
        "/answer/decision",
        r#"{"escalate":"executive"}"#,
    );
    refuses(
        ask(limits, "0"),
        "impossible-credit-request",
        "request",
        "the amount is 0 EUR, expected an amount above zero",
    );
}

#[test]
fn groups_are_added_up_or_refused() {
    let owes = |amount: &str, currency: &str| {
        let money = format!(r#"{{"amount": "{amount}", "currency": "{currency}"}}"#);
        format!(r#"{{"invoiced": {}}}"#, measured(&money))
    };
    let member =
        |name: &str, exposure: String| format!(r#"{{"member": "{name}", "exposure": {exposure}}}"#);
    let rate = |rate: &str| {
        format!(r#"{{"from": "USD", "to": "EUR", "on": "2024-05-02", "rate": "{rate}"}}"#)
    };
    let ask = |members: &[String], rates: &[String], as_of: &str| {
        let (members, rates) = (members.join(","), rates.join(","));
        format!(
            r#"{{
                "ask": "receivable.group_exposure", "members": [{members}], "rates": [{rates}],
                "currency": "EUR", "as-of": "{as_of}"
            }}"#
        )
    };
    let daughter = member("Ohm Inc.", owes("500.00", "USD"));
    let parent = member("Ohm Holding", owes("1000.00", "EUR"));
    let both = [daughter.clone(), parent];
    let asked = ask(&both, &[rate("0.9")], "2024-05-31");
    let sum = "/answer/exposure/invoiced/value/amount";
    answers(&asked, sum, r#""1450.00""#);
    answers(&asked, "/answer/exposure/shipped", "null");
    answers(&asked, "/answer/members/0/member", r#""Ohm Holding""#);
    answers(&asked, "/answer/members/1/rate/rate", r#""0.9""#);
    refuses(
        ask(&both, &[rate("0.9")], "2024-05-01"),
        "impossible-group",
        "rates",
        "no exchange rate from USD to EUR is known on 2024-05-01, expected one of that day or before",
    );
    refuses(
        ask(&both, &[rate("0.9"), rate("0.91")], "2024-05-31"),
        "impossible-group",
        "rates",
        "two exchange rates from USD to EUR on 2024-05-02, expected one",
    );
    refuses(
        ask(&[daughter.clone(), daughter], &[rate("0.9")], "2024-05-31"),
        "impossible-group",
        "members",
        "the member `Ohm Inc.` is there twice, expected one entry a member",
    );
    refuses(
        ask(&both, &[rate("0")], "2024-05-31"),
        "bad-argument",
        "rates[0]",
        "the exchange rate from USD to EUR is 0, expected one above zero",
    );
}

#[test]
fn waivers_are_judged_or_refused() {
    let ask = |amount: &str| {
        let absent = measured(r#""absent""#);
        format!(
            r#"{{
                "ask": "receivable.judge_waiver",
                "request": {{
                    "subject": "interest", "document": "I-1", "amount": {}, "claim": {},
                    "by": "li-na", "authority": "manager", "as-of": "2024-02-01",
                    "personal-interest": {absent}, "for-oneself": {absent},
                    "reason": {}, "earlier": {}
                }}
            }}"#,
            euros(amount),
            measured(&euros("30.00")),
            measured(
                r#"{"cause": "our-delivery", "on": "2024-01-20", "document": "delivery-note-7"}"#
            ),
            measured("[]"),
        )
    };
    answers(&ask("15.00"), "/answer/decision", r#""permit""#);
    answers(
        &ask("15.01"),
        "/answer/decision",
        r#"{"escalate":"executive"}"#,
    );
    refuses(
        ask("30.01"),
        "impossible-waiver",
        "request",
        "30.01 EUR is waived of a claim of 30.00 EUR, expected no more than the claim",
    );
}

#[test]
fn statements_are_made_or_refused() {
    let ask = |payment: &str, amount: &str| {
        format!(
            r#"{{
                "ask": "receivable.statement", "as-of": "2023-04-20", {EVERY_DAY},
                "policy": {{"receivable": {{"late-payment": {{"set": {{
                    "rate": {{"agreed": "10 % per year"}}, "compensation": "none", "dispute": "runs", "charges": "none"
                }}}}}}}},
                "account": {{
                    "customer": "Ningbo Pumps", "currency": "EUR",
                    "invoices": [{{
                        "id": "INV-1", "amounts": {{"untaxed": {}, "tax": {}}},
                        "dates": {{"invoice": "2023-03-01"}}, "due": "2023-03-31"
                    }}],
                    "payments": [{{"id": "{payment}", "date": "2023-04-10", "amount": {}}}]
                }}
            }}"#,
            euros("7300.00"),
            euros("0.00"),
            euros(amount),
        )
    };
    // A payment may bear the number of an invoice.
    for payment in ["PAY-1", "INV-1"] {
        answers(
            &ask(payment, "3670.00"),
            "/answer/totals/balance/amount",
            r#""3660.00""#,
        );
    }
    refuses(
        ask("PAY-1", "3670.001"),
        "impossible-account",
        "account.payments.0",
        "payments.0 (`PAY-1`): 3670.001 EUR has parts of the smallest unit of its currency, expected whole units",
    );
}
