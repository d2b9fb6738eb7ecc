use alloc::boxed::Box;

use rust_decimal::Decimal;
use thiserror::Error;

use crate::form::{Gathered, Several, checked, several};
use crate::party::continuity::reliance::Reliance;
use crate::verdict::Severity;
use crate::vocab::share::{Share, above_nothing};

checked! {
    /// Every number and choice of the rules about continuity (接续政策), CON-01 to CON-06.
    ///
    /// In the [`standard`](Self::standard) a person who carries 60 % of all ties is a warning, and
    /// one who carries all of them is critical. A relationship is at risk if more than 30 % of its ties
    /// is lost, and broken if nothing is left. A counterpart who keeps less than 10 % is named. A pair is soured if its stable affect is below zero. A deputy is demanded as firmly as
    /// the owner.
    ///
    /// # Examples
    ///
    /// ```
    /// use keqing::party::continuity::{ContinuityPolicy, Reliance};
    /// use keqing::vocab::share::Share;
    ///
    /// let policy = ContinuityPolicy::standard();
    /// assert_eq!(policy.reliance(Share::percent(60)?), Reliance::Heavy);
    /// let strict = policy.with_limits(Share::percent(40)?, Share::percent(60)?)?;
    /// assert_eq!(strict.reliance(Share::percent(60)?), Reliance::SinglePoint);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[derive(Copy, Hash)]
    pub struct ContinuityPolicy, checked by ContinuityPolicy::checked {
        /// The share of all tie weight from which one person is a warning.
        /// A share of 0 % is refused, and so is more than `critical-from`.
        warning_from: Share where (above_nothing) => "CON-02",
        /// The share of all tie weight from which one person is critical.
        /// Less than `warning-from` is refused.
        critical_from: Share => "CON-02",
        /// The lost share of all tie weight above which a relationship is at risk.
        /// It is less than `broken-from`.
        at_risk_above: Share => "CON-01",
        /// The lost share of all tie weight from which a relationship is broken and the loss critical.
        /// A share of 0 % is refused.
        broken_from: Share where (above_nothing) => "CON-01",
        /// The share of its own tie weight below which what a counterpart keeps is a warning.
        /// A share of 0 % never warns.
        thin_below: Share => "CON-01",
        /// The stable affect below which two main contacts have fallen out.
        /// Every decimal of at most 28 digits is accepted.
        #[serde(with = "crate::vocab::exact")]
        soured_below: Decimal => "CON-01" "CON-03" "CON-04",
        /// The severity of a special customer without a deputy.
        /// The deputy is another person than the owner.
        deputy: Severity => "CON-06",
    }
}

impl ContinuityPolicy {
    /// Returns the documents' own policy, with the numbers that the rulebook settled on.
    #[must_use]
    pub const fn standard() -> Self {
        Self {
            warning_from: THREE_FIFTHS,
            critical_from: Share::ALL,
            at_risk_above: THREE_TENTHS,
            broken_from: Share::ALL,
            thin_below: ONE_TENTH,
            soured_below: Decimal::ZERO,
            deputy: Severity::Bar,
        }
    }

    /// Sets the limits for the share of all ties that one person may carry (CON-02): the warning,
    /// and the critical share.
    ///
    /// # Errors
    ///
    /// [`ContinuityPolicyError::LimitsOutOfOrder`] is returned unless nothing < warning <=
    /// critical.
    pub fn with_limits(
        self,
        warning_from: Share,
        critical_from: Share,
    ) -> Result<Self, ContinuityPolicyError> {
        Self {
            warning_from,
            critical_from,
            ..self
        }
        .checked()
    }

    /// Sets the lost share above which a relationship is at risk, and the one from which it counts as
    /// broken (CON-01).
    ///
    /// # Errors
    ///
    /// [`ContinuityPolicyError`] is returned unless at risk < broken.
    pub fn with_loss(
        self,
        at_risk_above: Share,
        broken_from: Share,
    ) -> Result<Self, ContinuityPolicyError> {
        Self {
            at_risk_above,
            broken_from,
            ..self
        }
        .checked()
    }

    /// Sets the share of its own tie weight below which what a counterpart keeps is a warning (CON-01).
    #[must_use]
    pub const fn with_thin_below(self, thin_below: Share) -> Self {
        Self { thin_below, ..self }
    }

    /// Sets the stable affect below which a pair is soured (CON-04).
    #[must_use]
    pub const fn with_soured_below(self, affect: Decimal) -> Self {
        Self {
            soured_below: affect,
            ..self
        }
    }

    /// Sets the severity of a special customer without a deputy (CON-06).
    #[must_use]
    pub const fn with_deputy(self, severity: Severity) -> Self {
        Self {
            deputy: severity,
            ..self
        }
    }

    /// Returns the reliance of a relationship on a person who carries this share of all ties
    /// (CON-02).
    #[must_use]
    #[inline]
    pub fn reliance(&self, share: Share) -> Reliance {
        if share >= self.critical_from {
            Reliance::SinglePoint
        } else if share >= self.warning_from {
            Reliance::Heavy
        } else {
            Reliance::Spread
        }
    }

    /// Returns the share of all ties from which one person is a warning.
    #[must_use]
    pub const fn warning_from(&self) -> Share {
        self.warning_from
    }

    /// Returns the share of all ties from which one person is critical.
    #[must_use]
    pub const fn critical_from(&self) -> Share {
        self.critical_from
    }

    /// Returns the lost share above which a relationship is at risk.
    #[must_use]
    pub const fn at_risk_above(&self) -> Share {
        self.at_risk_above
    }

    /// Returns the share of its own tie weight below which what a counterpart keeps is a warning.
    #[must_use]
    pub const fn thin_below(&self) -> Share {
        self.thin_below
    }

    /// Returns the lost share from which a relationship counts as broken.
    #[must_use]
    pub const fn broken_from(&self) -> Share {
        self.broken_from
    }

    /// Returns the stable affect below which a pair is soured.
    #[must_use]
    pub const fn soured_below(&self) -> Decimal {
        self.soured_below
    }

    /// Returns the severity of a special customer without a deputy.
    #[must_use]
    pub const fn deputy(&self) -> Severity {
        self.deputy
    }

    fn checked(self) -> Result<Self, ContinuityPolicyError> {
        let Self {
            warning_from,
            critical_from,
            at_risk_above,
            broken_from,
            ..
        } = self;
        let mut errors = Gathered::new();
        if broken_from.is_none() {
            errors.keep(ContinuityPolicyError::BrokenFromNothing { given: broken_from });
        } else if broken_from <= at_risk_above {
            errors.keep(ContinuityPolicyError::LossOutOfOrder {
                at_risk_above,
                broken_from,
            });
        }
        if warning_from.is_none() || critical_from < warning_from {
            errors.keep(ContinuityPolicyError::LimitsOutOfOrder {
                warning_from,
                critical_from,
            });
        }
        errors.settle(|| self)
    }
}

/// Returned when a policy of continuity contradicts itself.
#[derive(Clone, Debug, Eq, Error, PartialEq)]
#[non_exhaustive]
pub enum ContinuityPolicyError {
    /// A relationship that lost nothing would count as broken.
    #[error("a relationship is broken from a lost share above nothing, got {given}")]
    BrokenFromNothing {
        /// The share given.
        given: Share,
    },
    /// The limits for one person do not rise.
    #[error(
        "the limits must rise from nothing: warning from {warning_from}, critical from {critical_from}"
    )]
    LimitsOutOfOrder {
        /// The limit of the warning.
        warning_from: Share,
        /// The limit from which the share is critical.
        critical_from: Share,
    },
    /// The limits of a loss do not rise.
    #[error(
        "the limits of a loss must rise: at risk above {at_risk_above}, broken from {broken_from}"
    )]
    LossOutOfOrder {
        /// The limit above which the relationship is at risk.
        at_risk_above: Share,
        /// The limit from which it is broken.
        broken_from: Share,
    },
    /// Several limits are at fault.
    #[error(transparent)]
    Several(Box<Several<Self>>),
}

several!(pub ContinuityPolicyError);

const THREE_FIFTHS: Share = match Share::percent(60) {
    Ok(share) => share,
    Err(_) => Share::ALL,
};

const THREE_TENTHS: Share = match Share::percent(30) {
    Ok(share) => share,
    Err(_) => Share::NONE,
};

const ONE_TENTH: Share = match Share::percent(10) {
    Ok(share) => share,
    Err(_) => Share::NONE,
};

#[cfg(test)]
mod tests {
    use alloc::string::ToString;

    use super::ContinuityPolicy;
    use crate::party::continuity::reliance::Reliance;
    use crate::vocab::share::{Share, ShareError};

    #[test]
    fn reliance_is_exact_on_the_limits() -> Result<(), ShareError> {
        let table = [
            (1, Reliance::Spread),
            (5_999, Reliance::Spread),
            (6_000, Reliance::Heavy),
            (9_999, Reliance::Heavy),
            (10_000, Reliance::SinglePoint),
        ];
        for (part, expected) in table {
            let share = Share::new(part, 10_000)?;
            let reliance = ContinuityPolicy::standard().reliance(share);
            assert_eq!(reliance, expected, "{share}");
        }
        Ok(())
    }

    #[test]
    fn a_policy_that_contradicts_itself_is_refused() -> Result<(), ShareError> {
        let standard = ContinuityPolicy::standard();
        let half = Share::percent(50)?;
        assert!(standard.with_limits(half, half).is_ok());
        let message = |result: Result<ContinuityPolicy, _>| {
            result
                .map_err(|error: super::ContinuityPolicyError| error.to_string())
                .err()
                .unwrap_or_default()
        };
        assert_eq!(
            message(standard.with_limits(Share::ALL, half)),
            "the limits must rise from nothing: warning from 100.0 %, critical from 50.0 %"
        );
        assert_eq!(
            message(standard.with_limits(Share::NONE, half)),
            "the limits must rise from nothing: warning from 0.0 %, critical from 50.0 %"
        );
        assert_eq!(
            message(standard.with_loss(Share::NONE, Share::NONE)),
            "a relationship is broken from a lost share above nothing, got 0.0 %"
        );
        assert_eq!(
            message(standard.with_loss(half, half)),
            "the limits of a loss must rise: at risk above 50.0 %, broken from 50.0 %"
        );
        Ok(())
    }

    #[test]
    fn json_is_checked_on_the_way_in() -> Result<(), serde_json::Error> {
        let standard = ContinuityPolicy::standard();
        let mut json = serde_json::to_value(standard)?;
        assert_eq!(
            serde_json::from_value::<ContinuityPolicy>(json.clone())?,
            standard
        );
        if let Some(limit) = json.get_mut("critical-from") {
            *limit = serde_json::json!({"part": "1", "whole": "100"});
        }
        assert!(serde_json::from_value::<ContinuityPolicy>(json).is_err());
        Ok(())
    }
}
