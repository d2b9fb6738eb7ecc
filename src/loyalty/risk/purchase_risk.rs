use crate::form::record;
use crate::vocab::known::Grade;
use crate::vocab::set::Set;
use crate::vocab::words::{Rating, words};

words! {
    /// A kind of risk that a purchase holds for the customer (采购风险种类), as SWC-04 lists them.
    pub open enum PurchaseRiskKind in Set {
        /// The price is higher than it ought to be.
        InflatedPrice = "inflated-price", "inflated price", "价格虚高", "價格虛高";
        /// The goods are not what they ought to be.
        Quality = "quality", "quality", "质量问题", "質量問題";
        /// The supply comes late.
        LateSupply = "late-supply", "late supply", "供应不及时", "供應不及時";
        /// The supplier cannot make enough.
        InsufficientCapacity = "insufficient-capacity", "insufficient capacity", "产能不足", "產能不足";
        /// Nobody comes when something breaks.
        PoorAfterSales = "poor-after-sales", "poor after-sales service", "售后不力", "售後不力";
        /// Buyer and supplier do something illegal together.
        IllegalActs = "illegal-acts", "illegal acts", "违法行为", "違法行為";
    }
}

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
    }
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
