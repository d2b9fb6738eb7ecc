use alloc::vec::Vec;

use chrono::NaiveDate;

use crate::receivable::interest::debt::LateDebt;
use crate::receivable::interest::error::InterestError;
use crate::receivable::interest::held::{Held, Holds};
use crate::vocab::money::Money;

/// The days through which one part of a balance is late and not paused.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) struct LateSpan {
    pub(crate) first: NaiveDate,
    pub(crate) last: NaiveDate,
    /// The late part at the start of each of the days, above zero.
    pub(crate) balance: Money,
}

/// Returns the spans from the first day of default through a day, in order.
///
/// A change counts from the day after it, as for interest: money that comes on a day was missing
/// until then.
pub(crate) fn late_spans(
    debt: &LateDebt,
    as_of: NaiveDate,
) -> Result<Vec<LateSpan>, InterestError> {
    let mut spans = Vec::new();
    let (holds, mut held) = (Holds::of(debt), Held::nothing(debt.principal().currency()));
    let mut changes = debt.changes().iter().peekable();
    let mut balance = debt.principal();
    let mut next = debt.due().succ_opt();
    while let Some(day) = next.filter(|day| *day <= as_of) {
        while let Some(change) = changes.next_if(|change| change.date < day) {
            balance = balance.checked_sub(change.amount)?;
        }
        if balance.is_negative() || balance.is_zero() {
            break;
        }
        held.pass(&holds, day)?;
        let changed = changes.peek().and_then(|change| change.date.succ_opt());
        let paused = holds.next(&held).map(|(day, _)| day);
        let turns = changed.into_iter().chain(paused).min();
        next = turns;
        let last = turns
            .and_then(|day| day.pred_opt())
            .map_or(as_of, |last| last.min(as_of));
        let late = balance.checked_sub(held.of(balance))?;
        if !late.is_zero() {
            spans.push(LateSpan {
                first: day,
                last,
                balance: late,
            });
        }
    }
    Ok(spans)
}
