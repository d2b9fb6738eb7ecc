//! The facts of one day: what was learnt too long ago, or after the day, is unknown.

use alloc::borrow::Cow;

use chrono::NaiveDate;

use crate::loyalty::day::Day;
use crate::loyalty::facts::LoyaltyFacts;
use crate::loyalty::policy::LoyaltyPolicy;
use crate::vocab::known::DayReader;

/// Returns the facts as they stand on a day, and what has expired by then or lies ahead.
///
/// Statements, evidence and purchases have days of their own, which the functions of their rooms read. Facts without
/// a day are borrowed.
#[inline(always)]
pub(crate) fn current<'a>(
    policy: &LoyaltyPolicy,
    mut facts: Cow<'a, LoyaltyFacts>,
    as_of: NaiveDate,
) -> (Cow<'a, LoyaltyFacts>, DayReader) {
    let day = Day::of(policy, as_of);
    let mut reader = DayReader::new(day.as_of, "loyalty");
    let means = facts.means.as_ref();
    let is_dated = facts.support.on().is_some()
        || facts.foundations.is_dated()
        || facts.lock_in.has_dated_costs()
        || means.is_some_and(|means| means.is_dated());
    if !is_dated {
        return (facts, reader);
    }
    let now = facts.to_mut();
    now.foundations.read(policy, &mut reader);
    now.lock_in.read_costs(day.lasting, &mut reader);
    if let Some(means) = &mut now.means {
        means.read(day.lasting, &mut reader);
    }
    reader.read(&mut now.support, day.lasting, format_args!("support"));
    (facts, reader)
}
