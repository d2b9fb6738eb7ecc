//! The words that several rooms of loyalty share (忠诚词汇).
//!
//! ```text
//! mark      + LoyaltyPolicy::stance -> Stance   for us, against us, or neither
//! retention + LoyaltyPolicy::repeat -> Repeat   buys again, or seldom
//! ```
//!
//! - *Looks at*: A mark of the customer, and the share of its own order cycles in which it bought.
//! - *Why*: The rooms judge by these words, and the policy sets their bounds.
//! - *Breaks it*: A mark below the favourable ones. A retention below the bound of the policy.
//! - *Keeps it*: A favourable mark. A retention at the bound or above.
//! - *Rules*: None of its own; the rules of loyalty judge by these words.
//!
//! # Examples
//!
//! ```
//! use keqing::loyalty::LoyaltyPolicy;
//! use keqing::loyalty::words::{Repeat, Stance};
//! use keqing::vocab::share::Share;
//! use keqing::vocab::words::Rating;
//!
//! let policy = LoyaltyPolicy::standard();
//! assert_eq!(policy.stance(Rating::new(3)?), Stance::Neutral);
//! assert_eq!(policy.repeat(Share::percent(50)?), Repeat::High);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use crate::vocab::words::words;

words! {
    /// The stance of the customer towards us in its own word (态度), least first.
    pub closed enum Stance {
        /// The customer speaks against us.
        Unfavourable = "unfavourable", "unfavourable", "负面", "負面";
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

words! {
    /// The level of a customer's repeat purchases (重复购买), less first.
    pub closed enum Repeat {
        /// The customer buys in fewer of its own periods than the policy requires.
        Low = "low", "seldom buys again", "重复购买少", "重複購買少";
        /// The customer buys in as many of its own periods as the policy requires, or more.
        High = "high", "buys again", "重复购买多", "重複購買多";
    }
}
