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
mod determination;
mod emotion_kind;
mod expectation_source;
mod feature_tier;
mod goal;
mod instrument;
mod locale;
mod manifestation;
mod need_kind;
mod need_level;
mod purchase_risk_kind;
mod rating;
mod replacement_factor;
mod role;
mod settled;
mod stage;
mod stance;
mod supplier_position;
mod trust;
mod waiver_cause;
mod word;

pub use assurance_asset::AssuranceAsset;
pub use bond::Bond;
pub use cause::Cause;
pub use chance::Chance;
pub use claim_ground::ClaimGround;
pub use determination::Determination;
pub use emotion_kind::EmotionKind;
pub use expectation_source::ExpectationSource;
pub use feature_tier::FeatureTier;
pub use goal::Goal;
pub use instrument::{Instrument, InstrumentEffect};
pub use locale::{Locale, ParseLocaleError, Text};
pub use manifestation::Manifestation;
pub use need_kind::NeedKind;
pub use need_level::NeedLevel;
pub use purchase_risk_kind::PurchaseRiskKind;
pub use rating::{ParseRatingError, Rating, RatingError};
pub use replacement_factor::ReplacementFactor;
pub use role::{Department, Level, Pair, PairKind, Role, Side};
pub use settled::Settled;
pub use stage::Stage;
pub use stance::Stance;
pub use supplier_position::SupplierPosition;
pub use trust::{Trust, TrustLevel};
pub use waiver_cause::WaiverCause;
pub use word::{ParseWordError, Word};
pub(crate) use word::{read, words};
