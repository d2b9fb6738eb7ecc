//! Questions about dates, as other systems ask them.

use keqing::oracle::{Question, answer};
use keqing::policy::Policy;
use serde_json::{Value, json};

use crate::support::errors::Failure;

fn ask(name: &str, given: Value) -> Result<Value, Failure> {
    let question = Question::read(name, given)?;
    Ok(serde_json::to_value(answer(
        &Policy::standard(),
        &question,
    )?)?)
}

#[track_caller]
fn refused(told: Result<Value, Failure>, message: &str) {
    assert_eq!(told.map_err(|error| error.to_string()), Err(message.into()));
}

#[test]
fn numbers_without_measure_are_refused_at_once() -> Result<(), Failure> {
    let calendar = json!({"weekend": ["sat", "sun"], "holidays": [], "working-days": []});
    let shift = json!({"calendar": calendar, "date": "2024-01-01", "days": 2_000_000_000});
    refused(
        ask("calendar.shift", shift),
        "a date counted from 2024-01-01 is out of range, expected one between -262143-01-01 and +262142-12-31",
    );
    // 60 million business days are 230 000 years, and a day all the same.
    let far = json!({"calendar": calendar, "date": "2024-01-01", "days": 60_000_000});
    assert_eq!(ask("calendar.shift", far)?, json!("+232008-03-10"));
    let years = json!({
        "start": "1000-01-01", "end": "9000-01-01", "frequency": {"days": 1}, "adjustment": "unadjusted",
    });
    refused(
        ask(
            "calendar.periods",
            json!({"schedule": years, "calendar": calendar}),
        ),
        "more than 100000 periods, expected a longer frequency or a shorter span",
    );
    Ok(())
}
