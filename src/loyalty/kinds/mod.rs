//! Behavioural, conscious and emotional loyalty, each from its own signs (忠诚种类: LOY, GEN).
//!
//! ```text
//! evidence + LoyaltyPolicy + as_of -> kinds -> LoyaltyKinds   behaviour, intention and feeling, each unknown until its own sign is there
//! ```
//!
//! - *Looks at*: Dated [`LoyaltyEvidence`]: purchases, intentions, evaluations, trust, referrals,
//!   returns after a failure.
//! - *Why*: Only the customer itself can say what it feels. Purchases, revenue, satisfaction and
//!   clicks never make a feeling. A word counts for a time, and each person has a voice.
//! - *Breaks it*: Referrals of a customer that speaks against us. A word that expired, or that one
//!   person gave twice on one day with two marks, leaves a gap.
//! - *Keeps it*: The customer's own word, and referrals that were counted.
//! - *Rules*: LOY-01 to LOY-04, LOY-07, GEN-04, GEN-12 to GEN-15.
//!
//! # Examples
//!
//! A customer that buys again has said nothing of its feeling, so its emotional loyalty is unknown.
//!
//! ```
//! use keqing::loyalty::LoyaltyPolicy;
//! use keqing::loyalty::kinds::{LoyaltyEvidence, LoyaltySign, kinds};
//! use keqing::vocab::known::{Grade, Known};
//! use keqing::vocab::share::Share;
//!
//! let on = chrono::NaiveDate::from_ymd_opt(2024, 6, 30).ok_or("no such date")?;
//! let sign = LoyaltySign::Retention(Share::new(9, 10)?);
//! let bought = LoyaltyEvidence::new(on, Grade::Measured, sign);
//! let found = kinds(&LoyaltyPolicy::standard(), &[bought], on);
//! let found = found.value().ok_or("nothing known")?;
//! assert!(found.repeats());
//! assert_eq!(found.emotional, Known::Unknown);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod evidence;
mod heard;
pub(crate) mod latest;
mod look;
mod loyalty_kinds;
#[cfg(test)]
mod sign_tests;
#[cfg(test)]
mod tests;
mod trend;
mod voices;
pub(crate) mod word;

pub use evidence::{LoyaltyEvidence, LoyaltySign};
pub use loyalty_kinds::{LoyaltyAttitude, LoyaltyKinds};
pub use trend::Trend;
pub use voices::{Spread, Voices};

use chrono::NaiveDate;

use crate::loyalty::cards::genuine::{GEN_04, GEN_15};
use crate::loyalty::cards::loyalty::{LOY_01, LOY_02, LOY_03, LOY_04, LOY_07};
use crate::loyalty::kinds::latest::Evidenced;
use crate::loyalty::kinds::look::look;
use crate::loyalty::kinds::word::Word;
use crate::loyalty::policy::LoyaltyPolicy;
use crate::verdict::{
    Assessment, Evidence, Fact, Outcome, Presence, Reading, Recorder, RuleCard, Subject,
};
use crate::vocab::known::Known;
use crate::vocab::set::Set;
use crate::vocab::words::{Side, Stance};

/// Assesses the kinds of loyalty, each by its own evidence.
///
/// - A feeling needs the customer's own word: an estimate leaves a gap (GEN-04). Retention, a share
///   of purchases, revenue, satisfaction and software observations never make a feeling.
/// - A word counts for the days that the policy names, and so does every other sign. One that has
///   expired is missing, and the finding has the day. What a word closed stays open until somebody
///   speaks anew.
/// - Each person has a voice. Of several statements of one person the least favourable one counts that
///   no later one of the same or a better grade supersedes, and a finding has the day of one that
///   differs. Pieces that name nobody are one voice each. If some speak for us and others do not, the
///   stance is mixed. Two different marks of one person, one day and one grade contradict each other,
///   and the word is missing if they lie on both sides of the bound.
/// - Of two counts of retention, or of a share, the better grade counts, then the later day.
/// - Referrals that were counted do show a feeling (GEN-15), if the customer has not spoken of it. A
///   return after a failure with a recommendation is the strongest evidence there is (LOY-07). The
///   recommendation may not be older than the return, and no later word may speak against us.
///
/// The order of the list does not matter. Evidence after `as_of` is ignored, and a finding counts
/// it. The value is `None` if no kind is known.
///
/// # Examples
///
/// A customer bought in nine of ten of its own order cycles. Our seller believes that it loves us.
/// Two of its people are asked, and do not agree.
///
/// ```
/// use keqing::loyalty::LoyaltyPolicy;
/// use keqing::loyalty::kinds::{LoyaltyEvidence, LoyaltySign, kinds};
/// use keqing::loyalty::words::Repeat;
/// use keqing::vocab::known::{Grade, Known};
/// use keqing::vocab::share::Share;
/// use keqing::vocab::words::{Rating, Stance};
///
/// let on = chrono::NaiveDate::from_ymd_opt(2024, 6, 30).ok_or("no such date")?;
/// let piece = |grade, sign| LoyaltyEvidence::new(on, grade, sign);
/// let bought = piece(Grade::Measured, LoyaltySign::Retention(Share::new(9, 10)?));
/// let guess = piece(Grade::Estimated, LoyaltySign::Evaluation(Rating::HIGHEST.into()));
///
/// let policy = LoyaltyPolicy::standard();
/// let found = kinds(&policy, &[bought, guess], on).into_value().ok_or("nothing known")?;
/// assert_eq!(found.behavioural, Known::measured(Repeat::High));
/// assert_eq!(found.emotional, Known::Unknown);
///
/// let said = |mark| Ok::<_, keqing::vocab::words::RatingError>(LoyaltySign::Evaluation(Rating::new(mark)?.into()));
/// let wang = piece(Grade::CustomerStated, said(5)?).with_by("wang-fang".parse()?);
/// let sun = piece(Grade::CustomerStated, said(2)?).with_by("sun-li".parse()?);
/// let found = kinds(&policy, &[wang, sun, bought], on).into_value().ok_or("nothing known")?;
/// assert_eq!(found.emotional, Known::customer_stated(Stance::Mixed));
/// let spread = found.voices.evaluation.ok_or("they agree")?;
/// assert_eq!((spread.worst, spread.best), (Stance::Unfavourable, Stance::Favourable));
/// assert_eq!(spread.worst_by, sun.by);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn kinds(
    policy: &LoyaltyPolicy,
    evidence: &[LoyaltyEvidence],
    as_of: NaiveDate,
) -> Assessment<LoyaltyKinds> {
    policy.severities().weighed(Assessment::of(|r| {
        let all = Evidenced::by(policy, evidence, &[], as_of);
        let kinds = consult(policy, &all, r);
        kinds.is_told().then_some(kinds)
    }))
}

/// Consults every rule about the kinds of loyalty. Each line states one rule once.
#[inline(always)]
pub(crate) fn consult<R: Recorder>(
    policy: &LoyaltyPolicy,
    all: &Evidenced,
    r: &mut R,
) -> LoyaltyKinds {
    let kinds = read(policy, all);
    told(&kinds, r);
    bought_again(all, r);
    all.intention.classify(&LOY_03, Fact::Intention, r);
    felt(all, &kinds, r);
    all.evaluation.contradicted(&LOY_04, r);
    all.trust.classify(&GEN_04, Fact::TrustStatement, r);
    all.upholding.classify(&GEN_04, Fact::Upholding, r);
    all.intention.classify(&GEN_04, Fact::Intention, r);
    recommended(all, &kinds, r);
    in_adversity(all, &kinds, r);
    ignored(&LOY_01, all.later, r);
    kinds
}

/// Reads the kinds of loyalty from the evidence.
#[inline(always)]
pub(crate) fn read(policy: &LoyaltyPolicy, all: &Evidenced) -> LoyaltyKinds {
    let count = all.referrals.value().copied().unwrap_or_default();
    let emotional = if all.evaluation.is_silent() && count > 0 {
        all.referrals.map(|_| Stance::Favourable)
    } else {
        all.evaluation.stance
    };
    let attitude = LoyaltyAttitude {
        trust: all.trust.stance,
        upholding: all.upholding.stance,
        repurchase: all.intention.stance,
    };
    let cut = policy.high_share_from();
    let kinds = LoyaltyKinds {
        behavioural: all.retention.map(|rate| policy.repeat(rate)),
        conscious: attitude.repurchase,
        emotional,
        voices: Voices {
            evaluation: all.evaluation.spread,
            intention: all.intention.spread,
            trust: all.trust.spread,
            upholding: all.upholding.spread,
        },
        expired: all.evaluation.expired,
        attitude,
        high_share: all.share.map(|share| Presence::of(share >= cut)),
        trend: all
            .evaluation
            .trend
            .filter(|_| all.evaluation.stance.is_known()),
        referrals: count,
        adversity: adversity(all),
        shown: Set::empty(),
        hidden: Set::empty(),
    };
    look(kinds, all)
}

/// Recommending is part of it, and unknown until the evidence has it.
fn adversity(all: &Evidenced) -> Known<Presence> {
    all.refers_after_return.map(|count| Presence::of(count > 0))
}

/// LOY-01: the number of kinds that are known.
#[inline(always)]
fn told<R: Recorder>(kinds: &LoyaltyKinds, r: &mut R) {
    let known = [
        kinds.behavioural.is_known(),
        kinds.conscious.is_known(),
        kinds.emotional.is_known(),
    ];
    let count: u32 = known.into_iter().map(u32::from).sum();
    if count == 0 {
        r.miss(&LOY_01, Fact::LoyaltyKinds);
    } else {
        r.classify(&LOY_01, || Evidence::found(Fact::LoyaltyKinds, count));
    }
}

/// LOY-02: the rate at which the customer buys again.
#[inline(always)]
fn bought_again<R: Recorder>(all: &Evidenced, r: &mut R) {
    match all.retention.value() {
        Some(rate) => r.classify(&LOY_02, || Evidence::found(Fact::Retention, *rate)),
        None => r.miss_since(
            &LOY_02,
            Fact::Retention,
            Subject::Relationship,
            all.gone.retention,
        ),
    }
}

/// LOY-04: the customer's feeling, by its word, or by its recommending us if it has said nothing.
#[inline(always)]
fn felt<R: Recorder>(all: &Evidenced, kinds: &LoyaltyKinds, r: &mut R) {
    if all.evaluation.is_silent() && kinds.emotional.is_known() {
        r.classify(&LOY_04, || {
            Evidence::found(Fact::Referrals, kinds.referrals)
        });
    } else {
        all.evaluation
            .classify(&LOY_04, Fact::AffectiveEvaluation, r);
    }
}

/// GEN-15: a referral is evidence of feeling, and stands against a word that denies it.
#[inline(always)]
fn recommended<R: Recorder>(all: &Evidenced, kinds: &LoyaltyKinds, r: &mut R) {
    let Some(count) = all.referrals.value() else {
        let customer = Subject::Side(Side::Customer);
        if all.gone.referrals.is_some() {
            r.miss_since(&GEN_15, Fact::Referrals, customer, all.gone.referrals);
        } else if all.refers_by_guess {
            guessed(&GEN_15, Fact::Referrals, r);
        }
        return;
    };
    if *count == 0 {
        // No referral is no evidence either way.
        r.pass_over(&GEN_15, Fact::Referrals);
    } else if all.evaluation.is_silent() {
        r.classify(&GEN_15, || Evidence::found(Fact::Referrals, *count));
    } else if let Some(worst) = kinds.worst_feeling() {
        r.require(&GEN_15, worst != Stance::Unfavourable, || {
            feels(worst, Stance::Neutral, &all.evaluation)
        });
    } else {
        let fact = Fact::AffectiveEvaluation;
        all.evaluation.miss_at(&GEN_15, GEN_15.severity(), fact, r);
    }
}

/// Makes evidence of what the customer feels, against the least that suffices.
fn feels(observed: Stance, required: Stance, word: &Word) -> Evidence {
    let reading = Reading::Stance { observed, required };
    Evidence::new(Fact::AffectiveEvaluation, reading).of(word.speaker())
}

/// LOY-07: to come back after a failure and recommend.
#[inline(always)]
fn in_adversity<R: Recorder>(all: &Evidenced, kinds: &LoyaltyKinds, r: &mut R) {
    let customer = Subject::Side(Side::Customer);
    if all.returned.is_none() {
        if all.gone.came_back.is_some() {
            r.miss_since(&LOY_07, Fact::Adversity, customer, all.gone.came_back);
        } else if all.came_back_by_guess {
            guessed(&LOY_07, Fact::Adversity, r);
        }
        return;
    }
    match kinds.adversity.value() {
        Some(stays) => r.classify(&LOY_07, || Evidence::found(Fact::Adversity, *stays)),
        None if all.gone.referrals.is_some() => {
            r.miss_since(&LOY_07, Fact::Referrals, customer, all.gone.referrals);
        }
        None if all.refers_by_guess => guessed(&LOY_07, Fact::Referrals, r),
        None => r.miss(&LOY_07, Fact::Referrals),
    }
}

/// Reports a guess as a missing fact.
#[inline(always)]
fn guessed<R: Recorder>(card: &RuleCard, fact: Fact, r: &mut R) {
    let customer = Subject::Side(Side::Customer);
    r.require_grade(card, (fact, customer), Known::estimated(()));
}

/// Reports how many entries are ignored because they are dated after the day asked for.
#[inline(always)]
pub(crate) fn ignored<R: Recorder>(card: &RuleCard, later: u32, r: &mut R) {
    if later > 0 {
        r.record(card, card.severity(), Outcome::Inapplicable, || {
            Evidence::found(Fact::DatedLater, later)
        });
    }
}
