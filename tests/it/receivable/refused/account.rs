//! Debts and accounts that are read one by one, and contradict each other when they are asked about.

use keqing::calendar::Calendar;
use keqing::calendar::day_count::DayCount;
use keqing::receivable::ReceivablePolicy;
use keqing::receivable::account::CustomerAccount;
use keqing::receivable::interest::{
    BalanceChange, Grace, GraceEnd, InterestPolicy, LateDebt, interest,
};
use keqing::receivable::rate::LateRate;
use keqing::receivable::statement::statement;
use keqing::vocab::time::Days;
use serde_json::{Value, json};

use crate::support::errors::{Failure, day, says};

#[test]
fn debts_that_cannot_be_asked_about() -> Result<(), Failure> {
    let rate = LateRate::agreed("10 % per year".parse()?);
    let policy = InterestPolicy::standard();
    let debt = |issued: &str, due: &str| -> Result<LateDebt, Failure> {
        Ok(LateDebt::new(
            "100.00 EUR".parse()?,
            day(issued)?,
            day(due)?,
        )?)
    };
    let plain = debt("2024-01-02", "2024-01-31")?;
    assert!(interest(&policy, &rate, &plain, day("2024-01-02")?).is_ok());
    says(
        interest(&policy, &rate, &plain, day("2024-01-01")?),
        "asked as of 2024-01-01, before the debt was invoiced on 2024-01-02",
    );
    let paid = |amount: &str| -> Result<LateDebt, Failure> {
        let change = BalanceChange::payment(day("2024-02-10")?, amount.parse()?);
        Ok(plain.clone().with_change(change)?)
    };
    assert!(interest(&policy, &rate, &paid("100.00 EUR")?, day("2024-03-01")?).is_ok());
    says(
        interest(&policy, &rate, &paid("100.01 EUR")?, day("2024-03-01")?),
        "100.01 EUR taken off on 2024-02-10, expected at most the balance of 100.00 EUR",
    );
    let last = "+262142-12-31";
    let grace = policy.with_grace(Grace::new(Days::new(1), GraceEnd::FromDueDate));
    says(
        interest(&grace, &rate, &debt("2024-01-02", last)?, day(last)?),
        "a date after +262142-12-31 that is out of range, expected one up to +262142-12-31",
    );
    // Each of a hundred thousand years ends a segment.
    let yearly = policy.with_day_count(DayCount::ActualActualIsda);
    says(
        interest(
            &yearly,
            &rate,
            &debt("0001-01-01", "0001-01-01")?,
            day("+100002-01-01")?,
        ),
        "more than 100000 segments of interest, expected at most 100000",
    );
    Ok(())
}

#[test]
fn accounts_whose_documents_do_not_go_together() -> Result<(), Failure> {
    let note = |invoice: &str, date: &str, amount: &str, currency: &str| {
        json!({
            "id": "CN-1", "document": invoice, "date": date,
            "amount": {"amount": amount, "currency": currency}
        })
    };
    let told = |note: Value| -> Result<_, Failure> {
        let mut account: CustomerAccount = serde_json::from_str(ACCOUNT)?;
        account.credit_notes.push(serde_json::from_value(note)?);
        let (policy, calendar) = (ReceivablePolicy::standard(), Calendar::every_day());
        Ok(statement(&policy, &account, &calendar, day("2023-04-20")?))
    };
    let noted = |date, amount, currency| told(note("INV-1", date, amount, currency));
    assert!(noted("2023-03-01", "7300.00", "EUR")?.is_ok());
    says(
        noted("2023-02-28", "1.00", "EUR")?,
        "credit-notes.0 (`CN-1`): it is of 2023-02-28, before its document of 2023-03-01, expected that day or later",
    );
    says(
        noted("2023-03-01", "7300.01", "EUR")?,
        "credit-notes.0 (`CN-1`): 7300.01 EUR is credited, expected at most the 7300.00 EUR that earlier credit notes left of the invoice",
    );
    says(
        noted("2023-03-01", "1.00", "USD")?,
        "credit-notes.0 (`CN-1`): the amount is in USD, expected the EUR of the account",
    );
    says(
        told(note("INV-2", "2023-03-01", "1.00", "EUR"))?,
        "credit-notes.0 (`CN-1`): the document `INV-2` is not in the account",
    );
    Ok(())
}

/// One invoice and one payment.
const ACCOUNT: &str = include_str!("../../../golden/account.json");
