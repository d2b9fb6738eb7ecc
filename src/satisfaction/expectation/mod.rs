//! The sources of expectations, and the reasons for their rise (期望: SAT-03, SAT-04, SAT-05).
//!
//! ```text
//! ExpectationRecords + as_of -> expectation  -> Expectation       the expected mark, and its source
//! start + Experiences + as_of -> ratchet     -> Ratchet           an expectation after a row of experiences
//! FeatureHistory             -> feature_tier -> FeatureStanding   the present tier of a feature
//! ```
//!
//! - *Looks at*: The customer's experiences, the word of others, and its needs. Benefits given once
//!   or for good. Features, and the time when competitors followed.
//! - *Why*: A benefit raises the next expectation. Its end disappoints although the service stayed
//!   the same.
//! - *Breaks it*: A service below an expectation that a benefit has raised. A feature counted above
//!   its present tier.
//! - *Keeps it*: Experiences that reach the present expectation; features counted in their present
//!   tier.
//! - *Rules*: SAT-03, SAT-04, SAT-05.
//!
//! # Examples
//!
//! ```
//! use keqing::satisfaction::SatisfactionPolicy;
//! use keqing::satisfaction::expectation::{FeatureHistory, feature_tier};
//! use keqing::verdict::Presence;
//! use keqing::vocab::known::Known;
//! use keqing::vocab::words::FeatureTier;
//!
//! let hotline = FeatureHistory::new("24h hotline".parse()?, FeatureTier::Delight)
//!     .with_cycles(Known::measured(0))
//!     .with_competitor_parity(Known::measured(Presence::Present));
//! let found = feature_tier(&SatisfactionPolicy::standard(), &hotline);
//! assert_eq!(found.into_value().map(|found| found.tier), Some(FeatureTier::Expected));
//! # Ok::<(), keqing::vocab::name::NameError>(())
//! ```

mod experience;
mod feature;
mod ratchet;

pub use experience::{Announcement, Experience, Fall, Ratchet, RatchetStep};
pub(crate) use feature::features;
pub use feature::{FeatureError, FeatureHistory, FeatureStanding, feature_tier};
pub use ratchet::{RatchetError, ratchet};

use alloc::boxed::Box;

use chrono::NaiveDate;
use thiserror::Error;

use crate::form::{Several, every, record, several};
use crate::satisfaction::cards::satisfaction::SAT_03;
use crate::satisfaction::later::ignored;
use crate::satisfaction::score::{MixedScalesError, Score};
use crate::verdict::{Assessment, Evidence, Fact, Found, Recorder};
use crate::vocab::set::Set;
use crate::vocab::words::ExpectationSource;

record! {
    /// The expectation that one source led to on one day (期望记录).
    #[derive(Copy, Hash)]
    pub closed struct ExpectationRecord {
        /// The source of the expectation.
        pub source: ExpectationSource,
        /// The day.
        pub on: NaiveDate,
        /// The expected mark.
        pub expected: Score,
    }
}

record! {
    /// The expectation of a customer, with its source (客户期望).
    #[non_exhaustive]
    #[derive(Copy, Hash)]
    pub struct Expectation {
        /// The expected mark, which is the highest that any source leads to.
        pub expected: Score,
        /// The source that leads to it, the first of several.
        pub source: ExpectationSource,
        /// The mark of the customer's latest own experience.
        /// No expectation falls below it.
        pub floor: Option<Score>,
        /// The sources of which there are records.
        pub sources: Set<ExpectationSource>,
    }
}

/// Assesses the expectation of a customer on a date ([`SAT_03`]).
///
/// The documents give the three sources no weights, and this function gives them none. The latest
/// record of each source counts, and the highest of those is expected. Of several records of one
/// source and day the highest counts. The customer's latest own experience is the floor. The value is
/// `None` if there is no record. A record after `as_of` is ignored, and a finding counts those.
///
/// # Errors
///
/// [`ExpectationError`] is returned when the records are on two scales. It holds the error of every
/// record.
///
/// # Examples
///
/// ```
/// use chrono::NaiveDate;
/// use keqing::satisfaction::expectation::{ExpectationRecord, expectation};
/// use keqing::satisfaction::score::{Scale, Score};
/// use keqing::vocab::words::ExpectationSource;
///
/// let date = |d| NaiveDate::from_ymd_opt(2024, 5, d).ok_or("no such date");
/// let scale = Scale::new(0.into(), 10.into())?;
/// let record = |source, day, mark: i64| Ok::<_, Box<dyn std::error::Error>>(ExpectationRecord {
///     source,
///     on: date(day)?,
///     expected: Score::new(scale, mark.into())?,
/// });
/// let records = [
///     record(ExpectationSource::PastExperience, 1, 9)?,
///     record(ExpectationSource::PastExperience, 8, 6)?,
///     record(ExpectationSource::WordOfMouth, 3, 8)?,
/// ];
/// let found = expectation(&records, date(31)?)?.into_value().ok_or("no record")?;
/// assert_eq!(found.expected.value(), 8.into());
/// assert_eq!(found.source, ExpectationSource::WordOfMouth);
/// assert_eq!(found.floor.map(|floor| floor.value()), Some(6.into()));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn expectation(
    records: &[ExpectationRecord],
    as_of: NaiveDate,
) -> Result<Assessment<Expectation>, ExpectationError> {
    check(records)?;
    Ok(Assessment::of(|r| consult(records, as_of, r)))
}

/// Returned when records of expectation are on two scales.
#[derive(Clone, Debug, Eq, Error, PartialEq)]
#[non_exhaustive]
pub enum ExpectationError {
    /// Two records are on two scales.
    #[error(transparent)]
    MixedScales(#[from] MixedScalesError),
    /// Several records are at fault.
    #[error(transparent)]
    Several(Box<Several<Self>>),
}

several!(pub ExpectationError);

fn check(records: &[ExpectationRecord]) -> Result<(), ExpectationError> {
    let Some(first) = records.first() else {
        return Ok(());
    };
    every(records.iter().map(|record| {
        let one_scale = first.expected.same_scale(record.expected);
        one_scale.map_err(Into::into)
    }))
}

fn consult<R: Recorder>(
    records: &[ExpectationRecord],
    as_of: NaiveDate,
    r: &mut R,
) -> Option<Expectation> {
    ignored(&SAT_03, records.iter().map(|record| record.on), as_of, r);
    let mut found: Option<Expectation> = None;
    for source in Set::<ExpectationSource>::all() {
        let Some(expected) = latest(records, source, as_of) else {
            continue;
        };
        let is_own = source == ExpectationSource::PastExperience;
        found = Some(match found {
            None => Expectation {
                expected,
                source,
                floor: is_own.then_some(expected),
                sources: source.into(),
            },
            Some(so_far) if so_far.expected.higher(expected) == so_far.expected => Expectation {
                sources: so_far.sources | source,
                ..so_far
            },
            Some(so_far) => Expectation {
                expected,
                source,
                sources: so_far.sources | source,
                ..so_far
            },
        });
    }
    match found {
        None => r.miss(&SAT_03, Fact::Expectation),
        Some(found) => {
            let (source, expected) = (Found::word(found.source), found.expected.value());
            r.classify(&SAT_03, || Evidence::found(Fact::ExpectationSource, source));
            r.classify(&SAT_03, || Evidence::found(Fact::Expectation, expected));
        }
    }
    found
}

/// Returns the highest mark of the latest day of a source, up to a day.
fn latest(
    records: &[ExpectationRecord],
    source: ExpectationSource,
    as_of: NaiveDate,
) -> Option<Score> {
    let of_source = records.iter().filter(|one| one.source == source);
    let past = of_source.filter(|one| one.on <= as_of);
    past.max_by_key(|one| (one.on, one.expected.value()))
        .map(|one| one.expected)
}

#[cfg(test)]
mod tests {
    use alloc::string::ToString;

    use super::{ExpectationRecord, ExpectationSource, expectation};
    use crate::satisfaction::sample::{Failure, day, percent, score};
    use crate::verdict::Render;
    use crate::vocab::words::Locale;

    use ExpectationSource::{PastExperience, PersonalNeeds, WordOfMouth};

    fn record(
        source: ExpectationSource,
        on: u32,
        mark: &str,
    ) -> Result<ExpectationRecord, Failure> {
        Ok(ExpectationRecord {
            source,
            on: day(on),
            expected: score(mark)?,
        })
    }

    #[test]
    fn the_highest_of_the_latest_counts_and_own_experience_is_the_floor() -> Result<(), Failure> {
        type Given = (ExpectationSource, u32, &'static str);
        type Found = (&'static str, ExpectationSource, Option<&'static str>);
        let table: [(&[Given], Found); 5] = [
            (&[(WordOfMouth, 1, "4")], ("4", WordOfMouth, None)),
            (
                &[(PastExperience, 2, "5"), (PastExperience, 1, "9")],
                ("5", PastExperience, Some("5")),
            ),
            (
                &[(PastExperience, 1, "5"), (PastExperience, 1, "4")],
                ("5", PastExperience, Some("5")),
            ),
            (
                &[(PersonalNeeds, 1, "6"), (PastExperience, 1, "6")],
                ("6", PastExperience, Some("6")),
            ),
            (
                &[(PersonalNeeds, 1, "7"), (PastExperience, 1, "6")],
                ("7", PersonalNeeds, Some("6")),
            ),
        ];
        for (given, (expected, source, floor)) in table {
            let mut records = alloc::vec::Vec::new();
            for (source, on, mark) in given {
                records.push(record(*source, *on, mark)?);
            }
            let backwards: alloc::vec::Vec<_> = records.iter().rev().copied().collect();
            let found = expectation(&records, day(9))?;
            assert_eq!(found, expectation(&backwards, day(9))?, "{given:?}");
            let found = found.into_value().ok_or("no record")?;
            assert_eq!(
                (found.expected, found.source),
                (score(expected)?, source),
                "{given:?}"
            );
            assert_eq!(found.floor, floor.map(score).transpose()?, "{given:?}");
        }
        let nothing = expectation(&[], day(1))?;
        assert_eq!(
            (nothing.value(), nothing.findings().gaps().count()),
            (None, 1)
        );
        Ok(())
    }

    #[test]
    fn a_source_and_its_mark_are_classified() -> Result<(), Failure> {
        let records = [
            record(WordOfMouth, 1, "4")?,
            record(PersonalNeeds, 1, "6.5")?,
        ];
        let found = expectation(&records, day(1))?;
        let texts = found.findings().iter();
        assert!(
            texts
                .map(|finding| finding.display(Locale::En).to_string())
                .eq([
                    "SAT-03 classified: source of the expectation personal needs",
                    "SAT-03 classified: expectation 6.5",
                ])
        );
        Ok(())
    }

    #[test]
    fn a_record_of_a_later_day_is_counted_and_never_used() -> Result<(), Failure> {
        let records = [
            record(PastExperience, 1, "5")?,
            record(WordOfMouth, 2, "9")?,
        ];
        let found = expectation(&records, day(1))?;
        let first = found.findings().iter().next().ok_or("no finding")?;
        let ignored = "SAT-03 not applicable: ignored entries of later days 1";
        assert_eq!(first.display(Locale::En).to_string(), ignored);
        let value = found.into_value().ok_or("no value")?;
        assert_eq!(
            (value.expected, value.sources),
            (score("5")?, PastExperience.into())
        );
        assert_eq!(expectation(&records[1..], day(1))?.value(), None);
        Ok(())
    }

    #[test]
    fn two_scales_are_refused() -> Result<(), Failure> {
        let own = record(PastExperience, 1, "5")?;
        let other = |mark| {
            Ok::<_, Failure>(ExpectationRecord {
                expected: percent(mark)?,
                ..own
            })
        };
        let records = [own, other("5")?, own, other("7")?];
        let refused = expectation(&records, day(1)).map_err(|error| error.to_string());
        let mixed = "a score on 0 to 10 and one on 0 to 100 cannot be compared, expected one scale";
        assert_eq!(refused.err().as_deref(), Some(mixed));
        Ok(())
    }
}
