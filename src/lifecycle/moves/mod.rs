//! The moves between the stages: one table, the rules on it, and the events they make (阶段变动: LIF).
//!
//! ```text
//! Standing + Move + StageFacts -> judge   -> Verdict    is the move permitted? (at the face of the system)
//! Standing + Move + StageFacts -> decide  -> Event      ... and what happened then?
//! Standing + Event             -> evolve  -> Standing   where does that lead?
//! TRANSITIONS                  -> diagram               the same table as a picture
//! ```
//!
//! - *Looks at*: A [`Move`] from a standing, the facts of the stage it leads to, and the table
//!   [`TRANSITIONS`].
//! - *Why*: A relationship climbs one stage at a time. An interruption has a cause that somebody
//!   can remove.
//! - *Breaks it*: A step over a stage, or a second step up in one period. A gate of the policy that
//!   is not met. An interruption of a customer that still buys.
//! - *Keeps it*: A step to the next stage whose share, partnership and gates are known and met, on
//!   better evidence than our own guess.
//! - *Rules*: LIF-02 to LIF-10, LIF-12, LIF-14, LIF-16.
//!
//! # Examples
//!
//! The table has a step from Initial to Stable, and none over a stage.
//!
//! ```
//! use keqing::lifecycle::moves::Move;
//! use keqing::lifecycle::standing::State;
//! use keqing::vocab::words::Stage;
//!
//! let from = State::Active(Stage::Initial);
//! let next = Move::Advance { to: Stage::Stable }.target(from).ok_or("no such move")?;
//! assert_eq!(next, State::Active(Stage::Stable));
//! assert!(!Move::Advance { to: Stage::Strategic }.is_possible(from));
//! # Ok::<(), &str>(())
//! ```

pub(crate) mod bands;
mod decider;
pub mod diagram;
pub(crate) mod gates;
pub(crate) mod rules;
mod transition;

pub(crate) use decider::event;
pub use decider::{Event, EvolveError, Refusal, decide, evolve};
pub use transition::{Move, TRANSITIONS, Transition};
