use chrono::NaiveDate;

use crate::verdict::{Evidence, Fact, Outcome, Recorder, RuleCard};

/// Reports how many entries are ignored because they are dated after the day asked for.
pub(super) fn ignored<R: Recorder>(
    card: &RuleCard,
    days: impl Iterator<Item = NaiveDate>,
    as_of: NaiveDate,
    r: &mut R,
) {
    let later = days.filter(|on| as_of < *on).count();
    let later = u32::try_from(later).unwrap_or(u32::MAX);
    if later > 0 {
        r.record(card, card.severity(), Outcome::Inapplicable, || {
            Evidence::found(Fact::DatedLater, later)
        });
    }
}
