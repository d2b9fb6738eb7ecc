use chrono::NaiveDate;

use crate::calendar::day_count::DayCount;
use crate::receivable::column::divisor::Divisor;
use crate::receivable::column::due::{CHUNK, DueColumn, Today};
use crate::receivable::column::{ColumnError, OpenColumns};
use crate::vocab::money::RoundingMode;
use crate::vocab::money::rounding::round_quotient;
use crate::vocab::rate::Rate;
use crate::vocab::ratio::lowest_terms;
use crate::vocab::time::Days;
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
    as_of: Today,
    mode: RoundingMode,
    /// Interest of one unit on one day, in lowest terms.
    numerator: i64,
    denominator: Divisor,
    /// The most days for which interest is earned, if there is such a limit.
    most: Option<u32>,
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
            (denominator < DENOMINATORS).then_some((numerator, denominator))
        };
        let (numerator, denominator) = parts().ok_or(ColumnError::Rate { given: rate })?;
        Ok(Self {
            as_of: Today::new(as_of),
            mode,
            numerator,
            denominator: Divisor::new(denominator, mode),
            most: None,
        })
    }

    /// Sets the number of days after the due date for which interest is earned at all, as
    /// [`InterestPolicy`](crate::receivable::interest::InterestPolicy::with_running_for) does.
    #[must_use]
    pub fn with_running_for(self, days: Days) -> Self {
        let most = Some(days.count());
        Self { most, ..self }
    }

    /// Returns the interest of one invoice in smallest units, zero before it is late. It is `None`
    /// if it has more digits than a count of units.
    #[must_use]
    #[inline]
    pub fn units(&self, due: NaiveDate, units: i64) -> Option<i64> {
        let late = self.as_of.days_late(due);
        self.late(self.most.map_or(late, |most| late.min(most)), units)
    }

    /// Writes the interest of every row into a buffer of the same length and returns the total.
    ///
    /// # Errors
    ///
    /// [`ColumnError::Lengths`] is returned when the buffer has another length.
    /// [`ColumnError::OutOfRange`] is returned when the interest of a row is no count of units. It
    /// names the row.
    pub fn fill(&self, open: OpenColumns<'_>, charged: &mut [i64]) -> Result<i128, ColumnError> {
        let (expected, given) = (open.len(), charged.len());
        if expected != given {
            return Err(ColumnError::Lengths { expected, given });
        }
        let (today, units) = (self.as_of, open.units);
        match open.due {
            DueColumn::Dates(due) => {
                self.fill_chunks(due, units, charged, |due, late| today.dates_late(due, late))
            }
            DueColumn::Days { days, zero } => {
                self.fill_chunks(days, units, charged, |due, late| {
                    today.numbers_late(zero, due, late)
                })
            }
        }
    }

    fn fill_chunks<D>(
        &self,
        due: &[D],
        units: &[i64],
        charged: &mut [i64],
        days_late: impl Fn(&[D], &mut [u32; CHUNK]) -> u32,
    ) -> Result<i128, ColumnError> {
        let mut late = [0; CHUNK];
        let mut total = 0_i128;
        let rows = due.chunks(CHUNK).zip(units.chunks(CHUNK));
        let firsts = (0_usize..).step_by(CHUNK);
        for ((first, (due, units)), charged) in firsts.zip(rows).zip(charged.chunks_mut(CHUNK)) {
            let mut longest = days_late(due, &mut late);
            if let Some(most) = self.most {
                longest = longest.min(most);
                late.iter_mut().for_each(|days| *days = (*days).min(most));
            }
            // A sum of 64-bit counts cannot leave 128 bits before memory ends.
            total = total.wrapping_add(match self.chunk(longest, &late, units, charged) {
                Some(sum) => i128::from(sum),
                None => self.row_by_row(first, &late, units, charged)?,
            });
        }
        Ok(total)
    }

    /// Charges the rows of a chunk and adds them up. It is `None` if they may not fit 64 bits.
    #[inline]
    fn chunk(
        &self,
        longest: u32,
        late: &[u32; CHUNK],
        units: &[i64],
        charged: &mut [i64],
    ) -> Option<i64> {
        let bits = units.iter().fold(0, |bits, units| bits | units);
        let is_signed = bits < 0;
        let largest = if is_signed {
            // The sizes of negative numbers are one above the bits in which they differ from -1.
            let bits = units
                .iter()
                .fold(0, |bits, units| bits | (units ^ (units >> 63)));
            bits.unsigned_abs().saturating_add(1)
        } else {
            bits.unsigned_abs()
        };
        let denominator = self.denominator.denominator();
        // At most 96 bits times 64.
        let product = u128::from(longest)
            .wrapping_mul(u128::from(self.numerator.unsigned_abs()))
            .checked_mul(u128::from(largest))?;
        let fits_rounded = product >> 62 == 0;
        let fits_added_up = product <= u128::from(denominator) << CHARGE_BITS;
        if !fits_rounded || !fits_added_up {
            return None;
        }
        Some(match (is_signed, self.denominator.ties_to_even()) {
            (false, false) => self.fast::<false, false>(late, units, charged),
            (false, true) => self.fast::<false, true>(late, units, charged),
            (true, false) => self.fast::<true, false>(late, units, charged),
            (true, true) => self.fast::<true, true>(late, units, charged),
        })
    }

    /// Does the same without a check, for amounts of which none is negative unless they are signed.
    #[inline]
    fn fast<const SIGNED: bool, const TIES: bool>(
        &self,
        late: &[u32; CHUNK],
        units: &[i64],
        charged: &mut [i64],
    ) -> i64 {
        let divisor = self.denominator;
        let numerator = self.numerator.unsigned_abs();
        let is_reversed = self.numerator < 0;
        let mut sum = 0_i64;
        for ((late, units), charged) in late.iter().zip(units).zip(charged) {
            let (size, is_negative) = if SIGNED {
                (units.unsigned_abs(), is_reversed != (*units < 0))
            } else {
                (*units as u64, is_reversed)
            };
            let product = size.wrapping_mul(u64::from(*late)).wrapping_mul(numerator);
            let biased = product.wrapping_add(divisor.bias(is_negative));
            let quotient = divisor.divide::<TIES>(biased) as i64;
            *charged = if is_negative {
                quotient.wrapping_neg()
            } else {
                quotient
            };
            sum = sum.wrapping_add(*charged);
        }
        sum
    }

    #[cold]
    fn row_by_row(
        &self,
        first: usize,
        late: &[u32; CHUNK],
        units: &[i64],
        charged: &mut [i64],
    ) -> Result<i128, ColumnError> {
        let mut total = 0_i128;
        for (row, ((late, units), charged)) in late.iter().zip(units).zip(charged).enumerate() {
            let row = first.wrapping_add(row);
            *charged = self
                .late(*late, *units)
                .ok_or(ColumnError::OutOfRange { row })?;
            total = total.wrapping_add(i128::from(*charged));
        }
        Ok(total)
    }

    /// Returns the interest of one invoice that is so many days late.
    #[inline]
    fn late(&self, days: u32, units: i64) -> Option<i64> {
        let product = i64::from(days)
            .checked_mul(self.numerator)
            .and_then(|daily| daily.checked_mul(units));
        product
            .and_then(|product| self.quotient(product))
            .or_else(|| self.wide(days, units))
    }

    /// Divides by the denominator and rounds; `None` if the number is too large for that.
    #[inline]
    fn quotient(&self, product: i64) -> Option<i64> {
        let (divisor, is_negative) = (self.denominator, product < 0);
        let biased = product
            .unsigned_abs()
            .checked_add(divisor.bias(is_negative))
            .filter(|biased| biased >> 63 == 0)?;
        let quotient = if divisor.ties_to_even() {
            divisor.divide::<true>(biased)
        } else {
            divisor.divide::<false>(biased)
        };
        let quotient = i64::try_from(quotient).ok()?;
        Some(if is_negative {
            quotient.wrapping_neg()
        } else {
            quotient
        })
    }

    /// Does the same in wider integers, for amounts that need them.
    #[cold]
    fn wide(&self, days: u32, units: i64) -> Option<i64> {
        let numerator = i128::from(days)
            .checked_mul(i128::from(self.numerator))?
            .checked_mul(i128::from(units))?;
        let denominator = i128::from(self.denominator.denominator());
        let quotient = round_quotient(numerator, denominator, self.mode)?;
        i64::try_from(quotient).ok()
    }
}

/// The denominators whose biases can be added to a product of 62 bits.
const DENOMINATORS: u64 = 1 << 62;

/// The bits of a charge for which a whole chunk adds up in 64 bits, each rounded up.
const CHARGE_BITS: u32 = 53;

const _: () = assert!(
    CHUNK.ilog2() + CHARGE_BITS < 63,
    "a chunk of charges adds up"
);

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
