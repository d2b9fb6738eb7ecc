use crate::oracle::entry::questions;
use crate::oracle::error::AskError;
use crate::rulebook;
use crate::verdict::{RuleCard, RuleId};

questions! {
    AskError;

    /// Returns the card of a rule.
    "rulebook.card" => Card {
        /// The id of the rule.
        rule: RuleId,
    }
        tells RuleCard, at "rule", |_| rulebook::card(*rule).copied().ok_or(AskError::UnknownRule { given: *rule })?;
}
