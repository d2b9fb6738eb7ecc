use crate::vocab::words::words;

words! {
    /// The worth of a feature to the customer (特性层级), lowest first.
    pub closed enum FeatureTier {
        /// A basic feature: its presence earns no thanks, and its absence is a fault.
        Basic = "basic", "basic", "基本价值", "基本價值";
        /// An expected feature: the customer counts on it.
        Expected = "expected", "expected", "期望价值", "期望價值";
        /// A delighting feature: it is above the expectation.
        Delight = "delight", "delight", "超期望价值", "超期望價值";
    }
}
