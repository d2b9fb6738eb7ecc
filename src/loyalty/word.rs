//! How the rules of this folder hear the customer, and how they name the member of a list.

use crate::verdict::{Evidence, Fact, Outcome, Reading, Recorder, RuleCard, Severity, Subject};
use crate::vocab::{Grade, ItemId, Known};

/// Hears what the customer itself said, or what was measured, of a subject.
///
/// Where nobody has said, or one of our people only guessed, the rule lacks the fact and that is
/// recorded; what is made of the word is the caller's.
pub(super) fn own_word<T: Copy, R: Recorder>(
    card: &RuleCard,
    severity: Severity,
    fact: Fact,
    known: Known<T>,
    subject: impl Fn() -> Subject,
    r: &mut R,
) -> Option<T> {
    let required = Grade::CustomerStated;
    let reading = match known {
        Known::Known(word) if word.grade >= required => return Some(word.value),
        Known::Known(word) => Reading::Grade {
            observed: word.grade,
            required,
        },
        Known::Unknown => Reading::Nothing,
    };
    r.record(card, severity, Outcome::Missing(fact), || {
        Evidence::new(fact, reading).of(subject())
    });
    None
}

/// Records that a rule lacks a fact about one member of a list.
pub(super) fn miss_item<R: Recorder>(card: &RuleCard, fact: Fact, name: &str, r: &mut R) {
    r.record(card, card.severity(), Outcome::Missing(fact), || {
        Evidence::new(fact, Reading::Nothing).of(item(name))
    });
}

/// Makes the subject of a member of a list, by its wire name.
pub(super) fn item(name: &str) -> Subject {
    // Wire names are short words, so there is such an id.
    ItemId::new(name).map_or(Subject::Relationship, |id| Subject::Item { id })
}
