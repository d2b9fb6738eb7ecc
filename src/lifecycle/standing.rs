//! The standing of a relationship: its state, and since when (关系状态: LIF-08, LIF-12).
//!
//! ```text
//! State + day      -> Standing::open   the first standing
//! Standing + Event -> evolve           every later one, in the room `moves`
//! ```
//!
//! - *Looks at*: The [`State`], active or interrupted, with the days of the last step up and of the
//!   last fall.
//! - *Why*: No stage is the end: each can be left, and an interruption remembers the stage it came
//!   from.
//! - *Breaks it*: A step or a fall dated after the standing began.
//! - *Keeps it*: Events that the rules allowed, each on a day after the standing began.
//! - *Rules*: LIF-08, LIF-12.
//!
//! # Examples
//!
//! A relationship that was interrupted in the stable stage still has its stage.
//!
//! ```
//! use keqing::lifecycle::standing::{Standing, State};
//! use keqing::vocab::words::Stage;
//!
//! let since = chrono::NaiveDate::from_ymd_opt(2024, 1, 1).ok_or("no such date")?;
//! let standing = Standing::open(State::Interrupted(Stage::Stable), since);
//! assert_eq!(standing.stage(), Stage::Stable);
//! assert!(!standing.state().is_active());
//! # Ok::<(), &str>(())
//! ```

use alloc::boxed::Box;
use core::fmt;

use chrono::NaiveDate;
use thiserror::Error;

use crate::form::{Several, checked, choice, every, several};
use crate::vocab::words::Stage;

choice! {
    /// The state of a relationship in the lifecycle (状态): active in a stage, or interrupted from
    /// one (LIF-12).
    #[derive(Copy, Hash, Ord, PartialOrd)]
    pub closed enum State {
        /// The relationship is active in this stage.
        Active(Stage),
        /// The relationship was interrupted in this stage.
        Interrupted(Stage),
    }
}

impl State {
    /// Every state, active ones first.
    pub const ALL: [Self; 8] = [
        Self::Active(Stage::Development),
        Self::Active(Stage::Initial),
        Self::Active(Stage::Stable),
        Self::Active(Stage::Strategic),
        Self::Interrupted(Stage::Development),
        Self::Interrupted(Stage::Initial),
        Self::Interrupted(Stage::Stable),
        Self::Interrupted(Stage::Strategic),
    ];

    /// Returns the stage: the present one, or the one that was interrupted.
    #[must_use]
    #[inline]
    pub const fn stage(self) -> Stage {
        match self {
            Self::Active(stage) | Self::Interrupted(stage) => stage,
        }
    }

    /// Returns whether the relationship is active.
    #[must_use]
    #[inline]
    pub const fn is_active(self) -> bool {
        matches!(self, Self::Active(_))
    }
}

impl fmt::Display for State {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Active(stage) => stage.fmt(f),
            Self::Interrupted(stage) => write!(f, "interrupted from {stage}"),
        }
    }
}

checked! {
    /// The standing of a relationship: its state, and since when (现状).
    ///
    /// A standing is opened once, in any state. From then on only
    /// [`evolve`](crate::lifecycle::moves::evolve) makes it, out of events that the rules allowed.
    ///
    /// # Examples
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use keqing::lifecycle::standing::{Standing, State};
    /// use keqing::vocab::words::Stage;
    ///
    /// let since = NaiveDate::from_ymd_opt(2024, 1, 1).ok_or("no such date")?;
    /// let standing = Standing::open(State::Active(Stage::Initial), since);
    /// assert_eq!(standing.stage(), Stage::Initial);
    /// # Ok::<(), &str>(())
    /// ```
    #[derive(Copy, Hash)]
    pub struct Standing, checked by Standing::checked {
        /// The state: active in a stage, or interrupted from one.
        state: State,
        /// The first day of the standing.
        since: NaiveDate,
        /// The date of the last step up, not after the standing began.
        stepped_up: Option<NaiveDate>,
        /// The date of a fall that has not been repaired, not after the standing began.
        fell: Option<NaiveDate>,
    }
}

impl Standing {
    /// Makes a standing that is known from elsewhere, without a step up of its own.
    #[must_use]
    pub const fn open(state: State, since: NaiveDate) -> Self {
        Self {
            state,
            since,
            stepped_up: None,
            fell: None,
        }
    }

    /// Makes the standing of a relationship that is active in a stage since a day.
    ///
    /// # Examples
    ///
    /// ```
    /// use keqing::lifecycle::standing::{Standing, State};
    /// use keqing::vocab::words::Stage;
    ///
    /// let since = chrono::NaiveDate::from_ymd_opt(2024, 1, 1).ok_or("no such date")?;
    /// let standing = Standing::active(Stage::Initial, since);
    /// assert_eq!(standing, Standing::open(State::Active(Stage::Initial), since));
    /// # Ok::<(), &str>(())
    /// ```
    #[must_use]
    pub const fn active(stage: Stage, since: NaiveDate) -> Self {
        Self::open(State::Active(stage), since)
    }

    /// Sets the date of the last step up, which limits the next one (LIF-07).
    ///
    /// # Errors
    ///
    /// [`StandingError`] is returned when the step is dated after the standing began, because a
    /// later step would have begun a new one.
    pub fn with_step_up(self, on: NaiveDate) -> Result<Self, StandingError> {
        Self {
            stepped_up: Some(on),
            ..self
        }
        .checked()
    }

    /// Sets the date of a fall that has not been repaired, which opens a window for it (LIF-10).
    ///
    /// # Errors
    ///
    /// [`StandingError`] is returned when the fall is dated after the standing began.
    pub fn with_fall(self, on: NaiveDate) -> Result<Self, StandingError> {
        Self {
            fell: Some(on),
            ..self
        }
        .checked()
    }

    fn checked(self) -> Result<Self, StandingError> {
        let since = self.since;
        let moves = [self.stepped_up, self.fell].into_iter();
        let later = moves.flatten().filter(|moved| since < *moved);
        every(later.map(|moved| Err(StandingError::LaterMove { moved, since })))?;
        Ok(self)
    }

    pub(super) const fn moved(self, state: State, on: NaiveDate) -> Self {
        Self {
            state,
            since: on,
            fell: None,
            ..self
        }
    }

    pub(super) const fn fallen(self, state: State, on: NaiveDate) -> Self {
        Self {
            state,
            since: on,
            fell: Some(on),
            ..self
        }
    }

    pub(super) const fn stepped_up(self, state: State, on: NaiveDate) -> Self {
        Self {
            state,
            since: on,
            stepped_up: Some(on),
            fell: None,
        }
    }

    /// Returns the state.
    #[must_use]
    #[inline]
    pub const fn state(&self) -> State {
        self.state
    }

    /// Returns the stage: the present one, or the one that was interrupted.
    #[must_use]
    #[inline]
    pub const fn stage(&self) -> Stage {
        self.state.stage()
    }

    /// Returns the first day of the standing.
    #[must_use]
    #[inline]
    pub const fn since(&self) -> NaiveDate {
        self.since
    }

    /// Returns the date of the last step up, if there was one.
    #[must_use]
    #[inline]
    pub const fn last_step_up(&self) -> Option<NaiveDate> {
        self.stepped_up
    }

    /// Returns the date of the last fall, if it has not been repaired.
    #[must_use]
    pub const fn last_fall(&self) -> Option<NaiveDate> {
        self.fell
    }
}

/// Returned when a move is dated after the standing to which it led.
#[derive(Clone, Debug, Eq, Error, PartialEq)]
#[non_exhaustive]
pub enum StandingError {
    /// A step up or a fall is dated after the standing began.
    #[error("a move on {moved} is later than the standing, which began on {since}")]
    LaterMove {
        /// The day of the move.
        moved: NaiveDate,
        /// The first day of the standing.
        since: NaiveDate,
    },
    /// Several moves are dated after the standing began.
    #[error(transparent)]
    Several(Box<Several<Self>>),
}

several!(pub StandingError);
