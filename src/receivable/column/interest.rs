use chrono::{Datelike, NaiveDate};

use crate::calendar::day_count::DayCount;
use crate::receivable::column::{ColumnError, OpenColumns};
use crate::vocab::money::RoundingMode;
use crate::vocab::money::rounding::round_quotient;
use crate::vocab::rate::Rate;
use crate::vocab::ratio::lowest_terms;
use crate::vocab::wide::power_of_ten;

/// Simple interest at one rate on one day, made ready for many invoices (批量单利).
///
/// Rate and day count are put into one fraction in lowest terms: 12 % by ACT/365F is 3/9125 a day.
/// Each row is then a product and a quotient of whole numbers, rounded once.
///
/// # Examples
///
/// ```
/// use chrono::NaiveDate;
/// use keqing::calendar::day_count::DayCount;
/// use keqing::receivable::column::{OpenColumns, SimpleInterest};
/// use keqing::vocab::money::RoundingMode;
///
/// let date = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).ok_or("no such date");
/// let due = [date(2024, 1, 31)?, date(2024, 3, 31)?];
/// let units = [100_000_00, 500_00];
/// let interest =
///     SimpleInterest::new("12 % per year".parse()?, DayCount::Actual365Fixed, RoundingMode::HalfEven, date(2024, 3, 1)?)?;
///
/// let mut charged = [0; 2];
/// let total = interest.fill(OpenColumns::new(&due, &units)?, &mut charged)?;
/// assert_eq!(charged, [986_30, 0]); // thirty days late, and not yet due
/// assert_eq!(total, 986_30);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct SimpleInterest {
    as_of: i32,
    mode: RoundingMode,
    /// Interest of one unit on one day, in lowest terms.
    numerator: i64,
    denominator: u64,
    /// 2⁶⁴ divided by the denominator, rounded down: a division by it becomes a multiplication.
    reciprocal: u64,
    rounding: Bias,
}

impl SimpleInterest {
    /// Makes the interest of one day from a rate and a day count.
    ///
    /// # Errors
    ///
    /// [`ColumnError::DayCount`] is returned unless the day count is one of actual days over a
    /// fixed year. [`ColumnError::Rate`] is returned when the rate has too many digits.
    pub fn new(
        rate: Rate,
        day_count: DayCount,
        mode: RoundingMode,
        as_of: NaiveDate,
    ) -> Result<Self, ColumnError> {
        let year: i128 = match day_count {
            DayCount::Actual360 => 360,
            DayCount::Actual365Fixed => 365,
            given => return Err(ColumnError::DayCount { given }),
        };
        let fraction = rate.fraction().normalize();
        let parts = || {
            let denominator = power_of_ten(fraction.scale())?.checked_mul(year)?;
            let (numerator, denominator) = lowest_terms((fraction.mantissa(), denominator));
            let numerator = i64::try_from(numerator).ok()?;
            let denominator = u64::try_from(denominator).ok()?;
            // Short enough for a numerator and its bias to be a u64 together.
            (denominator < 1 << 62).then_some((numerator, denominator))
        };
        let (numerator, denominator) = parts().ok_or(ColumnError::Rate { given: rate })?;
        // A denominator of one would need 2⁶⁴ itself; one less is within the correction below.
        let reciprocal = (1_u128 << 64).checked_div(u128::from(denominator));
        let reciprocal = reciprocal.and_then(|quotient| u64::try_from(quotient).ok());
        Ok(Self {
            as_of: as_of.num_days_from_ce(),
            mode,
            numerator,
            denominator,
            reciprocal: reciprocal.unwrap_or(u64::MAX),
            rounding: Bias::new(mode, denominator),
        })
    }

    /// Returns the interest of one invoice in smallest units, zero before it is late. It is `None`
    /// if it has more digits than a count of units.
    #[must_use]
    #[inline]
    pub fn units(&self, due: NaiveDate, units: i64) -> Option<i64> {
        let late = self.as_of.saturating_sub(due.num_days_from_ce()).max(0);
        let product = i64::from(late)
            .checked_mul(self.numerator)
            .and_then(|daily| daily.checked_mul(units));
        match product {
            Some(numerator) => self.quotient(numerator),
            None => self.wide(late, units),
        }
    }

    /// Writes the interest of every row into a buffer of the same length and returns the total.
    ///
    /// # Errors
    ///
    /// [`ColumnError::Lengths`] is returned when the buffer has another length.
    /// [`ColumnError::OutOfRange`] is returned when the interest of a row is no count of units. It
    /// names the row.
    pub fn fill(&self, open: OpenColumns<'_>, charged: &mut [i64]) -> Result<i128, ColumnError> {
        if open.len() != charged.len() {
            return Err(ColumnError::Lengths {
                expected: open.len(),
                given: charged.len(),
            });
        }
        let mut total = 0_i128;
        for (row, ((due, units), out)) in open.rows().zip(charged).enumerate() {
            *out = self
                .units(due, units)
                .ok_or(ColumnError::OutOfRange { row })?;
            // A sum of 64-bit counts cannot leave 128 bits before memory ends.
            total = total.saturating_add(i128::from(*out));
        }
        Ok(total)
    }

    /// Divides by the denominator and rounds, with a multiplication in place of the division and
    /// without a branch on the amount.
    #[inline]
    fn quotient(&self, numerator: i64) -> Option<i64> {
        let negative = numerator < 0;
        let biased = numerator
            .unsigned_abs()
            .checked_add(self.rounding.of(negative))?;
        let product = u128::from(biased).checked_mul(u128::from(self.reciprocal))?;
        let estimate = u64::try_from(product >> 64).ok()?;
        // The estimate is at most one too small.
        let rest = biased.wrapping_sub(estimate.wrapping_mul(self.denominator));
        let quotient = estimate.wrapping_add(u64::from(rest >= self.denominator));
        let whole = rest == 0 || rest == self.denominator;
        let to_even = self.rounding.ties_to_even && whole && quotient & 1 == 1;
        let rounded = i64::try_from(quotient.wrapping_sub(u64::from(to_even))).ok()?;
        Some(if negative {
            rounded.wrapping_neg()
        } else {
            rounded
        })
    }

    /// Does the same in wider integers, for amounts that need them.
    #[cold]
    fn wide(&self, late: i32, units: i64) -> Option<i64> {
        let numerator = i128::from(late)
            .checked_mul(i128::from(self.numerator))?
            .checked_mul(i128::from(units))?;
        let quotient = round_quotient(numerator, i128::from(self.denominator), self.mode)?;
        i64::try_from(quotient).ok()
    }
}

/// The amount added to the size of a numerator so that a truncating division rounds in a mode.
///
/// With half a denominator added, a tie becomes a whole quotient. Rounding to even then takes one
/// less if that is odd.
/// that is odd.
#[derive(Clone, Copy, Debug)]
struct Bias {
    positive: u64,
    negative: u64,
    ties_to_even: bool,
}

impl Bias {
    const fn new(mode: RoundingMode, denominator: u64) -> Self {
        let most = denominator.saturating_sub(1);
        let (positive, negative) = match mode {
            RoundingMode::Ceiling => (most, 0),
            RoundingMode::Down => (0, 0),
            RoundingMode::Floor => (0, most),
            RoundingMode::HalfDown => (most / 2, most / 2),
            RoundingMode::HalfEven | RoundingMode::HalfUp => (denominator / 2, denominator / 2),
            RoundingMode::Up => (most, most),
        };
        Self {
            positive,
            negative,
            // An odd denominator has no ties.
            ties_to_even: matches!(mode, RoundingMode::HalfEven) && denominator % 2 == 0,
        }
    }

    #[inline]
    const fn of(self, negative: bool) -> u64 {
        if negative {
            self.negative
        } else {
            self.positive
        }
    }
}

#[cfg(test)]
#[expect(
    clippy::arithmetic_side_effects,
    reason = "a test that panics fails, which is its purpose"
)]
mod tests {
    use alloc::string::ToString;

    use chrono::NaiveDate;

    use super::SimpleInterest;
    use crate::calendar::day_count::DayCount;
    use crate::receivable::column::{ColumnError, OpenColumns};
    use crate::vocab::money::RoundingMode;
    use crate::vocab::rate::Rate;

    fn date(day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2024, 1, day).unwrap_or(NaiveDate::MIN)
    }

    fn rate(text: &str) -> Rate {
        text.parse().unwrap_or(Rate::ZERO)
    }

    #[track_caller]
    fn gives(given: (&str, RoundingMode), units: i64, days: u32, expected: Option<i64>) {
        let (percent, mode) = given;
        let interest = SimpleInterest::new(
            rate(percent),
            DayCount::Actual365Fixed,
            mode,
            date(1 + days),
        );
        let interest = interest.map(|interest| interest.units(date(1), units));
        assert_eq!(interest, Ok(expected));
    }

    #[test]
    fn ties_go_where_the_mode_says() {
        // 0.05 % a day: one day on 10.00 is half a cent, on 30.00 one and a half.
        let daily = "18.25 % per year";
        gives((daily, RoundingMode::HalfEven), 1_000, 1, Some(0));
        gives((daily, RoundingMode::HalfEven), 3_000, 1, Some(2));
        gives((daily, RoundingMode::HalfEven), -3_000, 1, Some(-2));
        gives((daily, RoundingMode::HalfUp), 1_000, 1, Some(1));
        gives((daily, RoundingMode::HalfDown), 3_000, 1, Some(1));
        gives((daily, RoundingMode::Floor), -1_000, 1, Some(-1));
    }

    #[test]
    fn long_amounts_fall_back_to_wider_integers() {
        // Ten days at 365 % are ten hundredths of the amount.
        let whole = "365 % per year";
        let most = i64::MAX;
        gives(
            (whole, RoundingMode::Down),
            most,
            10,
            Some(922_337_203_685_477_580),
        );
        gives(
            (whole, RoundingMode::Down),
            most,
            30,
            Some(2_767_011_611_056_432_742),
        );
        gives(("10000 % per year", RoundingMode::Down), most, 30, None);
    }

    #[test]
    fn rows_that_cannot_be_are_named() {
        let interest = |percent, day_count| {
            SimpleInterest::new(rate(percent), day_count, RoundingMode::Up, date(31))
        };
        let wide = interest("10000 % per year", DayCount::Actual365Fixed);
        let (due, units) = ([date(1); 2], [0, i64::MAX]);
        let filled = wide.and_then(|wide| wide.fill(OpenColumns::new(&due, &units)?, &mut [0; 2]));
        assert_eq!(filled, Err(ColumnError::OutOfRange { row: 1 }));
        let message = |percent, day_count| {
            let refused = interest(percent, day_count).map_err(|error| error.to_string());
            refused.err().unwrap_or_default()
        };
        assert_eq!(
            message("1 % per year", DayCount::ThirtyE360),
            "the day count 30E/360 has no single denominator, expected ACT/360 or ACT/365F for columns"
        );
        let (kept, refused) = ("0.0000000001 % per year", "0.00000000000000001 % per year");
        assert_eq!(message(kept, DayCount::Actual360), "");
        assert_eq!(
            message(refused, DayCount::Actual360),
            "the rate 0.00000000000000001 % per year has too many digits for columns, expected at most 12 decimal places"
        );
    }
}
