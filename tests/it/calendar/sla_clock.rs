//! The rows of `sla_clock.csv`: clocks of help desks, with the values that their own tests and reports state.

#![expect(
    clippy::arithmetic_side_effects,
    reason = "small numbers; a test that panics fails, which is its purpose"
)]

use std::io::{Write, stdout};
use std::path::Path;

use anyhow::{Context, Result, anyhow, bail, ensure};
use chrono::{NaiveDate, NaiveDateTime, TimeDelta, Weekday};
use keqing::calendar::Calendar;
use keqing::calendar::clock::{
    ClockPolicy, CountedTime, Pause, Reopening, Resolution, ServiceClock,
};
use keqing::calendar::hours::{OpenInterval, OpeningHours};
use keqing::vocab::time::Seconds;

#[test]
fn the_rows_of_help_desks_hold() -> Result<()> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/material/vectors");
    // Written past the capture of the test harness, so that a skip is seen.
    let mut out = stdout();
    if !folder.is_dir() {
        writeln!(out, "skipped: the shared material is absent")?;
        return Ok(());
    }
    let (mut rows, mut failures) = (0_usize, Vec::new());
    for record in csv::Reader::from_path(folder.join("sla_clock.csv"))?.records() {
        let record = record?;
        let text = |place: usize| record.get(place).unwrap_or_default();
        let row = Row {
            id: text(0),
            calendar: text(1),
            opened: text(2),
            op: text(3),
            args: text(4),
            expected: text(5),
        };
        rows += 1;
        if let Err(error) = row.check() {
            failures.push(format!("{}: {error:#}", row.id));
        }
    }
    let failed = failures.len();
    writeln!(out, "sla_clock.csv: {rows} rows, {failed} failed")?;
    ensure!(
        failures.is_empty(),
        "rows that fail:\n{}",
        failures.join("\n")
    );
    ensure!(rows > 0, "the file has no rows");
    Ok(())
}

#[derive(Clone, Copy)]
struct Row<'a> {
    id: &'a str,
    calendar: &'a str,
    opened: &'a str,
    op: &'a str,
    args: &'a str,
    expected: &'a str,
}

impl Row<'_> {
    fn check(self) -> Result<()> {
        match self.op {
            "due" | "due+pause" => self.due(),
            "warn before due" => self.warning(),
            "elapsed" if self.id == "D08" => {
                self.zoned("2021-03-12T13:30:00Z", "2021-03-12T15:00:00Z", 60)
            }
            "elapsed" => self.elapsed(),
            "pause seconds" => {
                let pause = self
                    .clock()?
                    .pauses()
                    .first()
                    .copied()
                    .context("no pause")?;
                let until = pause.until.context("no end")?;
                self.is_length(hours(self.calendar)?.open_time(pause.from, until)?)
            }
            "due elapsed" => self.due_elapsed(),
            // The offsets of summer time in Berlin: two hours, else one.
            "interval length" if self.id == "D05" => {
                self.zoned("2024-03-30T22:00:00+01:00", "2024-03-31T06:00:00+02:00", 1)
            }
            "interval length" if self.id == "D06" => {
                self.zoned("2024-10-26T22:00:00+02:00", "2024-10-27T06:00:00+01:00", 1)
            }
            other => bail!("there is no operation `{other}`"),
        }
    }

    fn due(self) -> Result<()> {
        let hours = hours(self.calendar)?;
        let target = number(self.args, "target=")?;
        let found = self.clock()?.due(&hours, open(self.policy()), target)?;
        ensure!(
            found == Some(moment(self.expected)?),
            "due {found:?}, not {}",
            self.expected
        );
        if self.id == "H05" {
            let elapsed = ClockPolicy::new(CountedTime::ElapsedTime, Reopening::Continue);
            let found = self.clock()?.due(&hours, elapsed, target)?;
            ensure!(
                found == Some(moment("2024-12-25T15:00:00")?),
                "as elapsed time {found:?}"
            );
        }
        Ok(())
    }

    fn warning(self) -> Result<()> {
        let (target, lead) = (number(self.args, "target=")?, number(self.args, "warn=")?);
        let policy = open(Reopening::Continue);
        let found = self
            .clock()?
            .warn(&hours(self.calendar)?, policy, target, lead)?;
        ensure!(
            found == Some(moment(self.expected)?),
            "warned {found:?}, not {}",
            self.expected
        );
        Ok(())
    }

    fn elapsed(self) -> Result<()> {
        let as_of = moment(self.opened)? + TimeDelta::days(42);
        let policy = open(self.policy());
        let found = self
            .clock()?
            .elapsed(&hours(self.calendar)?, policy, as_of)?;
        self.is_length(found)
    }

    fn due_elapsed(self) -> Result<()> {
        let offset = match self.id {
            "D02" => "+02:00",
            "D03" => "-05:00",
            "D04" => "+08:00",
            other => bail!("`{other}` has no offset here"),
        };
        let local = self
            .opened
            .strip_suffix(" local")
            .context("no local time")?;
        let target = number(&self.args.replace('h', " h"), "target=")?;
        let target = Seconds::of_hours(u32::try_from(target.count())?);
        let opened = utc(&format!("{local}{offset}"))?;
        let due = OpeningHours::always().due(opened, target)?;
        let (time, minutes) = self.expected.split_at(self.expected.len() - 2);
        let expected = utc(&format!("{time}:{minutes}"))?;
        ensure!(due == expected, "{due} in UTC, not {expected}");
        Ok(())
    }

    /// Holds the time between two moments with an offset against the row, which has it in a unit of seconds.
    fn zoned(self, from: &str, until: &str, unit: u64) -> Result<()> {
        let found = OpeningHours::always().open_time(utc(from)?, utc(until)?)?;
        let expected = self.expected.parse::<u64>()? * unit;
        ensure!(found == Seconds::new(expected), "{found}, not {expected} s");
        Ok(())
    }

    fn is_length(self, found: Seconds) -> Result<()> {
        let expected = Seconds::new(self.expected.parse()?);
        ensure!(found == expected, "{found}, not {expected}");
        Ok(())
    }

    fn policy(self) -> Reopening {
        match self.id {
            "R02" => Reopening::Restart,
            "R03" => Reopening::FirstResolution,
            "R04" => Reopening::WholeTime,
            _ => Reopening::Continue,
        }
    }

    /// The case that the words of the row describe.
    fn clock(self) -> Result<ServiceClock> {
        let clock = ServiceClock::new(moment(self.opened)?);
        let paused = |from: &str, until: &str| -> Result<Pause> {
            Ok(Pause::new(moment(from)?, moment(until)?))
        };
        let resolved = |at: &str| -> Result<Resolution> { Ok(Resolution::new(moment(at)?)) };
        let over_the_holiday = || paused("2025-08-07T17:50:00", "2025-08-11T12:30:00");
        Ok(match self.id {
            // A pause of business time that begins with the case.
            "F10" | "G07" => {
                let length = number(self.args, "pause=")?;
                let until = hours(self.calendar)?.due(clock.opened(), length)?;
                let pause = Pause::new(clock.opened(), until);
                clock.with_pauses([pause])?
            }
            "F13" => clock
                .with_pauses([paused("2025-08-04T12:30:00", "2025-08-04T13:00:00")?])?
                .with_resolutions([resolved("2025-08-04T13:30:00")?])?,
            "F14" | "F16" => clock.with_pauses([over_the_holiday()?])?,
            "F15" => clock
                .with_pauses([over_the_holiday()?])?
                .with_resolutions([resolved("2025-08-11T13:00:00")?])?,
            "F17" => clock
                .with_resolutions([resolved("2025-08-04T12:30:00")?])?
                .with_closed(moment("2025-08-05T12:00:00")?)?,
            "E01" => clock.with_pauses([paused("2025-09-01T17:00:00", "2025-09-02T09:00:00")?])?,
            "E02" => clock
                .with_pauses([paused("2019-02-19T11:00:00", "2019-02-19T12:00:00")?])?
                .with_closed(moment("2019-02-19T13:00:00")?)?,
            "R01" | "R02" | "R03" | "R04" | "R05" => clock.with_resolutions([
                Resolution::reopened(
                    moment("2025-03-03T11:00:00")?,
                    moment("2025-03-05T10:00:00")?,
                ),
                resolved("2025-03-05T12:00:00")?,
            ])?,
            "R06" => clock
                .with_pauses([Pause::running(moment("2025-03-03T10:00:00")?)])?
                .with_resolutions([resolved("2025-03-05T15:00:00")?])?,
            _ => {
                let is_plain = !self.op.contains("pause") && self.op != "elapsed";
                ensure!(is_plain, "no case for `{}`", self.args);
                clock
            }
        })
    }
}

const fn open(reopening: Reopening) -> ClockPolicy {
    ClockPolicy::new(CountedTime::OpenTime, reopening)
}

/// Reads the number of seconds after a word; one in brackets goes before.
fn number(args: &str, word: &str) -> Result<Seconds> {
    let (_, rest) = args
        .split_once(word)
        .with_context(|| format!("no `{word}`"))?;
    let rest = match rest.split_once('(') {
        Some((_, rest)) if rest.starts_with(|first: char| first.is_ascii_digit()) => rest,
        _ => rest,
    };
    let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
    Ok(Seconds::new(digits.parse()?))
}

fn moment(text: &str) -> Result<NaiveDateTime> {
    text.parse()
        .map_err(|error| anyhow!("`{text}` is no moment: {error}"))
}

/// Converts a moment with its offset, as the caller of the library does.
fn utc(text: &str) -> Result<NaiveDateTime> {
    let zoned = chrono::DateTime::parse_from_rfc3339(text);
    Ok(zoned
        .map_err(|error| anyhow!("`{text}` is no moment: {error}"))?
        .naive_utc())
}

/// Reads the words for opening hours, such as `Mon-Fri 10:00-18:00; holiday 2025-08-08`.
fn hours(text: &str) -> Result<OpeningHours> {
    let text = match text {
        "China as H01" => {
            "Mon-Fri 09:00-18:00, off 2024-10-01..07, working 2024-09-29 and 2024-10-12"
        }
        "the same hours without holidays" => "Mon-Fri 09:00-18:00",
        "as H04" => "Mon-Fri 09:00-17:00, off 2024-12-25, 12-26, 2025-01-01",
        other => other.strip_prefix("China: ").unwrap_or(other),
    };
    if text.starts_with("24/7") {
        return Ok(OpeningHours::always());
    }
    let week = [
        Weekday::Mon,
        Weekday::Tue,
        Weekday::Wed,
        Weekday::Thu,
        Weekday::Fri,
        Weekday::Sat,
        Weekday::Sun,
    ];
    let (days, rest) = match text.strip_prefix("every day ") {
        Some(rest) => (&week[..], rest),
        None => (
            &week[..5],
            text.strip_prefix("Mon-Fri ")
                .with_context(|| format!("no days in `{text}`"))?,
        ),
    };
    let (times, listed) = match rest.find([';', ',']) {
        Some(place) => rest.split_at(place),
        None => (rest, ""),
    };
    let mut intervals = Vec::new();
    for times in times.split(" and ") {
        let (from, until) = times.split_once('-').context("no interval")?;
        intervals.push(OpenInterval::new(from.parse()?, until.parse()?)?);
    }
    let (off, worked) = listed.split_once("working").unwrap_or((listed, ""));
    let weekend = if worked.is_empty() {
        &[][..]
    } else {
        &week[5..]
    };
    let calendar = Calendar::new(weekend.iter().copied(), dates(off)?, dates(worked)?)?;
    let hours = OpeningHours::of_weekdays(days.iter().copied(), intervals)?;
    Ok(hours.with_calendar(calendar, Some(Weekday::Mon))?)
}

/// Reads every date of a text; one without its year is of the year before it, and `..07` ends a span.
fn dates(text: &str) -> Result<Vec<NaiveDate>> {
    let mut dates: Vec<NaiveDate> = Vec::new();
    for word in text.split([' ', ',', ';', '(', ')']) {
        if !word.starts_with(|first: char| first.is_ascii_digit()) {
            continue;
        }
        let (word, last) = word.split_once("..").unwrap_or((word, ""));
        let word = match dates.last() {
            Some(before) if word.len() == 5 => format!("{}-{word}", before.format("%Y")),
            _ => word.to_owned(),
        };
        let date: NaiveDate = word
            .parse()
            .map_err(|error| anyhow!("`{word}` is no date: {error}"))?;
        let last = if last.is_empty() {
            0
        } else {
            last.parse::<usize>()? - 1
        };
        dates.extend(date.iter_days().take(last + 1));
    }
    Ok(dates)
}
