//! The bond: genuine, mixed, locked in or none, and the sides that see it (关系的真伪: GEN, LOY).
//!
//! ```text
//! both sides' views               -> recognition    -> Recognition      who sees a relationship?
//! kinds + recognition + lock-in + satisfaction -> bond           -> Bond             genuine, mixed, locked in or none
//! kinds                           -> pattern        -> LoyaltyPattern   loyal, latent, spurious or none
//! kinds + lock-in                 -> reason_to_stay -> ReasonToStay     happy, indifferent or helpless
//! ```
//!
//! - *Looks at*: The answers of the rooms `kinds` and `lock_in`, the views of both sides, and what
//!   satisfaction allows.
//! - *Why*: Attachment and lock-in are two different things. A bond is judged by both.
//! - *Breaks it*: No feeling of the customer. A view of ours that the customer does not share.
//!   Repeat purchases without feeling. A customer that is disappointed time and again.
//! - *Keeps it*: A connection that the customer itself feels and that both sides recognise.
//! - *Rules*: GEN-01, GEN-10 to GEN-14, GEN-18, LOY-02, LOY-04, LOY-06, SAT-08.
//!
//! # Examples
//!
//! A customer says that it feels nothing for us and sees no relationship. A contract holds it.
//!
//! ```
//! use keqing::loyalty::bond::{Bond, BondFacts, bond};
//! use keqing::loyalty::lock_in::LockInLevel;
//! use keqing::loyalty::words::Stance;
//! use keqing::vocab::known::Known;
//!
//! let mut facts = BondFacts::default();
//! facts.kinds.emotional = Known::customer_stated(Stance::Neutral);
//! facts.lock_in = Some(LockInLevel::High);
//! let found = bond(&facts).into_value().ok_or("open")?;
//! assert_eq!(found, Bond::LockedIn);
//! assert!(!found.is_attached());
//! # Ok::<(), &str>(())
//! ```

pub(crate) mod pattern;
pub(crate) mod reason_to_stay;
pub(crate) mod recognition;

pub use pattern::{LoyaltyPattern, pattern};
pub use reason_to_stay::{ReasonToStay, ReasonToStayFacts, reason_to_stay};
pub use recognition::{Recognition, RecognitionFacts, recognition};

use crate::form::record;
use crate::loyalty::cards::genuine::{GEN_01, GEN_10, GEN_12, GEN_13};
use crate::loyalty::kinds::LoyaltyKinds;
use crate::loyalty::lock_in::LockInLevel;
use crate::loyalty::words::Stance;
use crate::satisfaction::cards::satisfaction::SAT_08;
use crate::satisfaction::measurement::LoyaltySupport;
use crate::verdict::{Assessment, Bound, Evidence, Fact, Presence, Recorder};
use crate::vocab::known::{Grade, Known};
use crate::vocab::set::Set;
use crate::vocab::words::words;

words! {
    /// The bond that keeps a customer (关系的性质), GEN-01: attachment, lock-in, both or neither.
    ///
    /// | | not locked in | locked in |
    /// |---|---|---|
    /// | **attached** | [`Genuine`](Self::Genuine) | [`Mixed`](Self::Mixed) |
    /// | **not attached** | [`None`](Self::None) | [`LockedIn`](Self::LockedIn) |
    pub closed enum Bond {
        /// The customer is attached and free to leave (真诚的关系).
        Genuine = "genuine", "genuine", "真诚的关系", "真誠的關係";
        /// The customer is attached, and held besides (兼有锁定).
        Mixed = "mixed", "genuine, and locked in besides", "真诚而兼有锁定", "真誠而兼有鎖定";
        /// The customer is held, and not attached (被捆绑的关系).
        LockedIn = "locked-in", "locked in", "被锁定", "被鎖定";
        /// The customer is neither attached nor held: it only trades (仅有交易).
        None = "none", "no relationship", "仅有交易，尚无关系", "僅有交易，尚無關係";
    }
}

impl Bond {
    /// Returns `true` if the customer is attached, so that there is a relationship.
    #[must_use]
    pub const fn is_attached(self) -> bool {
        matches!(self, Self::Genuine | Self::Mixed)
    }

    /// Returns the patterns of attitude and repeat purchase in which such a customer may stand.
    ///
    /// An attached customer has a favourable attitude, so it is loyal, or latent if it seldom buys.
    /// The reverse does not hold. A favourable attitude alone is no bond if the customer sees no
    /// relationship (GEN-11) or is dissatisfied time and again (SAT-08).
    #[must_use]
    pub const fn patterns(self) -> Set<LoyaltyPattern> {
        match self {
            Self::Genuine | Self::Mixed => {
                LoyaltyPattern::set([LoyaltyPattern::Loyal, LoyaltyPattern::Latent])
            }
            Self::LockedIn | Self::None => Set::all(),
        }
    }
}

record! {
    /// The facts from which a bond is derived (关系判定事实).
    #[non_exhaustive]
    #[derive(Copy, Default, Hash)]
    #[serde(default)]
    pub struct BondFacts {
        /// The kinds of loyalty, of which the emotional one is needed (GEN-10).
        pub kinds: LoyaltyKinds => with_kinds,
        /// The views of both sides on the relationship (GEN-11).
        pub recognition: RecognitionFacts => with_recognition,
        /// The customer's own word that it would miss something
        /// ([`SwitchingCost::misses`](crate::loyalty::lock_in::SwitchingCost::misses)). It counts
        /// as feeling if the customer has not spoken of its feeling.
        pub misses: Known<Presence> => with_misses,
        /// The level of lock-in; `None` while it is unknown.
        pub lock_in: Option<LockInLevel> => with_lock_in,
        /// The loyalty that the customer's satisfaction supports (SAT-08).
        pub support: Known<LoyaltySupport> => with_support,
    }
}

/// Assesses whether a relationship is genuine or locked in.
///
/// A customer is attached if it feels a connection, by its own word (GEN-10), and both sides see a
/// relationship (GEN-11). If one of them is known to lack, the customer is not attached. If one is
/// unknown, the bond is open. Retention, share, revenue, satisfaction (GEN-02) and lock-in (GEN-06)
/// make no attachment. Attachment and lock-in together make the bond (GEN-01).
///
/// - Bad feeling outweighs every purchase (GEN-12).
/// - Continued dissatisfaction supports no loyalty. A dissatisfied customer that speaks kindly
///   counts as locked in (SAT-08). If satisfaction is unknown, a kind word still counts and a
///   finding names the missing fact. If the feeling is unknown, a bond is reported only for a
///   customer that is locked in.
/// - If behaviour, mind and attitude were all looked at and none shows a relationship, there is
///   none (GEN-13).
///
/// # Examples
///
/// A customer that stays for points and a contract has no relationship yet.
///
/// ```
/// use keqing::loyalty::bond::{Bond, BondFacts, RecognitionFacts, bond};
/// use keqing::loyalty::kinds::LoyaltyKinds;
/// use keqing::loyalty::lock_in::LockInLevel;
/// use keqing::loyalty::words::Stance;
/// use keqing::verdict::Presence;
/// use keqing::vocab::known::Known;
///
/// let mut facts = BondFacts::default();
/// facts.lock_in = Some(LockInLevel::High);
/// assert_eq!(bond(&facts).value(), None, "nobody asked the customer");
///
/// facts.kinds.emotional = Known::customer_stated(Stance::Neutral);
/// assert_eq!(bond(&facts).value(), Some(&Bond::LockedIn));
///
/// facts.kinds.emotional = Known::customer_stated(Stance::Favourable);
/// facts.recognition.supplier = Known::measured(Presence::Present);
/// facts.recognition.customer = Known::customer_stated(Presence::Present);
/// assert_eq!(bond(&facts).value(), Some(&Bond::Mixed));
/// ```
pub fn bond(facts: &BondFacts) -> Assessment<Bond> {
    Assessment::of(|r| consult(facts, r))
}

impl BondFacts {
    /// Returns the feeling of the customer: its word, or that it would miss us.
    #[inline(always)]
    fn affect(&self) -> Known<Stance> {
        match (self.kinds.feeling(), self.misses) {
            (Known::Unknown, Known::Given(misses))
                if misses.value == Presence::Present && misses.grade >= Grade::CustomerStated =>
            {
                Known::graded(Stance::Favourable, misses.grade)
            }
            (said, _) => said,
        }
    }

    #[inline(always)]
    fn is_unsupported(&self) -> bool {
        self.support.value() == Some(&LoyaltySupport::Unsupported)
    }
}

#[inline(always)]
pub(crate) fn consult<R: Recorder>(facts: &BondFacts, r: &mut R) -> Option<Bond> {
    let affect = facts.affect();
    connection(affect, r);
    outweighs(facts, affect, r);
    shows(&facts.kinds, r);
    supported(facts, affect, r);
    let bond = decide(facts, affect);
    match bond {
        Some(bond) => r.require(&GEN_01, bond.is_attached(), || {
            Evidence::present(Fact::Bond, bond.is_attached())
        }),
        None => r.miss(&GEN_01, open(facts, affect)),
    }
    bond
}

/// Returns the fact that leaves the bond open: the feeling, then a view, then the lock-in.
fn open(facts: &BondFacts, affect: Known<Stance>) -> Fact {
    if !affect.is_known() {
        Fact::EmotionalConnection
    } else if facts.recognition.is_mutual().is_some() {
        Fact::FreedomToLeave
    } else if facts.recognition.word().is_known() {
        Fact::SupplierRecognition
    } else {
        Fact::Recognition
    }
}

/// Decides by the two axes, after the facts that settle the bond alone.
#[inline(always)]
fn decide(facts: &BondFacts, affect: Known<Stance>) -> Option<Bond> {
    if facts.kinds.hidden == Set::all() {
        return Some(Bond::None);
    }
    let feels = affect.value().map(|stance| stance.is_favourable());
    if facts.is_unsupported() {
        match (feels, facts.lock_in) {
            (Some(true), _) | (None, Some(LockInLevel::High)) => return Some(Bond::LockedIn),
            // A kind word would make it locked in: as long as it may come, the bond is open.
            (None, _) => return None,
            (Some(false), _) => {}
        }
    }
    let is_attached = match (feels, facts.recognition.is_mutual()) {
        (Some(false), _) | (_, Some(false)) => false,
        (Some(true), Some(true)) => true,
        _ => return None,
    };
    Some(match (is_attached, facts.lock_in?) {
        (true, LockInLevel::Low) => Bond::Genuine,
        (true, LockInLevel::High) => Bond::Mixed,
        (false, LockInLevel::High) => Bond::LockedIn,
        (false, LockInLevel::Low) => Bond::None,
    })
}

/// GEN-10: the customer feels a connection.
#[inline(always)]
fn connection<R: Recorder>(affect: Known<Stance>, r: &mut R) {
    r.need(
        &GEN_10,
        Fact::EmotionalConnection,
        affect,
        Stance::is_favourable,
        |stance| Evidence::present(Fact::EmotionalConnection, stance.is_favourable()),
    );
}

/// GEN-12: if the customer buys much or often, its feeling outweighs that.
#[inline(always)]
fn outweighs<R: Recorder>(facts: &BondFacts, affect: Known<Stance>, r: &mut R) {
    let buys_much = facts.kinds.high_share.value() == Some(&Presence::Present);
    if buys_much || facts.kinds.repeats() {
        r.need(
            &GEN_12,
            Fact::AffectiveEvaluation,
            affect,
            |stance| stance != Stance::Unfavourable,
            |stance| {
                let speaks_for_us = stance != Stance::Unfavourable;
                Evidence::present(Fact::EmotionalConnection, speaks_for_us)
            },
        );
    }
}

/// GEN-13: the relationship shows itself.
#[inline(always)]
fn shows<R: Recorder>(kinds: &LoyaltyKinds, r: &mut R) {
    let shown = u32::try_from(kinds.shown.len()).unwrap_or(u32::MAX);
    let is_open = kinds.shown.is_empty() && kinds.hidden != Set::all();
    let missing = is_open.then_some(Fact::Manifestations);
    r.weigh(&GEN_13, GEN_13.severity(), missing, shown > 0, || {
        Evidence::count(Fact::Manifestations, shown, Bound::AtLeast, 1)
    });
}

/// SAT-08: kind words need satisfaction that supports them.
#[inline(always)]
fn supported<R: Recorder>(facts: &BondFacts, affect: Known<Stance>, r: &mut R) {
    if affect.value() != Some(&Stance::Favourable) {
        return;
    }
    r.need(
        &SAT_08,
        Fact::LoyaltySupport,
        facts.support,
        |support| support == LoyaltySupport::Supported,
        |support| Evidence::present(Fact::LoyaltySupport, support == LoyaltySupport::Supported),
    );
}
