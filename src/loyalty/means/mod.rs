//! Whether the customer may be kept by these means, and whether loyalty may be claimed (留客手段: LOY, SWC, GEN).
//!
//! ```text
//! RetentionMeans -> judge_means   -> Verdict   may the customer be kept by these means?
//! ChannelFacts   -> judge_channel -> Verdict   is missing contact made up for?
//! Claim          -> judge_claim   -> Verdict   may loyalty be claimed on these grounds?
//! MeansFacts     -> assess_means  -> MeansPicture   all of it, and what a purchase risks
//! ```
//!
//! - *Looks at*: The instruments in use and whom they reward, the channel, and the grounds of a
//!   claim.
//! - *Why*: A customer is kept by making it glad to stay. What makes leaving painful may stand only
//!   beside that.
//! - *Breaks it*: Pain without happiness. A rebate that goes to a person: a kickback. A digital
//!   channel without anything that makes up for missing contact. A claim of loyalty from purchases,
//!   revenue or satisfaction.
//! - *Keeps it*: Means that make the customer glad to stay; rebates in a contract, to the
//!   organization, disclosed; claims on the customer's own word.
//! - *Rules*: LOY-05, LOY-08, SWC-03, GEN-02, GEN-05, GEN-07, GEN-08, GEN-19.

mod assess;
mod channel;
mod claim;
mod facts;
mod instruments;
mod mix;

pub use assess::{MeansPicture, assess_means};
pub use channel::{ChannelCompensation, ChannelFacts, ContactChannel, judge_channel};
pub use claim::{Claim, judge_claim};
pub use facts::{MeansFacts, MeansGiven};
pub use instruments::judge_means;
pub use mix::{Rebate, RebateRecipient, RetentionMeans};
