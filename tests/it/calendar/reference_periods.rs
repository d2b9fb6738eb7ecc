//! The reference periods of a schedule: the rows of `ACT/ACT ICMA`, and the laws of their fractions.

#![expect(
    clippy::arithmetic_side_effects,
    reason = "small numbers; a test that panics fails, which is its purpose"
)]

use std::io::{Write, stdout};
use std::num::NonZeroU32;
use std::path::Path;

use anyhow::{Result, anyhow, bail, ensure};
use chrono::NaiveDate;
use keqing::calendar::Calendar;
use keqing::calendar::day_count::{DayCount, YearFraction};
use keqing::calendar::schedule::{
    Frequency, PeriodKind, PeriodicSchedule, RollConvention, StubConvention,
};
use keqing::rust_decimal::Decimal;
use proptest::prelude::{ProptestConfig, Strategy, any, prop_assert, prop_assert_eq, proptest};
use proptest::sample::select;

use crate::calendar::model::made;
use crate::support::given::day;

#[test]
fn the_rows_of_icma_follow_from_their_schedules() -> Result<()> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/vectors");
    // Written past the capture of the test harness, so that a skip is seen.
    let mut out = stdout();
    if !folder.is_dir() {
        writeln!(out, "skipped: the shared vectors are absent")?;
        return Ok(());
    }
    let (mut rows, mut own) = (0_usize, 0_usize);
    for (file, column) in [("daycount_quantlib.csv", 7), ("daycount_strata.csv", 5)] {
        for record in csv::Reader::from_path(folder.join(file))?.records() {
            let record = record?;
            let text = |place: usize| record.get(place).unwrap_or_default();
            if !text(0).to_lowercase().ends_with("icma") {
                continue;
            }
            rows += 1;
            let (from, to) = (date(text(1))?, date(text(2))?);
            let fraction = fraction(&scheduled(from, to, text(3))?, from, to)?;
            // QuantLib counts 29 May three months from 29 February, and not six from 30 November.
            if text(1) == "1999-11-30" {
                ensure!(fraction == "38/91".parse()?, "{fraction}");
                own += 1;
                continue;
            }
            let expected = Decimal::from_str_exact(text(column))?;
            let exact = Decimal::from(fraction.numerator()) / Decimal::from(fraction.denominator());
            let apart = (exact - expected).abs();
            ensure!(
                apart < Decimal::new(1, 10),
                "{from} to {to}: {fraction}, not {expected}"
            );
        }
    }
    writeln!(
        out,
        "ACT/ACT ICMA by schedules: {rows} rows, {own} asserted as our own answer"
    )?;
    ensure!(rows > 0, "there are no rows");
    Ok(())
}

/// By the rule for ends of months the days of the same example are 91 of 91 and 61 of 92.
#[test]
fn the_published_long_final_stub_counts_by_ends_of_months() -> Result<()> {
    let (from, to) = (date("1999-11-30")?, date("2000-04-30")?);
    let schedule = PeriodicSchedule::new(date("1999-08-31")?, to, Frequency::QUARTERLY)?
        .with_last_regular_end(from)?
        .with_roll(RollConvention::EndOfMonth);
    let sum = YearFraction::new(91, 91 * 4)?.checked_add(YearFraction::new(61, 92 * 4)?)?;
    ensure!(fraction(&schedule, from, to)? == sum);
    Ok(())
}

fn fraction(schedule: &PeriodicSchedule, from: NaiveDate, to: NaiveDate) -> Result<YearFraction> {
    let periods = schedule.reference_period(from, to, &Calendar::every_day())?;
    Ok(DayCount::ActualActualIcma.fraction_in(from, to, &periods)?)
}

/// The schedule that a row describes; two rows have the dates of no other.
fn scheduled(from: NaiveDate, to: NaiveDate, context: &str) -> Result<PeriodicSchedule> {
    let of = |start: &str, end: &str, frequency| -> Result<PeriodicSchedule> {
        Ok(PeriodicSchedule::new(date(start)?, date(end)?, frequency)?)
    };
    let (quarters, half_years) = (Frequency::QUARTERLY, Frequency::HALF_YEARLY);
    Ok(match (&*from.to_string(), &*to.to_string()) {
        ("2003-11-01", "2004-05-01") => of("2003-11-01", "2004-05-01", half_years)?,
        ("1999-02-01" | "1999-07-01", _) => of("1999-02-01", "2000-07-01", Frequency::YEARLY)?
            .with_stub(StubConvention::ShortInitial),
        ("1999-11-30", "2000-04-30") => {
            of("1999-08-30", "2000-04-30", quarters)?.with_last_regular_end(from)?
        }
        ("2011-07-01", "2011-11-12") if context.contains("eom=true") => {
            of("2011-07-01", "2012-08-31", quarters)?
                .with_first_regular_start(date("2012-02-29")?)?
                .with_roll(RollConvention::EndOfMonth)
        }
        ("2011-10-01", "2011-11-12") => of("2011-10-01", "2012-08-29", quarters)?
            .with_first_regular_start(date("2012-02-29")?)?,
        ("2011-08-31", "2011-11-12" | "2012-01-12") => of("2011-05-31", "2012-01-31", quarters)?
            .with_last_regular_end(from)?
            .with_roll(RollConvention::EndOfMonth),
        ("2012-04-10", "2012-05-10") => of("2011-12-30", "2012-09-30", quarters)?,
        ("2002-08-15" | "2003-07-15", _) => {
            of("2002-08-15", "2004-01-15", half_years)?.with_stub(StubConvention::LongInitial)
        }
        ("1999-07-30" | "2000-01-30", _) => {
            of("1999-07-30", "2000-06-30", half_years)?.with_stub(StubConvention::ShortFinal)
        }
        _ => bail!("no schedule for {from} to {to}"),
    })
}

fn date(text: &str) -> Result<NaiveDate> {
    text.parse()
        .map_err(|error| anyhow!("`{text}` is no date: {error}"))
}

/// A schedule of months with any stub, and the number of its periods in a year.
fn schedule() -> impl Strategy<Value = (PeriodicSchedule, i64)> {
    let stubs = select(vec![
        StubConvention::LongFinal,
        StubConvention::LongInitial,
        StubConvention::ShortFinal,
        StubConvention::ShortInitial,
        StubConvention::SmartFinal,
        StubConvention::SmartInitial,
    ]);
    let months = select(vec![1_u32, 2, 3, 4, 6, 12]);
    (0_u32..1_500, 1_u32..1_500, months, stubs, any::<bool>()).prop_map(
        |(start, length, months, stub, is_end)| {
            let frequency = Frequency::Months(made(NonZeroU32::try_from(months)));
            let made = made(PeriodicSchedule::new(
                day(start),
                day(start + length),
                frequency,
            ));
            let made = made.with_stub(stub);
            let made = if is_end {
                made.with_roll(RollConvention::EndOfMonth)
            } else {
                made
            };
            (made, i64::from(12 / months))
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn a_regular_period_is_its_part_of_a_year_and_parts_add_up((schedule, per_year) in schedule()) {
        let calendar = Calendar::every_day();
        // An anchor off the ends of months is refused by the schedule itself.
        let Ok(periods) = schedule.periods(&calendar) else { return Ok(()) };
        let mut sum = YearFraction::ZERO;
        for period in &periods {
            let (from, to) = (period.unadjusted_start, period.unadjusted_end);
            let part = made(fraction(&schedule, from, to));
            if period.kind == PeriodKind::Regular {
                prop_assert_eq!(part, made(YearFraction::new(1, per_year)));
            }
            sum = made(sum.checked_add(part));
        }
        let (start, end) = (schedule.start(), schedule.end());
        let first = periods.first().map(|period| period.unadjusted_start);
        let last = periods.last().map(|period| period.unadjusted_end);
        if (first, last) == (Some(start), Some(end)) {
            prop_assert_eq!(made(fraction(&schedule, start, end)), sum);
        }
        prop_assert!(!sum.is_negative());
    }
}
