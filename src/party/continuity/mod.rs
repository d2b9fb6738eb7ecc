//! The reliance of a relationship on single people, and the cost of a departure (关系延续: CON).
//!
//! ```text
//! Register + Ties + day -> Ties::on         -> TieNet            the ties that are held on the day
//! TieNet                -> concentration    -> Concentration     the reliance on one person of either side
//! TieNet + Departure    -> departure        -> DepartureEffect   the weight that a departure loses, and the warnings
//! TieNet + target       -> coverage         -> Coverage          the width of the contacts, and their gaps
//! Register + Assignment -> judge_assignment -> Verdict           has a special customer owner and deputy?
//! ```
//!
//! - *Looks at*: The [`Ties`] between people of the two sides with their weight and affect; a
//!   departure with its successor and handover; the owner of the customer.
//! - *Why*: A relationship that one person holds leaves with that person.
//! - *Breaks it*: One person who carries most ties. A departure without plan, successor or
//!   handover. Main contacts who have fallen out. A special customer without a deputy.
//! - *Keeps it*: Ties spread over people, departments and levels, with one at the top; a successor
//!   who has taken the ties over.
//! - *Rules*: CON-01 to CON-06.
//!
//! # Examples
//!
//! ```
//! use core::num::NonZeroU32;
//! use keqing::party::continuity::{ContinuityPolicy, Reliance, Tie, Ties, concentration};
//! use keqing::party::parties::{Person, Register};
//! use keqing::vocab::words::{Department, Level};
//!
//! let li = Person::new("li", Department::Sales, Level::Operator)?;
//! let wang = Person::new("wang", Department::Purchasing, Level::Operator)?;
//! let ties = Ties::new([Tie::new(li.id, wang.id, NonZeroU32::MIN)])?;
//! let today = chrono::NaiveDate::from_ymd_opt(2024, 6, 1).ok_or("no such date")?;
//! let register = Register::new([li], [wang])?;
//! let found = concentration(&ContinuityPolicy::standard(), &register, &ties, today)?;
//! let reliance = found.value().map(|found| found.supplier.reliance);
//! assert_eq!(reliance, Some(Reliance::SinglePoint));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod assignment;
#[cfg(test)]
mod assignment_tests;
mod concentration;
mod coverage;
mod coverage_matrix;
mod departure;
mod departure_rules;
#[cfg(test)]
mod departure_tests;
mod effect;
mod load;
mod net;
mod policy;
mod reliance;
mod soured;
mod tie;
mod ties;

pub use assignment::{Assignment, AssignmentError, judge_assignment};
pub(crate) use concentration::concentrated;
pub use concentration::{Concentration, SideConcentration, concentration};
pub(crate) use coverage::covered;
pub use coverage::{Coverage, CoverageGap, CoverageTarget, coverage};
pub use coverage_matrix::{CoverageMatrix, LevelSpan};
pub use departure::{Departure, DepartureError, DepartureEvent, Handover};
pub use departure_rules::departure;
pub(crate) use departure_rules::left;
pub use effect::{AlertKind, Continuity, ContinuityAlert, DepartureEffect};
pub use load::TieHolder;
pub use net::TieNet;
pub use policy::{ContinuityPolicy, ContinuityPolicyError};
pub use reliance::Reliance;
pub(crate) use soured::fallen_out;
pub use tie::{Tie, TiesError};
pub use ties::Ties;
