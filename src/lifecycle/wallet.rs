//! Our share of a customer's purchases, stated or estimated (钱包份额: LIF-02).
//!
//! ```text
//! our sales + all its purchases   -> ShareOfWallet::new                  the exact share, or no demand at all
//! our rank among the suppliers    -> ShareOfWallet::estimate_from_rank   an estimate, and marked as one
//! ```
//!
//! - *Looks at*: The customer's purchases from us and from everybody, in one period and category.
//! - *Why*: The share sets the band of the stage. An estimated share never suffices for the
//!   strategic stage.
//! - *Breaks it*: A part above the whole.
//! - *Keeps it*: Two amounts of one period and category.
//! - *Rules*: LIF-02.
//!
//! # Examples
//!
//! A customer bought for 542,243.38, and 374,414.98 of it from us. Another one ranks us first of two.
//!
//! ```
//! use keqing::lifecycle::wallet::ShareOfWallet;
//! use keqing::vocab::known::Grade;
//! use rust_decimal::Decimal;
//!
//! let stated = ShareOfWallet::new(Decimal::new(374_414_98, 2), Decimal::new(542_243_38, 2))?;
//! assert_eq!(stated.share().map(|share| share.to_string()), Some("69.0 %".into()));
//!
//! let ranked = ShareOfWallet::estimate_from_rank(2, 0, 0)?;
//! assert_eq!(ranked.grade(), Some(Grade::Estimated));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use alloc::string::{String, ToString};

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::form::{Described, Form, Shape, Tree, Variant, value_of};
use crate::vocab::known::Known;
use crate::vocab::share::{Amounts, Share, ShareError};

/// Our share of a customer's purchases in a period and category (采购份额), or no demand (LIF-02,
/// LIF-03).
///
/// A customer without any demand has no share: it is neither zero nor unknown. In JSON a share of
/// `0` in `0` is no demand too.
///
/// # Examples
///
/// ```
/// use keqing::lifecycle::wallet::ShareOfWallet;
/// use keqing::vocab::share::Share;
/// use rust_decimal::Decimal;
///
/// let ours = Decimal::new(374_414_98, 2);
/// let total = Decimal::new(542_243_38, 2);
/// assert_eq!(ShareOfWallet::new(ours, total)?.share().map(|share| share.to_string()), Some("69.0 %".into()));
/// assert_eq!(ShareOfWallet::new(Decimal::ZERO, Decimal::ZERO)?, ShareOfWallet::NoDemand);
/// # Ok::<(), keqing::vocab::share::ShareError>(())
/// ```
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, PartialEq, Serialize)]
#[expect(
    clippy::exhaustive_enums,
    reason = "there is a demand in the period or there is none"
)]
#[serde(rename_all = "kebab-case", try_from = "Written")]
pub enum ShareOfWallet {
    /// The customer bought nothing of the category in the period, from anybody.
    NoDemand,
    /// Our part of the customer's purchases.
    Of(Share),
}

/// The share as it is written, with its amounts as they are.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
enum Written {
    NoDemand,
    Of(Amounts),
}

impl TryFrom<Written> for ShareOfWallet {
    type Error = ShareError;

    fn try_from(written: Written) -> Result<Self, ShareError> {
        match written {
            Written::NoDemand => Ok(Self::NoDemand),
            Written::Of(Amounts { part, whole }) => Self::new(part, whole),
        }
    }
}

impl crate::form::Toured for ShareOfWallet {}

impl Described for ShareOfWallet {
    const FORM: &'static Form = &Form::new(
        "ShareOfWallet",
        Shape::Choice(&[
            Variant::new(
                "no-demand",
                &["The customer bought nothing of the category in the period, from anybody."],
                None,
            ),
            Variant::new(
                "of",
                &["Our part of the customer's purchases; 0 of 0 is no demand."],
                Some(&const { Amounts::FORM.checked(check_part) }),
            ),
        ]),
    )
    .meaning(&[
        "Our share of a customer's purchases in a period and category (采购份额), or no demand.",
    ]);
}

/// Checks the amounts of a share as its constructor does.
fn check_part(tree: &Tree) -> Result<(), String> {
    let Amounts { part, whole } = value_of(tree)?;
    let share = ShareOfWallet::new(part, whole);
    share.map(drop).map_err(|error| error.to_string())
}

impl From<Share> for ShareOfWallet {
    fn from(share: Share) -> Self {
        Self::Of(share)
    }
}

impl From<Known<Share>> for Known<ShareOfWallet> {
    fn from(share: Known<Share>) -> Self {
        share.map(ShareOfWallet::Of)
    }
}

impl ShareOfWallet {
    /// Makes the share of our sales in all the customer's purchases, in one currency or unit.
    ///
    /// If both amounts are zero, the result is [`NoDemand`](Self::NoDemand).
    ///
    /// # Errors
    ///
    /// The errors of [`Share::of_amounts`] are returned, unless both amounts are zero.
    pub fn new(ours: Decimal, total: Decimal) -> Result<Self, ShareError> {
        if ours.is_zero() && total.is_zero() {
            return Ok(Self::NoDemand);
        }
        Share::of_amounts(ours, total).map(Self::Of)
    }

    /// Estimates the share from our rank among the customer's suppliers, by the wallet allocation
    /// rule.
    ///
    /// The rule is `(1 − rank ÷ (n + 1)) × 2 ÷ n` for `n` suppliers, with the average rank on ties.
    /// `better` suppliers rank before us and `tied` others rank the same. The result is graded
    /// [`Estimated`](crate::vocab::known::Grade::Estimated). With two suppliers or more it stays
    /// below 80 %.
    ///
    /// # Errors
    ///
    /// [`EstimateShareError`] is returned when the suppliers named are more than there are.
    ///
    /// # Examples
    ///
    /// ```
    /// use keqing::lifecycle::wallet::ShareOfWallet;
    /// use keqing::vocab::known::Known;
    /// use keqing::vocab::share::Share;
    ///
    /// let first_of_two = ShareOfWallet::estimate_from_rank(2, 0, 0)?;
    /// assert_eq!(first_of_two, Known::estimated(ShareOfWallet::Of(Share::new(2, 3)?)));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn estimate_from_rank(
        suppliers: u32,
        better: u32,
        tied: u32,
    ) -> Result<Known<Self>, EstimateShareError> {
        let refused = EstimateShareError {
            suppliers,
            better,
            tied,
        };
        let (n, ahead, level) = (u64::from(suppliers), u64::from(better), u64::from(tied));
        if ahead.saturating_add(level) >= n {
            return Err(refused);
        }
        // The average rank is better + 1 + tied/2, which makes the share (2(n − better) − tied) / (n(n + 1)).
        let part = n
            .saturating_sub(ahead)
            .saturating_mul(2)
            .saturating_sub(level);
        let whole = n.saturating_mul(n.saturating_add(1));
        let share = Share::new(part, whole).map_err(|_| refused)?;
        Ok(Known::estimated(Self::Of(share)))
    }

    /// Returns the share, or `None` if there was no demand.
    #[must_use]
    #[inline]
    pub const fn share(self) -> Option<Share> {
        match self {
            Self::NoDemand => None,
            Self::Of(share) => Some(share),
        }
    }
}

/// Returned when more suppliers are named than there are.
#[derive(Clone, Copy, Debug, Eq, Error, PartialEq)]
#[error("{better} better and {tied} tied suppliers leave no place for us among {suppliers}")]
pub struct EstimateShareError {
    suppliers: u32,
    better: u32,
    tied: u32,
}

#[cfg(test)]
mod tests {
    use super::ShareOfWallet;
    use crate::vocab::known::Known;
    use crate::vocab::share::Share;

    fn estimate(suppliers: u32, better: u32, tied: u32) -> Option<Share> {
        let known = ShareOfWallet::estimate_from_rank(suppliers, better, tied).ok()?;
        known.value().and_then(|wallet| wallet.share())
    }

    #[test]
    fn the_estimate_follows_the_rank() {
        let table = [
            (1, 0, 0, Some((1, 1))),
            (2, 0, 0, Some((2, 3))),
            (2, 1, 0, Some((1, 3))),
            (2, 0, 1, Some((1, 2))),
            (3, 0, 1, Some((5, 12))),
            (3, 2, 0, Some((1, 6))),
            (0, 0, 0, None),
            (2, 1, 1, None),
            (2, 2, 0, None),
        ];
        for (suppliers, better, tied, expected) in table {
            let expected = expected.and_then(|(part, whole)| Share::new(part, whole).ok());
            assert_eq!(
                estimate(suppliers, better, tied),
                expected,
                "{suppliers} {better} {tied}"
            );
        }
    }

    #[test]
    fn with_two_suppliers_or_more_no_rank_reaches_eighty_percent() {
        let eighty = Share::percent(80).ok();
        for suppliers in 2..200 {
            assert!(estimate(suppliers, 0, 0) < eighty, "{suppliers}");
        }
    }

    #[test]
    fn the_estimates_of_all_ranks_make_one_wallet() {
        for suppliers in 1..60_u32 {
            let whole = u64::from(suppliers) * (u64::from(suppliers) + 1);
            let parts: u64 = (0..suppliers)
                .filter_map(|better| estimate(suppliers, better, 0))
                .map(|share| share.part() * whole / share.whole())
                .sum();
            assert_eq!(parts, whole);
        }
    }

    #[test]
    fn nothing_of_nothing_is_no_demand() {
        let read = |json: &str| serde_json::from_str::<ShareOfWallet>(json).ok();
        let of = |part, whole| Share::new(part, whole).ok().map(ShareOfWallet::Of);
        for (json, expected) in [
            (r#""no-demand""#, Some(ShareOfWallet::NoDemand)),
            (r#"{"of": "0/0"}"#, Some(ShareOfWallet::NoDemand)),
            (
                r#"{"of": {"part": "0.00", "whole": "0"}}"#,
                Some(ShareOfWallet::NoDemand),
            ),
            (r#"{"of": "0 %"}"#, of(0, 1)),
            (r#"{"of": "46.8 %"}"#, of(468, 1000)),
            (r#"{"of": {"part": "1", "whole": "0"}}"#, None),
            (r#"{"of": "1/0"}"#, None),
            (r#"{"of": 0.468}"#, None),
        ] {
            assert_eq!(read(json), expected, "{json}");
        }
    }

    #[test]
    fn an_estimate_is_graded_as_one() {
        assert_eq!(
            ShareOfWallet::estimate_from_rank(1, 0, 0),
            Ok(Known::estimated(ShareOfWallet::Of(Share::ALL)))
        );
    }
}
