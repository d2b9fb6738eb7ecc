//! The review: the answers of every system about one relationship (客情评审).
//!
//! ```text
//! satisfaction.assess ─┬─> loyalty.assess ─┐
//!                      └─> party.assess ───┴─> lifecycle.assess -> Placement, Verdict
//! receivable.assess
//! ```
//!
//! [`STEPS`] lists the steps with the steps that each of them needs:
//!
//! - The measured satisfaction becomes a sign of loyalty's evidence and the last link of the chain
//!   of our own people.
//! - Ties become departments, joint functions and the executive tie of the stage. The words of
//!   people about their trust become the trust of the stage.
//! - The bond and the customer's recognition become facts of the stage.
//! - If nothing is bought from us in the period, days of purchase and invoices show earlier trade, which is
//!   a fact of the stage.
//! - The gains that offers and instruments bring pass the gate of integrity.
//!
//! One system's answer becomes another system's [`Given`](crate::party::PartyGiven) only here, so
//! no system knows another one below it. A fact that the dossier states is never overwritten.
//!
//! # Examples
//!
//! The stage is assessed after the parties and loyalty, because it needs their answers.
//!
//! ```
//! use keqing::review::STEPS;
//!
//! let names: Vec<&str> = STEPS.iter().map(|step| step.name).collect();
//! let place = |name| names.iter().position(|step| *step == name).ok_or("no such step");
//! assert!(place("loyalty.assess")? < place("lifecycle.assess")?);
//! assert!(place("party.assess")? < place("lifecycle.assess")?);
//! # Ok::<(), &str>(())
//! ```

mod acceptance;
mod compare;
mod compare_text;
mod concern;
mod contents;
mod error;
mod gains;
mod headline;
mod lifecycle;
mod loyalty;
mod matter;
mod on_rule;
mod page;
mod page_text;
mod party;
mod people;
mod phrase;
mod receivable;
mod render;
mod rest;
mod satisfaction;
mod sayings;
mod section;
mod steps;
mod topic;

pub use acceptance::{AcceptanceReport, AcceptanceState};
pub use compare::{CompareError, Comparison, MatterTurn, Turn, compare};
pub use concern::Concern;
pub use contents::Review;
pub use error::ReviewError;
pub use matter::Matter;
pub use on_rule::OnRule;
pub use page::Page;
pub use rest::{LeftOut, Rest, review_rest};
pub use section::Section;
pub use steps::{STEPS, Step, review};
pub use topic::Topic;
