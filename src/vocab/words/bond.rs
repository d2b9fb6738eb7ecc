use crate::vocab::answers::LoyaltyPattern;
use crate::vocab::set::Set;
use crate::vocab::words::words;

words! {
    /// The bond that keeps a customer (关系的性质), GEN-01: attachment, lock-in, both or neither.
    ///
    /// | | not locked in | locked in |
    /// |---|---|---|
    /// | **attached** | [`Genuine`](Self::Genuine) | [`Mixed`](Self::Mixed) |
    /// | **not attached** | [`None`](Self::None) | [`LockedIn`](Self::LockedIn) |
    pub closed enum Bond {
        /// The customer is attached and free to leave (真诚的关系).
        Genuine = "genuine", "genuine", "真诚的关系", "真誠的關係";
        /// The customer is attached, and held besides (兼有锁定).
        Mixed = "mixed", "genuine, and locked in besides", "真诚而兼有锁定", "真誠而兼有鎖定";
        /// The customer is held, and not attached (被捆绑的关系).
        LockedIn = "locked-in", "locked in", "被锁定", "被鎖定";
        /// The customer is neither attached nor held: it only trades (仅有交易).
        None = "none", "no relationship", "仅有交易，尚无关系", "僅有交易，尚無關係";
    }
}

impl Bond {
    /// Returns `true` if the customer is attached, so that there is a relationship.
    #[must_use]
    pub const fn is_attached(self) -> bool {
        matches!(self, Self::Genuine | Self::Mixed)
    }

    /// Returns the patterns of attachment and repeat purchase in which such a customer may stand.
    ///
    /// An attached customer is loyal, or latent if it seldom buys. One that is not attached is
    /// neither.
    ///
    /// # Examples
    ///
    /// ```
    /// use keqing::vocab::answers::LoyaltyPattern;
    /// use keqing::vocab::words::Bond;
    ///
    /// assert!(Bond::Mixed.patterns().contains(LoyaltyPattern::Latent));
    /// assert!(!Bond::LockedIn.patterns().contains(LoyaltyPattern::Loyal));
    /// ```
    #[must_use]
    pub const fn patterns(self) -> Set<LoyaltyPattern> {
        match self {
            Self::Genuine | Self::Mixed => {
                LoyaltyPattern::set([LoyaltyPattern::Loyal, LoyaltyPattern::Latent])
            }
            Self::LockedIn | Self::None => {
                LoyaltyPattern::set([LoyaltyPattern::Spurious, LoyaltyPattern::None])
            }
        }
    }
}
