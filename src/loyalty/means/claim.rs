use chrono::NaiveDate;

use crate::form::record;
use crate::loyalty::cards::genuine::{GEN_01, GEN_02, GEN_05, GEN_07, GEN_19};
use crate::loyalty::cards::loyalty::{LOY_04, LOY_05};
use crate::loyalty::kinds::latest::{Dissatisfied, Evidenced};
use crate::loyalty::kinds::{LoyaltyEvidence, LoyaltyKinds, read};
use crate::loyalty::policy::LoyaltyPolicy;
use crate::verdict::{
    Bound, Evidence, Fact, Outcome, Reading, Recorder, RuleCard, Severity, Subject, Verdict,
};
use crate::vocab::set::Set;
use crate::vocab::words::{Bond, ClaimGround, Side, Stance};

record! {
    /// A claim that a customer is loyal (忠诚论断), with its grounds.
    #[non_exhaustive]
    #[derive(Copy, Default, Hash)]
    #[serde(default)]
    pub struct Claim {
        /// The grounds that are named for the claim.
        pub grounds: Set<ClaimGround>,
    }
}

impl Claim {
    /// Makes a claim that rests on these grounds.
    #[must_use]
    pub const fn new(grounds: Set<ClaimGround>) -> Self {
        Self { grounds }
    }
}

/// Judges whether loyalty may be claimed on these grounds: only on the customer's own favourable word.
///
/// Each ground has a rule, which looks for that word in the evidence:
///
/// - retention ([`GEN_02`])
/// - repeated purchases and a share of them ([`GEN_07`])
/// - revenue ([`GEN_19`])
/// - satisfaction ([`LOY_05`])
/// - observations of software, impressions of our people, and what the customer is said to have said
///   ([`GEN_05`])
///
/// A word that does not speak for us refuses the claim, and so do people of the customer who differ.
/// A word of trust, of standing up for us or of the wish to buy again that is unfavourable refuses it
/// too, whoever of the customer said it. A claim on satisfaction is refused if the evidence says that the
/// customer is dissatisfied. Of the statements of one person the least favourable counts that holds. A
/// later one of the same or a better grade supersedes it. A finding has the day of a statement that says
/// otherwise ([`LOY_04`]). While the word is unknown or has expired, the claim is undecided, and so is one
/// without any ground. It is undecided also while a word against us has expired unanswered, or is only a
/// guess of ours about trust, standing up for us or the wish to buy again.
/// Naming the customer's word as a ground does not make it one.
///
/// # Examples
///
/// A manager takes a customer's payments for its feeling. Then the customer is asked.
///
/// ```
/// use keqing::loyalty::LoyaltyPolicy;
/// use keqing::loyalty::kinds::{LoyaltyEvidence, LoyaltySign};
/// use keqing::loyalty::means::{Claim, judge_claim};
/// use keqing::verdict::Decision;
/// use keqing::vocab::known::Grade;
/// use keqing::vocab::words::{ClaimGround, Rating};
///
/// let policy = LoyaltyPolicy::standard();
/// let on = chrono::NaiveDate::from_ymd_opt(2024, 6, 30).ok_or("no such date")?;
/// let claim = Claim::new(ClaimGround::Revenue | ClaimGround::CustomerStatement);
/// assert_eq!(judge_claim(&policy, &claim, &[], on).decision(), Decision::Undecided);
///
/// let mut decisions = Vec::new();
/// for mark in [2, 5] {
///     let sign = LoyaltySign::Evaluation(Rating::new(mark)?.into());
///     let said = LoyaltyEvidence::new(on, Grade::CustomerStated, sign);
///     decisions.push(judge_claim(&policy, &claim, &[said], on).decision());
/// }
/// assert_eq!(decisions, [Decision::Deny, Decision::Permit]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn judge_claim(
    policy: &LoyaltyPolicy,
    claim: &Claim,
    evidence: &[LoyaltyEvidence],
    as_of: NaiveDate,
) -> Verdict {
    let all = Evidenced::claimed(policy, evidence, as_of);
    let kinds = read(policy, &all);
    let verdict = Verdict::of(|r| consult(claim, &all, &kinds, r));
    policy.severities().weighed(verdict)
}

/// Judges a claim about a customer whose bond was assessed: loyalty is claimed of an attached one.
pub(crate) fn judge_beside(
    claim: &Claim,
    all: &Evidenced,
    kinds: &LoyaltyKinds,
    bond: Option<Bond>,
) -> Verdict {
    Verdict::of(|r| {
        consult(claim, all, kinds, r);
        if !claim.grounds.is_empty() {
            attached(bond, r);
        }
    })
}

fn consult<R: Recorder>(claim: &Claim, all: &Evidenced, kinds: &LoyaltyKinds, r: &mut R) {
    for (card, grounds, fact) in GROUNDS {
        if grounds.iter().any(|ground| claim.grounds.contains(*ground)) {
            by_own_word(card, all, kinds, r);
        } else if !(claim.grounds.is_empty() && card.id() == GEN_05.id()) {
            r.pass_over(card, *fact);
        }
    }
    if claim.grounds.is_empty() {
        r.miss_at(&GEN_05, Severity::Bar, Fact::ClaimGround);
    } else {
        all.evaluation.contradicted(&LOY_04, r);
    }
}

/// Checks that the customer's own word stands behind a ground, and speaks for us.
fn by_own_word<R: Recorder>(card: &RuleCard, all: &Evidenced, kinds: &LoyaltyKinds, r: &mut R) {
    let (fact, severity) = (Fact::AffectiveEvaluation, Severity::Bar);
    let feeling = kinds.feeling().into_value();
    let is_against = feeling.is_some_and(|stance| !stance.is_favourable());
    if !is_against && denied(card, all, r) {
        return;
    }
    let Some(observed) = feeling else {
        return unheard(card, all, r);
    };
    if !is_against && left_open(card, all, r) {
        return;
    }
    r.require_at(card, severity, observed.is_favourable(), || {
        if all.evaluation.is_silent() {
            return Evidence::count(Fact::Referrals, kinds.referrals, Bound::AtLeast, 1);
        }
        let required = Stance::Favourable;
        let reading = Reading::Stance { observed, required };
        Evidence::new(fact, reading).of(all.evaluation.speaker())
    });
}

/// Refuses a ground that a word of trust, of standing up for us or of the wish to buy again denies, or that
/// dissatisfaction denies; the result is whether it did.
fn denied<R: Recorder>(card: &RuleCard, all: &Evidenced, r: &mut R) -> bool {
    let (severity, customer) = (Severity::Bar, Subject::Side(Side::Customer));
    for (word, fact) in all.attitude() {
        if let Some(speaker) = word.against_by() {
            let (observed, required) = (Stance::Unfavourable, Stance::Neutral);
            let reading = Reading::Stance { observed, required };
            r.record(card, severity, Outcome::Breached, || {
                Evidence::new(fact, reading).of(speaker)
            });
            return true;
        }
    }
    let is_denied =
        rests_on_satisfaction(card) && matches!(all.dissatisfied, Some(Dissatisfied::Now));
    if is_denied {
        r.record(card, severity, Outcome::Breached, || {
            Evidence::present(Fact::CustomerSatisfaction, false).of(customer)
        });
    }
    is_denied
}

/// Leaves a ground open that a word against us denied until it expired, or that a guess of ours denies; the
/// result is whether it did.
fn left_open<R: Recorder>(card: &RuleCard, all: &Evidenced, r: &mut R) -> bool {
    let severity = Severity::Bar;
    for (word, fact) in all.attitude() {
        if word.may_be_against() {
            word.miss_against(card, severity, fact, r);
            return true;
        }
    }
    match all.dissatisfied {
        Some(Dissatisfied::Until(since)) if rests_on_satisfaction(card) => {
            let fact = Fact::CustomerSatisfaction;
            r.record(card, severity, Outcome::Missing(fact), || {
                let customer = Subject::Side(Side::Customer);
                Evidence::new(fact, Reading::Expired { since }).of(customer)
            });
            true
        }
        _ => false,
    }
}

/// States that the customer's feeling is unknown, and since when, if its referrals showed it before.
fn unheard<R: Recorder>(card: &RuleCard, all: &Evidenced, r: &mut R) {
    let (fact, severity) = (Fact::AffectiveEvaluation, Severity::Bar);
    match all.gone.referrals {
        Some(since) if all.evaluation.is_silent() => {
            r.record(card, severity, Outcome::Missing(fact), || {
                let customer = Subject::Side(Side::Customer);
                Evidence::new(Fact::Referrals, Reading::Expired { since }).of(customer)
            });
        }
        _ => all.evaluation.miss_at(card, severity, fact, r),
    }
}

fn rests_on_satisfaction(card: &RuleCard) -> bool {
    card.id() == LOY_05.id()
}

/// GEN-01: what a claim of loyalty is about is a customer that is attached.
fn attached<R: Recorder>(bond: Option<Bond>, r: &mut R) {
    let fact = Fact::Bond;
    match bond.map(Bond::is_attached) {
        Some(is_attached) => r.require_at(&GEN_01, Severity::Bar, is_attached, || {
            Evidence::present(fact, is_attached).of(Subject::Relationship)
        }),
        None => r.miss_at(&GEN_01, Severity::Bar, fact),
    }
}

/// The rules about the grounds of a claim, each with its grounds and the fact that it looks at.
pub(super) static GROUNDS: &[(&RuleCard, &[ClaimGround], Fact)] = &[
    (&GEN_02, &[ClaimGround::Retention], Fact::Retention),
    (
        &GEN_05,
        &[
            ClaimGround::SoftwareObservation,
            ClaimGround::OperatorImpression,
            ClaimGround::CustomerStatement,
        ],
        Fact::SoftwareObservation,
    ),
    (
        &GEN_07,
        &[ClaimGround::RepeatPurchase, ClaimGround::ShareOfPurchases],
        Fact::RepeatPurchase,
    ),
    (&GEN_19, &[ClaimGround::Revenue], Fact::Revenue),
    (
        &LOY_05,
        &[ClaimGround::Satisfaction],
        Fact::CustomerSatisfaction,
    ),
];
