//! The wire form: one [`Question`] and one [`Answer`] over all public functions (问答).
//!
//! A question is named `<system>.<function>` after the public function that it calls, and its fields
//! are that function's arguments in kebab case, without the policy. This module knows the form and
//! nothing of lines or bytes; the `oracle` example puts JSON lines around it.
//!
//! # Examples
//!
//! ```
//! use keqing::oracle::{Question, answer};
//! use keqing::policy::Policy;
//! use serde_json::json;
//!
//! let arguments = json!({
//!     "standing": {"state": {"active": "initial"}, "since": "2024-01-01"},
//!     "facts": {"as-of": "2024-12-31"},
//!     "proposed": {"advance": {"to": "strategic"}},
//! });
//! let question = Question::read("lifecycle.judge", arguments)?;
//! let answer = serde_json::to_value(answer(&Policy::standard(), &question)?)?;
//! assert_eq!(answer["decision"], "deny");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod arguments;
mod arguments_loyalty;
mod arguments_loyalty_means;
mod arguments_receivable;
mod arguments_satisfaction;
mod error;
mod explained;
mod question;

pub use arguments::*;
pub use arguments_loyalty::*;
pub use arguments_loyalty_means::*;
pub use arguments_receivable::*;
pub use arguments_satisfaction::*;
pub use error::{AskError, UnknownQuestion};
pub use explained::HasFindings;
pub use question::{Answer, Decided, Question, answer};
