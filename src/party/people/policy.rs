use alloc::boxed::Box;

use core::num::NonZeroU32;

use rust_decimal::Decimal;
use thiserror::Error;

use crate::form::{Gathered, Several, checked, several};
use crate::vocab::set::Set;
use crate::vocab::share::Share;
use crate::vocab::time::Days;
use crate::vocab::words::{Department, Rating};

checked! {
    /// Every number and choice of the rules about one's own people (员工与全员责任政策), PPL-01 to PPL-05.
    ///
    /// In the [`standard`](Self::standard) people are dissatisfied below a gap of zero, and
    /// internal service suffices from 3 of 5. Everybody who faces the customer is trained, and
    /// every newcomer has a mentor. A top leader shows the customer its importance once in 365
    /// days. One department besides marketing and sales shares the work.
    ///
    /// # Examples
    ///
    /// ```
    /// use core::num::NonZeroU32;
    /// use keqing::party::people::PeoplePolicy;
    /// use keqing::vocab::time::Days;
    ///
    /// let twice_a_year = PeoplePolicy::standard().with_recognition(Days::new(183), NonZeroU32::MIN)?;
    /// assert_eq!(twice_a_year.recognition_window(), Days::new(183));
    /// assert!(twice_a_year.with_recognition(Days::new(0), NonZeroU32::MIN).is_err());
    /// # Ok::<(), keqing::party::people::PeoplePolicyError>(())
    /// ```
    #[derive(Copy, Hash)]
    pub struct PeoplePolicy, checked by PeoplePolicy::checked {
        /// The gap, perceived less expected, from which a team or the customer is not dissatisfied.
        /// It is in the unit of the survey, and every decimal of at most 28 digits is accepted.
        #[serde(with = "crate::vocab::exact")]
        satisfied_from: Decimal => "PPL-01" "PPL-02",
        /// The mark from which the service that a team gets within the company suffices.
        internal_service_from: Rating => "PPL-02",
        /// The least share of a team that is trained to read needs. Every share is accepted.
        trained_from: Share => "PPL-04",
        /// The least share of a team's newcomers that has a mentor.
        /// Every share is accepted, and a team without newcomers is passed over.
        mentored_from: Share => "PPL-04",
        /// The number of days, up to the date of the facts, in which recognitions are counted.
        /// Zero is refused.
        recognition_window: Days where [1, i128::MAX] => "PPL-03",
        /// The least number of recognitions of the customer by top leaders within the window.
        /// Zero is refused.
        recognitions: NonZeroU32 => "PPL-03",
        /// The departments that do not count as others who share the work.
        /// A set is refused that leaves fewer others than `departments-beyond`.
        marketing: Set<Department> => "PPL-05",
        /// The least number of departments besides `marketing` that own actions for the customer.
        /// Zero is refused, and so is more than there are.
        departments_beyond: NonZeroU32 => "PPL-05",
    }
}

impl PeoplePolicy {
    /// Returns the documents' own policy, with the numbers that the rulebook settled on.
    #[must_use]
    pub const fn standard() -> Self {
        Self {
            satisfied_from: Decimal::ZERO,
            internal_service_from: MIDDLE,
            trained_from: Share::ALL,
            mentored_from: Share::ALL,
            recognition_window: Days::new(365),
            recognitions: NonZeroU32::MIN,
            marketing: MARKETING,
            departments_beyond: NonZeroU32::MIN,
        }
    }

    /// Sets the gap, perceived less expected, from which people are not dissatisfied (PPL-01).
    #[must_use]
    pub const fn with_satisfied_from(self, gap: Decimal) -> Self {
        Self {
            satisfied_from: gap,
            ..self
        }
    }

    /// Sets the mark from which internal service suffices (PPL-02).
    #[must_use]
    pub const fn with_internal_service_from(self, mark: Rating) -> Self {
        Self {
            internal_service_from: mark,
            ..self
        }
    }

    /// Sets the least share of a team that is trained, and the least share of its newcomers that
    /// has a mentor (PPL-04).
    #[must_use]
    pub const fn with_training(self, trained_from: Share, mentored_from: Share) -> Self {
        Self {
            trained_from,
            mentored_from,
            ..self
        }
    }

    /// Sets the window and the number of times that a top leader shows the customer its importance
    /// (PPL-03).
    ///
    /// # Errors
    ///
    /// [`PeoplePolicyError::EmptyWindow`] is returned when the window has no day.
    pub fn with_recognition(
        self,
        window: Days,
        recognitions: NonZeroU32,
    ) -> Result<Self, PeoplePolicyError> {
        Self {
            recognition_window: window,
            recognitions,
            ..self
        }
        .checked()
    }

    /// Sets the marketing departments, and the number of others that have to share the work
    /// (PPL-05).
    ///
    /// # Errors
    ///
    /// [`PeoplePolicyError::TooManyBeyond`] is returned when there are fewer others.
    pub fn with_responsibility(
        self,
        marketing: Set<Department>,
        departments_beyond: NonZeroU32,
    ) -> Result<Self, PeoplePolicyError> {
        Self {
            marketing,
            departments_beyond,
            ..self
        }
        .checked()
    }

    /// Returns the gap from which people are not dissatisfied.
    #[must_use]
    pub const fn satisfied_from(&self) -> Decimal {
        self.satisfied_from
    }

    /// Returns the mark from which internal service suffices.
    #[must_use]
    pub const fn internal_service_from(&self) -> Rating {
        self.internal_service_from
    }

    /// Returns the least share of a team that is trained.
    #[must_use]
    pub const fn trained_from(&self) -> Share {
        self.trained_from
    }

    /// Returns the least share of a team's newcomers that has a mentor.
    #[must_use]
    pub const fn mentored_from(&self) -> Share {
        self.mentored_from
    }

    /// Returns the number of days, up to the date asked for, in which recognition is counted.
    #[must_use]
    pub const fn recognition_window(&self) -> Days {
        self.recognition_window
    }

    /// Returns the least number of times within the window that a top leader shows the customer its
    /// importance.
    #[must_use]
    pub const fn recognitions(&self) -> NonZeroU32 {
        self.recognitions
    }

    /// Returns the departments that do not count as others who share the work.
    #[must_use]
    pub const fn marketing(&self) -> Set<Department> {
        self.marketing
    }

    /// Returns the number of other departments that have to share the work.
    #[must_use]
    pub const fn departments_beyond(&self) -> NonZeroU32 {
        self.departments_beyond
    }

    fn checked(self) -> Result<Self, PeoplePolicyError> {
        let mut errors = Gathered::new();
        let given = self.recognition_window;
        if given == Days::new(0) {
            errors.keep(PeoplePolicyError::EmptyWindow { given });
        }
        let (given, others) = (self.departments_beyond.get(), (!self.marketing).len());
        let others = u32::try_from(others).unwrap_or(u32::MAX);
        if others < given {
            errors.keep(PeoplePolicyError::TooManyBeyond { given, others });
        }
        errors.settle(|| self)
    }
}

/// Returned when a policy for people asks for more than a company can keep, or for nothing.
#[derive(Clone, Debug, Eq, Error, PartialEq)]
#[non_exhaustive]
pub enum PeoplePolicyError {
    /// The window for recognition has no day.
    #[error("recognition is counted in a window of at least 1 day, got {given}")]
    EmptyWindow {
        /// The window given.
        given: Days,
    },
    /// Several numbers are at fault.
    #[error(transparent)]
    Several(Box<Several<Self>>),
    /// More departments are asked for than there are besides marketing.
    #[error("{given} departments besides marketing are asked for, there are {others}")]
    TooManyBeyond {
        /// The number given.
        given: u32,
        /// The number of departments besides marketing.
        others: u32,
    },
}

several!(pub PeoplePolicyError);

const MIDDLE: Rating = match Rating::new(3) {
    Ok(rating) => rating,
    Err(_) => Rating::HIGHEST,
};

const MARKETING: Set<Department> = Department::set([Department::Marketing, Department::Sales]);

#[cfg(test)]
mod tests {
    use alloc::string::ToString;
    use core::num::NonZeroU32;

    use super::PeoplePolicy;
    use crate::vocab::set::Set;
    use crate::vocab::time::Days;
    use crate::vocab::words::Department;

    #[test]
    fn a_policy_that_nobody_can_keep_is_refused() {
        let standard = PeoplePolicy::standard();
        let day = standard.with_recognition(Days::new(1), NonZeroU32::MIN);
        assert!(day.is_ok());
        let none = standard.with_recognition(Days::new(0), NonZeroU32::MIN);
        assert_eq!(
            none.map_err(|error| error.to_string()).err().as_deref(),
            Some("recognition is counted in a window of at least 1 day, got 0 days")
        );
        let everybody = Set::<Department>::all();
        let none = standard.with_responsibility(everybody, NonZeroU32::MIN);
        assert_eq!(
            none.map_err(|error| error.to_string()).err().as_deref(),
            Some("1 departments besides marketing are asked for, there are 0")
        );
    }

    #[test]
    fn json_is_checked_on_the_way_in() -> Result<(), serde_json::Error> {
        let standard = PeoplePolicy::standard();
        let mut json = serde_json::to_value(standard)?;
        let back: PeoplePolicy = serde_json::from_value(json.clone())?;
        assert_eq!(back, standard);
        if let Some(window) = json.get_mut("recognition-window") {
            *window = serde_json::json!(0);
        }
        assert!(serde_json::from_value::<PeoplePolicy>(json).is_err());
        Ok(())
    }
}
