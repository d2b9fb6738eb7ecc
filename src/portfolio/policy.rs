use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::form::{mirrored, record};
use crate::portfolio::period::PeriodLength;
use crate::vocab::words::words;

/// How purchases become wallets (客户群政策): what the rules of the lifecycle leave to the caller.
///
/// [`standard`](Self::standard) adds up by calendar year, keeps every wallet that has anything in it,
/// and leaves out suppliers to whom more went back than came. Both limits change results, which is why
/// they are here and not in the code.
///
/// # Examples
///
/// ```
/// use keqing::portfolio::{PeriodLength, PortfolioPolicy};
/// use rust_decimal::Decimal;
///
/// let policy = PortfolioPolicy::standard()
///     .with_period(PeriodLength::Quarter)
///     .with_minimum(Decimal::from(20_000))?;
/// assert_eq!(policy.minimum(), Decimal::from(20_000));
/// assert!(policy.with_minimum(Decimal::from(-1)).is_err());
/// # Ok::<(), keqing::portfolio::PortfolioPolicyError>(())
/// ```
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, PartialEq, Serialize)]
#[serde(try_from = "PolicyText", into = "PolicyText")]
pub struct PortfolioPolicy {
    text: PolicyText,
}

mirrored! { PortfolioPolicy as PolicyText; }

impl PortfolioPolicy {
    /// Returns the policy by the year, without a minimum, without suppliers that net nothing.
    #[must_use]
    pub const fn standard() -> Self {
        Self {
            text: PolicyText {
                minimum: Decimal::ZERO,
                nonpositive: Nonpositive::LeaveOut,
                period: PeriodLength::Year,
            },
        }
    }

    /// Sets the length of the periods.
    #[must_use]
    pub const fn with_period(self, period: PeriodLength) -> Self {
        Self {
            text: PolicyText {
                period,
                ..self.text
            },
        }
    }

    /// Sets how much a wallet has to hold to be looked at: a wallet of exactly so much counts.
    ///
    /// Small wallets say little, because one purchase makes most of their share.
    ///
    /// # Errors
    ///
    /// [`PortfolioPolicyError`] below zero.
    pub fn with_minimum(self, minimum: Decimal) -> Result<Self, PortfolioPolicyError> {
        Self::try_from(PolicyText {
            minimum,
            ..self.text
        })
    }

    /// Chooses what becomes of a supplier that nets nothing or less in a period.
    #[must_use]
    pub const fn with_nonpositive(self, nonpositive: Nonpositive) -> Self {
        Self {
            text: PolicyText {
                nonpositive,
                ..self.text
            },
        }
    }

    /// Returns the length of the periods.
    #[must_use]
    pub const fn period(&self) -> PeriodLength {
        self.text.period
    }

    /// Returns how much a wallet has to hold.
    #[must_use]
    pub const fn minimum(&self) -> Decimal {
        self.text.minimum
    }

    /// Returns what becomes of a supplier that nets nothing or less.
    #[must_use]
    pub const fn nonpositive(&self) -> Nonpositive {
        self.text.nonpositive
    }
}

words! {
    /// What becomes of a supplier whose credits in a period come up to its sales or above (净额非正).
    ///
    /// Such a supplier has no share of anything, since a share is never below nothing; in both cases the
    /// wallet is the sum of what went to the others.
    pub open enum Nonpositive {
        /// It stays in the wallet as a pair with no share, and its net amount is shown.
        KeepWithoutShare = "keep-without-share", "kept without a share", "列入而不计份额", "列入而不計份額";
        /// It is not in the wallet.
        LeaveOut = "leave-out", "left out", "不予列入", "不予列入";
    }
}

/// Returned when a minimum is below zero.
#[derive(Clone, Copy, Debug, Eq, Error, PartialEq)]
#[error("the minimum of a wallet is zero or more, got {minimum}")]
pub struct PortfolioPolicyError {
    minimum: Decimal,
}

record! {
    /// The JSON form of the policy, and its fields.
    #[derive(Copy, Hash)]
    struct PolicyText {
        #[serde(with = "crate::vocab::exact")]
        minimum: Decimal,
        nonpositive: Nonpositive,
        period: PeriodLength,
    }
}

impl TryFrom<PolicyText> for PortfolioPolicy {
    type Error = PortfolioPolicyError;

    fn try_from(text: PolicyText) -> Result<Self, Self::Error> {
        if text.minimum < Decimal::ZERO {
            return Err(PortfolioPolicyError {
                minimum: text.minimum,
            });
        }
        Ok(Self { text })
    }
}

impl From<PortfolioPolicy> for PolicyText {
    fn from(policy: PortfolioPolicy) -> Self {
        policy.text
    }
}

#[cfg(test)]
mod tests {
    use alloc::string::ToString;

    use super::PortfolioPolicy;

    #[test]
    fn json_is_golden_and_checked() {
        let json = r#"{"minimum":"0","nonpositive":"leave-out","period":"year"}"#;
        let standard = PortfolioPolicy::standard();
        assert_eq!(serde_json::to_string(&standard).ok(), Some(json.into()));
        assert_eq!(serde_json::from_str(json).ok(), Some(standard));
        let message = |json: &str| {
            serde_json::from_str::<PortfolioPolicy>(json)
                .map_err(|error| error.to_string())
                .err()
                .unwrap_or_default()
        };
        let below = message(r#"{"minimum":"-0.01","nonpositive":"leave-out","period":"year"}"#);
        assert!(
            below.starts_with("the minimum of a wallet is zero or more, got -0.01"),
            "{below}"
        );
        let other = message(r#"{"minimum":"0","nonpositive":"leave-out","period":"week"}"#);
        assert!(other.contains("`week` is no "), "{other}");
    }
}
