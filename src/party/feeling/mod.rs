//! The moods of the people of a side, and the affect behind them (情感: PTY-02, PTY-07, PTY-08).
//!
//! ```text
//! Observations + Register + Ties + day -> feeling -> Feeling   the mood of each person, and the slower affect behind it
//! ```
//!
//! - *Looks at*: Dated [`Observation`]s: an emotion or a mark, its person, and its grade of
//!   evidence.
//! - *Why*: The mood is the last feeling, and the affect is the state into which moods settle. A
//!   friendly last call can hide a customer that is turning away.
//! - *Breaks it*: A person who feels worse than the side as a whole. A main contact in a bad mood. Nobody
//!   whose feeling was seen or said.
//! - *Keeps it*: Each person observed separately, and asked rather than guessed at.
//! - *Rules*: PTY-02, PTY-03, PTY-07, PTY-08.
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
#[cfg(test)]
mod tests;

pub use emotion::{Emotion, Polarity, PolarityError};
pub use policy::{AffectStart, MoodPolicy, MoodPolicyError};

use alloc::boxed::Box;
use alloc::vec::Vec;
use core::cmp::Reverse;

use chrono::NaiveDate;
use thiserror::Error;

use crate::form::{Several, every, lifting, record, several};
use crate::party::cards::parties::{PTY_02, PTY_03, PTY_07, PTY_08};
use crate::party::continuity::{TieNet, Ties, TiesError};
use crate::party::parties::{ReferenceError, Register};
use crate::verdict::{
    Assessment, Bound, Evidence, Fact, Found, Outcome, Reading, Recorder, Severity, Subject,
};
use crate::vocab::known::{Grade, Known};
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
        /// The number of observations that were made after the day, and are left out.
        pub ahead: u32,
        /// The number of observations of people who have left, which are left out.
        pub gone: u32,
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
/// Mood and affect are two values (PTY-08). The mood is the last observation, and of one day the least
/// pleasant. Every observation moves the affect a fixed share of the way toward the polarity of the mood
/// (PTY-07): `affect + smoothing × (polarity − affect)`. Each step is rounded once, half to even, to 12
/// decimals. Moods that were only guessed give no affect (PTY-03). If somebody's affect is negative and the
/// mean is not, the mean hides it, and a finding says so (PTY-02). A main contact in a bad mood is a finding
/// (PTY-08). A good mood says so for the days of the policy, unless a bad one was guessed since.
///
/// Observations come in any order. Those after the day are left out and counted, and so are those of people
/// who no longer act on it. The value is `None` if nobody's mood was seen or said.
///
/// # Errors
///
/// [`ObservationError`] is returned when a person who was observed is not one of the side on that day, and
/// when a tie names somebody whom the register does not have.
///
/// # Examples
///
/// ```
/// use keqing::party::continuity::Ties;
/// use keqing::party::feeling::{Emotion, MoodPolicy, Observation, feeling};
/// use keqing::party::parties::{Person, Register};
/// use keqing::vocab::known::Grade;
/// use keqing::vocab::words::{Department, Level, Side};
///
/// let date = |d| chrono::NaiveDate::from_ymd_opt(2024, 5, d).ok_or("no such date");
/// let wang = Person::new("wang-fang", Department::Purchasing, Level::Manager)?;
/// let seen = |emotion, on| Observation { person: wang.id, emotion, on, grade: Grade::Measured };
/// let observations = [seen(Emotion::Pleasure, date(8)?), seen(Emotion::Anger, date(1)?)];
///
/// let register = Register::new([], [wang])?;
/// let policy = MoodPolicy::standard();
/// let found = feeling(&policy, &register, &Ties::default(), Side::Customer, &observations, date(31)?)?;
/// let found = found.into_value().ok_or("nothing observed")?;
/// assert_eq!(found.people[0].mood, Emotion::Pleasure);
/// assert_eq!(found.people[0].affect.to_string(), "-0.12");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn feeling(
    policy: &MoodPolicy,
    register: &Register,
    ties: &Ties,
    side: Side,
    observations: &[Observation],
    as_of: NaiveDate,
) -> Result<Assessment<Feeling>, ObservationError> {
    check(register, side, observations)?;
    let net = ties.on(register, as_of)?;
    Ok(felt(policy, register, &net, side, observations, as_of))
}

/// Assesses the feelings of people whom the register has, with the ties that are held on the day.
pub(crate) fn felt(
    policy: &MoodPolicy,
    register: &Register,
    net: &TieNet,
    side: Side,
    observations: &[Observation],
    as_of: NaiveDate,
) -> Assessment<Feeling> {
    let past = observations.iter().filter(|seen| seen.on <= as_of);
    let (mut sorted, gone): (Vec<&Observation>, Vec<&Observation>) =
        past.partition(|seen| register.acts(side, &seen.person, as_of));
    // The least pleasant mood of a day comes last, and no place in a list decides.
    sorted.sort_by_key(|seen| {
        let polarity = policy.polarity(seen.emotion);
        (seen.person, seen.on, Reverse(polarity), seen.grade)
    });
    let ahead = observations.iter().filter(|seen| as_of < seen.on).count();
    let asked = Asked {
        policy,
        net,
        side,
        as_of,
        ahead: u32::try_from(ahead).unwrap_or(u32::MAX),
        gone: u32::try_from(gone.len()).unwrap_or(u32::MAX),
    };
    Assessment::of(|r| asked.consult(&sorted, r))
}

/// Returned when an observation is of nobody of the side, or a tie of nobody in the register.
#[derive(Clone, Debug, Eq, Error, PartialEq)]
#[non_exhaustive]
pub enum ObservationError {
    /// A person leads to no entry of the register on the day of the observation.
    #[error(transparent)]
    Reference(#[from] ReferenceError),
    /// Several observations are at fault.
    #[error(transparent)]
    Several(Box<Several<Self>>),
    /// The ties are at fault.
    #[error(transparent)]
    Ties(Box<TiesError>),
}

several!(pub ObservationError);

lifting! { ObservationError: Ties(TiesError) }

pub(crate) fn check(
    register: &Register,
    side: Side,
    observations: &[Observation],
) -> Result<(), ObservationError> {
    every(observations.iter().map(|seen| {
        let found = register.resolve_for(side, &seen.person, seen.on);
        found.map(|_| ()).map_err(ObservationError::from)
    }))
}

/// All that bears on the feelings of a side.
struct Asked<'a> {
    policy: &'a MoodPolicy,
    net: &'a TieNet,
    side: Side,
    as_of: NaiveDate,
    ahead: u32,
    gone: u32,
}

impl Asked<'_> {
    fn consult<R: Recorder>(&self, sorted: &[&Observation], r: &mut R) -> Option<Feeling> {
        let (mut people, mut heard) = (Vec::new(), Vec::new());
        let mut is_guessed = false;
        if self.ahead > 0 {
            r.record(&PTY_07, PTY_07.severity(), Outcome::Inapplicable, || {
                Evidence::found(Fact::DatedLater, self.ahead)
            });
        }
        for moods in sorted.chunk_by(|one, next| one.person == next.person) {
            match one_person(self.policy, moods) {
                Some(person) => {
                    people.push(person);
                    heard.push(moods);
                }
                None => {
                    is_guessed = true;
                    self.guessed(moods, r);
                }
            }
        }
        let worst = people
            .iter()
            .min_by_key(|person: &&PersonFeeling| person.affect);
        let Some(worst) = worst else {
            r.miss(&PTY_07, Fact::Mood);
            r.miss(&PTY_08, Fact::Affect);
            return None;
        };
        for (person, moods) in people.iter().zip(heard) {
            let subject = self.subject(person.person);
            let mood = Found::word(person.mood.kind());
            r.classify(&PTY_07, || Evidence::found(Fact::Mood, mood).of(subject));
            r.classify(&PTY_08, || {
                Evidence::found(Fact::Affect, person.affect.value()).of(subject)
            });
            self.bears_up(person, moods, r);
        }
        let (id, mean) = (
            worst.person,
            Polarity::mean(people.iter().map(|person| person.affect)),
        );
        if people.len() > 1 {
            let hidden = worst.affect < Polarity::NEUTRAL && mean >= Polarity::NEUTRAL;
            let missing = (is_guessed && !hidden).then_some(Fact::HiddenFeeling);
            r.weigh(&PTY_02, PTY_02.severity(), missing, !hidden, || {
                Evidence::absent(Fact::HiddenFeeling, hidden).of(self.subject(id))
            });
        }
        Some(Feeling {
            worst: id,
            mean,
            people,
            ahead: self.ahead,
            gone: self.gone,
        })
    }

    /// Records that moods that were only guessed are no word of the customer (PTY-03).
    fn guessed<R: Recorder>(&self, moods: &[&Observation], r: &mut R) {
        if let Some(last) = moods.last() {
            let (observed, required) = (last.grade, Grade::OWN_WORD);
            r.weigh(&PTY_03, PTY_03.severity(), Some(Fact::Mood), false, || {
                Evidence::new(Fact::Mood, Reading::Grade { observed, required })
                    .of(self.subject(last.person))
            });
        }
    }

    /// Checks PTY-08: a main contact is in no bad mood.
    ///
    /// Without ties nobody knows who the main contacts are, so a bad mood leaves a gap. So does a good mood that
    /// is too old, and a bad one that was only guessed since.
    fn bears_up<R: Recorder>(&self, person: &PersonFeeling, moods: &[&Observation], r: &mut R) {
        let (mood, least) = (
            self.policy.polarity(person.mood),
            self.policy.bad_mood_below(),
        );
        let subject = self.subject(person.person);
        if self.net.is_unknown() {
            if mood < least {
                r.miss_of(&PTY_08, Fact::Ties, subject);
            }
        } else if self.net.is_main_contact(self.side, &person.person) {
            let ends = self.policy.mood_ends(person.mood_on);
            if let Some(since) = ends.filter(|end| mood >= least && *end <= self.as_of) {
                return r.miss_since(&PTY_08, Fact::Mood, subject, Some(since));
            }
            let guess = moods.iter().find(|seen| {
                let is_later = seen.on > person.mood_on;
                is_later && self.policy.polarity(seen.emotion) < least
            });
            if let Some(guess) = guess.filter(|_| mood >= least) {
                r.require_grade(
                    &PTY_08,
                    (Fact::Mood, subject),
                    Known::graded((), guess.grade),
                );
                return;
            }
            r.require_at(&PTY_08, Severity::Warning, mood >= least, || {
                let reading = Reading::Number {
                    observed: mood.value(),
                    bound: Bound::AtLeast,
                    required: least.value(),
                };
                Evidence::new(Fact::Mood, reading).of(subject)
            });
        }
    }

    const fn subject(&self, id: PersonId) -> Subject {
        Subject::Person {
            side: self.side,
            id,
        }
    }
}

/// Returns the last mood of a person, and the affect that all of them leave; guesses leave none.
fn one_person(policy: &MoodPolicy, moods: &[&Observation]) -> Option<PersonFeeling> {
    let seen = moods.iter().filter(|mood| mood.grade >= Grade::OWN_WORD);
    let first = seen.clone().next()?;
    let last = seen.clone().next_back()?;
    let grade = seen.clone().map(|mood| mood.grade).min()?;
    let start = match policy.start() {
        AffectStart::FirstMood => policy.polarity(first.emotion),
        AffectStart::Neutral => Polarity::NEUTRAL,
    };
    let observations = seen.clone().count();
    let affect = seen.fold(start, |affect, mood| {
        affect.toward(policy.polarity(mood.emotion), policy.smoothing())
    });
    Some(PersonFeeling {
        person: last.person,
        mood: last.emotion,
        mood_on: last.on,
        affect,
        observations: u32::try_from(observations).unwrap_or(u32::MAX),
        grade,
    })
}
