//! How our own people are doing, because customers feel it (员工: PPL).
//!
//! ```text
//! PeopleFacts + PeoplePolicy -> people -> PeopleReport   where does the chain from service to customer break?
//! ```
//!
//! - *Looks at*: Per team: internal service, satisfaction, training and coaching. For the customer:
//!   its satisfaction, recognition by our leaders, and the departments that own actions for it.
//! - *Why*: Internal service makes employees satisfied or not, and they make the customer satisfied
//!   or not.
//! - *Breaks it*: A team that gets less than it expected. Poor internal service. Leaders who never
//!   show up. Untrained people or uncoached newcomers. A relationship that only marketing cares
//!   for.
//! - *Keeps it*: Links of the chain at or above the policy, enough recognitions within the window,
//!   and several departments that own actions.
//! - *Rules*: PPL-01 to PPL-05.

mod facts;
mod policy;
mod rules;
mod service_chain;
mod training;

pub use facts::{
    ChainLink, LeaderRecognition, PeopleError, PeopleFacts, PeopleReport, Responsibility, TeamFacts,
};
pub use policy::{PeoplePolicy, PeoplePolicyError};
pub use rules::people;
pub use training::{Coaching, HeadcountError, TrainedStaff};
