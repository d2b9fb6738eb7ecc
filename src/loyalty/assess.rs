use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::loyalty::lock_in::Held;
use crate::loyalty::{
    Bond, BondFacts, LockIn, LockInError, LockInFacts, LoyaltyCell, LoyaltyEvidence,
    LoyaltyEvidenceError, LoyaltyKinds, LoyaltyPolicy, Recognition, RecognitionFacts, Staying,
    StayingFacts, bond, cell, evidence, kinds, lock_in, recognition, staying,
};
use crate::satisfaction::LoyaltySupport;
use crate::verdict::{Assessment, Finding};
use crate::vocab::Known;

/// Everything that is known of a customer's loyalty on a date (忠诚事实).
#[derive(Clone, Debug, Default, Deserialize, Eq, Hash, PartialEq, Serialize)]
#[non_exhaustive]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct LoyaltyFacts {
    /// What there is to go by, in any order.
    pub evidence: alloc::vec::Vec<LoyaltyEvidence>,
    /// Whether each side sees a relationship.
    pub recognition: RecognitionFacts,
    /// What may hold the customer.
    pub lock_in: LockInFacts,
    /// What its satisfaction supports
    /// ([`loyalty_support`](crate::satisfaction::loyalty_support)).
    pub support: Known<LoyaltySupport>,
}

/// What can be said of a customer's loyalty (忠诚评定), part by part.
#[derive(Clone, Debug, Deserialize, Eq, Hash, PartialEq, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
#[non_exhaustive]
pub struct Loyalty {
    /// Behavioural, conscious and emotional loyalty.
    pub kinds: Assessment<LoyaltyKinds>,
    /// Who sees a relationship.
    pub recognition: Assessment<Recognition>,
    /// What holds the customer.
    pub lock_in: Assessment<LockIn>,
    /// Whether the relationship is genuine or locked in.
    pub bond: Assessment<Bond>,
    /// Where the customer stands by attitude and repeat purchase.
    pub cell: Assessment<LoyaltyCell>,
    /// Whether it is happy to stay or helpless.
    pub staying: Assessment<Staying>,
}

/// Tells everything that can be said of a customer's loyalty.
///
/// # Errors
///
/// [`LoyaltyError`] where facts cannot be.
///
/// # Examples
///
/// A customer speaks well of us, and nobody asked what else keeps it. Then it says that it sees no
/// relationship, and that points hold it.
///
/// ```
/// use keqing::loyalty::{Bond, LoyaltyEvidence, LoyaltyFacts, LoyaltyPolicy, LoyaltySign, assess};
/// use keqing::verdict::Presence;
/// use keqing::vocab::{Grade, Instrument, Known, Rating};
///
/// let on = chrono::NaiveDate::from_ymd_opt(2024, 6, 30).ok_or("no such date")?;
/// let sign = LoyaltySign::Evaluation(Rating::HIGHEST);
/// let mut facts = LoyaltyFacts::default();
/// facts.evidence = vec![LoyaltyEvidence { on, grade: Grade::CustomerStated, sign }];
///
/// let policy = LoyaltyPolicy::standard();
/// assert_eq!(assess(&policy, &facts, on)?.bond.value(), None);
///
/// facts.recognition.customer = Known::customer_stated(Presence::Absent);
/// facts.lock_in.instruments = Known::measured(Instrument::LoyaltyPoints.into());
/// assert_eq!(assess(&policy, &facts, on)?.bond.value(), Some(&Bond::LockedIn));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn assess(
    policy: &LoyaltyPolicy,
    facts: &LoyaltyFacts,
    as_of: NaiveDate,
) -> Result<Loyalty, LoyaltyError> {
    let held = check(facts, as_of)?;
    // One place for the answer, so that the findings are written where the caller reads them.
    let mut answer = Ok(Loyalty::empty());
    if let Ok(loyalty) = &mut answer {
        loyalty.hear(policy, facts, &held);
    }
    answer
}

/// The error of facts about loyalty that cannot be.
#[derive(Clone, Copy, Debug, Eq, Error, PartialEq)]
#[non_exhaustive]
pub enum LoyaltyError {
    /// Evidence of a day that has not come.
    #[error(transparent)]
    Evidence(#[from] LoyaltyEvidenceError),
    /// Costs that cannot be added up, or held against the gain.
    #[error(transparent)]
    LockIn(#[from] LockInError),
}

impl Loyalty {
    /// Returns every finding of every part.
    pub fn findings(&self) -> impl Iterator<Item = &Finding> {
        let parts = [
            self.kinds.findings(),
            self.recognition.findings(),
            self.lock_in.findings(),
            self.bond.findings(),
            self.cell.findings(),
            self.staying.findings(),
        ];
        parts.into_iter().flatten()
    }

    #[inline(always)]
    fn empty() -> Self {
        Self {
            kinds: Assessment::empty(),
            recognition: Assessment::empty(),
            lock_in: Assessment::empty(),
            bond: Assessment::empty(),
            cell: Assessment::empty(),
            staying: Assessment::empty(),
        }
    }

    #[inline(always)]
    fn hear(&mut self, policy: &LoyaltyPolicy, facts: &LoyaltyFacts, held: &Held) {
        // Where no kind is told there is no value; what shows of the relationship is heard all the same.
        let mut kinds = LoyaltyKinds::default();
        self.kinds.hear(|r| {
            kinds = kinds::consult(policy, &facts.evidence, r);
            kinds.is_told().then_some(kinds)
        });
        self.recognition
            .hear(|r| recognition::consult(&facts.recognition, r));
        self.lock_in
            .hear(|r| lock_in::consult(&facts.lock_in, held, r));
        let lock_in = self.lock_in.value().map(|held| held.level);
        let told = BondFacts {
            kinds,
            recognition: facts.recognition,
            misses: held.misses(),
            lock_in,
            support: facts.support,
        };
        self.bond.hear(|r| bond::consult(&told, r));
        self.cell.hear(|r| cell::consult(&kinds, r));
        let stays = StayingFacts {
            kinds,
            lock_in,
            support: facts.support,
        };
        self.staying.hear(|r| staying::consult(&stays, r));
    }
}

#[inline(always)]
fn check(facts: &LoyaltyFacts, as_of: NaiveDate) -> Result<Held, LoyaltyError> {
    evidence::check(&facts.evidence, as_of)?;
    Ok(Held::of(&facts.lock_in)?)
}
