//! The wire form: one [`Question`] and one [`Answer`] over the public functions of the systems (问答).
//!
//! A question is named `<system>.<function>` after the public function that it calls, and its fields
//! are that function's arguments in kebab case, without the policy. This module knows only the
//! form; the `oracle` example puts JSON lines around it.
//!
//! Names stay for ever. A function that is renamed gives its question a new canonical name, which
//! [`Question::NAMES`] lists. The old name is still answered. [`Question::canonical`] returns the
//! new one.
//!
//! # The place of a question
//!
//! Each system has one file, and each question has one entry in it. The entry has its names, its
//! arguments, the type of its answer, whether the answer has findings, and the call. A new question
//! is only a new entry.
//!
//! ```text
//!  name and arguments
//!         │ Question::read
//!         ▼
//!  ┌─ question ─────────────────────────────┐
//!  │ Question: one variant a system         │  line    JSON with `ask` in any place
//!  └──┬──────────────┬──────────────┬───────┘
//!     ▼              ▼              ▼
//!   party  …      receivable  …   rulebook       one entry a question, by the macro of `entry`
//!     │              │              │
//!     └── answer, under a policy ───┘
//!         │                    │
//!         ▼                    ▼
//!      Answer              AskError              error: one variant a system, which keeps its own code
//! ```
//!
//! # Examples
//!
//! ```
//! use keqing::oracle::{Question, answer};
//! use keqing::policy::Policy;
//! use serde_json::json;
//!
//! let question: Question = serde_json::from_value(json!({
//!     "ask": "lifecycle.judge",
//!     "standing": {"state": {"active": "initial"}, "since": "2024-01-01"},
//!     "facts": {"as-of": "2024-12-31"},
//!     "proposed": {"advance": {"to": "strategic"}},
//! }))?;
//! let answer = serde_json::to_value(answer(&Policy::standard(), &question)?)?;
//! assert_eq!(answer["decision"], "deny");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod calendar;
mod comparison;
mod entry;
mod error;
mod history;
mod lifecycle;
mod loyalty;
mod party;
mod question;
mod receivable;
mod regimes;
mod review;
mod rulebook;
mod satisfaction;

pub use error::{AskError, UnknownQuestion};
pub use lifecycle::Decided;
pub use question::{Answer, Question, answer};
