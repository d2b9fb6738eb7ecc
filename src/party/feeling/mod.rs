//! The moods of the people of a side, and the affect behind them (情感: PTY-02, PTY-07, PTY-08).
//!
//! ```text
//! Observations + MoodPolicy + as_of -> feeling -> Feeling   the mood of each person, and the slower affect behind it
//! ```
//!
//! - *Looks at*: Dated [`Observation`]s: an emotion or a mark, its person, and its grade of
//!   evidence.
//! - *Why*: The mood is the last feeling, and the affect is the state into which moods settle. A
//!   friendly last call can hide a customer that is turning away.
//! - *Breaks it*: A person who feels worse than the side as a whole. Nobody whose feeling is known.
//! - *Keeps it*: Each person observed separately, recently enough.
//! - *Rules*: PTY-02, PTY-07, PTY-08.
//!
//! # Examples
//!
//! ```
//! use keqing::party::feeling::{Emotion, MoodPolicy, Polarity};
//!
//! let anger = MoodPolicy::standard().polarity(Emotion::Anger);
//! assert!(anger < Polarity::new((-1).into())?);
//! # Ok::<(), keqing::party::feeling::PolarityError>(())
//! ```

mod emotion;
mod policy;

pub use emotion::{Emotion, Polarity, PolarityError};
pub use policy::{AffectStart, MoodPolicy, MoodPolicyError};

use alloc::boxed::Box;
use alloc::vec::Vec;

use chrono::NaiveDate;
use thiserror::Error;

use crate::form::{Several, every, record, several};
use crate::party::cards::parties::{PTY_02, PTY_07, PTY_08};

use crate::verdict::{Assessment, Bound, Evidence, Fact, Reading, Recorder, Subject};
use crate::vocab::known::Grade;
use crate::vocab::name::PersonId;
use crate::vocab::words::Side;

record! {
    /// One emotion that was observed in one person on one day (情绪观察).
    #[derive(Copy, Hash)]
    pub closed struct Observation {
        /// The person who felt it.
        pub person: PersonId,
        /// The emotion.
        pub emotion: Emotion,
        /// The day of the observation.
        pub on: NaiveDate,
        /// The grade of the evidence: it was seen, said or guessed.
        pub grade: Grade,
    }
}

record! {
    /// The feelings of the people of one side (情感状况): each, the worst, and the mean (PTY-02).
    #[non_exhaustive]
    #[derive(Hash)]
    pub struct Feeling {
        /// The people, in the order of their ids.
        pub people: Vec<PersonFeeling>,
        /// The person with the lowest affect; the first by id of several.
        pub worst: PersonId,
        /// The mean of the affects, rounded half to even to 12 decimals.
        pub mean: Polarity,
    }
}

record! {
    /// The feeling of one person: the mood, and the affect that it settles into (PTY-08).
    #[non_exhaustive]
    #[derive(Copy, Hash)]
    pub struct PersonFeeling {
        /// The person.
        pub person: PersonId,
        /// The mood (情绪): the emotion that was observed last.
        pub mood: Emotion,
        /// The day of that observation.
        pub mood_on: NaiveDate,
        /// The affect (情感): every mood so far, the latest weighing most.
        pub affect: Polarity,
        /// The number of moods on which the affect rests.
        pub observations: u32,
        /// The weakest grade of evidence among them.
        pub grade: Grade,
    }
}

/// Assesses the feelings of the people of one side: the mood of each, and the slower affect behind
/// it.
///
/// Mood and affect are two values (PTY-08). The mood is the last observation. Every observation
/// moves the affect a fixed share of the way toward the polarity of the mood (PTY-07):
/// `affect + smoothing × (polarity − affect)`. Each step is rounded once, half to even, to 12
/// decimals. If somebody's affect is negative and the mean is not, the mean hides a conflict, and a
/// finding says so (PTY-02).
///
/// Observations of several people may be mixed; those of one person come oldest first. The value is
/// `None` if there are none.
///
/// # Errors
///
/// [`ObservationError`] is returned when an observation is dated after `as_of` or before the same
/// person's preceding one.
///
/// # Examples
///
/// ```
/// use keqing::party::feeling::{Emotion, MoodPolicy, Observation, feeling};
/// use keqing::vocab::known::Grade;
/// use keqing::vocab::words::Side;
///
/// let date = |d| chrono::NaiveDate::from_ymd_opt(2024, 5, d).ok_or("no such date");
/// let seen = |emotion, on| Ok::<_, Box<dyn std::error::Error>>(Observation {
///     person: "wang-fang".parse()?,
///     emotion,
///     on,
///     grade: Grade::Measured,
/// });
/// let observations = [seen(Emotion::Anger, date(1)?)?, seen(Emotion::Pleasure, date(8)?)?];
///
/// let found = feeling(&MoodPolicy::standard(), Side::Customer, &observations, date(31)?)?;
/// let found = found.into_value().ok_or("nothing observed")?;
/// assert_eq!(found.people[0].mood, Emotion::Pleasure);
/// assert_eq!(found.people[0].affect.to_string(), "-0.12");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn feeling(
    policy: &MoodPolicy,
    side: Side,
    observations: &[Observation],
    as_of: NaiveDate,
) -> Result<Assessment<Feeling>, ObservationError> {
    let mut sorted: Vec<&Observation> = observations.iter().collect();
    sorted.sort_by_key(|observation| observation.person);
    check(&sorted, as_of)?;
    Ok(Assessment::of(|r| consult(policy, side, &sorted, r)))
}

/// Returned when observations are out of order or later than the date that is asked for.
#[derive(Clone, Debug, Eq, Error, PartialEq)]
#[non_exhaustive]
pub enum ObservationError {
    /// An observation is of a day that has not come.
    #[error(
        "the observation of {person} on {on} is later than {as_of}, the date that is asked for"
    )]
    DatedAfter {
        /// The person who was observed.
        person: PersonId,
        /// Its date.
        on: NaiveDate,
        /// The date that is asked for.
        as_of: NaiveDate,
    },
    /// Two observations of one person are out of order.
    #[error(
        "the observation of {person} on {later} cannot follow that of {earlier}: give the oldest first"
    )]
    OutOfOrder {
        /// The person who was observed.
        person: PersonId,
        /// The date that comes first in the list.
        earlier: NaiveDate,
        /// The date of the one after it.
        later: NaiveDate,
    },
    /// Several observations are at fault.
    #[error(transparent)]
    Several(Box<Several<Self>>),
}

several!(pub ObservationError);

fn check(sorted: &[&Observation], as_of: NaiveDate) -> Result<(), ObservationError> {
    let dated_after = sorted.iter().filter(|seen| as_of < seen.on);
    let dated_after = dated_after.map(|seen| ObservationError::DatedAfter {
        person: seen.person,
        on: seen.on,
        as_of,
    });
    let neighbours = sorted.iter().zip(sorted.iter().skip(1));
    let turned = neighbours.filter(|(one, next)| one.person == next.person && next.on < one.on);
    let turned = turned.map(|(one, next)| ObservationError::OutOfOrder {
        person: one.person,
        earlier: one.on,
        later: next.on,
    });
    every(dated_after.chain(turned).map(Err))
}

fn consult<R: Recorder>(
    policy: &MoodPolicy,
    side: Side,
    sorted: &[&Observation],
    r: &mut R,
) -> Option<Feeling> {
    let people: Vec<PersonFeeling> = sorted
        .chunk_by(|one, next| one.person == next.person)
        .filter_map(|moods| one_person(policy, moods))
        .collect();
    let Some(worst) = people.iter().min_by_key(|person| person.affect) else {
        r.miss(&PTY_07, Fact::Mood);
        r.miss(&PTY_08, Fact::Affect);
        return None;
    };
    for person in &people {
        let subject = Subject::Person {
            side,
            id: person.person,
        };
        r.require(&PTY_07, true, || {
            number(Fact::Mood, policy.polarity(person.mood)).of(subject)
        });
        r.require(&PTY_08, true, || {
            number(Fact::Affect, person.affect).of(subject)
        });
    }
    let (id, mean) = (
        worst.person,
        Polarity::mean(people.iter().map(|person| person.affect)),
    );
    if people.len() > 1 {
        let hidden = worst.affect < Polarity::NEUTRAL && mean >= Polarity::NEUTRAL;
        r.require(&PTY_02, !hidden, || {
            Evidence::absent(Fact::HiddenConflict, hidden).of(Subject::Person { side, id })
        });
    }
    Some(Feeling {
        people,
        worst: id,
        mean,
    })
}

/// Checks PTY-08: the last mood, and the affect that all of them leave.
fn one_person(policy: &MoodPolicy, moods: &[&Observation]) -> Option<PersonFeeling> {
    let (first, last) = (moods.first()?, moods.last()?);
    let start = match policy.start() {
        AffectStart::FirstMood => policy.polarity(first.emotion),
        AffectStart::Neutral => Polarity::NEUTRAL,
    };
    let affect = moods.iter().fold(start, |affect, mood| {
        affect.toward(policy.polarity(mood.emotion), policy.smoothing())
    });
    let grade = moods.iter().map(|mood| mood.grade).min()?;
    Some(PersonFeeling {
        person: last.person,
        mood: last.emotion,
        mood_on: last.on,
        affect,
        observations: u32::try_from(moods.len()).unwrap_or(u32::MAX),
        grade,
    })
}

/// Makes evidence of a polarity: it lies on the scale, as the two definitions ask.
fn number(fact: Fact, observed: Polarity) -> Evidence {
    Evidence::new(
        fact,
        Reading::Number {
            observed: observed.value(),
            bound: Bound::AtLeast,
            required: Polarity::points(-10).value(),
        },
    )
}

#[cfg(test)]
mod tests {
    use alloc::string::ToString;
    use alloc::vec::Vec;

    use chrono::NaiveDate;

    use super::{Feeling, Observation, ObservationError, feeling};
    use crate::party::feeling::emotion::Emotion;
    use crate::party::feeling::policy::{AffectStart, MoodPolicy};
    use crate::verdict::Assessment;
    use crate::vocab::known::Grade;
    use crate::vocab::name::{NameError, PersonId};
    use crate::vocab::share::Share;
    use crate::vocab::words::Side;

    use Emotion::{Anger, Doubt, Pleasure, Suspicion};

    fn day(day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2024, 5, day).unwrap_or(NaiveDate::MIN)
    }

    /// Makes one person's moods, a day each.
    fn moods(id: &str, emotions: &[Emotion]) -> Result<Vec<Observation>, NameError> {
        let person = PersonId::new(id)?;
        let observation = |(on, emotion): (u32, &Emotion)| Observation {
            person,
            emotion: *emotion,
            on: day(on),
            grade: Grade::Measured,
        };
        Ok((1..).zip(emotions).map(observation).collect())
    }

    fn feel(observations: &[Observation]) -> Result<Assessment<Feeling>, ObservationError> {
        feeling(
            &MoodPolicy::standard(),
            Side::Customer,
            observations,
            day(31),
        )
    }

    #[test]
    fn affect_follows_the_moods_slowly() -> Result<(), alloc::boxed::Box<dyn core::error::Error>> {
        let table: [(&[Emotion], &str, &str); 6] = [
            (&[Pleasure], "0.2", "1"),
            (&[Anger], "-0.4", "-2"),
            (&[Pleasure, Pleasure], "0.36", "1"),
            (&[Pleasure, Anger], "-0.24", "-0.5"),
            (&[Doubt, Suspicion, Pleasure], "-0.088", "0"),
            (&[Anger, Pleasure, Pleasure, Pleasure], "0.2832", "0.625"),
        ];
        let quick = MoodPolicy::standard()
            .with_start(AffectStart::FirstMood)
            .with_smoothing(Share::new(1, 2)?)?;
        for (emotions, slow, fast) in table {
            let moods = moods("a", emotions)?;
            let found = feel(&moods)?
                .into_value()
                .map(|found| found.mean.to_string());
            assert_eq!(found.as_deref(), Some(slow), "{emotions:?}");
            let found = feeling(&quick, Side::Customer, &moods, day(31))?;
            let found = found.into_value().map(|found| found.mean.to_string());
            assert_eq!(found.as_deref(), Some(fast), "{emotions:?}");
        }
        Ok(())
    }

    #[test]
    fn a_mean_may_hide_one_person() -> Result<(), alloc::boxed::Box<dyn core::error::Error>> {
        let pleased = moods("b", &[Pleasure, Pleasure, Pleasure])?;
        let table: [(&[Emotion], &str, bool); 3] = [
            (&[Pleasure], "0.344", false),
            (&[Doubt], "0.144", true),
            (&[Anger, Anger], "-0.116", false),
        ];
        for (emotions, mean, hides) in table {
            let mut both = moods("a", emotions)?;
            both.extend(&pleased);
            both.sort_by_key(|observation| observation.on);
            let found = feel(&both)?;
            assert_eq!(found.breaches("PTY-02".parse()?), hides, "{emotions:?}");
            let value = found.into_value();
            assert_eq!(
                value
                    .as_ref()
                    .map(|found| found.mean.to_string())
                    .as_deref(),
                Some(mean)
            );
            assert_eq!(value.map(|found| found.worst), Some(PersonId::new("a")?));
        }
        Ok(())
    }

    #[test]
    fn nothing_observed_is_nothing_known() -> Result<(), ObservationError> {
        let found = feel(&[])?;
        assert_eq!(found.value(), None);
        let gaps = found.findings().gaps().map(|gap| gap.rule.to_string());
        assert!(gaps.eq(["PTY-07", "PTY-08"]));
        Ok(())
    }

    #[test]
    fn dates_have_to_be_in_order_and_past() -> Result<(), NameError> {
        let mut moods = moods("a", &[Pleasure, Anger])?;
        let person = PersonId::new("a")?;
        assert!(feeling(&MoodPolicy::standard(), Side::Customer, &moods, day(2)).is_ok());
        let early = feeling(&MoodPolicy::standard(), Side::Customer, &moods, day(1)).err();
        let (on, as_of) = (day(2), day(1));
        assert_eq!(
            early,
            Some(ObservationError::DatedAfter { person, on, as_of })
        );
        moods.reverse();
        let (earlier, later) = (day(2), day(1));
        let swapped = Some(ObservationError::OutOfOrder {
            person,
            earlier,
            later,
        });
        assert_eq!(feel(&moods).err(), swapped);
        Ok(())
    }
}
