use alloc::string::String;
use alloc::vec::Vec;

use chrono::NaiveDate;
use thiserror::Error;

use crate::form::record;
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
        turns: turns(&before.matters(), &after.matters()),
    })
}

/// Returns the matters that changed, the gravest turn first, and of one turn the gravest matter first.
fn turns(before: &[Matter<'_>], after: &[Matter<'_>]) -> Vec<MatterTurn> {
    let mut was: Vec<&Matter<'_>> = before.iter().collect();
    was.sort_unstable_by_key(|matter| matter.key());
    let mut is: Vec<&Matter<'_>> = after.iter().collect();
    is.sort_unstable_by_key(|matter| matter.key());
    let among = |list: &[&Matter<'_>], matter: &Matter<'_>| {
        list.binary_search_by_key(&matter.key(), |one| one.key())
            .ok()
    };
    let found = after.iter().filter_map(|matter| {
        let earlier = among(&was, matter).and_then(|place| was.get(place));
        let turn = match earlier {
            None => Turn::New,
            Some(earlier) if matter.gravity() < earlier.gravity() => Turn::Graver,
            Some(earlier) if matter.gravity() > earlier.gravity() => Turn::Milder,
            Some(_) => return None,
        };
        let earlier = earlier.map(|earlier| *earlier.gravest());
        Some(told(turn, matter, earlier, Some(*matter.gravest())))
    });
    let gone = before.iter().filter(|matter| among(&is, matter).is_none());
    let gone = gone.map(|matter| told(Turn::Gone, matter, Some(*matter.gravest()), None));
    let mut turns: Vec<MatterTurn> = found.chain(gone).collect();
    turns.sort_by_key(|one| one.turn);
    turns
}

const fn told(
    turn: Turn,
    matter: &Matter<'_>,
    before: Option<Finding>,
    after: Option<Finding>,
) -> MatterTurn {
    MatterTurn {
        turn,
        fact: matter.fact(),
        subject: matter.subject(),
        before,
        after,
    }
}
