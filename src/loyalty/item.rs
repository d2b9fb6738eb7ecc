//! How the rules of this folder name the member of a list.

use crate::verdict::{Evidence, Fact, Outcome, Reading, Recorder, RuleCard, Subject};
use crate::vocab::ItemId;

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
