//! A share as a number for people: rounded, and never used for a decision.

use core::fmt;

use rust_decimal::Decimal;

use crate::vocab::share::Share;
use crate::vocab::wide::{next_digit, widening};

impl Share {
    /// Returns the share in percent, rounded half up to one decimal: for people, never for a
    /// decision.
    #[must_use]
    pub fn to_percent(self) -> Decimal {
        self.to_percent_at(1)
    }

    /// Returns the share in percent, rounded half up to a number of decimals.
    ///
    /// A larger share never yields the smaller number.
    pub(crate) fn to_percent_at(self, decimals: u32) -> Decimal {
        let scale = 10_u128.saturating_pow(decimals.saturating_add(2));
        let scaled = u128::from(self.part()).saturating_mul(scale);
        let half = u128::from(self.whole()) >> 1;
        let rounded = scaled
            .saturating_add(half)
            .checked_div(u128::from(self.whole()));
        scaled_down(rounded.unwrap_or_default(), decimals)
    }

    /// Returns the share in percent for a text, with at least so many decimals and at most six.
    ///
    /// A share beside nothing, half, four fifths or all is never written as one of them: 49.9999 % is not
    /// 50.0 %.
    pub(crate) fn to_percent_from(self, least: u32) -> Decimal {
        let is_told = |figure: &Decimal| {
            let exact = || Self::of_amounts(*figure, Decimal::ONE_HUNDRED);
            !is_landmark(*figure) || exact().is_ok_and(|share| share == self)
        };
        let figures = (least..=MOST_DECIMALS).map(|decimals| self.to_percent_at(decimals));
        figures
            .into_iter()
            .find(is_told)
            .unwrap_or_else(|| self.beside_a_landmark())
    }

    /// Returns the figure next to the landmark that the share nearly is.
    fn beside_a_landmark(self) -> Decimal {
        let figure = self.to_percent_at(MOST_DECIMALS);
        let is_below = Self::of_amounts(figure, Decimal::ONE_HUNDRED).is_ok_and(|mark| self < mark);
        let least = Decimal::new(1, MOST_DECIMALS);
        if is_below {
            figure.saturating_sub(least)
        } else {
            figure.saturating_add(least)
        }
    }

    /// Returns the percentage points that are missing to a larger share, rounded up to one decimal.
    ///
    /// The result is zero if nothing is missing.
    #[must_use]
    pub fn points_to(self, target: Self) -> Decimal {
        // Over the common denominator the gap is (t·w − p·tw) / (w·tw). Rounded up in tenths of a
        // point, by long division in two steps, so that no product leaves 128 bits.
        let gap = widening(target.part(), self.whole())
            .saturating_sub(widening(self.part(), target.whole()));
        let denominator = widening(self.whole(), target.whole());
        let mut remainder = gap;
        let mut quotient: u128 = 0;
        for _ in 0..3 {
            let (digit, rest) = next_digit(remainder, denominator);
            quotient = quotient.saturating_mul(10).saturating_add(digit);
            remainder = rest;
        }
        let rounded = if remainder == 0 {
            quotient
        } else {
            quotient.saturating_add(1)
        };
        scaled_down(rounded, 1)
    }
}

impl fmt::Display for Share {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} %", self.to_percent_from(1))
    }
}

/// Returns whether a percentage is nothing, half, four fifths or all: there lie the cuts of the documents.
fn is_landmark(percent: Decimal) -> bool {
    [0_u32, 50, 80, 100]
        .into_iter()
        .any(|mark| percent == Decimal::from(mark))
}

/// The most decimals with which a share is written.
const MOST_DECIMALS: u32 = 6;

fn scaled_down(value: u128, decimals: u32) -> Decimal {
    i64::try_from(value).map_or(Decimal::MAX, |value| Decimal::new(value, decimals))
}

#[cfg(test)]
mod tests {
    use alloc::string::ToString;

    use crate::vocab::share::Share;

    fn share(part: u64, whole: u64) -> Share {
        Share::new(part, whole).unwrap_or(Share::NONE)
    }

    #[test]
    fn no_share_is_written_as_a_landmark_that_it_is_not() {
        let table = [
            (1, 2, "50.0 %"),
            (1, 3, "33.3 %"),
            (0, 1, "0.0 %"),
            (499_999, 1_000_000, "49.9999 %"),
            (7999, 10_000, "79.99 %"),
            (5004, 10_000, "50.04 %"),
            (7002, 10_000, "70.0 %"),
            (8004, 10_000, "80.04 %"),
            (9995, 10_000, "99.95 %"),
            (1, 1_000_000, "0.0001 %"),
            (u64::MAX / 2, u64::MAX, "49.999999 %"),
            (u64::MAX / 2 + 1, u64::MAX, "50.000001 %"),
            (1, u64::MAX, "0.000001 %"),
            (u64::MAX - 1, u64::MAX, "99.999999 %"),
        ];
        for (part, whole, text) in table {
            assert_eq!(share(part, whole).to_string(), text);
        }
    }

    #[test]
    fn missing_points_are_rounded_up() {
        let table = [
            (468, "3.2"),
            (4999, "0.1"),
            (50, "0.0"),
            (60, "0.0"),
            (0, "50.0"),
        ];
        for (part, points) in table {
            let whole = if part == 468 {
                1000
            } else if part == 4999 {
                10_000
            } else {
                100
            };
            assert_eq!(
                share(part, whole).points_to(share(1, 2)).to_string(),
                points
            );
        }
        assert_eq!(
            Share::NONE.points_to(share(u64::MAX, u64::MAX)).to_string(),
            "100.0"
        );
    }
}
