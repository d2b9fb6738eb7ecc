use alloc::vec::Vec;

use chrono::NaiveDate;

use crate::loyalty::cards::genuine::{GEN_16, GEN_17};
use crate::loyalty::foundation::promise::{self, Promise, PromiseError};
use crate::loyalty::foundation::{Foundation, FoundationFacts, Foundations, InvestmentView};
use crate::loyalty::policy::LoyaltyPolicy;
use crate::party::action::Horizon;
use crate::verdict::{Assessment, Evidence, Fact, Presence, Recorder, Subject};
use crate::vocab::known::Known;
use crate::vocab::set::Set;
use crate::vocab::words::Side;

/// Assesses the foundations of a relationship and the view of the investment in it.
///
/// The foundations are trust, promises kept, communication and understanding ([`GEN_16`]). An
/// investment in people and processes should be meant for long ([`GEN_17`]).
///
/// Trust, communication and understanding need the customer's own word, or a measurement. Promises
/// are counted as by [`promise_keeping`](crate::loyalty::foundation::promise_keeping), and one made
/// under the table is refused here too. The value is `None` if nothing is known.
///
/// # Errors
///
/// [`PromiseError`] is returned when a promise is given twice or was kept after `as_of`. It holds
/// the error of every such promise.
///
/// # Examples
///
/// The president of a telephone company thanks every resident who stayed, in a signed letter.
///
/// ```
/// use chrono::NaiveDate;
/// use keqing::loyalty::LoyaltyPolicy;
/// use keqing::loyalty::foundation::{Foundation, FoundationFacts, foundations};
/// use keqing::verdict::Presence;
/// use keqing::vocab::known::Known;
///
/// let facts = FoundationFacts::new()
///     .with_communication(Known::customer_stated(Presence::Present))
///     .with_trust(Known::estimated(Presence::Present));
/// let today = NaiveDate::from_ymd_opt(2024, 6, 30).ok_or("no such date")?;
/// let found = foundations(&LoyaltyPolicy::standard(), &facts, today)?;
/// let found = found.into_value().ok_or("nothing known")?;
/// assert_eq!(found.holding, Foundation::Communication);
/// assert!(found.unknown.contains(Foundation::Trust));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn foundations(
    policy: &LoyaltyPolicy,
    facts: &FoundationFacts,
    as_of: NaiveDate,
) -> Result<Assessment<Foundations>, PromiseError> {
    check(facts, as_of)?;
    Ok(policy.severities().weighed(Assessment::of(|r| {
        consult(policy, facts, facts.trust, as_of, r)
    })))
}

/// Checks that the facts are possible; [`consult`] takes checked facts.
pub(crate) fn check(facts: &FoundationFacts, as_of: NaiveDate) -> Result<(), PromiseError> {
    promise::check(given_promises(facts).unwrap_or_default(), as_of)
}

/// Consults the two rules about foundations. Trust known from elsewhere counts if the facts are
/// silent. Each line states one rule once.
pub(crate) fn consult<R: Recorder>(
    policy: &LoyaltyPolicy,
    facts: &FoundationFacts,
    trust: Known<Presence>,
    as_of: NaiveDate,
    r: &mut R,
) -> Option<Foundations> {
    let mut found = Foundations::default();
    check_feeling(Foundation::Trust, trust, &mut found, r);
    promises(policy, facts, as_of, &mut found, r);
    check_feeling(
        Foundation::Communication,
        facts.communication,
        &mut found,
        r,
    );
    check_feeling(
        Foundation::Understanding,
        facts.understanding,
        &mut found,
        r,
    );
    horizon(facts.horizon, &mut found, r);
    let is_known = found.unknown != Set::all() || found.investment.is_some();
    is_known.then_some(found)
}

/// GEN-16: a foundation that only the customer itself can confirm.
fn check_feeling<R: Recorder>(
    foundation: Foundation,
    known: Known<Presence>,
    found: &mut Foundations,
    r: &mut R,
) {
    let fact = match foundation {
        Foundation::Trust => Fact::TrustStatement,
        Foundation::PromiseKeeping => Fact::PromiseKeeping,
        Foundation::Communication => Fact::Communication,
        Foundation::Understanding => Fact::Understanding,
    };
    let subject = Subject::Side(Side::Customer);
    let word = r.require_own_word(&GEN_16, GEN_16.severity(), fact, known, || subject);
    let holds = word.map(|presence| presence == Presence::Present);
    if let Some(holds) = holds {
        r.require(&GEN_16, holds, || {
            Evidence::present(fact, holds).of(subject)
        });
    }
    found.place(foundation, holds);
}

/// GEN-16: promises are kept; SWC-09: and none of them is made under the table.
fn promises<R: Recorder>(
    policy: &LoyaltyPolicy,
    facts: &FoundationFacts,
    as_of: NaiveDate,
    found: &mut Foundations,
    r: &mut R,
) {
    let promises = given_promises(facts).unwrap_or_default();
    promise::lawful(promises, r);
    found.promises = promise::counted(promises, as_of);
    promise::kept(&GEN_16, policy, found.promises, r);
    let holds = found
        .promises
        .map(|keeping| keeping.rate >= policy.promises_kept_from());
    found.place(Foundation::PromiseKeeping, holds);
}

/// GEN-17: the investment in people and processes looks far ahead.
fn horizon<R: Recorder>(known: Known<Horizon>, found: &mut Foundations, r: &mut R) {
    found.investment = known.value().map(|horizon| match horizon {
        Horizon::Near => InvestmentView::ShortTermOnly,
        Horizon::Far => InvestmentView::LongTerm,
    });
    let is_far = |horizon| horizon == Horizon::Far;
    r.need(&GEN_17, Fact::InvestmentHorizon, known, is_far, |horizon| {
        Evidence::present(Fact::InvestmentHorizon, is_far(horizon))
            .of(Subject::Side(Side::Supplier))
    });
}

fn given_promises(facts: &FoundationFacts) -> Option<&[Promise]> {
    facts.promises.value().map(Vec::as_slice)
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::foundations;
    use crate::loyalty::foundation::promise::{Promise, PromiseNature};
    use crate::loyalty::foundation::{Foundation, FoundationFacts, Foundations, InvestmentView};
    use crate::loyalty::policy::LoyaltyPolicy;
    use crate::party::action::Horizon;
    use crate::verdict::Assessment;
    use crate::verdict::Presence::{Absent, Present};
    use crate::vocab::known::Known;
    use crate::vocab::name::{ItemId, NameError};
    use crate::vocab::set::Set;

    fn today() -> NaiveDate {
        NaiveDate::from_ymd_opt(2024, 6, 30).unwrap_or_default()
    }

    #[track_caller]
    fn ask(facts: &FoundationFacts) -> Assessment<Foundations> {
        let Ok(found) = foundations(&LoyaltyPolicy::standard(), facts, today()) else {
            panic!("facts of the test")
        };
        assert!(!found.findings().is_spilled());
        found
    }

    fn promise(kept: bool, nature: PromiseNature) -> Result<Promise, NameError> {
        Ok(Promise {
            id: ItemId::new("a")?,
            due: NaiveDate::from_ymd_opt(2024, 6, 1).unwrap_or_default(),
            kept_on: kept.then(|| NaiveDate::from_ymd_opt(2024, 6, 1).unwrap_or_default()),
            nature,
        })
    }

    #[test]
    fn a_foundation_holds_by_the_customers_own_word() {
        let table = [
            (Known::Unknown, (0, 0, 4), 0),
            (Known::estimated(Present), (0, 0, 4), 0),
            (Known::estimated(Absent), (0, 0, 4), 0),
            (Known::customer_stated(Present), (1, 0, 3), 0),
            (Known::customer_stated(Absent), (0, 1, 3), 1),
        ];
        for (known, sizes, breaches) in table {
            for set in [
                |facts: &mut FoundationFacts, known| facts.trust = known,
                |facts: &mut FoundationFacts, known| facts.communication = known,
                |facts: &mut FoundationFacts, known| facts.understanding = known,
            ] {
                let mut facts = FoundationFacts::new();
                facts.horizon = Known::measured(Horizon::Far);
                set(&mut facts, known);
                let found = ask(&facts);
                assert_eq!(found.findings().breaches().count(), breaches);
                let found = found.into_value().unwrap_or_default();
                let (held, lacks) = (found.holding.len(), found.lacking.len());
                assert_eq!((held, lacks, found.unknown.len()), sizes, "{known:?}");
            }
        }
    }

    #[test]
    fn promises_are_a_foundation_and_the_hidden_ones_are_refused() -> Result<(), NameError> {
        use PromiseNature::{Lawful, UnderTheTable};
        let keeps = Foundation::PromiseKeeping;
        let table = [
            (promise(true, Lawful)?, "holding", 0),
            (promise(false, Lawful)?, "lacking", 1),
            (promise(true, UnderTheTable)?, "unknown", 1),
        ];
        for (promise, place, breaches) in table {
            let mut facts = FoundationFacts::new();
            facts.horizon = Known::measured(Horizon::Far);
            facts.promises = Known::measured([promise].into());
            let found = ask(&facts);
            assert_eq!(found.findings().breaches().count(), breaches, "{place}");
            let found = found.into_value().unwrap_or_default();
            let places = [
                ("holding", found.holding),
                ("lacking", found.lacking),
                ("unknown", found.unknown),
            ];
            let there = places.into_iter().find(|(_, set)| set.contains(keeps));
            assert_eq!(there.map(|(name, _)| name), Some(place));
        }
        Ok(())
    }

    #[test]
    fn an_investment_for_the_near_term_makes_no_relationship() {
        use InvestmentView::{LongTerm, ShortTermOnly};
        for (horizon, expected, breached) in [
            (Horizon::Near, ShortTermOnly, true),
            (Horizon::Far, LongTerm, false),
        ] {
            let mut facts = FoundationFacts::new();
            facts.horizon = Known::estimated(horizon);
            let found = ask(&facts);
            assert_eq!(found.findings().breaches().count(), usize::from(breached));
            let found = found.into_value().unwrap_or_default();
            assert_eq!(found.investment, Some(expected));
            assert_eq!(found.unknown, Set::all());
        }
        let nothing = ask(&FoundationFacts::new());
        assert_eq!(
            (nothing.value(), nothing.findings().gaps().count()),
            (None, 5)
        );
    }
}
