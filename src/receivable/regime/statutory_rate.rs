use alloc::borrow::Cow;

use crate::form::{choice, record};
use crate::receivable::rate::{RateFactor, RateFixing, RateReset, RateSeries, ReferenceRate};
use crate::vocab::rate::Rate;

choice! {
    /// The rate that a statute gives where the contract says nothing (法定利率).
    #[derive(Hash)]
    pub closed enum StatutoryRate {
        /// One rate.
        Fixed(Rate),
        /// A rate that follows a reference rate.
        Referenced(ReferenceRule),
    }
}

record! {
    /// How a statute makes a rate of a reference rate (参考利率规定), without the reference's history.
    #[derive(Hash)]
    pub closed struct ReferenceRule {
        /// The name of the reference rate, which [`published_series`](crate::receivable::regime::published_series)
        /// understands.
        pub reference: Cow<'static, str>,
        /// How many times it is taken.
        pub factor: RateFactor,
        /// What is added to it.
        pub margin: Rate,
        /// On which day it is read.
        pub sampling: RateFixing,
        /// Which day of the debt fixes it.
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
    /// Whether a contract may set another rate (约定利率).
    #[non_exhaustive]
    #[derive(Hash)]
    pub enum AgreedRate {
        /// Yes, but at least what follows from a reference rate.
        AtLeast(ReferenceRule),
        /// No: the statute overrides the contract.
        Overridden,
        /// Yes, where the contract gives another substantial remedy for late payment.
        SubstantialRemedy,
        /// Yes, unless it is grossly unfair to the creditor.
        UnlessGrosslyUnfair,
    }
}
