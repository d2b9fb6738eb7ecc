use alloc::boxed::Box;

use thiserror::Error;

use crate::form::{Several, every, several};
use crate::loyalty::cards::switching::SWC_08;
use crate::verdict::{Assessment, Bound, Evidence, Fact, Recorder};
use crate::vocab::known::Known;
use crate::vocab::money::{Money, MoneyError};

/// Returns the worth of another supplier's offer to the customer ([`SWC_08`]).
///
/// It is the benefit of the offer, less the cost of the risk of its capacity and service. If
/// nothing is left of the benefit, a finding says that the offer is not worth pursuing, also if there
/// was none from the start. The value is `None` if the cost of the risk is unknown: it never counts as
/// zero.
///
/// # Errors
///
/// [`RiskCostError`] is returned when the cost is below zero or the two amounts do not go together.
/// It holds both errors if both are there.
///
/// # Examples
///
/// ```
/// use keqing::loyalty::risk::risk_adjusted_benefit;
/// use keqing::vocab::known::Known;
///
/// let cheaper = "20000 CNY".parse()?;
/// let found = risk_adjusted_benefit(cheaper, Known::Unknown)?;
/// assert_eq!(found.value(), None);
///
/// let found = risk_adjusted_benefit(cheaper, Known::estimated("26000 CNY".parse()?))?;
/// assert_eq!(found.value().map(|left| left.to_string()).as_deref(), Some("-6000 CNY"));
/// assert!(found.breaches("SWC-08".parse()?));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn risk_adjusted_benefit(
    benefit: Money,
    risk_cost: Known<Money>,
) -> Result<Assessment<Money>, RiskCostError> {
    Assessment::try_of(|r| {
        let Some(given) = risk_cost.value().copied() else {
            let nothing = Money::zero(benefit.currency());
            // No cost makes an offer worth pursuing that brings nothing.
            match benefit.checked_cmp(nothing)?.is_gt() {
                true => r.miss(&SWC_08, Fact::RiskAdjustedBenefit),
                false => r.refuse(&SWC_08, || {
                    Evidence::money(Fact::RiskAdjustedBenefit, benefit, Bound::MoreThan, nothing)
                }),
            }
            return Ok(None);
        };
        let above = match given.is_negative() {
            true => Err(RiskCostError::Negative { given }),
            false => Ok(()),
        };
        every([above, benefit.same_currency(given).map_err(Into::into)])?;
        let left = benefit.checked_sub(given)?;
        let nothing = Money::zero(left.currency());
        let pays = left.checked_cmp(nothing)?.is_gt();
        r.require(&SWC_08, pays, || {
            Evidence::money(Fact::RiskAdjustedBenefit, left, Bound::MoreThan, nothing)
        });
        Ok(Some(left))
    })
}

/// Returned when a cost of risk is below zero or in another currency.
#[derive(Clone, Debug, Eq, Error, PartialEq)]
#[non_exhaustive]
pub enum RiskCostError {
    /// The amounts do not go together.
    #[error(transparent)]
    Money(#[from] MoneyError),
    /// The cost is below zero.
    #[error("a cost of risk is an amount from zero up, got {given}")]
    Negative {
        /// The cost given.
        given: Money,
    },
    /// The cost is at fault for several reasons.
    #[error(transparent)]
    Several(Box<Several<Self>>),
}

several!(pub RiskCostError);

#[cfg(test)]
mod tests {
    use alloc::string::ToString;

    use super::{RiskCostError, risk_adjusted_benefit};
    use crate::vocab::known::Known;

    type Failure = alloc::boxed::Box<dyn core::error::Error>;

    #[test]
    fn a_benefit_pays_as_long_as_something_is_left() -> Result<(), Failure> {
        let table = [
            ("100 EUR", "0 EUR", "100 EUR", true),
            ("100 EUR", "99.99 EUR", "0.01 EUR", true),
            ("100 EUR", "100 EUR", "0 EUR", false),
            ("100 EUR", "100.01 EUR", "-0.01 EUR", false),
            ("-5 EUR", "0 EUR", "-5 EUR", false),
        ];
        for (benefit, cost, left, pays) in table {
            let found = risk_adjusted_benefit(benefit.parse()?, Known::estimated(cost.parse()?))?;
            assert_eq!(found.breaches("SWC-08".parse()?), !pays, "{cost}");
            assert_eq!(found.into_value(), Some(left.parse()?));
        }
        Ok(())
    }

    #[test]
    fn an_offer_that_brings_nothing_is_refused_whatever_its_risk() -> Result<(), Failure> {
        for (benefit, is_refused) in [("0.01 EUR", false), ("0 EUR", true), ("-5 EUR", true)] {
            let found = risk_adjusted_benefit(benefit.parse()?, Known::Unknown)?;
            assert_eq!(found.breaches("SWC-08".parse()?), is_refused, "{benefit}");
            assert_eq!(found.value(), None);
        }
        Ok(())
    }

    #[test]
    fn amounts_that_cannot_be_are_refused() -> Result<(), Failure> {
        let given = "-1 EUR".parse()?;
        let below = risk_adjusted_benefit("5 EUR".parse()?, Known::measured(given)).err();
        assert_eq!(below, Some(RiskCostError::Negative { given }));
        let mixed = risk_adjusted_benefit("5 USD".parse()?, Known::measured("1 EUR".parse()?));
        let message = mixed.map_err(|error| error.to_string()).err();
        assert!(message.is_some_and(|message| message.contains("different currencies")));
        Ok(())
    }

    #[test]
    fn a_cost_below_zero_in_another_currency_is_refused_twice() -> Result<(), Failure> {
        let refused = risk_adjusted_benefit("5 USD".parse()?, Known::measured("-1 EUR".parse()?));
        let both = "a cost of risk is an amount from zero up, got -1 EUR; \
            5 USD and -1 EUR are in different currencies, expected one currency";
        assert_eq!(
            refused.map_err(|error| error.to_string()).err().as_deref(),
            Some(both)
        );
        Ok(())
    }
}
