use crate::form::record;
use crate::satisfaction::measurement::SatisfactionState;
use crate::verdict::Presence;
use crate::vocab::known::Known;
use crate::vocab::set::Set;
use crate::vocab::words::{Instrument, words};

record! {
    /// The means by which a customer is kept or is to be kept (留客手段组合), and the customer's
    /// standing.
    #[non_exhaustive]
    #[derive(Copy, Default, Hash)]
    #[serde(default)]
    pub struct RetentionMeans {
        /// The instruments in use or planned.
        pub instruments: Set<Instrument>,
        /// The year-end rebate, if there is one; it counts as an instrument, named there or not.
        pub rebate: Option<Rebate> => with_rebate,
        /// The customer's satisfaction, in its own word.
        pub satisfaction: Known<SatisfactionState> => with_satisfaction,
        /// The customer's loyalty in adversity: it stays and recommends us in spite of failures.
        pub adversity: Known<Presence> => with_adversity,
    }
}

impl RetentionMeans {
    /// Makes a mix of these instruments, with nothing known of the customer.
    #[must_use]
    pub const fn new(instruments: Set<Instrument>) -> Self {
        Self {
            instruments,
            rebate: None,
            satisfaction: Known::Unknown,
            adversity: Known::Unknown,
        }
    }

    /// Returns every instrument, the rebate included.
    pub(crate) fn held(&self) -> Set<Instrument> {
        match self.rebate {
            Some(_) => self.instruments | Instrument::YearEndRebate,
            None => self.instruments,
        }
    }
}

record! {
    /// A rebate at the end of the year (年终返利).
    #[non_exhaustive]
    #[derive(Copy, Default, Hash)]
    #[serde(default)]
    pub struct Rebate {
        /// The recipient of the rebate.
        pub recipient: Known<RebateRecipient>,
        /// The presence of a contract that provides for the rebate.
        pub contract: Known<Presence>,
        /// The disclosure of the rebate.
        pub disclosure: Known<Presence>,
    }
}

impl Rebate {
    /// Makes a rebate with nothing known.
    #[must_use]
    pub const fn new() -> Self {
        Self {
            recipient: Known::Unknown,
            contract: Known::Unknown,
            disclosure: Known::Unknown,
        }
    }
}

words! {
    /// The recipient of a rebate (返利收受者).
    pub closed enum RebateRecipient {
        /// The customer organization.
        Organization = "organization", "organization", "组织", "組織";
        /// A person: the rebate is a kickback (回扣).
        Person = "person", "person", "个人", "個人";
    }
}
