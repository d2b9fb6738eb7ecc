use alloc::string::ToString;

use chrono::{NaiveDate, Weekday};

use crate::calendar::business_days::Calendar;

const WEEK: [Weekday; 7] = [
    Weekday::Mon,
    Weekday::Tue,
    Weekday::Wed,
    Weekday::Thu,
    Weekday::Fri,
    Weekday::Sat,
    Weekday::Sun,
];

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap_or(NaiveDate::MIN)
}

#[track_caller]
fn assert_refused(weekend: &[Weekday], holidays: &[&str], worked: &[&str], message: &str) {
    let calendar = Calendar::new(
        weekend.iter().copied(),
        holidays.iter().map(|text| date(text)),
        worked.iter().map(|text| date(text)),
    );
    let error = calendar.map_err(|error| error.to_string());
    assert_eq!(error.err().as_deref(), Some(message));
}

#[test]
fn data_that_contradicts_itself_is_refused() {
    let weekend = [Weekday::Sat, Weekday::Sun];
    assert_refused(
        &WEEK,
        &[],
        &[],
        "a weekend of all seven days, expected six at most",
    );
    assert_refused(
        &weekend,
        &["2024-10-05"],
        &["2024-10-05"],
        "2024-10-05 is listed as a holiday and as a working day, expected one of the two",
    );
    assert_refused(
        &weekend,
        &[],
        &["2024-10-08"],
        "2024-10-08 is listed as a working day, expected a day of the weekend",
    );
}

#[test]
fn six_days_of_weekend_leave_one() {
    let sundays = Calendar::new(WEEK.into_iter().take(6), [], []);
    let sundays = sundays.unwrap_or(Calendar::every_day());
    assert!(!sundays.is_business_day(date("2024-10-05")));
    assert!(sundays.is_business_day(date("2024-10-06")));
}

#[test]
fn order_and_repetition_do_not_matter() {
    let listed = ["2024-10-02", "2024-10-01", "2024-10-02", "2024-10-06"];
    let one = Calendar::new([Weekday::Sun, Weekday::Sat], listed.map(date), []);
    let days = ["2024-10-01", "2024-10-02", "2024-10-06"];
    let week = [Weekday::Sat, Weekday::Sun, Weekday::Sat];
    assert_eq!(one, Calendar::new(week, days.map(date), []));
}

#[test]
fn no_json_builds_a_calendar_that_code_cannot() {
    let json = r#"{"weekend":["sun"],"holidays":["2024-10-01"],"working-days":["2024-10-06"],"known-through":"2024-12-31"}"#;
    let calendar = Calendar::new([Weekday::Sun], [date("2024-10-01")], [date("2024-10-06")]);
    let calendar = calendar.map(|made| made.with_known_through(date("2024-12-31")));
    assert_eq!(serde_json::from_str(json).ok(), calendar.ok());
    let read = serde_json::from_str::<Calendar>(json).ok();
    let written = read.and_then(|read| serde_json::to_string(&read).ok());
    assert_eq!(written.as_deref(), Some(json));
    let table = [
        (
            r#"{"weekend":["mon","tue","wed","thu","fri","sat","sun"],"holidays":[],"working-days":[]}"#,
            "a weekend of all seven days",
        ),
        (
            r#"{"weekend":["Sat"],"holidays":[],"working-days":[]}"#,
            "`Sat` is no ",
        ),
        (
            r#"{"weekend":[],"holidays":[],"working-days":[],"known-from":"2025-01-01","known-through":"2024-12-31"}"#,
            "known from 2025-01-01 through 2024-12-31, expected the last day on the first or later",
        ),
        (
            r#"{"weekend":[],"holidays":[],"working-days":["2024-10-06"]}"#,
            "2024-10-06 is listed as a working day",
        ),
        (
            r#"{"weekend":[],"holidays":[]}"#,
            "missing field `working-days`",
        ),
        (
            r#"{"weekend":[],"holidays":[],"working-days":[],"name":""}"#,
            "unknown field `name`",
        ),
    ];
    for (json, reason) in table {
        let error = serde_json::from_str::<Calendar>(json).map_err(|error| error.to_string());
        let is_refused = error
            .as_ref()
            .is_err_and(|message| message.starts_with(reason));
        assert!(is_refused, "{error:?}, expected {reason}");
    }
}

#[test]
fn a_joined_calendar_works_where_both_do() {
    let gulf = Calendar::new([Weekday::Fri, Weekday::Sat], [], [date("2024-10-05")]);
    let west = Calendar::saturday_sunday().with_known_through(date("2024-12-31"));
    let joined = gulf.and_then(|gulf| gulf.joined(&west));
    let joined = joined.unwrap_or(Calendar::every_day());
    let table = [
        ("2024-10-03", true),
        ("2024-10-04", false), // Friday, free in one
        ("2024-10-05", false), // Saturday, worked in one and free in the other
        ("2024-10-06", false), // Sunday, free in the other
    ];
    for (text, expected) in table {
        assert_eq!(joined.is_business_day(date(text)), expected, "{text}");
    }
    assert_eq!(joined.known_through(), Some(date("2024-12-31")));
}
