mod error;

pub use error::SatisfactionPolicyError;

use core::num::NonZeroU32;

use crate::form::{Gathered, checked, choice};
use crate::satisfaction::cards::{satisfaction, value};
use crate::verdict::severities;
use crate::vocab::share::Share;
use crate::vocab::time::Days;
use crate::vocab::words::{Rating, words};

severities! {
    /// The severity of each rule of satisfaction and value in a house (规则严重程度).
    pub struct SatisfactionSeverities of &[satisfaction::CARDS, value::CARDS];
}

checked! {
    /// Every number and choice of the rules about satisfaction and value (满意度政策), SAT-01 to VAL-07.
    ///
    /// In the [`standard`](Self::standard) a measurement holds 90 days, any other word 365, and two disappointments in
    /// a row are persistent; each falls short by more than 5 % of its scale. A level of needs is met
    /// from 3 of 5. Expectations rise at once and never fall, and a benefit that was announced as given
    /// once does not change them. A feature sinks a tier every two cycles. There is no threshold for a
    /// fit.
    ///
    /// # Examples
    ///
    /// ```
    /// use keqing::satisfaction::{RatchetMode, SatisfactionPolicy};
    /// use keqing::vocab::share::Share;
    /// use keqing::vocab::time::Days;
    ///
    /// let policy = SatisfactionPolicy::standard().with_validity(Days::new(30))?;
    /// assert_eq!(policy.validity(), Days::new(30));
    ///
    /// let share = Share::percent(0)?;
    /// assert!(policy.with_ratchet(RatchetMode::Adaptive { share }).is_err());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[derive(Copy, Hash)]
    pub struct SatisfactionPolicy, checked by SatisfactionPolicy::checked {
        /// The number of days for which a measurement holds, its last day included.
        /// Zero is refused.
        validity: Days where [1, i128::MAX] => "PPL-01" "PPL-02" "SAT-01" "SAT-02" "SAT-06" "SAT-07" "SAT-08" "SAT-09" "SAT-12" "GEN-01" "LOY-05" "LOY-06" "LOY-08" "LIF-05",
        /// The number of days for which any other word of the customer, or about our offer, holds, its last day
        /// included; `"none"` is for ever.
        word_days: Option<Days> | "none" => "SAT-05" "SAT-10" "VAL-01" "VAL-02" "VAL-04" "VAL-06",
        /// The number of days in a row that disappoint, from which loyalty is unsupported.
        /// Zero is refused.
        persistent_after: NonZeroU32 => "SAT-08" "GEN-01" "LOY-06" "LIF-05",
        /// The part of a scale by which a customer may fall short of its expectation without being
        /// disappointed. A tolerance of 100 % is refused.
        disappointment_tolerance: Share => "SAT-08" "GEN-01" "LOY-06" "LIF-05",
        /// The mark from which a level of needs is met. The worst mark, 1, is refused.
        level_met_from: Rating where [2, 5] => "SAT-07",
        /// The way in which an experience changes the next expectation.
        /// It is full, or adaptive with a share of the way. An adaptive share of 0 % is refused.
        ratchet: RatchetMode => "SAT-01" "SAT-02" "SAT-04",
        /// The effect of a benefit that was announced as given once.
        /// It counts like any other, or it leaves the expectation alone.
        one_off: OneOff => "SAT-01" "SAT-02" "SAT-04",
        /// The number of cycles in which a feature sinks by one tier. Zero is refused.
        decay_cycles: NonZeroU32 => "SAT-05",
        /// The least fit of an offer to a criterion of the customer; `"none"` holds no fit against
        /// anything. A threshold of 0 % is refused.
        fit_from: Option<Share> | "none" => "VAL-06",
        /// The severity of each rule: off, or the weight of its breach.
        severities: SatisfactionSeverities,
    }
}

impl SatisfactionPolicy {
    /// Returns the documents' own policy, with the numbers that the rulebook settled on.
    #[must_use]
    pub const fn standard() -> Self {
        Self {
            validity: Days::new(90),
            word_days: Some(Days::new(365)),
            persistent_after: TWO,
            disappointment_tolerance: FIVE_PERCENT,
            level_met_from: MIDDLE,
            ratchet: RatchetMode::Full,
            one_off: OneOff::SetAside,
            decay_cycles: TWO,
            fit_from: None,
            severities: SatisfactionSeverities::standard(),
        }
    }

    /// Replaces the severities of the rules.
    #[must_use]
    pub const fn with_severities(self, severities: SatisfactionSeverities) -> Self {
        Self { severities, ..self }
    }

    /// Returns the severities of the rules.
    #[must_use]
    pub const fn severities(&self) -> &SatisfactionSeverities {
        &self.severities
    }

    /// Sets the number of days for which a measurement holds, its last day included (SAT-06).
    ///
    /// # Errors
    ///
    /// [`SatisfactionPolicyError::NoValidity`] is returned when the number of days is zero.
    pub fn with_validity(self, validity: Days) -> Result<Self, SatisfactionPolicyError> {
        Self { validity, ..self }.checked()
    }

    /// Sets the number of days for which a word that is no mark holds; `None` is for ever.
    #[must_use]
    pub const fn with_word_days(self, word_days: Option<Days>) -> Self {
        Self { word_days, ..self }
    }

    /// Sets the number of days in a row that disappoint and are persistent (SAT-08).
    #[must_use]
    pub const fn with_persistent_after(self, days: NonZeroU32) -> Self {
        Self {
            persistent_after: days,
            ..self
        }
    }

    /// Sets the part of a scale that may be missing without disappointment (SAT-08).
    ///
    /// # Errors
    ///
    /// [`SatisfactionPolicyError::NoDisappointment`] is returned when the tolerance is 100 %, because
    /// nothing would disappoint.
    pub fn with_disappointment_tolerance(
        self,
        tolerance: Share,
    ) -> Result<Self, SatisfactionPolicyError> {
        Self {
            disappointment_tolerance: tolerance,
            ..self
        }
        .checked()
    }

    /// Sets the mark from which a level of needs is met (SAT-07).
    ///
    /// # Errors
    ///
    /// [`SatisfactionPolicyError::LevelAlwaysMet`] is returned when the mark is the worst, because
    /// every mark would meet it.
    pub fn with_level_met_from(self, mark: Rating) -> Result<Self, SatisfactionPolicyError> {
        Self {
            level_met_from: mark,
            ..self
        }
        .checked()
    }

    /// Sets the way in which an experience changes the next expectation (SAT-04).
    ///
    /// # Errors
    ///
    /// [`SatisfactionPolicyError::NoAdaptation`] is returned when no experience would change
    /// anything.
    pub fn with_ratchet(self, ratchet: RatchetMode) -> Result<Self, SatisfactionPolicyError> {
        Self { ratchet, ..self }.checked()
    }

    /// Sets the effect of a benefit that was announced as given once (SAT-04).
    #[must_use]
    pub const fn with_one_off(self, one_off: OneOff) -> Self {
        Self { one_off, ..self }
    }

    /// Sets the number of cycles in which a feature sinks by one tier (SAT-05).
    #[must_use]
    pub const fn with_decay_cycles(self, cycles: NonZeroU32) -> Self {
        Self {
            decay_cycles: cycles,
            ..self
        }
    }

    /// Sets the least fit to a criterion of the customer; `None` holds no fit against anything (VAL-06).
    ///
    /// # Errors
    ///
    /// [`SatisfactionPolicyError::FitAlwaysReached`] is returned when the threshold is 0 %, because
    /// every fit would reach it.
    pub fn with_fit_from(self, least: Option<Share>) -> Result<Self, SatisfactionPolicyError> {
        Self {
            fit_from: least,
            ..self
        }
        .checked()
    }

    /// Returns the number of days for which a measurement holds.
    #[must_use]
    pub const fn validity(&self) -> Days {
        self.validity
    }

    /// Returns the number of days for which a word that is no mark holds; `None` is for ever.
    #[must_use]
    pub const fn word_days(&self) -> Option<Days> {
        self.word_days
    }

    /// Returns the number of days in a row that disappoint and are persistent.
    #[must_use]
    pub const fn persistent_after(&self) -> NonZeroU32 {
        self.persistent_after
    }

    /// Returns the part of a scale that may be missing without disappointment.
    #[must_use]
    pub const fn disappointment_tolerance(&self) -> Share {
        self.disappointment_tolerance
    }

    /// Returns the mark from which a level of needs is met.
    #[must_use]
    pub const fn level_met_from(&self) -> Rating {
        self.level_met_from
    }

    /// Returns the way in which an experience changes the next expectation.
    #[must_use]
    pub const fn ratchet(&self) -> RatchetMode {
        self.ratchet
    }

    /// Returns the effect of a benefit that was announced as given once.
    #[must_use]
    pub const fn one_off(&self) -> OneOff {
        self.one_off
    }

    /// Returns the number of cycles in which a feature sinks by one tier.
    #[must_use]
    pub const fn decay_cycles(&self) -> NonZeroU32 {
        self.decay_cycles
    }

    /// Returns the least fit to a criterion of the customer, or `None` if there is no threshold.
    #[must_use]
    pub const fn fit_from(&self) -> Option<Share> {
        self.fit_from
    }

    fn checked(self) -> Result<Self, SatisfactionPolicyError> {
        let mut errors = Gathered::new();
        if self.disappointment_tolerance == Share::ALL {
            let given = self.disappointment_tolerance;
            errors.keep(SatisfactionPolicyError::NoDisappointment { given });
        }
        if let Some(given) = self.fit_from.filter(|least| least.is_none()) {
            errors.keep(SatisfactionPolicyError::FitAlwaysReached { given });
        }
        if self.validity == Days::new(0) {
            let given = self.validity;
            errors.keep(SatisfactionPolicyError::NoValidity { given });
        }
        if self.level_met_from == Rating::LOWEST {
            let given = self.level_met_from;
            errors.keep(SatisfactionPolicyError::LevelAlwaysMet { given });
        }
        match self.ratchet {
            RatchetMode::Adaptive { share: given } if given.is_none() => {
                errors.keep(SatisfactionPolicyError::NoAdaptation { given });
            }
            RatchetMode::Adaptive { .. } | RatchetMode::Full => {}
        }
        errors.settle(|| self)
    }
}

choice! {
    /// The way in which an experience changes the next expectation (期望调整方式), SAT-04.
    #[non_exhaustive]
    #[derive(Copy, Hash, Ord, PartialOrd)]
    pub enum RatchetMode {
        /// The expectation rises to the perceived mark at once, and never falls.
        Full,
        /// The expectation moves a share of the way toward the perceived mark, up or down.
        Adaptive {
            /// The share of the way from the expectation to the experience, up or down. A share of 0 % is
            /// refused.
            share: Share,
        },
    }
}

words! {
    /// The effect of a benefit that was announced as given once (一次性优惠), SAT-04.
    pub closed enum OneOff {
        /// The benefit changes the next expectation, as any other experience.
        Counts = "counts", "counts like any other", "照常计入期望", "照常計入期望";
        /// The benefit does not change the expectation.
        SetAside = "set-aside", "set aside", "不计入期望", "不計入期望";
    }
}

const TWO: NonZeroU32 = NonZeroU32::MIN.saturating_add(1);

const FIVE_PERCENT: Share = match Share::percent(5) {
    Ok(share) => share,
    Err(_) => Share::NONE,
};

const MIDDLE: Rating = match Rating::new(3) {
    Ok(rating) => rating,
    Err(_) => Rating::HIGHEST,
};

#[cfg(test)]
mod tests {
    use super::{RatchetMode, SatisfactionPolicy, SatisfactionPolicyError};
    use crate::vocab::share::Share;
    use crate::vocab::time::Days;
    use crate::vocab::words::Rating;

    #[test]
    fn each_number_is_refused_where_it_asks_for_nothing() {
        let policy = SatisfactionPolicy::standard();
        let given = Days::new(0);
        assert_eq!(
            policy.with_validity(given),
            Err(SatisfactionPolicyError::NoValidity { given })
        );
        assert!(policy.with_validity(Days::new(1)).is_ok());
        let given = Rating::LOWEST;
        assert_eq!(
            policy.with_level_met_from(given),
            Err(SatisfactionPolicyError::LevelAlwaysMet { given })
        );
        assert!(policy.with_level_met_from(Rating::HIGHEST).is_ok());
        let adaptive = |share| policy.with_ratchet(RatchetMode::Adaptive { share });
        assert_eq!(
            adaptive(Share::NONE),
            Err(SatisfactionPolicyError::NoAdaptation { given: Share::NONE })
        );
        assert!(adaptive(Share::ALL).is_ok());
        let given = Share::ALL;
        assert_eq!(
            policy.with_disappointment_tolerance(given),
            Err(SatisfactionPolicyError::NoDisappointment { given })
        );
        assert!(policy.with_disappointment_tolerance(Share::NONE).is_ok());
        let given = Share::NONE;
        assert_eq!(
            policy.with_fit_from(Some(given)),
            Err(SatisfactionPolicyError::FitAlwaysReached { given })
        );
        assert!(policy.with_fit_from(Some(Share::ALL)).is_ok());
        assert!(policy.with_fit_from(None).is_ok());
    }
}
