//! Loyalty: is this customer loyal, or only staying, and by whose word? (客户忠诚：真诚还是被锁定).
//!
//! ```text
//! days of purchase          -> retention      -> Retention     how far it kept buying, by its own cycle
//! evidence                  -> kinds          -> LoyaltyKinds  behaviour, mind, feeling: each from its own signs
//! both sides' views         -> recognition    -> Recognition   who sees a relationship
//! instruments, costs, gain  -> lock_in        -> LockIn        what holds it whether it likes us or not
//!
//! kinds + recognition       ─┬> bond          -> Bond          genuine, mixed, locked in, none
//! lock-in + satisfaction    ─┘
//! kinds                     -> cell           -> LoyaltyCell   loyal, latent, spurious, none
//! kinds + lock-in           -> staying        -> Staying       happy, indifferent, helpless
//!
//! all of it                 -> assess         -> Loyalty       every part at once
//! ```
//!
//! One thought runs through it: **what a customer feels, only the customer can say.** A sign of
//! behaviour tells behaviour. No amount of retention, revenue, satisfaction or observed clicks makes a
//! feeling (GEN-02, GEN-05, GEN-19, LOY-05), and neither does what our own people believe (GEN-04).
//! What nobody asked stays unknown, and the answer names whom to ask what.
//!
//! The other thought: **what holds a customer is not what binds it to us.** Contracts, points and the
//! cost of leaving count as lock-in and never as relationship (GEN-06). So there are two axes, and the
//! bond is the cell in which they meet (GEN-01).
//!
//! # Examples
//!
//! A customer has bought in every one of its last twelve order cycles. It is held by a contract. Is it
//! loyal? Nobody knows, before it is asked.
//!
//! ```
//! use keqing::loyalty::{
//!     Bond, LockInLevel, LoyaltyEvidence, LoyaltyFacts, LoyaltyPolicy, LoyaltySign, assess,
//! };
//! use keqing::vocab::{Grade, Instrument, Known, Rating, Share};
//!
//! let on = chrono::NaiveDate::from_ymd_opt(2024, 12, 31).ok_or("no such date")?;
//! let mut facts = LoyaltyFacts::default();
//! let (grade, sign) = (Grade::Measured, LoyaltySign::Retention(Share::new(12, 12)?));
//! facts.evidence.push(LoyaltyEvidence { on, grade, sign });
//! facts.lock_in.instruments = Known::measured(Instrument::Contract.into());
//!
//! let policy = LoyaltyPolicy::standard();
//! let told = assess(&policy, &facts, on)?;
//! assert_eq!(told.bond.value(), None);
//! assert_eq!(told.lock_in.value().map(|held| held.level), Some(LockInLevel::High));
//!
//! let (grade, sign) = (Grade::CustomerStated, LoyaltySign::Evaluation(Rating::new(3)?));
//! facts.evidence.push(LoyaltyEvidence { on, grade, sign });
//! assert_eq!(assess(&policy, &facts, on)?.bond.value(), Some(&Bond::LockedIn));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod assess;
mod bond;
pub mod cards_genuine;
pub mod cards_loyalty;
pub mod cards_switching;
mod cell;
mod evidence;
mod kinds;
mod lock_in;
mod manifestation;
mod order_cycle;
mod policy;
mod recognition;
mod retention;
mod stance;
mod staying;
mod switch_test;
mod switching_cost;
mod told;

pub use assess::{Loyalty, LoyaltyError, LoyaltyFacts, assess};
pub use bond::{Bond, BondFacts, bond};
pub use cell::{LoyaltyCell, cell};
pub use evidence::{LoyaltyEvidence, LoyaltyEvidenceError, LoyaltySign};
pub use kinds::{LoyaltyAttitude, LoyaltyKinds, kinds};
pub use lock_in::{LockIn, LockInError, LockInFacts, LockInLevel, lock_in};
pub use manifestation::{Manifestation, Trend};
pub use order_cycle::{OrderCycle, OrderCycleError};
pub use policy::{LoyaltyPolicy, LoyaltyPolicyError};
pub use recognition::{Recognition, RecognitionFacts, recognition};
pub use retention::{Repeat, Retention, RetentionError, retention};
pub use stance::Stance;
pub use staying::{Staying, StayingFacts, staying};
pub use switch_test::{SwitchFacts, SwitchOutcome, SwitchTestError, switch_test};
pub use switching_cost::{
    Occurrence, SwitchingCost, SwitchingCostError, SwitchingCostItem, SwitchingCostKind,
    SwitchingFacet, switching_cost,
};
