//! How our own people are doing, because customers feel it (员工: PPL).

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
