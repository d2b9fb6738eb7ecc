use alloc::boxed::Box;

use chrono::NaiveDate;
use rust_decimal::Decimal;
use thiserror::Error;

use crate::form::{Gathered, Several, Tree, checked, several, value_of};
use crate::party::feeling::emotion::{Emotion, Polarity};
use crate::vocab::share::{Share, above_nothing};
use crate::vocab::time::Days;
use crate::vocab::words::words;

checked! {
    /// The polarities of moods, and their speed of becoming an affect (情绪政策), PTY-07 and PTY-08.
    ///
    /// # Examples
    ///
    /// ```
    /// use keqing::party::feeling::{Emotion, MoodPolicy, Polarity};
    ///
    /// let policy = MoodPolicy::standard();
    /// assert_eq!(policy.polarity(Emotion::Anger), Polarity::points(-2));
    /// ```
    #[derive(Copy, Hash)]
    pub struct MoodPolicy, checked by MoodPolicy::checked {
        /// The polarity of pleasure, above 0 and at most 10, with at most 12 decimals.
        /// Neutral or less is refused.
        pleasure: Polarity where (above_neutral) => "PTY-02" "PTY-07" "PTY-08",
        /// The polarity of doubt, below 0 and at least -10, with at most 12 decimals.
        /// Neutral or more is refused.
        doubt: Polarity where (below_neutral) => "PTY-02" "PTY-07" "PTY-08",
        /// The polarity of suspicion, below 0 and at least -10, with at most 12 decimals.
        /// Neutral or more is refused.
        suspicion: Polarity where (below_neutral) => "PTY-02" "PTY-07" "PTY-08",
        /// The polarity of anger, below 0 and at least -10, with at most 12 decimals.
        /// Neutral or more is refused.
        anger: Polarity where (below_neutral) => "PTY-02" "PTY-07" "PTY-08",
        /// The share of the way by which one mood moves the affect toward itself.
        /// A share of 0 % is refused.
        smoothing: Share where (above_nothing) => "PTY-02" "PTY-08",
        /// The affect before the first mood: neutral, or the polarity of that first mood.
        start: AffectStart => "PTY-02" "PTY-08",
        /// The polarity below which the mood of a main contact is a warning, from -10 to 10.
        bad_mood_below: Polarity => "PTY-08",
        /// The number of days after a mood for which it says how the person feels now; `"none"` is for ever.
        mood_days: Option<Days> | "none" => "PTY-08",
    }
}

impl MoodPolicy {
    /// Returns the documents' own policy: +1, −1, −1 and −2; a fifth of the way from neutral per mood; a
    /// mood below neutral is a bad one. A mood counts for a year.
    #[must_use]
    pub const fn standard() -> Self {
        Self {
            pleasure: Polarity::points(1),
            doubt: Polarity::points(-1),
            suspicion: Polarity::points(-1),
            anger: Polarity::points(-2),
            smoothing: FIFTH,
            start: AffectStart::Neutral,
            bad_mood_below: Polarity::NEUTRAL,
            mood_days: Some(Days::new(365)),
        }
    }

    /// Sets the polarities of the four named emotions.
    ///
    /// # Errors
    ///
    /// [`MoodPolicyError::Polarity`] is returned unless pleasure lies above neutral and the others
    /// below.
    pub fn with_polarities(
        self,
        pleasure: Polarity,
        doubt: Polarity,
        suspicion: Polarity,
        anger: Polarity,
    ) -> Result<Self, MoodPolicyError> {
        Self {
            pleasure,
            doubt,
            suspicion,
            anger,
            ..self
        }
        .checked()
    }

    /// Sets the share of the way by which one mood moves the affect toward itself.
    ///
    /// # Errors
    ///
    /// [`MoodPolicyError::NoSmoothing`] is returned when the share is nothing.
    pub fn with_smoothing(self, smoothing: Share) -> Result<Self, MoodPolicyError> {
        Self { smoothing, ..self }.checked()
    }

    /// Sets the affect before the first mood.
    #[must_use]
    pub const fn with_start(self, start: AffectStart) -> Self {
        Self { start, ..self }
    }

    /// Sets the polarity below which the mood of a main contact is a warning.
    #[must_use]
    pub const fn with_bad_mood_below(self, bad_mood_below: Polarity) -> Self {
        Self {
            bad_mood_below,
            ..self
        }
    }

    /// Sets the number of days for which a mood says how the person feels now; `None` is for ever.
    #[must_use]
    pub const fn with_mood_days(self, mood_days: Option<Days>) -> Self {
        Self { mood_days, ..self }
    }

    /// Returns the number of days for which a mood says how the person feels now; `None` is for ever.
    #[must_use]
    pub const fn mood_days(&self) -> Option<Days> {
        self.mood_days
    }

    /// Returns the first day on which a mood of a day no longer says how the person feels.
    pub(crate) fn mood_ends(&self, on: NaiveDate) -> Option<NaiveDate> {
        self.mood_days?.after(on)?.succ_opt()
    }

    /// Returns the polarity below which the mood of a main contact is a warning.
    #[must_use]
    pub const fn bad_mood_below(&self) -> Polarity {
        self.bad_mood_below
    }

    /// Returns the polarity of an emotion; an emotion that is not among the four has its own.
    #[must_use]
    pub const fn polarity(&self, emotion: Emotion) -> Polarity {
        match emotion {
            Emotion::Pleasure => self.pleasure,
            Emotion::Doubt => self.doubt,
            Emotion::Suspicion => self.suspicion,
            Emotion::Anger => self.anger,
            Emotion::Other { polarity, .. } => polarity,
        }
    }

    /// Returns the share of the way by which one mood moves the affect toward itself.
    #[must_use]
    pub const fn smoothing(&self) -> Share {
        self.smoothing
    }

    /// Returns the affect before the first mood.
    #[must_use]
    pub const fn start(&self) -> AffectStart {
        self.start
    }

    fn checked(self) -> Result<Self, MoodPolicyError> {
        let mut errors = Gathered::new();
        let wrong = |field, given: Polarity| {
            let given = given.value();
            MoodPolicyError::Polarity { field, given }
        };
        if self.pleasure <= Polarity::NEUTRAL {
            errors.keep(wrong("pleasure", self.pleasure));
        }
        for (field, given) in [
            ("doubt", self.doubt),
            ("suspicion", self.suspicion),
            ("anger", self.anger),
        ] {
            if given >= Polarity::NEUTRAL {
                errors.keep(wrong(field, given));
            }
        }
        if self.smoothing.is_none() {
            let given = self.smoothing;
            errors.keep(MoodPolicyError::NoSmoothing { given });
        }
        errors.settle(|| self)
    }
}

words! {
    /// The affect before the first mood was seen (情感起点).
    pub closed enum AffectStart {
        /// The first mood: one observation already makes an affect.
        FirstMood = "first-mood", "from the first mood", "以首次情绪为起点", "以首次情緒為起點";
        /// Neutral: the affect has to be earned, mood by mood.
        Neutral = "neutral", "from neutral", "以中性为起点", "以中性為起點";
    }
}

/// Finds a polarity that is neutral or less.
fn above_neutral(tree: &Tree) -> Option<&'static str> {
    let polarity: Option<Polarity> = value_of(tree).ok();
    polarity.filter(|polarity| *polarity <= Polarity::NEUTRAL)?;
    Some("a polarity above 0")
}

/// Finds a polarity that is neutral or more.
fn below_neutral(tree: &Tree) -> Option<&'static str> {
    let polarity: Option<Polarity> = value_of(tree).ok();
    polarity.filter(|polarity| *polarity >= Polarity::NEUTRAL)?;
    Some("a polarity below 0")
}

/// Returned when a mood policy contradicts itself.
#[derive(Clone, Debug, Eq, Error, PartialEq)]
#[non_exhaustive]
pub enum MoodPolicyError {
    /// The smoothing is nothing, so no mood would ever change anything.
    #[error("the smoothing is above nothing, got {given}")]
    NoSmoothing {
        /// The smoothing given.
        given: Share,
    },
    /// A polarity is on the wrong side of neutral.
    #[error("pleasure lies above 0, doubt, suspicion and anger below, got {given} for `{field}`")]
    Polarity {
        /// The field of the policy.
        field: &'static str,
        /// The polarity on the wrong side.
        given: Decimal,
    },
    /// Several numbers are at fault.
    #[error(transparent)]
    Several(Box<Several<Self>>),
}

several!(pub MoodPolicyError);

const FIFTH: Share = match Share::new(1, 5) {
    Ok(share) => share,
    Err(_) => Share::ALL,
};

#[cfg(test)]
mod tests {
    use alloc::string::ToString;

    use super::{AffectStart, MoodPolicy, MoodPolicyError, Polarity};
    use crate::vocab::share::Share;

    #[test]
    fn a_policy_that_contradicts_itself_is_refused() {
        let standard = MoodPolicy::standard();
        let with = |points: [i8; 4]| {
            let [pleasure, doubt, suspicion, anger] = points.map(Polarity::points);
            standard.with_polarities(pleasure, doubt, suspicion, anger)
        };
        assert_eq!(with([1, -1, -1, -2]), Ok(standard));
        let message =
            |policy: Result<MoodPolicy, MoodPolicyError>| policy.map_err(|error| error.to_string());
        for (refused, given) in [
            ([0, -1, -1, -2], "0 for `pleasure`"),
            ([-1, -1, -1, -2], "-1 for `pleasure`"),
            ([1, 0, -1, -2], "0 for `doubt`"),
            ([1, -1, 1, -2], "1 for `suspicion`"),
            ([1, -1, -1, 0], "0 for `anger`"),
        ] {
            let expected = alloc::format!(
                "pleasure lies above 0, doubt, suspicion and anger below, got {given}"
            );
            assert_eq!(message(with(refused)), Err(expected), "{refused:?}");
        }
        assert_eq!(
            message(standard.with_smoothing(Share::NONE)),
            Err("the smoothing is above nothing, got 0.0 %".into())
        );
        assert!(standard.with_smoothing(Share::ALL).is_ok());
    }

    #[test]
    fn json_goes_round_and_is_checked() -> Result<(), serde_json::Error> {
        let policy = MoodPolicy::standard().with_start(AffectStart::FirstMood);
        let json = serde_json::to_string(&policy)?;
        assert_eq!(
            json,
            r#"{"pleasure":"1","doubt":"-1","suspicion":"-1","anger":"-2","smoothing":{"part":"1","whole":"5"},"start":"first-mood","bad-mood-below":"0","mood-days":365}"#
        );
        assert_eq!(serde_json::from_str::<MoodPolicy>(&json)?, policy);
        let wrong = json.replace(r#""pleasure":"1""#, r#""pleasure":"-1""#);
        assert!(serde_json::from_str::<MoodPolicy>(&wrong).is_err());
        Ok(())
    }
}
