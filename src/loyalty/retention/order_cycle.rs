use core::fmt;

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::form::mirrored;
use crate::verdict::{Render, days};
use crate::vocab::exact;
use crate::vocab::time::Days;
use crate::vocab::words::Locale;

/// The customer's own order cycle (订货周期): the median time from one day of purchase to the next.
///
/// Of an even number of gaps it is the mean of the two in the middle, so it counts in half days. In
/// JSON it is the number of days as a string, such as `"10.5"`.
///
/// # Examples
///
/// ```
/// use keqing::loyalty::retention::OrderCycle;
///
/// let cycle: OrderCycle = serde_json::from_str("\"10.5\"")?;
/// assert_eq!(cycle.half_days(), 21);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(try_from = "CycleText", into = "CycleText")]
pub struct OrderCycle {
    half_days: u32,
}

mirrored! { OrderCycle as rust_decimal::Decimal; }

impl OrderCycle {
    /// Makes a cycle of this number of half days.
    ///
    /// # Errors
    ///
    /// [`OrderCycleError`] is returned when the cycle is shorter than a day, because a day has one
    /// purchase.
    pub const fn of_half_days(half_days: u32) -> Result<Self, OrderCycleError> {
        if half_days < 2 {
            return Err(OrderCycleError {
                given: Decimal::from_parts(half_days.saturating_mul(5), 0, 0, false, 1),
            });
        }
        Ok(Self { half_days })
    }

    /// Returns the length in half days.
    #[must_use]
    pub const fn half_days(self) -> u32 {
        self.half_days
    }

    /// Returns the length in days.
    #[must_use]
    pub fn days(self) -> Decimal {
        let tenths = i64::from(self.half_days).saturating_mul(5);
        Decimal::new(tenths, 1).normalize()
    }

    /// Returns the number of the expected order around which a day falls. The day falls within half
    /// a cycle before the order, or less than half a cycle after it.
    pub(crate) fn nearest_order(self, days: Days) -> u32 {
        let (half_days, days) = (u64::from(self.half_days), u64::from(days.count()));
        let placed = days.saturating_mul(4).saturating_add(half_days);
        let order = placed.checked_div(half_days.saturating_mul(2));
        u32::try_from(order.unwrap_or_default()).unwrap_or(u32::MAX)
    }
}

impl Render for OrderCycle {
    fn render(&self, locale: Locale, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        days(self.days(), locale, f)
    }
}

impl fmt::Display for OrderCycle {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} d", self.days())
    }
}

/// Returned when an order cycle is shorter than a day.
#[derive(Clone, Copy, Debug, Eq, Error, PartialEq)]
#[error("an order cycle is at least 1 day, in half days, got {given}")]
pub struct OrderCycleError {
    given: Decimal,
}

/// The JSON form of an order cycle.
#[derive(Deserialize, Serialize)]
struct CycleText(#[serde(with = "crate::vocab::exact")] Decimal);

impl TryFrom<CycleText> for OrderCycle {
    type Error = OrderCycleError;

    fn try_from(CycleText(given): CycleText) -> Result<Self, Self::Error> {
        let doubled = exact::product(given, Decimal::TWO);
        let half_days = doubled
            .filter(Decimal::is_integer)
            .and_then(|doubled| u32::try_from(doubled).ok());
        match half_days {
            Some(half_days) if half_days >= 2 => Ok(Self { half_days }),
            _ => Err(OrderCycleError { given }),
        }
    }
}

impl From<OrderCycle> for CycleText {
    fn from(cycle: OrderCycle) -> Self {
        Self(cycle.days())
    }
}

#[cfg(test)]
mod tests {
    use alloc::string::ToString;

    use super::OrderCycle;

    #[test]
    fn a_cycle_is_whole_half_days_from_one_day_up() {
        let read = |text: &str| {
            serde_json::from_str::<OrderCycle>(text)
                .map(|cycle| cycle.half_days())
                .map_err(|error| error.to_string())
        };
        assert_eq!(read("\"1\""), Ok(2));
        assert_eq!(read("\"1.50\""), Ok(3));
        for (given, shown) in [("\"0.5\"", "0.5"), ("\"1.25\"", "1.25"), ("\"-3\"", "-3")] {
            let expected =
                alloc::format!("an order cycle is at least 1 day, in half days, got {shown}");
            assert_eq!(read(given), Err(expected));
        }
        assert!(OrderCycle::of_half_days(1).is_err());
        assert!(OrderCycle::of_half_days(2).is_ok());
    }
}
