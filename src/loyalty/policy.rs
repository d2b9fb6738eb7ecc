use alloc::boxed::Box;

use core::num::NonZeroU32;

use thiserror::Error;

use crate::form::{Gathered, Several, checked, several};
use crate::loyalty::cards::{genuine, loyalty, switching};
use crate::loyalty::words::Repeat;
use crate::loyalty::words::Stance;
use crate::verdict::severities;
use crate::vocab::share::{Share, above_nothing};
use crate::vocab::words::Rating;

severities! {
    /// The severity of each rule of loyalty in a house (规则严重程度).
    pub struct LoyaltySeverities of &[genuine::CARDS, loyalty::CARDS, switching::CARDS];
}

checked! {
    /// Every number and choice of the rules about loyalty (忠诚度政策).
    ///
    /// The documents give almost none. In the [`standard`](Self::standard) a mark of 4 of 5 is
    /// favourable and one of 2 unfavourable. A customer repeats if it bought in at least half of
    /// its own order cycles. Two of them have to pass before retention is assessed. A customer buys
    /// much if it has half of its needs from us. Every promise that is due is kept. A purchase risk
    /// is watched from an exposure of 12 of 25.
    ///
    /// # Examples
    ///
    /// ```
    /// use keqing::loyalty::LoyaltyPolicy;
    /// use keqing::loyalty::words::Stance;
    /// use keqing::vocab::words::Rating;
    ///
    /// let policy = LoyaltyPolicy::standard();
    /// assert_eq!(policy.stance(Rating::new(3)?), Stance::Neutral);
    /// let strict = policy.with_stances(Rating::new(2)?, Rating::HIGHEST)?;
    /// assert_eq!(strict.stance(Rating::new(4)?), Stance::Neutral);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[derive(Copy, Hash)]
    pub struct LoyaltyPolicy, checked by LoyaltyPolicy::checked {
        /// The highest mark that is unfavourable. It is refused unless it lies below
        /// `favourable-from`.
        unfavourable_to: Rating where [1, 4] => "GEN-04" "GEN-12" "LOY-01" "LOY-03" "LOY-04",
        /// The lowest mark that is favourable. It is refused unless it lies above
        /// `unfavourable-to`.
        favourable_from: Rating where [2, 5]
            => "SAT-08" "GEN-01" "GEN-04" "GEN-07" "GEN-10" "GEN-13" "GEN-14" "GEN-16" "LOY-01"
               "LOY-03" "LOY-04" "LOY-06" "LIF-05",
        /// The least retention of a customer that repeats, as a share of its own order cycles.
        /// A share of 0 % is refused.
        repeat_from: Share where (above_nothing) => "GEN-07" "GEN-12" "GEN-14" "LOY-01" "LOY-02" "LOY-06",
        /// The least share of the customer's purchases that counts as buying much. A share
        /// of 0 % is refused.
        high_share_from: Share where (above_nothing) => "GEN-12",
        /// The number of order cycles that have to pass before retention is assessed. Zero is
        /// refused.
        least_periods: NonZeroU32
            => "GEN-01" "GEN-02" "GEN-03" "GEN-07" "GEN-12" "GEN-13" "GEN-14" "LOY-01" "LOY-02"
               "LOY-06" "LIF-05",
        /// The least share of the lawful promises due that is kept in time. A share of
        /// 0 % is refused.
        promises_kept_from: Share where (above_nothing) => "GEN-16" "SWC-09",
        /// The exposure, likelihood times impact, from which a purchase risk is watched.
        risk_watched_from: u8 where [1, 25] => "SWC-04",
        /// The severity of each rule: off, or the weight of its breach.
        severities: LoyaltySeverities,
    }
}

impl LoyaltyPolicy {
    /// Returns the documents' own policy.
    #[must_use]
    pub const fn standard() -> Self {
        Self {
            unfavourable_to: LOW,
            favourable_from: HIGH,
            repeat_from: HALF,
            high_share_from: HALF,
            least_periods: TWO,
            promises_kept_from: Share::ALL,
            risk_watched_from: 12,
            severities: LoyaltySeverities::standard(),
        }
    }

    /// Replaces the severities of the rules.
    #[must_use]
    pub const fn with_severities(self, severities: LoyaltySeverities) -> Self {
        Self { severities, ..self }
    }

    /// Returns the severities of the rules.
    #[must_use]
    pub const fn severities(&self) -> &LoyaltySeverities {
        &self.severities
    }

    /// Sets the highest unfavourable mark and the lowest favourable mark.
    ///
    /// # Errors
    ///
    /// [`LoyaltyPolicyError::Stances`] is returned unless the first is below the second.
    pub fn with_stances(
        self,
        unfavourable_to: Rating,
        favourable_from: Rating,
    ) -> Result<Self, LoyaltyPolicyError> {
        Self {
            unfavourable_to,
            favourable_from,
            ..self
        }
        .checked()
    }

    /// Sets the least retention of a customer that repeats, and the least share of its purchases
    /// that counts as buying much.
    ///
    /// # Errors
    ///
    /// [`LoyaltyPolicyError::Nothing`] is returned when one of the shares is zero.
    pub fn with_behaviour(
        self,
        repeat_from: Share,
        high_share_from: Share,
    ) -> Result<Self, LoyaltyPolicyError> {
        Self {
            repeat_from,
            high_share_from,
            ..self
        }
        .checked()
    }

    /// Sets the number of order cycles that have to pass before retention is assessed (GEN-03).
    #[must_use]
    pub const fn with_least_periods(self, least_periods: NonZeroU32) -> Self {
        Self {
            least_periods,
            ..self
        }
    }

    /// Sets the least part of the promises due that has to be kept (GEN-16).
    ///
    /// # Errors
    ///
    /// [`LoyaltyPolicyError::Nothing`] is returned when the share is zero.
    pub fn with_promises_kept_from(self, share: Share) -> Result<Self, LoyaltyPolicyError> {
        Self {
            promises_kept_from: share,
            ..self
        }
        .checked()
    }

    /// Sets the exposure, likelihood times impact, from which a purchase risk is watched (SWC-04).
    ///
    /// # Errors
    ///
    /// [`LoyaltyPolicyError::Exposure`] is returned when the exposure is outside 1 to 25.
    pub fn with_risk_watched_from(self, exposure: u8) -> Result<Self, LoyaltyPolicyError> {
        Self {
            risk_watched_from: exposure,
            ..self
        }
        .checked()
    }

    /// Returns the highest mark that is unfavourable.
    #[must_use]
    pub const fn unfavourable_to(&self) -> Rating {
        self.unfavourable_to
    }

    /// Returns the lowest mark that is favourable.
    #[must_use]
    pub const fn favourable_from(&self) -> Rating {
        self.favourable_from
    }

    /// Returns the stance that a mark of the customer expresses.
    #[must_use]
    #[inline]
    pub fn stance(&self, mark: Rating) -> Stance {
        if mark >= self.favourable_from {
            Stance::Favourable
        } else if mark <= self.unfavourable_to {
            Stance::Unfavourable
        } else {
            Stance::Neutral
        }
    }

    /// Returns the least retention of a customer that repeats.
    #[must_use]
    pub const fn repeat_from(&self) -> Share {
        self.repeat_from
    }

    /// Returns whether a customer of this retention repeats, as a level.
    #[must_use]
    #[inline]
    pub fn repeat(&self, retention: Share) -> Repeat {
        if retention >= self.repeat_from {
            Repeat::High
        } else {
            Repeat::Low
        }
    }

    /// Returns the least share of its purchases with which a customer buys much from us.
    #[must_use]
    pub const fn high_share_from(&self) -> Share {
        self.high_share_from
    }

    /// Returns the number of order cycles that have to pass before retention is assessed.
    #[must_use]
    pub const fn least_periods(&self) -> NonZeroU32 {
        self.least_periods
    }

    /// Returns the least part of the promises due that has to be kept.
    #[must_use]
    pub const fn promises_kept_from(&self) -> Share {
        self.promises_kept_from
    }

    /// Returns the exposure from which a purchase risk is watched.
    #[must_use]
    pub const fn risk_watched_from(&self) -> u8 {
        self.risk_watched_from
    }

    fn checked(self) -> Result<Self, LoyaltyPolicyError> {
        let mut errors = Gathered::new();
        if self.favourable_from <= self.unfavourable_to {
            errors.keep(LoyaltyPolicyError::Stances {
                unfavourable_to: self.unfavourable_to,
                favourable_from: self.favourable_from,
            });
        }
        let shares = [
            ("repeat-from", self.repeat_from),
            ("high-share-from", self.high_share_from),
            ("promises-kept-from", self.promises_kept_from),
        ];
        for (field, given) in shares.into_iter().filter(|(_, share)| share.is_none()) {
            errors.keep(LoyaltyPolicyError::Nothing { field, given });
        }
        if !(1..=25).contains(&self.risk_watched_from) {
            errors.keep(LoyaltyPolicyError::Exposure {
                given: self.risk_watched_from,
            });
        }
        errors.settle(|| self)
    }
}

/// Returned when a loyalty policy contradicts itself or asks for nothing.
#[derive(Clone, Debug, Eq, Error, PartialEq)]
#[non_exhaustive]
pub enum LoyaltyPolicyError {
    /// The exposure is no product of two marks: it is too large or too small.
    #[error("an exposure is 1 to 25, likelihood times impact, got {given}")]
    Exposure {
        /// The exposure given.
        given: u8,
    },
    /// A share of zero would ask for nothing.
    #[error("the policy asks for more than nothing, got {given} for `{field}`")]
    Nothing {
        /// The field of the policy.
        field: &'static str,
        /// The share given.
        given: Share,
    },
    /// Several numbers are at fault.
    #[error(transparent)]
    Several(Box<Several<Self>>),
    /// One mark would be favourable and unfavourable.
    #[error(
        "a favourable mark is above an unfavourable one, got {favourable_from} and {unfavourable_to}"
    )]
    Stances {
        /// The highest mark that is unfavourable.
        unfavourable_to: Rating,
        /// The lowest mark that is favourable.
        favourable_from: Rating,
    },
}

several!(pub LoyaltyPolicyError);

const LOW: Rating = match Rating::new(2) {
    Ok(rating) => rating,
    Err(_) => Rating::LOWEST,
};

const HIGH: Rating = match Rating::new(4) {
    Ok(rating) => rating,
    Err(_) => Rating::HIGHEST,
};

const HALF: Share = match Share::new(1, 2) {
    Ok(share) => share,
    Err(_) => Share::ALL,
};

const TWO: NonZeroU32 = match NonZeroU32::new(2) {
    Some(two) => two,
    None => NonZeroU32::MIN,
};
