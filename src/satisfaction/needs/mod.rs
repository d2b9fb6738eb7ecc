//! Which needs of the customer and of its people are met (需求: SAT-07, SAT-09).

mod levels;
mod psychological;

pub use levels::{LevelRatings, NeedLevel, NeedLevels, need_levels};
pub use psychological::{
    PersonNeedState, PersonNeeds, PersonNeedsError, PsychologicalNeed, PsychologicalNeeds,
    psychological_needs,
};
