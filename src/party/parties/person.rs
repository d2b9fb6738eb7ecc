use serde::{Deserialize, Serialize};

use crate::vocab::name::PersonId;
use crate::vocab::words::{Department, Level};

/// One person who acts for an organization (操作者), as one of the many that an operator may be
/// (PTY-02).
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[expect(
    clippy::exhaustive_structs,
    reason = "what the rules ask of a person, and nothing more"
)]
#[serde(deny_unknown_fields)]
pub struct Person {
    /// The caller's id of the person.
    pub id: PersonId,
    /// The department the person works in.
    pub department: Department,
    /// How high the person stands.
    pub level: Level,
}
