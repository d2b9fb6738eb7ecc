//! The premium that the cost of leaving lets the customer bear (可容忍溢价: SWC-02).
//!
//! ```text
//! cost + PurchaseVolume           -> tolerated_premium -> FractionalMoney   the cost of leaving, per unit
//! premium + cost + PurchaseVolume -> price_gap         -> PriceGap          does the premium keep to it?
//! ```
//!
//! - *Looks at*: The switching cost, the units that the customer buys within the horizon, and the
//!   premium per unit.
//! - *Why*: Above the switching cost per unit, moving pays.
//! - *Breaks it*: A premium above that bound.
//! - *Keeps it*: A premium up to it, the bound included.
//! - *Rules*: SWC-02.
//!
//! # Examples
//!
//! A customer buys 400 units in each of 3 periods. Moving costs it 6000 EUR, which is 5 EUR per
//! unit.
//!
//! ```
//! use keqing::loyalty::premium::{GapStanding, PurchaseVolume, price_gap};
//! use keqing::vocab::known::Known;
//!
//! let volume = PurchaseVolume::new(400.into(), 3.try_into()?)?;
//! let found = price_gap("5.00 EUR".parse()?, Known::measured("6000 EUR".parse()?), &volume)?;
//! let gap = found.value().ok_or("no cost")?;
//! assert_eq!(gap.standing, GapStanding::Within);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod volume;

pub use volume::{PurchaseVolume, PurchaseVolumeError};

use alloc::boxed::Box;

use thiserror::Error;

use crate::form::{Several, every, record, several};
use crate::loyalty::cards::switching::SWC_02;
use crate::verdict::{Assessment, Bound, Evidence, Fact, Recorder};
use crate::vocab::known::{Grade, Known};
use crate::vocab::money::{FractionalMoney, FractionalMoneyError, Money, MoneyError, RoundingMode};
use crate::vocab::wide::power_of_ten;
use crate::vocab::words::words;

record! {
    /// The premium that a customer bears, and the standing of a given premium (可容忍差价).
    #[non_exhaustive]
    #[derive(Copy, Hash)]
    pub struct PriceGap {
        /// The premium per unit at which staying and moving cost the same.
        pub tolerated: FractionalMoney,
        /// The side of the tolerated premium on which the given one lies.
        pub standing: GapStanding,
    }
}

words! {
    /// The side of the tolerated premium on which a premium lies (差价位置), lower first.
    pub closed enum GapStanding {
        /// Moving costs as much as the premium or more: the premium is borne.
        Within = "within", "borne", "可以容忍", "可以容忍";
        /// Moving costs less than the premium: moving pays.
        Beyond = "beyond", "moving pays", "改换合算", "改換合算";
    }
}

/// Returns the highest premium per unit that a customer bears ([`SWC_02`]).
///
/// It is the switching cost divided by the units that the customer buys within the horizon. The
/// documents say only that the two rise together. A higher switching cost makes the premium larger.
/// A larger volume or a longer horizon makes it smaller.
///
/// # Errors
///
/// [`ToleratedPremiumError`] is returned when the cost is below zero or the exact quotient cannot be kept.
///
/// # Examples
///
/// An airline would have to train its mechanics again and buy new spare parts.
///
/// ```
/// use keqing::loyalty::premium::{PurchaseVolume, tolerated_premium};
/// use keqing::vocab::money::RoundingMode;
///
/// let ten_years = PurchaseVolume::new(3.into(), 10.try_into()?)?;
/// let premium = tolerated_premium("50000000 USD".parse()?, &ten_years)?;
/// assert_eq!(premium.round(RoundingMode::HalfEven)?.to_string(), "1666666.67 USD");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn tolerated_premium(
    cost: Money,
    volume: &PurchaseVolume,
) -> Result<FractionalMoney, ToleratedPremiumError> {
    check_cost(cost)?;
    let units = volume.per_period();
    // A decimal has at most 28 places, so there is such a power.
    let scale = power_of_ten(units.scale()).unwrap_or(i128::MAX);
    Ok(FractionalMoney::of(cost)
        .checked_mul(scale, units.mantissa())?
        .checked_mul(1, i128::from(volume.periods().get()))?)
}

/// Assesses the premium that a customer bears, and whether a premium per unit keeps to it
/// ([`SWC_02`]).
///
/// A premium that is exactly tolerated is borne. Then the customer cannot gain by moving, which
/// says nothing about a relationship: a premium borne only for the cost of leaving is lock-in. The
/// value is `None` if the switching cost is unknown. A guess of ours admits no premium: then it is
/// missing.
///
/// # Errors
///
/// [`ToleratedPremiumError`] is returned when an amount is below zero, the currencies differ, or the exact
/// quotient cannot be kept. It holds the error of every amount.
///
/// # Examples
///
/// ```
/// use keqing::loyalty::premium::{GapStanding, PurchaseVolume, price_gap};
/// use keqing::vocab::known::Known;
///
/// let volume = PurchaseVolume::new(400.into(), 3.try_into()?)?;
/// let cost = Known::measured("6000 EUR".parse()?);
/// let gap = price_gap("5.00 EUR".parse()?, cost, &volume)?.into_value().ok_or("no cost")?;
/// assert_eq!(gap.standing, GapStanding::Within);
/// let gap = price_gap("5.01 EUR".parse()?, cost, &volume)?.into_value().ok_or("no cost")?;
/// assert_eq!(gap.standing, GapStanding::Beyond);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn price_gap(
    premium: Money,
    cost: Known<Money>,
    volume: &PurchaseVolume,
) -> Result<Assessment<PriceGap>, ToleratedPremiumError> {
    let above = match premium.is_negative() {
        true => Err(ToleratedPremiumError::NegativePremium { given: premium }),
        false => Ok(()),
    };
    let cost_checks = cost.value().into_iter().flat_map(|cost| {
        let one_currency = premium.same_currency(*cost);
        [check_cost(*cost), one_currency.map_err(Into::into)]
    });
    every([above].into_iter().chain(cost_checks))?;
    Assessment::try_of(|r| consult(premium, cost, volume, r))
}

fn check_cost(cost: Money) -> Result<(), ToleratedPremiumError> {
    match cost.is_negative() {
        true => Err(ToleratedPremiumError::NegativeCost { given: cost }),
        false => Ok(()),
    }
}

/// SWC-02: the premium is within what the cost of switching lets the customer tolerate.
fn consult<R: Recorder>(
    premium: Money,
    cost: Known<Money>,
    volume: &PurchaseVolume,
    r: &mut R,
) -> Result<Option<PriceGap>, ToleratedPremiumError> {
    let Known::Given(given) = cost else {
        r.miss(&SWC_02, Fact::SwitchingCost);
        return Ok(None);
    };
    let tolerated = tolerated_premium(given.value, volume)?;
    let largest = largest_within(premium, tolerated)?;
    let within = FractionalMoney::of(premium).checked_cmp(tolerated)?.is_le();
    if within && given.grade < Grade::OWN_WORD {
        // A guess of ours admits no premium.
        r.require_grade(&SWC_02, Fact::SwitchingCost, cost);
        return Ok(None);
    }
    r.require(&SWC_02, within, || {
        Evidence::money(Fact::ToleratedPremium, largest, Bound::AtLeast, premium)
    });
    let standing = if within {
        GapStanding::Within
    } else {
        GapStanding::Beyond
    };
    Ok(Some(PriceGap {
        tolerated,
        standing,
    }))
}

/// Returned when a cost or a premium is below zero, or the premium cannot be kept exactly.
#[derive(Clone, Debug, Eq, Error, PartialEq)]
#[non_exhaustive]
pub enum ToleratedPremiumError {
    /// The exact quotient cannot be kept.
    #[error(transparent)]
    Fraction(#[from] FractionalMoneyError),
    /// The amounts are in two currencies.
    #[error(transparent)]
    Money(#[from] MoneyError),
    /// The cost is below zero.
    #[error("a switching cost is an amount from zero up, got {given}")]
    NegativeCost {
        /// The cost given.
        given: Money,
    },
    /// The premium is below zero.
    #[error("a premium per unit is an amount from zero up, got {given}")]
    NegativePremium {
        /// The premium given.
        given: Money,
    },
    /// Several amounts are at fault.
    #[error(transparent)]
    Several(Box<Several<Self>>),
}

several!(pub ToleratedPremiumError);

/// Returns the largest tolerated amount with the decimal places of the premium, or of its currency.
/// A premium keeps to the exact quotient if and only if it keeps to this amount. An amount with too
/// many digits has fewer places.
fn largest_within(
    premium: Money,
    tolerated: FractionalMoney,
) -> Result<Money, FractionalMoneyError> {
    let currency = premium.currency();
    let minor = currency.minor_units().unwrap_or_default();
    let most = premium.amount().scale().max(minor);
    (0..=most)
        .rev()
        .find_map(|places| tolerated.round_to_places(places, RoundingMode::Down).ok())
        .ok_or(FractionalMoneyError::OutOfRange { currency })
}

#[cfg(test)]
mod tests {
    use alloc::string::ToString;

    use rust_decimal::Decimal;

    use super::{GapStanding, ToleratedPremiumError, price_gap, tolerated_premium};
    use crate::loyalty::premium::volume::PurchaseVolume;
    use crate::verdict::{Bound, Evidence, Fact, Outcome};
    use crate::vocab::known::Known;
    use crate::vocab::money::Money;

    type Failure = alloc::boxed::Box<dyn core::error::Error>;

    const FINEST: &str = "0.0000000000000000000000000001 EUR";

    fn volume(per_period: &str, periods: u32) -> Result<PurchaseVolume, Failure> {
        let units = Decimal::from_str_exact(per_period).map_err(|_| "no decimal")?;
        Ok(PurchaseVolume::new(units, periods.try_into()?)?)
    }

    #[test]
    fn the_break_even_is_the_cost_by_the_units_of_the_horizon() -> Result<(), Failure> {
        let table = [
            ("6000 EUR", "400", 3, (5, 1)),
            ("6000 EUR", "400", 6, (5, 2)),
            ("6000 EUR", "800", 3, (5, 2)),
            ("12000 EUR", "400", 3, (10, 1)),
            ("1 EUR", "0.3", 1, (10, 3)),
            ("0 EUR", "1", 1, (0, 1)),
            ("0.01 EUR", "1", 4_294_967_295, (1, 429_496_729_500)),
        ];
        for (cost, units, periods, expected) in table {
            let found = tolerated_premium(cost.parse()?, &volume(units, periods)?)?;
            assert_eq!((found.numerator(), found.denominator()), expected, "{cost}");
        }
        Ok(())
    }

    #[test]
    fn a_premium_is_borne_up_to_the_exact_break_even() -> Result<(), Failure> {
        use GapStanding::{Beyond, Within};
        let table = [
            ("10 EUR", "3", "3.33 EUR", "3.33 EUR", Within),
            ("10 EUR", "3", "3.34 EUR", "3.33 EUR", Beyond),
            ("10 EUR", "3", "3.3333333 EUR", "3.3333333 EUR", Within),
            ("10 EUR", "3", "3.3333334 EUR", "3.3333333 EUR", Beyond),
            ("6000 EUR", "1200", "5 EUR", "5 EUR", Within),
            ("6000 EUR", "1200", "4.99 EUR", "5 EUR", Within),
            ("6000 EUR", "1200", "5.01 EUR", "5 EUR", Beyond),
            ("10 EUR", "0.001", FINEST, "10000 EUR", Within),
            ("0 EUR", "1", FINEST, "0 EUR", Beyond),
            ("0 EUR", "1", "0 EUR", "0 EUR", Within),
            ("0 EUR", "1", "0.01 EUR", "0 EUR", Beyond),
        ];
        for (cost, units, premium, largest, expected) in table {
            let found = price_gap(
                premium.parse()?,
                Known::customer_stated(cost.parse()?),
                &volume(units, 1)?,
            )?;
            let observed: Money = largest.parse()?;
            let evidence = found.findings().first().map(|finding| finding.evidence);
            let fact = Fact::ToleratedPremium;
            let expected_evidence =
                Evidence::money(fact, observed, Bound::AtLeast, premium.parse()?);
            assert_eq!(evidence, Some(expected_evidence), "{premium} of {cost}");
            assert_eq!(found.breaches("SWC-02".parse()?), expected == Beyond);
            assert_eq!(found.value().map(|gap| gap.standing), Some(expected));
        }
        Ok(())
    }

    #[test]
    fn a_guess_of_the_cost_admits_no_premium_and_still_refuses_one() -> Result<(), Failure> {
        let guess = Known::estimated("10 EUR".parse()?);
        for (premium, expected) in [
            ("3.33 EUR", Outcome::Missing(Fact::SwitchingCost)),
            ("3.34 EUR", Outcome::Breached),
        ] {
            let found = price_gap(premium.parse()?, guess, &volume("3", 1)?)?;
            let outcomes = found.findings().iter().map(|finding| finding.outcome);
            assert!(outcomes.eq([expected]), "{premium}");
            assert_eq!(found.value().is_some(), expected == Outcome::Breached);
        }
        Ok(())
    }

    #[test]
    fn an_unknown_cost_gives_no_value() -> Result<(), Failure> {
        let found = price_gap("5 EUR".parse()?, Known::Unknown, &volume("1", 1)?)?;
        assert_eq!(found.value(), None);
        let outcomes = found.findings().iter().map(|finding| finding.outcome);
        assert!(outcomes.eq([Outcome::Missing(Fact::SwitchingCost)]));
        Ok(())
    }

    #[test]
    fn amounts_that_cannot_be_are_refused() -> Result<(), Failure> {
        let (one, given) = (volume("1", 1)?, "-0.01 EUR".parse()?);
        let refused = tolerated_premium(given, &one).err();
        assert_eq!(refused, Some(ToleratedPremiumError::NegativeCost { given }));
        let cost = Known::measured("1 EUR".parse()?);
        let refused = price_gap(given, cost, &one).err();
        assert_eq!(
            refused,
            Some(ToleratedPremiumError::NegativePremium { given })
        );
        let mixed = price_gap("1 USD".parse()?, cost, &one).err();
        assert!(matches!(mixed, Some(ToleratedPremiumError::Money(_))));
        Ok(())
    }

    #[test]
    fn every_amount_that_cannot_be_is_refused() -> Result<(), Failure> {
        let (premium, cost) = ("-1 USD".parse()?, Known::measured("-2 EUR".parse()?));
        let refused = price_gap(premium, cost, &volume("1", 1)?).map_err(|error| error.to_string());
        let all = "a premium per unit is an amount from zero up, got -1 USD; \
            a switching cost is an amount from zero up, got -2 EUR; \
            -1 USD and -2 EUR are in different currencies, expected one currency";
        assert_eq!(refused.err().as_deref(), Some(all));
        Ok(())
    }
}
