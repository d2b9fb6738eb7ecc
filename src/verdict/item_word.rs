//! The texts of the words that name an item or a value of evidence (证据细目名称).
//!
//! Evidence names such a word by its name for programs, which stays in JSON. The list of the fact has
//! the text.

use alloc::vec::Vec;

use crate::verdict::fact::Fact;
use crate::vocab::answers::{
    AlignmentKind, LoyaltyPattern, PatronageDrive, RelationQuality, ReplacementLevel, Risk,
    SwitchOutcome, Topology, Trajectory,
};
use crate::vocab::words::{
    AssuranceAsset, Bond, Cause, Chance, ClaimGround, Determination, EmotionKind,
    ExpectationSource, Goal, Manifestation, NeedKind, NeedLevel, Pair, PurchaseRiskKind,
    ReplacementFactor, Settled, Side, Stance, SupplierPosition, Text, WaiverCause, Word,
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
    Actor => Side,
    AffectiveEvaluation | Intention | TrustStatement | Upholding => Stance,
    Alignment => AlignmentKind,
    Assurance => AssuranceAsset,
    Benefit | Need => NeedKind,
    Cause => Cause,
    ClaimGround => ClaimGround,
    ContactTopology => Topology,
    DecisionBasis => Determination,
    EarlyPayment | InterestCalculation | LatePayment | PaymentTerm | SettlementMethod => Settled,
    ExpectationSource => ExpectationSource,
    LowestUnmetNeed | NeedLevel => NeedLevel,
    LoyaltyPattern => LoyaltyPattern,
    Manifestations => Manifestation,
    Mood => EmotionKind,
    Pair => Pair,
    PatronageDrive => PatronageDrive,
    PersonalRisk | PurchaseRisk => PurchaseRiskKind,
    Position => SupplierPosition,
    PropositionChances => Chance,
    RelationQuality => RelationQuality,
    RelationshipNature => Bond,
    ReplacementLevel => ReplacementLevel,
    ReplacementRisk => ReplacementFactor,
    StageRisk => Risk,
    StrategyGoal => Goal,
    SwitchOutcome => SwitchOutcome,
    Trajectory => Trajectory,
    WaiverReason => WaiverCause,
}

fn of<W: Word>(item: &str) -> Option<Text> {
    let found = W::ALL.iter().find(|word| word.name() == item);
    found.map(|word| word.text())
}

/// Returns the names of every word of a list.
pub(super) fn all<W: Word>() -> Vec<&'static str> {
    W::ALL.iter().map(|word| word.name()).collect()
}
