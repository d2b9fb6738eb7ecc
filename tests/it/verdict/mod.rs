//! Findings and what they decide together.

mod golden;
mod laws;
mod refused;
mod text;
