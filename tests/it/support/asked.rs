//! Questions that no story asks, each with what its answer says.

use keqing::receivable::regime::{Jurisdiction, regimes};
use serde_json::{Value, json};

use crate::support::errors::Failure;

/// A question, its arguments, and what the answer says at a JSON pointer.
pub(crate) type Asked = (&'static str, Value, &'static str, Value);

/// Saturday and Sunday, and one holiday: Monday 1 September 2014.
fn calendar() -> Value {
    json!({"weekend": ["sat", "sun"], "holidays": ["2014-09-01"], "working-days": []})
}

fn on(date: &str) -> Value {
    json!({"calendar": calendar(), "date": date})
}

/// Every question about dates.
pub(crate) fn of_dates() -> Vec<Asked> {
    let all = of_days().into_iter().chain(of_spans());
    all.chain(of_schedules())
        .chain(of_hours())
        .chain(of_clocks())
        .collect()
}

fn of_days() -> Vec<Asked> {
    let with = |date: &str, name: &str, value: Value| json!({"calendar": calendar(), "date": date, name: value});
    let month_end = json!({
        "calendar": calendar(), "date": "2014-06-30", "tenor": {"months": 2},
        "convention": "unadjusted", "end-of-month": "last-business-day",
    });
    let adjusted = with("2014-08-30", "convention", json!("modified-following"));
    let table = [
        ("calendar.is_business_day", on("2014-09-01"), json!(false)),
        ("calendar.adjust", adjusted, json!("2014-08-29")),
        ("calendar.next", on("2014-08-29"), json!("2014-09-02")),
        (
            "calendar.next_or_same",
            on("2014-08-29"),
            json!("2014-08-29"),
        ),
        (
            "calendar.next_or_last_in_month",
            on("2014-08-30"),
            json!("2014-08-29"),
        ),
        ("calendar.previous", on("2014-09-02"), json!("2014-08-29")),
        (
            "calendar.previous_or_same",
            on("2014-08-31"),
            json!("2014-08-29"),
        ),
        (
            "calendar.last_business_day_of_month",
            on("2014-08-01"),
            json!("2014-08-29"),
        ),
        (
            "calendar.shift",
            with("2014-08-30", "days", json!(-2)),
            json!("2014-08-28"),
        ),
        (
            "calendar.shift",
            with("2014-08-30", "days", json!(0)),
            json!("2014-08-30"),
        ),
        (
            "calendar.shift_or_follow",
            with("2014-08-30", "days", json!(0)),
            json!("2014-09-02"),
        ),
        ("calendar.advance", month_end, json!("2014-08-29")),
    ];
    table
        .map(|(name, given, told)| (name, given, "", told))
        .into()
}

fn of_spans() -> Vec<Asked> {
    let between = json!({
        "calendar": calendar(), "from": "2014-08-29", "to": "2014-09-02", "ends": "both",
    });
    let gulf = json!({"weekend": ["fri", "sat"], "holidays": [], "working-days": []});
    let span =
        |day_count: &str| json!({"day-count": day_count, "from": "2007-02-28", "to": "2007-08-31"});
    let named = json!({"system": "isda2006", "name": "Bond Basis"});
    vec![
        ("calendar.business_days_between", between, "", json!(2)),
        (
            "calendar.joined",
            json!({"calendar": calendar(), "other": gulf}),
            "/weekend",
            json!(["fri", "sat", "sun"]),
        ),
        (
            "calendar.year_fraction",
            span("30E/360"),
            "",
            json!("182/360"),
        ),
        ("calendar.days", span("30/360 ISDA"), "", json!(183)),
        (
            "calendar.day_count_named_by",
            named,
            "",
            json!("30/360 ISDA"),
        ),
    ]
}

fn of_schedules() -> Vec<Asked> {
    let schedule = json!({
        "start": "2024-01-10", "end": "2024-03-15", "frequency": {"months": 1}, "stub": "short-final",
        "adjustment": "following",
    });
    let given = json!({"schedule": schedule, "calendar": calendar()});
    let plan = json!({
        "schedule": schedule, "calendar": calendar(), "paid-in": "arrears", "weight": "equal",
    });
    let roll = |roll: &str, date: &str, months: u32| json!({"calendar": calendar(), "roll": roll, "date": date, "frequency": {"months": months}});
    let rolled = json!({"calendar": calendar(), "roll": "end-of-month", "date": "2014-02-10"});
    vec![
        // 10 February 2024 is a Saturday, and 10 March a Sunday.
        (
            "calendar.periods",
            given.clone(),
            "/1/end",
            json!("2024-03-11"),
        ),
        (
            "calendar.reference_period",
            json!({"schedule": schedule, "calendar": calendar(), "from": "2024-01-10", "to": "2024-02-10"}),
            "/nominal-dates",
            json!(["2024-01-10", "2024-02-10"]),
        ),
        (
            "calendar.published",
            json!({"list": "target"}),
            "/known-through",
            json!("2050-12-31"),
        ),
        (
            "calendar.published_years",
            json!({"list": "china-state-council"}),
            "/0/value/year",
            json!(2024),
        ),
        ("calendar.roll_in_force", given, "/day-of-month", json!(10)),
        ("calendar.roll", rolled, "", json!("2014-02-28")),
        (
            "calendar.next_roll",
            roll("end-of-month", "2014-02-28", 1),
            "",
            json!("2014-03-31"),
        ),
        (
            "calendar.previous_roll",
            roll("imm", "2014-03-19", 3),
            "",
            json!("2013-12-18"),
        ),
        (
            "receivable.periodic_plan",
            plan,
            "/lines/1/term/steps",
            json!([{"on": "2024-03-11"}]),
        ),
    ]
}

/// Monday to Friday from 10 to 18 o'clock.
fn hours() -> Value {
    let office =
        |day: &str| json!({"day": day, "intervals": [{"from": "10:00", "until": "18:00"}]});
    let calendar = json!({"weekend": [], "holidays": ["2025-08-08"], "working-days": []});
    let week = ["mon", "tue", "wed", "thu", "fri"].map(office);
    json!({
        "week": week, "special-days": [],
        "calendar": calendar, "working-day": null,
    })
}

fn of_hours() -> Vec<Asked> {
    let (thursday, monday) = ("2025-08-07T17:50:00", "2025-08-11T12:30:00");
    let asked = |name: &str, value: Value, of: &str, moment: &str| json!({"hours": hours(), name: value, of: moment});
    let open = |moment: &str| json!({"hours": hours(), "moment": moment});
    vec![
        (
            "calendar.open_time",
            asked("until", json!(monday), "from", thursday),
            "",
            json!(9_600),
        ),
        (
            "calendar.is_open",
            open("2025-08-08T12:00:00"),
            "",
            json!(false),
        ),
        (
            "calendar.next_open",
            open("2025-08-08T12:00:00"),
            "",
            json!("2025-08-11T10:00:00"),
        ),
        (
            "calendar.open_due",
            asked("target", json!(9_600), "from", thursday),
            "",
            json!(monday),
        ),
        (
            "calendar.open_before",
            asked("lead", json!(9_600), "moment", monday),
            "",
            json!(thursday),
        ),
    ]
}

fn of_clocks() -> Vec<Asked> {
    let pause = json!({"from": "2025-08-07T17:50:00", "until": "2025-08-11T12:30:00"});
    let clock = json!({
        "opened": "2025-08-07T17:30:00", "pauses": [pause], "resolutions": [], "closed": null,
    });
    let asked = |name: &str, value: Value| {
        let rules = json!({"counted": "open-time", "reopening": "continue"});
        json!({"clock": clock, "hours": hours(), "rules": rules, name: value})
    };
    let mut warned = asked("target", json!(14_400));
    if let Some(fields) = warned.as_object_mut() {
        fields.insert("lead".into(), json!(3_600));
    }
    vec![
        (
            "calendar.clock_elapsed",
            asked("as-of", json!("2025-08-11T13:00:00")),
            "",
            json!(3_000),
        ),
        (
            "calendar.clock_due",
            asked("target", json!(14_400)),
            "",
            json!("2025-08-11T16:10:00"),
        ),
        (
            "calendar.clock_warn",
            warned,
            "",
            json!("2025-08-11T15:10:00"),
        ),
    ]
}

/// The question about charges for paying late.
pub(crate) fn of_charges() -> Vec<Asked> {
    let euros = |amount: &str| json!({"amount": amount, "currency": "EUR"});
    let debt = json!({
        "principal": euros("10000.00"), "issued": "2024-01-01", "due": "2024-01-31",
    });
    let charges = json!({
        "charges": [{"month-begun": {"share": "1 %"}}, {"daily": {"amount": euros("2"), "most": euros("50")}}],
        "grace": 0, "cap": {"most": {"amount": euros("240")}, "counts": "charges"},
        "rounding": "half-even", "reminder": "none", "returned-payment": "none",
    });
    let given = json!({"charges": charges, "debt": debt, "as-of": "2024-03-15"});
    vec![(
        "receivable.late_charges",
        given,
        "/total/amount",
        json!("240.00"),
    )]
}

/// Questions about the debts that statutes govern.
pub(crate) fn of_statutes() -> Result<Vec<Asked>, Failure> {
    let debt = json!({"jurisdiction": "JP", "debtor": "business", "creditor": "subcontractor"});
    let ordered = json!({
        "jurisdiction": "JP", "debtor": "business", "creditor": "subcontractor",
        "order": "2025-12-31",
    });
    let days = json!({"base": ["acceptance"], "steps": [{"days": 60}], "adjustment": "unadjusted"});
    let dates = json!({"invoice": "2025-03-01", "acceptance": "2025-03-03"});
    let every_day = json!({"weekend": [], "holidays": [], "working-days": []});
    let weekend = json!({"weekend": ["sat", "sun"], "holidays": [], "working-days": []});
    let due = json!({
        "law": {"governing": {"jurisdiction": "IN", "debtor": "business", "creditor": "small-enterprise", "contract": "2025-02-01", "overdue": "2025-04-18"}}, "calendar": every_day,
        "facts": {"debtor": "business", "agreed": days, "dates": dates},
    });
    let due_on = json!({"due": "2024-04-15", "calendar": weekend});
    let governing = "/governing/decision";
    let second = "/considered/1/ground";
    Ok(vec![
        (
            "receivable.regimes",
            json!({"debt": debt}),
            governing,
            json!("undecided"),
        ),
        (
            "receivable.governing",
            json!({"debt": ordered}),
            second,
            json!("not-yet-in-force"),
        ),
        (
            "receivable.statutory_due",
            due,
            "/value/due",
            json!("2025-04-17"),
        ),
        ("receivable.conversion_day", due_on, "", json!("2024-03-29")),
    ])
}

/// Questions about the rates and sums of statutes.
pub(crate) fn of_rates() -> Result<Vec<Asked>, Failure> {
    let series = json!({"reference": "RBI bank rate", "at-least": "secondary"});
    let bank_rate = json!({
        "steps": [{"from": "2022-06-08", "rate": "5.15 % per year"}], "known-until": "none",
    });
    let under = json!({"under": {"law": {"regime": act_of_india()?}, "reference": bank_rate}});
    let rate = json!({
        "rate": {"agreed": "9 % per year"}, "day": "2024-07-01",
        "dates": {"default": "2024-06-01", "payment": "2024-09-01"},
    });
    let rests = "/interest/set/compounding/rests";
    let agreed = "/late-payment/set/rate/agreed";
    let (six, nine) = (json!("6 % per year"), json!("9 % per year"));
    let preset = "receivable.preset_policy";
    Ok(vec![
        (
            "receivable.published_series",
            series,
            "/steps/0/rate",
            json!("5.15 % per year"),
        ),
        ("receivable.rate_on", rate, "", nine),
        (preset, json!({"preset": "complete"}), agreed, six),
        (preset, json!({"preset": under}), rests, json!("month")),
    ])
}

/// The act of India, as JSON.
fn act_of_india() -> Result<Value, Failure> {
    let known = regimes()
        .iter()
        .find(|act| act.jurisdiction() == Jurisdiction::INDIA);
    Ok(serde_json::to_value(known.ok_or("no act of India")?)?)
}
