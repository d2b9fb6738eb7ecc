//! The days on which a charge falls, counted on each balance at once.

use alloc::vec::Vec;

use chrono::{Datelike, NaiveDate};

use crate::receivable::interest::{InterestError, LateDebt, late_spans};
use crate::vocab::money::Money;
use crate::vocab::time::Days;

/// The days through which one balance is late.
#[derive(Clone, Copy, Debug)]
pub(super) struct Span {
    first: NaiveDate,
    last: NaiveDate,
    pub(super) balance: Money,
}

/// The days of one balance on which a charge falls.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) struct Fell {
    pub(super) first: NaiveDate,
    pub(super) last: NaiveDate,
    pub(super) count: u64,
}

/// Returns the spans of a debt up to a day, less what is paid within the grace.
pub(super) fn spans(
    debt: &LateDebt,
    grace: Days,
    as_of: NaiveDate,
) -> Result<Vec<Span>, InterestError> {
    let late = late_spans(debt, as_of)?;
    let grace_ends = chrono::Days::new(grace.count().into());
    let grace_ends = debt.due().checked_add_days(grace_ends);
    // The balance behind the grace bears charges from the due date on. Until then nothing does.
    let Some(behind) = grace_ends.and_then(|day| day.succ_opt()) else {
        return Ok(Vec::new());
    };
    let at_most = late
        .iter()
        .find(|span| span.first <= behind && behind <= span.last);
    let later = late.iter().find(|span| span.first > behind);
    let Some(at_most) = at_most.or(later).map(|span| span.balance) else {
        return Ok(Vec::new());
    };
    let spans = late.iter().map(|span| {
        let is_less = span.last < behind && at_most.amount() < span.balance.amount();
        Span {
            first: span.first,
            last: span.last,
            balance: if is_less { at_most } else { span.balance },
        }
    });
    Ok(spans.collect())
}

impl Span {
    /// Returns its days.
    pub(super) fn days(&self) -> Option<Fell> {
        let count = self.last.signed_duration_since(self.first).num_days();
        Some(Fell {
            first: self.first,
            last: self.last,
            count: u64::try_from(count.checked_add(1)?).ok()?,
        })
    }

    /// Returns the first day of default, if it is in the span.
    pub(super) fn once(&self, due: NaiveDate) -> Option<Fell> {
        let first = due.succ_opt().filter(|day| self.contains(*day))?;
        Some(Fell {
            first,
            last: first,
            count: 1,
        })
    }

    /// Returns the first days of the months of default that begin in the span.
    pub(super) fn months_begun(&self, due: NaiveDate) -> Option<Fell> {
        // A month begins on the day after the due date, or after that day of a later month.
        let day = |months| months_after(due, months)?.succ_opt();
        let before = self.first.pred_opt()?;
        let through = self.last.pred_opt()?;
        fell(
            whole_months(due, before),
            whole_months(due, through),
            self.first,
            day,
        )
    }

    /// Returns the last days of the months of default that are over in the span.
    pub(super) fn months_over(&self, due: NaiveDate) -> Option<Fell> {
        let day = |months| months_after(due, months);
        let first = whole_months(due, self.first);
        fell(first.max(1), whole_months(due, self.last), self.first, day)
    }

    fn contains(&self, day: NaiveDate) -> bool {
        self.first <= day && day <= self.last
    }
}

/// Returns the months from one number through another, the first of them on a day or later.
fn fell(
    from: i64,
    through: i64,
    start: NaiveDate,
    day: impl Fn(i64) -> Option<NaiveDate>,
) -> Option<Fell> {
    let from = match day(from).filter(|first| *first >= start) {
        Some(_) => from,
        None => from.checked_add(1)?,
    };
    let count = through.checked_sub(from)?.checked_add(1)?;
    Some(Fell {
        first: day(from)?,
        last: day(through)?,
        count: u64::try_from(count).ok().filter(|count| *count > 0)?,
    })
}

/// Returns the number of whole months from a day to another one, which is not before it.
///
/// A month is whole on the same day of the next month, or on the last day of a shorter one.
fn whole_months(from: NaiveDate, to: NaiveDate) -> i64 {
    let index = |date: NaiveDate| {
        i64::from(date.year())
            .saturating_mul(12)
            .saturating_add(i64::from(date.month0()))
    };
    let months = index(to).saturating_sub(index(from));
    match months_after(from, months) {
        Some(day) if day <= to => months,
        _ => months.saturating_sub(1),
    }
}

fn months_after(from: NaiveDate, months: i64) -> Option<NaiveDate> {
    crate::calendar::month::add_months(from, months)
}
