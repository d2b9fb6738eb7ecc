use crate::lifecycle::cards;
use crate::verdict::severities;
use crate::verdict::severities::{get, weighed};
use crate::verdict::{Fact, RuleCard, Severity};

severities! {
    /// The severity of each rule of the lifecycle in a house (规则严重程度).
    pub struct LifecycleSeverities of &[cards::CARDS];
}

impl LifecycleSeverities {
    /// Returns the severity of a statement of a gate; `None` if its rule is off.
    #[inline]
    pub(crate) fn stated(
        &self,
        card: &RuleCard,
        fact: Fact,
        severity: Severity,
    ) -> Option<Severity> {
        if self.is_standard {
            return Some(severity);
        }
        let house = get(Self::CARDS, &self.table, card.id());
        house.map_or(Some(severity), |(card, house)| {
            weighed(card, house, fact, severity)
        })
    }
}
