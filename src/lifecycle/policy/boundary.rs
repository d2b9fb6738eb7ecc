use crate::verdict::Bound;
use crate::vocab::words::{Stage, words};

words! {
    /// The stage to which a share exactly on a cut belongs (边界归属).
    pub closed enum Boundary {
        /// The stage above: `[50, 80)`.
        LowerInclusive = "lower-inclusive", "the cut belongs to the stage above", "界限归入较高阶段", "界限歸入較高階段";
        /// The stage below: `(50, 80]`.
        UpperInclusive = "upper-inclusive", "the cut belongs to the stage below", "界限归入较低阶段", "界限歸入較低階段";
    }
}

impl Boundary {
    /// Returns how a share is held against the cut of each stage, lowest stage first.
    pub(super) const fn bounds(self) -> [Bound; Stage::ALL.len()] {
        let cut = match self {
            Self::LowerInclusive => Bound::AtLeast,
            Self::UpperInclusive => Bound::MoreThan,
        };
        [Bound::AtLeast, Bound::MoreThan, cut, cut]
    }
}
