use serde::{Deserialize, Serialize};

use crate::vocab::time::Days;

/// How long a statute lets a kind of debtor take to pay (法定账期).
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, PartialEq, Serialize)]
#[expect(
    clippy::exhaustive_structs,
    reason = "who, how long, at most, and from when"
)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct StatutoryTerm {
    /// Whom it binds.
    pub debtor: DebtorKind,
    /// How long payment may take where the contract says nothing; `None` where the statute says
    /// nothing either.
    pub default: Option<Days>,
    /// How long the contract may let it take, exceptions of the statute aside; `None` where there is
    /// no limit.
    pub longest: Option<Days>,
    /// From when the days are counted.
    pub counted_from: TermStart,
}

/// The kind of debtor that a statutory term binds (付款方类别).
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[non_exhaustive]
#[serde(rename_all = "kebab-case")]
pub enum DebtorKind {
    /// Any business.
    Business,
    /// A public body that provides healthcare.
    HealthcareBody,
    /// A large enterprise that buys from a smaller one.
    LargeEnterprise,
    /// A public body.
    PublicBody,
}

/// From when the days of a statutory term are counted (账期起算点).
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[non_exhaustive]
#[serde(rename_all = "kebab-case")]
pub enum TermStart {
    /// The acceptance of goods or services.
    Acceptance,
    /// The delivery of goods or services.
    Delivery,
    /// The date of the invoice.
    InvoiceDate,
    /// The receipt of the invoice or of the goods or services or their acceptance, whichever is last.
    LastOfInvoiceAndDelivery,
}
