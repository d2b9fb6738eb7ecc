use alloc::vec::Vec;

use chrono::NaiveDate;

use crate::satisfaction::measurement::Measurement;
use crate::satisfaction::measurement::state::LoyaltySupport;
use crate::satisfaction::measurement::voices::Voices;
use crate::satisfaction::policy::SatisfactionPolicy;
use crate::vocab::time::Days;

/// The disappointments in a row, and what they leave of loyalty (SAT-08).
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) struct Persistence {
    /// The most days in a row that disappointed one person, of those whose measurements hold.
    pub(crate) disappointments: u32,
    /// The support of loyalty.
    pub(crate) support: Support,
}

/// The support of loyalty, if the measurements that decide it hold.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Support {
    /// The customer said nothing.
    Unheard,
    /// The measurements that decide it hold no longer.
    Expired {
        /// The first day on which they do not hold.
        since: NaiveDate,
    },
    /// The measurements hold.
    Told(LoyaltySupport),
}

impl Persistence {
    /// Counts the disappointments of a context, person by person: whoever is asked in between changes nothing
    /// for somebody else.
    ///
    /// A row that was persistent stays open after its expiry, until a measurement says otherwise: what
    /// expires is missing, and never speaks for the customer's loyalty.
    pub(crate) fn of(policy: &SatisfactionPolicy, voices: &Voices<'_>, as_of: NaiveDate) -> Self {
        let rows: Vec<Vec<NaiveDate>> = voices.people().map(|said| row(policy, said)).collect();
        let holding = |row: &Vec<NaiveDate>| {
            let held = row
                .iter()
                .take_while(|on| expiry(policy, **on, as_of).is_none());
            held.count()
        };
        let needed = policy.persistent_after().get();
        let most = rows.iter().map(holding).max().unwrap_or(0);
        let disappointments = u32::try_from(most).unwrap_or(u32::MAX);
        let latest = voices.days().find_map(|day| Some(day.first()?.on()));
        let support = match latest.map(|on| expiry(policy, on, as_of)) {
            None => Support::Unheard,
            Some(Some(since)) => Support::Expired { since },
            Some(None) if disappointments >= needed => Support::Told(LoyaltySupport::Unsupported),
            Some(None) => match rows
                .iter()
                .find_map(|row| was_persistent(policy, row, as_of))
            {
                Some(since) => Support::Expired { since },
                None => Support::Told(LoyaltySupport::Supported),
            },
        };
        Self {
            disappointments,
            support,
        }
    }
}

/// Returns the days in a row that disappointed a person, the latest first.
fn row(policy: &SatisfactionPolicy, said: &[&Measurement]) -> Vec<NaiveDate> {
    let days = said.chunk_by(|one, next| one.on() == next.on());
    days.take_while(|day| is_disappointed(policy, day))
        .filter_map(|day| Some(day.first()?.on()))
        .collect()
}

/// Returns the first day on which a measurement no longer holds; `None` if it holds.
pub(crate) fn expiry(
    policy: &SatisfactionPolicy,
    on: NaiveDate,
    as_of: NaiveDate,
) -> Option<NaiveDate> {
    let since = policy.validity().after(on)?.succ_opt()?;
    (since <= as_of).then_some(since)
}

/// Returns whether the least satisfied voice of a day falls short by more than the tolerance.
fn is_disappointed(policy: &SatisfactionPolicy, day: &[&Measurement]) -> bool {
    day.first().is_some_and(|worst| {
        let tolerance = policy.disappointment_tolerance();
        let (part, whole) = (i128::from(tolerance.part()), i128::from(tolerance.whole()));
        let short = worst.expected().units_above(worst.perceived());
        let range = worst.perceived().scale().range();
        short.saturating_mul(whole) > range.saturating_mul(part)
    })
}

/// Returns the day since which a row, the latest first, is no longer persistent; `None` if it never was.
fn was_persistent(
    policy: &SatisfactionPolicy,
    row: &[NaiveDate],
    as_of: NaiveDate,
) -> Option<NaiveDate> {
    let needed = usize::try_from(policy.persistent_after().get()).ok()?;
    row.windows(needed).find_map(|days| {
        let (latest, earliest) = (days.first()?, days.last()?);
        let is_together = Days::between(*earliest, *latest)? <= policy.validity();
        is_together
            .then(|| expiry(policy, *earliest, as_of))
            .flatten()
    })
}

#[cfg(test)]
mod tests {
    use alloc::vec::Vec;

    use super::Persistence;
    use crate::satisfaction::measurement::persistence::Support;
    use crate::satisfaction::measurement::voices::Voices;
    use crate::satisfaction::measurement::{LoyaltySupport, loyalty_support};
    use crate::satisfaction::policy::SatisfactionPolicy;
    use crate::satisfaction::sample::{Failure, context, day, measured};
    use crate::vocab::known::{Grade, Known};
    use crate::vocab::time::Days;

    use LoyaltySupport::{Supported, Unsupported};
    use Support::{Expired, Told, Unheard};

    /// Ten days of validity, and 5 % of the scale of tolerance.
    #[track_caller]
    fn leaves(
        said: &[(u32, &str)],
        as_of: u32,
        disappointments: u32,
        support: Support,
    ) -> Result<(), Failure> {
        let policy = SatisfactionPolicy::standard().with_validity(Days::new(10))?;
        let lunch = context("lunch")?;
        let mut measurements = Vec::new();
        for (on, perceived) in said {
            measurements.push(measured(
                "lunch",
                day(*on),
                Grade::Measured,
                "7",
                perceived,
            )?);
            measurements.push(measured("dinner", day(*on), Grade::Measured, "7", "9")?);
            measurements.push(measured("lunch", day(*on), Grade::Estimated, "7", "9")?);
        }
        for _ in 0..measurements.len() {
            measurements.rotate_left(1);
            let voices = Voices::of(&measurements, &lunch, day(as_of))?;
            let found = Persistence::of(&policy, &voices, day(as_of));
            assert_eq!(found.disappointments, disappointments, "{said:?} {as_of}");
            assert_eq!(found.support, support, "{said:?} {as_of}");
            let known = match support {
                Told(support) => Known::measured(support),
                Expired { .. } | Unheard => Known::Unknown,
            };
            let asked = loyalty_support(&policy, &measurements, &lunch, day(as_of))?;
            assert_eq!(asked, known, "{said:?} {as_of}");
        }
        Ok(())
    }

    #[test]
    fn disappointment_is_persistent_from_the_second_day_in_a_row() -> Result<(), Failure> {
        leaves(&[], 1, 0, Unheard)?;
        leaves(&[(1, "6")], 1, 1, Told(Supported))?;
        leaves(&[(1, "6"), (2, "6")], 2, 2, Told(Unsupported))?;
        leaves(&[(1, "6"), (2, "7")], 2, 0, Told(Supported))?;
        leaves(&[(1, "6"), (2, "7"), (3, "6")], 3, 1, Told(Supported))?;
        leaves(&[(1, "8"), (2, "6"), (3, "6")], 3, 2, Told(Unsupported))?;
        // Two voices of one day are one day, and the least satisfied speaks for it.
        leaves(&[(1, "6"), (1, "9")], 1, 1, Told(Supported))?;
        leaves(&[(1, "6"), (2, "6"), (2, "9")], 2, 2, Told(Unsupported))
    }

    #[test]
    fn what_is_within_the_tolerance_disappoints_nobody() -> Result<(), Failure> {
        leaves(&[(1, "6.5"), (2, "6.5")], 2, 0, Told(Supported))?;
        leaves(&[(1, "6.499"), (2, "6.499")], 2, 2, Told(Unsupported))?;
        leaves(&[(1, "6.99"), (2, "6")], 2, 1, Told(Supported))
    }

    #[test]
    fn what_has_expired_counts_neither_for_nor_against() -> Result<(), Failure> {
        let since = |on| Expired { since: day(on) };
        leaves(&[(1, "6"), (8, "6")], 11, 2, Told(Unsupported))?;
        leaves(&[(1, "6"), (8, "6")], 12, 1, since(12))?;
        leaves(&[(1, "6"), (8, "6")], 18, 1, since(12))?;
        leaves(&[(1, "6"), (8, "6")], 19, 0, since(19))?;
        leaves(&[(1, "6"), (8, "6"), (17, "7")], 19, 0, Told(Supported))?;
        // They never held together: it was never persistent.
        leaves(&[(1, "6"), (12, "6")], 12, 1, Told(Supported))?;
        leaves(&[(1, "6"), (11, "6")], 11, 2, Told(Unsupported))?;
        leaves(&[(1, "8")], 12, 0, since(12))
    }
}
