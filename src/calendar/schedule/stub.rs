use crate::vocab::words::words;

use chrono::{Days, NaiveDate};

words! {
    /// The treatment of the days that make no regular period (首末期惯例).
    ///
    /// With an initial stub the dates are counted back from the end, with a final one on from the start. A smart stub
    /// goes together with one at the other side that is given by its date; a short or a long one does not.
    pub open enum StubConvention {
        /// A stub at either end, both given by their dates.
        Both = "both", "stub at either end", "首末均为不规则期", "首末均為不規則期";
        /// The days lengthen the last regular period.
        LongFinal = "long-final", "long final stub", "长末期", "長末期";
        /// The days lengthen the first regular period.
        LongInitial = "long-initial", "long initial stub", "长首期", "長首期";
        /// There are no such days, or they are the only period.
        None = "none", "no stub", "无不规则期", "無不規則期";
        /// The days are a short last period.
        ShortFinal = "short-final", "short final stub", "短末期", "短末期";
        /// The days are a short first period.
        ShortInitial = "short-initial", "short initial stub", "短首期", "短首期";
        /// The days are a short last period from seven days up, else they lengthen the last regular one.
        SmartFinal = "smart-final", "smart final stub", "长短自适应的末期", "長短自適應的末期";
        /// The days are a short first period from seven days up, else they lengthen the first regular one.
        SmartInitial = "smart-initial", "smart initial stub", "长短自适应的首期", "長短自適應的首期";
    }
}

impl StubConvention {
    /// Returns whether dates are counted back from the end.
    pub(crate) const fn is_initial(self) -> bool {
        matches!(
            self,
            Self::LongInitial | Self::ShortInitial | Self::SmartInitial
        )
    }

    /// Returns whether dates are counted on from the start to a stub at the end.
    pub(crate) const fn is_final(self) -> bool {
        matches!(self, Self::LongFinal | Self::ShortFinal | Self::SmartFinal)
    }

    /// Returns whether the days left over from one date to another lengthen a regular period.
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

/// The length from which a smart convention makes a stub of its own.
const SHORTEST_SMART_STUB: Days = Days::new(7);
