use alloc::vec::Vec;

use chrono::NaiveDate;

use crate::loyalty::cards::genuine::GEN_16;
use crate::loyalty::foundation::contact::{Contact, communicates, told};
use crate::loyalty::foundation::investment::{RelationshipInvestment, invests};
use crate::loyalty::foundation::promise::{self, Promise, PromiseError, PromiseKeeping};
use crate::loyalty::foundation::understanding::{UnderstandingNote, understands};
use crate::loyalty::foundation::{Foundation, FoundationFacts, Foundations};
use crate::loyalty::kinds::latest::trust;
use crate::loyalty::kinds::word::{Clock, Hearing, Word};
use crate::loyalty::kinds::{LoyaltyEvidence, ignored};
use crate::loyalty::policy::LoyaltyPolicy;
use crate::verdict::{Assessment, Evidence, Fact, Reading, Recorder};
use crate::vocab::known::{Grade, Known};
use crate::vocab::set::Set;
use crate::vocab::words::Stance;

/// Assesses the foundations of a relationship and the horizon of the investment in it.
///
/// Each follows from dated facts ([`GEN_16`]):
///
/// - Trust is the customer's own word in the evidence, as long as it counts.
/// - Promises are counted as by [`promise_keeping`](crate::loyalty::foundation::promise_keeping), and
///   one made under the table is refused here too.
/// - Communication is a contact in which the customer spoke, within the days that the policy names.
/// - Understanding is a note of ours that the customer confirmed, and none that it corrected.
///
/// Both sides have to invest over the long term ([`GEN_17`](crate::loyalty::cards::genuine::GEN_17)). A
/// guess of ours may say that something lacks, and never that it holds. What is dated after `as_of` is
/// ignored, and a finding counts it. The value is `None` if nothing is known.
///
/// # Errors
///
/// [`PromiseError`] is returned when a promise is given twice. It holds the error of every such
/// promise.
///
/// # Examples
///
/// The president of a telephone company thanks every resident who stayed, in a signed letter. One of
/// them writes back.
///
/// ```
/// use chrono::NaiveDate;
/// use keqing::loyalty::LoyaltyPolicy;
/// use keqing::loyalty::foundation::{Contact, Foundation, FoundationFacts, foundations};
/// use keqing::verdict::Presence;
/// use keqing::vocab::known::Known;
///
/// let today = NaiveDate::from_ymd_opt(2024, 6, 30).ok_or("no such date")?;
/// let letter = Contact { on: today, customer_spoke: Presence::Present };
/// let facts = FoundationFacts::new().with_contacts(Known::measured(vec![letter]));
/// let found = foundations(&LoyaltyPolicy::standard(), &facts, &[], today)?;
/// let found = found.into_value().ok_or("nothing known")?;
/// assert_eq!(found.holding, Foundation::Communication);
/// assert!(found.unknown.contains(Foundation::Trust));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn foundations(
    policy: &LoyaltyPolicy,
    facts: &FoundationFacts,
    evidence: &[LoyaltyEvidence],
    as_of: NaiveDate,
) -> Result<Assessment<Foundations>, PromiseError> {
    check(facts)?;
    let facts = &*facts.current(policy, as_of);
    let clock = Clock::of(policy, as_of);
    let word = Word::of(policy, evidence, trust, Hearing::Describe, clock);
    Ok(policy
        .severities()
        .weighed(Assessment::of(|r| consult(policy, facts, &word, as_of, r))))
}

/// Checks that the facts are possible; [`consult`] takes checked facts.
pub(crate) fn check(facts: &FoundationFacts) -> Result<(), PromiseError> {
    promise::check(given_promises(facts))
}

/// Consults the two rules about foundations. Each line states one rule once.
pub(crate) fn consult<R: Recorder>(
    policy: &LoyaltyPolicy,
    facts: &FoundationFacts,
    word: &Word,
    as_of: NaiveDate,
    r: &mut R,
) -> Option<Foundations> {
    let mut found = Foundations::default();
    found.place(Foundation::Trust, trusts(word, r));
    promises(policy, facts, as_of, &mut found, r);
    let speaks = communicates(policy, &facts.contacts, as_of, r);
    found.place(Foundation::Communication, speaks);
    let clock = Clock::of(policy, as_of);
    let understood = understands(&facts.notes, clock, as_of, r);
    found.place(Foundation::Understanding, understood);
    found.investment = invests(policy, &facts.investments, as_of, r);
    ignored(&GEN_16, later(facts, as_of), r);
    let is_known = found.unknown != Set::all() || found.investment.is_some();
    is_known.then_some(found)
}

/// GEN-16: the customer says that it trusts us.
fn trusts<R: Recorder>(word: &Word, r: &mut R) -> Option<bool> {
    let fact = Fact::TrustStatement;
    let Some(observed) = word.stance.into_value() else {
        word.miss_at(&GEN_16, GEN_16.severity(), fact, r);
        return None;
    };
    let holds = observed.is_favourable();
    r.require(&GEN_16, holds, || {
        let required = Stance::Favourable;
        let reading = Reading::Stance { observed, required };
        Evidence::new(fact, reading).of(word.speaker())
    });
    Some(holds)
}

/// GEN-16: promises are kept; SWC-09: and none of them is made under the table.
fn promises<R: Recorder>(
    policy: &LoyaltyPolicy,
    facts: &FoundationFacts,
    as_of: NaiveDate,
    found: &mut Foundations,
    r: &mut R,
) {
    let promises = given_promises(facts);
    let grade = facts.promises.grade().unwrap_or(Grade::Measured);
    promise::lawful(promises, grade, r);
    found.promises = promise::counted(promises, as_of);
    let known = Known::of(found.promises, grade);
    promise::kept(&GEN_16, policy, known, r);
    if let Some(keeping) = found.promises {
        r.classify(&GEN_16, || {
            Evidence::found(Fact::PromiseKeeping, keeping.rate)
        });
    }
    let holds = |keeping: PromiseKeeping| keeping.rate >= policy.promises_kept_from();
    let holds = found.promises.is_some_and(holds);
    found.place(Foundation::PromiseKeeping, told(known, holds));
}

/// Counts what is dated after the day, and is ignored.
pub(crate) fn later(facts: &FoundationFacts, as_of: NaiveDate) -> u32 {
    fn of<T>(list: &Known<Vec<T>>, on: fn(&T) -> NaiveDate, as_of: NaiveDate) -> usize {
        let entries = list.value().map(Vec::as_slice).unwrap_or_default();
        entries.iter().filter(|entry| on(entry) > as_of).count()
    }
    let count = of(&facts.contacts, Contact::day, as_of)
        .saturating_add(of(&facts.notes, UnderstandingNote::day, as_of))
        .saturating_add(of(&facts.investments, RelationshipInvestment::day, as_of));
    let count = u32::try_from(count).unwrap_or(u32::MAX);
    count.saturating_add(promise::later(given_promises(facts), as_of))
}

fn given_promises(facts: &FoundationFacts) -> &[Promise] {
    facts
        .promises
        .value()
        .map(Vec::as_slice)
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::foundations;
    use crate::loyalty::foundation::promise::{Promise, PromiseNature};
    use crate::loyalty::foundation::{Foundation, FoundationFacts, Foundations};
    use crate::loyalty::kinds::{LoyaltyEvidence, LoyaltySign};
    use crate::loyalty::policy::LoyaltyPolicy;
    use crate::verdict::Assessment;
    use crate::vocab::known::{Grade, Known};
    use crate::vocab::name::{ItemId, NameError};
    use crate::vocab::words::Rating;

    fn today() -> NaiveDate {
        NaiveDate::from_ymd_opt(2024, 6, 30).unwrap_or_default()
    }

    #[track_caller]
    fn ask(facts: &FoundationFacts, evidence: &[LoyaltyEvidence]) -> Assessment<Foundations> {
        let Ok(found) = foundations(&LoyaltyPolicy::standard(), facts, evidence, today()) else {
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
    fn trust_is_the_customers_own_word_in_the_evidence() {
        let table = [
            (None, (0, 0), 0),
            (Some((5, Grade::Estimated)), (0, 0), 0),
            (Some((4, Grade::CustomerStated)), (1, 0), 0),
            (Some((3, Grade::CustomerStated)), (0, 1), 1),
        ];
        for (mark, sizes, breaches) in table {
            let said = mark.map(|(mark, grade)| {
                let mark = Rating::new(mark).unwrap_or(Rating::LOWEST);
                LoyaltyEvidence::new(today(), grade, LoyaltySign::Trust(mark.into()))
            });
            let found = ask(&FoundationFacts::new(), said.as_slice());
            assert_eq!(found.findings().breaches().count(), breaches, "{mark:?}");
            let found = found.into_value().unwrap_or_default();
            assert_eq!((found.holding.len(), found.lacking.len()), sizes);
        }
        let nothing = ask(&FoundationFacts::new(), &[]);
        assert_eq!(
            (nothing.value(), nothing.findings().gaps().count()),
            (None, 5)
        );
    }

    #[test]
    fn promises_are_a_foundation_and_the_hidden_ones_are_refused() -> Result<(), NameError> {
        use PromiseNature::{Lawful, UnderTheTable};
        let keeps = Foundation::PromiseKeeping;
        let (guess, record) = (Grade::Estimated, Grade::Measured);
        let table = [
            (promise(true, Lawful)?, record, Some("holding"), 0),
            (promise(false, Lawful)?, record, Some("lacking"), 1),
            (promise(true, UnderTheTable)?, record, None, 1),
            (promise(true, Lawful)?, guess, None, 0),
            (promise(false, Lawful)?, guess, Some("lacking"), 1),
            (promise(true, UnderTheTable)?, guess, None, 1),
        ];
        for (promise, grade, place, breaches) in table {
            let mut facts = FoundationFacts::new();
            facts.promises = Known::graded([promise].into(), grade);
            let found = ask(&facts, &[]);
            assert_eq!(found.findings().breaches().count(), breaches, "{place:?}");
            let found = found.into_value().unwrap_or_default();
            let places = [("holding", found.holding), ("lacking", found.lacking)];
            let there = places.into_iter().find(|(_, set)| set.contains(keeps));
            assert_eq!(there.map(|(name, _)| name), place);
        }
        Ok(())
    }
}
