use rust_decimal::Decimal;

use crate::calendar::day_count::YearFraction;
use crate::receivable::discount::error::DiscountError;
use crate::receivable::instalment::AmountRounding;
use crate::receivable::instalment::ratio::{ratio_of, share_of};
use crate::vocab::money::rounding::round_quotient;
use crate::vocab::money::{FractionalMoney, RoundedMoney, RoundingMode};
use crate::vocab::rate::Rate;
use crate::vocab::share::Share;

/// Returns the yearly cost of forgoing a discount, as a rate of interest (放弃折扣的年化成本).
///
/// The interest is on the amount that could have been paid early. Let d be the discount and t the
/// part of a year by which the payment is early. The rate is d / (1 - d) / t. It is exact until it
/// is rounded, and without compounding.
///
/// # Examples
///
/// A discount of 2 % in 10 days, net 30, is not taken.
///
/// ```
/// use keqing::calendar::day_count::YearFraction;
/// use keqing::receivable::discount::effective_annual_cost;
/// use keqing::vocab::money::RoundingMode;
/// use keqing::vocab::share::Share;
///
/// let two = Share::percent(2)?;
/// let cost = |year| effective_annual_cost(two, YearFraction::new(20, year)?, 4, RoundingMode::HalfUp)
///     .map_err(Box::<dyn std::error::Error>::from);
/// assert_eq!(cost(360)?.to_string(), "36.73 % per year");
/// assert_eq!(cost(365)?.to_string(), "37.24 % per year");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
///
/// - [`DiscountError::NoTime`] is returned unless the payment is early by some time.
/// - [`DiscountError::Whole`] is returned when the discount leaves nothing.
/// - [`DiscountError::Rate`] is returned when the cost is no [`Rate`].
/// - [`DiscountError::TooFine`] is returned when the numbers are too long.
pub fn effective_annual_cost(
    discount: Share,
    early_by: YearFraction,
    places: u32,
    mode: RoundingMode,
) -> Result<Rate, DiscountError> {
    if early_by.is_zero() || early_by.is_negative() {
        return Err(DiscountError::NoTime);
    }
    let left = discount.whole().saturating_sub(discount.part());
    if left == 0 {
        return Err(DiscountError::Whole { discount });
    }
    let units = || {
        let numerator = i128::from(discount.part())
            .checked_mul(early_by.denominator().into())?
            .checked_mul(10_i128.checked_pow(places)?)?;
        let denominator = i128::from(left).checked_mul(early_by.numerator().into())?;
        let units = round_quotient(numerator, denominator, mode)?;
        Decimal::try_from_i128_with_scale(units, places).ok()
    };
    Ok(Rate::per_year(units().ok_or(DiscountError::TooFine)?)?)
}

/// Returns the joint discount of several in a row (连续折扣), each on the amount that the others leave.
///
/// # Examples
///
/// ```
/// use keqing::receivable::discount::chained_discount;
/// use keqing::vocab::share::Share;
///
/// let both = chained_discount([Share::percent(2)?, Share::percent(1)?])?;
/// assert_eq!(both, Share::new(298, 10_000)?);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
///
/// [`DiscountError::TooFine`] is returned when the exact discount does not fit a [`Share`].
pub fn chained_discount(
    discounts: impl IntoIterator<Item = Share>,
) -> Result<Share, DiscountError> {
    let all = ratio_of(Share::ALL)?;
    let left = discounts.into_iter().try_fold(all, |left, discount| {
        let rest = discount.whole().saturating_sub(discount.part());
        left.checked_mul(rest.into(), discount.whole().into())
            .map_err(|_| DiscountError::TooFine)
    })?;
    share_of(all.checked_sub(left)?).ok_or(DiscountError::TooFine)
}

/// Returns the tax on an amount that a discount has reduced (折后计税).
///
/// An invoice states it under
/// [`TaxTreatment::AlwaysReduced`](crate::receivable::discount::TaxTreatment::AlwaysReduced). The
/// rate is the tax as a share of the amount. A fixed tax comes on top, undiscounted.
///
/// # Examples
///
/// ```
/// use keqing::receivable::discount::reduced_tax;
/// use keqing::receivable::instalment::AmountRounding;
/// use keqing::vocab::share::Share;
///
/// let (rate, discount) = (Share::percent(15)?, Share::percent(10)?);
/// let tax = reduced_tax("1000 EUR".parse()?, rate, discount, AmountRounding::standard())?;
/// assert_eq!(tax, "135 EUR".parse()?);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
///
/// [`DiscountError::Amount`] is returned when the tax has too many digits, or is rounded to a
/// multiple in another currency.
pub fn reduced_tax(
    untaxed: RoundedMoney,
    rate: Share,
    discount: Share,
    rounding: AmountRounding,
) -> Result<RoundedMoney, DiscountError> {
    let rest = discount.whole().saturating_sub(discount.part());
    let tax = FractionalMoney::of(untaxed.money())
        .checked_mul(rest.into(), discount.whole().into())?
        .checked_mul(rate.part().into(), rate.whole().into())?;
    Ok(rounding.apply(tax)?)
}

#[cfg(test)]
mod tests {
    use alloc::string::{String, ToString};

    use super::{chained_discount, effective_annual_cost};
    use crate::calendar::day_count::YearFraction;
    use crate::vocab::money::RoundingMode;
    use crate::vocab::share::{Share, ShareError};

    fn cost(part: u64, whole: u64, days: i64, year: i64) -> String {
        let (Ok(share), Ok(time)) = (Share::new(part, whole), YearFraction::new(days, year)) else {
            panic!("{part}/{whole} in {days}/{year} of the test")
        };
        effective_annual_cost(share, time, 4, RoundingMode::HalfUp)
            .map_or_else(|error| error.to_string(), |rate| rate.to_string())
    }

    #[test]
    fn a_cost_per_year_is_the_discount_on_what_is_left() {
        // 2/98 x 365/20, 1/99 x 365/20, 1/2 x 1.
        assert_eq!(cost(2, 100, 20, 365), "37.24 % per year");
        assert_eq!(cost(1, 100, 20, 365), "18.43 % per year");
        assert_eq!(cost(1, 3, 365, 365), "50 % per year");
        assert_eq!(cost(0, 1, 20, 365), "0 % per year");
    }

    #[test]
    fn a_cost_that_cannot_be_is_refused() {
        let message = "paid early by no time, expected a part of a year above zero";
        assert_eq!(cost(2, 100, 0, 365), message);
        assert_eq!(cost(2, 100, -1, 365), message);
        let message = "a discount of 100.0 % leaves nothing to pay, expected less";
        assert_eq!(cost(1, 1, 20, 365), message);
        let message = "36400 % per year is out of range, expected -10000 % to 10000 %";
        assert_eq!(cost(364, 365, 1, 1), message);
        let message = "discounts too fine for the result to be kept exactly";
        assert_eq!(cost(u64::MAX - 1, u64::MAX, 1, i64::MAX), message);
    }

    #[test]
    fn discounts_in_a_chain_are_each_on_what_is_left() -> Result<(), ShareError> {
        let (two, one) = (Share::percent(2)?, Share::percent(1)?);
        assert_eq!(chained_discount([]), Ok(Share::NONE));
        assert_eq!(chained_discount([two]), Ok(two));
        assert_eq!(chained_discount([two, one]), Ok(Share::new(298, 10_000)?));
        assert_eq!(chained_discount([two, one]), chained_discount([one, two]));
        assert_eq!(chained_discount([two, Share::ALL]), Ok(Share::ALL));
        let finest = Share::new(1, u64::MAX)?;
        assert_eq!(
            chained_discount([finest, finest, finest]).map_err(|error| error.to_string()),
            Err("discounts too fine for the result to be kept exactly".into())
        );
        Ok(())
    }
}
