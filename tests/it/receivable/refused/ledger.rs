//! Events that cannot be, each an error with its place.

use keqing::calendar::Calendar;
use keqing::receivable::ReceivablePolicy;
use keqing::receivable::account::{
    AccountPolicy, CreditUse, CustomerAccount, Detail, Tolerance, replay, replay_rest,
};
use keqing::receivable::interest::{LateDebt, Pause};
use keqing::receivable::limit::Amounts;
use keqing::receivable::statement::period_statement;
use keqing::vocab::money::Money;
use keqing::vocab::share::Share;
use serde_json::{Value, json};

use crate::support::errors::{Failure, day, says};

fn euros(amount: &str) -> Value {
    json!({"amount": amount, "currency": "EUR"})
}

/// An invoice of 100.00 in January, with other fields in place of its own.
fn invoice(other: &Value) -> Value {
    let mut invoice = json!({
        "id": "A", "amounts": {"untaxed": euros("100.00"), "tax": euros("0")},
        "dates": {"invoice": "2024-01-02"}, "due": "2024-02-01",
    });
    if let (Some(fields), Some(other)) = (invoice.as_object_mut(), other.as_object()) {
        fields.extend(other.clone());
    }
    invoice
}

/// An account of one invoice and some more.
fn account(more: &Value) -> Result<CustomerAccount, Failure> {
    let mut account = json!({
        "customer": "Ningbo Pumps", "currency": "EUR", "invoices": [invoice(&json!({}))],
        "payments": [{"id": "P", "date": "2024-01-20", "amount": euros("120.00")}],
    });
    if let (Some(fields), Some(more)) = (account.as_object_mut(), more.as_object()) {
        fields.extend(more.clone());
    }
    Ok(serde_json::from_value(account)?)
}

/// The events at fault are errors with these messages, and the rest of the account is told without them.
#[track_caller]
fn refused(policy: &ReceivablePolicy, more: &Value, messages: &[&str]) -> Result<(), Failure> {
    let (account, calendar) = (account(more)?, Calendar::every_day());
    let as_of = day("2024-06-30")?;
    let error = replay(policy, &account, &calendar, as_of)
        .err()
        .ok_or("a sound account")?;
    let found: Vec<String> = error.each().map(ToString::to_string).collect();
    assert_eq!(found, messages);
    let rest = replay_rest(policy, &account, &calendar, as_of)?;
    let left_out: Vec<String> = rest.left_out.iter().map(ToString::to_string).collect();
    for message in messages {
        assert!(left_out.iter().any(|told| told == message), "{left_out:?}");
    }
    Ok(())
}

#[test]
fn invoices_that_cannot_be_are_named() -> Result<(), Failure> {
    let standard = ReceivablePolicy::standard();
    let one = |other: Value| json!({"invoices": [invoice(&other)]});
    let term = json!({"base": ["invoice"], "steps": [{"days": 10}], "adjustment": "unadjusted"});
    let parts = json!([{"id": "A/1", "due": "2024-02-01", "amount": euros("40.00")}]);
    for (more, message) in [
        (
            one(json!({"due": null})),
            "invoices.0 (`A`): there is neither a due date nor a term, expected one of them or a term of the policy",
        ),
        (
            one(json!({"term": term})),
            "invoices.0 (`A`): it is due on 2024-02-01 and by its term on 2024-01-12, expected one of them or the same day",
        ),
        (
            one(json!({"due": "2024-01-01"})),
            "invoices.0 (`A`): A is due on 2024-01-01, expected 2024-01-02 or later",
        ),
        (
            one(json!({"instalments": parts})),
            "invoices.0 (`A`): the instalments add up to 40.00 EUR, expected the total of 100.00 EUR",
        ),
        (
            json!({"retentions": [{"id": "R", "date": "2024-01-02", "document": "A", "amount": euros("100.01"), "release": null}]}),
            "retentions.0 (`R`): 100.01 EUR is held back, expected at most the 100.00 EUR of the invoice",
        ),
        (
            json!({"retentions": [{"id": "R", "date": "2024-01-01", "document": "A", "amount": euros("1.00"), "release": null}]}),
            "retentions.0 (`R`): it is of 2024-01-01, before its document of 2024-01-02, expected that day or later",
        ),
        (
            json!({"fees": [{"id": "F", "date": "2024-03-01", "amount": euros("1.00"), "component": "principal"}]}),
            "fees.0 (`F`): the component is `principal`, expected another one",
        ),
        (
            json!({"fees": [{"id": "A", "date": "2024-03-01", "amount": euros("1.00")}]}),
            "fees.0 (`A`): the id is used twice, expected one entry an id",
        ),
    ] {
        refused(&standard, &more, &[message])?;
    }
    // A payment may bear the number of an invoice.
    let same = json!({"payments": [{"id": "A", "date": "2024-01-20", "amount": euros("1.00")}]});
    let calendar = Calendar::every_day();
    assert!(replay(&standard, &account(&same)?, &calendar, day("2024-06-30")?).is_ok());
    Ok(())
}

#[test]
fn events_that_cannot_be_are_named() -> Result<(), Failure> {
    let standard = ReceivablePolicy::standard();
    let waiver = |subject: &str| {
        json!({"waivers": [{
            "id": "W", "date": "2024-03-01", "document": "A", "subject": subject, "amount": euros("1.00"),
            "by": "zhao-min", "authority": "executive", "cause": null,
        }]})
    };
    for (more, message) in [
        (
            json!({"refunds": [{"id": "R", "date": "2024-03-01", "amount": euros("0")}]}),
            "refunds.0 (`R`): the amount is 0 EUR, expected more than nothing",
        ),
        (
            json!({"refunds": [{"id": "R", "date": "2024-03-01", "amount": euros("20.01")}]}),
            "refunds.0 (`R`): 20.01 EUR is refunded, expected at most the credit of 20.00 EUR",
        ),
        (
            json!({"refunds": [{"id": "R", "date": "2024-03-01", "document": "Q", "amount": euros("1.00")}]}),
            "refunds.0 (`R`): the payment `Q` is not in the account",
        ),
        (
            json!({"returned-payments": [{"id": "B", "date": "2024-03-01", "document": "P", "amount": euros("120.01")}]}),
            "returned-payments.0 (`B`): 120.01 EUR came back, expected at most the 120.00 EUR that is left of the payment",
        ),
        (
            json!({"returned-payments": [{"id": "B", "date": "2024-01-19", "document": "P"}]}),
            "returned-payments.0 (`B`): it is of 2024-01-19, before its document of 2024-01-20, expected that day or later",
        ),
        (
            json!({"set-offs": [{"id": "S", "date": "2024-03-01", "amount": euros("20.01")}]}),
            "set-offs.0 (`S`): 20.01 EUR is set off, expected at most the credit of 20.00 EUR",
        ),
        (
            json!({"write-offs": [{"id": "O", "date": "2024-03-01", "document": "A", "amount": euros("0.01")}]}),
            "write-offs.0 (`O`): 0.01 EUR is written off, expected at most the open 0.00 EUR",
        ),
        (
            json!({"disputes": [{"id": "D", "date": "2024-03-01", "document": "A", "until": "2024-02-28"}]}),
            "disputes.0 (`D`): it ends on 2024-02-28, expected 2024-03-01 or later",
        ),
        (
            waiver("credit-limit"),
            "waivers.0 (`W`): a waiver of `credit-limit`, expected one of interest, a fee or the deadline of a discount",
        ),
        (
            waiver("interest"),
            "waivers.0 (`W`): 1.00 EUR is waived of a claim of 0.00 EUR, expected no more than the claim",
        ),
    ] {
        refused(&standard, &more, &[message])?;
    }
    let held = AccountPolicy::standard().with_credit_use(CreditUse::Held);
    let set_off = json!({"set-offs": [{"id": "S", "date": "2024-03-01"}]});
    let message =
        "set-offs.0 (`S`): the policy holds credit until it is refunded, expected no set-off";
    refused(&standard.with_account(held), &set_off, &[message])
}

#[test]
fn every_event_at_fault_is_told_at_once() -> Result<(), Failure> {
    let more = json!({
        "payments": [
            {"id": "P", "date": "2024-01-20", "amount": {"amount": "1", "currency": "USD"}},
            {"id": "Q", "date": "2024-01-20", "amount": euros("1.001")},
            {"id": "R", "date": "2024-01-21", "amount": euros("1.00"), "designated": ["Z"]},
            {"id": "S", "date": "2024-01-22", "amount": euros("2.00")},
        ],
        "promises": [{"id": "V", "date": "2024-03-02", "by": "2024-03-01", "amount": euros("1.00")}],
    });
    let messages = [
        "payments.0 (`P`): the amount is in USD, expected the EUR of the account",
        "payments.1 (`Q`): 1.001 EUR has parts of the smallest unit of its currency, expected whole units",
        "payments.2 (`R`): the document `Z` is not in the account",
        "promises.0 (`V`): it ends on 2024-03-01, expected 2024-03-02 or later",
    ];
    refused(&ReceivablePolicy::standard(), &more, &messages)
}

#[test]
fn an_account_of_too_many_rows_is_told_in_totals() -> Result<(), Failure> {
    let few = AccountPolicy::standard().with_most_rows(1)?;
    let policy = ReceivablePolicy::standard().with_account(few.clone());
    let two = json!({"invoices": [
        invoice(&json!({"id": "A"})), invoice(&json!({"id": "B"})),
    ]});
    let (account, calendar) = (account(&two)?, Calendar::every_day());
    let as_of = day("2024-06-30")?;
    says(
        replay(&policy, &account, &calendar, as_of),
        "more than 1 rows of allocation, expected at most 1 or the detail `totals-only`",
    );
    let totals = ReceivablePolicy::standard().with_account(few.with_detail(Detail::TotalsOnly));
    let whole = replay(&ReceivablePolicy::standard(), &account, &calendar, as_of)?;
    let told = replay(&totals, &account, &calendar, as_of)?;
    for (one, other) in told.documents.iter().zip(&whole.documents) {
        assert_eq!((one.open, one.cleared), (other.open, other.cleared));
        assert!(one.changes.is_empty() && !other.changes.is_empty());
    }
    Ok(())
}

#[test]
fn policies_periods_and_pauses_that_cannot_be_are_refused() -> Result<(), Failure> {
    let tolerance = Tolerance {
        amounts: Amounts::new(["-0.01 EUR".parse()?])?,
        share: Share::ALL,
    };
    let standard = AccountPolicy::standard();
    says(
        standard.clone().with_tolerance(tolerance),
        "a tolerance of -0.01 EUR, expected zero or more",
    );
    says(
        standard.with_most_rows(0),
        "an account of at most 0 rows, expected 1 or more",
    );
    let (policy, calendar) = (ReceivablePolicy::standard(), Calendar::every_day());
    let (from, as_of) = (day("2024-02-02")?, day("2024-02-01")?);
    says(
        period_statement(&policy, &account(&json!({}))?, &calendar, from, as_of),
        "a period from 2024-02-02 to 2024-02-01, expected an end on the first day or later",
    );
    let debt = LateDebt::new("100.00 EUR".parse()?, as_of, as_of)?;
    let nothing: Money = "0 EUR".parse()?;
    says(
        debt.with_pause(Pause::new(from, None).with_amount(nothing)),
        "0 EUR bears no interest from 2024-02-02, expected more than nothing",
    );
    Ok(())
}

#[test]
fn sums_of_too_many_digits_are_refused() -> Result<(), Failure> {
    let most = "79228162514264337593543950335";
    let yen = |amount: &str| json!({"amount": amount, "currency": "JPY"});
    let account: CustomerAccount = serde_json::from_value(json!({
        "customer": "Ningbo Pumps", "currency": "JPY",
        "payments": [
            {"id": "P", "date": "2024-01-20", "amount": yen(most)},
            {"id": "Q", "date": "2024-01-21", "amount": yen(most)},
        ],
    }))?;
    says(
        replay(
            &ReceivablePolicy::standard(),
            &account,
            &Calendar::every_day(),
            day("2024-06-30")?,
        ),
        "the amounts of the account have too many digits together, expected at most 28",
    );
    Ok(())
}
