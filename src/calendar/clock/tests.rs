use alloc::string::ToString;

use chrono::{NaiveDate, NaiveDateTime, Weekday};

use crate::calendar::business_days::Calendar;
use crate::calendar::clock::error::ClockError;
use crate::calendar::clock::policy::{ClockPolicy, CountedTime, Reopening};
use crate::calendar::clock::record::{Pause, Resolution, ServiceClock};
use crate::calendar::hours::{OpenInterval, OpeningHours, TimeOfDay};
use crate::vocab::time::Seconds;

const OPEN: ClockPolicy = ClockPolicy::new(CountedTime::OpenTime, Reopening::Continue);
const ELAPSED: ClockPolicy = ClockPolicy::new(CountedTime::ElapsedTime, Reopening::Continue);

fn moment(text: &str) -> NaiveDateTime {
    text.parse().unwrap_or(NaiveDateTime::MIN)
}

/// Makes an office from 9 to 17 on every day of March 2025 from Monday to Friday.
#[track_caller]
fn office() -> OpeningHours {
    let time = |hour| TimeOfDay::new(hour, 0).unwrap_or(TimeOfDay::END_OF_DAY);
    let interval = OpenInterval::new(time(9), time(17)).unwrap_or(OpenInterval::WHOLE_DAY);
    let weekdays = [
        Weekday::Mon,
        Weekday::Tue,
        Weekday::Wed,
        Weekday::Thu,
        Weekday::Fri,
    ];
    match OpeningHours::of_weekdays(weekdays, [interval]) {
        Ok(hours) => hours,
        Err(error) => panic!("{error}"),
    }
}

/// Makes a clock that starts on Monday 3 March 2025 at 9, of pauses and resolutions.
#[track_caller]
fn clock(pauses: &[(&str, &str)], resolutions: &[(&str, &str)]) -> ServiceClock {
    let until = |text: &str| (!text.is_empty()).then(|| moment(text));
    let pauses = pauses.iter().map(|(from, end)| Pause {
        from: moment(from),
        until: until(end),
    });
    let resolutions = resolutions.iter().map(|(at, reopened)| Resolution {
        at: moment(at),
        reopened: until(reopened),
    });
    let clock = ServiceClock::new(moment("2025-03-03T09:00:00"));
    let clock = clock.with_pauses(pauses);
    match clock.and_then(|clock| clock.with_resolutions(resolutions)) {
        Ok(clock) => clock,
        Err(error) => panic!("{error}"),
    }
}

#[track_caller]
fn elapsed(clock: &ServiceClock, policy: ClockPolicy, as_of: &str, expected: u64) {
    let found = clock.elapsed(&office(), policy, moment(as_of));
    assert_eq!(found, Ok(Seconds::new(expected)), "{policy:?} {as_of}");
}

#[track_caller]
fn due(clock: &ServiceClock, policy: ClockPolicy, hours: u32, expected: Option<&str>) {
    let found = clock.due(&office(), policy, Seconds::of_hours(hours));
    assert_eq!(found, Ok(expected.map(moment)), "{policy:?} {hours} h");
}

#[track_caller]
fn warned(clock: &ServiceClock, target: u32, lead: u32, expected: Option<&str>) {
    let (target, lead) = (Seconds::of_hours(target), Seconds::of_minutes(lead));
    let found = clock.warn(&office(), OPEN, target, lead);
    assert_eq!(found, Ok(expected.map(moment)), "{target} {lead}");
}

#[test]
fn each_rule_for_a_reopening_counts_its_own_time() {
    let case = clock(
        &[],
        &[
            ("2025-03-03T11:00:00", "2025-03-05T10:00:00"),
            ("2025-03-05T12:00:00", ""),
        ],
    );
    for (reopening, seconds, four_hours) in [
        (Reopening::Continue, 14_400, Some("2025-03-05T12:00:00")),
        (Reopening::Restart, 7_200, None),
        (Reopening::FirstResolution, 7_200, None),
        (Reopening::WholeTime, 68_400, Some("2025-03-03T13:00:00")),
    ] {
        let policy = ClockPolicy::new(CountedTime::OpenTime, reopening);
        elapsed(&case, policy, "2025-03-07T09:00:00", seconds);
        due(&case, policy, 4, four_hours);
        // Up to the first resolution all rules agree.
        elapsed(&case, policy, "2025-03-04T09:00:00", 7_200);
    }
    let restarted = ClockPolicy::new(CountedTime::OpenTime, Reopening::Restart);
    elapsed(&case, restarted, "2025-03-05T10:30:00", 1_800);
    elapsed(&case, OPEN, "2025-03-05T10:30:00", 9_000);
}

#[test]
fn only_the_open_part_of_a_pause_counts_and_it_counts_once() {
    for (pauses, in_eight_hours) in [
        (&[][..], "2025-03-03T17:00:00"),
        (
            &[("2025-03-03T17:00:00", "2025-03-04T09:00:00")][..],
            "2025-03-03T17:00:00",
        ),
        (
            &[("2025-03-03T16:00:00", "2025-03-04T10:00:00")],
            "2025-03-04T11:00:00",
        ),
        (
            &[
                ("2025-03-03T10:00:00", "2025-03-03T12:00:00"),
                ("2025-03-03T11:00:00", "2025-03-03T13:00:00"),
                ("2025-03-03T11:30:00", "2025-03-03T11:45:00"),
            ],
            "2025-03-04T12:00:00",
        ),
        (
            &[("2025-03-03T09:00:00", "2025-03-03T09:00:00")],
            "2025-03-03T17:00:00",
        ),
        (
            &[("2025-03-03T09:00:00", "2025-03-03T10:00:00")],
            "2025-03-04T10:00:00",
        ),
    ] {
        due(&clock(pauses, &[]), OPEN, 8, Some(in_eight_hours));
    }
    let night = clock(&[("2025-03-03T17:00:00", "2025-03-04T09:00:00")], &[]);
    due(&night, ELAPSED, 8, Some("2025-03-03T17:00:00"));
    due(&night, ELAPSED, 9, Some("2025-03-04T10:00:00"));
    elapsed(&night, ELAPSED, "2025-03-04T10:00:00", 32_400);
}

#[test]
fn a_pause_that_stands_still_is_ended_by_the_next_resolution() {
    let still = clock(&[("2025-03-03T10:00:00", "")], &[]);
    elapsed(&still, OPEN, "2025-03-20T10:00:00", 3_600);
    due(&still, OPEN, 1, Some("2025-03-03T10:00:00"));
    due(&still, OPEN, 2, None);
    warned(&still, 2, 30, None);
    let resolved = clock(
        &[("2025-03-03T10:00:00", "")],
        &[("2025-03-05T15:00:00", "")],
    );
    elapsed(&resolved, OPEN, "2025-03-20T10:00:00", 3_600);
    due(&resolved, OPEN, 2, None);
    let reopened = clock(
        &[("2025-03-03T10:00:00", "")],
        &[("2025-03-05T15:00:00", "2025-03-06T09:00:00")],
    );
    elapsed(&reopened, OPEN, "2025-03-06T11:00:00", 10_800);
    due(&reopened, OPEN, 2, Some("2025-03-06T10:00:00"));
    let paused_first = clock(&[("2025-03-03T09:00:00", "")], &[]);
    elapsed(&paused_first, OPEN, "2025-03-20T10:00:00", 0);
    due(&paused_first, OPEN, 0, Some("2025-03-03T09:00:00"));
    due(&paused_first, OPEN, 1, None);
}

#[test]
fn closing_ends_an_open_case_and_changes_nothing_about_a_resolved_one() {
    let resolved = clock(&[], &[("2025-03-03T09:30:00", "")]);
    let closed = resolved.with_closed(moment("2025-03-04T09:00:00"));
    let closed = closed.unwrap_or(ServiceClock::new(NaiveDateTime::MIN));
    elapsed(&closed, OPEN, "2025-03-20T10:00:00", 1_800);
    let open = clock(&[("2025-03-03T11:00:00", "2025-03-03T12:00:00")], &[]);
    let closed = open.with_closed(moment("2025-03-03T13:00:00"));
    let closed = closed.unwrap_or(ServiceClock::new(NaiveDateTime::MIN));
    elapsed(&closed, OPEN, "2025-03-20T10:00:00", 10_800);
    elapsed(&closed, OPEN, "2025-03-03T12:30:00", 9_000);
    due(&closed, OPEN, 3, Some("2025-03-03T13:00:00"));
    due(&closed, OPEN, 4, None);
}

#[test]
fn a_target_of_no_time_is_due_as_the_clock_begins() {
    let opened = clock(&[("2025-03-03T09:00:00", "2025-03-03T10:00:00")], &[]);
    let reopened = clock(
        &[("2025-03-03T10:00:00", "2025-03-05T12:00:00")],
        &[("2025-03-04T09:00:00", "2025-03-05T10:00:00")],
    );
    let restart = ClockPolicy::new(CountedTime::OpenTime, Reopening::Restart);
    due(&opened, OPEN, 0, Some("2025-03-03T09:00:00"));
    due(&opened, OPEN, 1, Some("2025-03-03T11:00:00"));
    warned(&opened, 0, 30, Some("2025-03-03T09:00:00"));
    warned(&opened, 1, 60, Some("2025-03-03T10:00:00"));
    due(&reopened, restart, 0, Some("2025-03-05T10:00:00"));
    due(&reopened, restart, 1, Some("2025-03-05T13:00:00"));
}

#[test]
fn a_warning_walks_the_clock_backwards() {
    let paused = clock(&[("2025-03-03T10:00:00", "2025-03-04T10:00:00")], &[]);
    // Due on Tuesday at 11: one hour before the pause, one after it.
    for (lead, expected) in [
        (0, "2025-03-04T11:00:00"),
        (60, "2025-03-04T10:00:00"),
        (61, "2025-03-03T09:59:00"),
        (120, "2025-03-03T09:00:00"),
        (600, "2025-03-03T09:00:00"), // a lead longer than the target
    ] {
        warned(&paused, 2, lead, Some(expected));
    }
    let early = ServiceClock::new(moment("2025-03-01T12:00:00")); // a Saturday
    warned(&early, 2, 120, Some("2025-03-03T09:00:00"));
    let saturday = clock(&[], &[]);
    let warning = saturday.warn(
        &office(),
        ELAPSED,
        Seconds::of_hours(24),
        Seconds::of_hours(1),
    );
    assert_eq!(warning, Ok(Some(moment("2025-03-04T08:00:00"))));
}

#[test]
fn a_clock_asks_the_calendar_only_while_it_runs() {
    let known = NaiveDate::from_ymd_opt(2025, 3, 31).unwrap_or(NaiveDate::MAX);
    let calendar = Calendar::every_day().with_known_through(known);
    let Ok(hours) = office().with_calendar(calendar, None) else {
        panic!("hours of the test")
    };
    let late = moment("2025-06-01T00:00:00");
    let resolved = clock(&[], &[("2025-03-03T11:00:00", "")]);
    assert_eq!(
        resolved.elapsed(&hours, OPEN, late),
        Ok(Seconds::of_hours(2))
    );
    let long = clock(&[], &[("2025-05-03T11:00:00", "")]);
    let early = long.due(&hours, OPEN, Seconds::of_hours(2));
    assert_eq!(early, Ok(Some(moment("2025-03-03T11:00:00"))));
    let asked = long
        .elapsed(&hours, OPEN, late)
        .map_err(|error| error.to_string());
    let beyond = "asked about 2025-05-03, the holidays are known through 2025-03-31 only";
    assert_eq!(asked, Err(beyond.into()));
    assert!(long.elapsed(&hours, ELAPSED, late).is_ok());
    let never = long.due(&hours, ELAPSED, Seconds::new(u64::MAX));
    assert_eq!(never, Ok(None), "it is resolved before");
    let far = clock(&[], &[]).due(&hours, ELAPSED, Seconds::new(u64::MAX));
    assert_eq!(
        far.map_err(|error| error.to_string()),
        Err("a date counted from 2025-03-03 is out of range, expected one between -262143-01-01 and +262142-12-31".into())
    );
}

#[test]
fn moments_out_of_order_are_refused() {
    let refused = |made: Result<ServiceClock, ClockError>, message: &str| {
        let told = made.map_err(|error| error.to_string());
        assert_eq!(told.err().as_deref(), Some(message));
    };
    let opened = || ServiceClock::new(moment("2025-03-03T09:00:00"));
    let at = |hour: u32| moment(&alloc::format!("2025-03-03T{hour:02}:00:00"));
    refused(
        opened().with_pauses([Pause::new(at(8), at(7)), Pause::running(at(8))]),
        "a pause from 2025-03-03 08:00:00, expected 2025-03-03 09:00:00 or later: the opening of the case; a pause from 2025-03-03 08:00:00 until 2025-03-03 07:00:00 runs backwards, expected the earlier moment first",
    );
    refused(
        opened().with_resolutions([Resolution::new(at(8))]),
        "resolved at 2025-03-03 08:00:00, expected 2025-03-03 09:00:00 or later: the opening before it",
    );
    refused(
        opened().with_resolutions([Resolution::reopened(at(12), at(11))]),
        "resolved at 2025-03-03 12:00:00 and reopened at 2025-03-03 11:00:00, expected the resolution first",
    );
    refused(
        opened().with_resolutions([Resolution::new(at(12)), Resolution::new(at(11))]),
        "resolved at 2025-03-03 11:00:00 and again at 2025-03-03 12:00:00, expected a reopening between them",
    );
    refused(
        opened().with_resolutions([
            Resolution::new(at(12)),
            Resolution::reopened(at(10), at(13)),
        ]),
        "resolved at 2025-03-03 12:00:00, expected 2025-03-03 13:00:00 or later: the opening before it",
    );
    let closed = opened().with_resolutions([Resolution::reopened(at(10), at(13))]);
    refused(
        closed.and_then(|clock| clock.with_closed(at(12))),
        "closed at 2025-03-03 12:00:00, expected 2025-03-03 13:00:00 or later: the last moment recorded",
    );
    let early = opened()
        .elapsed(&office(), OPEN, at(8))
        .map_err(|error| error.to_string());
    let message = "read as of 2025-03-03 08:00:00, expected 2025-03-03 09:00:00 or later: the opening of the case";
    assert_eq!(early, Err(message.into()));
    let at_once = [
        Resolution::new(at(10)),
        Resolution::reopened(at(10), at(10)),
    ];
    assert!(opened().with_resolutions(at_once).is_ok());
}

#[test]
fn no_json_builds_a_clock_that_code_cannot() {
    let json = r#"{"opened":"2025-03-03T09:00:00","pauses":[{"from":"2025-03-03T10:00:00","until":null}],"resolutions":[{"at":"2025-03-03T11:00:00","reopened":"2025-03-05T10:00:00"}],"closed":"2025-03-06T10:00:00"}"#;
    let read = serde_json::from_str::<ServiceClock>(json).ok();
    let written = read.and_then(|read| serde_json::to_string(&read).ok());
    assert_eq!(written.as_deref(), Some(json));
    for (given, wrong) in [
        (r#""until":null"#, r#""until":"2025-03-03T09:30:00""#),
        (r#""reopened":"2025-03-05"#, r#""reopened":"2025-03-02"#),
        (r#""closed":"2025-03-06"#, r#""closed":"2025-03-04"#),
        (
            r#""opened":"2025-03-03T09:00:00""#,
            r#""opened":"2025-03-03""#,
        ),
    ] {
        let json = json.replace(given, wrong);
        assert!(
            serde_json::from_str::<ServiceClock>(&json).is_err(),
            "{json}"
        );
    }
    let policy = serde_json::to_string(&OPEN).ok();
    assert_eq!(
        policy.as_deref(),
        Some(r#"{"counted":"open-time","reopening":"continue"}"#)
    );
}
