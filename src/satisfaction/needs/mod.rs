//! Four levels of needs, and three needs of every person (需求: SAT-07, SAT-09).
//!
//! ```text
//! LevelRatings -> need_levels         -> NeedLevels           the levels that are met, and the lowest that is not
//! PersonNeeds  -> psychological_needs -> PsychologicalNeeds   the people who lack affection, security or respect
//! ```
//!
//! - *Looks at*: Marks for the product, the service, the meeting with employees and the feelings;
//!   per person, marks for affection, security and respect.
//! - *Why*: Good feelings do not make up for a product that fails. The lowest unmet level comes
//!   first.
//! - *Breaks it*: Nothing; the rules say which level or need is unmet, and a mark that nobody was asked
//!   for is missing.
//! - *Keeps it*: Every level marked by the customer, and every person asked about all three needs.
//! - *Rules*: SAT-07, SAT-09.
//!
//! # Examples
//!
//! ```
//! use keqing::satisfaction::needs::{PersonNeeds, PsychologicalNeed, psychological_needs};
//! use keqing::verdict::Presence;
//! use keqing::vocab::known::Known;
//!
//! let buyer = PersonNeeds::new("wang-fang".parse()?).with_respect(Known::customer_stated(Presence::Absent));
//! let found = psychological_needs(&[buyer])?.into_value().ok_or("nobody named")?;
//! assert_eq!(found.people[0].unmet, PsychologicalNeed::Respect);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod levels;
mod psychological;

pub use levels::{LevelRatings, NeedLevels, need_levels};
pub use psychological::{
    PersonNeedState, PersonNeeds, PersonNeedsError, PsychologicalNeed, PsychologicalNeeds,
    psychological_needs,
};
