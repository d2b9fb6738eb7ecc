use crate::form::record;
use crate::loyalty::kinds::manifestation::{Manifestation, Trend};
use crate::loyalty::words::{Repeat, Stance};
use crate::verdict::Presence;
use crate::vocab::known::{Grade, Known};
use crate::vocab::set::Set;

record! {
    /// The three kinds of loyalty (行为忠诚、意识忠诚、情感忠诚), each told from its own evidence (LOY-01).
    ///
    /// A kind of which there is no evidence of its own is unknown, however much there is of the others.
    #[non_exhaustive]
    #[derive(Copy, Default, Hash)]
    #[serde(default)]
    pub struct LoyaltyKinds {
        /// Whether the customer buys again (LOY-02).
        pub behavioural: Known<Repeat>,
        /// Whether it means to buy again (LOY-03).
        pub conscious: Known<Stance>,
        /// How it feels about us (LOY-04): by its own word, or where there is none by its recommending us.
        pub emotional: Known<Stance>,
        /// What loyalty is in its own words (GEN-04).
        pub attitude: LoyaltyAttitude,
        /// Whether it buys much of what it needs from us (GEN-12).
        pub high_share: Known<Presence>,
        /// Whether its feeling rises or falls, where it spoke twice (GEN-14).
        pub trend: Option<Trend>,
        /// New customers that it recommended us to (GEN-15).
        pub referrals: u32,
        /// Whether it came back after a failure and recommends us (LOY-07).
        pub adversity: Known<Presence>,
        /// In which ways the relationship shows itself (GEN-13).
        pub shown: Set<Manifestation>,
        /// In which ways it was looked for and does not show.
        pub hidden: Set<Manifestation>,
    }
}

record! {
    /// What loyalty is in the customer's own words (忠诚态度): trust, standing up for us, and the wish to buy
    /// again (GEN-04).
    #[derive(Copy, Default, Hash)]
    #[serde(default)]
    pub closed struct LoyaltyAttitude {
        /// Whether it trusts us.
        pub trust: Known<Stance>,
        /// Whether it stands up for us.
        pub upholding: Known<Stance>,
        /// Whether it wishes to buy again.
        pub repurchase: Known<Stance>,
    }
}

impl LoyaltyKinds {
    /// Tells whether anything is told at all.
    #[must_use]
    pub fn is_told(&self) -> bool {
        *self != Self::default()
    }

    /// Returns how the customer feels, by its own word or deed; an estimate of it is as good as nothing.
    #[must_use]
    #[inline(always)]
    pub fn feeling(&self) -> Known<Stance> {
        if self.emotional.grade() >= Some(Grade::CustomerStated) {
            self.emotional
        } else {
            Known::Unknown
        }
    }

    /// Tells whether the customer is shown to keep buying.
    #[must_use]
    pub fn repeats(&self) -> bool {
        self.behavioural.value() == Some(&Repeat::High)
    }
}
