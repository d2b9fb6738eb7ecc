use core::cmp::Ordering;
use core::fmt;

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::vocab::words::{Locale, Text};

/// Whether what was perceived reached what was expected (满意状态), least first (SAT-02).
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[expect(
    clippy::exhaustive_enums,
    reason = "a gap is below, at or above zero, there is no fourth"
)]
#[serde(rename_all = "kebab-case")]
pub enum SatisfactionState {
    /// Less was perceived than expected.
    Dissatisfied,
    /// Just what was expected; counted neither as satisfied nor as dissatisfied.
    Met,
    /// More was perceived than expected.
    Satisfied,
}

impl SatisfactionState {
    /// Every state, least first.
    pub const ALL: [Self; 3] = [Self::Dissatisfied, Self::Met, Self::Satisfied];

    /// Tells the state that a gap, perceived less expected, is: zero is met.
    ///
    /// # Examples
    ///
    /// ```
    /// use keqing::satisfaction::measurement::SatisfactionState;
    /// use rust_decimal::Decimal;
    ///
    /// assert_eq!(SatisfactionState::of_gap(Decimal::ZERO), SatisfactionState::Met);
    /// assert_eq!(SatisfactionState::of_gap(Decimal::new(-1, 12)), SatisfactionState::Dissatisfied);
    /// ```
    #[must_use]
    pub fn of_gap(gap: Decimal) -> Self {
        match gap.cmp(&Decimal::ZERO) {
            Ordering::Less => Self::Dissatisfied,
            Ordering::Equal => Self::Met,
            Ordering::Greater => Self::Satisfied,
        }
    }

    /// Returns the name for people.
    #[must_use]
    pub const fn text(self) -> Text {
        match self {
            Self::Dissatisfied => Text::new("dissatisfied", "不满意", "不滿意"),
            Self::Met => Text::new("expectation met", "符合期望", "符合期望"),
            Self::Satisfied => Text::new("satisfied", "满意", "滿意"),
        }
    }
}

impl fmt::Display for SatisfactionState {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.text().in_locale(Locale::En))
    }
}

/// What satisfaction allows loyalty to be (满意度对忠诚度的制约), least first (SAT-08).
///
/// Satisfaction is necessary and never sufficient: what it supports it does not prove.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[expect(
    clippy::exhaustive_enums,
    reason = "satisfaction bounds loyalty from above or leaves it open"
)]
#[serde(rename_all = "kebab-case")]
pub enum LoyaltySupport {
    /// Dissatisfied time and again: whatever keeps the customer, it is no loyalty.
    Unsupported,
    /// Nothing in the measurements stands against loyalty.
    Supported,
}

impl LoyaltySupport {
    /// Both, least first.
    pub const ALL: [Self; 2] = [Self::Unsupported, Self::Supported];

    /// Returns the name for people.
    #[must_use]
    pub const fn text(self) -> Text {
        match self {
            Self::Unsupported => {
                Text::new("loyalty unsupported", "不足以支撑忠诚", "不足以支撐忠誠")
            }
            Self::Supported => Text::new("loyalty possible", "可支撑忠诚", "可支撐忠誠"),
        }
    }
}

impl fmt::Display for LoyaltySupport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.text().in_locale(Locale::En))
    }
}
