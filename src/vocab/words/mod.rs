//! Words of the field without policy: roles, stages, causes, instruments, marks, locales (词汇).
//!
//! ```text
//! name in JSON -> a word of a list -> its text in three locales
//! ```
//!
//! - *Looks at*: The names that facts and policies use for the things of the field.
//! - *Why*: Each thing has one name for programs and one text for people in each locale.
//! - *Breaks it*: A name that is not in the list. A mark beyond its scale.
//! - *Keeps it*: A name of the list, and a mark on its scale.
//! - *Rules*: None of its own; a rule reads the words and never their texts.
//!
//! # Examples
//!
//! ```
//! use keqing::vocab::words::{Locale, Role};
//!
//! let party: Role = "customer-operator".parse()?;
//! assert_eq!(party.text().in_locale(Locale::ZhHans), "客户操作者");
//! # Ok::<(), keqing::vocab::words::ParseWordError>(())
//! ```

mod assurance_asset;
mod bond;
mod cause;
mod chance;
mod claim_ground;
mod instrument;
mod locale;
mod loyalty_pattern;
mod manifestation;
mod need_level;
mod patronage_drive;
mod purchase_risk_kind;
mod rating;
mod replacement_factor;
mod replacement_level;
mod role;
mod stage;
mod stance;
mod switch_outcome;
mod trust;
mod word;

pub use assurance_asset::AssuranceAsset;
pub use bond::Bond;
pub use cause::Cause;
pub use chance::Chance;
pub use claim_ground::ClaimGround;
pub use instrument::{Instrument, InstrumentEffect};
pub use locale::{Locale, ParseLocaleError, Text};
pub use loyalty_pattern::LoyaltyPattern;
pub use manifestation::Manifestation;
pub use need_level::NeedLevel;
pub use patronage_drive::PatronageDrive;
pub use purchase_risk_kind::PurchaseRiskKind;
pub use rating::{ParseRatingError, Rating, RatingError};
pub use replacement_factor::ReplacementFactor;
pub use replacement_level::ReplacementLevel;
pub use role::{Department, Level, Pair, PairKind, Role, Side};
pub use stage::Stage;
pub use stance::Stance;
pub use switch_outcome::SwitchOutcome;
pub use trust::{Trust, TrustLevel};
pub use word::{ParseWordError, Word};
pub(crate) use word::{read, words};
