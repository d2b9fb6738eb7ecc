use rust_decimal::Decimal;
use thiserror::Error;

use crate::form::checked;
use crate::portfolio::period::PeriodLength;
use crate::vocab::words::words;

checked! {
    /// The way in which purchases become wallets (客户群政策): the choices that the lifecycle rules
    /// leave open.
    ///
    /// [`standard`](Self::standard) adds up by calendar year and keeps every wallet that has
    /// anything in it. It leaves out suppliers with more credits than sales. Both limits change
    /// results, so they stand in the policy and not in the code.
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
    #[derive(Copy, Hash)]
    pub struct PortfolioPolicy, checked by PortfolioPolicy::checked {
        /// The least total of a wallet that counts, as an amount of the purchases; a smaller wallet
        /// is left out. Less than zero is refused.
        #[serde(with = "crate::vocab::exact")]
        minimum: Decimal
            => "LIF-01" "LIF-02" "LIF-03" "LIF-04" "LIF-05" "LIF-06" "LIF-07" "LIF-08" "LIF-09"
               "LIF-10" "LIF-11" "LIF-12" "LIF-14" "LIF-15" "LIF-16",
        /// The treatment of a supplier that netted nothing or less in a wallet: kept without a
        /// share, or left out. The path of one that is kept may begin earlier.
        nonpositive: Nonpositive => "LIF-01" "LIF-02" "LIF-03" "LIF-08",
        /// The length of the periods into which purchases are added up.
        period: PeriodLength
            => "LIF-01" "LIF-02" "LIF-03" "LIF-04" "LIF-05" "LIF-06" "LIF-07" "LIF-08" "LIF-09"
               "LIF-10" "LIF-11" "LIF-12" "LIF-14" "LIF-15" "LIF-16",
    }
}

impl PortfolioPolicy {
    /// Returns the policy by the year, without a minimum, without suppliers that net nothing.
    #[must_use]
    pub const fn standard() -> Self {
        Self {
            minimum: Decimal::ZERO,
            nonpositive: Nonpositive::LeaveOut,
            period: PeriodLength::Year,
        }
    }

    /// Sets the length of the periods.
    #[must_use]
    pub const fn with_period(self, period: PeriodLength) -> Self {
        Self { period, ..self }
    }

    /// Sets the least total of a wallet that counts; a wallet of exactly that total counts.
    ///
    /// Small wallets show little, because one purchase makes most of their share.
    ///
    /// # Errors
    ///
    /// [`PortfolioPolicyError`] is returned when the minimum is below zero.
    pub fn with_minimum(self, minimum: Decimal) -> Result<Self, PortfolioPolicyError> {
        Self { minimum, ..self }.checked()
    }

    /// Sets the treatment of a supplier that nets zero or less in a period.
    #[must_use]
    pub const fn with_nonpositive(self, nonpositive: Nonpositive) -> Self {
        Self {
            nonpositive,
            ..self
        }
    }

    /// Returns the length of the periods.
    #[must_use]
    pub const fn period(&self) -> PeriodLength {
        self.period
    }

    /// Returns the least total of a wallet that counts.
    #[must_use]
    pub const fn minimum(&self) -> Decimal {
        self.minimum
    }

    /// Returns the treatment of a supplier that nets zero or less.
    #[must_use]
    pub const fn nonpositive(&self) -> Nonpositive {
        self.nonpositive
    }

    fn checked(self) -> Result<Self, PortfolioPolicyError> {
        if self.minimum < Decimal::ZERO {
            return Err(PortfolioPolicyError {
                minimum: self.minimum,
            });
        }
        Ok(self)
    }
}

words! {
    /// The treatment of a supplier whose credits in a period equal or exceed its sales (净额非正).
    ///
    /// Such a supplier has no share, because a share is never below zero. In both cases the wallet
    /// is the sum of the amounts of the others.
    pub open enum Nonpositive {
        /// The supplier stays in the wallet as a pair without a share, and its net amount is shown.
        KeepWithoutShare = "keep-without-share", "kept without a share", "列入而不计份额", "列入而不計份額";
        /// The supplier is not in the wallet.
        LeaveOut = "leave-out", "left out", "不予列入", "不予列入";
    }
}

/// Returned when a minimum is below zero.
#[derive(Clone, Copy, Debug, Eq, Error, PartialEq)]
#[error("the minimum of a wallet is zero or more, got {minimum}")]
pub struct PortfolioPolicyError {
    minimum: Decimal,
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
