//! Findings and what they decide together.

mod golden;
mod house;
mod laws;
mod reach;
mod refused;
mod script;
mod severities;
mod text;
