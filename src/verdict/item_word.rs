//! The texts of the words that name an item or a value of evidence (证据细目名称).
//!
//! Evidence names such a word by its name for programs, which stays in JSON. The list of the fact has
//! the text.

use alloc::vec::Vec;

use crate::verdict::fact::Fact;
use crate::vocab::words::{
    AssuranceAsset, Bond, Chance, ClaimGround, LoyaltyPattern, Manifestation, NeedLevel,
    PatronageDrive, PurchaseRiskKind, ReplacementFactor, ReplacementLevel, Stance, SwitchOutcome,
    Text, Word,
};

/// Declares the list of words of each fact whose evidence names one.
macro_rules! lists {
    ($($($fact:ident)|+ => $list:ty,)*) => {
        /// Returns the text of a word of the fact's list, or `None` if the caller chose the name.
        pub(super) fn text(fact: Fact, item: &str) -> Option<Text> {
            match fact {
                $($(Fact::$fact)|+ => of::<$list>(item),)*
                _ => None,
            }
        }

        /// Returns the names of the words of the fact's list; there is none if it has no list.
        pub(super) fn names(fact: Fact) -> Vec<&'static str> {
            match fact {
                $($(Fact::$fact)|+ => all::<$list>(),)*
                _ => Vec::new(),
            }
        }
    };
}

lists! {
    AffectiveEvaluation | Intention | TrustStatement | Upholding => Stance,
    Assurance => AssuranceAsset,
    ClaimGround => ClaimGround,
    LoyaltyPattern => LoyaltyPattern,
    Manifestations => Manifestation,
    NeedLevel => NeedLevel,
    PatronageDrive => PatronageDrive,
    PersonalRisk | PurchaseRisk => PurchaseRiskKind,
    PropositionChances => Chance,
    RelationshipNature => Bond,
    ReplacementLevel => ReplacementLevel,
    ReplacementRisk => ReplacementFactor,
    SwitchOutcome => SwitchOutcome,
}

fn of<W: Word>(item: &str) -> Option<Text> {
    let found = W::ALL.iter().find(|word| word.name() == item);
    found.map(|word| word.text())
}

/// Returns the names of every word of a list.
pub(super) fn all<W: Word>() -> Vec<&'static str> {
    W::ALL.iter().map(|word| word.name()).collect()
}
