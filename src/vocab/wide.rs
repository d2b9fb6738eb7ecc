//! Integer arithmetic wider than the integers: products that cannot overflow, and exact fractions.

use rust_decimal::Decimal;

pub(crate) const fn widening(left: u64, right: u64) -> u128 {
    // Two 64-bit factors always fit 128 bits.
    (left as u128).saturating_mul(right as u128)
}

/// Returns the product of 128 and 64 bits as high and low word, ordered like the number itself.
pub(crate) fn wide_product(left: u128, right: u64) -> (u128, u64) {
    let mask = u128::from(u64::MAX);
    let low = (left & mask).saturating_mul(u128::from(right));
    let high = (left >> 64)
        .saturating_mul(u128::from(right))
        .saturating_add(low >> 64);
    (high, u64::try_from(low & mask).unwrap_or(u64::MAX))
}

/// Returns one digit of a long division whose remainder may not be multiplied by ten at once.
pub(crate) fn next_digit(remainder: u128, denominator: u128) -> (u128, u128) {
    let mut digit: u128 = 0;
    let mut rest: u128 = 0;
    for _ in 0..10 {
        // rest + remainder < 2 × denominator, compared without forming the sum.
        let room = denominator.saturating_sub(rest);
        if remainder >= room {
            rest = remainder.saturating_sub(room);
            digit = digit.saturating_add(1);
        } else {
            rest = rest.saturating_add(remainder);
        }
    }
    (digit, rest)
}

/// Returns both amounts as integers of the finer of their two units.
pub(crate) fn common_unit(part: Decimal, whole: Decimal) -> Option<(u128, u128)> {
    let scale = part.scale().max(whole.scale());
    let raise = |amount: Decimal| {
        let factor = 10_u128.checked_pow(scale.checked_sub(amount.scale())?)?;
        amount.mantissa().unsigned_abs().checked_mul(factor)
    };
    Some((raise(part)?, raise(whole)?))
}

/// Multiplies two whole numbers; returns `None` if the product is no `i128`.
///
/// Amounts nearly always fit 64 bits. Such a product cannot overflow, so it is not checked.
#[inline]
pub(crate) fn wide_mul(left: i128, right: i128) -> Option<i128> {
    match (i64::try_from(left), i64::try_from(right)) {
        (Ok(left), Ok(right)) => Some(i128::from(left).wrapping_mul(i128::from(right))),
        _ => left.checked_mul(right),
    }
}

/// Divides two whole numbers and cuts off; returns `None` if the divisor is zero or the quotient is
/// no `i128`.
#[inline]
pub(crate) fn wide_div(left: i128, right: i128) -> Option<i128> {
    match (i64::try_from(left), i64::try_from(right)) {
        (Ok(left), Ok(right)) if left != i64::MIN => left.checked_div(right).map(i128::from),
        _ => left.checked_div(right),
    }
}

/// Returns ten to a power, or `None` if that is no `i128`.
///
/// A table holds the powers, since every conversion to smallest units needs one.
#[inline]
pub(crate) fn power_of_ten(exponent: u32) -> Option<i128> {
    POWERS.get(usize::try_from(exponent).ok()?).copied()
}

const POWERS: [i128; 39] = {
    let mut powers = [1_i128; 39];
    let mut rest: &mut [i128] = &mut powers;
    let mut power = 1_i128;
    while let [first, others @ ..] = rest {
        *first = power;
        power = power.saturating_mul(10);
        rest = others;
    }
    powers
};

pub(crate) fn greatest_common_divisor(left: u128, right: u128) -> u128 {
    let (mut left, mut right) = (left, right);
    while let Some(rest) = left.checked_rem(right) {
        (left, right) = (right, rest);
    }
    left.max(1)
}
