//! The lifecycle: stages, moves, and what permits them.

mod errors;
mod exhaustive;
mod golden;
mod laws;
mod refused;
mod told;
