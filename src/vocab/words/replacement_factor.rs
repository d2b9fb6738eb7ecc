use crate::vocab::words::words;

words! {
    /// A factor that makes replacing us look risky to the customer (更换风险因素), as SWC-05 lists it.
    pub closed enum ReplacementFactor in Set {
        /// Our brand is strong.
        Brand = "brand", "strong brand", "品牌强", "品牌強";
        /// Both sides work together well.
        Cooperation = "cooperation", "good cooperation", "合作良好", "合作良好";
        /// The top levels of both sides speak with each other.
        ExecutiveChannel = "executive-channel", "open channel at the top", "高层渠道畅通", "高層渠道暢通";
    }
}
