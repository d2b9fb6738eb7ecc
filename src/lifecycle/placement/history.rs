//! The shares of earlier periods: in order, one of each period, and none after the facts.

use alloc::borrow::Cow;
use alloc::vec::Vec;

use chrono::NaiveDate;

use crate::lifecycle::judge::FactsError;
use crate::lifecycle::placement::outcome::PeriodShare;
use crate::lifecycle::stage::StageFacts;
use crate::lifecycle::wallet::ShareOfWallet;
use crate::vocab::share::Share;

/// The periods that ended before the facts, oldest first, and the number of those that ended later.
pub(super) struct Earlier<'a> {
    periods: Cow<'a, [PeriodShare]>,
    before: usize,
    pub(super) ignored: u32,
}

impl<'a> Earlier<'a> {
    /// Orders the periods. A list that is in order already is not copied.
    pub(super) fn of(as_of: NaiveDate, history: &'a [PeriodShare]) -> Self {
        let periods = in_order(history);
        let (before, known) = (
            periods.partition_point(|period| period.period_end < as_of),
            periods.partition_point(|period| period.period_end <= as_of),
        );
        let later = periods.len().saturating_sub(known);
        Self {
            periods,
            before,
            ignored: u32::try_from(later).unwrap_or(u32::MAX),
        }
    }

    /// Returns the end and the share of each earlier period in which there was a demand, oldest first.
    pub(super) fn shares(&self) -> impl DoubleEndedIterator<Item = (NaiveDate, Share)> + '_ {
        let periods = self.periods.iter().take(self.before);
        periods.filter_map(|period| Some((period.period_end, period.share.share()?)))
    }

    /// Returns whether anything was bought from us in an earlier period.
    pub(super) fn has_trade(&self) -> bool {
        self.shares().any(|(_, share)| !share.is_none())
    }
}

/// Returns whether earlier shares show that anything was bought from us before a day.
pub(crate) fn has_trade_before(as_of: NaiveDate, history: &[PeriodShare]) -> bool {
    !history.is_empty() && Earlier::of(as_of, history).has_trade()
}

/// Returns the number of periods that end after a day.
pub(crate) fn ahead(as_of: NaiveDate, history: &[PeriodShare]) -> u32 {
    Earlier::of(as_of, history).ignored
}

fn in_order(history: &[PeriodShare]) -> Cow<'_, [PeriodShare]> {
    if history.is_sorted_by_key(|period| period.period_end) {
        return Cow::Borrowed(history);
    }
    let mut sorted = history.to_vec();
    sorted.sort_by_key(|period| period.period_end);
    Cow::Owned(sorted)
}

/// Finds each period with two shares that differ; the share of the facts is that of the period that
/// ends on their date.
pub(crate) fn conflicts(
    facts: &StageFacts,
    history: &[PeriodShare],
) -> impl Iterator<Item = FactsError> {
    let now = |share: &ShareOfWallet| PeriodShare {
        period_end: facts.as_of,
        share: *share,
    };
    let periods = in_order(history);
    let known = periods
        .iter()
        .filter(|period| period.period_end <= facts.as_of)
        .copied()
        .chain(facts.share.value().map(now));
    let mut last: Option<PeriodShare> = None;
    let mut found = Vec::new();
    for period in known {
        let before = last.replace(period);
        let same = before.filter(|before| before.period_end == period.period_end);
        if let Some(other) = same.filter(|other| other.share != period.share) {
            found.push(FactsError::TwoShares {
                period_end: period.period_end,
                one: other.share,
                other: period.share,
            });
        }
    }
    found.into_iter()
}
