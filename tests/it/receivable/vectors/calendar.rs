//! Business days, roll conventions and periodic schedules.

use std::collections::BTreeSet;
use std::num::NonZeroU32;
use std::path::Path;

use anyhow::{Context, Result, anyhow, bail, ensure};
use chrono::{Datelike, NaiveDate, Weekday};
use keqing::calendar::schedule::{Frequency, PeriodicSchedule, RollConvention, StubConvention};
use keqing::calendar::{
    BusinessDayConvention, Calendar, CountedEnds, DayOfMonth, EndOfMonth, Tenor,
};

use crate::receivable::vectors::{Checked, Checker, Row};

/// The files of this topic, each with the function that checks one of its rows.
pub(crate) const CHECKERS: &[(&str, Checker)] = &[
    ("businessday.csv", business_day),
    ("businessday_arithmetic.csv", arithmetic),
    ("holidays_quantlib.csv", holiday),
    ("rollconvention_strata.csv", roll),
    ("schedule_strata.csv", schedule),
];

fn business_day(row: &Row) -> Result<Checked> {
    let calendar = weekend_and(row.text("holidays")?)?;
    let start = date(row.text("start")?)?;
    let period = row.text("period")?;
    let found = match row.text("op")? {
        "adjust" => calendar.adjust(start, convention(row.text("convention")?)?)?,
        "advance" => {
            let convention = convention(row.text("convention")?)?;
            let keeps_month_end = row.text("eom")? == "true";
            let rule = match (keeps_month_end, convention) {
                (false, _) => EndOfMonth::KeepDay,
                (true, BusinessDayConvention::Unadjusted) => EndOfMonth::LastDay,
                (true, _) => EndOfMonth::LastBusinessDay,
            };
            calendar.advance(start, business_tenor(period)?, convention, rule)?
        }
        "calendar_days_then_FOLLOWING" => {
            let Tenor::BusinessDays(days) = business_tenor(period)? else {
                bail!("`{period}` is no number of days");
            };
            let following = BusinessDayConvention::Following;
            calendar.advance(start, Tenor::Days(days), following, EndOfMonth::KeepDay)?
        }
        "business_days" | "business_days_0=FOLLOWING" => {
            let Tenor::BusinessDays(days) = business_tenor(period)? else {
                bail!("`{period}` is no number of days");
            };
            calendar.shift_or_follow(start, days)?
        }
        "add_months" => {
            let rule = match row.text("convention")? {
                "PeriodAddition NONE" => EndOfMonth::KeepDay,
                "PeriodAddition LAST_BUSINESS_DAY" => EndOfMonth::LastBusinessDay,
                other => bail!("there is no rule `{other}`"),
            };
            let unadjusted = BusinessDayConvention::Unadjusted;
            calendar.advance(start, business_tenor(period)?, unadjusted, rule)?
        }
        other => bail!("there is no operation `{other}`"),
    };
    expect_date(row, found)
}

fn arithmetic(row: &Row) -> Result<Checked> {
    let start = date(row.text("start")?)?;
    let op = row.text("op")?;
    if op.starts_with("businessDaysBetween") {
        return between(row, start);
    }
    let calendar = weekend_and(row.text("holidays")?)?;
    let found = match op {
        "shift" => calendar.shift(start, row.text("arg")?.parse()?)?,
        "next" => calendar.next(start)?,
        "nextOrSame" => calendar.next_or_same(start)?,
        "previous" => calendar.previous(start)?,
        "previousOrSame" => calendar.previous_or_same(start)?,
        "nextSameOrLastInMonth" => calendar.next_or_last_in_month(start)?,
        "daysBetween" => {
            let end = date(row.text("arg")?)?;
            let expected: i64 = row.text("expected")?.parse()?;
            let found = calendar.business_days_between(start, end, CountedEnds::From)?;
            ensure!(found == expected, "{found} days, not {expected}");
            return Ok(Checked::Passed);
        }
        other => bail!("there is no operation `{other}`"),
    };
    expect_date(row, found)
}

fn between(row: &Row, start: NaiveDate) -> Result<Checked> {
    let op = row.text("op")?;
    let ends = match (
        op.contains("includeFrom=True"),
        op.contains("includeTo=True"),
    ) {
        (true, true) => CountedEnds::Both,
        (true, false) => CountedEnds::From,
        (false, true) => CountedEnds::To,
        (false, false) => CountedEnds::Neither,
    };
    let end = date(row.text("arg")?)?;
    let expected: i64 = row.text("expected")?.parse()?;
    let found = brazil()?.business_days_between(start, end, ends)?;
    ensure!(found == expected, "{found} days, not {expected}");
    Ok(Checked::Passed)
}

/// A row of a calendar is held against everything that the file says of that calendar.
fn holiday(row: &Row) -> Result<Checked> {
    let date = date(row.text("date")?)?;
    let name = row.text("calendar")?;
    let (calendar, without) = match row.text("kind")? {
        // The days worked are those of the inter-bank market, its holidays those of the exchange.
        "working_weekend" => {
            let holidays = listed("China SSE", "holiday")?;
            let worked = listed(name, "working_weekend")?;
            let others = worked.iter().copied().filter(|day| *day != date);
            (
                Calendar::new(WEEKEND, holidays.clone(), worked.clone())?,
                Calendar::new(WEEKEND, holidays, others)?,
            )
        }
        "holiday" => {
            let holidays = listed(name, "holiday")?;
            let others = holidays.iter().copied().filter(|day| *day != date);
            (
                Calendar::new(WEEKEND, holidays.clone(), [])?,
                Calendar::new(WEEKEND, others, [])?,
            )
        }
        other => bail!("there is no kind `{other}`"),
    };
    let is_worked = row.text("kind")? == "working_weekend";
    ensure!(
        calendar.is_business_day(date) == is_worked,
        "{date} of {name}"
    );
    // Taking the row away changes the answer, unless a holiday falls on a weekend.
    let is_weekend = WEEKEND.contains(&date.weekday());
    ensure!(
        without.is_business_day(date) != is_weekend,
        "{date} of {name} without its row"
    );
    let following = calendar.adjust(date, BusinessDayConvention::Following)?;
    ensure!(
        (following == date) == is_worked,
        "{date} of {name} is moved to {following}"
    );
    Ok(Checked::Passed)
}

fn roll(row: &Row) -> Result<Checked> {
    // Labor Day of 2018 in New York, on which no Treasury bill is auctioned.
    let calendar = weekend_and("2018-09-03")?;
    let convention = roll_convention(row.text("roll_convention")?)?;
    let date = date(row.text("input")?)?;
    let found = match row.text("op")? {
        "adjust" => convention.roll(date, &calendar)?,
        "next" => convention.next(date, needed_frequency(row)?, &calendar)?,
        "previous" => convention.previous(date, needed_frequency(row)?, &calendar)?,
        other => bail!("there is no operation `{other}`"),
    };
    expect_date(row, found)
}

fn schedule(row: &Row) -> Result<Checked> {
    let (start, end) = (date(row.text("start")?)?, date(row.text("end")?)?);
    let mut schedule = match frequency(row.text("frequency")?)? {
        Some(frequency) => PeriodicSchedule::new(start, end, frequency)?,
        None => PeriodicSchedule::one_period(start, end)?,
    };
    let (adjustment, calendar) = adjustment(row.text("business_day_adjustment")?)?;
    schedule = schedule.with_adjustment(adjustment);
    if let Some(stub) = given(row.text("stub")?) {
        schedule = schedule.with_stub(stub_convention(stub)?);
    }
    if let Some(roll) = given(row.text("roll")?) {
        schedule = schedule.with_roll(roll_convention(roll)?);
    }
    if let Some(start) = given(row.text("first_regular_start")?) {
        schedule = schedule.with_first_regular_start(date(start)?)?;
    }
    if let Some(end) = given(row.text("last_regular_end")?) {
        schedule = schedule.with_last_regular_end(date(end)?)?;
    }
    schedule = match row.text("start_date_adjustment")? {
        "" => schedule,
        "NONE" => schedule.with_start_adjustment(BusinessDayConvention::Unadjusted),
        other => {
            let (convention, _) = self::adjustment(other)?;
            schedule.with_start_adjustment(convention)
        }
    };
    let periods = schedule.periods(&calendar)?;
    let first = periods.first().context("there are no periods")?;
    let mut unadjusted = vec![first.unadjusted_start];
    unadjusted.extend(periods.iter().map(|period| period.unadjusted_end));
    let mut adjusted = vec![first.start];
    adjusted.extend(periods.iter().map(|period| period.end));
    for (found, column) in [
        (unadjusted, "expected_unadjusted"),
        (adjusted, "expected_adjusted"),
    ] {
        let expected = dates(row.text(column)?)?;
        ensure!(found == expected, "{column}: {found:?}, not {expected:?}");
    }
    let roll = schedule.roll_in_force(&calendar)?;
    let expected = roll_convention(row.text("expected_roll")?)?;
    ensure!(roll == expected, "{roll}, not {expected}");
    Ok(Checked::Passed)
}

fn expect_date(row: &Row, found: NaiveDate) -> Result<Checked> {
    let expected = date(row.text("expected")?)?;
    ensure!(found == expected, "{found}, not {expected}");
    Ok(Checked::Passed)
}

fn weekend_and(holidays: &str) -> Result<Calendar> {
    Ok(Calendar::new(WEEKEND, dates(holidays)?, [])?)
}

fn dates(text: &str) -> Result<Vec<NaiveDate>> {
    text.split(';')
        .filter(|text| !text.is_empty())
        .map(date)
        .collect()
}

fn date(text: &str) -> Result<NaiveDate> {
    // The errors of chrono are no errors of the standard library without its default features.
    text.parse()
        .map_err(|error| anyhow!("`{text}` is no date: {error}"))
}

fn given(text: &str) -> Option<&str> {
    (!text.is_empty()).then_some(text)
}

/// Strata writes its names in upper case, QuantLib in camel case; their nearest differ.
fn convention(name: &str) -> Result<BusinessDayConvention> {
    Ok(match name {
        "NO_ADJUST" | "Unadjusted" => BusinessDayConvention::Unadjusted,
        "FOLLOWING" | "Following" => BusinessDayConvention::Following,
        "MODIFIED_FOLLOWING" | "ModifiedFollowing" => BusinessDayConvention::ModifiedFollowing,
        "MODIFIED_FOLLOWING_BI_MONTHLY" | "HalfMonthModifiedFollowing" => {
            BusinessDayConvention::HalfMonthModifiedFollowing
        }
        "PRECEDING" | "Preceding" => BusinessDayConvention::Preceding,
        "MODIFIED_PRECEDING" | "ModifiedPreceding" => BusinessDayConvention::ModifiedPreceding,
        "NEAREST" => BusinessDayConvention::NearestByWeekday,
        "Nearest" => BusinessDayConvention::Nearest,
        other => bail!("there is no convention `{other}`"),
    })
}

/// A period in the words of QuantLib, whose days are business days.
fn business_tenor(text: &str) -> Result<Tenor> {
    let unit = text.trim_start_matches(|sign: char| sign == '-' || sign.is_ascii_digit());
    let count: i32 = text.strip_suffix(unit).context("no unit")?.parse()?;
    Ok(match unit {
        "Days" => Tenor::BusinessDays(count),
        "Weeks" => Tenor::Weeks(count),
        "Months" => Tenor::Months(count),
        other => bail!("there is no unit `{other}`"),
    })
}

fn needed_frequency(row: &Row) -> Result<Frequency> {
    frequency(row.text("frequency")?)?.context("a frequency is needed")
}

fn frequency(text: &str) -> Result<Option<Frequency>> {
    let number = |text: &str| -> Result<NonZeroU32> { Ok(text.parse()?) };
    Ok(match text {
        "TERM" => None,
        "ofYears(2)" => Some(Frequency::Months(number("24")?)),
        "ofDays(2)" => Some(Frequency::Days(number("2")?)),
        "P1D" => Some(Frequency::DAILY),
        _ => {
            let months = text
                .strip_prefix('P')
                .and_then(|text| text.strip_suffix('M'));
            let months = months.with_context(|| format!("there is no frequency `{text}`"))?;
            Some(Frequency::Months(number(months)?))
        }
    })
}

fn roll_convention(name: &str) -> Result<RollConvention> {
    Ok(match name {
        "EOM" => RollConvention::EndOfMonth,
        "IMM" => RollConvention::Imm,
        "IMMAUD" => RollConvention::ImmAud,
        "IMMCAD" => RollConvention::ImmCad,
        "IMMNZD" => RollConvention::ImmNzd,
        "SFE" => RollConvention::Sfe,
        "TBILL" => RollConvention::TreasuryBill,
        "NONE" => RollConvention::Unrolled,
        _ => {
            let day = name
                .strip_prefix("DAY_")
                .with_context(|| format!("no roll `{name}`"))?;
            RollConvention::DayOfMonth(DayOfMonth::new(day.parse()?)?)
        }
    })
}

fn stub_convention(name: &str) -> Result<StubConvention> {
    Ok(match name {
        "STUB_NONE" => StubConvention::None,
        "STUB_BOTH" => StubConvention::Both,
        "SHORT_INITIAL" => StubConvention::ShortInitial,
        "LONG_INITIAL" => StubConvention::LongInitial,
        "SMART_INITIAL" => StubConvention::SmartInitial,
        "SHORT_FINAL" => StubConvention::ShortFinal,
        "LONG_FINAL" => StubConvention::LongFinal,
        "SMART_FINAL" => StubConvention::SmartFinal,
        other => bail!("there is no stub convention `{other}`"),
    })
}

fn adjustment(text: &str) -> Result<(BusinessDayConvention, Calendar)> {
    let (name, calendar) = text.split_once(' ').context("no calendar")?;
    let calendar = match calendar {
        "SAT_SUN" => Calendar::saturday_sunday(),
        // Vernal Equinox Day, the one holiday that the rows meet.
        "JPTO" => weekend_and("2018-03-21")?,
        other => bail!("there is no calendar `{other}`"),
    };
    Ok((convention(name)?, calendar))
}

/// The settlement calendar of Brazil from 2002 to 2006: days of each year, and days counted from Easter.
/// For the two years that the file of holidays lists, it has to list the same days off the weekend.
fn brazil() -> Result<Calendar> {
    let mut holidays = BTreeSet::new();
    for easter in [
        "2002-03-31",
        "2003-04-20",
        "2004-04-11",
        "2005-03-27",
        "2006-04-16",
    ] {
        let easter = date(easter)?;
        for days in [-48, -47, -2, 60] {
            let moved = easter.checked_add_signed(chrono::TimeDelta::days(days));
            holidays.insert(moved.context("a date")?);
        }
        for day in [
            "01-01", "04-21", "05-01", "09-07", "10-12", "11-02", "11-15", "12-25",
        ] {
            holidays.insert(date(&format!("{}-{day}", easter.year()))?);
        }
    }
    let calendar = Calendar::new(WEEKEND, holidays.iter().copied(), [])?;
    let is_workday = |day: &NaiveDate| !WEEKEND.contains(&day.weekday());
    let of_rule = holidays.into_iter().filter(|day| day.year() >= 2005);
    let of_rule: BTreeSet<NaiveDate> = of_rule.filter(is_workday).collect();
    let of_file = listed("Brazil", "holiday")?.into_iter();
    let of_file: BTreeSet<NaiveDate> = of_file.filter(is_workday).collect();
    ensure!(
        of_rule == of_file,
        "{of_rule:?} by rule, {of_file:?} in the file"
    );
    Ok(calendar)
}

/// The days of a kind that the file of holidays lists for a calendar.
fn listed(calendar: &str, kind: &str) -> Result<Vec<NaiveDate>> {
    let file =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/vectors/holidays_quantlib.csv");
    let mut days = Vec::new();
    for record in csv::Reader::from_path(file)?.records() {
        let record = record?;
        if record.get(0) == Some(calendar) && record.get(1) == Some(kind) {
            days.push(date(record.get(2).context("no date")?)?);
        }
    }
    ensure!(!days.is_empty(), "no {kind} of {calendar}");
    Ok(days)
}

const WEEKEND: [Weekday; 2] = [Weekday::Sat, Weekday::Sun];
