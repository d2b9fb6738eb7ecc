//! Words without policy: the vocabulary that every layer below speaks.
//!
//! Nothing here decides anything. A [`Share`] knows that it lies between nothing and everything, a
//! [`Stage`] knows its order, a [`Known`] knows how good its evidence is; what follows from them is
//! the business of the systems and of the policy.
//!
//! Words that findings mention as evidence ([`Stage`], [`Role`], [`Side`], [`PersonId`] …) live here
//! too, because the layer of verdicts has to name them and may look only upward.

mod cause;
mod currency;
mod currency_table;
mod date;
pub(crate) mod exact;
mod fraction;
mod fraction_error;
mod instrument;
mod known;
mod locale;
mod money;
mod name;
mod party;
mod points;
mod rate;
mod rate_per_day;
mod rating;
pub(crate) mod ratio;
mod rounded;
pub(crate) mod rounding;
pub(crate) mod set;
mod share;
mod share_error;
mod share_text;
mod stage;
mod trust;
pub(crate) mod whole;
pub(crate) mod wide;

pub use cause::Cause;
pub use currency::{Currency, ParseCurrencyError};
pub use date::Days;
pub use fraction::FractionalMoney;
pub use fraction_error::FractionalMoneyError;
pub use instrument::{Instrument, InstrumentEffect};
pub use known::{Grade, Graded, Known};
pub use locale::{Locale, ParseLocaleError, Text};
pub use money::{Money, MoneyError, ParseMoneyError};
pub use name::{DocumentId, ItemId, Label, Name, NameError, PersonId};
pub use party::{Department, Level, Pair, PairKind, Role, Side};
pub use points::Points;
pub use rate::{ParseRateError, Rate, RateError};
pub use rating::{ParseRatingError, Rating, RatingError};
pub use rounded::{MinorUnitsError, ParseRoundedMoneyError, RoundMoneyError, RoundedMoney};
pub use rounding::{RoundingMode, round};
pub use set::{Member, Members, Set};
pub use share::Share;
pub use share_error::ShareError;
pub use stage::Stage;
pub use trust::{Trust, TrustLevel};
