use core::cmp::Ordering;

use crate::vocab::words::words;

words! {
    /// In which way a relationship shows itself (关系的表现), GEN-13.
    pub closed enum Manifestation in Set {
        /// In what the customer feels about us and tells others (态度上).
        Attitudinal = "attitudinal", "in attitude", "态度上", "態度上";
        /// In what it does: it buys (行为上).
        Behavioural = "behavioural", "in behaviour", "行为上", "行為上";
        /// In what it has in mind: trust, standing up for us, the wish to buy again (心理上).
        Psychological = "psychological", "in mind", "心理上", "心理上";
    }
}

words! {
    /// Whether a feeling rises or falls (走势).
    pub closed enum Trend {
        /// The latest mark is lower than the one before.
        Falling = "falling", "falling", "下降", "下降";
        /// It is the same.
        Steady = "steady", "steady", "平稳", "平穩";
        /// It is higher.
        Rising = "rising", "rising", "上升", "上升";
    }
}

impl Trend {
    pub(crate) const fn of(latest_to_earlier: Ordering) -> Self {
        match latest_to_earlier {
            Ordering::Less => Self::Falling,
            Ordering::Equal => Self::Steady,
            Ordering::Greater => Self::Rising,
        }
    }
}
