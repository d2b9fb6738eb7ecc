use serde::{Deserialize, Serialize};

/// From when the days of the ladder are counted (起算日).
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[expect(clippy::exhaustive_enums, reason = "an invoice has these two dates")]
#[serde(rename_all = "kebab-case")]
pub enum Clock {
    /// From the due date; the day after it is the first.
    DueDate,
    /// From the date of issue; nothing is dunned before it is overdue for all that.
    InvoiceDate,
}

/// Whether the ladder is climbed step by step (升级方式).
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[expect(
    clippy::exhaustive_enums,
    reason = "steps are passed over or they are not"
)]
#[serde(rename_all = "kebab-case")]
pub enum Escalation {
    /// One step at a time, in order, however late the first is taken.
    StepByStep,
    /// Straight to the highest step whose day has come.
    ByDays,
}

/// What becomes of a currency without a threshold, where thresholds are set or not (未列币种).
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[expect(clippy::exhaustive_enums, reason = "an account is dunned or it is not")]
#[serde(rename_all = "kebab-case")]
pub enum UnlistedCurrency {
    /// It is dunned whatever the amount.
    Dunned,
    /// It is not dunned.
    NotDunned,
}
