use crate::vocab::words::words;

words! {
    /// A reason for which a relationship goes back or breaks off (倒退与中断的原因).
    pub open enum Cause {
        /// The customer turned to another business.
        ChangeOfDirection = "change-of-direction", "change of direction", "经营方向调整", "經營方向調整";
        /// A competitor offered a better price, product or service, or bribed.
        CompetitorOffer = "competitor-offer", "competitor's offer", "竞争对手争取", "競爭對手爭取";
        /// The customer's business became smaller.
        ShrinkingScope = "shrinking-scope", "shrinking scope", "经营范围缩小", "經營範圍縮小";
        /// Our product or service does not meet the customer's needs.
        UnmetNeeds = "unmet-needs", "unmet needs", "需求未满足", "需求未滿足";
        /// A complaint was not resolved in time.
        UnresolvedComplaint = "unresolved-complaint", "unresolved complaint", "投诉未解决", "投訴未解決";
        /// The customer now makes the product itself.
        UpstreamIntegration = "upstream-integration", "upstream integration", "客户进入上游", "客戶進入上游";
    }
}

impl Cause {
    /// Returns whether the supplier could have acted against it.
    #[must_use]
    pub const fn is_controllable(self) -> bool {
        matches!(
            self,
            Self::CompetitorOffer | Self::UnmetNeeds | Self::UnresolvedComplaint
        )
    }
}
