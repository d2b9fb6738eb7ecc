//! The policy of a house, and the review of one dossier under it.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt::Display;
use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use keqing::dossier::Dossier;
use keqing::form::{FaultCode, Faults, Limits, from_tree};
use keqing::policy::Policy;
use keqing::review::{Review, Topic, review};
use keqing::verdict::{Outcome, RuleId};
use keqing::vocab::words::Locale;
use serde::de::IgnoredAny;

use crate::document::place::Places;
use crate::document::{self, around};
use crate::line::Line;
use crate::source::{Job, Place};

/// The policy under which every dossier is reviewed, and the language of what is said.
#[derive(Debug)]
pub(crate) struct House {
    pub(crate) policy: Policy,
    pub(crate) locale: Locale,
}

/// The number of findings of one rule in one review, by outcome.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub(crate) struct Outcomes {
    pub(crate) breached: u64,
    pub(crate) missing: u64,
    pub(crate) met: u64,
}

/// One relationship that was reviewed: its line, and what is added to the totals.
#[derive(Debug)]
pub(crate) struct Told {
    pub(crate) line: Line,
    pub(crate) rules: BTreeMap<RuleId, Outcomes>,
    pub(crate) topics: BTreeMap<Topic, u64>,
}

/// The time that was spent on dossiers: reading them, reviewing them, telling their matters.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Spent {
    pub(crate) reading: Duration,
    pub(crate) reviewing: Duration,
    pub(crate) telling: Duration,
}

impl Spent {
    pub(crate) fn add(&mut self, more: Self) {
        self.reading = self.reading.saturating_add(more.reading);
        self.reviewing = self.reviewing.saturating_add(more.reviewing);
        self.telling = self.telling.saturating_add(more.telling);
    }

    fn all(self) -> Duration {
        let all = self.reading.saturating_add(self.reviewing);
        all.saturating_add(self.telling)
    }

    /// Returns the time that each of some workers spent, if they had equal parts.
    pub(crate) fn a_worker(self, workers: usize) -> Duration {
        let workers = u32::try_from(workers).unwrap_or(u32::MAX);
        self.all().checked_div(workers).unwrap_or_default()
    }

    /// Writes the part of each in the whole.
    pub(crate) fn shares(self) -> String {
        let all = self.all().as_micros();
        let part = |part: Duration| {
            let hundredths = part.as_micros().saturating_mul(100).checked_div(all);
            hundredths.unwrap_or_default()
        };
        let [reading, reviewing, telling] = [self.reading, self.reviewing, self.telling].map(part);
        format!("reading {reading} %, reviewing {reviewing} %, telling the matters {telling} %")
    }
}

impl House {
    /// Returns the standard policy, with the fields that a file replaces.
    pub(crate) fn of(policy: Option<&Path>, locale: Locale) -> Result<Self> {
        let standard = Policy::standard();
        let policy = match policy {
            Some(file) => overlaid(&standard, file).context("the policy")?,
            None => standard,
        };
        Ok(Self { policy, locale })
    }

    /// Reviews the dossier of a job, or returns each reason why it is none, with its place.
    pub(crate) fn reviewed(&self, job: &Job, spent: &mut Spent) -> Result<Told, Vec<String>> {
        let place = &job.place;
        let (bytes, begun) = (job.bytes.as_ref(), Instant::now());
        let text = bytes
            .map_err(Cow::from)
            .and_then(|bytes| std::str::from_utf8(bytes).map_err(|_| "is not UTF-8".into()))
            .map_err(|why| vec![format!("{place}: {why}")])?;
        let dossier = dossier(text, place)?;
        let as_of = dossier.as_of();
        if !self.policy.effective().holds(as_of) {
            let version = self.policy.version();
            let why = format!(
                "the policy `{version}` is not in force on {as_of}, the day of the dossier"
            );
            let path = "lifecycle.stage.as-of";
            return Err(placed(text, place, [(path, false, why)]));
        }
        let read = Instant::now();
        let review = review(&self.policy, &dossier).map_err(|error| {
            let each = error.each().map(|one| (one.path(), false, one));
            placed(text, place, each)
        })?;
        let reviewed = Instant::now();
        let told = self.told(&review, place);
        spent.add(Spent {
            reading: read.duration_since(begun),
            reviewing: reviewed.duration_since(read),
            telling: reviewed.elapsed(),
        });
        Ok(told)
    }

    fn told(&self, review: &Review, place: &Place) -> Told {
        let mut rules: BTreeMap<RuleId, Outcomes> = BTreeMap::new();
        for finding in review.findings() {
            let of_rule = rules.entry(finding.rule).or_default();
            let count = match finding.outcome {
                Outcome::Breached => &mut of_rule.breached,
                Outcome::Missing(_) => &mut of_rule.missing,
                Outcome::Met => &mut of_rule.met,
                _ => continue,
            };
            *count = count.saturating_add(1);
        }
        let matters = review.matters();
        let mut topics: BTreeMap<Topic, u64> = BTreeMap::new();
        for matter in &matters {
            let count = topics.entry(matter.topic).or_default();
            *count = count.saturating_add(1);
        }
        let met = rules.values().map(|outcomes| outcomes.met);
        let met = met.fold(0, u64::saturating_add);
        let line = Line::of(review, &matters, place.clone(), met, self.locale);
        Told {
            line,
            rules,
            topics,
        }
    }
}

fn overlaid(standard: &Policy, file: &Path) -> Result<Policy> {
    let text = document::text(file)?;
    let tree = document::tree(&text, file)?;
    Policy::overlaid(standard, &tree).map_err(|faults| document::told(&text, &faults))
}

/// Reads a dossier; the faults of one that is none have the places that they have in its file.
fn dossier(text: &str, place: &Place) -> Result<Dossier, Vec<String>> {
    // The line of a file of JSON lines is JSON, whatever the name of the file.
    let name = match place.line {
        Some(_) => Path::new(""),
        None => unpacked(Path::new(&*place.source)),
    };
    // The faults take a second reading, which only a dossier that has some pays for.
    document::read(text, name).map_err(|_| match document::tree(text, name) {
        Ok(tree) => match from_tree::<Dossier>(&tree, &Limits::standard()) {
            Ok(_) => Vec::new(),
            Err(faults) => faulty(text, place, &faults),
        },
        Err(error) => malformed(text, place, name, &error),
    })
}

fn faulty(text: &str, place: &Place, faults: &Faults) -> Vec<String> {
    let each = faults.iter().map(|fault| {
        let again = fault.code() == FaultCode::DuplicateField;
        (around(fault), again, fault)
    });
    placed(text, place, each)
}

/// Returns the name of a file without the ending of a packed one.
fn unpacked(name: &Path) -> &Path {
    let is_packed = name
        .extension()
        .is_some_and(|found| found.eq_ignore_ascii_case("gz"));
    match name.file_stem().filter(|_| is_packed) {
        Some(stem) => Path::new(stem),
        None => name,
    }
}

/// Says where a text is no document: a reader of JSON counts from the beginning of the text.
fn malformed(text: &str, place: &Place, name: &Path, error: &anyhow::Error) -> Vec<String> {
    let is_toml = name
        .extension()
        .is_some_and(|found| found.eq_ignore_ascii_case("toml"));
    let stopped = serde_json::from_str::<IgnoredAny>(text).err();
    let told = match stopped.filter(|_| !is_toml) {
        Some(stopped) => {
            let (line, column) = (stopped.line(), stopped.column());
            let why = stopped.to_string();
            let why = why
                .strip_suffix(&format!(" at line {line} column {column}"))
                .unwrap_or(&why);
            format!("{}: {why}", at(place, line, column))
        }
        None => format!("{place}: {}", error.to_string().trim_end()),
    };
    vec![told]
}

/// Returns every message with the place, in the file, of the value at its path.
fn placed<P: AsRef<str>, M: Display>(
    text: &str,
    place: &Place,
    told: impl IntoIterator<Item = (P, bool, M)>,
) -> Vec<String> {
    // The faults of TOML have their paths only, for places are found in JSON alone.
    let is_json = text.trim_start().starts_with('{');
    let mut places = Places::new(text);
    let each = told.into_iter().map(|(path, again, message)| {
        if !is_json {
            return format!("{place}: {message}");
        }
        let (line, column) = places.of(path.as_ref(), again);
        format!("{}: {message}", at(place, line, column))
    });
    each.collect()
}

/// Writes a place within a dossier as a place within its file.
fn at(place: &Place, line: usize, column: usize) -> String {
    let source = &place.source;
    match place.line {
        Some(number) => format!("{source}:{number}:{column}"),
        None => format!("{source}:{line}:{column}"),
    }
}
