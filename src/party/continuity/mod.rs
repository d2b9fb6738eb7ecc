//! What hangs on one person, and what a departure costs (关系延续: CON).
//!
//! ```text
//! Ties                  -> concentration    -> Concentration     how much hangs on one person of either side?
//! Ties + Departure      -> departure        -> DepartureEffect   what does a departure cost, and who is warned?
//! Ties + CoverageTarget -> coverage         -> Coverage          how wide are the contacts, and what is missing?
//! Assignment            -> judge_assignment -> Verdict           who owns a special customer, and who is the deputy?
//! ```
//!
//! - *Looks at*: The [`Ties`] between people of the two sides with their weight and affect, a
//!   departure with its successor and handover, and who owns the customer.
//! - *Why*: A relationship that one person holds leaves with that person.
//! - *Breaks it*: One person who carries most ties. A departure without plan, successor or
//!   handover. Main contacts who have fallen out. A special customer without a deputy.
//! - *Keeps it*: Ties spread over people, departments and levels, with one at the top; a successor
//!   who has taken the ties over.
//! - *Rules*: CON-01 to CON-06.

mod assignment;
mod concentration;
mod coverage;
mod coverage_matrix;
mod departure;
mod departure_rules;
mod effect;
mod load;
mod policy;
mod reliance;
mod soured;
mod tie;
mod ties;

pub use assignment::{Assignment, judge_assignment};
pub use concentration::{Concentration, SideConcentration, concentration};
pub use coverage::{Coverage, CoverageGap, CoverageTarget, coverage};
pub use coverage_matrix::{CoverageMatrix, LevelSpan};
pub use departure::{Departure, DepartureError, DepartureEvent, Handover};
pub use departure_rules::departure;
pub use effect::{AlertKind, Continuity, ContinuityAlert, DepartureEffect};
pub use load::TieHolder;
pub use policy::{ContinuityPolicy, ContinuityPolicyError};
pub use reliance::Reliance;
pub use tie::{Tie, TiesError};
pub use ties::Ties;
