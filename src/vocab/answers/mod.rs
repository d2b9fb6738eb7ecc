//! Words with which assessments answer: patterns, trajectories, risks, outcomes (结论用词).
//!
//! ```text
//! rules -> a word of a list -> the value of a finding, and its text in three locales
//! ```
//!
//! - *Looks at*: The values that findings carry and that no fact of a caller is.
//! - *Why*: An answer has one name for programs and one text for people in each locale.
//! - *Breaks it*: A name that is not in the list.
//! - *Keeps it*: A name of the list.
//! - *Rules*: None of its own; the rooms of the systems say when each word is the answer.
//!
//! # Examples
//!
//! ```
//! use keqing::vocab::answers::Trajectory;
//! use keqing::vocab::words::Locale;
//!
//! let heading: Trajectory = "stagnant".parse()?;
//! assert_eq!(heading.text().in_locale(Locale::ZhHans), "停滞");
//! # Ok::<(), keqing::vocab::words::ParseWordError>(())
//! ```

mod alignment_kind;
mod loyalty_pattern;
mod patronage_drive;
mod relation_quality;
mod replacement_level;
mod risk;
mod switch_outcome;
mod topology;
mod trajectory;

pub use alignment_kind::AlignmentKind;
pub use loyalty_pattern::LoyaltyPattern;
pub use patronage_drive::PatronageDrive;
pub use relation_quality::RelationQuality;
pub use replacement_level::ReplacementLevel;
pub use risk::Risk;
pub use switch_outcome::SwitchOutcome;
pub use topology::Topology;
pub use trajectory::Trajectory;
