use chrono::NaiveDate;

use crate::vocab::rate::Rate;
use crate::vocab::source::Sourced;

/// A reference rate on the days from one to another (已公布的参考利率).
///
/// # Examples
///
/// See [`published_series`](crate::receivable::regime::published_series).
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub struct PublishedRate {
    /// The name of the reference rate.
    pub reference: &'static str,
    /// The first day.
    pub from: NaiveDate,
    /// The last day for which the rate is known.
    pub until: NaiveDate,
    /// The rate.
    pub rate: Sourced<Rate>,
}
