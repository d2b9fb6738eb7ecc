use crate::form::record;
use crate::vocab::known::Grade;
use crate::vocab::set::Set;
use crate::vocab::words::{PurchaseRiskKind, Rating, words};

words! {
    /// Who bears a purchase risk (风险承担者): the customer's house, or the person who decides for it.
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
