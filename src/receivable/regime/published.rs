use chrono::NaiveDate;

use crate::receivable::rate::{RateSeries, RateStep};
use crate::receivable::regime::published_rate::PublishedRate;
use crate::receivable::regime::published_table::RATES;
use crate::vocab::source::Confirmation;

/// Returns the reference rates that this library knows, by reference and then by date.
///
/// They are few: the half-years for which a source was at hand. They are for examples, and for
/// checking a history of rates. To charge interest, take that history from its publisher.
#[must_use]
pub const fn published_rates() -> &'static [PublishedRate] {
    RATES
}

/// Makes a series of the published rates that have at least this confirmation.
///
/// The days between them are gaps, and the rate is unknown after the last. It is `None` if no rate
/// is left.
///
/// # Examples
///
/// ```
/// use chrono::NaiveDate;
/// use keqing::receivable::regime::published_series;
/// use keqing::vocab::source::Confirmation;
///
/// let date = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).ok_or("no such date");
/// let base_rate = published_series("Basiszinssatz, BGB 247", Confirmation::Secondary).ok_or("none")?;
/// assert_eq!(base_rate.rate_on(date(2020, 2, 1)?)?, "-0.88 % per year".parse()?);
/// assert!(base_rate.rate_on(date(2010, 2, 1)?).is_err());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn published_series(reference: &str, at_least: Confirmation) -> Option<RateSeries> {
    let good = |rate: &&PublishedRate| {
        rate.reference == reference && rate.rate.provenance().confirmation() >= at_least
    };
    let begins = |day: NaiveDate| RATES.iter().filter(good).any(|rate| rate.from == day);
    let steps = RATES.iter().filter(good).flat_map(|rate| {
        let ends = rate.until.succ_opt().filter(|day| !begins(*day));
        let step = RateStep::new(rate.from, *rate.rate.value());
        core::iter::once(step).chain(ends.map(RateStep::unknown))
    });
    RateSeries::new(steps).ok()
}
