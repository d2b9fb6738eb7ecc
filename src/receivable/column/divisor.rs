use crate::vocab::money::RoundingMode;

/// A denominator with a rounding mode, made ready to divide many numbers.
///
/// A division becomes a multiplication by m = ⌈2⁶⁴⁺ˢ ÷ d⌉ and a shift by 64 + s, with 2ˢ < d ≤ 2ˢ⁺¹.
/// The product is less than 2⁻⁶⁴⁻ˢ × d × n above the quotient, so no number below 2⁶³ is misled.
#[derive(Clone, Copy, Debug)]
pub(super) struct Divisor {
    denominator: u64,
    factor: u64,
    shift: u32,
    positive: u64,
    negative: u64,
    ties_to_even: bool,
}

impl Divisor {
    /// Makes a divisor of a denominator above zero and below 2⁶².
    pub(super) fn new(denominator: u64, mode: RoundingMode) -> Self {
        let (positive, negative) = biases(mode, denominator);
        let less_one = denominator.saturating_sub(1);
        let Some(shift) = less_one.checked_ilog2() else {
            // The factor of one would be 2⁶⁴. One less takes one off, which the bias gives back.
            return Self {
                denominator,
                factor: u64::MAX,
                shift: 0,
                positive: 1,
                negative: 1,
                ties_to_even: false,
            };
        };
        let power = 1_u128.checked_shl(shift.saturating_add(64));
        let factor = power.map(|power| power.div_ceil(u128::from(denominator)));
        Self {
            denominator,
            factor: factor.map_or(u64::MAX, |factor| factor as u64),
            shift,
            positive,
            negative,
            // An odd denominator has no ties.
            ties_to_even: matches!(mode, RoundingMode::HalfEven) && denominator % 2 == 0,
        }
    }

    pub(super) const fn denominator(self) -> u64 {
        self.denominator
    }

    /// Returns whether a tie has to be looked for.
    pub(super) const fn ties_to_even(self) -> bool {
        self.ties_to_even
    }

    /// Returns the amount added to the size of a number so that cutting off rounds it.
    #[inline]
    pub(super) const fn bias(self, is_negative: bool) -> u64 {
        if is_negative {
            self.negative
        } else {
            self.positive
        }
    }

    /// Divides a number to which its bias was added, and which is below 2⁶³.
    ///
    /// With half a denominator added, a tie is a whole quotient. Rounding to even then takes one
    /// less if that is odd.
    #[inline]
    pub(super) const fn divide<const TIES: bool>(self, biased: u64) -> u64 {
        let product = (biased as u128).wrapping_mul(self.factor as u128);
        let quotient = (product >> 64) as u64 >> (self.shift % 64);
        if TIES {
            let is_whole = quotient.wrapping_mul(self.denominator) == biased;
            quotient.wrapping_sub(is_whole as u64 & quotient)
        } else {
            quotient
        }
    }
}

const fn biases(mode: RoundingMode, denominator: u64) -> (u64, u64) {
    let most = denominator.saturating_sub(1);
    match mode {
        RoundingMode::Ceiling => (most, 0),
        RoundingMode::Down => (0, 0),
        RoundingMode::Floor => (0, most),
        RoundingMode::HalfDown => (most / 2, most / 2),
        RoundingMode::HalfEven | RoundingMode::HalfUp => (denominator / 2, denominator / 2),
        RoundingMode::Up => (most, most),
    }
}

#[cfg(test)]
mod tests {
    use super::Divisor;
    use crate::vocab::money::RoundingMode;

    #[test]
    fn every_number_below_its_range_is_divided_exactly() {
        let most = (1_u64 << 63) - 1;
        let powers = (0..62).map(|power| 1_u64 << power);
        let near = powers.flat_map(|power| [power.max(2) - 1, power, power + 1]);
        for denominator in near.chain([9_125, 2_000, 36_500, 1_000_000_007]) {
            let divisor = Divisor::new(denominator, RoundingMode::Down);
            let bias = divisor.bias(false);
            let quotients = (0..64).map(|shift| (most >> shift) / denominator);
            for multiple in quotients.map(|quotient| quotient * denominator) {
                for number in [multiple.saturating_sub(1), multiple, multiple + 1] {
                    let biased = number + bias;
                    if biased <= most {
                        let expected = number / denominator;
                        assert_eq!(
                            divisor.divide::<false>(biased),
                            expected,
                            "{number} by {denominator}"
                        );
                    }
                }
            }
        }
    }

    #[test]
    fn only_a_tie_goes_to_the_even_quotient() {
        for denominator in [2, 4, 10, 2_000] {
            let divisor = Divisor::new(denominator, RoundingMode::HalfEven);
            assert!(divisor.ties_to_even());
            for number in 0..denominator * 5 {
                let (quotient, rest) = (number / denominator, number % denominator);
                let up = rest * 2 > denominator || (rest * 2 == denominator && quotient % 2 == 1);
                let told = divisor.divide::<true>(number + divisor.bias(false));
                assert_eq!(told, quotient + u64::from(up), "{number} by {denominator}");
            }
        }
        assert!(!Divisor::new(9_125, RoundingMode::HalfEven).ties_to_even());
        assert!(!Divisor::new(2_000, RoundingMode::HalfUp).ties_to_even());
    }
}
