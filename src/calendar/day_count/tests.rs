use alloc::boxed::Box;
use alloc::string::ToString;
use core::error::Error;

use chrono::NaiveDate;

use crate::calendar::day_count::convention::DayCount;
use crate::calendar::day_count::error::DayCountError;
use crate::calendar::day_count::period::{PeriodsPerYear, ReferencePeriod};

#[track_caller]
fn date(text: &str) -> NaiveDate {
    match text.parse() {
        Ok(date) => date,
        Err(error) => panic!("`{text}` of the test: {error}"),
    }
}

/// Checks one span of 3106 days in each convention.
#[test]
fn every_convention_has_its_own_fraction_of_one_span() {
    let (from, to) = (date("2004-02-29"), date("2012-08-31"));
    for (convention, fraction) in [
        (DayCount::Actual360, "3106/360"),
        (DayCount::Actual364, "3106/364"),
        (DayCount::Actual365Actual, "3106/366"),
        (DayCount::Actual365Fixed, "3106/365"),
        (DayCount::Actual365Quarter, "12424/1461"), // 4 × 3106
        (DayCount::Actual366, "3106/366"),
        (DayCount::ActualActualAfb, "3112/366"), // 8 years and 184 days from 29 February
        (DayCount::ActualActualIsda, "3112/366"), // 307/366 + 7 + 243/366
        (DayCount::NoLeap360, "3104/360"),       // without those of 2008 and 2012
        (DayCount::NoLeap365, "3104/365"),
        (DayCount::Thirty360Isda, "3062/360"), // 8 × 360 + 6 × 30 + 31 - 29
        (DayCount::Thirty360Psa, "3060/360"),  // ... + 30 - 30
        (DayCount::Thirty360Us, "3060/360"),
        (DayCount::Thirty365, "3062/365"),
        (DayCount::ThirtyE360, "3061/360"), // ... + 30 - 29
        (DayCount::ThirtyE360Isda, "3060/360"),
        (DayCount::ThirtyE365, "3060/365"),
        (DayCount::ThirtyEPlus360, "3062/360"), // ... + 31 - 29, to 1 September
    ] {
        let answer = convention
            .fraction(from, to)
            .map(|answer| answer.to_string());
        assert_eq!(answer, Ok(fraction.into()), "{convention}");
    }
    for convention in [DayCount::Actual365L, DayCount::ActualActualIcma] {
        assert_eq!(
            convention.fraction(from, to),
            Err(DayCountError::NeedsPeriod { convention })
        );
    }
}

#[test]
fn a_span_of_leap_and_other_years_has_the_denominator_of_both() {
    let isda = |from, to| {
        let fraction = DayCount::ActualActualIsda.fraction(date(from), date(to));
        fraction.map(|fraction| fraction.to_string())
    };
    for (from, to, fraction) in [
        ("2023-12-01", "2024-01-01", "31/365"),
        ("2024-01-01", "2025-01-01", "366/366"),
        ("2023-10-01", "2024-04-01", "66887/133590"), // 92/365 + 91/366
        ("2022-10-01", "2024-04-01", "200477/133590"), // 92/365 + 1 + 91/366
        ("2021-07-01", "2023-07-01", "730/365"),      // 184/365 + 1 + 181/365
    ] {
        assert_eq!(isda(from, to), Ok(fraction.into()));
    }
}

#[test]
fn the_termination_date_keeps_its_february() -> Result<(), Box<dyn Error>> {
    let (from, to) = (date("2011-08-31"), date("2012-02-29"));
    let period = ReferencePeriod::new(from, to, PeriodsPerYear::Two)?;
    let german = DayCount::ThirtyE360Isda;
    let inside = german.fraction_in(from, to, &period)?;
    let last = german.fraction_in(from, to, &period.with_termination(to))?;
    assert_eq!(
        (inside.to_string(), last.to_string()),
        ("180/360".into(), "179/360".into())
    );
    assert_eq!(german.fraction(from, to)?, inside);
    Ok(())
}

#[test]
fn a_day_to_itself_is_nothing_even_where_only_one_side_is_changed() {
    for (convention, day) in [
        (DayCount::Thirty360Psa, "2007-02-28"),   // 28 - 30
        (DayCount::ThirtyEPlus360, "2007-01-31"), // 31 - 30
        (DayCount::ThirtyE360Isda, "2007-02-28"),
    ] {
        let day = date(day);
        assert_eq!(convention.days(day, day).map(|days| days.count()), Ok(0));
    }
}

#[test]
fn the_boundary_is_the_next_first_of_january() {
    let isda = DayCount::ActualActualIsda;
    for (after, next) in [
        ("2023-12-31", "2024-01-01"),
        ("2024-01-01", "2025-01-01"),
        ("2024-06-30", "2025-01-01"),
    ] {
        assert_eq!(isda.next_boundary(date(after)), Some(date(next)));
    }
    assert_eq!(isda.next_boundary(NaiveDate::MAX), None);
    assert_eq!(
        DayCount::Actual365Fixed.next_boundary(date("2023-12-31")),
        None
    );
}

#[test]
fn no_two_dates_there_are_overflow() {
    let (first, last) = (NaiveDate::MIN, NaiveDate::MAX);
    for convention in DayCount::ALL {
        let answer = convention.fraction(first, last);
        let needs_period = answer == Err(DayCountError::NeedsPeriod { convention });
        assert!(answer.is_ok() || needs_period, "{convention}: {answer:?}");
    }
}

#[test]
fn errors_say_what_was_given() {
    let (from, to) = (date("2024-03-01"), date("2024-02-29"));
    let message = |convention: DayCount, from, to| {
        let answer = convention.fraction(from, to);
        answer.map_err(|error| error.to_string())
    };
    for convention in [DayCount::Actual360, DayCount::Thirty360Us] {
        assert_eq!(
            message(convention, from, to),
            Err(
                "from 2024-03-01 to 2024-02-29 runs backwards, expected the earlier date first"
                    .into()
            )
        );
    }
    assert_eq!(
        message(DayCount::ActualActualIcma, to, from),
        Err("ACT/ACT ICMA needs a reference period, expected it to be asked with one".into())
    );
    // No two dates that there are make one; see above.
    assert_eq!(
        DayCountError::OutOfRange { from: to, to: from }.to_string(),
        "from 2024-02-29 to 2024-03-01 is a fraction of a year with more digits than can be kept exactly"
    );
}

#[test]
fn a_name_is_the_same_as_text_and_in_json() -> Result<(), serde_json::Error> {
    for convention in DayCount::ALL {
        let name = convention.to_string();
        assert_eq!(name.parse(), Ok(convention));
        let json = serde_json::to_string(&convention)?;
        assert_eq!(json, alloc::format!("\"{name}\""));
        assert_eq!(serde_json::from_str::<DayCount>(&json)?, convention);
    }
    assert!(serde_json::from_str::<DayCount>(r#""30/360""#).is_err());
    Ok(())
}

#[test]
fn an_alias_is_refused_with_the_names_that_are_allowed() {
    let refused = "30/360".parse::<DayCount>();
    assert_eq!(
        refused.map_err(|error| error.to_string()),
        Err(
            "`30/360` is no day count, expected one of `ACT/360`, `ACT/364`, `ACT/365A`, \
             `ACT/365F`, `ACT/365L`, `ACT/365.25`, `ACT/366`, `ACT/ACT AFB`, `ACT/ACT ICMA`, \
             `ACT/ACT ISDA`, `NL/360`, `NL/365`, `30/360 ISDA`, `30/360 PSA`, `30/360 US`, \
             `30/365`, `30E/360`, `30E/360 ISDA`, `30E/365`, `30E+/360`"
                .into()
        )
    );
    for text in ["act/360", "ACT/360 ", "", "Bond Basis"] {
        assert!(text.parse::<DayCount>().is_err(), "{text}");
    }
}
