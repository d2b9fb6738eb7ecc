use crate::verdict::Severity;
use crate::vocab::words::words;

words! {
    /// The reliance of a relationship on one person (依赖程度), least first (CON-02).
    pub closed enum Reliance {
        /// Several people carry the relationship.
        Spread = "spread", "spread over several people", "分散于多人", "分散於多人";
        /// One person carries more than is safe.
        Heavy = "heavy", "leans on one person", "偏重一人", "偏重一人";
        /// One person carries the relationship alone.
        SinglePoint = "single-point", "held by one person", "系于一人", "繫於一人";
    }
}

impl Reliance {
    /// Returns the severity of this reliance.
    pub(crate) const fn severity(self) -> Severity {
        match self {
            Self::Spread | Self::Heavy => Severity::Warning,
            Self::SinglePoint => Severity::Critical,
        }
    }
}
