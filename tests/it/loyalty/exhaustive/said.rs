//! The outcomes of rules, and the words in which the second statement states them.

use std::sync::LazyLock;

use keqing::loyalty::kinds::LoyaltyKinds;
use keqing::verdict::{Presence, RuleId, RuleSet};
use keqing::vocab::known::{Grade, Known};

use super::cases::{Mark, Part};
use Presence::{Absent, Present};
use Says::{Broken, CannotTell, Holds};

/// The rules that are broken, and those that lack a fact.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) struct Said {
    pub(crate) broken: RuleSet,
    pub(crate) missing: RuleSet,
}

/// The outcome of one rule.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Says {
    Holds,
    Broken,
    CannotTell,
}

pub(crate) fn part<T>(part: Part, from: u64, [below, above]: [T; 2]) -> Known<T> {
    part.map_or(Known::Unknown, |(part, grade)| {
        Known::graded(if part >= from { above } else { below }, grade)
    })
}

/// The mark that the customer gave itself.
pub(crate) fn own(mark: Mark) -> Mark {
    mark.filter(|(_, grade)| is_own(*grade))
}

pub(crate) fn is_own(grade: Grade) -> bool {
    grade != Grade::Estimated
}

pub(crate) fn said_itself(known: Known<Presence>) -> Option<Presence> {
    let grade = known.grade();
    known.value().copied().filter(|_| grade.is_some_and(is_own))
}

/// Lacks a word, or classifies it.
pub(crate) fn tells<T>(known: Known<T>) -> Says {
    needs(known.is_known(), true)
}

pub(crate) const fn presence(is_present: bool) -> Presence {
    if is_present { Present } else { Absent }
}

pub(crate) const fn needs(is_known: bool, holds: bool) -> Says {
    match (is_known, holds) {
        (false, _) => CannotTell,
        (true, true) => Holds,
        (true, false) => Broken,
    }
}

pub(crate) const GEN: usize = 0;
pub(crate) const LOY: usize = 1;
pub(crate) const SWC: usize = 2;
pub(crate) const SAT: usize = 3;

impl Said {
    /// Makes the outcomes of rules, each by its series and number; `None` if it does not apply.
    pub(crate) fn by<const N: usize>(clauses: [(usize, usize, Option<Says>); N]) -> Self {
        static RULES: LazyLock<[Vec<RuleId>; 4]> = LazyLock::new(|| {
            ["GEN", "LOY", "SWC", "SAT"].map(|series| {
                let id = |number| format!("{series}-{number:02}").parse().expect("a rule id");
                (0..=20).map(id).collect()
            })
        });
        let mut said = Self {
            broken: RuleSet::EMPTY,
            missing: RuleSet::EMPTY,
        };
        for (series, number, says) in clauses {
            let set = match says {
                Some(Broken) => &mut said.broken,
                Some(CannotTell) => &mut said.missing,
                None | Some(Holds) => continue,
            };
            set.insert(RULES[series][number]).expect("a listed rule");
        }
        said
    }
}

/// One of the three kinds is known; other words and signs are no kind.
pub(crate) fn tells_a_kind(kinds: &LoyaltyKinds) -> bool {
    kinds.behavioural.is_known() || kinds.conscious.is_known() || kinds.emotional.is_known()
}
