use rust_decimal::Decimal;

/// Counts a number in units of 10⁻¹²; returns `None` beyond a million or with more than 12
/// decimals.
pub(super) fn units(value: Decimal) -> Option<i64> {
    let exact = value.normalize();
    let missing = DECIMALS.checked_sub(exact.scale())?;
    10_i128
        .checked_pow(missing)
        .and_then(|factor| exact.mantissa().checked_mul(factor))
        .and_then(|units| i64::try_from(units).ok())
        .filter(|units| units.unsigned_abs() <= LARGEST)
}

/// Makes a number of units of 10⁻¹².
pub(super) fn decimal(units: i128) -> Decimal {
    Decimal::try_from_i128_with_scale(units, DECIMALS)
        .unwrap_or_default()
        .normalize()
}

/// Divides by a positive number, rounded half to even.
pub(super) fn quotient(numerator: i128, denominator: i128) -> i128 {
    let floor = numerator.checked_div_euclid(denominator).unwrap_or(0);
    let rest = numerator.checked_rem_euclid(denominator).unwrap_or(0);
    let twice = rest.saturating_mul(2);
    let up = twice > denominator || (twice == denominator && rest > 0 && floor % 2 != 0);
    if up { floor.saturating_add(1) } else { floor }
}

/// The number of decimals with which marks and weights are kept.
pub(super) const DECIMALS: u32 = 12;
/// A million.
const LARGEST: u64 = 1_000_000_000_000_000_000;
