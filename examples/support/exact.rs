//! Exact numbers out of text.

use anyhow::{Context, Result};
use rust_decimal::Decimal;

/// Reads an exact amount: neither rounded, as a plain parse would do with too many digits, nor with
/// separators whose meaning differs from country to country.
pub(crate) fn amount(text: &str) -> Result<Decimal> {
    let plain = text
        .bytes()
        .all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b'-'));
    Decimal::from_str_exact(text)
        .ok()
        .filter(|_| plain)
        .with_context(|| format!("`{text}` is not an amount such as 1234.56, of at most 28 digits"))
}
