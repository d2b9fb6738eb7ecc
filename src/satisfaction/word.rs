use crate::verdict::{Evidence, Fact, Outcome, Reading, Recorder, RuleCard, Subject};
use crate::vocab::Grade;

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
