use alloc::vec::Vec;

use chrono::NaiveDateTime;

use crate::calendar::clock::error::ClockError;
use crate::form::{Gathered, checked, record};

record! {
    /// A time in which the clock of a case stands, such as the wait for an answer of the customer (计时暂停).
    #[derive(Copy, Hash)]
    #[non_exhaustive]
    pub struct Pause {
        /// The moment from which it stands.
        pub from: NaiveDateTime,
        /// The moment at which it goes on; `null` if it stands still, and the next resolution ends it then.
        pub until: Option<NaiveDateTime>,
    }
}

impl Pause {
    /// Makes a pause that has ended.
    #[must_use]
    pub const fn new(from: NaiveDateTime, until: NaiveDateTime) -> Self {
        Self {
            from,
            until: Some(until),
        }
    }

    /// Makes a pause that has not ended.
    #[must_use]
    pub const fn running(from: NaiveDateTime) -> Self {
        Self { from, until: None }
    }
}

record! {
    /// A resolution of a case, and its reopening if there was one (解决与重新开启).
    #[derive(Copy, Hash)]
    #[non_exhaustive]
    pub struct Resolution {
        /// The moment at which the case was resolved.
        pub at: NaiveDateTime,
        /// The moment at which it was opened again; `null` if it was not.
        pub reopened: Option<NaiveDateTime>,
    }
}

impl Resolution {
    /// Makes a resolution after which the case was not opened again.
    #[must_use]
    pub const fn new(at: NaiveDateTime) -> Self {
        Self { at, reopened: None }
    }

    /// Makes a resolution after which the case was opened again.
    #[must_use]
    pub const fn reopened(at: NaiveDateTime, reopened: NaiveDateTime) -> Self {
        Self {
            at,
            reopened: Some(reopened),
        }
    }
}

checked! {
    /// The record of a case that its clock is read from (服务时钟).
    ///
    /// Pauses may overlap, and time in two of them counts once. A pause that stands still is ended by the next
    /// resolution. Closing ends a case that is still open. It changes nothing about a resolved one.
    ///
    /// # Examples
    ///
    /// ```
    /// use chrono::NaiveDateTime;
    /// use keqing::calendar::clock::{Resolution, ServiceClock};
    ///
    /// let moment = |text: &str| text.parse::<NaiveDateTime>();
    /// let resolved = Resolution::new(moment("2025-03-03T11:00:00")?);
    /// let clock = ServiceClock::new(moment("2025-03-03T09:00:00")?).with_resolutions([resolved])?;
    /// assert_eq!(clock.resolutions(), [resolved]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[derive(Hash)]
    pub struct ServiceClock, checked by ServiceClock::checked {
        /// The moment at which the case was opened.
        opened: NaiveDateTime,
        /// The pauses, in order, none before the opening.
        pauses: Vec<Pause>,
        /// The resolutions, in order; each but the last was followed by a reopening.
        resolutions: Vec<Resolution>,
        /// The moment at which the case was closed, after everything else; `null` if it is not closed.
        closed: Option<NaiveDateTime>,
    }
}

impl ServiceClock {
    /// Makes the record of a case that was opened, and of which nothing else is known.
    #[must_use]
    pub const fn new(opened: NaiveDateTime) -> Self {
        Self {
            opened,
            pauses: Vec::new(),
            resolutions: Vec::new(),
            closed: None,
        }
    }

    /// Sets the pauses, in any order.
    ///
    /// # Errors
    ///
    /// [`ClockError::PauseBackwards`] is returned when a pause ends before it begins, and
    /// [`ClockError::PauseBeforeOpening`] when it begins before the opening.
    pub fn with_pauses(self, pauses: impl IntoIterator<Item = Pause>) -> Result<Self, ClockError> {
        Self {
            pauses: pauses.into_iter().collect(),
            ..self
        }
        .checked()
    }

    /// Sets the resolutions, in any order.
    ///
    /// # Errors
    ///
    /// - [`ClockError::ResolvedEarly`] is returned when a resolution lies before the opening or the reopening
    ///   before it;
    /// - [`ClockError::ResolvedTwice`] is returned when there is no reopening between two of them;
    /// - [`ClockError::ReopenedEarly`] is returned when a reopening lies before its resolution;
    /// - [`ClockError::ClosedEarly`] is returned when one of them lies after the closing.
    pub fn with_resolutions(
        self,
        resolutions: impl IntoIterator<Item = Resolution>,
    ) -> Result<Self, ClockError> {
        Self {
            resolutions: resolutions.into_iter().collect(),
            ..self
        }
        .checked()
    }

    /// Sets the closing.
    ///
    /// # Errors
    ///
    /// [`ClockError::ClosedEarly`] is returned when it lies before the opening, a resolution or a reopening.
    pub fn with_closed(self, closed: NaiveDateTime) -> Result<Self, ClockError> {
        Self {
            closed: Some(closed),
            ..self
        }
        .checked()
    }

    /// Returns the moment at which the case was opened.
    #[must_use]
    pub const fn opened(&self) -> NaiveDateTime {
        self.opened
    }

    /// Returns the pauses, in order.
    #[must_use]
    pub fn pauses(&self) -> &[Pause] {
        &self.pauses
    }

    /// Returns the resolutions, in order.
    #[must_use]
    pub fn resolutions(&self) -> &[Resolution] {
        &self.resolutions
    }

    /// Returns the moment at which the case was closed, if it is.
    #[must_use]
    pub const fn closed(&self) -> Option<NaiveDateTime> {
        self.closed
    }

    /// Returns the record with its lists in order, if its moments do not contradict each other.
    fn checked(mut self) -> Result<Self, ClockError> {
        self.pauses
            .sort_unstable_by_key(|pause| (pause.from, pause.until));
        self.resolutions.sort_unstable_by_key(|resolution| {
            (
                resolution.at,
                resolution.reopened.is_none(),
                resolution.reopened,
            )
        });
        let mut errors = Gathered::new();
        let opened = self.opened;
        for &Pause { from, until } in &self.pauses {
            if from < opened {
                errors.keep(ClockError::PauseBeforeOpening { from, opened });
            }
            if let Some(until) = until.filter(|until| *until < from) {
                errors.keep(ClockError::PauseBackwards { from, until });
            }
        }
        let last = self.check_resolutions(&mut errors);
        if let Some(closed) = self.closed.filter(|closed| *closed < last) {
            errors.keep(ClockError::ClosedEarly { closed, last });
        }
        errors.settle(|| self)
    }

    /// Finds resolutions out of order, and returns the last moment of all.
    fn check_resolutions(&self, errors: &mut Gathered<ClockError>) -> NaiveDateTime {
        let mut open_since = Some(self.opened);
        let mut last = self.opened;
        for &Resolution { at, reopened } in &self.resolutions {
            match open_since {
                Some(open_since) if at < open_since => {
                    errors.keep(ClockError::ResolvedEarly { at, open_since });
                }
                Some(_) => {}
                None => errors.keep(ClockError::ResolvedTwice {
                    first: last,
                    second: at,
                }),
            }
            if let Some(reopened) = reopened.filter(|reopened| *reopened < at) {
                errors.keep(ClockError::ReopenedEarly { at, reopened });
            }
            open_since = reopened;
            last = last.max(reopened.unwrap_or(at));
        }
        last
    }
}
