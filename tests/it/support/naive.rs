//! Second statements, slow and plain: digit by digit, quotient by quotient, word by word.

#![expect(
    clippy::arithmetic_side_effects,
    reason = "numbers of a test that stay far inside their types"
)]

use std::cmp::Ordering;

use keqing::vocab::share::Share;

/// A whole number of any size, as its decimal digits, the last one first.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Whole(Vec<u8>);

impl Whole {
    pub(crate) fn times(&self, other: &Self) -> Self {
        let mut sum = Self(Vec::new());
        for digit in other.0.iter().rev() {
            sum.0.insert(0, 0);
            for _ in 0..*digit {
                sum = sum.plus(self);
            }
        }
        sum.trimmed()
    }

    pub(crate) fn plus(&self, other: &Self) -> Self {
        let mut digits = Vec::new();
        let mut carry = 0;
        for place in 0..self.0.len().max(other.0.len()) {
            let of = |number: &Self| number.0.get(place).copied().unwrap_or(0);
            let sum = of(self) + of(other) + carry;
            digits.push(sum % 10);
            carry = sum / 10;
        }
        digits.push(carry);
        Self(digits).trimmed()
    }

    fn trimmed(mut self) -> Self {
        while self.0.last() == Some(&0) {
            self.0.pop();
        }
        self
    }
}

impl From<u64> for Whole {
    fn from(number: u64) -> Self {
        let digits = number.to_string().into_bytes();
        Self(digits.iter().rev().map(|digit| digit - b'0').collect()).trimmed()
    }
}

impl Ord for Whole {
    fn cmp(&self, other: &Self) -> Ordering {
        let length = self.0.len().cmp(&other.0.len());
        length.then_with(|| self.0.iter().rev().cmp(other.0.iter().rev()))
    }
}

impl PartialOrd for Whole {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// Compares two fractions by Euclid's quotients, without a product.
pub(crate) fn compare(left: (u64, u64), right: (u64, u64)) -> Ordering {
    let ((a, b), (c, d)) = (left, right);
    (a / b).cmp(&(c / d)).then_with(|| match (a % b, c % d) {
        (0, 0) => Ordering::Equal,
        (0, _) => Ordering::Less,
        (_, 0) => Ordering::Greater,
        (one, other) => compare((d, other), (b, one)),
    })
}

/// Returns whether one share is larger than another and a margin of so many parts of a unit together.
pub(crate) fn exceeds(share: Share, other: Share, margin: u64, unit: u64) -> bool {
    let [part, whole, other_part, other_whole, margin, unit] = [
        share.part(),
        share.whole(),
        other.part(),
        other.whole(),
        margin,
        unit,
    ]
    .map(Whole::from);
    // part ÷ whole > other_part ÷ other_whole + margin ÷ unit, over the product of all three.
    let left = part.times(&other_whole).times(&unit);
    let right = other_part.times(&unit).plus(&margin.times(&other_whole));
    left > right.times(&whole)
}

/// The sum of shares is all: over the product of all wholes, so for few and small ones only.
pub(crate) fn sum_to_one(shares: impl IntoIterator<Item = Share>) -> bool {
    let (mut part, mut whole) = (Whole::from(0), Whole::from(1));
    for share in shares {
        let (one, of) = (Whole::from(share.part()), Whole::from(share.whole()));
        part = part.times(&of).plus(&one.times(&whole));
        whole = whole.times(&of);
    }
    part == whole
}
