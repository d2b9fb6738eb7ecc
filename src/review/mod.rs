//! The review: everything keqing says about one relationship (客情评审).
//!
//! ```text
//! ties             -> coverage     -> departments, executive tie, joint functions ─┐
//! trust of people  -> assess_trust -> personal and organizational trust ───────────┤ where the dossier
//! days of purchase -> retention ──────┐                                            │ does not say itself
//! measurements     -> satisfaction ───┤ signs, support                             │
//! words, means     ───────────────────┴-> loyalty -> bond, recognition ────────────┤
//! dossier's own stage facts ───────────────────────────────────────────────────────┤
//!                                                                                  v
//!                                                         place, judge -> Placement, Verdict
//! measurements     -> satisfaction -> people: does it show in the customer?
//! everything else  -> its own system -> its own answer
//! ```
//!
//! One system's assessment becomes the next one's fact here and nowhere else, so no system has to know
//! another one below it. What the dossier says itself is never overwritten.

mod account;
mod answers;
mod headline;
mod loyalty;
mod means;
mod render;
mod satisfaction;
mod section;
mod topic;

pub use answers::{Review, ReviewError, review};
pub use section::Section;
pub use topic::Topic;
