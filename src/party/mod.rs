//! The four parties: two organizations and the people who act for them, what they need, how they feel,
//! and whether each side is at one with itself (四方关系，利益与情感).
//!
//! ```text
//! Measure                        -> judge_measure    -> Verdict    are all four considered? (PTY)
//! Action                         -> judge_action     -> Verdict    which need, whose benefit?
//! Observations                   -> feeling          -> Feeling    mood, and the affect behind it
//! Parties + PersonTrust          -> assess_trust     -> TrustPicture
//! SideFacts                      -> alignment        -> Alignment  operator and organization at one? (ALN)
//! SideFacts of both              -> advantage        -> Advantage  who is expected to win, and why
//! SideFacts of ours + Investment -> judge_investment -> Verdict    may this be spent?
//! ```
//!
//! The documents see four parties where others see two (PTY-01): the people who act for an organization
//! have interests of their own. Whatever is told of the people of a side together is also told of each,
//! because a whole hides what is at odds inside it (PTY-02). The supplier acts; in what state the
//! relationship is, the customer says (PTY-03).
//!
//! # Examples
//!
//! A discount is proposed that takes from the seller's bonus. Somebody forgot the customer's buyer, and
//! nobody thought of the seller.
//!
//! ```
//! use keqing::party::action::{Direction, Effect, Measure, judge_measure};
//! use keqing::verdict::Decision;
//! use keqing::vocab::words::Role;
//!
//! let discount = Measure::new()
//!     .with_effect(Role::SupplierOrganization, Effect::new(Direction::Positive))
//!     .with_effect(Role::SupplierOperator, Effect::new(Direction::Negative))
//!     .with_effect(Role::CustomerOrganization, Effect::new(Direction::Positive));
//! let refused = judge_measure(&discount);
//! assert_eq!(refused.decision(), Decision::Deny);
//! assert_eq!(refused.remedies().count(), 2);
//!
//! let complete = discount
//!     .with_effect(Role::SupplierOperator, Effect::countered("bonus on margin, not on price".parse()?))
//!     .with_effect(Role::CustomerOperator, Effect::new(Direction::Zero));
//! assert_eq!(judge_measure(&complete).decision(), Decision::Permit);
//! # Ok::<(), keqing::vocab::name::NameError>(())
//! ```

pub mod action;
pub mod alignment;
mod assess;
pub mod cards;
pub mod continuity;
mod error;
mod facts;
pub mod feeling;
pub mod parties;
pub mod people;
mod policy;
#[cfg(test)]
mod sample;
pub mod trust;

pub use assess::{PartyPicture, assess};
pub use error::PartyError;
pub use facts::{PartyFacts, PartyGiven};
pub use policy::{PartyPolicy, PartySeverities};

use crate::verdict::RuleCard;

/// Every card of the system, file by file, in the order of the rulebook.
pub static CARDS: &[&[&RuleCard]] = &[
    cards::parties::CARDS,
    cards::alignment::CARDS,
    cards::continuity::CARDS,
    cards::people::CARDS,
];
