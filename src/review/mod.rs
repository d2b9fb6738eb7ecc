//! The review: everything keqing says about one relationship (客情评审).
//!
//! ```text
//! satisfaction.assess ─┬─> loyalty.assess ─┐
//!                      └─> party.assess ───┴─> lifecycle.assess -> Placement, Verdict
//! receivable.assess
//! ```
//!
//! [`STEPS`] lists the steps and what each of them needs:
//!
//! - The measured satisfaction becomes a sign of loyalty's evidence and the last link of the chain of our own
//!   people.
//! - Ties become departments, joint functions and the executive tie of the stage; what people said of
//!   their trust becomes the trust of the stage.
//! - The bond and the customer's recognition become facts of the stage.
//!
//! One system's answer becomes another system's [`Given`](crate::party::PartyGiven) here and nowhere
//! else, so no system knows another one below it. What the dossier says itself is never overwritten.

mod contents;
mod error;
mod headline;
mod lifecycle;
mod loyalty;
mod party;
mod receivable;
mod render;
mod satisfaction;
mod section;
mod steps;
mod topic;

pub use contents::Review;
pub use error::ReviewError;
pub use section::Section;
pub use steps::{STEPS, Step, review};
pub use topic::Topic;
