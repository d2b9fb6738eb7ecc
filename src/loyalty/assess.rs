use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::loyalty::bond::{
    self, Bond, BondFacts, LoyaltyPattern, ReasonToStay, ReasonToStayFacts, Recognition,
    RecognitionFacts, pattern, reason_to_stay, recognition,
};
use crate::loyalty::cards::genuine::GEN_11;
use crate::loyalty::cards::loyalty::LOY_04;
use crate::loyalty::foundation::{FoundationFacts, Foundations, PromiseError, foundations};
use crate::loyalty::kinds::{self, LoyaltyEvidence, LoyaltyEvidenceError, LoyaltyKinds, evidence};
use crate::loyalty::lock_in::{self, Held, LockIn, LockInError, LockInFacts};
use crate::loyalty::patronage::{self, Patronage, PatronageFacts, PatronageReason};
use crate::loyalty::policy::LoyaltyPolicy;
use crate::loyalty::words::Repeat;
use crate::satisfaction::cards::satisfaction::SAT_08;
use crate::satisfaction::measurement::LoyaltySupport;
use crate::verdict::{Assessment, Fact, Finding, Presence, Remedy};
use crate::vocab::known::Known;
use crate::vocab::set::Set;

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
    /// Why it says that it buys from us.
    pub reasons: Known<Set<PatronageReason>>,
    /// What the relationship stands on; trust may be left to the evidence.
    pub foundations: FoundationFacts,
    /// What its satisfaction supports
    /// ([`loyalty_support`](crate::satisfaction::measurement::loyalty_support)).
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
    #[serde(rename = "cell")]
    pub pattern: Assessment<LoyaltyPattern>,
    /// Whether it is happy to stay or helpless.
    #[serde(rename = "staying")]
    pub reason_to_stay: Assessment<ReasonToStay>,
    /// Whether it comes for the price or for the feeling.
    pub patronage: Assessment<Patronage>,
    /// What the relationship stands on.
    pub foundations: Assessment<Foundations>,
}

/// Tells everything that can be said of a customer's loyalty.
///
/// Each part is what the function of its name tells of its facts, and one part's value is the next
/// one's fact: the kinds and the lock-in make the bond, the pattern and the reason to stay. Parts of
/// which too little is known have no value and say what they miss.
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
/// use keqing::loyalty::{LoyaltyFacts, LoyaltyPolicy, assess};
/// use keqing::loyalty::bond::Bond;
/// use keqing::loyalty::kinds::{LoyaltyEvidence, LoyaltySign};
/// use keqing::verdict::Presence;
/// use keqing::vocab::known::{Grade, Known};
/// use keqing::vocab::words::{Instrument, Rating};
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
        loyalty.record(policy, facts, &held, as_of);
    }
    answer
}

/// Returned when the facts of one part of loyalty are refused.
#[derive(Clone, Copy, Debug, Eq, Error, PartialEq)]
#[non_exhaustive]
pub enum LoyaltyError {
    /// Evidence of a day that has not come.
    #[error(transparent)]
    Evidence(#[from] LoyaltyEvidenceError),
    /// Promises that cannot be.
    #[error(transparent)]
    Promise(#[from] PromiseError),
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
            self.pattern.findings(),
            self.reason_to_stay.findings(),
            self.patronage.findings(),
            self.foundations.findings(),
        ];
        parts.into_iter().flatten()
    }

    /// Returns what the customer would have to say or feel for it to be attached: one remedy for each
    /// finding about its own word that stands against it, none where it is attached.
    ///
    /// # Examples
    ///
    /// ```
    /// use keqing::loyalty::{LoyaltyFacts, LoyaltyPolicy, assess};
    /// use keqing::verdict::Render;
    /// use keqing::vocab::words::Locale;
    ///
    /// let as_of = chrono::NaiveDate::from_ymd_opt(2024, 12, 31).ok_or("no such date")?;
    /// let told = assess(&LoyaltyPolicy::standard(), &LoyaltyFacts::default(), as_of)?;
    /// let remedies = told.customer_remedies().map(|remedy| remedy.display(Locale::En).to_string());
    /// assert_eq!(
    ///     remedies.collect::<Vec<_>>(),
    ///     [
    ///         "LOY-04: learn the customer's emotional evaluation",
    ///         "GEN-11: learn the customer's own recognition (customer side)",
    ///     ],
    /// );
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn customer_remedies(&self) -> impl Iterator<Item = Remedy> + '_ {
        let is_attached = self.bond.value().is_some_and(|bond| bond.is_attached());
        let is_its_word = |finding: &&Finding| {
            let fact = finding.evidence.fact;
            let word = [
                (LOY_04.id(), Fact::AffectiveEvaluation),
                (GEN_11.id(), Fact::Recognition),
                (SAT_08.id(), Fact::LoyaltySupport),
            ];
            word.contains(&(finding.rule, fact))
        };
        let parts = [
            self.kinds.findings(),
            self.recognition.findings(),
            self.bond.findings(),
        ];
        let standing = parts.into_iter().flatten().filter(is_its_word);
        standing
            .filter(move |_| !is_attached)
            .filter_map(Remedy::of)
    }

    #[inline(always)]
    fn empty() -> Self {
        Self {
            kinds: Assessment::empty(),
            recognition: Assessment::empty(),
            lock_in: Assessment::empty(),
            bond: Assessment::empty(),
            pattern: Assessment::empty(),
            reason_to_stay: Assessment::empty(),
            patronage: Assessment::empty(),
            foundations: Assessment::empty(),
        }
    }

    #[inline(always)]
    fn record(
        &mut self,
        policy: &LoyaltyPolicy,
        facts: &LoyaltyFacts,
        held: &Held,
        as_of: NaiveDate,
    ) {
        // Where nothing is told there is no value; what shows of the relationship is heard all the same.
        let mut kinds = LoyaltyKinds::default();
        self.kinds.record(|r| {
            kinds = kinds::consult(policy, &facts.evidence, r);
            kinds.is_told().then_some(kinds)
        });
        self.recognition
            .record(|r| recognition::consult(&facts.recognition, r));
        self.lock_in
            .record(|r| lock_in::consult(&facts.lock_in, held, r));
        let lock_in = self.lock_in.value().map(|held| held.level);
        let told = BondFacts {
            kinds,
            recognition: facts.recognition,
            misses: held.misses(),
            lock_in,
            support: facts.support,
        };
        self.bond.record(|r| bond::consult(&told, r));
        self.pattern.record(|r| pattern::consult(&kinds, r));
        let stays = ReasonToStayFacts {
            kinds,
            lock_in,
            support: facts.support,
        };
        self.reason_to_stay
            .record(|r| reason_to_stay::consult(&stays, r));
        let comes = PatronageFacts {
            reasons: facts.reasons,
            repeat: kinds
                .behavioural
                .map(|repeat| Presence::of(repeat == Repeat::High)),
            affect: kinds
                .feeling()
                .map(|stance| Presence::of(stance.is_favourable())),
        };
        self.patronage.record(|r| patronage::consult(&comes, r));
        let trusts = kinds.attitude.trust;
        let trust = match facts.foundations.trust {
            Known::Unknown => trusts.map(|stance| Presence::of(stance.is_favourable())),
            stated => stated,
        };
        self.foundations
            .record(|r| foundations::consult(policy, &facts.foundations, trust, as_of, r));
    }
}

#[inline(always)]
fn check(facts: &LoyaltyFacts, as_of: NaiveDate) -> Result<Held, LoyaltyError> {
    evidence::check(&facts.evidence, as_of)?;
    foundations::check(&facts.foundations, as_of)?;
    Ok(Held::of(&facts.lock_in)?)
}
