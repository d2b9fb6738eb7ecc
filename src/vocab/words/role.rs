use core::fmt;

use serde::{Deserialize, Serialize};

use crate::vocab::set::members;
use crate::vocab::words::locale::Text;

/// One of the four parties of a relationship (四方), supplier side first (PTY-01).
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[expect(clippy::exhaustive_enums, reason = "PTY-01 knows exactly four parties")]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// The enterprise that sells (企业组织体).
    SupplierOrganization,
    /// The people who act for it (企业操作者).
    SupplierOperator,
    /// The enterprise that buys (客户组织体).
    CustomerOrganization,
    /// The people who act for that one (客户操作者).
    CustomerOperator,
}

impl Role {
    /// All four, supplier side first.
    pub const ALL: [Self; 4] = [
        Self::SupplierOrganization,
        Self::SupplierOperator,
        Self::CustomerOrganization,
        Self::CustomerOperator,
    ];

    /// Returns the side on which the party stands.
    #[must_use]
    pub const fn side(self) -> Side {
        match self {
            Self::SupplierOrganization | Self::SupplierOperator => Side::Supplier,
            Self::CustomerOrganization | Self::CustomerOperator => Side::Customer,
        }
    }

    /// Tells whether the party is an organization, not a person.
    #[must_use]
    pub const fn is_organization(self) -> bool {
        matches!(
            self,
            Self::SupplierOrganization | Self::CustomerOrganization
        )
    }

    /// Returns the name for people.
    #[must_use]
    pub const fn text(self) -> Text {
        match self {
            Self::SupplierOrganization => {
                Text::new("supplier organization", "供应商组织", "供應商組織")
            }
            Self::SupplierOperator => {
                Text::new("supplier operator", "供应商操作者", "供應商操作者")
            }
            Self::CustomerOrganization => {
                Text::new("customer organization", "客户组织", "客戶組織")
            }
            Self::CustomerOperator => Text::new("customer operator", "客户操作者", "客戶操作者"),
        }
    }
}

impl fmt::Display for Role {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::SupplierOrganization => "supplier-organization",
            Self::SupplierOperator => "supplier-operator",
            Self::CustomerOrganization => "customer-organization",
            Self::CustomerOperator => "customer-operator",
        })
    }
}

/// One of the two sides of a relationship (主体与客体): the supplier acts, the customer is acted for
/// (PTY-03).
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[expect(clippy::exhaustive_enums, reason = "a relationship has two sides")]
#[serde(rename_all = "kebab-case")]
pub enum Side {
    /// Ours: the acting subject.
    Supplier,
    /// The customer's: the object of the action, and the judge of its result.
    Customer,
}

impl Side {
    /// Both sides, the acting one first.
    pub const ALL: [Self; 2] = [Self::Supplier, Self::Customer];

    /// Returns the side across.
    #[must_use]
    pub const fn opposite(self) -> Self {
        match self {
            Self::Supplier => Self::Customer,
            Self::Customer => Self::Supplier,
        }
    }

    /// Returns the organization that stands on this side.
    #[must_use]
    pub const fn organization(self) -> Role {
        match self {
            Self::Supplier => Role::SupplierOrganization,
            Self::Customer => Role::CustomerOrganization,
        }
    }

    /// Returns the operator who acts on this side.
    #[must_use]
    pub const fn operator(self) -> Role {
        match self {
            Self::Supplier => Role::SupplierOperator,
            Self::Customer => Role::CustomerOperator,
        }
    }

    /// Returns the name for people.
    #[must_use]
    pub const fn text(self) -> Text {
        match self {
            Self::Supplier => Text::new("supplier side", "供应商一方", "供應商一方"),
            Self::Customer => Text::new("customer side", "客户一方", "客戶一方"),
        }
    }
}

impl fmt::Display for Side {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Supplier => "supplier",
            Self::Customer => "customer",
        })
    }
}

/// One of the six ties between two of the four parties (六种联系): organizations and persons are
/// tied at once (ALN-08).
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[expect(
    clippy::exhaustive_enums,
    reason = "four parties make exactly six pairs"
)]
#[serde(rename_all = "kebab-case")]
pub enum Pair {
    /// Organization with organization: what outlasts the people.
    Organizations,
    /// Operator with operator: what the documents call the personal relationship.
    Operators,
    /// The supplier and its own operator.
    SupplierAgency,
    /// The customer and its own operator.
    CustomerAgency,
    /// The supplier organization and the customer's operator.
    SupplierToCustomerOperator,
    /// The supplier's operator and the customer organization.
    SupplierOperatorToCustomer,
}

impl Pair {
    /// All six.
    pub const ALL: [Self; 6] = [
        Self::Organizations,
        Self::Operators,
        Self::SupplierAgency,
        Self::CustomerAgency,
        Self::SupplierToCustomerOperator,
        Self::SupplierOperatorToCustomer,
    ];

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

    /// Returns the pair of two parties in either order, or `None` where both are the same.
    #[must_use]
    pub fn between(one: Role, other: Role) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|pair| pair.roles() == (one, other) || pair.roles() == (other, one))
    }

    /// Returns what kind of tie the pair is.
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

/// What kind of tie a [`Pair`] is (联系类型).
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[expect(
    clippy::exhaustive_enums,
    reason = "the six pairs fall into four kinds"
)]
#[serde(rename_all = "kebab-case")]
pub enum PairKind {
    /// Organization with organization.
    Organizational,
    /// Person with person.
    Personal,
    /// An organization with the people who act for it.
    Agency,
    /// A person with the organization across.
    Cross,
}

/// A department of either organization (部门).
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[non_exhaustive]
#[serde(rename_all = "kebab-case")]
pub enum Department {
    /// General administration.
    Administration,
    /// Finance and accounting.
    Finance,
    /// People and their training.
    HumanResources,
    /// Legal affairs and compliance.
    Legal,
    /// Logistics and warehousing.
    Logistics,
    /// Marketing.
    Marketing,
    /// Production.
    Production,
    /// Purchasing.
    Purchasing,
    /// Quality assurance.
    Quality,
    /// Sales.
    Sales,
    /// After-sales and customer service.
    Service,
    /// Technology, research and development.
    Technology,
}

members!(
    Department:
    Administration, Finance, HumanResources, Legal, Logistics, Marketing, Production, Purchasing,
    Quality, Sales, Service, Technology
);

impl Department {
    /// Returns the name for people.
    #[must_use]
    pub const fn text(self) -> Text {
        match self {
            Self::Administration => Text::new("administration", "行政", "行政"),
            Self::Finance => Text::new("finance", "财务", "財務"),
            Self::HumanResources => Text::new("human resources", "人力资源", "人力資源"),
            Self::Legal => Text::new("legal", "法务", "法務"),
            Self::Logistics => Text::new("logistics", "物流", "物流"),
            Self::Marketing => Text::new("marketing", "营销", "營銷"),
            Self::Production => Text::new("production", "生产", "生產"),
            Self::Purchasing => Text::new("purchasing", "采购", "採購"),
            Self::Quality => Text::new("quality", "质量", "質量"),
            Self::Sales => Text::new("sales", "销售", "銷售"),
            Self::Service => Text::new("service", "服务", "服務"),
            Self::Technology => Text::new("technology", "技术", "技術"),
        }
    }
}

/// How high a person stands in the own organization (层级), lowest first.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[expect(
    clippy::exhaustive_enums,
    reason = "the documents speak of staff, middle and top"
)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    /// Staff: does the work.
    Operator,
    /// Middle: runs a department.
    Manager,
    /// Top: runs the organization.
    Executive,
}

impl Level {
    /// Every level, lowest first.
    pub const ALL: [Self; 3] = [Self::Operator, Self::Manager, Self::Executive];

    /// Returns the name for people.
    #[must_use]
    pub const fn text(self) -> Text {
        match self {
            Self::Operator => Text::new("staff", "基层", "基層"),
            Self::Manager => Text::new("management", "中层", "中層"),
            Self::Executive => Text::new("top management", "高层", "高層"),
        }
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
