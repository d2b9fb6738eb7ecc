use crate::form::record;
use crate::vocab::words::{Role, words};

words! {
    /// Which of the two kinds a need or an interest is (需求类别), PTY-05.
    ///
    /// An organization has spiritual needs too, in the only sense in which it can: its reputation and its
    /// culture.
    pub closed enum NeedKind {
        /// Goods, money, terms, working conditions (物质).
        Material = "material", "material", "物质", "物質";
        /// Respect, safety, belonging; an organization's reputation and culture (精神).
        Spiritual = "spiritual", "spiritual", "精神", "精神";
    }
}

words! {
    /// How soon a need or an interest comes due (远近): within a year, or later.
    pub closed enum Horizon {
        /// Within a year: what promotions speak of.
        Near = "near", "near", "近期", "近期";
        /// Later: what strategy speaks of.
        Far = "far", "far", "远期", "遠期";
    }
}

words! {
    /// Whose interest it is (利益归属): a person's or a company's.
    pub closed enum Scope {
        /// A person's own.
        Personal = "personal", "personal", "个人", "個人";
        /// The company's.
        Company = "company", "company", "公司", "公司";
    }
}

impl Scope {
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
}

record! {
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
    #[derive(Copy, Hash, Ord, PartialOrd)]
    pub closed struct InterestKind {
        /// Whose it is.
        pub scope: Scope,
        /// What it is of.
        pub kind: NeedKind,
    }
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

record! {
    /// A need of one of the four parties (需求).
    #[derive(Copy, Hash)]
    pub closed struct Need {
        /// Who has it.
        pub holder: Role,
        /// Of which kind it is.
        pub kind: NeedKind,
        /// How soon it comes due.
        pub horizon: Horizon,
    }
}

record! {
    /// A benefit that one of the four parties realizes (利的实现).
    #[derive(Copy, Hash)]
    pub closed struct Benefit {
        /// Who realizes it.
        pub party: Role,
        /// Which of the four kinds of interest it serves.
        pub interest: InterestKind,
        /// How soon it comes due.
        pub horizon: Horizon,
    }
}
