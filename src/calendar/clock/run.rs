//! The stretches in which a clock runs, and the time that counts in them.

use alloc::vec::Vec;

use chrono::NaiveDateTime;

use crate::calendar::clock::policy::{ClockPolicy, CountedTime, Reopening};
use crate::calendar::clock::record::{Resolution, ServiceClock};
use crate::calendar::error::CalendarError;
use crate::calendar::hours::measure::{Second, whole};
use crate::calendar::hours::{HoursError, OpeningHours};
use crate::vocab::time::Seconds;

/// A stretch in which the clock runs, up to a moment at which it stands; `None` if it runs on.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) struct Run {
    pub(crate) from: NaiveDateTime,
    pub(crate) until: Option<NaiveDateTime>,
}

impl ServiceClock {
    /// Returns the stretches in which the clock runs, in order, by what has happened up to a moment.
    ///
    /// The first begins where the clock does, and may have no time in it.
    pub(crate) fn runs(
        &self,
        reopening: Reopening,
        as_of: Option<NaiveDateTime>,
    ) -> (Run, Vec<Run>) {
        let is_past = |moment: &NaiveDateTime| as_of.is_none_or(|as_of| *moment <= as_of);
        let resolutions: Vec<Resolution> = self
            .resolutions()
            .iter()
            .filter(|resolution| is_past(&resolution.at))
            .map(|resolution| Resolution {
                at: resolution.at,
                reopened: resolution.reopened.filter(is_past),
            })
            .collect();
        let last_reopened = resolutions.iter().rev().find_map(|each| each.reopened);
        let start = match reopening {
            Reopening::Restart => last_reopened.unwrap_or(self.opened()),
            Reopening::Continue | Reopening::FirstResolution | Reopening::WholeTime => {
                self.opened()
            }
        };
        let mut stops = self.pauses_ended_by(&resolutions, is_past);
        stops.extend(resolved(&resolutions, reopening));
        stops.extend(self.closed().filter(is_past).map(|closed| (closed, None)));
        stops.sort_unstable_by_key(|(from, _)| *from);
        between(start, &stops)
    }

    /// Returns the pauses up to now; one that stands still ends at the next resolution.
    fn pauses_ended_by(
        &self,
        resolutions: &[Resolution],
        is_past: impl Fn(&NaiveDateTime) -> bool,
    ) -> Vec<Stop> {
        let pauses = self.pauses().iter().filter(|pause| is_past(&pause.from));
        let ended = pauses.map(|pause| {
            let place = resolutions.partition_point(|resolution| resolution.at < pause.from);
            let next = resolutions.get(place).map(|resolution| resolution.at);
            (pause.from, pause.until.or(next))
        });
        ended.collect()
    }
}

/// The moment from which a clock stands, and the one at which it goes on, if it does.
type Stop = (NaiveDateTime, Option<NaiveDateTime>);

/// Returns the times in which a clock stands because its case is resolved.
fn resolved(resolutions: &[Resolution], reopening: Reopening) -> Vec<Stop> {
    let each = resolutions
        .iter()
        .map(|resolution| (resolution.at, resolution.reopened));
    match reopening {
        Reopening::Continue => each.collect(),
        Reopening::FirstResolution => each.take(1).map(|(at, _)| (at, None)).collect(),
        Reopening::Restart | Reopening::WholeTime => {
            each.filter(|(_, reopened)| reopened.is_none()).collect()
        }
    }
}

/// Returns the stretches between the times in which a clock stands, which are sorted by their beginning.
fn between(start: NaiveDateTime, stops: &[Stop]) -> (Run, Vec<Run>) {
    let mut runs = Vec::new();
    let mut current = Run {
        from: start,
        until: None,
    };
    for &(from, until) in stops {
        if until.is_some_and(|until| until <= current.from) {
            continue;
        }
        let stopped = Run {
            until: Some(from.max(current.from)),
            ..current
        };
        let Some(until) = until else {
            return first_of(runs, stopped);
        };
        // A clock that stands from the start has a stretch there without any time.
        if current.from < from || runs.is_empty() {
            runs.push(stopped);
        }
        current.from = until;
    }
    first_of(runs, current)
}

/// Returns the first stretch apart from the others.
fn first_of(runs: Vec<Run>, last: Run) -> (Run, Vec<Run>) {
    let mut runs = runs.into_iter().chain([last]);
    match runs.next() {
        Some(first) => (first, runs.collect()),
        None => (last, Vec::new()),
    }
}

/// The measure of the time that counts.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Measure<'a> {
    Elapsed,
    Open(&'a OpeningHours),
}

impl<'a> Measure<'a> {
    pub(crate) const fn of(policy: ClockPolicy, hours: &'a OpeningHours) -> Self {
        match policy.counted {
            CountedTime::ElapsedTime => Self::Elapsed,
            CountedTime::OpenTime => Self::Open(hours),
        }
    }

    /// Returns the time that counts from a moment until a later one.
    pub(crate) fn time(
        self,
        from: NaiveDateTime,
        until: NaiveDateTime,
    ) -> Result<Seconds, HoursError> {
        match self {
            Self::Elapsed => {
                Seconds::between(from, until).ok_or(HoursError::Backwards { from, until })
            }
            Self::Open(hours) => hours.open_time(from, until),
        }
    }

    /// Returns the first moment at which a target is reached.
    pub(crate) fn due(
        self,
        from: NaiveDateTime,
        target: Seconds,
    ) -> Result<NaiveDateTime, HoursError> {
        match self {
            Self::Elapsed => moved(from, |second| second.later(whole(target))),
            Self::Open(hours) => hours.due(from, target),
        }
    }

    /// Returns the last moment from which a lead time is left until another.
    pub(crate) fn before(
        self,
        until: NaiveDateTime,
        lead: Seconds,
    ) -> Result<NaiveDateTime, HoursError> {
        match self {
            Self::Elapsed => moved(until, |second| second.earlier(whole(lead))),
            Self::Open(hours) => hours.before(until, lead),
        }
    }
}

/// Moves a moment, without its fraction of a second.
fn moved(
    moment: NaiveDateTime,
    step: impl Fn(Second) -> Second,
) -> Result<NaiveDateTime, HoursError> {
    let from = moment.date();
    let out_of_range = |_| CalendarError::DateOutOfRange { from };
    let moved = step(Second::of(moment)).moment().map_err(out_of_range);
    moved.map_err(HoursError::Calendar)
}
