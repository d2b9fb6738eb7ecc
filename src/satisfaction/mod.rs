//! Satisfaction and value: what the customer perceived, less what it expected (满意度与客户价值).

pub mod cards_satisfaction;
mod policy;
mod state;

pub use policy::SatisfactionPolicy;
pub use state::{LoyaltySupport, SatisfactionState};
