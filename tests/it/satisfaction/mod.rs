//! Satisfaction, expectation and value.

mod answers;
mod errors;
mod golden;
mod golden_contract;
mod laws;
mod refused;
mod surface;
mod told;
