use chrono::NaiveDate;

use crate::form::record;
use crate::vocab::known::Grade;
use crate::vocab::set::Set;
use crate::vocab::words::{PurchaseRiskKind, Rating, words};

words! {
    /// The bearer of a purchase risk (风险承担者): the customer organization, or the person who decides
    /// for it.
    pub closed enum RiskBearer {
        /// The customer organization.
        Organization = "organization", "organization", "组织", "組織";
        /// The person who decides, and answers for it.
        Person = "person", "person", "个人", "個人";
    }
}

record! {
    /// One risk of a purchase, as the customer bears it (采购风险).
    ///
    /// A higher mark is a greater likelihood and a greater impact.
    #[derive(Copy, Hash)]
    pub closed struct PurchaseRisk {
        /// The kind of risk.
        pub kind: PurchaseRiskKind,
        /// The bearer of the risk.
        pub bearer: RiskBearer,
        /// The likelihood of the risk.
        pub likelihood: Rating,
        /// The impact of the risk.
        pub impact: Rating,
        /// The grade of the evidence for the two marks.
        pub grade: Grade,
        /// The day on which they were learnt; without one they are of the day that is asked about.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub on: Option<NaiveDate>,
    }
}

impl PurchaseRisk {
    /// Returns likelihood times impact, 1 to 25.
    ///
    /// # Examples
    ///
    /// ```
    /// use keqing::loyalty::risk::{PurchaseRisk, RiskBearer};
    /// use keqing::vocab::known::Grade;
    /// use keqing::vocab::words::{PurchaseRiskKind, Rating};
    ///
    /// let risk = PurchaseRisk {
    ///     kind: PurchaseRiskKind::LateSupply,
    ///     bearer: RiskBearer::Organization,
    ///     likelihood: Rating::new(3)?,
    ///     impact: Rating::new(4)?,
    ///     grade: Grade::CustomerStated,
    ///on: None,
    /// };
    /// assert_eq!(risk.exposure(), 12);
    /// # Ok::<(), keqing::vocab::words::RatingError>(())
    /// ```
    #[must_use]
    pub const fn exposure(&self) -> u8 {
        self.likelihood.value().saturating_mul(self.impact.value())
    }

    /// Returns the exposure with an impact that is lower by so many marks, and 1 at least.
    ///
    /// # Examples
    ///
    /// ```
    /// use keqing::loyalty::risk::{PurchaseRisk, RiskBearer};
    /// use keqing::vocab::known::Grade;
    /// use keqing::vocab::words::{PurchaseRiskKind, Rating};
    ///
    /// let risk = PurchaseRisk {
    ///     kind: PurchaseRiskKind::Quality,
    ///     bearer: RiskBearer::Person,
    ///     likelihood: Rating::new(3)?,
    ///     impact: Rating::new(4)?,
    ///     grade: Grade::CustomerStated,
    ///on: None,
    /// };
    /// assert_eq!(risk.exposure_lowered_by(1), 9);
    /// # Ok::<(), keqing::vocab::words::RatingError>(())
    /// ```
    #[must_use]
    pub fn exposure_lowered_by(&self, marks: u8) -> u8 {
        let impact = self.impact.value().saturating_sub(marks).max(1);
        self.likelihood.value().saturating_mul(impact)
    }

    /// Returns whether a person bears it for something illegal, which nobody may lower (SWC-07).
    #[must_use]
    pub const fn is_illegitimate(&self) -> bool {
        matches!(
            (self.bearer, self.kind),
            (RiskBearer::Person, PurchaseRiskKind::IllegalActs)
        )
    }
}

/// Returns every kind, in the order of the rule.
pub(crate) fn kinds() -> impl Iterator<Item = PurchaseRiskKind> {
    Set::all().into_iter()
}

/// Returns the risk of one kind for one bearer.
pub(crate) fn risk_of(
    risks: &[PurchaseRisk],
    kind: PurchaseRiskKind,
    bearer: RiskBearer,
) -> Option<&PurchaseRisk> {
    risks
        .iter()
        .find(|risk| (risk.kind, risk.bearer) == (kind, bearer))
}
