use alloc::string::{String, ToString};

use chrono::NaiveDate;
use serde::Serialize;

use crate::form::{Tree, record};
use crate::vocab::known::Grade;
use crate::vocab::known::stated::Current;
use crate::vocab::known::statement::Statement;
use crate::vocab::name::PersonId;

record! {
    /// Two statements of one fact that hold on the same day and differ (矛盾陈述), the stronger one first.
    #[non_exhaustive]
    #[derive(Hash)]
    pub struct Contradiction {
        /// The statement that counts; if both are equally strong, neither does.
        pub first: Said,
        /// The statement that differs.
        pub second: Said,
    }
}

record! {
    /// One side of a contradiction (陈述内容).
    #[non_exhaustive]
    #[derive(Hash)]
    pub struct Said {
        /// The path of the fact in the dossier, or of the facts from which it was derived.
        pub path: String,
        /// The value, as it stands in JSON.
        pub value: String,
        /// The grade of its evidence.
        pub grade: Grade,
        /// The day on which it was learnt, if it is said.
        pub on: Option<NaiveDate>,
        /// The person who said it, if it is said.
        pub by: Option<PersonId>,
    }
}

impl Contradiction {
    /// Makes the contradiction of two statements of the fact at a path.
    pub(crate) fn of<T: Serialize>(path: &str, [first, second]: &[Statement<T>; 2]) -> Self {
        let said = |statement: &Statement<T>| Said {
            path: statement.origin.unwrap_or(path).to_string(),
            value: Tree::of(&statement.value).to_string(),
            grade: statement.grade,
            on: statement.on,
            by: statement.by,
        };
        let (first, second) = (said(first), said(second));
        let told = Self { first, second };
        // Of two that are equally strong neither is the first one, whatever their order in a list.
        match told.is_even() && told.second.value < told.first.value {
            true => Self {
                first: told.second,
                second: told.first,
            },
            false => told,
        }
    }

    /// Returns whether neither statement is the stronger one, so that the fact is unknown.
    ///
    /// A statement without a day is of the day that was asked about.
    #[must_use]
    pub fn is_even(&self) -> bool {
        self.first.grade == self.second.grade && self.first.on == self.second.on
    }

    /// Sets the place of the system in front of paths within it.
    pub(crate) fn within(mut self, system: &str) -> Self {
        for said in [&mut self.first, &mut self.second] {
            if !said.path.contains('.') || !is_system(&said.path) {
                said.path = alloc::format!("{system}.{}", said.path);
            }
        }
        self
    }
}

impl<T: Serialize> Current<T> {
    /// Returns the contradiction of the statements of the fact at a path, if there is one.
    pub(crate) fn contradiction(&self, path: &str) -> Option<Contradiction> {
        let differ = self.dispute.as_ref()?;
        Some(Contradiction::of(path, differ))
    }
}

/// Returns whether a path begins with the name of a system, as those of derived facts do.
fn is_system(path: &str) -> bool {
    let systems = [
        "party.",
        "satisfaction.",
        "loyalty.",
        "receivable.",
        "lifecycle.",
    ];
    systems.into_iter().any(|system| path.starts_with(system))
}
