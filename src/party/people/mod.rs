//! The state of our own people, because customers feel it (员工: PPL).
//!
//! ```text
//! PeopleFacts + measured satisfaction -> people -> PeopleReport   the weak links of the chain from service to customer
//! ```
//!
//! - *Looks at*: Per team: internal service, satisfaction, training and coaching. For the customer:
//!   its satisfaction, recognition by our leaders, and the departments that own actions for it.
//! - *Why*: Internal service makes employees satisfied or not, and they make the customer satisfied
//!   or not.
//! - *Breaks it*: A team that gets less than it expected. Poor internal service. Leaders who never
//!   visit. Untrained people or uncoached newcomers. A relationship for which only marketing works. A
//!   satisfaction that is stated against the one that was measured.
//! - *Keeps it*: Links of the chain at or above the policy, enough recognitions within the window,
//!   and several departments that own actions.
//! - *Rules*: PPL-01 to PPL-05.
//!
//! # Examples
//!
//! ```
//! use chrono::NaiveDate;
//! use keqing::party::people::{PeopleFacts, PeoplePolicy, Responsibility, people};
//! use keqing::vocab::known::Known;
//! use keqing::vocab::words::Department;
//!
//! let facts = PeopleFacts::new(NaiveDate::from_ymd_opt(2024, 12, 31).ok_or("no such date")?)
//!     .with_responsible(Known::measured(Department::Marketing.into()));
//! let report = people(&PeoplePolicy::standard(), &facts, Known::Unknown)?;
//! let report = report.into_value().ok_or("nothing known")?;
//! assert_eq!(report.responsibility, Some(Responsibility::MarketingOnly));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

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
