//! The means by which a customer may be kept, and the claims of loyalty (留客手段: LOY, SWC, GEN).
//!
//! ```text
//! RetentionMeans -> judge_means   -> Verdict   may the customer be kept by these means?
//! RetentionMeans -> InstrumentGains            what people draw from them, for the gate of integrity (PTY-09)
//! ChannelFacts   -> judge_channel -> Verdict   is missing contact made up for?
//! Claim + evidence -> judge_claim -> Verdict   may loyalty be claimed on these grounds?
//! MeansFacts     -> assess_means  -> MeansPicture   all of it, and what a purchase risks
//! ```
//!
//! - *Looks at*: The instruments in use and whom they reward, the channel, and the grounds of a
//!   claim beside the customer's own word.
//! - *Why*: A customer is kept by making it glad to stay. Means that make leaving painful and give
//!   nothing may stand only beside such means.
//! - *Breaks it*: More pain than happiness, or pain for a customer that is dissatisfied. A rebate that
//!   goes to a person: a kickback. A digital channel without anything that makes up for missing
//!   contact. A claim of loyalty without a favourable word of the customer.
//! - *Keeps it*: Means that make the customer glad to stay. Rebates in a contract, to the
//!   organization, disclosed. Claims on the customer's own word.
//! - *Rules*: LOY-05, LOY-08, SWC-03, GEN-01, GEN-02, GEN-05, GEN-07, GEN-08, GEN-19.
//!
//! # Examples
//!
//! A year-end rebate goes to the buyer in person. That is a kickback, and it is refused.
//!
//! ```
//! use keqing::loyalty::LoyaltyPolicy;
//! use keqing::loyalty::means::{Rebate, RebateRecipient, RetentionMeans, judge_means};
//! use keqing::verdict::Decision;
//! use keqing::vocab::known::Known;
//! use keqing::vocab::words::Instrument;
//!
//! let instrument: Instrument = "service-level".parse()?;
//! let mut rebate = Rebate::new();
//! rebate.recipient = Known::measured(RebateRecipient::Person);
//! let mix = RetentionMeans::new(instrument.into()).with_rebate(Some(rebate));
//! let today = chrono::NaiveDate::from_ymd_opt(2024, 6, 30).ok_or("no such date")?;
//! assert_eq!(judge_means(&LoyaltyPolicy::standard(), &mix, today).decision(), Decision::Deny);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod assess;
mod channel;
mod claim;
#[cfg(test)]
mod claim_tests;
mod facts;
mod gain;
mod instruments;
mod mix;

pub(crate) use assess::means_of;
pub use assess::{MeansPicture, assess_means};
pub use channel::{ChannelCompensation, ChannelFacts, ContactChannel, judge_channel};
pub use claim::{Claim, judge_claim};
pub use facts::{MeansFacts, MeansGiven};
pub use gain::InstrumentGain;
pub use instruments::judge_means;
pub use mix::{Mix, Rebate, RebateRecipient, RetentionMeans};
