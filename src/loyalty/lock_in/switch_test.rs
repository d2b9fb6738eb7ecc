use alloc::boxed::Box;
use core::cmp::Ordering;

use thiserror::Error;

use crate::form::{Several, record, several, with_others};
use crate::loyalty::cards::genuine::GEN_09;
use crate::verdict::{Assessment, Evidence, Fact, Found, Presence, Recorder};
use crate::vocab::answers::SwitchOutcome;
use crate::vocab::known::{Grade, Known};
use crate::vocab::money::{Money, MoneyError};

record! {
    /// The facts of the switch test (转换检验事实).
    #[derive(Copy, Default, Hash)]
    #[serde(default)]
    pub closed struct SwitchFacts {
        /// The customer's preference for buying elsewhere; an estimate never suffices.
        pub prefers_alternative: Known<Presence> => with_prefers_alternative,
        /// The customer's gain elsewhere over the time it plans for, less the cost of risk; it may
        /// be a loss.
        pub gain: Known<Money> => with_gain,
        /// The one-off cost of moving without the relational costs, zero or more.
        pub cost: Known<Money> => with_cost,
    }
}

/// Assesses whether a customer that stays is locked in.
///
/// It is locked in if it would rather move and the gain does not exceed the cost. A cost that
/// exactly equals the gain is not made good (GEN-09). A customer that would rather stay is not
/// locked in, whatever moving would cost, and no other fact is needed. Its preference is its own
/// word. An estimate of ours leaves the answer open, and neither a gain nor a cost that we only guess
/// frees it.
///
/// # Errors
///
/// [`SwitchTestError`] is returned when the gain and the cost are of two currencies, or the cost is
/// negative. It holds both errors if both are there.
///
/// # Examples
///
/// ```
/// use keqing::loyalty::lock_in::{SwitchFacts, switch_test};
/// use keqing::verdict::Presence;
/// use keqing::vocab::known::Known;
/// use keqing::vocab::answers::SwitchOutcome;
///
/// let mut facts = SwitchFacts {
///     prefers_alternative: Known::customer_stated(Presence::Present),
///     gain: Known::measured("80000 CNY".parse()?),
///     cost: Known::measured("80000 CNY".parse()?),
/// };
/// assert_eq!(switch_test(&facts)?.value(), Some(&SwitchOutcome::Locked));
/// facts.gain = Known::measured("80000.01 CNY".parse()?);
/// assert_eq!(switch_test(&facts)?.value(), Some(&SwitchOutcome::Free));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn switch_test(facts: &SwitchFacts) -> Result<Assessment<SwitchOutcome>, SwitchTestError> {
    let is_covered = facts.is_covered()?;
    Ok(Assessment::of(|r| consult(facts, is_covered, r)))
}

/// Returned when the costs or gains of a switch test are negative or do not go together.
#[derive(Clone, Debug, Eq, Error, PartialEq)]
#[non_exhaustive]
pub enum SwitchTestError {
    /// The gain and the cost are of two currencies.
    #[error("switch test: {0}")]
    Money(#[from] MoneyError),
    /// The cost is below zero.
    #[error("the cost of a switch is zero or more, got {given}")]
    Negative {
        /// The cost given.
        given: Money,
    },
    /// The cost is at fault for several reasons.
    #[error(transparent)]
    Several(Box<Several<Self>>),
}

several!(pub SwitchTestError);

impl SwitchFacts {
    /// Returns whether the gain makes the cost good; `None` if one of them is unknown.
    #[inline(always)]
    pub(crate) fn is_covered(&self) -> Result<Option<bool>, SwitchTestError> {
        let Some(&cost) = self.cost.value() else {
            return Ok(None);
        };
        if cost.is_negative() {
            return Err(self.below_zero(cost));
        }
        let Some(gain) = self.gain.value() else {
            return Ok(None);
        };
        Ok(Some(gain.checked_cmp(cost)? == Ordering::Greater))
    }

    /// Returns whether the gain and the cost are more than guesses of ours.
    #[inline(always)]
    pub(crate) fn is_own(&self) -> bool {
        self.gain.grade() >= Some(Grade::OWN_WORD) && self.cost.grade() >= Some(Grade::OWN_WORD)
    }

    /// Returns the error of a negative cost, with that of its currency.
    /// Returns the amount that is only our guess.
    fn guessed(&self) -> (Fact, Known<Money>) {
        if self.gain.grade() < Some(Grade::OWN_WORD) {
            (Fact::SwitchingGain, self.gain)
        } else {
            (Fact::SwitchingCost, self.cost)
        }
    }

    #[cold]
    fn below_zero(&self, given: Money) -> SwitchTestError {
        let gain = self.gain.value();
        let mixed = gain.and_then(|gain| gain.same_currency(given).err());
        with_others(SwitchTestError::Negative { given }, mixed.map(Into::into))
    }
}

#[inline(always)]
pub(crate) fn consult<R: Recorder>(
    facts: &SwitchFacts,
    is_covered: Option<bool>,
    r: &mut R,
) -> Option<SwitchOutcome> {
    let fact = Fact::AlternativePreference;
    let prefers = r.require_grade(&GEN_09, fact, facts.prefers_alternative)?;
    let outcome = match (prefers, is_covered) {
        (Presence::Absent, _) => SwitchOutcome::Content,
        (Presence::Present, Some(true)) if facts.is_own() => SwitchOutcome::Free,
        (Presence::Present, Some(true)) => {
            // A guess of ours frees nobody.
            let (fact, guess) = facts.guessed();
            r.require_grade(&GEN_09, fact, guess);
            return None;
        }
        (Presence::Present, Some(false)) => SwitchOutcome::Locked,
        (Presence::Present, None) => {
            let unknown = if facts.cost.is_known() {
                Fact::SwitchingGain
            } else {
                Fact::SwitchingCost
            };
            r.miss(&GEN_09, unknown);
            return None;
        }
    };
    r.classify(&GEN_09, || {
        Evidence::found(Fact::SwitchOutcome, Found::word(outcome))
    });
    Some(outcome)
}

#[cfg(test)]
mod tests {
    use alloc::string::ToString;

    use super::{Known, Money, Presence, SwitchFacts, SwitchOutcome, switch_test};

    #[test]
    fn the_cost_has_to_be_made_good() -> Result<(), alloc::boxed::Box<dyn core::error::Error>> {
        use Presence::{Absent, Present};
        let table = [
            (Present, "99 EUR", "100 EUR", Some(SwitchOutcome::Locked)),
            (Present, "100 EUR", "100 EUR", Some(SwitchOutcome::Locked)),
            (Present, "100.01 EUR", "100 EUR", Some(SwitchOutcome::Free)),
            (Present, "0 EUR", "0 EUR", Some(SwitchOutcome::Locked)),
            (Present, "-1 EUR", "0 EUR", Some(SwitchOutcome::Locked)),
            (Absent, "500 EUR", "0 EUR", Some(SwitchOutcome::Content)),
        ];
        for (prefers, gain, cost, expected) in table {
            let facts = SwitchFacts {
                prefers_alternative: Known::customer_stated(prefers),
                gain: Known::measured(gain.parse::<Money>()?),
                cost: Known::customer_stated(cost.parse::<Money>()?),
            };
            let found = switch_test(&facts)?;
            assert_eq!(found.value().copied(), expected, "{gain} {cost}");
            let mut guessed = facts;
            guessed.prefers_alternative = Known::estimated(prefers);
            assert_eq!(switch_test(&guessed)?.value(), None);
            // A guess of ours may hold the customer, and frees nobody.
            let held = expected.filter(|outcome| *outcome != SwitchOutcome::Free);
            guessed = facts;
            guessed.cost = Known::estimated(cost.parse::<Money>()?);
            let found = switch_test(&guessed)?;
            assert_eq!(found.value().copied(), held, "{gain} {cost}");
            assert_eq!(found.findings().gaps().count(), usize::from(held.is_none()));
        }
        Ok(())
    }

    #[test]
    fn a_cost_below_zero_in_another_currency_is_refused_twice()
    -> Result<(), alloc::boxed::Box<dyn core::error::Error>> {
        let facts = SwitchFacts {
            prefers_alternative: Known::Unknown,
            gain: Known::measured("1 EUR".parse()?),
            cost: Known::measured("-1 USD".parse()?),
        };
        let refused = switch_test(&facts).map_err(|error| error.to_string());
        let both = "the cost of a switch is zero or more, got -1 USD; \
            switch test: 1 EUR and -1 USD are in different currencies, expected one currency";
        assert_eq!(refused.err().as_deref(), Some(both));
        Ok(())
    }
}
