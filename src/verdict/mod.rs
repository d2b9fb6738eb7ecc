//! The outcomes of rules, and the decision that they make together (裁决).
//!
//! ```text
//! check + facts -> Outcome     Met | Breached | Missing(fact) | Inapplicable
//! type + facts  -> Outcome     Classified: what something is, which is never met
//! Outcome      -> Finding      the rule, its severity and its evidence
//! Findings     -> Verdict      Permit < Escalate < Undecided < Deny, combined by the largest
//!              -> Assessment   the value, or None if a needed fact is missing
//! ```
//!
//! A rule is stated once, to a recorder. One recorder keeps every finding with its evidence and makes
//! the [`Verdict`]. Another keeps only the decision and two sets of rules, and makes the [`Tally`].
//! Both record the same statement, so the quick answer and the explained one cannot disagree.
//!
//! All rules that apply are consulted, and their order does not matter.
//!
//! # Examples
//!
//! ```
//! use keqing::verdict::{Authority, Decision, Outcome, Severity};
//!
//! let severity: Severity = "escalate to manager".parse()?;
//! let breach = Decision::of(severity, Outcome::Breached);
//! assert_eq!(breach, Decision::Escalate(Authority::Manager));
//! assert_eq!(breach.max(Decision::Deny), Decision::Deny);
//! # Ok::<(), keqing::vocab::words::ParseWordError>(())
//! ```

mod about;
mod acceptance;
mod assessment;
mod authority;
mod card;
mod decides;
mod decision;
mod evidence;
mod fact;
mod filled;
mod finding;
mod found;
mod item_word;
mod listed;
mod observed;
mod outcome;
mod presence;
mod quantity;
mod recorder;
mod remedy;
mod remedy_text;
mod render;
mod rule_id;
mod rule_set;
mod ruling;
mod series;
pub(crate) mod severities;
pub(crate) mod severity_forms;
mod tally;
mod weigh;
mod weight;

pub use acceptance::{Acceptance, AcceptanceError};
pub use assessment::Assessment;
pub use authority::Authority;
pub use card::{Document, RuleCard, RuleKind, SeverityChange, Source};
pub use decides::Decides;
pub use decision::{Decision, Severity};
pub use evidence::{Bound, Evidence, Reading, Subject};
pub use fact::Fact;
pub(crate) use filled::{filled, filled_box};
pub use finding::{Finding, Findings};
pub use found::Found;
pub use outcome::Outcome;
pub use presence::Presence;
pub use remedy::{Change, Remedy};
pub use render::{Render, Rendered};
pub use rule_id::{ParseRuleIdError, RuleId};
pub use rule_set::{RuleSet, UnlistedRule};
pub use ruling::{Verdict, VerdictError};
pub use severities::SeverityError;
pub use tally::Tally;
pub use weigh::Weigh;

pub(crate) use about::About;
pub(crate) use assessment::findings_of;
pub(crate) use card::{rule_cards, spelled};
pub(crate) use quantity::{brief, days};
pub(crate) use recorder::{Recorder, Scribe};
pub(crate) use severities::severities;
pub(crate) use tally::Count;
pub(crate) use weigh::weigh_parts;
