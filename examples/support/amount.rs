//! Amounts with all decimal places that their currency has.

use keqing::vocab::money::{Money, RoundingMode, round};

/// Returns an amount with its currency. One that is finer than the currency keeps its places.
pub(crate) fn written(money: Money) -> String {
    match round(money, RoundingMode::HalfEven) {
        Ok(rounded) if rounded.money() == money => rounded.to_string(),
        _ => money.to_string(),
    }
}
