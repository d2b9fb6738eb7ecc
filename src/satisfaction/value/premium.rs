use alloc::boxed::Box;

use thiserror::Error;

use crate::form::{Several, every, several};
use crate::satisfaction::cards::value::VAL_05;
use crate::verdict::{Bound, Fact, Reading, Recorder, Verdict};
use crate::vocab::known::Known;
use crate::vocab::money::{Money, MoneyError};

/// Judges whether a premium may be asked for ([`VAL_05`]).
///
/// The gain of the offer above the alternative has to cover the premium; equality covers it. The
/// gain has to be the customer's own word or a measurement. A guess of ours may refuse the premium
/// and never admits it. A premium of zero needs no gain.
///
/// # Errors
///
/// [`PremiumError`] is returned when the premium is below zero, and when the two amounts are in two
/// currencies. It holds both errors if both are there.
///
/// # Examples
///
/// ```
/// use keqing::satisfaction::value::judge_premium;
/// use keqing::verdict::Decision;
/// use keqing::vocab::known::Known;
///
/// let premium = "1200.00 CNY".parse()?;
/// let said = |gain: &str| gain.parse().map(Known::customer_stated);
/// assert_eq!(judge_premium(premium, said("1200.00 CNY")?)?.decision(), Decision::Permit);
/// assert_eq!(judge_premium(premium, said("1199.99 CNY")?)?.decision(), Decision::Deny);
///
/// let guess = Known::estimated("5000.00 CNY".parse()?);
/// assert_eq!(judge_premium(premium, guess)?.decision(), Decision::Undecided);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn judge_premium(premium: Money, gain: Known<Money>) -> Result<Verdict, PremiumError> {
    let above = match premium.is_negative() {
        true => Err(PremiumError::Negative { given: premium }),
        false => Ok(()),
    };
    let one_currency = match gain.value() {
        Some(gain) => premium.same_currency(*gain),
        None => Ok(()),
    };
    every([above, one_currency.map_err(Into::into)])?;
    Ok(Verdict::of(|r| consult(premium, gain, r)))
}

/// Returned when a premium is below zero or in another currency.
#[derive(Clone, Debug, Eq, Error, PartialEq)]
#[non_exhaustive]
pub enum PremiumError {
    /// The premium and the gain are in two currencies.
    #[error(transparent)]
    Currency(#[from] MoneyError),
    /// The premium is below zero.
    #[error("a premium is not below zero, got {given}")]
    Negative {
        /// The premium given.
        given: Money,
    },
    /// The premium is at fault for several reasons.
    #[error(transparent)]
    Several(Box<Several<Self>>),
}

several!(pub PremiumError);

fn consult<R: Recorder>(premium: Money, gain: Known<Money>, r: &mut R) {
    if premium.is_zero() {
        r.pass_over(&VAL_05, Fact::ValueGain);
        return;
    }
    r.open(
        &VAL_05,
        Fact::ValueGain,
        gain,
        |gain| gain.amount() >= premium.amount(),
        |gain| Reading::money(gain, Bound::AtLeast, premium),
    );
}

#[cfg(test)]
mod tests {
    use alloc::string::ToString;

    use super::{PremiumError, judge_premium};
    use crate::satisfaction::sample::Failure;
    use crate::verdict::Decision;
    use crate::vocab::known::Known;
    use crate::vocab::money::Money;

    fn money(text: &str) -> Result<Money, Failure> {
        Ok(text.parse()?)
    }

    #[test]
    fn a_premium_is_covered_to_the_cent() -> Result<(), Failure> {
        use Decision::{Deny, Permit, Undecided};
        let premium = money("100.00 EUR")?;
        for (gain, decision) in [
            (Known::measured(money("99.99 EUR")?), Deny),
            (Known::measured(money("100 EUR")?), Permit),
            (Known::customer_stated(money("100.01 EUR")?), Permit),
            (Known::measured(money("-5 EUR")?), Deny),
            (Known::estimated(money("100 EUR")?), Undecided),
            (Known::estimated(money("99.99 EUR")?), Deny),
            (Known::Unknown, Undecided),
        ] {
            let verdict = judge_premium(premium, gain)?;
            assert_eq!(verdict.decision(), decision, "{gain}");
            assert_eq!(verdict.findings().len(), 1, "{gain}");
        }
        let none = judge_premium(money("0 EUR")?, Known::Unknown)?;
        assert_eq!(none.decision(), Permit);
        Ok(())
    }

    #[test]
    fn a_negative_premium_and_two_currencies_are_refused() -> Result<(), Failure> {
        let given = money("-0.01 EUR")?;
        let refused = judge_premium(given, Known::Unknown).err();
        assert_eq!(refused, Some(PremiumError::Negative { given }));
        let dollars = Known::measured(money("100 USD")?);
        let refused = judge_premium(money("1 EUR")?, dollars).err();
        assert!(matches!(refused, Some(PremiumError::Currency(_))));
        Ok(())
    }

    #[test]
    fn a_negative_premium_hides_no_second_currency() -> Result<(), Failure> {
        let gain = Known::measured(money("1 USD")?);
        let refused = judge_premium(money("-1 EUR")?, gain).map_err(|error| error.to_string());
        let both = "a premium is not below zero, got -1 EUR; \
            -1 EUR and 1 USD are in different currencies, expected one currency";
        assert_eq!(refused.err().as_deref(), Some(both));
        Ok(())
    }
}
