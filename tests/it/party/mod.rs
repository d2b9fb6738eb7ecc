//! The four parties: people, ties, sides and moods.

mod answers;
mod errors;
mod gains;
mod golden;
mod laws;
mod refused;
