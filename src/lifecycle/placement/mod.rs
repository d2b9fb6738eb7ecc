//! Which stage the facts support, and where it is heading (阶段判定: LIF).
//!
//! ```text
//! Standing + StageFacts + history -> place -> Placement   the stage supported, the move granted, the trajectory, the risk
//! ```
//!
//! - *Looks at*: Our share of what the customer buys, its history by period, the partnership, and
//!   the standing of the relationship.
//! - *Why*: The stage follows from the customer's purchases. What we say about our position does
//!   not make it so.
//! - *Breaks it*: A share without the partnership or the steps that its stage needs; the facts
//!   then support the stage below. A stated position that does not fit the share.
//! - *Keeps it*: A share within the band of the stage, measured, stated by the customer, or estimated from
//!   our rank; the strategic band takes no estimate.
//! - *Rules*: LIF-01 to LIF-03, LIF-06, LIF-08, LIF-10 to LIF-12, LIF-15.

mod outcome;
mod place;

pub use outcome::{Flag, PeriodShare, Placement, Risk, Trajectory};
pub use place::place;
