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
//! - *Why*: A relationship climbs one stage at a time, and an interruption has a cause
//!   that somebody can remove.
//! - *Breaks it*: A step over a stage, or a second step up in one period. A gate of the policy that
//!   is not met. An interruption without a cause.
//! - *Keeps it*: A step to the next stage whose share, rank, partnership and gates are known and
//!   met.
//! - *Rules*: LIF-02 to LIF-10, LIF-12, LIF-14, LIF-16.

mod decider;
pub mod diagram;
mod gates;
pub(crate) mod rules;
mod transition;

pub use decider::{Event, EvolveError, Refusal, decide, evolve};
pub use transition::{Move, TRANSITIONS, Transition};
