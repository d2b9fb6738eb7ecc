//! Four levels of needs, and three needs of every person (需求: SAT-07, SAT-09).
//!
//! ```text
//! LevelRatings -> need_levels         -> NeedLevels           which levels are met, and the lowest that is not
//! PersonNeeds  -> psychological_needs -> PsychologicalNeeds   which person lacks affection, security or respect
//! ```
//!
//! - *Looks at*: Marks for the product, the service, the meeting with employees and the feelings;
//!   per person, marks for affection, security and respect.
//! - *Why*: Good feelings do not make up for a product that fails. The lowest unmet level comes
//!   first.
//! - *Breaks it*: A level, or a need of a person, below what the policy asks for.
//! - *Keeps it*: Every level met from the lowest up, and every person asked about all three needs.
//! - *Rules*: SAT-07, SAT-09.

mod levels;
mod psychological;

pub use levels::{LevelRatings, NeedLevels, need_levels};
pub use psychological::{
    PersonNeedState, PersonNeeds, PersonNeedsError, PsychologicalNeed, PsychologicalNeeds,
    psychological_needs,
};
