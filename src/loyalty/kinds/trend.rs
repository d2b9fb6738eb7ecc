use core::cmp::Ordering;

use crate::vocab::words::words;

words! {
    /// The trend of a feeling (走势).
    pub closed enum Trend {
        /// The latest stance is less favourable than the one before.
        Falling = "falling", "falling", "下降", "下降";
        /// The latest stance is the same as the one before.
        Steady = "steady", "steady", "平稳", "平穩";
        /// The latest stance is more favourable than the one before.
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

    /// Returns the trend of several people together: it falls if the feeling of one of them does.
    pub(crate) fn together(one: Option<Self>, other: Option<Self>) -> Option<Self> {
        match (one, other) {
            (None, trend) | (trend, None) => trend,
            (Some(one), Some(other)) if one == other => Some(one),
            (Some(Self::Falling), _) | (_, Some(Self::Falling)) => Some(Self::Falling),
            _ => Some(Self::Rising),
        }
    }
}
