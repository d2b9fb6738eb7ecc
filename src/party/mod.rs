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
//! use keqing::party::{Direction, Effect, Measure, judge_measure};
//! use keqing::verdict::Decision;
//! use keqing::vocab::Role;
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
//! # Ok::<(), keqing::vocab::NameError>(())
//! ```

mod action;
mod advantage;
mod alignment;
mod alignment_kind;
mod alignment_policy;
mod assignment;
mod capture;
pub mod cards_alignment;
pub mod cards_continuity;
pub mod cards_parties;
pub mod cards_people;
mod carrier;
mod concentration;
mod continuity;
mod continuity_policy;
mod coverage;
mod departure;
mod departure_rules;
mod emotion;
mod four_party;
mod interest;
mod investment;
mod known_decimal;
mod matrix;
mod measure;
mod mood;
mod mood_policy;
mod operators;
mod parties;
mod people;
mod people_policy;
mod people_rules;
mod person;
mod policy;
mod purpose;
#[cfg(test)]
mod sample;
mod service_chain;
mod side;
mod soured;
mod tie;
mod training;
mod trust;

pub use action::{Action, judge_action};
pub use advantage::{Advantage, AdvantageReason, advantage};
pub use alignment::alignment;
pub use alignment_kind::{Alignment, AlignmentBasis, AlignmentKind};
pub use alignment_policy::AlignmentPolicy;
pub use assignment::{Assignment, judge_assignment};
pub use capture::{BenefitRecord, Capture, InvestmentError, organization_capture};
pub use carrier::Carrier;
pub use concentration::{Concentration, Reliance, SideConcentration, concentration};
pub use continuity::{AlertKind, Continuity, ContinuityAlert, DepartureEffect};
pub use continuity_policy::{ContinuityPolicy, ContinuityPolicyError};
pub use coverage::{Coverage, CoverageGap, CoverageTarget, coverage};
pub use departure::{Departure, DepartureError, DepartureEvent, Handover, departure};
pub use emotion::{Emotion, Polarity, PolarityError};
pub use four_party::{FourParty, MissingRoleError};
pub use interest::{Benefit, Horizon, Interest, Need, NeedKind, Scope};
pub use investment::{Investment, judge_investment};
pub use matrix::{CoverageMatrix, LevelSpan};
pub use measure::{Direction, Effect, Measure, judge_measure};
pub use mood::{Feeling, Observation, ObservationError, PersonFeeling, feeling};
pub use mood_policy::{AffectStart, MoodPolicy, MoodPolicyError};
pub use operators::{Operators, OperatorsError, People};
pub use parties::{Organization, OrganizationId, Parties, PartiesError, Party};
pub use people::{
    ChainLink, LeaderRecognition, PeopleError, PeopleFacts, PeopleReport, Responsibility,
    TeamFacts, people,
};
pub use people_policy::{PeoplePolicy, PeoplePolicyError};
pub use person::Person;
pub use policy::PartyPolicy;
pub use purpose::Purpose;
pub use side::{
    Conflict, ConflictState, OperatorFacts, OrganizationSize, OwnershipForm, SideFacts,
    SideFactsError, Stake,
};
pub use tie::{Tie, Ties, TiesError};
pub use training::{Coaching, HeadcountError, TrainedStaff};
pub use trust::{PersonTrust, TrustError, TrustPicture, assess_trust};

use crate::verdict::RuleCard;

/// Every card of the system, file by file, in the order of the rulebook.
pub static CARDS: &[&[&RuleCard]] = &[
    cards_parties::CARDS,
    cards_alignment::CARDS,
    cards_continuity::CARDS,
    cards_people::CARDS,
];
