use crate::vocab::words::words;

words! {
    /// The stance of the customer towards us in its own word (态度), least first.
    pub closed enum Stance {
        /// The customer speaks against us.
        Unfavourable = "unfavourable", "unfavourable", "负面", "負面";
        /// Some of the customer's people speak for us, and others do not.
        Mixed = "mixed", "mixed", "意见不一", "意見不一";
        /// The customer speaks neither for nor against us.
        Neutral = "neutral", "neutral", "中性", "中性";
        /// The customer speaks for us.
        Favourable = "favourable", "favourable", "正面", "正面";
    }
}

impl Stance {
    /// Returns whether the word speaks for us.
    #[must_use]
    pub const fn is_favourable(self) -> bool {
        matches!(self, Self::Favourable)
    }
}
