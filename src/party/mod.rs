//! The four parties (四方关系，利益与情感): two organizations and the people who act for them, with their
//! needs, feelings, trust and interests.
//!
//! ```text
//! Measure + Register             -> judge_measure    -> Verdict    are all four considered? (PTY)
//! Action + IntegrityOffice       -> judge_action     -> Verdict    need, benefit, and the party of each
//! Observations + Register + Ties -> feeling          -> Feeling    mood, and the affect behind it
//! Parties + PersonTrust          -> assess_trust     -> TrustPicture
//! SideFacts                      -> alignment        -> Alignment  operator and organization at one? (ALN)
//! SideFacts of both              -> advantage        -> Advantage  the side that is expected to win, with the reason
//! SideFacts of ours + Investment -> judge_investment -> Verdict    may the investment be made?
//! Gain + IntegrityOffice         -> judge_gain       -> Verdict    may an offer or an instrument bring it? (PTY-09)
//! ```
//!
//! The documents see four parties where others see two (PTY-01): the people who act for an
//! organization have interests of their own. A statement about the people of a side together is
//! also made about each person, because a whole hides conflicts inside it (PTY-02). The supplier
//! acts, and the customer says in what state the relationship is (PTY-03).
//!
//! Every name leads to an entry of the [`Register`](parties::Register) on the day of the statement. A
//! person whose last day is over holds no tie, owns no customer and has no say.
//!
//! # Examples
//!
//! A discount is proposed that takes from the seller's bonus. The customer's buyer was forgotten,
//! and the seller has no countermeasure.
//!
//! ```
//! use keqing::party::action::{Countermeasure, Direction, Effect, Measure, judge_measure};
//! use keqing::party::parties::{Person, Register};
//! use keqing::verdict::Decision;
//! use keqing::vocab::words::{Department, Level, Role};
//!
//! let date = |month| chrono::NaiveDate::from_ymd_opt(2024, month, 1).ok_or("no such date");
//! let zhou = Person::new("zhou", Department::Sales, Level::Operator)?;
//! let register = Register::new([zhou], [])?;
//! let discount = Measure::new()
//!     .with_effect(Role::SupplierOrganization, Effect::new(Direction::Positive))
//!     .with_effect(Role::SupplierOperator, Effect::new(Direction::Negative))
//!     .with_effect(Role::CustomerOrganization, Effect::new(Direction::Positive));
//! let refused = judge_measure(&register, &discount, date(6)?)?;
//! assert_eq!(refused.decision(), Decision::Deny);
//! assert_eq!(refused.remedies().count(), 2);
//!
//! let bonus = Countermeasure::new("bonus on margin, not on price".parse()?, zhou.id, date(7)?);
//! let complete = discount
//!     .with_effect(Role::SupplierOperator, Effect::countered(bonus))
//!     .with_effect(Role::CustomerOperator, Effect::new(Direction::Zero));
//! assert_eq!(judge_measure(&register, &complete, date(6)?)?.decision(), Decision::Permit);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

pub mod action;
pub mod alignment;
mod assess;
pub mod cards;
pub mod continuity;
mod current;
mod departing;
mod error;
mod facts;
pub mod feeling;
pub mod integrity;
pub mod parties;
pub mod people;
mod policy;
#[cfg(test)]
mod sample;
pub mod trust;

pub(crate) use assess::assess_boxed;
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
