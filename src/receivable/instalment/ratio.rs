//! Sums and products of shares: pure numbers, kept as amounts of no currency.

use crate::vocab::money::{Currency, FractionalMoney, FractionalMoneyError};
use crate::vocab::share::Share;

/// Returns a share as a pure number.
pub(crate) fn ratio_of(share: Share) -> Result<FractionalMoney, FractionalMoneyError> {
    FractionalMoney::new(share.part().into(), share.whole().into(), Currency::XXX)
}

/// Returns a pure number as a share; `None` below zero, above one or if its parts are too long.
pub(crate) fn share_of(ratio: FractionalMoney) -> Option<Share> {
    let part = u64::try_from(ratio.numerator()).ok()?;
    let whole = u64::try_from(ratio.denominator()).ok()?;
    Share::new(part, whole).ok()
}
