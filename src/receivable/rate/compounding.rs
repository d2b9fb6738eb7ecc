use serde::{Deserialize, Serialize};

/// Whether interest bears interest (计息方式).
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[expect(
    clippy::exhaustive_enums,
    reason = "interest bears interest at rests or not at all"
)]
#[serde(rename_all = "kebab-case")]
pub enum Compounding {
    /// At every rest the unpaid interest is added to what bears interest (复利).
    Rests(Rest),
    /// Interest bears none (单利).
    Simple,
}

/// How often unpaid interest is added to what bears interest (结息周期).
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[expect(
    clippy::exhaustive_enums,
    reason = "whoever computes interest has to know each of them"
)]
#[serde(rename_all = "kebab-case")]
pub enum Rest {
    /// Every thirty days.
    ThirtyDays,
    /// Every month.
    Month,
    /// Every three months.
    Quarter,
    /// Every twelve months.
    Year,
}
