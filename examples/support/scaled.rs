//! Shares as lengths of a picture.

use keqing::vocab::share::Share;

/// Returns a share in so many parts of the whole, rounded down.
pub(crate) fn scaled(share: Share, parts: u64) -> u64 {
    let whole = u128::from(share.whole()).max(1);
    let scaled = u128::from(share.part())
        .saturating_mul(u128::from(parts))
        .checked_div(whole);
    scaled
        .and_then(|scaled| u64::try_from(scaled).ok())
        .unwrap_or(parts)
}
