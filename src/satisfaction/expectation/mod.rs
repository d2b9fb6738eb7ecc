//! The sources of expectations, and the reasons for their rise (期望: SAT-03, SAT-04, SAT-05).
//!
//! ```text
//! ExpectationRecords + as_of -> expectation  -> Expectation       the expected mark, and its source
//! start + Experiences        -> ratchet      -> Ratchet           an expectation after a row of experiences
//! FeatureHistory             -> feature_tier -> FeatureStanding   the present tier of a feature
//! ```
//!
//! - *Looks at*: The customer's experiences, the word of others, and its needs. Benefits given once
//!   or for good. Features, and the time when competitors followed.
//! - *Why*: A benefit raises the next expectation. Its end disappoints although the service stayed
//!   the same.
//! - *Breaks it*: A benefit taken back that was not announced as given once. A feature counted
//!   above its present tier.
//! - *Keeps it*: Experiences that reach the present expectation; features counted in their present
//!   tier.
//! - *Rules*: SAT-03, SAT-04, SAT-05.
//!
//! # Examples
//!
//! ```
//! use keqing::satisfaction::SatisfactionPolicy;
//! use keqing::satisfaction::expectation::{FeatureHistory, FeatureTier, feature_tier};
//! use keqing::verdict::Presence;
//! use keqing::vocab::known::Known;
//!
//! let hotline = FeatureHistory::new("24h hotline".parse()?, FeatureTier::Delight)
//!     .with_cycles(Known::measured(0))
//!     .with_competitor_parity(Known::measured(Presence::Present));
//! let found = feature_tier(&SatisfactionPolicy::standard(), &hotline);
//! assert_eq!(found.into_value().map(|found| found.tier), Some(FeatureTier::Expected));
//! # Ok::<(), keqing::vocab::name::NameError>(())
//! ```

mod feature;
mod ratchet;

pub use feature::{FeatureHistory, FeatureStanding, FeatureTier, feature_tier};
pub use ratchet::{Announcement, Experience, Ratchet, RatchetError, RatchetStep, ratchet};

use alloc::boxed::Box;

use chrono::NaiveDate;
use thiserror::Error;

use crate::form::{Several, every, record, several};
use crate::satisfaction::cards::satisfaction::SAT_03;
use crate::satisfaction::score::{MixedScalesError, Score};
use crate::verdict::{Assessment, Bound, Evidence, Fact, Reading, Recorder};
use crate::vocab::set::Set;
use crate::vocab::words::words;

words! {
    /// A source of an expectation (期望来源), SAT-03.
    pub closed enum ExpectationSource in Set {
        /// The customer's own experiences.
        PastExperience = "past-experience", "past experience", "过去的经历", "過去的經歷";
        /// The word of others.
        WordOfMouth = "word-of-mouth", "word of mouth", "口碑", "口碑";
        /// The customer's needs.
        PersonalNeeds = "personal-needs", "personal needs", "个人需要", "個人需要";
    }
}

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
/// record of each source counts, and the highest of those is expected. The customer's latest own
/// experience is the floor. The value is `None` if there is no record.
///
/// # Errors
///
/// [`ExpectationError`] is returned when a record is dated after `as_of`, and when the records are
/// on two scales. It holds the error of every record.
///
/// # Examples
///
/// ```
/// use chrono::NaiveDate;
/// use keqing::satisfaction::expectation::{ExpectationRecord, ExpectationSource, expectation};
/// use keqing::satisfaction::score::{Scale, Score};
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
    check(records, as_of)?;
    Ok(Assessment::of(|r| consult(records, r)))
}

/// Returned when a record of expectation is later than the date that is asked for.
#[derive(Clone, Debug, Eq, Error, PartialEq)]
#[non_exhaustive]
pub enum ExpectationError {
    /// A record is of a day that has not come.
    #[error("the expectation of {on} is later than {as_of}, the date that is asked for")]
    DatedAfter {
        /// Its date.
        on: NaiveDate,
        /// The date that is asked for.
        as_of: NaiveDate,
    },
    /// Two records are on two scales.
    #[error(transparent)]
    MixedScales(#[from] MixedScalesError),
    /// Several records are at fault.
    #[error(transparent)]
    Several(Box<Several<Self>>),
}

several!(pub ExpectationError);

fn check(records: &[ExpectationRecord], as_of: NaiveDate) -> Result<(), ExpectationError> {
    let Some(first) = records.first() else {
        return Ok(());
    };
    every(records.iter().flat_map(|record| {
        let one_scale = first.expected.same_scale(record.expected);
        let has_come = match record.on {
            on if as_of < on => Err(ExpectationError::DatedAfter { on, as_of }),
            _ => Ok(()),
        };
        [one_scale.map_err(Into::into), has_come]
    }))
}

fn consult<R: Recorder>(records: &[ExpectationRecord], r: &mut R) -> Option<Expectation> {
    if records.is_empty() {
        r.miss(&SAT_03, Fact::Expectation);
    }
    let mut found: Option<Expectation> = None;
    for source in Set::<ExpectationSource>::all() {
        let of_source = records.iter().filter(|record| record.source == source);
        let Some(latest) = of_source.max_by_key(|record| record.on) else {
            continue;
        };
        let is_own = source == ExpectationSource::PastExperience;
        let expected = latest.expected;
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
    let found = found?;
    r.require(&SAT_03, true, || {
        let floor = found.floor.unwrap_or(found.expected);
        let reading = Reading::Number {
            observed: found.expected.value(),
            bound: Bound::AtLeast,
            required: floor.value(),
        };
        Evidence::new(Fact::Expectation, reading)
    });
    Some(found)
}

#[cfg(test)]
mod tests {
    use alloc::string::ToString;

    use super::{ExpectationError, ExpectationRecord, ExpectationSource, expectation};
    use crate::satisfaction::sample::{Failure, day, percent, score};

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
                ("4", PastExperience, Some("4")),
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
            let found = expectation(&records, day(9))?
                .into_value()
                .ok_or("no record")?;
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
    fn two_scales_and_a_day_to_come_are_refused() -> Result<(), Failure> {
        let own = record(PastExperience, 2, "5")?;
        let (on, as_of) = (day(2), day(1));
        assert_eq!(
            expectation(&[own], as_of).err(),
            Some(ExpectationError::DatedAfter { on, as_of })
        );
        assert!(expectation(&[own], on).is_ok());
        let other = ExpectationRecord {
            expected: percent("5")?,
            ..own
        };
        let refused = expectation(&[own, other], on).err();
        assert!(matches!(refused, Some(ExpectationError::MixedScales(_))));
        Ok(())
    }

    #[test]
    fn every_record_that_cannot_be_is_refused() -> Result<(), Failure> {
        let own = record(PastExperience, 1, "5")?;
        let late = |on, expected| ExpectationRecord {
            on: day(on),
            expected,
            ..own
        };
        let records = [
            own,
            late(3, percent("5")?),
            late(2, own.expected),
            late(1, percent("7")?),
        ];
        let refused = expectation(&records, day(1)).map_err(|error| error.to_string());
        let all = "a score on 0 to 10 and one on 0 to 100 cannot be compared, expected one scale; \
            the expectation of 2024-05-03 is later than 2024-05-01, the date that is asked for; \
            the expectation of 2024-05-02 is later than 2024-05-01, the date that is asked for";
        assert_eq!(refused.err().as_deref(), Some(all));
        Ok(())
    }
}
