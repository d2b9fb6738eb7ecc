use alloc::borrow::Cow;

use crate::form::{choice, record};
use crate::receivable::rate::{RateFactor, RateFixing, RateReset, RateSeries, ReferenceRate};
use crate::vocab::rate::Rate;

choice! {
    /// The rate that a statute gives if the contract sets none (法定利率).
    #[derive(Hash)]
    pub closed enum StatutoryRate {
        /// A fixed rate.
        Fixed(Rate),
        /// A rate that follows a reference rate.
        Referenced(ReferenceRule),
    }
}

record! {
    /// The rule by which a statute derives a rate from a reference rate (参考利率规定), without its
    /// history.
    #[derive(Hash)]
    pub closed struct ReferenceRule {
        /// The name of the reference rate, as
        /// [`published_series`](crate::receivable::regime::published_series) takes it.
        pub reference: Cow<'static, str>,
        /// The factor by which the reference rate is multiplied.
        pub factor: RateFactor,
        /// The margin that is added to it.
        pub margin: Rate,
        /// The day on which it is read.
        pub sampling: RateFixing,
        /// The day of the debt that fixes it.
        pub binding: RateReset,
    }
}

impl ReferenceRule {
    /// Returns the rate that follows from a history of the reference rate.
    #[must_use]
    pub fn applied_to(&self, series: RateSeries) -> ReferenceRate {
        ReferenceRate::over(series, self.margin)
            .with_factor(self.factor)
            .with_sampling(self.sampling)
            .with_binding(self.binding)
    }
}

choice! {
    /// The freedom of a contract to set another rate (约定利率).
    #[non_exhaustive]
    #[derive(Hash)]
    pub enum AgreedRate {
        /// A contract may set another rate, but at least the one that follows from a reference
        /// rate.
        AtLeast(ReferenceRule),
        /// A contract may set a higher rate: a lower one counts as that of the statute.
        AtLeastStatutory,
        /// A contract may not set another rate: the statute overrides it.
        Overridden,
        /// A contract may, if it gives another substantial remedy for late payment.
        SubstantialRemedy,
        /// A contract may, unless its rate is grossly unfair to the creditor.
        UnlessGrosslyUnfair,
    }
}
