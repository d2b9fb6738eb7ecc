mod error;
mod wider_scales;

pub use error::LoyaltyPolicyError;
pub use wider_scales::WiderScales;

use core::num::NonZeroU32;

use crate::form::{Gathered, checked};
use crate::loyalty::cards::{genuine, loyalty, switching};
use crate::loyalty::policy::wider_scales::{between, in_order};
use crate::loyalty::words::Repeat;
use crate::verdict::severities;
use crate::vocab::mark::{Mark, MarkScale};
use crate::vocab::share::{Share, above_nothing};
use crate::vocab::time::Days;
use crate::vocab::words::{Rating, Stance};

severities! {
    /// The severity of each rule of loyalty in a house (规则严重程度).
    pub struct LoyaltySeverities of &[genuine::CARDS, loyalty::CARDS, switching::CARDS];
}

checked! {
    /// Every number and choice of the rules about loyalty (忠诚度政策).
    ///
    /// The documents give almost none. In the [`standard`](Self::standard) a mark of 4 of 5 is
    /// favourable and one of 2 unfavourable. So are 6 and 3 of 7, and 9 and 6 of 10. A word counts
    /// 365 days. A customer repeats if it bought in at least half of its own order cycles. Two of
    /// them have to pass before retention is assessed. A customer buys much if it has half of its
    /// needs from us. Every promise that is due is kept. Both sides spoke within 90 days, and invest
    /// for a year. A purchase risk is watched from an exposure of 12 of 25. A strong brand lowers the
    /// impact on the person who decides by one mark.
    ///
    /// # Examples
    ///
    /// ```
    /// use keqing::loyalty::LoyaltyPolicy;
    /// use keqing::vocab::words::{Rating, Stance};
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
        unfavourable_to: Rating where [1, 4]
            => "SAT-08" "GEN-01" "GEN-02" "GEN-04" "GEN-05" "GEN-07" "GEN-10" "GEN-12" "GEN-13" "GEN-14"
               "GEN-15" "GEN-16" "GEN-19" "LOY-01" "LOY-03" "LOY-04" "LOY-05" "LOY-06" "LOY-07" "LIF-05",
        /// The lowest mark that is favourable. It is refused unless it lies above
        /// `unfavourable-to`.
        favourable_from: Rating where [2, 5]
            => "SAT-08" "GEN-01" "GEN-02" "GEN-04" "GEN-05" "GEN-07" "GEN-10" "GEN-12" "GEN-13" "GEN-14"
               "GEN-15" "GEN-16" "GEN-19" "LOY-01" "LOY-03" "LOY-04" "LOY-05" "LOY-06" "LOY-07" "LIF-05",
        /// The bounds of the marks on the wider scales.
        wider_scales: WiderScales
            => "SAT-08" "GEN-01" "GEN-02" "GEN-04" "GEN-05" "GEN-07" "GEN-10" "GEN-12" "GEN-13" "GEN-14"
               "GEN-15" "GEN-16" "GEN-19" "LOY-01" "LOY-03" "LOY-04" "LOY-05" "LOY-06" "LOY-07" "LIF-05",
        /// The number of days for which a word, another state or an event counts, its last day included.
        word_validity: Option<Days> | "none"
            => "SAT-08" "GEN-01" "GEN-02" "GEN-04" "GEN-05" "GEN-06" "GEN-07" "GEN-09" "GEN-10" "GEN-11" "GEN-12" "GEN-13"
               "GEN-14" "GEN-15" "GEN-16" "GEN-18" "GEN-19" "GEN-20" "LOY-01" "LOY-02" "LOY-03" "LOY-04" "LOY-05" "LOY-06" "LOY-07" "LOY-08" "SWC-03" "LIF-05" "LIF-16",
        /// The least retention of a customer that repeats, as a share of its own order cycles.
        /// A share of 0 % is refused.
        repeat_from: Share where (above_nothing) => "GEN-02" "GEN-07" "GEN-12" "GEN-14" "LOY-01" "LOY-02" "LOY-06",
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
        /// The number of days within which both sides have to have spoken with each other.
        contact_within: Days => "GEN-16",
        /// The number of days over which a side has to invest before that is a long term. Zero is
        /// refused.
        long_term_from: Days where [1, i128::MAX] => "GEN-17",
        /// The exposure, likelihood times impact, from which a purchase risk is watched.
        risk_watched_from: u8 where [1, 25] => "SWC-04" "SWC-07",
        /// The number of marks by which a strong brand lowers the impact on the person who decides.
        brand_lowers_impact_by: u8 where [0, 4] => "SWC-07",
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
            wider_scales: WiderScales::standard(),
            word_validity: Some(Days::new(365)),
            repeat_from: HALF,
            high_share_from: HALF,
            least_periods: TWO,
            promises_kept_from: Share::ALL,
            contact_within: Days::new(90),
            long_term_from: Days::new(365),
            risk_watched_from: 12,
            brand_lowers_impact_by: 1,
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

    /// Sets the highest unfavourable mark and the lowest favourable mark, of 1 to 5.
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

    /// Replaces the bounds of the marks on the wider scales.
    #[must_use]
    pub const fn with_wider_scales(self, wider_scales: WiderScales) -> Self {
        Self {
            wider_scales,
            ..self
        }
    }

    /// Sets the number of days for which a word of the customer counts; `None` if it never expires.
    ///
    /// # Examples
    ///
    /// ```
    /// use keqing::loyalty::LoyaltyPolicy;
    /// use keqing::vocab::time::Days;
    ///
    /// let policy = LoyaltyPolicy::standard();
    /// assert_eq!(policy.word_validity(), Some(Days::new(365)));
    /// assert_eq!(policy.with_word_validity(None).word_validity(), None);
    /// ```
    #[must_use]
    pub const fn with_word_validity(self, word_validity: Option<Days>) -> Self {
        Self {
            word_validity,
            ..self
        }
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

    /// Sets the number of days within which both sides have to have spoken with each other (GEN-16),
    /// and the number over which a side has to invest before that is a long term (GEN-17).
    ///
    /// # Errors
    ///
    /// [`LoyaltyPolicyError::NoTime`] is returned when the long term is zero.
    pub fn with_horizons(
        self,
        contact_within: Days,
        long_term_from: Days,
    ) -> Result<Self, LoyaltyPolicyError> {
        Self {
            contact_within,
            long_term_from,
            ..self
        }
        .checked()
    }

    /// Sets the number of marks by which a strong brand lowers the impact on the person who decides
    /// (SWC-07).
    ///
    /// # Errors
    ///
    /// [`LoyaltyPolicyError::Brand`] is returned when the number is above 4.
    pub fn with_brand_lowers_impact_by(self, marks: u8) -> Result<Self, LoyaltyPolicyError> {
        Self {
            brand_lowers_impact_by: marks,
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

    /// Returns the highest mark of 1 to 5 that is unfavourable.
    #[must_use]
    pub const fn unfavourable_to(&self) -> Rating {
        self.unfavourable_to
    }

    /// Returns the lowest mark of 1 to 5 that is favourable.
    #[must_use]
    pub const fn favourable_from(&self) -> Rating {
        self.favourable_from
    }

    /// Returns the stance that a mark of the customer expresses, by the bounds of its scale.
    #[must_use]
    #[inline]
    pub fn stance(&self, mark: impl Into<Mark>) -> Stance {
        match mark.into() {
            Mark::OfFive(mark) => between(mark, self.unfavourable_to, self.favourable_from),
            Mark::OfSeven(mark) => self.wider_scales.of_seven(mark),
            Mark::OfTen(mark) => self.wider_scales.of_ten(mark),
        }
    }

    /// Returns the number of days for which a word counts, or `None` if it never expires.
    #[must_use]
    pub const fn word_validity(&self) -> Option<Days> {
        self.word_validity
    }

    /// Returns the number of days within which both sides have to have spoken with each other.
    #[must_use]
    pub const fn contact_within(&self) -> Days {
        self.contact_within
    }

    /// Returns the number of days over which a side has to invest before that is a long term.
    #[must_use]
    pub const fn long_term_from(&self) -> Days {
        self.long_term_from
    }

    /// Returns the number of marks by which a strong brand lowers the impact on the person who
    /// decides.
    #[must_use]
    pub const fn brand_lowers_impact_by(&self) -> u8 {
        self.brand_lowers_impact_by
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
        let (unfavourable_to, favourable_from) = (self.unfavourable_to, self.favourable_from);
        if let Err(error) = in_order(MarkScale::OneToFive, unfavourable_to, favourable_from) {
            errors.keep(error);
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
        if self.brand_lowers_impact_by > 4 {
            errors.keep(LoyaltyPolicyError::Brand {
                given: self.brand_lowers_impact_by,
            });
        }
        if self.long_term_from.count() == 0 {
            errors.keep(LoyaltyPolicyError::NoTime);
        }
        errors.settle(|| self)
    }
}

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
