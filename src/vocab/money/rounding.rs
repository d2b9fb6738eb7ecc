use core::cmp::Ordering;

use crate::vocab::money::Money;
use crate::vocab::money::rounded::{RoundMoneyError, RoundedMoney};
use crate::vocab::wide::{power_of_ten, wide_div};
use crate::vocab::words::words;

/// Rounds an amount to the smallest unit of its currency (舍入).
///
/// keqing rounds money only here: every amount before it is exact, and every amount after it is
/// [`RoundedMoney`].
///
/// # Examples
///
/// ```
/// use keqing::vocab::money::{Money, RoundingMode, round};
///
/// let tie: Money = "-0.125 EUR".parse()?;
/// assert_eq!(round(tie, RoundingMode::HalfEven)?.to_string(), "-0.12 EUR");
/// assert_eq!(round(tie, RoundingMode::HalfUp)?.to_string(), "-0.13 EUR");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
///
/// [`RoundMoneyError::NoMinorUnit`] is returned when the currency has no smallest unit, such as
/// gold. [`RoundMoneyError::OutOfRange`] is returned when the amount is too large for its smallest
/// units to be written with the digits of a decimal.
pub fn round(money: Money, mode: RoundingMode) -> Result<RoundedMoney, RoundMoneyError> {
    let places = money
        .currency()
        .minor_units()
        .ok_or(RoundMoneyError::NoMinorUnit { money })?;
    units_of(money, places, mode)
        .and_then(|units| RoundedMoney::from_minor_units(units, money.currency()).ok())
        .ok_or(RoundMoneyError::OutOfRange { money })
}

words! {
    /// The direction in which an amount between two neighbouring units is rounded (舍入方式).
    ///
    /// The `Half` modes go to the nearer neighbour and differ only at a tie, halfway between the two.
    pub open enum RoundingMode {
        /// Rounding to the larger neighbour: 0.121 to 0.13, -0.129 to -0.12.
        Ceiling = "ceiling", "toward positive infinity", "向正无穷舍入", "向正無限大捨入";
        /// Rounding toward zero, cutting off: 0.129 to 0.12, -0.129 to -0.12.
        Down = "down", "toward zero", "舍去尾数", "無條件捨去";
        /// Rounding to the smaller neighbour: 0.129 to 0.12, -0.121 to -0.13.
        Floor = "floor", "toward negative infinity", "向负无穷舍入", "向負無限大捨入";
        /// Rounding to the nearer, at a tie toward zero: 0.125 to 0.12, -0.125 to -0.12 (五舍六入).
        HalfDown = "half-down", "half down", "五舍六入", "五捨六入";
        /// Rounding to the nearer, at a tie to the even one: 0.125 to 0.12, 0.135 to 0.14 (银行家舍入).
        HalfEven = "half-even", "half to even", "银行家舍入", "銀行家捨入";
        /// Rounding to the nearer, at a tie away from zero: 0.125 to 0.13, -0.125 to -0.13 (四舍五入).
        HalfUp = "half-up", "half up", "四舍五入", "四捨五入";
        /// Rounding away from zero: 0.121 to 0.13, -0.121 to -0.13.
        Up = "up", "away from zero", "有尾数即进位", "無條件進位";
    }
}

impl RoundingMode {
    /// Returns whether a number that is not whole goes to the neighbour further from zero.
    ///
    /// `against_half` is the side of the middle between its neighbours on which it lies, seen from
    /// zero. `odd` is `true` if the neighbour toward zero is odd.
    #[inline]
    pub(crate) fn moves_away(self, negative: bool, against_half: Ordering, odd: bool) -> bool {
        match self {
            Self::Ceiling => !negative,
            Self::Down => false,
            Self::Floor => negative,
            Self::HalfDown => against_half == Ordering::Greater,
            Self::HalfEven => match against_half {
                Ordering::Less => false,
                Ordering::Equal => odd,
                Ordering::Greater => true,
            },
            Self::HalfUp => against_half != Ordering::Less,
            Self::Up => true,
        }
    }
}

impl TryFrom<Money> for RoundedMoney {
    type Error = RoundMoneyError;

    /// Returns an amount that is a whole count of smallest units already; any other is refused.
    fn try_from(money: Money) -> Result<Self, Self::Error> {
        let rounded = round(money, RoundingMode::Down)?;
        if rounded.money() == money {
            Ok(rounded)
        } else {
            Err(RoundMoneyError::TooFine { money })
        }
    }
}

/// Divides two whole numbers and rounds the quotient to a whole number, once.
///
/// `None` is returned if the denominator is zero or the quotient is no `i128`.
#[inline]
pub(crate) fn round_quotient(
    numerator: i128,
    denominator: i128,
    mode: RoundingMode,
) -> Option<i128> {
    let toward_zero = wide_div(numerator, denominator)?;
    // One division: what it leaves is what the quotient does not account for.
    let remainder = numerator
        .wrapping_sub(toward_zero.wrapping_mul(denominator))
        .unsigned_abs();
    if remainder == 0 {
        return Some(toward_zero);
    }
    let negative = (numerator < 0) != (denominator < 0);
    // The remainder against what is left to the next whole number: doubling it could overflow.
    let against_half = remainder.cmp(&denominator.unsigned_abs().checked_sub(remainder)?);
    match (
        mode.moves_away(negative, against_half, toward_zero % 2 != 0),
        negative,
    ) {
        (false, _) => Some(toward_zero),
        (true, true) => toward_zero.checked_sub(1),
        (true, false) => toward_zero.checked_add(1),
    }
}

fn units_of(money: Money, places: u32, mode: RoundingMode) -> Option<i128> {
    let amount = money.amount();
    match amount.scale().checked_sub(places) {
        Some(surplus) => round_quotient(amount.mantissa(), power_of_ten(surplus)?, mode),
        None => {
            let missing = places.checked_sub(amount.scale())?;
            amount.mantissa().checked_mul(power_of_ten(missing)?)
        }
    }
}

#[cfg(test)]
mod tests {
    use alloc::string::ToString;

    use rust_decimal::Decimal;

    use super::{RoundingMode, round, round_quotient};
    use crate::vocab::money::Money;
    use crate::vocab::money::currency::Currency;
    use crate::vocab::money::rounded::RoundMoneyError;

    #[track_caller]
    fn rounds(given: &str, expected: [&str; 7]) {
        let Ok(money) = given.parse::<Money>() else {
            panic!("`{given}` of the test")
        };
        for (mode, expected) in RoundingMode::ALL.into_iter().zip(expected) {
            assert_eq!(
                round(money, mode).map(|rounded| rounded.to_string()),
                Ok(expected.to_string()),
                "{given} by {mode:?}"
            );
        }
    }

    #[rustfmt::skip]
    #[test]
    fn every_mode_at_below_and_above_a_tie() {
        //                                  ceiling      down         floor        half-down    half-even    half-up      up
        rounds("0.12 EUR",                ["0.12 EUR",  "0.12 EUR",  "0.12 EUR",  "0.12 EUR",  "0.12 EUR",  "0.12 EUR",  "0.12 EUR"]);
        rounds("0.1200000000000001 EUR",  ["0.13 EUR",  "0.12 EUR",  "0.12 EUR",  "0.12 EUR",  "0.12 EUR",  "0.12 EUR",  "0.13 EUR"]);
        rounds("0.1249999999999999 EUR",  ["0.13 EUR",  "0.12 EUR",  "0.12 EUR",  "0.12 EUR",  "0.12 EUR",  "0.12 EUR",  "0.13 EUR"]);
        rounds("0.125 EUR",               ["0.13 EUR",  "0.12 EUR",  "0.12 EUR",  "0.12 EUR",  "0.12 EUR",  "0.13 EUR",  "0.13 EUR"]);
        rounds("0.1250000000000001 EUR",  ["0.13 EUR",  "0.12 EUR",  "0.12 EUR",  "0.13 EUR",  "0.13 EUR",  "0.13 EUR",  "0.13 EUR"]);
        rounds("0.135 EUR",               ["0.14 EUR",  "0.13 EUR",  "0.13 EUR",  "0.13 EUR",  "0.14 EUR",  "0.14 EUR",  "0.14 EUR"]);
        rounds("-0.1249999999999999 EUR", ["-0.12 EUR", "-0.12 EUR", "-0.13 EUR", "-0.12 EUR", "-0.12 EUR", "-0.12 EUR", "-0.13 EUR"]);
        rounds("-0.125 EUR",              ["-0.12 EUR", "-0.12 EUR", "-0.13 EUR", "-0.12 EUR", "-0.12 EUR", "-0.13 EUR", "-0.13 EUR"]);
        rounds("-0.1250000000000001 EUR", ["-0.12 EUR", "-0.12 EUR", "-0.13 EUR", "-0.13 EUR", "-0.13 EUR", "-0.13 EUR", "-0.13 EUR"]);
        rounds("-0.135 EUR",              ["-0.13 EUR", "-0.13 EUR", "-0.14 EUR", "-0.13 EUR", "-0.14 EUR", "-0.14 EUR", "-0.14 EUR"]);
        rounds("0.005 EUR",               ["0.01 EUR",  "0.00 EUR",  "0.00 EUR",  "0.00 EUR",  "0.00 EUR",  "0.01 EUR",  "0.01 EUR"]);
        rounds("-0.005 EUR",              ["0.00 EUR",  "0.00 EUR",  "-0.01 EUR", "0.00 EUR",  "0.00 EUR",  "-0.01 EUR", "-0.01 EUR"]);
    }

    #[rustfmt::skip]
    #[test]
    fn the_currency_says_how_fine_its_unit_is() {
        //                     ceiling       down          floor         half-down     half-even     half-up       up
        rounds("2.5 JPY",     ["3 JPY",      "2 JPY",      "2 JPY",      "2 JPY",      "2 JPY",      "3 JPY",      "3 JPY"]);
        rounds("1.2345 KWD",  ["1.235 KWD",  "1.234 KWD",  "1.234 KWD",  "1.234 KWD",  "1.234 KWD",  "1.235 KWD",  "1.235 KWD"]);
        rounds("1 CLF",       ["1.0000 CLF", "1.0000 CLF", "1.0000 CLF", "1.0000 CLF", "1.0000 CLF", "1.0000 CLF", "1.0000 CLF"]);
        rounds("1.20000 EUR", ["1.20 EUR",   "1.20 EUR",   "1.20 EUR",   "1.20 EUR",   "1.20 EUR",   "1.20 EUR",   "1.20 EUR"]);
    }

    #[test]
    fn a_currency_without_a_unit_is_refused() {
        let gold = Money::new(Decimal::ONE, Currency::XAU);
        for mode in RoundingMode::ALL {
            let result = round(gold, mode);
            assert_eq!(result, Err(RoundMoneyError::NoMinorUnit { money: gold }));
        }
    }

    #[test]
    fn an_amount_too_large_for_its_units_is_refused() {
        let largest = Money::new(Decimal::MAX, Currency::EUR);
        let result = round(largest, RoundingMode::HalfEven);
        assert_eq!(result, Err(RoundMoneyError::OutOfRange { money: largest }));
        let yen = Money::new(Decimal::MAX, Currency::JPY);
        let result = round(yen, RoundingMode::HalfEven).map(|rounded| rounded.amount());
        assert_eq!(result, Ok(Decimal::MAX));
    }

    #[test]
    fn a_quotient_is_rounded_at_the_ends_of_the_range() {
        for mode in RoundingMode::ALL {
            assert_eq!(round_quotient(1, 0, mode), None);
            assert_eq!(round_quotient(i128::MIN, -1, mode), None);
            assert_eq!(round_quotient(i128::MIN, 1, mode), Some(i128::MIN));
            assert_eq!(round_quotient(0, i128::MIN, mode), Some(0));
        }
        let half_even = RoundingMode::HalfEven;
        assert_eq!(round_quotient(i128::MAX, i128::MIN, half_even), Some(-1));
        assert_eq!(round_quotient(i128::MIN, i128::MAX, half_even), Some(-1));
        assert_eq!(round_quotient(7, -2, RoundingMode::HalfDown), Some(-3));
        assert_eq!(round_quotient(-7, -2, RoundingMode::HalfUp), Some(4));
    }

    #[test]
    fn json_is_kebab_case() -> Result<(), serde_json::Error> {
        let json = serde_json::to_string(&RoundingMode::ALL)?;
        assert_eq!(
            json,
            r#"["ceiling","down","floor","half-down","half-even","half-up","up"]"#
        );
        Ok(())
    }
}
