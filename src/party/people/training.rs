use thiserror::Error;

use crate::form::checked;
use crate::vocab::share::Share;

checked! {
    /// The number of people of a team who are trained to read needs (培训情况).
    ///
    /// # Examples
    ///
    /// ```
    /// use keqing::party::people::TrainedStaff;
    /// use keqing::vocab::share::Share;
    ///
    /// assert_eq!(TrainedStaff::new(3, 4)?.share(), Share::percent(75)?);
    /// assert!(TrainedStaff::new(5, 4).is_err());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[derive(Copy, Hash)]
    pub struct TrainedStaff, checked by TrainedStaff::checked {
        /// The number of trained people, at most all.
        trained: u32,
        /// The number of people in the team, at least one.
        staff: u32,
    }
}

impl TrainedStaff {
    /// Makes the count of the trained among all the staff of a team.
    ///
    /// # Errors
    ///
    /// [`HeadcountError`] is returned when there is no staff, and when more are trained than there
    /// are.
    pub const fn new(trained: u32, staff: u32) -> Result<Self, HeadcountError> {
        Self { trained, staff }.checked()
    }

    /// Returns the number of trained people.
    #[must_use]
    pub const fn trained(self) -> u32 {
        self.trained
    }

    /// Returns the number of people in the team.
    #[must_use]
    pub const fn staff(self) -> u32 {
        self.staff
    }

    /// Returns the exact share that is trained.
    #[must_use]
    pub fn share(self) -> Share {
        share(self.trained, self.staff).unwrap_or(Share::NONE)
    }

    const fn checked(self) -> Result<Self, HeadcountError> {
        if self.staff == 0 {
            Err(HeadcountError::NoStaff)
        } else if self.trained > self.staff {
            Err(HeadcountError::MoreThanAll {
                given: self.trained,
                all: self.staff,
            })
        } else {
            Ok(self)
        }
    }
}

checked! {
    /// The number of newcomers of a team who have an experienced mentor (以老带新).
    ///
    /// # Examples
    ///
    /// ```
    /// use keqing::party::people::Coaching;
    /// use keqing::vocab::share::Share;
    ///
    /// assert_eq!(Coaching::new(1, 2)?.share(), Some(Share::percent(50)?));
    /// assert_eq!(Coaching::new(0, 0)?.share(), None);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[derive(Copy, Hash)]
    pub struct Coaching, checked by Coaching::checked {
        /// The number of newcomers with a mentor, at most all.
        mentored: u32,
        /// The number of newcomers.
        newcomers: u32,
    }
}

impl Coaching {
    /// Makes the count of those with a mentor among all the newcomers of a team; there may be none.
    ///
    /// # Errors
    ///
    /// [`HeadcountError::MoreThanAll`] is returned when more have a mentor than there are.
    pub const fn new(mentored: u32, newcomers: u32) -> Result<Self, HeadcountError> {
        Self {
            mentored,
            newcomers,
        }
        .checked()
    }

    /// Returns the number of newcomers with a mentor.
    #[must_use]
    pub const fn mentored(self) -> u32 {
        self.mentored
    }

    /// Returns the number of newcomers.
    #[must_use]
    pub const fn newcomers(self) -> u32 {
        self.newcomers
    }

    /// Returns the exact share that has a mentor, or `None` if there are no newcomers.
    #[must_use]
    pub fn share(self) -> Option<Share> {
        share(self.mentored, self.newcomers)
    }

    const fn checked(self) -> Result<Self, HeadcountError> {
        if self.mentored > self.newcomers {
            Err(HeadcountError::MoreThanAll {
                given: self.mentored,
                all: self.newcomers,
            })
        } else {
            Ok(self)
        }
    }
}

/// Returned when more people are counted than there are, or a team has none.
#[derive(Clone, Copy, Debug, Eq, Error, PartialEq)]
#[non_exhaustive]
pub enum HeadcountError {
    /// A part is larger than the whole.
    #[error("{given} of {all} people are given, expected at most {all}")]
    MoreThanAll {
        /// The part given.
        given: u32,
        /// The whole given.
        all: u32,
    },
    /// The team has no people.
    #[error("a team has at least 1 person, got 0")]
    NoStaff,
}

fn share(part: u32, whole: u32) -> Option<Share> {
    Share::new(u64::from(part), u64::from(whole)).ok()
}

#[cfg(test)]
mod tests {
    use super::{Coaching, HeadcountError, TrainedStaff};

    #[test]
    fn a_part_is_at_most_the_whole() {
        assert_eq!(TrainedStaff::new(0, 0), Err(HeadcountError::NoStaff));
        assert!(TrainedStaff::new(0, 1).is_ok() && TrainedStaff::new(1, 1).is_ok());
        let (given, all) = (2, 1);
        assert_eq!(
            TrainedStaff::new(given, all),
            Err(HeadcountError::MoreThanAll { given, all })
        );
        assert!(Coaching::new(0, 0).is_ok() && Coaching::new(1, 1).is_ok());
        assert_eq!(
            Coaching::new(given, all),
            Err(HeadcountError::MoreThanAll { given, all })
        );
    }

    #[test]
    fn json_is_checked_on_the_way_in() {
        let staff = |json| serde_json::from_str::<TrainedStaff>(json).ok();
        let expected = TrainedStaff::new(1, 2).ok();
        assert_eq!(staff(r#"{"trained": 1, "staff": 2}"#), expected);
        assert_eq!(staff(r#"{"trained": 2, "staff": 1}"#), None);
        let coaching = |json| serde_json::from_str::<Coaching>(json).ok();
        assert_eq!(coaching(r#"{"mentored": 1, "newcomers": 0}"#), None);
    }
}
