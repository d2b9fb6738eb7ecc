//! The moves between the stages: one table, the rules on it, and the events they make (阶段变动: LIF-07 to LIF-12).

mod decider;
pub mod diagram;
mod gates;
pub(crate) mod rules;
mod transition;

pub use decider::{Event, EvolveError, Refusal, decide, evolve};
pub use transition::{Move, TRANSITIONS, Transition};
