use serde::{Deserialize, Serialize};

/// A distance between two shares, in hundredths of a percentage point (百分点).
///
/// # Examples
///
/// ```
/// use keqing::vocab::share::Points;
///
/// assert_eq!(Points::percent(2), Points::new(200));
/// ```
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(transparent)]
pub struct Points(u16);

crate::form::mirrored! { Points as u16; }

impl Points {
    /// The number of hundredths that make the whole.
    pub const UNIT: u16 = 10_000;

    /// Makes a distance of hundredths of a percentage point.
    #[must_use]
    pub const fn new(hundredths: u16) -> Self {
        Self(hundredths)
    }

    /// Makes a distance of whole percentage points; a number above 100 counts as 100.
    #[must_use]
    pub const fn percent(points: u8) -> Self {
        let points = if points > 100 { 100 } else { points };
        Self((points as u16).saturating_mul(100))
    }

    /// Returns the distance in hundredths of a percentage point.
    #[must_use]
    pub const fn count(self) -> u16 {
        self.0
    }
}
