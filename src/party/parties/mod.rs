//! The four parties: two organizations and the people who act for them (四方: PTY).
//!
//! ```text
//! Operators + two organizations -> Parties::new     every place has people or is declared vacant
//! Register + id + day           -> resolve          the side and the office of a person on a day
//! Parties + Role                -> Party            the holder of one of the four places
//! one value for each party      -> FourParty<T>     one statement about each of the four
//! ```
//!
//! - *Looks at*: The people of each side, each with department, level, first and last day.
//! - *Why*: The documents see four parties where others see two: people who act for an organization
//!   have interests of their own.
//! - *Breaks it*: A place that is left out, two offices of a person on one day, or a side without
//!   people that is not declared vacant. A name that leads to nobody.
//! - *Keeps it*: Every place filled or declared vacant.
//! - *Rules*: PTY-01 and PTY-02. The constructors refuse values that break them, so no finding is
//!   needed here.
//!
//! # Examples
//!
//! ```
//! use keqing::party::parties::{Operators, Organization, Parties};
//!
//! let since = chrono::NaiveDate::from_ymd_opt(2024, 3, 1).ok_or("no such date")?;
//! let parties = Parties::new(
//!     Organization::new("s-1", "Hangzhou Valves")?,
//!     Operators::Vacant { since },
//!     Organization::new("c-1", "Ningbo Pumps")?,
//!     Operators::Vacant { since },
//! )?;
//! assert_eq!(parties.ties().count(), 6);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod four_party;
mod operators;
mod organization;
mod person;
mod register;
mod register_error;
#[cfg(test)]
mod tests;

pub use four_party::{FourParty, MissingRoleError};
pub use operators::{Operators, OperatorsError, People};
pub use organization::{Organization, OrganizationId};
pub use person::Person;
pub use register::Register;
pub use register_error::{ReferenceError, RegisterError};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::form::{mirrored, record};
use crate::vocab::words::{Pair, Role, Side};

/// The four parties of a relationship (四方关系): two organizations, and the people who act for each
/// (PTY-01).
///
/// The supplier is the acting subject and the customer the object, so every tie is read from the
/// first to the second (PTY-03). A side without people is declared vacant, with a date; it is never
/// left out. People who have left before stay in the register.
///
/// In JSON each of the four roles is a field.
///
/// # Examples
///
/// ```
/// use keqing::party::parties::{Operators, Organization, Parties, Person};
/// use keqing::vocab::words::{Department, Level, Role};
///
/// let seller = Person::new("li-na", Department::Sales, Level::Operator)?;
/// let since = chrono::NaiveDate::from_ymd_opt(2024, 3, 1).ok_or("no such date")?;
/// let parties = Parties::new(
///     Organization::new("s-1", "Hangzhou Valves")?,
///     Operators::people([seller])?,
///     Organization::new("c-1", "Ningbo Pumps")?,
///     Operators::Vacant { since },
/// )?;
/// assert_eq!(parties.ties().count(), 6);
/// assert_eq!(parties.vacant_since(Role::CustomerOperator.side()), Some(since));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, Deserialize, Eq, Hash, PartialEq, Serialize)]
#[serde(try_from = "PartiesText", into = "PartiesText")]
pub struct Parties {
    supplier: Organization,
    customer: Organization,
    register: Register,
    /// The day since when the supplier's place and the customer's place are vacant.
    vacant: [Option<NaiveDate>; 2],
}

mirrored! { Parties as PartiesText; }

impl Parties {
    /// Makes a relationship of the four parties, supplier side first.
    ///
    /// # Errors
    ///
    /// [`PartiesError::OneOrganization`] is returned when both sides are the same organization,
    /// [`PartiesError::Register`] when a person acts for both sides on one day, and
    /// [`PartiesError::Operators`] when somebody acts on the first day of a vacancy.
    pub fn new(
        supplier: Organization,
        supplier_operators: Operators,
        customer: Organization,
        customer_operators: Operators,
    ) -> Result<Self, PartiesError> {
        if supplier.id == customer.id {
            return Err(PartiesError::OneOrganization { given: supplier.id });
        }
        for operators in [&supplier_operators, &customer_operators] {
            operators.check()?;
        }
        let vacant = [&supplier_operators, &customer_operators].map(Operators::vacant_since);
        let people = |operators: &Operators| operators.as_slice().to_vec();
        let register = Register::new(people(&supplier_operators), people(&customer_operators))?;
        Ok(Self {
            supplier,
            customer,
            register,
            vacant,
        })
    }

    /// Makes a relationship of two organizations and the people who act for them, supplier side first.
    ///
    /// # Errors
    ///
    /// [`PartiesError::Operators`] is returned when a side has nobody, or somebody twice.
    /// [`PartiesError::OneOrganization`] is returned when both sides are the same organization.
    ///
    /// # Examples
    ///
    /// ```
    /// use keqing::party::parties::{Organization, Parties, Person};
    /// use keqing::vocab::words::{Department, Level, Side};
    ///
    /// let parties = Parties::of_people(
    ///     Organization::new("s-1", "Hangzhou Valves")?,
    ///     [Person::new("li-na", Department::Sales, Level::Operator)?],
    ///     Organization::new("c-1", "Ningbo Pumps")?,
    ///     [Person::new("wang-fang", Department::Purchasing, Level::Manager)?],
    /// )?;
    /// assert_eq!(parties.operators(Side::Customer).len(), 1);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn of_people(
        supplier: Organization,
        supplier_people: impl IntoIterator<Item = Person>,
        customer: Organization,
        customer_people: impl IntoIterator<Item = Person>,
    ) -> Result<Self, PartiesError> {
        Self::new(
            supplier,
            Operators::people(supplier_people)?,
            customer,
            Operators::people(customer_people)?,
        )
    }

    /// Returns the organization of one side.
    #[must_use]
    pub const fn organization(&self, side: Side) -> &Organization {
        match side {
            Side::Supplier => &self.supplier,
            Side::Customer => &self.customer,
        }
    }

    /// Returns the people of both sides, with their days.
    #[must_use]
    pub const fn register(&self) -> &Register {
        &self.register
    }

    /// Returns the people of one side, by id and first day, also those who have left.
    #[must_use]
    pub fn operators(&self, side: Side) -> &[Person] {
        self.register.side(side)
    }

    /// Returns the first day without anybody on one side, if the place is declared vacant.
    #[must_use]
    pub const fn vacant_since(&self, side: Side) -> Option<NaiveDate> {
        let [supplier, customer] = self.vacant;
        match side {
            Side::Supplier => supplier,
            Side::Customer => customer,
        }
    }

    /// Returns one of the four parties.
    #[must_use]
    pub fn party(&self, role: Role) -> Party<'_> {
        let side = role.side();
        if role.is_organization() {
            Party::Organization(self.organization(side))
        } else {
            Party::Operators(self.operators(side))
        }
    }

    /// Returns all four parties.
    #[must_use]
    pub fn all(&self) -> FourParty<Party<'_>> {
        FourParty::from_fn(|role| self.party(role))
    }

    /// Returns the six ties (ALN-08), each with its two parties, the acting one first (PTY-03).
    pub fn ties(&self) -> impl Iterator<Item = (Pair, Party<'_>, Party<'_>)> {
        Pair::ALL.into_iter().map(|pair| {
            let (subject, object) = pair.roles();
            (pair, self.party(subject), self.party(object))
        })
    }
}

/// One of the four parties, borrowed from [`Parties`].
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[expect(
    clippy::exhaustive_enums,
    reason = "a party is an organization or the people of one"
)]
pub enum Party<'a> {
    /// An organization.
    Organization(&'a Organization),
    /// The people who act for an organization; there are none if nobody is known to have acted.
    Operators(&'a [Person]),
}

/// Returned when parties make no relationship.
#[derive(Clone, Debug, Eq, Error, PartialEq)]
#[non_exhaustive]
pub enum PartiesError {
    /// One of the four parties is missing.
    #[error(transparent)]
    MissingRole(#[from] MissingRoleError),
    /// Both sides are the same organization.
    #[error("a relationship joins two organizations, got `{given}` on both sides")]
    OneOrganization {
        /// The id on both sides.
        given: OrganizationId,
    },
    /// A side has nobody, or somebody twice.
    #[error(transparent)]
    Operators(#[from] OperatorsError),
    /// A person acts for both sides on one day.
    #[error(transparent)]
    Register(#[from] RegisterError),
}

record! {
    /// The four parties of a relationship: two organizations, and the people who act for each.
    ///
    /// A role that is left out is refused by its name.
    #[derive(Default)]
    #[serde(default)]
    struct PartiesText {
        /// The organization that supplies.
        supplier_organization: Option<Organization>,
        /// The people who act for the supplier, or the date since when there are none.
        supplier_operator: Option<Operators>,
        /// The organization that buys.
        customer_organization: Option<Organization>,
        /// The people who act for the customer, or the date since when there are none.
        customer_operator: Option<Operators>,
    }
}

impl TryFrom<PartiesText> for Parties {
    type Error = PartiesError;

    fn try_from(text: PartiesText) -> Result<Self, Self::Error> {
        let missing = MissingRoleError::new;
        Self::new(
            text.supplier_organization
                .ok_or(missing(Role::SupplierOrganization))?,
            text.supplier_operator
                .ok_or(missing(Role::SupplierOperator))?,
            text.customer_organization
                .ok_or(missing(Role::CustomerOrganization))?,
            text.customer_operator
                .ok_or(missing(Role::CustomerOperator))?,
        )
    }
}

impl From<Parties> for PartiesText {
    fn from(parties: Parties) -> Self {
        let operators = |side| {
            let people = || parties.operators(side).iter().copied();
            match parties.vacant_since(side) {
                Some(since) if people().next().is_none() => Some(Operators::Vacant { since }),
                Some(since) => Operators::left(since, people()).ok(),
                None => Operators::people(people()).ok(),
            }
        };
        Self {
            supplier_operator: operators(Side::Supplier),
            customer_operator: operators(Side::Customer),
            supplier_organization: Some(parties.supplier),
            customer_organization: Some(parties.customer),
        }
    }
}
