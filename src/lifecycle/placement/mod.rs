//! Which stage the facts support, and where it is heading (阶段判定: LIF-02 to LIF-06).

mod outcome;
mod place;

pub use outcome::{Flag, PeriodShare, Placement, Risk, Trajectory};
pub use place::place;
