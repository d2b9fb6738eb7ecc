use crate::vocab::words::words;

words! {
    /// The level of risk that the customer sees in replacing us (更换风险水平), lower first.
    pub closed enum ReplacementLevel {
        /// A factor is lacking: replacing us looks no riskier than usual.
        Ordinary = "ordinary", "ordinary", "一般", "一般";
        /// All three factors come together.
        High = "high", "high", "高", "高";
    }
}
