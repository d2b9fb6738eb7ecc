use core::cmp::Ordering;

use crate::vocab::words::words;

words! {
    /// A way in which a relationship shows itself (关系的表现), GEN-13.
    pub closed enum Manifestation in Set {
        /// The customer's feelings about us and its words to others (态度上).
        Attitudinal = "attitudinal", "in attitude", "态度上", "態度上";
        /// The customer's purchases (行为上).
        Behavioural = "behavioural", "in behaviour", "行为上", "行為上";
        /// The customer's trust, its standing up for us and its wish to buy again (心理上).
        Psychological = "psychological", "in mind", "心理上", "心理上";
    }
}

words! {
    /// The trend of a feeling (走势).
    pub closed enum Trend {
        /// The latest mark is lower than the one before.
        Falling = "falling", "falling", "下降", "下降";
        /// The latest mark is the same as the one before.
        Steady = "steady", "steady", "平稳", "平穩";
        /// The latest mark is higher than the one before.
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
