//! The words and numbers that every system speaks.

mod errors;
mod golden;
mod laws;
