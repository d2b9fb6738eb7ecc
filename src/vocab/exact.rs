//! Decimal arithmetic and reading that refuse if `rust_decimal` would round silently.

use alloc::string::String;

use rust_decimal::Decimal;
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serializer};

use crate::form::{Described, Form, Shape, check_by, repeated};
use crate::vocab::wide::power_of_ten;

/// Adds two decimals; returns `None` if the exact sum is not a `Decimal`.
pub(crate) fn sum(left: Decimal, right: Decimal) -> Option<Decimal> {
    aligned_sum(left, right).or_else(|| aligned_sum(left.normalize(), right.normalize()))
}

/// Multiplies two decimals; returns `None` if the exact product is not a `Decimal`.
pub(crate) fn product(left: Decimal, right: Decimal) -> Option<Decimal> {
    plain_product(left, right).or_else(|| plain_product(left.normalize(), right.normalize()))
}

/// Reads a decimal such as `-12.50`; returns `None` if the text is none or has too many digits.
pub(crate) fn parse(text: &str) -> Option<Decimal> {
    let plain = text
        .bytes()
        .all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b'-'));
    Decimal::from_str_exact(text).ok().filter(|_| plain)
}

/// Removes the sign of a zero, so that `-0.00` is never printed.
pub(crate) const fn unsigned_zero(value: Decimal) -> Decimal {
    if value.is_zero() {
        Decimal::from_parts(0, 0, 0, false, value.scale())
    } else {
        value
    }
}

/// Writes a decimal as a string, for `#[serde(with = "…")]`.
pub(crate) fn serialize<S: Serializer>(value: &Decimal, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(value)
}

/// Reads a decimal from a string, for `#[serde(with = "…")]`.
///
/// `rust_decimal::serde::str` is not used because it rounds a text of too many digits.
pub(crate) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Decimal, D::Error> {
    let text = String::deserialize(deserializer)?;
    parse(&text).ok_or_else(|| {
        D::Error::custom(format_args!(
            "`{}` is not a decimal, expected digits such as `12.50`, at most 28 of them",
            repeated(&text)
        ))
    })
}

impl crate::form::Toured for Decimal {}

impl Described for Decimal {
    const FORM: &'static Form =
        &Form::new("Decimal", Shape::Decimal).checked(|tree| check_by(tree, deserialize));
}

fn aligned_sum(left: Decimal, right: Decimal) -> Option<Decimal> {
    let scale = left.scale().max(right.scale());
    let units = units_at(left, scale)?.checked_add(units_at(right, scale)?)?;
    from_units(units, scale)
}

fn plain_product(left: Decimal, right: Decimal) -> Option<Decimal> {
    let units = left.mantissa().checked_mul(right.mantissa())?;
    from_units(units, left.scale().checked_add(right.scale())?)
}

fn units_at(value: Decimal, scale: u32) -> Option<i128> {
    let factor = power_of_ten(scale.checked_sub(value.scale())?)?;
    value.mantissa().checked_mul(factor)
}

fn from_units(mut units: i128, mut scale: u32) -> Option<Decimal> {
    loop {
        if let Ok(value) = Decimal::try_from_i128_with_scale(units, scale) {
            return Some(value);
        }
        if scale == 0 || units % 10 != 0 {
            return None;
        }
        units /= 10;
        scale = scale.checked_sub(1)?;
    }
}

#[cfg(test)]
mod tests {
    use rust_decimal::Decimal;

    use super::{parse, product, sum};

    const LARGEST: &str = "79228162514264337593543950335";
    const LONG_ZERO: &str = "0.0000000000000000000000000000";
    const LONG_ONE: &str = "1.0000000000000000000000000000";

    fn decimal(text: &str) -> Decimal {
        let Some(value) = parse(text) else {
            panic!("`{text}` of the test")
        };
        value
    }

    #[track_caller]
    fn gives(result: Option<Decimal>, expected: Option<&str>) {
        // Compared as text: `Decimal` calls 1.0 and 1.00 equal.
        assert_eq!(
            result.map(|value| alloc::format!("{value}")).as_deref(),
            expected
        );
    }

    #[test]
    fn a_sum_keeps_the_finer_scale() {
        gives(sum(decimal("12.50"), decimal("0.005")), Some("12.505"));
        gives(sum(decimal("12.50"), decimal("-12.50")), Some("0.00"));
    }

    #[test]
    fn a_sum_is_exact_or_refused() {
        gives(sum(decimal(LARGEST), decimal("0")), Some(LARGEST));
        gives(sum(decimal(LARGEST), decimal("0.00")), Some(LARGEST));
        gives(sum(decimal(LARGEST), decimal(LONG_ZERO)), Some(LARGEST));
        gives(sum(decimal(LARGEST), decimal("1")), None);
        gives(sum(decimal(LARGEST), decimal("0.1")), None);
        let padded = "7922816251426433759354395033.0";
        gives(
            sum(decimal(padded), decimal("0.5")),
            Some("7922816251426433759354395033.5"),
        );
        let finest = decimal("0.0000000000000000000000000001");
        gives(sum(decimal("10"), finest), None);
        gives(
            sum(decimal("7"), finest),
            Some("7.0000000000000000000000000001"),
        );
    }

    #[test]
    fn a_product_is_exact_or_refused() {
        gives(product(decimal("12.50"), decimal("0.08")), Some("1.0000"));
        gives(product(decimal(LARGEST), decimal("1")), Some(LARGEST));
        gives(product(decimal(LARGEST), decimal("1.0")), Some(LARGEST));
        gives(product(decimal(LARGEST), decimal(LONG_ONE)), Some(LARGEST));
        gives(product(decimal(LARGEST), decimal("2")), None);
        let finest = decimal("0.0000000000000000000000000001");
        gives(product(finest, decimal("0.1")), None);
        gives(
            product(finest, decimal("10.0")),
            Some("0.0000000000000000000000000010"),
        );
    }

    #[test]
    fn a_text_is_read_exactly_or_refused() {
        for refused in ["", ".", "-", "1_000", "+1", "1e3", " 1", "1,5", "NaN"] {
            gives(parse(refused), None);
        }
        gives(
            parse("0.0000000000000000000000000001"),
            Some("0.0000000000000000000000000001"),
        );
        gives(parse("-0.00"), Some("0.00"));
        gives(parse("0.00000000000000000000000000001"), None);
        gives(parse(LARGEST), Some(LARGEST));
        gives(parse("79228162514264337593543950336"), None);
        gives(parse("7.00000000000000000000000000001"), None);
    }
}
