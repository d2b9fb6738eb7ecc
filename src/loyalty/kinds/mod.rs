//! Behavioural, conscious and emotional loyalty, each from its own signs (忠诚种类: GEN-02 to GEN-05).

pub(crate) mod evidence;
mod latest;
mod manifestation;

pub use evidence::{LoyaltyEvidence, LoyaltyEvidenceError, LoyaltySign};
pub use manifestation::{Manifestation, Trend};

use chrono::NaiveDate;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::loyalty::cards::genuine::{GEN_02, GEN_04, GEN_05, GEN_15, GEN_19};
use crate::loyalty::cards::loyalty::{LOY_01, LOY_02, LOY_03, LOY_04, LOY_05, LOY_07};

use crate::loyalty::kinds::latest::{Evidenced, Latest};
use crate::loyalty::policy::LoyaltyPolicy;
use crate::loyalty::retention::Repeat;
use crate::loyalty::words::Stance;
use crate::verdict::{
    Assessment, Bound, Evidence, Fact, Presence, Reading, Recorder, RuleCard, Subject,
};
use crate::vocab::known::{Grade, Known};
use crate::vocab::set::Set;
use crate::vocab::words::Rating;

/// The three kinds of loyalty (行为忠诚、意识忠诚、情感忠诚), each told from its own evidence (LOY-01).
///
/// A kind of which there is no evidence of its own is unknown, however much there is of the others.
#[derive(Clone, Copy, Debug, Default, Deserialize, Eq, Hash, PartialEq, Serialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
#[non_exhaustive]
pub struct LoyaltyKinds {
    /// Whether the customer buys again (LOY-02).
    pub behavioural: Known<Repeat>,
    /// Whether it means to buy again (LOY-03).
    pub conscious: Known<Stance>,
    /// How it feels about us (LOY-04): by its own word, or where there is none by its recommending us.
    pub emotional: Known<Stance>,
    /// What loyalty is in its own words (GEN-04).
    pub attitude: LoyaltyAttitude,
    /// Whether it buys much of what it needs from us (GEN-12).
    pub high_share: Known<Presence>,
    /// Whether its feeling rises or falls, where it spoke twice (GEN-14).
    pub trend: Option<Trend>,
    /// New customers that it recommended us to (GEN-15).
    pub referrals: u32,
    /// Whether it came back after a failure and recommends us (LOY-07).
    pub adversity: Known<Presence>,
    /// In which ways the relationship shows itself (GEN-13).
    pub shown: Set<Manifestation>,
    /// In which ways it was looked for and does not show.
    pub hidden: Set<Manifestation>,
}

/// What loyalty is in the customer's own words (忠诚态度): trust, standing up for us, and the wish to buy
/// again (GEN-04).
#[derive(Clone, Copy, Debug, Default, Deserialize, Eq, Hash, PartialEq, Serialize)]
#[expect(
    clippy::exhaustive_structs,
    reason = "the three parts of the definition in GEN-04"
)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct LoyaltyAttitude {
    /// Whether it trusts us.
    pub trust: Known<Stance>,
    /// Whether it stands up for us.
    pub upholding: Known<Stance>,
    /// Whether it wishes to buy again.
    pub repurchase: Known<Stance>,
}

/// Tells the kinds of loyalty, each from its own evidence.
///
/// Of each sign the latest counts that is good enough, whatever the order of the list. What only the
/// customer can say, it has to have said: an estimate leaves a gap (GEN-04). Retention, a share of
/// purchases, revenue, satisfaction and whatever software saw are heard and never make a feeling
/// (GEN-02, GEN-05, GEN-19, LOY-05); as long as the customer's own evaluation is unknown, those rules
/// miss it. Referrals that were counted do tell a feeling (GEN-15), and to come back after a failure
/// and recommend is the strongest evidence there is (LOY-07).
///
/// The value is `None` where nothing can be told.
///
/// # Errors
///
/// [`LoyaltyEvidenceError`] where a piece of evidence is dated after `as_of`.
///
/// # Examples
///
/// A customer bought in nine of ten of its own order cycles. Our seller is sure that it loves us.
///
/// ```
/// use keqing::loyalty::LoyaltyPolicy;
/// use keqing::loyalty::kinds::{LoyaltyEvidence, LoyaltySign, kinds};
/// use keqing::loyalty::retention::Repeat;
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
/// let found = kinds(&policy, &[bought, guess], on)?.into_value().ok_or("nothing told")?;
/// assert_eq!(found.behavioural, Known::measured(Repeat::High));
/// assert_eq!(found.emotional, Known::Unknown);
///
/// let word = piece(Grade::CustomerStated, LoyaltySign::Evaluation(Rating::new(2)?));
/// let found = kinds(&policy, &[bought, guess, word], on)?.into_value().ok_or("nothing told")?;
/// assert_eq!(found.emotional, Known::customer_stated(Stance::Unfavourable));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn kinds(
    policy: &LoyaltyPolicy,
    evidence: &[LoyaltyEvidence],
    as_of: NaiveDate,
) -> Result<Assessment<LoyaltyKinds>, LoyaltyEvidenceError> {
    evidence::check(evidence, as_of)?;
    Ok(Assessment::of(|r| {
        let kinds = consult(policy, evidence, r);
        kinds.is_told().then_some(kinds)
    }))
}

impl LoyaltyKinds {
    /// Tells whether anything is told at all.
    #[must_use]
    pub fn is_told(&self) -> bool {
        *self != Self::default()
    }

    /// Returns how the customer feels, by its own word or deed; an estimate of it is as good as nothing.
    #[must_use]
    #[inline(always)]
    pub fn feeling(&self) -> Known<Stance> {
        if self.emotional.grade() >= Some(Grade::CustomerStated) {
            self.emotional
        } else {
            Known::Unknown
        }
    }

    /// Tells whether the customer is shown to keep buying.
    #[must_use]
    pub fn repeats(&self) -> bool {
        self.behavioural.value() == Some(&Repeat::High)
    }
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
    manifestation::look(kinds, all)
}

fn trend(all: &Evidenced) -> Option<Trend> {
    let (earlier, latest) = (all.earlier.known(), all.evaluation.known());
    let order = latest.value()?.cmp(earlier.value()?);
    Some(Trend::of(order))
}

/// To recommend is part of it, and unknown until it is told.
fn adversity(all: &Evidenced) -> Known<Presence> {
    if !all.after_failure.known().is_known() {
        return Known::Unknown;
    }
    let referrals = all.referrals.known();
    referrals.map(|count| Presence::of(count > 0))
}

/// LOY-01: at least one kind is told.
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

/// LOY-04: how the customer feels, by its word, or where it has said nothing by its recommending us.
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

/// What only the customer can say, and whether it speaks for us.
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

/// A guess is as good as nothing, and is said to be one.
#[inline(always)]
fn guessed<R: Recorder>(card: &RuleCard, fact: Fact, r: &mut R) {
    let guess = Known::estimated(());
    r.require_own_word(card, card.severity(), fact, guess, || Subject::Relationship);
}

/// Evidence of something else never makes a feeling: the customer's own evaluation is needed beside it,
/// or that it recommends us.
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
