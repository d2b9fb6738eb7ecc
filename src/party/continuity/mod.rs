//! What hangs on one person, and what a departure costs (关系延续: CON).

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
