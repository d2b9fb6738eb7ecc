use crate::verdict::{Evidence, Fact, Outcome, Reading, Recorder, RuleCard, Subject};
use crate::vocab::{Grade, ItemId, Known};

/// The least grade of what the customer itself has to say.
pub(super) const OWN_WORD: Grade = Grade::CustomerStated;

/// States that what is known is the customer's own word, or a measurement, and no guess of ours.
pub(super) fn own_word<R: Recorder>(
    card: &RuleCard,
    fact: Fact,
    grade: Grade,
    subject: Subject,
    r: &mut R,
) -> bool {
    let is_own = grade >= OWN_WORD;
    let outcome = if is_own {
        Outcome::Met
    } else {
        Outcome::Missing(fact)
    };
    r.record(card, card.severity(), outcome, || {
        let (observed, required) = (grade, OWN_WORD);
        Evidence::new(fact, Reading::Grade { observed, required }).of(subject)
    });
    is_own
}

/// Takes a fact that the customer has to say itself; what is unknown, and what is only our guess, is
/// said to be missing and set aside.
pub(super) fn heard<T: Copy, R: Recorder>(
    card: &RuleCard,
    fact: Fact,
    known: Known<T>,
    subject: Subject,
    r: &mut R,
) -> Option<T> {
    match known {
        Known::Unknown => {
            miss(card, fact, subject, r);
            None
        }
        Known::Known(known) if known.grade >= OWN_WORD => Some(known.value),
        Known::Known(known) => {
            own_word(card, fact, known.grade, subject, r);
            None
        }
    }
}

/// States that a rule lacks somebody's or something's fact.
pub(super) fn miss<R: Recorder>(card: &RuleCard, fact: Fact, subject: Subject, r: &mut R) {
    r.record(card, card.severity(), Outcome::Missing(fact), || {
        Evidence::new(fact, Reading::Nothing).of(subject)
    });
}

/// A word of the vocabulary as the item of a list.
pub(super) fn item(name: &str) -> Subject {
    ItemId::new(name).map_or(Subject::Relationship, |id| Subject::Item { id })
}
