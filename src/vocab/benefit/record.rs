use crate::form::record;
use crate::vocab::benefit::interest::{Horizon, InterestKind, Scope};
use crate::vocab::money::Money;
use crate::vocab::words::{NeedKind, Role};

record! {
    /// A benefit that one of the four parties realizes (利的实现).
    #[derive(Copy, Hash)]
    pub closed struct Benefit {
        /// The party that realizes the benefit.
        pub party: Role,
        /// The kind of interest that the benefit serves.
        pub interest: InterestKind,
        /// The time until the benefit comes due.
        pub horizon: Horizon,
    }
}

impl Benefit {
    /// Returns whether a person gains something material, whatever the benefit is called (PTY-09).
    #[must_use]
    pub fn is_integrity_sensitive(&self) -> bool {
        let of_party = InterestKind::new(Scope::of(self.party), self.interest.kind);
        self.interest.is_integrity_sensitive() || of_party.is_integrity_sensitive()
    }

    /// Returns whether a person has the benefit, by the party or by the interest that is named.
    pub(crate) fn is_personal(&self) -> bool {
        Scope::of(self.party) == Scope::Personal || self.interest.scope == Scope::Personal
    }
}

record! {
    /// One benefit of an investment, with the party that has it (收益记录).
    #[derive(Copy, Hash)]
    pub closed struct BenefitRecord {
        /// The party that has the benefit, if the record names it.
        pub party: Option<Role>,
        /// The kind of interest that the benefit serves.
        pub interest: InterestKind,
        /// The amount of the benefit, from zero up.
        pub amount: Money,
    }
}

impl BenefitRecord {
    /// Returns whether the record confuses the interest of a person with that of the organization,
    /// or names no party (ALN-07).
    #[must_use]
    pub fn is_conflated(&self) -> bool {
        self.party
            .is_none_or(|party| Scope::of(party) != self.interest.scope)
    }

    /// Returns whether a person gains something material, whatever the record is called (PTY-09).
    ///
    /// An amount is material under any name. A material benefit without a price is one too.
    #[must_use]
    pub fn is_integrity_sensitive(&self) -> bool {
        let is_material = self.interest.kind == NeedKind::Material || !self.amount.is_zero();
        self.is_personal() && is_material
    }

    /// Returns whether a person has the benefit, by the party or by the interest that is named.
    pub(crate) fn is_personal(&self) -> bool {
        let is_person = |party| Scope::of(party) == Scope::Personal;
        self.interest.scope == Scope::Personal || self.party.is_some_and(is_person)
    }
}
