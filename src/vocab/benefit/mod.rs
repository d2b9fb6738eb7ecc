//! Benefits that the four parties have, and the word of the integrity office about them (利益).
//!
//! ```text
//! Scope + NeedKind      -> InterestKind   one of four kinds; a person's material one is sensitive
//! Role + InterestKind   -> Benefit        whose benefit it is; a BenefitRecord has the amount too
//! word + giver + scope  -> Clearance      the word of the integrity office
//! Benefit + Clearance   -> Gain           what a part of an offer or an instrument brings
//! ```
//!
//! - *Looks at*: A benefit with its party and its kind, and the clearance for it.
//! - *Why*: The same benefit may stand in an action, an investment, an offer or an instrument. It has the
//!   same words everywhere.
//! - *Breaks it*: A benefit that a person draws in material terms under the name of its organization.
//! - *Keeps it*: A benefit that names its party.
//! - *Rules*: None of its own. The gate of [`party::integrity`](crate::party::integrity) reads these words
//!   (PTY-09).
//!
//! # Examples
//!
//! A watch for the buyer is booked as an interest of the company. It is the buyer's own all the same.
//!
//! ```
//! use keqing::vocab::benefit::{Benefit, Horizon, InterestKind, Scope};
//! use keqing::vocab::words::NeedKind;
//!
//! let watch = Benefit {
//!     party: "customer-operator".parse()?,
//!     interest: InterestKind::new(Scope::Company, NeedKind::Material),
//!     horizon: Horizon::Near,
//! };
//! assert!(watch.is_integrity_sensitive());
//! # Ok::<(), keqing::vocab::words::ParseWordError>(())
//! ```

mod clearance;
mod gain;
mod interest;
mod record;

pub use clearance::{Clearance, ClearanceScope, ClearanceWord};
pub use gain::Gain;
pub use interest::{Horizon, InterestKind, Scope};
pub use record::{Benefit, BenefitRecord};
