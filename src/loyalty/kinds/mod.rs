//! Behavioural, conscious and emotional loyalty, each from its own signs (忠诚种类: LOY, GEN).
//!
//! ```text
//! evidence + LoyaltyPolicy + as_of -> kinds -> LoyaltyKinds   behaviour, intention and feeling, each unknown until its own sign is there
//! ```
//!
//! - *Looks at*: Dated [`LoyaltyEvidence`]: purchases, intentions, evaluations, trust, referrals,
//!   returns after a failure.
//! - *Why*: Only the customer itself can say what it feels. Purchases, revenue, satisfaction and
//!   clicks never make a feeling.
//! - *Breaks it*: An unfavourable word of the customer, few repeat purchases, or no evidence of any
//!   kind.
//! - *Keeps it*: The customer's own favourable word; referrals that were counted; a return after a
//!   failure with a recommendation.
//! - *Rules*: LOY-01 to LOY-05, LOY-07, GEN-02, GEN-04, GEN-05, GEN-12 to GEN-15, GEN-19.
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
//! let bought = LoyaltyEvidence { on, grade: Grade::Measured, sign };
//! let found = kinds(&LoyaltyPolicy::standard(), &[bought], on)?;
//! let found = found.value().ok_or("nothing known")?;
//! assert!(found.repeats());
//! assert_eq!(found.emotional, Known::Unknown);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

pub(crate) mod evidence;
mod latest;
mod look;
mod loyalty_kinds;
mod manifestation;

pub use evidence::{LoyaltyEvidence, LoyaltyEvidenceError, LoyaltySign};
pub use loyalty_kinds::{LoyaltyAttitude, LoyaltyKinds};
pub use manifestation::{Manifestation, Trend};

use chrono::NaiveDate;
use rust_decimal::Decimal;

use crate::loyalty::cards::genuine::{GEN_02, GEN_04, GEN_05, GEN_15, GEN_19};
use crate::loyalty::cards::loyalty::{LOY_01, LOY_02, LOY_03, LOY_04, LOY_05, LOY_07};
use crate::loyalty::kinds::latest::{Evidenced, Latest};
use crate::loyalty::kinds::look::look;
use crate::loyalty::policy::LoyaltyPolicy;
use crate::loyalty::words::Stance;
use crate::verdict::{
    Assessment, Bound, Evidence, Fact, Presence, Reading, Recorder, RuleCard, Subject,
};
use crate::vocab::known::Known;
use crate::vocab::set::Set;
use crate::vocab::words::Rating;

/// Assesses the kinds of loyalty, each by its own evidence.
///
/// Of each sign the latest counts that is good enough, whatever the order of the list. A feeling
/// needs the customer's own word: an estimate leaves a gap (GEN-04). Retention, a share of
/// purchases, revenue, satisfaction and software observations never make a feeling (GEN-02, GEN-05,
/// GEN-19, LOY-05). While the customer's own evaluation is unknown, those rules miss it. Referrals
/// that were counted do show a feeling (GEN-15). A return after a failure with a recommendation is
/// the strongest evidence there is (LOY-07).
///
/// The value is `None` if no kind is known.
///
/// # Errors
///
/// [`LoyaltyEvidenceError`] is returned when a piece of evidence is dated after `as_of`. It holds
/// the error of every such piece.
///
/// # Examples
///
/// A customer bought in nine of ten of its own order cycles. Our seller believes that it loves us.
///
/// ```
/// use keqing::loyalty::LoyaltyPolicy;
/// use keqing::loyalty::kinds::{LoyaltyEvidence, LoyaltySign, kinds};
/// use keqing::loyalty::words::Repeat;
/// use keqing::loyalty::words::Stance;
/// use keqing::vocab::known::{Grade, Known};
/// use keqing::vocab::share::Share;
/// use keqing::vocab::words::Rating;
///
/// let on = chrono::NaiveDate::from_ymd_opt(2024, 6, 30).ok_or("no such date")?;
/// let piece = |grade, sign| LoyaltyEvidence { on, grade, sign };
/// let bought = piece(Grade::Measured, LoyaltySign::Retention(Share::new(9, 10)?));
/// let guess = piece(Grade::Estimated, LoyaltySign::Evaluation(Rating::HIGHEST));
///
/// let policy = LoyaltyPolicy::standard();
/// let found = kinds(&policy, &[bought, guess], on)?.into_value().ok_or("nothing known")?;
/// assert_eq!(found.behavioural, Known::measured(Repeat::High));
/// assert_eq!(found.emotional, Known::Unknown);
///
/// let word = piece(Grade::CustomerStated, LoyaltySign::Evaluation(Rating::new(2)?));
/// let found = kinds(&policy, &[bought, guess, word], on)?.into_value().ok_or("nothing known")?;
/// assert_eq!(found.emotional, Known::customer_stated(Stance::Unfavourable));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn kinds(
    policy: &LoyaltyPolicy,
    evidence: &[LoyaltyEvidence],
    as_of: NaiveDate,
) -> Result<Assessment<LoyaltyKinds>, LoyaltyEvidenceError> {
    evidence::check(evidence, as_of)?;
    Ok(policy.severities().weighed(Assessment::of(|r| {
        let kinds = consult(policy, evidence, r);
        kinds.is_told().then_some(kinds)
    })))
}

/// Consults every rule about the kinds of loyalty. Each line states one rule once.
#[inline(always)]
pub(crate) fn consult<'a, R: Recorder>(
    policy: &LoyaltyPolicy,
    evidence: impl IntoIterator<Item = &'a LoyaltyEvidence>,
    r: &mut R,
) -> LoyaltyKinds {
    let all = Evidenced::by(evidence);
    let kinds = read(policy, &all);
    check_any_known(&kinds, r);
    bought_again(policy, &all, r);
    word(&LOY_03, Fact::Intention, &all.intention, policy, r);
    check_feeling(policy, &all, &kinds, r);
    word(&GEN_04, Fact::TrustStatement, &all.trust, policy, r);
    word(&GEN_04, Fact::Upholding, &all.upholding, policy, r);
    let is_bought = all.retention.known().is_known() || all.share.known().is_known();
    let never_alone = [
        (&GEN_02, is_bought),
        (&GEN_05, all.is_observed),
        (&GEN_19, all.pays),
        (&LOY_05, all.is_measured_for_satisfaction),
    ];
    for (card, is_heard) in never_alone {
        if is_heard {
            no_inference(card, &all, &kinds, r);
        }
    }
    recommended(&all, r);
    in_adversity(&all, &kinds, r);
    kinds
}

#[inline(always)]
fn read(policy: &LoyaltyPolicy, all: &Evidenced) -> LoyaltyKinds {
    let stance = |latest: &Latest<Rating>| latest.known().map(|mark| policy.stance(mark));
    let referrals = all.referrals.known();
    let count = referrals.value().copied().unwrap_or_default();
    let recommends = referrals.map(|_| Stance::Favourable);
    let emotional = match stance(&all.evaluation) {
        Known::Unknown if count > 0 => recommends,
        said => said,
    };
    let attitude = LoyaltyAttitude {
        trust: stance(&all.trust),
        upholding: stance(&all.upholding),
        repurchase: stance(&all.intention),
    };
    let cut = policy.high_share_from();
    let retention = all.retention.known();
    let kinds = LoyaltyKinds {
        behavioural: retention.map(|rate| policy.repeat(rate)),
        conscious: attitude.repurchase,
        emotional,
        attitude,
        high_share: all.share.known().map(|share| Presence::of(share >= cut)),
        trend: trend(all),
        referrals: count,
        adversity: adversity(all),
        shown: Set::empty(),
        hidden: Set::empty(),
    };
    look(kinds, all)
}

fn trend(all: &Evidenced) -> Option<Trend> {
    let (earlier, latest) = (all.earlier.known(), all.evaluation.known());
    let order = latest.value()?.cmp(earlier.value()?);
    Some(Trend::of(order))
}

/// Recommending is part of it, and unknown until the evidence has it.
fn adversity(all: &Evidenced) -> Known<Presence> {
    if !all.after_failure.known().is_known() {
        return Known::Unknown;
    }
    let referrals = all.referrals.known();
    referrals.map(|count| Presence::of(count > 0))
}

/// LOY-01: at least one kind is known.
#[inline(always)]
fn check_any_known<R: Recorder>(kinds: &LoyaltyKinds, r: &mut R) {
    let known = [
        kinds.behavioural.is_known(),
        kinds.conscious.is_known(),
        kinds.emotional.is_known(),
    ];
    let count = known.into_iter().map(u32::from).sum();
    let missing = (count == 0).then_some(Fact::LoyaltyKinds);
    r.weigh(&LOY_01, LOY_01.severity(), missing, true, || {
        Evidence::count(Fact::LoyaltyKinds, count, Bound::AtLeast, 1)
    });
}

/// LOY-02: the customer buys again.
#[inline(always)]
fn bought_again<R: Recorder>(policy: &LoyaltyPolicy, all: &Evidenced, r: &mut R) {
    let least = policy.repeat_from();
    r.need(
        &LOY_02,
        Fact::Retention,
        all.retention.known(),
        |rate| rate >= least,
        |rate| Evidence::share(Fact::Retention, rate, Bound::AtLeast, least),
    );
}

/// LOY-04: the customer's feeling, by its word, or by its recommending us if it has said nothing.
#[inline(always)]
fn check_feeling<R: Recorder>(
    policy: &LoyaltyPolicy,
    all: &Evidenced,
    kinds: &LoyaltyKinds,
    r: &mut R,
) {
    if all.evaluation.known().is_known() || !kinds.emotional.is_known() {
        word(
            &LOY_04,
            Fact::AffectiveEvaluation,
            &all.evaluation,
            policy,
            r,
        );
    } else {
        r.require(&LOY_04, true, || {
            Evidence::count(Fact::Referrals, kinds.referrals, Bound::AtLeast, 1)
        });
    }
}

/// Needs a word that only the customer can give, and checks that it speaks for us.
#[inline(always)]
fn word<R: Recorder>(
    card: &RuleCard,
    fact: Fact,
    latest: &Latest<Rating>,
    policy: &LoyaltyPolicy,
    r: &mut R,
) {
    if latest.is_only_guessed() {
        return guessed(card, fact, r);
    }
    let least = policy.favourable_from();
    r.need(
        card,
        fact,
        latest.known(),
        |mark| mark >= least,
        |mark| {
            let reading = Reading::Number {
                observed: Decimal::from(mark.value()),
                bound: Bound::AtLeast,
                required: Decimal::from(least.value()),
            };
            Evidence::new(fact, reading)
        },
    );
}

/// Reports a guess as a missing fact.
#[inline(always)]
fn guessed<R: Recorder>(card: &RuleCard, fact: Fact, r: &mut R) {
    let guess = Known::estimated(());
    r.require_own_word(card, card.severity(), fact, guess, || Subject::Relationship);
}

/// Evidence of something else never makes a feeling. The customer's own evaluation is needed beside
/// it, or that it recommends us.
#[inline(always)]
fn no_inference<R: Recorder>(card: &RuleCard, all: &Evidenced, kinds: &LoyaltyKinds, r: &mut R) {
    r.need(
        card,
        Fact::AffectiveEvaluation,
        kinds.emotional,
        |_| true,
        |_| {
            if all.evaluation.known().is_known() {
                Evidence::present(Fact::AffectiveEvaluation, true)
            } else {
                Evidence::count(Fact::Referrals, kinds.referrals, Bound::AtLeast, 1)
            }
        },
    );
}

/// GEN-15: referrals count, once they are counted.
#[inline(always)]
fn recommended<R: Recorder>(all: &Evidenced, r: &mut R) {
    if all.referrals.is_only_guessed() {
        guessed(&GEN_15, Fact::Referrals, r);
    } else if let Some(count) = all.referrals.known().value() {
        r.require(&GEN_15, true, || {
            Evidence::count(Fact::Referrals, *count, Bound::AtLeast, 0)
        });
    }
}

/// LOY-07: to come back after a failure and recommend.
#[inline(always)]
fn in_adversity<R: Recorder>(all: &Evidenced, kinds: &LoyaltyKinds, r: &mut R) {
    if all.after_failure.is_only_guessed() {
        guessed(&LOY_07, Fact::Adversity, r);
    } else if all.after_failure.known().is_known() {
        r.need(
            &LOY_07,
            Fact::Referrals,
            kinds.adversity,
            |presence| presence == Presence::Present,
            |presence| Evidence::present(Fact::Adversity, presence == Presence::Present),
        );
    }
}
