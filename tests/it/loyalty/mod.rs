//! Loyalty, what holds a customer, and what a purchase risks.

mod data;
mod errors;
mod exhaustive;
mod golden;
mod laws;
mod surface;
