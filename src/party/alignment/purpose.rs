use crate::vocab::words::words;

words! {
    /// What an investment is for (投入用途).
    pub closed enum Purpose {
        /// To build up the relationship: spending that nobody is owed (客情关系资本).
        RelationshipCapital = "relationship-capital", "relationship capital", "客情关系资本", "客情關係資本";
        /// To keep a promise: service that the customer is owed.
        ServiceObligation = "service-obligation", "service obligation", "服务义务", "服務義務";
    }
}
