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
//! use keqing::loyalty::words::Repeat;
//! use keqing::vocab::mark::{Mark, MarkScale};
//! use keqing::vocab::share::Share;
//! use keqing::vocab::words::{Rating, Stance};
//!
//! let policy = LoyaltyPolicy::standard();
//! assert_eq!(policy.stance(Rating::new(3)?), Stance::Neutral);
//! assert_eq!(policy.stance(Mark::new(9, MarkScale::ZeroToTen)?), Stance::Favourable);
//! assert_eq!(policy.repeat(Share::percent(50)?), Repeat::High);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use crate::vocab::words::words;

words! {
    /// The level of a customer's repeat purchases (重复购买), less first.
    pub closed enum Repeat {
        /// The customer buys in fewer of its own periods than the policy requires.
        Low = "low", "seldom buys again", "重复购买少", "重複購買少";
        /// The customer buys in as many of its own periods as the policy requires, or more.
        High = "high", "buys again", "重复购买多", "重複購買多";
    }
}
