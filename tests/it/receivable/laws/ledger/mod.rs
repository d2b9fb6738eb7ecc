//! The ledger against a second statement that goes day by day, and the laws of its events.

#![expect(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    reason = "a test that panics fails, which is its purpose"
)]

mod agrees;
mod draw;
mod equal;
mod faults;
mod figures;
mod found;
mod found_again;
mod house;
mod kept;
mod second;
mod story;
