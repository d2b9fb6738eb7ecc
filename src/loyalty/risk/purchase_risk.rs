use core::fmt;

use serde::{Deserialize, Serialize};

use crate::vocab::known::Grade;
use crate::vocab::set::Set;
use crate::vocab::set::members;
use crate::vocab::words::{Rating, Text};

/// A kind of risk that a purchase holds for the customer (采购风险种类), as SWC-04 lists them.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[non_exhaustive]
#[serde(rename_all = "kebab-case")]
pub enum PurchaseRiskKind {
    /// The price is higher than it ought to be.
    InflatedPrice,
    /// The goods are not what they ought to be.
    Quality,
    /// The supply comes late.
    LateSupply,
    /// The supplier cannot make enough.
    InsufficientCapacity,
    /// Nobody comes when something breaks.
    PoorAfterSales,
    /// Buyer and supplier do something illegal together.
    IllegalActs,
}

members!(
    PurchaseRiskKind:
    InflatedPrice, Quality, LateSupply, InsufficientCapacity, PoorAfterSales, IllegalActs
);

impl PurchaseRiskKind {
    /// Returns the wire name, in kebab case.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::InflatedPrice => "inflated-price",
            Self::Quality => "quality",
            Self::LateSupply => "late-supply",
            Self::InsufficientCapacity => "insufficient-capacity",
            Self::PoorAfterSales => "poor-after-sales",
            Self::IllegalActs => "illegal-acts",
        }
    }

    /// Returns the name for people.
    #[must_use]
    pub const fn text(self) -> Text {
        match self {
            Self::InflatedPrice => Text::new("inflated price", "价格虚高", "價格虛高"),
            Self::Quality => Text::new("quality", "质量问题", "質量問題"),
            Self::LateSupply => Text::new("late supply", "供应不及时", "供應不及時"),
            Self::InsufficientCapacity => {
                Text::new("insufficient capacity", "产能不足", "產能不足")
            }
            Self::PoorAfterSales => Text::new("poor after-sales service", "售后不力", "售後不力"),
            Self::IllegalActs => Text::new("illegal acts", "违法行为", "違法行為"),
        }
    }
}

impl fmt::Display for PurchaseRiskKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// Who bears a purchase risk (风险承担者): the customer's house, or the person who decides for it.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[expect(
    clippy::exhaustive_enums,
    reason = "SWC-07 knows the organization and the person"
)]
#[serde(rename_all = "kebab-case")]
pub enum RiskBearer {
    /// The customer organization.
    Organization,
    /// The person who decides, and answers for it.
    Person,
}

impl RiskBearer {
    /// Both, the organization first.
    pub const ALL: [Self; 2] = [Self::Organization, Self::Person];

    /// Returns the name for people.
    #[must_use]
    pub const fn text(self) -> Text {
        match self {
            Self::Organization => Text::new("organization", "组织", "組織"),
            Self::Person => Text::new("person", "个人", "個人"),
        }
    }
}

impl fmt::Display for RiskBearer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.text().in_locale(crate::vocab::words::Locale::En))
    }
}

/// One risk of a purchase, as the customer bears it (采购风险).
///
/// A higher mark is a greater likelihood and a greater impact.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, PartialEq, Serialize)]
#[expect(
    clippy::exhaustive_structs,
    reason = "kind, bearer, the two marks and their evidence: what SWC-04 asks of a risk"
)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct PurchaseRisk {
    /// Which kind of risk.
    pub kind: PurchaseRiskKind,
    /// Who bears it.
    pub bearer: RiskBearer,
    /// How likely it is.
    pub likelihood: Rating,
    /// How much it would hurt.
    pub impact: Rating,
    /// How good the evidence for the two marks is.
    pub grade: Grade,
}

impl PurchaseRisk {
    /// Returns likelihood times impact, 1 to 25.
    ///
    /// # Examples
    ///
    /// ```
    /// use keqing::loyalty::risk::{PurchaseRisk, PurchaseRiskKind, RiskBearer};
    /// use keqing::vocab::known::Grade;
    /// use keqing::vocab::words::Rating;
    ///
    /// let risk = PurchaseRisk {
    ///     kind: PurchaseRiskKind::LateSupply,
    ///     bearer: RiskBearer::Organization,
    ///     likelihood: Rating::new(3)?,
    ///     impact: Rating::new(4)?,
    ///     grade: Grade::CustomerStated,
    /// };
    /// assert_eq!(risk.exposure(), 12);
    /// # Ok::<(), keqing::vocab::words::RatingError>(())
    /// ```
    #[must_use]
    pub const fn exposure(&self) -> u8 {
        self.likelihood.value().saturating_mul(self.impact.value())
    }

    /// Tells whether a person bears it for something illegal: nothing that anybody may lower (SWC-07).
    #[must_use]
    pub const fn is_illegitimate(&self) -> bool {
        matches!(
            (self.bearer, self.kind),
            (RiskBearer::Person, PurchaseRiskKind::IllegalActs)
        )
    }
}

/// Every kind, in the order of the rule.
pub(crate) fn kinds() -> impl Iterator<Item = PurchaseRiskKind> {
    Set::all().into_iter()
}

/// The risk of one kind for one bearer.
pub(crate) fn risk_of(
    risks: &[PurchaseRisk],
    kind: PurchaseRiskKind,
    bearer: RiskBearer,
) -> Option<&PurchaseRisk> {
    risks
        .iter()
        .find(|risk| (risk.kind, risk.bearer) == (kind, bearer))
}
