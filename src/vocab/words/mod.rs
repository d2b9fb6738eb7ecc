//! Words of the field without policy: roles, stages, causes, instruments, marks, locales (词汇).

mod cause;
mod instrument;
mod locale;
mod rating;
mod role;
mod stage;
mod trust;
mod word;

pub use cause::Cause;
pub use instrument::{Instrument, InstrumentEffect};
pub use locale::{Locale, ParseLocaleError, Text};
pub use rating::{ParseRatingError, Rating, RatingError};
pub use role::{Department, Level, Pair, PairKind, Role, Side};
pub use stage::Stage;
pub use trust::{Trust, TrustLevel};
pub use word::{ParseWordError, Word};
pub(crate) use word::{read, words};
