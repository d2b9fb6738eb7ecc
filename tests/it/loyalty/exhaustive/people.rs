//! The people who gave the two evaluations, and the age of these.

use keqing::loyalty::kinds::{LoyaltyEvidence, LoyaltySign};
use keqing::vocab::name::PersonId;

use super::cases::{Case, TODAY, day, rating};

/// The people who gave the two evaluations.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Speakers {
    /// Nobody is named: each is a voice.
    Nobody,
    /// Two people, on two days.
    TwoPeople,
    /// One person, on two days.
    OnePerson,
    /// One person, on one day.
    OneDay,
}

/// The age of the two evaluations: a word counts a year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Age {
    Fresh,
    /// The first one expired today, and nobody spoke since its last day.
    FirstGone,
    BothGone,
}

impl Case {
    /// The days of the two evaluations.
    pub(crate) fn days(&self) -> [i32; 2] {
        let gone = TODAY - 366;
        let days = match self.age {
            Age::Fresh => [3, 9],
            Age::FirstGone => [gone, 9],
            Age::BothGone => [gone - 5, gone],
        };
        match self.speakers {
            // On one day both are as old as the second.
            Speakers::OneDay => [days[1]; 2],
            _ => days,
        }
    }

    /// The pieces of evidence of the two evaluations.
    pub(crate) fn spoken(&self) -> Vec<LoyaltyEvidence> {
        let names = match self.speakers {
            Speakers::Nobody => [None, None],
            Speakers::TwoPeople => [Some("ann"), Some("bob")],
            Speakers::OnePerson | Speakers::OneDay => [Some("ann"); 2],
        };
        let given = self.evaluations.into_iter().zip(self.days()).zip(names);
        let given = given.filter_map(|((mark, on), name)| {
            let (mark, grade) = mark?;
            let sign = LoyaltySign::Evaluation(rating(mark).into());
            let mut piece = LoyaltyEvidence::new(day(on), grade, sign);
            piece.by = name.map(person);
            Some(piece)
        });
        given.collect()
    }
}

pub(crate) fn person(name: &str) -> PersonId {
    name.parse().expect("a name")
}

pub(crate) const SPEAKERS: [Speakers; 4] = [
    Speakers::Nobody,
    Speakers::TwoPeople,
    Speakers::OnePerson,
    Speakers::OneDay,
];

pub(crate) const AGES: [Age; 3] = [Age::Fresh, Age::FirstGone, Age::BothGone];
