//! Loyalty: genuine or locked in (忠诚度与锁定).

mod policy;
mod stance;

pub use policy::{LoyaltyPolicy, LoyaltyPolicyError};
pub use stance::Stance;
