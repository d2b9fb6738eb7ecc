use crate::form::record;
use crate::vocab::words::{NeedKind, Role, words};

words! {
    /// The time until a need or an interest comes due (远近): within a year, or later.
    pub closed enum Horizon {
        /// Within a year: the time of promotions.
        Near = "near", "near", "近期", "近期";
        /// Later than a year: the time of strategy.
        Far = "far", "far", "远期", "遠期";
    }
}

words! {
    /// The owner of an interest (利益归属): a person or a company.
    pub closed enum Scope {
        /// A person.
        Personal = "personal", "personal", "个人", "個人";
        /// The company.
        Company = "company", "company", "公司", "公司";
    }
}

impl Scope {
    /// Returns the scope of the interests of a party: the company's for an organization, the
    /// personal one for an operator.
    #[must_use]
    pub const fn of(role: Role) -> Self {
        if role.is_organization() {
            Self::Company
        } else {
            Self::Personal
        }
    }
}

record! {
    /// One of the four kinds of interest (利益): personal or company, material or spiritual (PTY-09).
    ///
    /// # Examples
    ///
    /// ```
    /// use keqing::vocab::benefit::InterestKind;
    ///
    /// let sensitive = InterestKind::ALL.into_iter().filter(|interest| interest.is_integrity_sensitive());
    /// assert_eq!(sensitive.count(), 1);
    /// ```
    #[derive(Copy, Hash, Ord, PartialOrd)]
    pub closed struct InterestKind {
        /// The owner of the interest.
        pub scope: Scope,
        /// The kind of need that it serves.
        pub kind: NeedKind,
    }
}

impl InterestKind {
    /// All four kinds of interest.
    pub const ALL: [Self; 4] = [
        Self::new(Scope::Personal, NeedKind::Material),
        Self::new(Scope::Personal, NeedKind::Spiritual),
        Self::new(Scope::Company, NeedKind::Material),
        Self::new(Scope::Company, NeedKind::Spiritual),
    ];

    /// Makes an interest of an owner and a kind.
    #[must_use]
    pub const fn new(scope: Scope, kind: NeedKind) -> Self {
        Self { scope, kind }
    }

    /// Returns whether the interest is a person's own material one, which needs the integrity gate.
    #[must_use]
    pub const fn is_integrity_sensitive(self) -> bool {
        matches!(
            (self.scope, self.kind),
            (Scope::Personal, NeedKind::Material)
        )
    }
}
