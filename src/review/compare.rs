use alloc::string::String;
use alloc::vec::Vec;

use chrono::NaiveDate;
use thiserror::Error;

use crate::form::record;
use crate::review::concern::Concern;
use crate::review::contents::Review;
use crate::review::matter::Matter;
use crate::verdict::{Fact, Finding, Subject};
use crate::vocab::words::words;

words! {
    /// The turn that a matter took between two reviews (变化), the gravest first.
    pub open enum Turn {
        /// It was none before.
        New = "new", "New", "新出现", "新出現";
        /// It is graver than it was.
        Graver = "graver", "Graver", "加重", "加重";
        /// It is milder than it was.
        Milder = "milder", "Milder", "减轻", "減輕";
        /// It is none any more.
        Gone = "gone", "Gone", "已消除", "已消除";
        /// Nobody can say any more: the facts are missing that the rule needs.
        Unjudged = "unjudged", "No longer judged, facts are missing", "缺少事实，不再判定", "缺少事實，不再判定";
    }
}

record! {
    /// A matter that changed between two reviews (事项变化).
    #[non_exhaustive]
    #[derive(Copy, Hash)]
    pub struct MatterTurn {
        /// The turn.
        pub turn: Turn,
        /// The fact on which the findings hang.
        pub fact: Fact,
        /// The subject of the fact.
        #[serde(default)]
        pub subject: Subject,
        /// The claim of the matter in the earlier review; none if it is new.
        pub was: Option<Concern>,
        /// The claim of the matter in the later review; none if it is gone.
        pub is: Option<Concern>,
        /// The gravest finding of the earlier review; none if the matter is new.
        pub before: Option<Finding>,
        /// The gravest finding of the later review; none if the matter is gone.
        pub after: Option<Finding>,
    }
}

record! {
    /// The changes between two reviews of one relationship (两次评审之间的变化), the gravest first.
    #[non_exhaustive]
    #[derive(Hash)]
    pub struct Comparison {
        /// The names of the supplier and of the customer.
        pub between: [String; 2],
        /// The date of the earlier review.
        pub from: NaiveDate,
        /// The date of the later review.
        pub to: NaiveDate,
        /// The matters that changed.
        pub turns: Vec<MatterTurn>,
    }
}

/// Returned when two reviews cannot be compared.
#[derive(Clone, Debug, Eq, Error, PartialEq)]
#[non_exhaustive]
pub enum CompareError {
    /// The reviews are of two relationships.
    #[error(
        "the reviews are of two relationships: {} → {}, and {} → {}",
        .before[0], .before[1], .after[0], .after[1]
    )]
    Strangers {
        /// The parties of the earlier review.
        before: [String; 2],
        /// The parties of the later one.
        after: [String; 2],
    },
    /// The review that is given as the earlier one is the later one.
    #[error(
        "a review of {from} cannot be compared with an earlier one of {to}: give the earlier one first"
    )]
    Backwards {
        /// The date of the review that is given as the earlier one.
        from: NaiveDate,
        /// The date of the other one.
        to: NaiveDate,
    },
}

/// Compares two reviews of one relationship: which matters are new, gone, graver or milder.
///
/// A matter is the same in both if it is about one fact of one subject. Of what is done several times, such as
/// an investment, the first is compared with the first. A matter that stays as grave as it was is not told.
///
/// # Errors
///
/// [`CompareError`] is returned when the reviews are of two relationships, or when the first is the later one.
///
/// # Examples
///
/// ```
/// use keqing::dossier::Dossier;
/// use keqing::policy::Policy;
/// use keqing::review::{compare, review};
/// # let text = r#"{
/// #     "party": {"parties": {
/// #         "supplier-organization": {"id": "s-1", "name": "Hangzhou Valves"},
/// #         "supplier-operator": {"vacant": {"since": "2024-05-01"}},
/// #         "customer-organization": {"id": "c-1", "name": "Ningbo Pumps"},
/// #         "customer-operator": {"people": [{"id": "wang-fang", "department": "purchasing", "level": "manager"}]}
/// #     }},
/// #     "lifecycle": {
/// #         "standing": {"state": {"active": "initial"}, "since": "2024-01-01"},
/// #         "stage": {"as-of": "2024-12-31"}
/// #     }
/// # }"#;
/// let dossier: Dossier = serde_json::from_str(text)?;
/// let review = review(&Policy::standard(), &dossier)?;
/// assert!(compare(&review, &review)?.turns.is_empty(), "nothing has changed");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn compare(before: &Review, after: &Review) -> Result<Comparison, CompareError> {
    if before.between != after.between {
        return Err(CompareError::Strangers {
            before: before.between.clone(),
            after: after.between.clone(),
        });
    }
    let (from, to) = (before.as_of(), after.as_of());
    if to < from {
        return Err(CompareError::Backwards { from, to });
    }
    Ok(Comparison {
        between: after.between.clone(),
        from,
        to,
        turns: turns([before, after], [&before.matters(), &after.matters()]),
    })
}

/// Returns the matters that changed, the gravest turn first, and of one turn the gravest matter first.
fn turns(reviews: [&Review; 2], matters: [&[Matter<'_>]; 2]) -> Vec<MatterTurn> {
    let [before, after] = matters;
    let [was, is] = matters.map(|list| {
        let mut sorted: Vec<&Matter<'_>> = list.iter().collect();
        sorted.sort_unstable_by_key(|matter| matter.key());
        sorted
    });
    let [_, later] = reviews;
    let found = after.iter().filter_map(|matter| {
        let earlier = among(&was, matter);
        let turn = match earlier {
            None => Turn::New,
            Some(earlier) if is_lost(earlier, matter) => Turn::Unjudged,
            Some(earlier) if matter.gravity() < earlier.gravity() => Turn::Graver,
            Some(earlier) if matter.gravity() > earlier.gravity() => Turn::Milder,
            Some(_) => return None,
        };
        Some(told(turn, earlier, Some(matter)))
    });
    let gone = before.iter().filter(|matter| among(&is, matter).is_none());
    let gone = gone.map(|matter| {
        let turn = match is_judged(later, matter) {
            true => Turn::Gone,
            false => Turn::Unjudged,
        };
        told(turn, Some(matter), None)
    });
    let mut turns: Vec<MatterTurn> = found.chain(gone).flatten().collect();
    turns.sort_by_key(|one| one.turn);
    turns
}

/// Returns the same matter of another review.
fn among<'a, 'b>(list: &[&'a Matter<'b>], matter: &Matter<'_>) -> Option<&'a Matter<'b>> {
    let place = list.binary_search_by_key(&matter.key(), |one| one.key());
    list.get(place.ok()?).copied()
}

/// Returns whether a matter stood against the relationship, and now lacks the fact.
fn is_lost(before: &Matter<'_>, after: &Matter<'_>) -> bool {
    before.concern < Concern::Unknown && after.concern == Concern::Unknown
}

/// Returns whether a review says anything on one of the rules of a matter for which it needs no missing fact.
fn is_judged(review: &Review, matter: &Matter<'_>) -> bool {
    let is_told = |finding: &Finding| matter.rules.contains(&finding.rule) && !finding.is_gap();
    review.findings().any(is_told)
}

/// Makes the turn of a matter that is in one review or in both.
fn told(turn: Turn, before: Option<&Matter<'_>>, after: Option<&Matter<'_>>) -> Option<MatterTurn> {
    let matter = after.or(before)?;
    Some(MatterTurn {
        turn,
        fact: matter.fact(),
        subject: matter.subject(),
        was: before.map(|matter| matter.concern),
        is: after.map(|matter| matter.concern),
        before: before.map(|matter| *matter.gravest()),
        after: after.map(|matter| *matter.gravest()),
    })
}
