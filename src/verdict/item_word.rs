//! The texts of the words that name an item of evidence (证据细目名称).
//!
//! Evidence names such an item by the word for programs, which stays in JSON. The list of the fact has
//! the text.

use crate::verdict::fact::Fact;
use crate::vocab::words::{
    AssuranceAsset, Chance, ClaimGround, NeedLevel, PurchaseRiskKind, ReplacementFactor, Text, Word,
};

/// Returns the text of an item that is a word of a list, or `None` if the caller named the item.
pub(super) fn text(fact: Fact, item: &str) -> Option<Text> {
    match fact {
        Fact::Assurance => of::<AssuranceAsset>(item),
        Fact::ClaimGround => of::<ClaimGround>(item),
        Fact::NeedLevel => of::<NeedLevel>(item),
        Fact::PersonalRisk | Fact::PurchaseRisk => of::<PurchaseRiskKind>(item),
        Fact::PropositionChances => of::<Chance>(item),
        Fact::ReplacementRisk => of::<ReplacementFactor>(item),
        _ => None,
    }
}

fn of<W: Word>(item: &str) -> Option<Text> {
    let found = W::ALL.iter().find(|word| word.name() == item);
    found.map(|word| word.text())
}
