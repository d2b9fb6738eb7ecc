use core::fmt;

use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};

/// What becomes of the days that make no regular period (首末期惯例).
///
/// With an initial stub the dates are counted back from the end, with a final one on from the start.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[non_exhaustive]
#[serde(rename_all = "kebab-case")]
pub enum StubConvention {
    /// A stub at either end, both given by their dates.
    Both,
    /// They lengthen the last regular period.
    LongFinal,
    /// They lengthen the first regular period.
    LongInitial,
    /// There are none, or they are the only period.
    None,
    /// They are a short last period.
    ShortFinal,
    /// They are a short first period.
    ShortInitial,
    /// They are a short last period from seven days up, and lengthen the last regular one otherwise.
    SmartFinal,
    /// They are a short first period from seven days up, and lengthen the first regular one otherwise.
    SmartInitial,
}

impl StubConvention {
    /// Tells whether dates are counted back from the end.
    pub(crate) const fn is_initial(self) -> bool {
        matches!(
            self,
            Self::LongInitial | Self::ShortInitial | Self::SmartInitial
        )
    }

    /// Tells whether dates are counted on from the start to a stub at the end.
    pub(crate) const fn is_final(self) -> bool {
        matches!(self, Self::LongFinal | Self::ShortFinal | Self::SmartFinal)
    }

    /// Tells whether the days left over from one date to another lengthen a regular period.
    pub(crate) fn lengthens(self, from: NaiveDate, to: NaiveDate) -> bool {
        match self {
            Self::LongFinal | Self::LongInitial => true,
            Self::SmartFinal | Self::SmartInitial => from
                .checked_add_days(SHORTEST_SMART_STUB)
                .is_none_or(|shortest| shortest > to),
            Self::Both | Self::None | Self::ShortFinal | Self::ShortInitial => false,
        }
    }
}

impl fmt::Display for StubConvention {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Both => "a stub at either end",
            Self::LongFinal => "a long final stub",
            Self::LongInitial => "a long initial stub",
            Self::None => "no stub",
            Self::ShortFinal => "a short final stub",
            Self::ShortInitial => "a short initial stub",
            Self::SmartFinal => "a smart final stub",
            Self::SmartInitial => "a smart initial stub",
        })
    }
}

/// The length from which a smart convention makes a stub of its own.
const SHORTEST_SMART_STUB: Days = Days::new(7);
