use crate::vocab::words::words;

words! {
    /// The purpose of an investment (投入用途).
    pub closed enum Purpose {
        /// Relationship capital: spending that nobody is owed (客情关系资本).
        RelationshipCapital = "relationship-capital", "relationship capital", "客情关系资本", "客情關係資本";
        /// A service obligation: a promise to the customer is kept.
        ServiceObligation = "service-obligation", "service obligation", "服务义务", "服務義務";
    }
}
