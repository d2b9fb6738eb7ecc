use serde::{Deserialize, Serialize};

use crate::vocab::words::{Role, Text};

/// Which of the two kinds a need or an interest is (需求类别), PTY-05.
///
/// An organization has spiritual needs too, in the only sense in which it can: its reputation and its
/// culture.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[expect(
    clippy::exhaustive_enums,
    reason = "PTY-05 knows exactly two kinds of need"
)]
#[serde(rename_all = "kebab-case")]
pub enum NeedKind {
    /// Goods, money, terms, working conditions (物质).
    Material,
    /// Respect, safety, belonging; an organization's reputation and culture (精神).
    Spiritual,
}

impl NeedKind {
    /// Both kinds.
    pub const ALL: [Self; 2] = [Self::Material, Self::Spiritual];

    /// Returns the name for people.
    #[must_use]
    pub const fn text(self) -> Text {
        match self {
            Self::Material => Text::new("material", "物质", "物質"),
            Self::Spiritual => Text::new("spiritual", "精神", "精神"),
        }
    }
}

/// How soon a need or an interest comes due (远近): within a year, or later.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[expect(
    clippy::exhaustive_enums,
    reason = "the documents weigh the near against the far, and nothing between"
)]
#[serde(rename_all = "kebab-case")]
pub enum Horizon {
    /// Within a year: what promotions speak of.
    Near,
    /// Later: what strategy speaks of.
    Far,
}

impl Horizon {
    /// Returns the name for people.
    #[must_use]
    pub const fn text(self) -> Text {
        match self {
            Self::Near => Text::new("near", "近期", "近期"),
            Self::Far => Text::new("far", "远期", "遠期"),
        }
    }
}

/// Whose interest it is (利益归属): a person's or a company's.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[expect(
    clippy::exhaustive_enums,
    reason = "PTY-09 knows persons and companies"
)]
#[serde(rename_all = "kebab-case")]
pub enum Scope {
    /// A person's own.
    Personal,
    /// The company's.
    Company,
}

impl Scope {
    /// Both scopes.
    pub const ALL: [Self; 2] = [Self::Personal, Self::Company];

    /// Returns the scope in which a party has interests: an organization the company's, an operator
    /// the personal one.
    #[must_use]
    pub const fn of(role: Role) -> Self {
        if role.is_organization() {
            Self::Company
        } else {
            Self::Personal
        }
    }

    /// Returns the name for people.
    #[must_use]
    pub const fn text(self) -> Text {
        match self {
            Self::Personal => Text::new("personal", "个人", "個人"),
            Self::Company => Text::new("company", "公司", "公司"),
        }
    }
}

/// One of the four kinds of interest (利益): personal or company, material or spiritual (PTY-09).
///
/// # Examples
///
/// ```
/// use keqing::party::action::InterestKind;
///
/// let sensitive = InterestKind::ALL.into_iter().filter(|interest| interest.is_integrity_sensitive());
/// assert_eq!(sensitive.count(), 1);
/// ```
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[expect(
    clippy::exhaustive_structs,
    reason = "PTY-09 spans two axes and no third"
)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct InterestKind {
    /// Whose it is.
    pub scope: Scope,
    /// What it is of.
    pub kind: NeedKind,
}

impl InterestKind {
    /// All four.
    pub const ALL: [Self; 4] = [
        Self::new(Scope::Personal, NeedKind::Material),
        Self::new(Scope::Personal, NeedKind::Spiritual),
        Self::new(Scope::Company, NeedKind::Material),
        Self::new(Scope::Company, NeedKind::Spiritual),
    ];

    /// Joins the two axes.
    #[must_use]
    pub const fn new(scope: Scope, kind: NeedKind) -> Self {
        Self { scope, kind }
    }

    /// Tells whether the interest is a person's own material one, which only the integrity gate may
    /// let pass.
    #[must_use]
    pub const fn is_integrity_sensitive(self) -> bool {
        matches!(
            (self.scope, self.kind),
            (Scope::Personal, NeedKind::Material)
        )
    }
}

/// A need of one of the four parties (需求).
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, PartialEq, Serialize)]
#[expect(
    clippy::exhaustive_structs,
    reason = "the three things PTY-04 and PTY-05 ask of a need"
)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Need {
    /// Who has it.
    pub holder: Role,
    /// Of which kind it is.
    pub kind: NeedKind,
    /// How soon it comes due.
    pub horizon: Horizon,
}

/// A benefit that one of the four parties realizes (利的实现).
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, PartialEq, Serialize)]
#[expect(
    clippy::exhaustive_structs,
    reason = "the three things PTY-04 and PTY-09 ask of a benefit"
)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Benefit {
    /// Who realizes it.
    pub party: Role,
    /// Which of the four kinds of interest it serves.
    pub interest: InterestKind,
    /// How soon it comes due.
    pub horizon: Horizon,
}
