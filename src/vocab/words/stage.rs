use crate::vocab::words::words;

words! {
    /// A stage of a relationship (客户关系发展阶段), in the order in which the relationship grows.
    ///
    /// It is the taxonomy of LIF-01: four stages, totally ordered. The share of the customer's
    /// purchases separates them; the cut points are [policy](crate::lifecycle::LifecyclePolicy).
    pub closed enum Stage {
        /// No business yet (开发阶段): we are not a supplier.
        Development = "development", "Development", "开发阶段", "開發階段";
        /// First trust (初期合作阶段): a secondary or candidate supplier.
        Initial = "initial", "Initial cooperation", "初期合作", "初期合作";
        /// Wider cooperation (稳定合作阶段): the main supplier.
        Stable = "stable", "Stable cooperation", "稳定合作", "穩定合作";
        /// Partnership (战略合作阶段): the strategic supplier.
        Strategic = "strategic", "Strategic cooperation", "战略合作", "戰略合作";
    }
}

impl Stage {
    /// Returns the stage above, or `None` at the top.
    #[must_use]
    pub const fn next(self) -> Option<Self> {
        match self {
            Self::Development => Some(Self::Initial),
            Self::Initial => Some(Self::Stable),
            Self::Stable => Some(Self::Strategic),
            Self::Strategic => None,
        }
    }

    /// Returns the number of stages below this one: 0 to 3.
    #[must_use]
    pub const fn rank(self) -> u8 {
        self as u8
    }
}
