//! Shares and the margins between them.

use crate::vocab::share::{Points, Share};
use crate::vocab::wide::{greatest_common_divisor, wide_product};

impl Share {
    /// Returns whether this share is larger than another by more than a margin.
    ///
    /// # Examples
    ///
    /// ```
    /// use keqing::vocab::share::{Points, Share};
    ///
    /// let one_point = Points::percent(1);
    /// assert!(!Share::percent(51)?.exceeds(Share::percent(50)?, one_point));
    /// assert!(Share::percent(52)?.exceeds(Share::percent(50)?, one_point));
    /// # Ok::<(), keqing::vocab::share::ShareError>(())
    /// ```
    #[must_use]
    pub fn exceeds(self, other: Self, margin: Points) -> bool {
        let unit = u128::from(Points::UNIT);
        // self > other + margin, over the common denominator other.whole × unit: at most 2^79.
        let raised = u128::from(other.part())
            .saturating_mul(unit)
            .saturating_add(u128::from(margin.count()).saturating_mul(u128::from(other.whole())));
        let denominator = u128::from(other.whole()).saturating_mul(unit);
        wide_product(denominator, self.part()) > wide_product(raised, self.whole())
    }

    /// Returns the share that is larger by a margin, at most all of the whole.
    ///
    /// It is exact if it fits two 64-bit integers, and the nearest share below if it does not.
    pub(crate) fn raised(self, margin: Points) -> Self {
        let unit = u128::from(Points::UNIT);
        let whole = u128::from(self.whole()).saturating_mul(unit);
        let more = u128::from(margin.count()).saturating_mul(u128::from(self.whole()));
        let part = u128::from(self.part()).saturating_mul(unit);
        let part = part.saturating_add(more).min(whole);
        let divisor = greatest_common_divisor(part, whole).max(1);
        let reduced = |value: u128| value.checked_div(divisor).unwrap_or_default();
        // What is left of a whole beyond 64 bits is shifted out of both numbers.
        let excess = 64_u32.saturating_sub(reduced(whole).leading_zeros());
        let fitting = |value: u128| u64::try_from(reduced(value).wrapping_shr(excess)).ok();
        let raised = fitting(part).zip(fitting(whole));
        raised.map_or(Self::ALL, |(part, whole)| {
            Self::new(part, whole).unwrap_or(Self::ALL)
        })
    }
}

#[cfg(test)]
mod tests {
    use alloc::string::ToString;

    use crate::vocab::share::{Points, Share};

    fn share(part: u64, whole: u64) -> Share {
        Share::new(part, whole).unwrap_or(Share::NONE)
    }

    #[test]
    fn a_margin_is_exceeded_only_beyond_it() {
        let table = [
            (51, 50, 1, false),
            (52, 50, 1, true),
            (50, 50, 0, false),
            (100, 0, 100, false),
            (1, 0, 0, true),
        ];
        for (left, right, margin, expected) in table {
            let (left, right) = (share(left, 100), share(right, 100));
            assert_eq!(
                left.exceeds(right, Points::percent(margin)),
                expected,
                "{left} {right} {margin}"
            );
        }
        assert!(
            share(u64::MAX, u64::MAX).exceeds(share(u64::MAX / 2, u64::MAX), Points::percent(49))
        );
    }

    #[test]
    fn a_raised_share_is_larger_by_the_margin() {
        for (part, whole, margin, expected) in [
            (50, 100, 1, share(51, 100)),
            (1, 3, 10, share(13, 30)),
            (995, 1000, 1, Share::ALL),
            (0, 7, 0, Share::NONE),
        ] {
            let raised = share(part, whole).raised(Points::percent(margin));
            assert_eq!(raised, expected, "{part}/{whole}");
        }
        let fine = share(u64::MAX / 3, u64::MAX).raised(Points::percent(1));
        assert_eq!(fine.to_string(), "34.3 %");
    }
}
