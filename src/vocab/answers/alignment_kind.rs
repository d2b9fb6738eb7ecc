use crate::vocab::words::words;

words! {
    /// The agreement of an operator's interest with the organization's (利益一致类型), best first.
    pub closed enum AlignmentKind {
        /// The interests coincide: the operator is the sole owner, or no conflict is open (ALN-01).
        Aligned = "aligned", "aligned", "一致", "一致";
        /// The operator controls the organization, and a conflict is open all the same (ALN-01).
        AlignedInPart = "aligned-in-part", "aligned in part", "部分一致", "部分一致";
        /// The interests differ (ALN-02).
        Misaligned = "misaligned", "misaligned", "不一致", "不一致";
    }
}
