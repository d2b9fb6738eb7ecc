use crate::vocab::words::words;

words! {
    /// The basis of a relation (关系性质), least first (LIF-16).
    pub open enum RelationQuality {
        /// The relation rests on single deals.
        Transaction = "transaction", "transaction", "交易", "交易";
        /// The relation rests on working together.
        Cooperation = "cooperation", "cooperation", "合作", "合作";
        /// The relation rests on mutual trust and commitment.
        Commitment = "commitment", "trust and commitment", "信任与承诺", "信任與承諾";
    }
}
