use chrono::NaiveDate;

use crate::form::record;
use crate::loyalty::kinds::trend::Trend;
use crate::loyalty::kinds::voices::Voices;
use crate::loyalty::words::Repeat;
use crate::verdict::Presence;
use crate::vocab::known::{Grade, Known};
use crate::vocab::set::Set;
use crate::vocab::words::{Manifestation, Stance};

record! {
    /// The three kinds of loyalty (行为忠诚、意识忠诚、情感忠诚), each by its own evidence (LOY-01).
    ///
    /// A kind of which there is no evidence of its own is unknown, however much there is of the others.
    #[non_exhaustive]
    #[derive(Copy, Default, Hash)]
    #[serde(default)]
    pub struct LoyaltyKinds {
        /// The repeat purchases of the customer (LOY-02).
        pub behavioural: Known<Repeat> => with_behavioural,
        /// The intention of the customer to buy again (LOY-03).
        pub conscious: Known<Stance> => with_conscious,
        /// The feeling of the customer about us (LOY-04): its own word, or its recommendations
        /// without one.
        pub emotional: Known<Stance> => with_emotional,
        /// The spread of the voices of the customer's people, word by word.
        pub voices: Voices => with_voices,
        /// The day since which an evaluation of the customer no longer counts, if that leaves its
        /// feeling open.
        pub expired: Option<NaiveDate> => with_expired,
        /// The attitude of the customer in its own words (GEN-04).
        pub attitude: LoyaltyAttitude => with_attitude,
        /// The presence of a high share of its purchases with us (GEN-12).
        pub high_share: Known<Presence> => with_high_share,
        /// The trend of the customer's feeling, if it spoke twice (GEN-14).
        pub trend: Option<Trend> => with_trend,
        /// The number of new customers to whom it recommended us (GEN-15).
        pub referrals: u32 => with_referrals,
        /// The customer's return after a failure with a recommendation (LOY-07).
        pub adversity: Known<Presence> => with_adversity,
        /// The ways in which the relationship shows itself (GEN-13).
        pub shown: Set<Manifestation> => with_shown,
        /// The ways that were looked at and do not show the relationship.
        pub hidden: Set<Manifestation> => with_hidden,
    }
}

record! {
    /// The attitude of a customer in its own words (忠诚态度): trust, standing up for us, and the wish
    /// to buy again (GEN-04).
    #[derive(Copy, Default, Hash)]
    #[serde(default)]
    pub closed struct LoyaltyAttitude {
        /// The stance of the customer on trusting us.
        pub trust: Known<Stance>,
        /// The stance of the customer on standing up for us.
        pub upholding: Known<Stance>,
        /// The stance of the customer on buying again.
        pub repurchase: Known<Stance>,
    }
}

impl LoyaltyKinds {
    /// Returns whether at least one kind is known.
    #[must_use]
    pub fn is_told(&self) -> bool {
        let heard = Self {
            voices: Voices::default(),
            expired: None,
            ..*self
        };
        heard != Self::default()
    }

    /// Returns the feeling of the customer, by its own word or deed; an estimate counts as unknown.
    #[must_use]
    #[inline(always)]
    pub fn feeling(&self) -> Known<Stance> {
        if self.emotional.grade() >= Some(Grade::CustomerStated) {
            self.emotional
        } else {
            Known::Unknown
        }
    }

    /// Returns whether the customer never spoke of its feeling itself.
    ///
    /// Only then do its referrals count as feeling, and its word that it would miss us.
    #[must_use]
    pub(crate) const fn is_silent(&self) -> bool {
        !self.emotional.is_known() && self.voices.evaluation.is_none() && self.expired.is_none()
    }

    /// Returns the feeling of the voice that speaks worst of us, of two marks of one person the lower
    /// one.
    pub(crate) fn worst_feeling(&self) -> Option<Stance> {
        let said = self.feeling().value().copied();
        match (self.voices.evaluation, said) {
            (Some(spread), _) if self.expired.is_none() => Some(spread.worst),
            (_, Some(Stance::Mixed)) => Some(Stance::Unfavourable),
            (_, said) => said,
        }
    }

    /// Returns whether the customer recommends us: it brought somebody, or came back after a failure
    /// and recommends us all the same.
    pub(crate) fn recommends(&self) -> bool {
        self.referrals > 0 || self.adversity.value() == Some(&Presence::Present)
    }

    /// Returns whether the customer is known to keep buying.
    #[must_use]
    pub fn repeats(&self) -> bool {
        self.behavioural.value() == Some(&Repeat::High)
    }
}
