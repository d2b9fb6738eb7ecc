use crate::vocab::words::words;

words! {
    /// The answer that a rule can give (判定方式): it refuses, or it says what something is.
    ///
    /// A rule of kind [`Type`](Self::Type) is [`Classified`](crate::verdict::Outcome::Classified) or lacks a
    /// fact. It is never met and never breached.
    pub closed enum Decides {
        /// The rule is met or breached.
        Check = "check", "can be breached", "可判违反", "可判違反";
        /// The rule says what something is.
        Type = "type", "classifies", "只作归类", "只作歸類";
        /// A part of the rule can be breached, and another part says what something is.
        Both = "both", "can be breached and classifies", "既判违反亦作归类", "既判違反亦作歸類";
    }
}

impl Decides {
    /// Returns whether the rule can be breached.
    ///
    /// # Examples
    ///
    /// ```
    /// use keqing::verdict::Decides;
    ///
    /// assert!(Decides::Both.can_refuse() && !Decides::Type.can_refuse());
    /// ```
    #[must_use]
    pub const fn can_refuse(self) -> bool {
        matches!(self, Self::Check | Self::Both)
    }

    /// Returns whether the rule can say what something is.
    #[must_use]
    pub const fn can_classify(self) -> bool {
        matches!(self, Self::Type | Self::Both)
    }
}
