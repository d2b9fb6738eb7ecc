//! Words of the field without policy: roles, stages, causes, instruments, marks, locales (词汇).

mod assurance_asset;
mod cause;
mod chance;
mod claim_ground;
mod instrument;
mod locale;
mod need_level;
mod purchase_risk_kind;
mod rating;
mod replacement_factor;
mod role;
mod stage;
mod trust;
mod word;

pub use assurance_asset::AssuranceAsset;
pub use cause::Cause;
pub use chance::Chance;
pub use claim_ground::ClaimGround;
pub use instrument::{Instrument, InstrumentEffect};
pub use locale::{Locale, ParseLocaleError, Text};
pub use need_level::NeedLevel;
pub use purchase_risk_kind::PurchaseRiskKind;
pub use rating::{ParseRatingError, Rating, RatingError};
pub use replacement_factor::ReplacementFactor;
pub use role::{Department, Level, Pair, PairKind, Role, Side};
pub use stage::Stage;
pub use trust::{Trust, TrustLevel};
pub use word::{ParseWordError, Word};
pub(crate) use word::{read, words};
