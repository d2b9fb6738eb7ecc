use chrono::NaiveDate;

use crate::form::record;
use crate::vocab::rate::Rate;

record! {
    /// A step of a reference rate: the rate from a day on (参考利率变动).
    ///
    /// # Examples
    ///
    /// See [`RateSeries`](crate::receivable::rate::RateSeries).
    #[derive(Copy, Hash)]
    pub struct RateStep {
        /// The first day of the step.
        from: NaiveDate => "REC-03" "REC-04" "REC-06" "REC-07",
        /// The rate from that day on. `"none"` says that it is unknown from there.
        rate: Option<Rate> | "none" => "REC-03" "REC-04" "REC-06" "REC-07",
    }
}

impl RateStep {
    /// Makes a step to a rate that holds from a day on.
    #[must_use]
    pub const fn new(from: NaiveDate, rate: Rate) -> Self {
        Self {
            from,
            rate: Some(rate),
        }
    }

    /// Makes a step from which on the rate is unknown.
    #[must_use]
    pub const fn unknown(from: NaiveDate) -> Self {
        Self { from, rate: None }
    }

    /// Returns the first day of the step.
    #[must_use]
    pub const fn from(&self) -> NaiveDate {
        self.from
    }

    /// Returns the rate; `None` if it is unknown.
    #[must_use]
    pub const fn rate(&self) -> Option<Rate> {
        self.rate
    }
}
