//! The bond: genuine, mixed, locked in or none, and the sides that see it (关系的真伪: GEN, LOY).
//!
//! ```text
//! both sides' views -> recognition    -> Recognition      who sees a relationship?
//! BondFacts         -> bond           -> Bond             genuine, mixed, locked in or none
//! BondFacts         -> pattern        -> LoyaltyPattern   loyal, latent, spurious or none
//! BondFacts         -> reason_to_stay -> ReasonToStay     happy, indifferent or helpless
//! ```
//!
//! - *Looks at*: The answers of the rooms `kinds` and `lock_in`, the views of both sides, and what
//!   satisfaction allows.
//! - *Why*: Attachment and lock-in are two different things. A bond is judged by both. The pattern
//!   and the reason to stay rest on the same attachment, so no two of them disagree.
//! - *Breaks it*: No feeling of the customer. A view of ours that the customer does not share.
//!   Repeat purchases without feeling. A customer that is disappointed time and again.
//! - *Keeps it*: A connection that the customer itself feels and that both sides recognise.
//! - *Rules*: GEN-01, GEN-10 to GEN-14, GEN-18, LOY-01, LOY-02, LOY-04, LOY-06, SAT-08.
//!
//! # Examples
//!
//! A customer says that it feels nothing for us and sees no relationship. A contract holds it.
//!
//! ```
//! use keqing::loyalty::bond::{BondFacts, bond};
//! use keqing::loyalty::lock_in::LockInLevel;
//! use keqing::vocab::known::Known;
//! use keqing::vocab::words::{Bond, Stance};
//!
//! let mut facts = BondFacts::default();
//! facts.kinds.emotional = Known::customer_stated(Stance::Neutral);
//! facts.lock_in = Some(LockInLevel::High);
//! let found = bond(&facts).into_value().ok_or("open")?;
//! assert_eq!(found, Bond::LockedIn);
//! assert!(!found.is_attached());
//! # Ok::<(), &str>(())
//! ```

mod attachment;
pub(crate) mod pattern;
pub(crate) mod reason_to_stay;
pub(crate) mod recognition;

pub use pattern::pattern;
pub use reason_to_stay::{ReasonToStay, reason_to_stay};
pub use recognition::{Recognition, RecognitionFacts, Views, recognition};

use crate::form::record;
use crate::loyalty::cards::genuine::{GEN_01, GEN_10, GEN_12, GEN_13};
use crate::loyalty::kinds::LoyaltyKinds;
use crate::loyalty::kinds::word::whose;
use crate::loyalty::lock_in::LockInLevel;
use crate::satisfaction::cards::satisfaction::SAT_08;
use crate::satisfaction::measurement::LoyaltySupport;
use crate::verdict::{
    Assessment, Bound, Evidence, Fact, Found, Outcome, Presence, Reading, Recorder, Subject,
};
use crate::vocab::known::Known;
use crate::vocab::set::Set;
use crate::vocab::words::{Bond, Manifestation, Stance};

record! {
    /// The facts from which a bond is derived (关系判定事实).
    #[non_exhaustive]
    #[derive(Copy, Default, Hash)]
    #[serde(default)]
    pub struct BondFacts {
        /// The kinds of loyalty, of which the emotional one is needed (GEN-10).
        pub kinds: LoyaltyKinds => with_kinds,
        /// The views of both sides on the relationship (GEN-11).
        pub recognition: Views => with_recognition,
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
/// unknown, the bond is open. While the lock-in is unknown, the class of the bond is open, and GEN-01
/// is met or breached all the same if no level of it changes the attachment. Retention, share, revenue,
/// satisfaction (GEN-02) and lock-in (GEN-06) make no attachment. Attachment and lock-in together make
/// the bond (GEN-01).
///
/// - Bad feeling outweighs every purchase, and a share of purchases outweighs repetition (GEN-12).
/// - People of the customer who differ leave the bond open, unless another fact settles it.
/// - Kind words need satisfaction that supports them (SAT-08). A held customer that is disappointed
///   time and again is locked in. The bond of a free one is open, and so is that of a customer whose
///   satisfaction is unknown. A free customer that likes us and recommends us needs no support.
/// - If behaviour, mind and attitude were all looked at and none shows a relationship, there is
///   none (GEN-13).
///
/// # Examples
///
/// A customer that stays for points and a contract has no relationship yet.
///
/// ```
/// use keqing::loyalty::bond::{BondFacts, bond};
/// use keqing::loyalty::lock_in::LockInLevel;
/// use keqing::satisfaction::measurement::LoyaltySupport;
/// use keqing::verdict::Presence;
/// use keqing::vocab::known::Known;
/// use keqing::vocab::words::{Bond, Stance};
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
/// facts.support = Known::customer_stated(LoyaltySupport::Supported);
/// assert_eq!(bond(&facts).value(), Some(&Bond::Mixed));
///
/// facts.support = Known::customer_stated(LoyaltySupport::Unsupported);
/// assert_eq!(bond(&facts).value(), Some(&Bond::LockedIn), "disappointed time and again");
/// facts.lock_in = Some(LockInLevel::Low);
/// assert_eq!(bond(&facts).value(), None, "free to leave, and never locked in");
/// ```
pub fn bond(facts: &BondFacts) -> Assessment<Bond> {
    Assessment::of(|r| consult(facts, r))
}

#[inline(always)]
pub(crate) fn consult<R: Recorder>(facts: &BondFacts, r: &mut R) -> Option<Bond> {
    connection(facts, r);
    outweighs(facts, r);
    shows(&facts.kinds, r);
    supported(facts, r);
    let bond = decide(facts);
    if let Some(bond) = bond {
        r.classify(&GEN_01, || {
            Evidence::found(Fact::RelationshipNature, Found::word(bond))
        });
    }
    // Only the class of the bond waits for the lock-in, if no level of it changes the attachment.
    match bond.map(Bond::is_attached).or_else(|| facts.attachment()) {
        Some(is_attached) => r.require(&GEN_01, is_attached, || {
            Evidence::present(Fact::Bond, is_attached)
        }),
        None => {
            let open = facts.open();
            r.record(&GEN_01, GEN_01.severity(), Outcome::Missing(open), || {
                divided(facts, open).unwrap_or(Evidence::new(open, Reading::Nothing))
            });
        }
    }
    bond
}

/// Returns what its people say, if the feeling of the customer leaves the bond open because they differ.
fn divided(facts: &BondFacts, open: Fact) -> Option<Evidence> {
    let is_open = open == Fact::EmotionalConnection;
    let told = facts.affect().into_value().filter(|_| is_open)?;
    Some(feels(facts, told, Stance::Favourable))
}

/// Decides by the two axes, after the fact that settles the bond alone.
#[inline(always)]
fn decide(facts: &BondFacts) -> Option<Bond> {
    if facts.kinds.hidden == Set::all() {
        return Some(Bond::None);
    }
    let level = facts.lock_in?;
    Some(match (facts.is_attached(level)?, level) {
        (true, LockInLevel::Low) => Bond::Genuine,
        (true, LockInLevel::High) => Bond::Mixed,
        (false, LockInLevel::High) => Bond::LockedIn,
        (false, LockInLevel::Low) => Bond::None,
    })
}

/// GEN-10: the customer feels a connection.
#[inline(always)]
fn connection<R: Recorder>(facts: &BondFacts, r: &mut R) {
    r.need(
        &GEN_10,
        Fact::EmotionalConnection,
        facts.affect(),
        Stance::is_favourable,
        |stance| {
            if facts.kinds.feeling().is_known() {
                feels(facts, stance, Stance::Favourable)
            } else {
                Evidence::present(Fact::EmotionalConnection, true)
            }
        },
    );
}

/// Makes evidence of what the customer feels, of the person who speaks worst of us.
fn feels(facts: &BondFacts, observed: Stance, required: Stance) -> Evidence {
    let by = facts.kinds.voices.evaluation;
    let reading = Reading::Stance { observed, required };
    let subject = whose(by.and_then(|spread| spread.worst_by));
    Evidence::new(Fact::AffectiveEvaluation, reading).of(subject)
}

/// GEN-12: the feeling of a customer that buys much or often outweighs that, and its share outweighs
/// that it buys again.
#[inline(always)]
fn outweighs<R: Recorder>(facts: &BondFacts, r: &mut R) {
    let (share, repeats) = (facts.kinds.high_share, facts.kinds.repeats());
    if share.value() == Some(&Presence::Present) || repeats {
        // Of what a person says both ways the stricter counts.
        match facts.kinds.worst_feeling().or(facts.affect().into_value()) {
            Some(worst) => r.require(&GEN_12, worst != Stance::Unfavourable, || {
                feels(facts, worst, Stance::Neutral)
            }),
            None => r.miss(&GEN_12, Fact::AffectiveEvaluation),
        }
    }
    if repeats {
        let is_high = |share: Presence| share.is_present();
        let customer = whose(None);
        r.open(
            &GEN_12,
            (Fact::HighShare, customer),
            share,
            is_high,
            |share| Reading::present(share.is_present()),
        );
    }
}

/// GEN-13: the relationship shows itself, in each of these ways.
#[inline(always)]
fn shows<R: Recorder>(kinds: &LoyaltyKinds, r: &mut R) {
    let shown = u32::try_from(kinds.shown.len()).unwrap_or(u32::MAX);
    let is_open = kinds.shown.is_empty() && kinds.hidden != Set::all();
    let missing = is_open.then_some(Fact::Manifestations);
    r.weigh(&GEN_13, GEN_13.severity(), missing, shown > 0, || {
        Evidence::count(Fact::Manifestations, shown, Bound::AtLeast, 1)
    });
    for way in kinds.shown.iter() {
        classify_way(way, r);
    }
}

#[inline(always)]
fn classify_way<R: Recorder>(way: Manifestation, r: &mut R) {
    r.classify(&GEN_13, || {
        Evidence::found(Fact::Manifestations, Found::word(way))
    });
}

/// SAT-08: kind words need satisfaction that supports them.
#[inline(always)]
fn supported<R: Recorder>(facts: &BondFacts, r: &mut R) {
    if facts.feels() != Some(true) {
        return;
    }
    let holds = |support| support == LoyaltySupport::Supported;
    let customer: Subject = whose(None);
    r.open(
        &SAT_08,
        (Fact::LoyaltySupport, customer),
        facts.support,
        holds,
        |support| Reading::present(holds(support)),
    );
}
