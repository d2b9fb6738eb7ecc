use core::fmt;

use serde::{Deserialize, Serialize};

use crate::form::{mirrored, record};
use crate::vocab::name::{Label, NameError};

record! {
    /// One of the two organizations (组织体).
    #[derive(Copy, Hash)]
    pub closed struct Organization {
        /// The caller's id of the organization.
        pub id: OrganizationId,
        /// Its name.
        pub name: Label,
    }
}

impl Organization {
    /// Makes an organization of an id and a name.
    ///
    /// # Errors
    ///
    /// [`NameError`] is returned when either is blank or too long.
    pub fn new(id: &str, name: &str) -> Result<Self, NameError> {
        Ok(Self {
            id: OrganizationId::new(id)?,
            name: Label::new(name)?,
        })
    }
}

/// The caller's own id of an organization (组织标识): one to 96 bytes, compared as they are.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(transparent)]
pub struct OrganizationId(Label);

mirrored! { OrganizationId as Label; }

impl OrganizationId {
    /// Makes an id.
    ///
    /// # Errors
    ///
    /// [`NameError`] is returned when the text is blank or longer than 96 bytes.
    pub fn new(text: &str) -> Result<Self, NameError> {
        Label::new(text).map(Self)
    }

    /// Returns the id as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }
}

impl fmt::Display for OrganizationId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
