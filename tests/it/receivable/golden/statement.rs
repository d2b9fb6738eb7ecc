//! The JSON of a whole statement.

use keqing::calendar::Calendar;
use keqing::receivable::ReceivablePolicy;
use keqing::receivable::account::CustomerAccount;
use keqing::receivable::clause::Clause;
use keqing::receivable::late_payment::LatePayment;
use keqing::receivable::rate::LateRate;
use keqing::receivable::statement::{Statement, statement};

use crate::support::errors::{Failure, day};
use crate::support::golden::golden;

#[test]
fn a_statement_is_told_in_full() -> Result<(), Failure> {
    let rate = LateRate::agreed("10 % per year".parse()?);
    let late = LatePayment::at(rate);
    golden(
        &late,
        r#"{"rate": {"agreed": "10 % per year"}, "compensation": "none", "dispute": "runs", "charges": "none"}"#,
    );
    let policy = ReceivablePolicy::standard().with_late_payment(Clause::Agreed(late));
    let account: CustomerAccount = serde_json::from_str(ACCOUNT)?;
    let told: Statement = statement(
        &policy,
        &account,
        &Calendar::every_day(),
        day("2023-04-20")?,
    )?;
    golden(&told, include_str!("../../../golden/statement.json"));
    Ok(())
}

/// Seventy-three hundred euros, half of them paid ten days late with the interest until then.
const ACCOUNT: &str = include_str!("../../../golden/account.json");
