use alloc::string::{String, ToString};
use alloc::vec::Vec;

use chrono::{NaiveDate, NaiveDateTime, Weekday};

use crate::calendar::business_days::Calendar;
use crate::calendar::hours::interval::OpenInterval;
use crate::calendar::hours::opening::{OpeningHours, SpecialDay, WeekdayHours};
use crate::calendar::hours::time_of_day::TimeOfDay;
use crate::vocab::time::Seconds;

const WORK: [Weekday; 5] = [
    Weekday::Mon,
    Weekday::Tue,
    Weekday::Wed,
    Weekday::Thu,
    Weekday::Fri,
];

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap_or(NaiveDate::MIN)
}

fn moment(text: &str) -> NaiveDateTime {
    text.parse().unwrap_or(NaiveDateTime::MIN)
}

fn interval(text: &str) -> OpenInterval {
    let time = |text: &str| text.parse().unwrap_or(TimeOfDay::END_OF_DAY);
    let made = text
        .split_once('-')
        .map(|(from, until)| OpenInterval::new(time(from), time(until)));
    made.and_then(Result::ok).unwrap_or(OpenInterval::WHOLE_DAY)
}

fn intervals(texts: &[&str]) -> Vec<OpenInterval> {
    texts.iter().map(|text| interval(text)).collect()
}

#[track_caller]
fn open(days: &[Weekday], texts: &[&str]) -> OpeningHours {
    match OpeningHours::of_weekdays(days.iter().copied(), intervals(texts)) {
        Ok(hours) => hours,
        Err(error) => panic!("{error}"),
    }
}

/// Makes an office from 9 to 18 with the National Day of 2024, and its two working days.
#[track_caller]
fn china() -> OpeningHours {
    let holidays = (1..=7).filter_map(|day| NaiveDate::from_ymd_opt(2024, 10, day));
    let worked = [date("2024-09-29"), date("2024-10-12")];
    let calendar = Calendar::new([Weekday::Sat, Weekday::Sun], holidays, worked)
        .map(|calendar| calendar.with_known_through(date("2024-12-31")));
    let office = open(&WORK, &["09:00-18:00"]);
    match calendar.map(|calendar| office.with_calendar(calendar, Some(Weekday::Mon))) {
        Ok(Ok(hours)) => hours,
        other => panic!("{other:?}"),
    }
}

#[track_caller]
fn refused<T: core::fmt::Debug>(given: Result<T, impl ToString>, message: &str) {
    let told = given.map_err(|error| error.to_string());
    assert_eq!(told.err().as_deref(), Some(message));
}

#[test]
fn open_time_is_that_of_the_intervals() {
    let split = open(&WORK, &["08:00-12:00", "13:30-18:00"]);
    // 2026-04-06 is a Monday.
    let table = [
        ("2026-04-06T07:00:00", "2026-04-06T08:00:00", 0),
        ("2026-04-06T07:00:00", "2026-04-06T08:00:01", 1),
        ("2026-04-06T11:59:59", "2026-04-06T13:30:00", 1),
        ("2026-04-06T11:59:59", "2026-04-06T13:30:01", 2),
        ("2026-04-06T17:59:00", "2026-04-07T08:01:00", 120),
        ("2026-04-10T17:59:00", "2026-04-13T08:01:00", 120), // over a weekend
        ("2026-04-06T00:00:00", "2026-04-13T00:00:00", 5 * 30_600),
        (
            "2026-04-06T09:00:00",
            "2036-04-07T09:00:00",
            522 * 5 * 30_600,
        ), // 522 weeks
        ("2026-04-06T09:00:00", "2026-04-06T09:00:00", 0),
        ("2026-04-06T09:00:00.9", "2026-04-06T09:00:01.1", 1),
    ];
    for (from, until, seconds) in table {
        let found = split.open_time(moment(from), moment(until));
        assert_eq!(found, Ok(Seconds::new(seconds)), "{from} {until}");
    }
    refused(
        split.open_time(moment("2026-04-06T09:00:01"), moment("2026-04-06T09:00:00")),
        "from 2026-04-06 09:00:01 until 2026-04-06 09:00:00 runs backwards, expected the earlier moment first",
    );
}

#[test]
fn an_instant_of_opening_is_open_and_one_of_closing_is_not() {
    let night = open(&[Weekday::Sun, Weekday::Mon], &["22:00-06:00"]);
    // 2026-04-05 is a Sunday, and its night ends on Monday: so does the night of Monday on Tuesday.
    for (text, is_open, next) in [
        ("2026-04-05T21:59:59", false, "2026-04-05T22:00:00"),
        ("2026-04-05T22:00:00", true, "2026-04-05T22:00:00"),
        ("2026-04-06T00:00:00", true, "2026-04-06T00:00:00"),
        ("2026-04-06T05:59:59.9", true, "2026-04-06T05:59:59"),
        ("2026-04-06T06:00:00", false, "2026-04-06T22:00:00"),
        ("2026-04-07T03:00:00", true, "2026-04-07T03:00:00"),
        ("2026-04-07T06:00:00", false, "2026-04-12T22:00:00"),
    ] {
        assert_eq!(night.is_open(moment(text)), Ok(is_open), "{text}");
        assert_eq!(night.next_open(moment(text)), Ok(moment(next)), "{text}");
    }
}

#[test]
fn a_target_that_ends_at_closing_is_due_then() {
    let office = open(&WORK, &["10:00-18:00"]);
    for (from, seconds, due) in [
        ("2025-08-09T15:00:00", 86_400, "2025-08-13T18:00:00"),
        ("2025-08-09T15:00:00", 86_401, "2025-08-14T10:00:01"),
        ("2025-08-09T15:00:00", 0, "2025-08-09T15:00:00"),
        ("2025-08-09T15:00:00", 1, "2025-08-11T10:00:01"),
        ("2025-08-08T17:59:59", 1, "2025-08-08T18:00:00"),
        ("2025-08-08T18:00:00", 1, "2025-08-11T10:00:01"),
        ("2025-08-08T10:00:00.5", 60, "2025-08-08T10:01:00"),
    ] {
        let found = office.due(moment(from), Seconds::new(seconds));
        assert_eq!(found, Ok(moment(due)), "{from} {seconds}");
    }
}

#[test]
fn a_lead_time_walks_the_same_hours_backwards() {
    let office = open(&WORK, &["08:00-18:00"]);
    for (until, seconds, before) in [
        ("2026-01-13T08:30:00", 3_600, "2026-01-12T17:30:00"),
        ("2026-01-13T08:30:00", 1_800, "2026-01-13T08:00:00"), // and not Monday at closing
        ("2026-01-13T08:30:00", 1_801, "2026-01-12T17:59:59"),
        ("2026-01-12T08:00:00", 1, "2026-01-09T17:59:59"),
        ("2026-01-11T12:00:00", 36_000, "2026-01-09T08:00:00"),
        ("2026-01-11T12:00:00", 0, "2026-01-11T12:00:00"),
    ] {
        let found = office.before(moment(until), Seconds::new(seconds));
        assert_eq!(found, Ok(moment(before)), "{until} {seconds}");
    }
    let none = office.before(moment("2026-01-13T08:30:00"), Seconds::new(u64::MAX));
    refused(
        none,
        "a date counted from 2026-01-13 is out of range, expected one between -262143-01-01 and +262142-12-31",
    );
}

#[test]
fn holidays_close_and_working_days_open_with_the_hours_named() {
    let office = china();
    let target = Seconds::of_hours(16);
    let due = office.due(moment("2024-09-30T16:30:00"), target);
    assert_eq!(due, Ok(moment("2024-10-09T14:30:00")));
    let due = office.due(moment("2024-10-11T17:00:00"), Seconds::of_hours(8));
    assert_eq!(due, Ok(moment("2024-10-12T16:00:00")));
    let lead = office.before(moment("2024-10-08T10:00:00"), Seconds::of_hours(2));
    assert_eq!(lead, Ok(moment("2024-09-30T17:00:00")));
    for (text, count) in [("2024-10-01", 0), ("2024-10-12", 1), ("2024-10-13", 0)] {
        let found = office.intervals_on(date(text)).map(<[_]>::len);
        assert_eq!(found, Ok(count), "{text}");
    }
}

#[test]
fn a_special_day_goes_before_the_calendar() {
    let special = [
        SpecialDay::new(date("2024-10-01"), intervals(&["10:00-12:00"])),
        SpecialDay::closed(date("2024-10-12")),
        SpecialDay::new(date("2024-10-14"), intervals(&["07:00-21:00"])),
    ];
    let office = china().with_special_days(special);
    let time = |from: &str, until: &str| {
        let office = office.as_ref().map_err(ToString::to_string)?;
        let time = office.open_time(moment(from), moment(until));
        time.map(|time| time.to_string())
            .map_err(|error| error.to_string())
    };
    let of_day = |day: &str| {
        time(
            &(String::from(day) + "T00:00:00"),
            &(String::from(day) + "T23:59:59"),
        )
    };
    assert_eq!(of_day("2024-10-01"), Ok("2 h".into()));
    assert_eq!(of_day("2024-10-12"), Ok("0 s".into()));
    assert_eq!(of_day("2024-10-14"), Ok("14 h".into()));
    // One day of two hours, five days from 9 to 18 and one from 7 to 21; 12 October is closed.
    let all = time("2024-10-01T00:00:00", "2024-10-15T00:00:00");
    assert_eq!(all, Ok("52 h".into()));
}

#[test]
fn a_night_goes_on_into_a_holiday() {
    let calendar = Calendar::new([], [date("2024-10-01")], []);
    let night = open(&WORK, &["22:00-06:00"]);
    let night = calendar.map(|calendar| night.with_calendar(calendar, None));
    let Ok(Ok(night)) = night else {
        panic!("{night:?}")
    };
    // Monday 30 September to Wednesday 2 October: the night of Tuesday does not begin.
    let time = night.open_time(moment("2024-09-30T12:00:00"), moment("2024-10-02T12:00:00"));
    assert_eq!(time, Ok(Seconds::of_hours(8)));
}

#[test]
fn a_day_that_the_calendar_does_not_know_is_an_error() {
    let office = china();
    let beyond = "asked about 2025-01-01, the holidays are known through 2024-12-31 only";
    let last = moment("2024-12-31T18:00:00");
    assert_eq!(
        office.due(moment("2024-12-31T17:00:00"), Seconds::of_hours(1)),
        Ok(last)
    );
    refused(office.due(last, Seconds::new(1)), beyond);
    refused(office.next_open(last), beyond);
    refused(office.due(last, Seconds::new(1_000_000_000_000)), beyond);
    let new_year = moment("2025-01-01T00:00:00");
    assert_eq!(office.open_time(last, new_year), Ok(Seconds::ZERO));
    refused(
        office.open_time(last, moment("2025-01-01T00:00:01")),
        beyond,
    );
    refused(office.is_open(new_year), beyond);
    assert_eq!(
        office.before(new_year, Seconds::of_hours(9)),
        Ok(moment("2024-12-31T09:00:00"))
    );
    refused(office.intervals_on(date("2025-01-01")), beyond);
}

#[test]
fn the_largest_numbers_answer_at_once() {
    let office = open(&WORK, &["10:00-18:00"]);
    let monday = moment("2025-08-11T10:00:00");
    // 10^12 seconds are 34,722,222 working days and 6,400 seconds: 6,944,444 weeks and two days.
    let due = office.due(monday, Seconds::new(1_000_000_000_000));
    assert_eq!(
        due.map(|due| due.to_string()),
        Ok("+135118-04-24 11:46:40".into())
    );
    refused(
        office.due(monday, Seconds::new(u64::MAX)),
        "a date counted from 2025-08-11 is out of range, expected one between -262143-01-01 and +262142-12-31",
    );
    let always = OpeningHours::always();
    let all = always.open_time(NaiveDateTime::MIN, NaiveDateTime::MAX);
    let apart = Seconds::between(NaiveDateTime::MIN, NaiveDateTime::MAX);
    assert_eq!(all.ok(), apart);
    assert_eq!(always.is_open(NaiveDateTime::MAX), Ok(true));
    assert_eq!(always.is_open(NaiveDateTime::MIN), Ok(true));
}

#[test]
fn hours_that_contradict_themselves_are_refused() {
    let of_day = |day, texts: &[&str]| WeekdayHours::new(day, intervals(texts));
    refused(
        OpeningHours::new([]),
        "a week without any open time, expected one interval at least",
    );
    refused(
        OpeningHours::new([of_day(Weekday::Sat, &[])]),
        "a week without any open time, expected one interval at least",
    );
    refused(
        OpeningHours::new([
            of_day(Weekday::Mon, &["09:00-18:00"]),
            of_day(Weekday::Mon, &[]),
        ]),
        "Mon is listed twice, expected each weekday once",
    );
    refused(
        OpeningHours::new([of_day(Weekday::Mon, &["12:00-18:00", "09:00-12:01"])]),
        "09:00 to 12:01 and 12:00 to 18:00 overlap from Mon on, expected intervals apart",
    );
    refused(
        OpeningHours::new([
            of_day(Weekday::Sun, &["22:00-06:00"]),
            of_day(Weekday::Mon, &["05:00-12:00"]),
        ]),
        "22:00 to 06:00 and 05:00 to 12:00 overlap from Sun on, expected intervals apart",
    );
    let touching = [
        of_day(Weekday::Sun, &["22:00-06:00"]),
        of_day(Weekday::Mon, &["06:00-12:00", "12:00-22:00", "22:00-24:00"]),
    ];
    assert!(OpeningHours::new(touching).is_ok());
}

#[test]
fn dates_that_contradict_the_week_are_refused() {
    let night = || open(&WORK, &["22:00-06:00"]);
    let early = |day: &str| SpecialDay::new(date(day), intervals(&["05:00-12:00"]));
    refused(
        night().with_special_days([early("2024-10-01")]),
        "22:00 to 06:00 and 05:00 to 12:00 overlap from 2024-09-30 on, expected intervals apart",
    );
    assert!(
        night().with_special_days([early("2024-09-30")]).is_ok(),
        "Sunday is closed"
    );
    refused(
        night().with_special_days([SpecialDay::closed(date("2024-10-01")), early("2024-10-01")]),
        "2024-10-01 is listed twice as a special day, expected it once; 22:00 to 06:00 and 05:00 to 12:00 overlap from 2024-09-30 on, expected intervals apart",
    );
    let crossed = SpecialDay::new(
        date("2024-10-01"),
        intervals(&["08:00-12:00", "11:00-13:00"]),
    );
    refused(
        night().with_special_days([crossed]),
        "08:00 to 12:00 and 11:00 to 13:00 overlap from 2024-10-01 on, expected intervals apart",
    );
    let worked = |day: Option<Weekday>| {
        let calendar = Calendar::new([Weekday::Sat, Weekday::Sun], [], [date("2024-10-12")]);
        calendar.map(|calendar| night().with_calendar(calendar, day))
    };
    let none = worked(None);
    refused(
        none.unwrap_or_else(|_| Ok(OpeningHours::always())),
        "the calendar works on days of its weekend, expected the weekday whose hours they have",
    );
    let closed = worked(Some(Weekday::Sat));
    refused(
        closed.unwrap_or_else(|_| Ok(OpeningHours::always())),
        "working days of the weekend with the hours of Sat, expected a weekday with hours",
    );
}

#[test]
fn no_json_builds_hours_that_code_cannot() {
    let json = r#"{"week":[{"day":"mon","intervals":[{"from":"08:00","until":"12:00"},{"from":"13:30","until":"18:00"}]}],"special-days":[{"date":"2024-12-24","intervals":[]}],"calendar":{"weekend":["sat","sun"],"holidays":[],"working-days":["2024-10-12"]},"working-day":"mon"}"#;
    let read = serde_json::from_str::<OpeningHours>(json);
    let written = read.ok().and_then(|read| serde_json::to_string(&read).ok());
    assert_eq!(written.as_deref(), Some(json));
    for (given, wrong) in [
        (r#""until":"12:00""#, r#""until":"14:00""#),
        (r#""working-day":"mon""#, r#""working-day":null"#),
        (r#""working-day":"mon""#, r#""working-day":"tue""#),
        (r#""day":"mon""#, r#""day":"Mon""#),
        (r#""special-days":"#, r#""special":"#),
    ] {
        let json = json.replace(given, wrong);
        assert!(
            serde_json::from_str::<OpeningHours>(&json).is_err(),
            "{json}"
        );
    }
}

#[test]
fn a_night_before_the_first_known_day_is_not_guessed() {
    let sunday_to_monday = [Weekday::Sun, Weekday::Mon];
    let shop = |texts: &[&str]| {
        let days = sunday_to_monday;
        let known = Calendar::every_day().with_known_from(date("2024-01-01"));
        match open(&days, texts).with_calendar(known, None) {
            Ok(hours) => hours,
            Err(error) => panic!("{error}"),
        }
    };
    let at = moment;
    let message = "asked about 2023-12-31, the holidays are known from 2024-01-01 only";
    let night = shop(&["20:00-04:00"]);
    refused(night.is_open(at("2024-01-01T03:59:59")), message);
    refused(
        night.open_time(at("2024-01-01T00:00:00"), at("2024-01-01T12:00:00")),
        message,
    );
    refused(
        night.before(at("2024-01-01T21:00:00"), Seconds::of_hours(2)),
        message,
    );
    assert_eq!(night.is_open(at("2024-01-01T04:00:00")), Ok(false));
    let before = night.before(at("2024-01-01T21:00:00"), Seconds::of_hours(1));
    assert_eq!(before, Ok(at("2024-01-01T20:00:00")));
    // Hours that end with the day leave the first known one whole.
    let day = shop(&["20:00-24:00"]);
    assert_eq!(day.is_open(at("2024-01-01T00:00:00")), Ok(false));
    refused(day.is_open(at("2023-12-31T23:59:59")), message);
}
