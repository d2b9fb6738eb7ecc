use crate::form::choice;
use crate::vocab::name::Label;
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

choice! {
    /// The obligation behind a service that the customer is owed (义务依据), ALN-05.
    #[non_exhaustive]
    #[derive(Copy, Hash)]
    pub enum Obligation {
        /// The item of a contract.
        Contract(Label),
        /// The provision of a law.
        Law(Label),
    }
}

impl Obligation {
    /// Returns the name of the item or of the provision.
    #[must_use]
    pub const fn name(&self) -> &Label {
        match self {
            Self::Contract(name) | Self::Law(name) => name,
        }
    }
}
