//! The words that several rooms of loyalty share (忠诚词汇).
//!
//! ```text
//! mark      + LoyaltyPolicy::stance -> Stance   what a word of the customer says about us
//! retention + LoyaltyPolicy::repeat -> Repeat   whether it keeps buying
//! ```
//!
//! - *Why*: They stand below the policy, which draws their bounds, and below the rooms, which judge
//!   by them.

use crate::vocab::words::words;

words! {
    /// What the customer's own word says about us (态度), least first.
    pub closed enum Stance {
        /// It speaks against us.
        Unfavourable = "unfavourable", "unfavourable", "负面", "負面";
        /// It speaks for neither.
        Neutral = "neutral", "neutral", "中性", "中性";
        /// It speaks for us.
        Favourable = "favourable", "favourable", "正面", "正面";
    }
}

impl Stance {
    /// Tells whether the word speaks for us.
    #[must_use]
    pub const fn is_favourable(self) -> bool {
        matches!(self, Self::Favourable)
    }
}

words! {
    /// Whether a customer keeps buying (重复购买), less first.
    pub closed enum Repeat {
        /// It buys in fewer of its own periods than the policy asks for.
        Low = "low", "seldom buys again", "重复购买少", "重複購買少";
        /// It buys in as many of them, or more.
        High = "high", "buys again", "重复购买多", "重複購買多";
    }
}
