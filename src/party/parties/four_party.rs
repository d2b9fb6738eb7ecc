use thiserror::Error;

use crate::form::record;
use crate::vocab::words::Role;

record! {
    /// One value for each of the four parties (四方各一), never fewer (PTY-01).
    ///
    /// In JSON it is an object with one field per [`Role`]. A field that is left out is refused,
    /// unless the value itself may be absent, as an [`Option`] or a
    /// [`Known`](crate::vocab::known::Known) may.
    ///
    /// # Examples
    ///
    /// ```
    /// use keqing::party::parties::{FourParty, MissingRoleError};
    /// use keqing::vocab::words::Role;
    ///
    /// let sides = FourParty::from_fn(Role::side);
    /// assert_eq!(sides.of(Role::CustomerOperator).to_string(), "customer");
    ///
    /// let said = sides.map(Some);
    /// assert!(FourParty { customer_operator: None, ..said }.complete().is_err());
    /// # Ok::<(), MissingRoleError>(())
    /// ```
    #[derive(Copy, Default, Hash)]
    pub closed struct FourParty<T> {
        /// The value of the enterprise that sells.
        pub supplier_organization: T,
        /// The value of the people who act for the selling enterprise.
        pub supplier_operator: T,
        /// The value of the enterprise that buys.
        pub customer_organization: T,
        /// The value of the people who act for the buying enterprise.
        pub customer_operator: T,
    }
}

impl<T> FourParty<T> {
    /// Makes the four values, in the order of [`Role::ALL`].
    pub fn from_fn(mut value: impl FnMut(Role) -> T) -> Self {
        Self {
            supplier_organization: value(Role::SupplierOrganization),
            supplier_operator: value(Role::SupplierOperator),
            customer_organization: value(Role::CustomerOrganization),
            customer_operator: value(Role::CustomerOperator),
        }
    }

    /// Makes the four values, in the order of [`Role::ALL`], if there are four.
    ///
    /// # Errors
    ///
    /// [`MissingRoleError`] is returned with the first party for which there is none.
    ///
    /// # Examples
    ///
    /// ```
    /// use keqing::party::parties::FourParty;
    /// use keqing::vocab::words::{Role, Side};
    ///
    /// let ours = |role: Role| (role.side() == Side::Supplier).then_some(role);
    /// let missing = FourParty::try_from_fn(ours).map_err(|error| error.role());
    /// assert_eq!(missing, Err(Role::CustomerOrganization));
    /// ```
    pub fn try_from_fn(mut value: impl FnMut(Role) -> Option<T>) -> Result<Self, MissingRoleError> {
        let mut value = |role| value(role).ok_or(MissingRoleError { role });
        Ok(Self {
            supplier_organization: value(Role::SupplierOrganization)?,
            supplier_operator: value(Role::SupplierOperator)?,
            customer_organization: value(Role::CustomerOrganization)?,
            customer_operator: value(Role::CustomerOperator)?,
        })
    }

    /// Returns the value of one party.
    #[must_use]
    #[inline]
    pub const fn of(&self, role: Role) -> &T {
        match role {
            Role::SupplierOrganization => &self.supplier_organization,
            Role::SupplierOperator => &self.supplier_operator,
            Role::CustomerOrganization => &self.customer_organization,
            Role::CustomerOperator => &self.customer_operator,
        }
    }

    /// Returns the value of one party as a mutable reference.
    #[must_use]
    #[inline]
    pub const fn of_mut(&mut self, role: Role) -> &mut T {
        match role {
            Role::SupplierOrganization => &mut self.supplier_organization,
            Role::SupplierOperator => &mut self.supplier_operator,
            Role::CustomerOrganization => &mut self.customer_organization,
            Role::CustomerOperator => &mut self.customer_operator,
        }
    }

    /// Returns the four values with a function applied to each.
    #[must_use]
    pub fn map<U>(self, mut function: impl FnMut(T) -> U) -> FourParty<U> {
        FourParty {
            supplier_organization: function(self.supplier_organization),
            supplier_operator: function(self.supplier_operator),
            customer_organization: function(self.customer_organization),
            customer_operator: function(self.customer_operator),
        }
    }

    /// Returns the four values, each borrowed.
    #[must_use]
    pub const fn as_ref(&self) -> FourParty<&T> {
        FourParty {
            supplier_organization: &self.supplier_organization,
            supplier_operator: &self.supplier_operator,
            customer_organization: &self.customer_organization,
            customer_operator: &self.customer_operator,
        }
    }

    /// Returns each party with its value, in the order of [`Role::ALL`].
    pub fn iter(&self) -> impl Iterator<Item = (Role, &T)> {
        Role::ALL.into_iter().map(|role| (role, self.of(role)))
    }
}

impl<T> FourParty<Option<T>> {
    /// Returns the four values, if there are four.
    ///
    /// # Errors
    ///
    /// [`MissingRoleError`] is returned with the first party for which there is none.
    pub fn complete(mut self) -> Result<FourParty<T>, MissingRoleError> {
        FourParty::try_from_fn(|role| self.of_mut(role).take())
    }
}

impl<T> IntoIterator for FourParty<T> {
    type Item = (Role, T);
    type IntoIter = core::array::IntoIter<(Role, T), 4>;

    fn into_iter(self) -> Self::IntoIter {
        [
            (Role::SupplierOrganization, self.supplier_organization),
            (Role::SupplierOperator, self.supplier_operator),
            (Role::CustomerOrganization, self.customer_organization),
            (Role::CustomerOperator, self.customer_operator),
        ]
        .into_iter()
    }
}

/// Returned when a relationship lacks one of the four parties.
#[derive(Clone, Copy, Debug, Eq, Error, PartialEq)]
#[error("the {role} is missing, a relationship has four parties (PTY-01)")]
pub struct MissingRoleError {
    role: Role,
}

impl MissingRoleError {
    pub(crate) const fn new(role: Role) -> Self {
        Self { role }
    }

    /// Returns the party that is missing, the first in the order of [`Role::ALL`].
    #[must_use]
    pub const fn role(&self) -> Role {
        self.role
    }
}

#[cfg(test)]
mod tests {
    use alloc::string::ToString;

    use super::FourParty;
    use crate::vocab::words::Role;

    #[test]
    fn the_values_come_in_the_order_of_the_roles() {
        let roles = FourParty::from_fn(|role| role);
        assert!(roles.into_iter().eq(Role::ALL.map(|role| (role, role))));
        assert!(roles.iter().all(|(role, value)| role == *value));
        assert_eq!(FourParty::try_from_fn(Some), Ok(roles));
    }

    #[test]
    fn the_first_missing_role_is_named() {
        for absent in Role::ALL {
            let values = FourParty::try_from_fn(|role| (role < absent).then_some(role));
            assert_eq!(values.map_err(|error| error.role()), Err(absent));
        }
        let error = FourParty::<u8>::try_from_fn(|_| None).map_err(|error| error.to_string());
        let expected =
            "the supplier-organization is missing, a relationship has four parties (PTY-01)";
        assert_eq!(error.err().as_deref(), Some(expected));
    }

    #[test]
    fn json_names_each_role_and_refuses_another() -> Result<(), serde_json::Error> {
        let json = r#"{"supplier-organization":1,"supplier-operator":2,"customer-organization":3,"customer-operator":4}"#;
        let values: FourParty<u8> = serde_json::from_str(json)?;
        assert_eq!(serde_json::to_string(&values)?, json);
        let missing = r#"{"supplier-organization":1,"supplier-operator":2,"customer-operator":4}"#;
        assert!(serde_json::from_str::<FourParty<u8>>(missing).is_err());
        let absent: FourParty<Option<u8>> = serde_json::from_str(missing)?;
        assert_eq!(absent.customer_organization, None);
        assert!(serde_json::from_str::<FourParty<Option<u8>>>(r#"{"bank": 1}"#).is_err());
        Ok(())
    }
}
