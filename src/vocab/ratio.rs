//! Sums and products of fractions of whole numbers, exact or refused.

use crate::vocab::wide::greatest_common_divisor;

/// A numerator and a denominator above zero.
pub(crate) type Ratio = (i128, i128);

/// Returns a fraction in lowest terms.
pub(crate) fn lowest_terms((numerator, denominator): Ratio) -> Ratio {
    let divisor = greatest_common_divisor(numerator.unsigned_abs(), denominator.unsigned_abs());
    let reduce = |divisor| {
        Some((
            numerator.checked_div(divisor)?,
            denominator.checked_div(divisor)?,
        ))
    };
    i128::try_from(divisor)
        .ok()
        .and_then(reduce)
        .unwrap_or((numerator, denominator))
}

/// Adds two fractions over the least common denominator.
pub(super) fn plain_sum(left: Ratio, right: Ratio) -> Option<Ratio> {
    if left.1 == right.1 {
        return Some((left.0.checked_add(right.0)?, left.1));
    }
    let divisor = i128::try_from(greatest_common_divisor(
        left.1.unsigned_abs(),
        right.1.unsigned_abs(),
    ))
    .ok()?;
    let to_left = right.1.checked_div(divisor)?;
    let to_right = left.1.checked_div(divisor)?;
    let numerator = left
        .0
        .checked_mul(to_left)?
        .checked_add(right.0.checked_mul(to_right)?)?;
    Some((numerator, left.1.checked_mul(to_left)?))
}

/// Multiplies two fractions as they stand.
pub(super) fn plain_product(left: Ratio, right: Ratio) -> Option<Ratio> {
    Some((left.0.checked_mul(right.0)?, left.1.checked_mul(right.1)?))
}

/// Multiplies two fractions after reducing crosswise, which keeps the largest product that fits.
pub(super) fn reduced_product(left: Ratio, right: Ratio) -> Option<Ratio> {
    let (left_over, right_under) = lowest_terms((left.0, right.1));
    let (right_over, left_under) = lowest_terms((right.0, left.1));
    plain_product((left_over, left_under), (right_over, right_under))
}
