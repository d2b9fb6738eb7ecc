use serde::{Deserialize, Serialize};

use crate::satisfaction::measurement::SatisfactionState;
use crate::verdict::Presence;
use crate::vocab::known::Known;
use crate::vocab::set::Set;
use crate::vocab::words::{Instrument, Text};

/// The means by which a customer is kept or is to be kept (留客手段组合), and how the customer stands.
#[derive(Clone, Copy, Debug, Default, Deserialize, Eq, Hash, PartialEq, Serialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
#[non_exhaustive]
pub struct RetentionMeans {
    /// The instruments in use or planned.
    pub instruments: Set<Instrument>,
    /// The year-end rebate, where there is one; it counts among the instruments, named there or not.
    pub rebate: Option<Rebate>,
    /// Whether the customer is satisfied, in its own word.
    pub satisfaction: Known<SatisfactionState>,
    /// Whether the customer stays, and recommends us, in spite of failures.
    pub adversity: Known<Presence>,
}

impl RetentionMeans {
    /// Begins a mix of these instruments, with nothing known of the customer.
    #[must_use]
    pub const fn new(instruments: Set<Instrument>) -> Self {
        Self {
            instruments,
            rebate: None,
            satisfaction: Known::Unknown,
            adversity: Known::Unknown,
        }
    }

    /// Every instrument, the rebate included.
    pub(crate) fn held(&self) -> Set<Instrument> {
        match self.rebate {
            Some(_) => self.instruments | Instrument::YearEndRebate,
            None => self.instruments,
        }
    }
}

/// A rebate at the end of the year (年终返利).
#[derive(Clone, Copy, Debug, Default, Deserialize, Eq, Hash, PartialEq, Serialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
#[non_exhaustive]
pub struct Rebate {
    /// Who receives it.
    pub recipient: Known<RebateRecipient>,
    /// Whether it stands in a contract.
    pub contract: Known<Presence>,
    /// Whether it is disclosed.
    pub disclosure: Known<Presence>,
}

impl Rebate {
    /// Begins with nothing known of a rebate.
    #[must_use]
    pub const fn new() -> Self {
        Self {
            recipient: Known::Unknown,
            contract: Known::Unknown,
            disclosure: Known::Unknown,
        }
    }
}

/// Who receives a rebate (返利收受者).
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[expect(
    clippy::exhaustive_enums,
    reason = "an organization, or somebody: then it is a kickback"
)]
#[serde(rename_all = "kebab-case")]
pub enum RebateRecipient {
    /// The customer organization.
    Organization,
    /// A person: a kickback (回扣).
    Person,
}

impl RebateRecipient {
    /// Both, the organization first.
    pub const ALL: [Self; 2] = [Self::Organization, Self::Person];

    /// Returns the name for people.
    #[must_use]
    pub const fn text(self) -> Text {
        match self {
            Self::Organization => Text::new("organization", "组织", "組織"),
            Self::Person => Text::new("person", "个人", "個人"),
        }
    }
}
