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
fn every_verb_of_the_calendar_is_a_question() -> Result<(), Failure> {
    // 15 August 2014 is a Friday, and 1 September a holiday here.
    let calendar =
        json!({"weekend": ["sat", "sun"], "holidays": ["2014-09-01"], "working-days": []});
    let with = |mut given: Value| {
        if let Some(fields) = given.as_object_mut() {
            fields.insert("calendar".into(), calendar.clone());
        }
        given
    };
    let on = |date: &str| with(json!({"date": date}));
    let gulf = json!({"weekend": ["fri", "sat"], "holidays": [], "working-days": []});
    let monthly = json!({"months": 1});
    let table = [
        ("is_business_day", on("2014-09-01"), json!(false)),
        (
            "adjust",
            with(json!({"date": "2014-08-30", "convention": "modified-following"})),
            json!("2014-08-29"),
        ),
        ("next", on("2014-08-29"), json!("2014-09-02")),
        ("next_or_same", on("2014-08-29"), json!("2014-08-29")),
        (
            "next_or_last_in_month",
            on("2014-08-30"),
            json!("2014-08-29"),
        ),
        ("previous", on("2014-09-02"), json!("2014-08-29")),
        ("previous_or_same", on("2014-08-31"), json!("2014-08-29")),
        (
            "last_business_day_of_month",
            on("2014-08-01"),
            json!("2014-08-29"),
        ),
        (
            "shift",
            with(json!({"date": "2014-08-30", "days": -2})),
            json!("2014-08-28"),
        ),
        (
            "shift",
            with(json!({"date": "2014-08-30", "days": 0})),
            json!("2014-08-30"),
        ),
        (
            "shift_or_follow",
            with(json!({"date": "2014-08-30", "days": 0})),
            json!("2014-09-02"),
        ),
        (
            "advance",
            with(json!({
                "date": "2014-06-30", "tenor": {"months": 2},
                "convention": "unadjusted", "end-of-month": "last-business-day",
            })),
            json!("2014-08-29"),
        ),
        (
            "business_days_between",
            with(json!({"from": "2014-08-29", "to": "2014-09-02", "ends": "both"})),
            json!(2),
        ),
        (
            "joined",
            with(json!({"other": gulf})),
            json!({"weekend": ["fri", "sat", "sun"], "holidays": ["2014-09-01"], "working-days": []}),
        ),
        (
            "year_fraction",
            json!({"day-count": "30E/360", "from": "2007-02-28", "to": "2007-08-31"}),
            json!("182/360"),
        ),
        (
            "days",
            json!({"day-count": "30/360 ISDA", "from": "2007-02-28", "to": "2007-08-31"}),
            json!(183),
        ),
        (
            "day_count_named_by",
            json!({"system": "isda2006", "name": "Bond Basis"}),
            json!("30/360 ISDA"),
        ),
        (
            "roll",
            with(json!({"roll": "end-of-month", "date": "2014-02-10"})),
            json!("2014-02-28"),
        ),
        (
            "next_roll",
            with(json!({"roll": "end-of-month", "date": "2014-02-28", "frequency": monthly})),
            json!("2014-03-31"),
        ),
        (
            "previous_roll",
            with(json!({"roll": "imm", "date": "2014-03-19", "frequency": {"months": 3}})),
            json!("2013-12-18"),
        ),
    ];
    for (verb, given, expected) in table {
        let told = ask(&format!("calendar.{verb}"), given)?;
        assert_eq!(told, expected, "{verb}");
    }
    Ok(())
}

#[test]
fn a_schedule_is_asked_for_its_periods_and_its_plan() -> Result<(), Failure> {
    let calendar = json!({"weekend": ["sat", "sun"], "holidays": [], "working-days": []});
    let schedule = json!({
        "start": "2024-01-10", "end": "2024-03-15", "frequency": {"months": 1}, "stub": "short-final",
        "adjustment": "following",
    });
    let given = json!({"schedule": schedule, "calendar": calendar});
    let periods = ask("calendar.periods", given.clone())?;
    let ends = |periods: &Value| -> Vec<String> {
        let list = periods.as_array().into_iter().flatten();
        list.filter_map(|one| Some(one.get("end")?.as_str()?.into()))
            .collect()
    };
    // 10 February is a Saturday and 10 March a Sunday.
    assert_eq!(ends(&periods), ["2024-02-12", "2024-03-11", "2024-03-15"]);
    assert_eq!(
        ask("calendar.roll_in_force", given)?,
        json!({"day-of-month": 10})
    );
    let given = json!({"schedule": schedule, "calendar": calendar, "paid-in": "arrears", "weight": "equal"});
    let plan = ask("receivable.periodic_plan", given)?;
    let steps = plan.pointer("/lines/1/term/steps");
    assert_eq!(steps, Some(&json!([{"on": "2024-03-11"}])));
    Ok(())
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
