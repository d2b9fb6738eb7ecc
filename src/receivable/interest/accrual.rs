use crate::calendar::day_count::YearFraction;
use crate::vocab::money::{FractionalMoney, FractionalMoneyError, Money, RoundingMode};
use crate::vocab::rate::Rate;
use crate::vocab::wide::{power_of_ten, wide_mul};

/// Multiplies balance, rate and part of a year, exactly.
#[inline]
pub(crate) fn accrue(
    balance: Money,
    rate: Rate,
    fraction: YearFraction,
) -> Result<FractionalMoney, FractionalMoneyError> {
    let (amount, yearly) = (balance.amount(), rate.fraction());
    let product = || {
        let numerator = wide_mul(
            wide_mul(amount.mantissa(), yearly.mantissa())?,
            i128::from(fraction.numerator()),
        )?;
        let scale = amount.scale().checked_add(yearly.scale())?;
        let denominator = wide_mul(power_of_ten(scale)?, i128::from(fraction.denominator()))?;
        Some((numerator, denominator))
    };
    match product() {
        Some((numerator, denominator)) => {
            FractionalMoney::new(numerator, denominator, balance.currency())
        }
        None => reduced(balance, rate, fraction),
    }
}

/// Does the same for amounts so long that they have to be put in lowest terms before each step.
#[cold]
fn reduced(
    balance: Money,
    rate: Rate,
    fraction: YearFraction,
) -> Result<FractionalMoney, FractionalMoneyError> {
    let yearly = rate.fraction().normalize();
    // A decimal has at most 28 places, so there is such a power.
    let parts = power_of_ten(yearly.scale()).unwrap_or(i128::MAX);
    FractionalMoney::of(balance)
        .checked_mul(yearly.mantissa(), parts)?
        .checked_mul(
            i128::from(fraction.numerator()),
            i128::from(fraction.denominator()),
        )
}

/// Rounds the interest of one counted day and multiplies it by the days.
pub(crate) fn accrue_daily(
    balance: Money,
    rate: Rate,
    fraction: YearFraction,
    mode: RoundingMode,
) -> Result<FractionalMoney, FractionalMoneyError> {
    let yearly = accrue(balance, rate, YearFraction::WHOLE)?;
    let daily = yearly
        .checked_mul(1, i128::from(fraction.denominator()))?
        .round(mode)?;
    FractionalMoney::of(daily.money()).checked_mul(i128::from(fraction.numerator()), 1)
}
