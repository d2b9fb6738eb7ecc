//! Findings and what they decide together.

mod golden;
mod laws;
mod refused;
mod severities;
mod text;
