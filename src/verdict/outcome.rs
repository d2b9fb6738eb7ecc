use crate::form::choice;
use crate::verdict::fact::Fact;
use crate::vocab::words::Text;

choice! {
    /// The outcome of one rule for the facts that it read (结论).
    #[derive(Copy, Hash)]
    pub closed enum Outcome {
        /// The rule holds.
        Met,
        /// The rule is breached.
        Breached,
        /// The rule cannot be checked, because this fact is unknown or its evidence too weak.
        Missing(Fact),
        /// The rule does not apply here. This is not the same as missing.
        Inapplicable,
        /// The rule says what something is, and the evidence has the value. It is neither met nor breached.
        Classified,
    }
}

impl Outcome {
    /// Returns whether the rule is breached.
    #[must_use]
    #[inline]
    pub const fn is_breached(self) -> bool {
        matches!(self, Self::Breached)
    }

    /// Returns whether the rule lacked a fact.
    #[must_use]
    #[inline]
    pub const fn is_missing(self) -> bool {
        matches!(self, Self::Missing(_))
    }

    /// Returns whether the rule says what something is, and checks nothing.
    #[must_use]
    #[inline]
    pub const fn is_classified(self) -> bool {
        matches!(self, Self::Classified)
    }

    /// Returns the name for people.
    #[must_use]
    pub const fn text(self) -> Text {
        match self {
            Self::Met => Text::new("met", "符合", "符合"),
            Self::Breached => Text::new("breached", "违反", "違反"),
            Self::Missing(_) => Text::new("missing", "缺少事实", "缺少事實"),
            Self::Inapplicable => Text::new("not applicable", "不适用", "不適用"),
            Self::Classified => Text::new("classified", "归类", "歸類"),
        }
    }
}
