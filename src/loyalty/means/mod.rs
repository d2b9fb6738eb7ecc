//! By which means the customer may be kept (留客手段: LOY, GEN).

mod assess;
mod channel;
mod claim;
mod facts;
mod instruments;
mod mix;

pub use assess::{MeansPicture, assess_means};
pub use channel::{ChannelCompensation, ChannelFacts, ContactChannel, judge_channel};
pub use claim::{Claim, ClaimGround, judge_claim};
pub use facts::{MeansFacts, MeansGiven};
pub use instruments::judge_means;
pub use mix::{Rebate, RebateRecipient, RetentionMeans};
