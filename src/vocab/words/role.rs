use crate::vocab::words::words;

words! {
    /// One of the four parties of a relationship (四方), supplier side first (PTY-01).
    pub closed enum Role {
        /// The enterprise that sells (企业组织体).
        SupplierOrganization = "supplier-organization", "supplier organization", "供应商组织", "供應商組織";
        /// The people who act for the selling enterprise (企业操作者).
        SupplierOperator = "supplier-operator", "supplier operator", "供应商操作者", "供應商操作者";
        /// The enterprise that buys (客户组织体).
        CustomerOrganization = "customer-organization", "customer organization", "客户组织", "客戶組織";
        /// The people who act for the buying enterprise (客户操作者).
        CustomerOperator = "customer-operator", "customer operator", "客户操作者", "客戶操作者";
    }
}

impl Role {
    /// Returns the side on which the party stands.
    #[must_use]
    pub const fn side(self) -> Side {
        match self {
            Self::SupplierOrganization | Self::SupplierOperator => Side::Supplier,
            Self::CustomerOrganization | Self::CustomerOperator => Side::Customer,
        }
    }

    /// Returns whether the party is an organization and not a person.
    #[must_use]
    pub const fn is_organization(self) -> bool {
        matches!(
            self,
            Self::SupplierOrganization | Self::CustomerOrganization
        )
    }
}

words! {
    /// One of the two sides of a relationship (主体与客体): subject and object of the action (PTY-03).
    pub closed enum Side {
        /// Our side: the acting subject.
        Supplier = "supplier", "supplier side", "供应商一方", "供應商一方";
        /// The customer's side: the object of the action, and the judge of its result.
        Customer = "customer", "customer side", "客户一方", "客戶一方";
    }
}

impl Side {
    /// Returns the other side.
    #[must_use]
    pub const fn opposite(self) -> Self {
        match self {
            Self::Supplier => Self::Customer,
            Self::Customer => Self::Supplier,
        }
    }

    /// Returns the organization of this side.
    #[must_use]
    pub const fn organization(self) -> Role {
        match self {
            Self::Supplier => Role::SupplierOrganization,
            Self::Customer => Role::CustomerOrganization,
        }
    }

    /// Returns the operator of this side.
    #[must_use]
    pub const fn operator(self) -> Role {
        match self {
            Self::Supplier => Role::SupplierOperator,
            Self::Customer => Role::CustomerOperator,
        }
    }
}

words! {
    /// One of the six ties between two of the four parties (六种联系).
    ///
    /// Organizations and persons are tied at once (ALN-08).
    pub closed enum Pair {
        /// The tie of the two organizations, which outlasts the people.
        Organizations = "organizations", "supplier organization and customer organization", "供应商组织与客户组织", "供應商組織與客戶組織";
        /// The tie of the two operators, which the documents call the personal relationship.
        Operators = "operators", "supplier operator and customer operator", "供应商操作者与客户操作者", "供應商操作者與客戶操作者";
        /// The tie of the supplier and its own operator.
        SupplierAgency = "supplier-agency", "supplier organization and its own operator", "供应商组织与其操作者", "供應商組織與其操作者";
        /// The tie of the customer and its own operator.
        CustomerAgency = "customer-agency", "customer organization and its own operator", "客户组织与其操作者", "客戶組織與其操作者";
        /// The tie of the supplier organization and the customer's operator.
        SupplierToCustomerOperator = "supplier-to-customer-operator", "supplier organization and customer operator", "供应商组织与客户操作者", "供應商組織與客戶操作者";
        /// The tie of the supplier's operator and the customer organization.
        SupplierOperatorToCustomer = "supplier-operator-to-customer", "supplier operator and customer organization", "供应商操作者与客户组织", "供應商操作者與客戶組織";
    }
}

impl Pair {
    /// Returns the two parties, the acting one first (PTY-03): supplier before customer, organization
    /// before its own operator.
    #[must_use]
    pub const fn roles(self) -> (Role, Role) {
        match self {
            Self::Organizations => (Role::SupplierOrganization, Role::CustomerOrganization),
            Self::Operators => (Role::SupplierOperator, Role::CustomerOperator),
            Self::SupplierAgency => (Role::SupplierOrganization, Role::SupplierOperator),
            Self::CustomerAgency => (Role::CustomerOrganization, Role::CustomerOperator),
            Self::SupplierToCustomerOperator => {
                (Role::SupplierOrganization, Role::CustomerOperator)
            }
            Self::SupplierOperatorToCustomer => {
                (Role::SupplierOperator, Role::CustomerOrganization)
            }
        }
    }

    /// Returns the pair of two parties in either order, or `None` if both are the same.
    #[must_use]
    pub fn between(one: Role, other: Role) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|pair| pair.roles() == (one, other) || pair.roles() == (other, one))
    }

    /// Returns the kind of the tie.
    #[must_use]
    pub const fn kind(self) -> PairKind {
        match self {
            Self::Organizations => PairKind::Organizational,
            Self::Operators => PairKind::Personal,
            Self::SupplierAgency | Self::CustomerAgency => PairKind::Agency,
            Self::SupplierToCustomerOperator | Self::SupplierOperatorToCustomer => PairKind::Cross,
        }
    }
}

words! {
    /// The kind of a [`Pair`] (联系类型).
    pub closed enum PairKind {
        /// A tie of an organization with an organization.
        Organizational = "organizational", "between organizations", "组织间联系", "組織間聯繫";
        /// A tie of a person with a person.
        Personal = "personal", "between people", "个人间联系", "個人間聯繫";
        /// A tie of an organization with the people who act for it.
        Agency = "agency", "agency", "委托代理", "委託代理";
        /// A tie of a person with the organization across.
        Cross = "cross", "crosswise", "交叉联系", "交叉聯繫";
    }
}

words! {
    /// A department of either organization (部门).
    pub open enum Department in Set {
        /// General administration.
        Administration = "administration", "administration", "行政", "行政";
        /// Finance and accounting.
        Finance = "finance", "finance", "财务", "財務";
        /// People and their training.
        HumanResources = "human-resources", "human resources", "人力资源", "人力資源";
        /// Legal affairs and compliance.
        Legal = "legal", "legal", "法务", "法務";
        /// Logistics and warehousing.
        Logistics = "logistics", "logistics", "物流", "物流";
        /// Marketing.
        Marketing = "marketing", "marketing", "营销", "營銷";
        /// Production.
        Production = "production", "production", "生产", "生產";
        /// Purchasing.
        Purchasing = "purchasing", "purchasing", "采购", "採購";
        /// Quality assurance.
        Quality = "quality", "quality", "质量", "質量";
        /// Sales.
        Sales = "sales", "sales", "销售", "銷售";
        /// After-sales and customer service.
        Service = "service", "service", "服务", "服務";
        /// Technology, research and development.
        Technology = "technology", "technology", "技术", "技術";
    }
}

words! {
    /// The height at which a person stands in the own organization (层级), lowest first.
    pub closed enum Level {
        /// The staff: does the work.
        Operator = "operator", "staff", "基层", "基層";
        /// The middle: runs a department.
        Manager = "manager", "management", "中层", "中層";
        /// The top: runs the organization.
        Executive = "executive", "top management", "高层", "高層";
    }
}

#[cfg(test)]
mod tests {
    use super::{Pair, Role};

    #[test]
    fn every_two_parties_make_exactly_one_pair() {
        for one in Role::ALL {
            assert_eq!(Pair::between(one, one), None);
            for other in Role::ALL.into_iter().filter(|other| *other != one) {
                assert_eq!(Pair::between(one, other), Pair::between(other, one));
                assert!(Pair::between(one, other).is_some(), "{one} and {other}");
            }
        }
    }

    #[test]
    fn the_acting_party_comes_first() {
        for pair in Pair::ALL {
            let (subject, object) = pair.roles();
            assert!(subject < object, "{pair:?}");
        }
    }
}
