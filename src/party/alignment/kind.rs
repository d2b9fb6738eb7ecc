use serde::{Deserialize, Serialize};

use crate::vocab::name::PersonId;
use crate::vocab::share::Share;
use crate::vocab::words::Text;

/// Whether an operator's interest coincides with the organization's (利益一致类型).
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[expect(
    clippy::exhaustive_enums,
    reason = "ALN-01 and ALN-02 know exactly two types"
)]
#[serde(rename_all = "kebab-case")]
pub enum AlignmentKind {
    /// It does: the operator owns what the organization gains, or nothing is in conflict (ALN-01).
    Aligned,
    /// It differs (ALN-02).
    Misaligned,
}

impl AlignmentKind {
    /// Returns the name for people.
    #[must_use]
    pub const fn text(self) -> Text {
        match self {
            Self::Aligned => Text::new("aligned", "一致", "一致"),
            Self::Misaligned => Text::new("misaligned", "不一致", "不一致"),
        }
    }
}

/// What an alignment rests on (认定依据), weakest first.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[expect(
    clippy::exhaustive_enums,
    reason = "ALN-09: an expectation, or evidence that overrides it"
)]
#[serde(rename_all = "kebab-case")]
pub enum AlignmentBasis {
    /// Only on what ownership and size let one expect.
    Prior,
    /// On the stake of the operator or on named conflicts.
    Evidence,
}

/// How the interests of one side's operators and of their organization stand to each other (一方利益关系).
///
/// The people of a side are taken together; the worst of them is named, because an average hides
/// conflicts (PTY-02). Each person is told by the findings.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, PartialEq, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
#[non_exhaustive]
pub struct Alignment {
    /// The type: aligned where every operator is.
    pub kind: AlignmentKind,
    /// The weakest basis on which the type rests.
    pub basis: AlignmentBasis,
    /// How far the conflicts are coordinated, by weight, over all operators (ALN-04): all of them
    /// where everybody is aligned; `None` where conflicts of an operator are unknown.
    pub coordination: Option<Share>,
    /// The misaligned person with the least coordination, the first given of several; `None` where
    /// everybody is aligned.
    pub worst: Option<PersonId>,
}
