//! Satisfaction, expectation and value.

mod errors;
mod golden;
mod laws;
mod refused;
mod surface;
