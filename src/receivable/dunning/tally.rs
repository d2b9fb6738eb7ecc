use alloc::vec;
use alloc::vec::Vec;

use chrono::NaiveDate;

use crate::receivable::dunning::account::{Account, named};
use crate::receivable::dunning::rung::{below, of_kind};
use crate::receivable::dunning::{DunningError, DunningLevel, PromiseToPay, Reminder, Step};
use crate::vocab::money::Money;

/// The reminders of one account, summed up.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Sent {
    /// The highest kind of step, and the number of reminders of it.
    pub(super) highest: Option<Step>,
    times: usize,
    /// The day of the last reminder.
    pub(super) last: Option<NaiveDate>,
    pub(super) messages: u32,
}

impl Sent {
    fn add(&mut self, reminder: &Reminder) {
        let step = Some(reminder.step);
        if self.highest < step {
            (self.highest, self.times) = (step, 0);
        }
        if self.highest == step {
            self.times = self.times.saturating_add(1);
        }
        self.last = self.last.max(Some(reminder.on));
        if reminder.step.is_message() {
            self.messages = self.messages.saturating_add(1);
        }
    }

    /// Returns the number of rungs up to the one that was reached, and whether it is of the highest kind.
    ///
    /// Each reminder takes the next rung of its kind above the last. Kinds never fall on the ladder. So
    /// only those of the highest kind count, in whatever order they were sent.
    pub(super) fn climbed(&self, ladder: &[DunningLevel]) -> (usize, bool) {
        let Some(kind) = self.highest else {
            return (0, false);
        };
        let taken = self.times.min(of_kind(ladder, kind));
        (below(ladder, kind).saturating_add(taken), taken > 0)
    }
}

/// Sums up the reminders for each account that they name. One that names several invoices of an
/// account counts once.
pub(super) fn sent(accounts: &[Account], reminders: &[Reminder]) -> Vec<Sent> {
    let named = named(accounts);
    let mut sums: Vec<(Option<usize>, Sent)> = vec![(None, Sent::default()); accounts.len()];
    for (number, reminder) in reminders.iter().enumerate() {
        for document in &reminder.documents {
            let found = named.binary_search_by_key(document, |(document, _)| *document);
            let place = found.ok().and_then(|found| named.get(found));
            let sum = place.and_then(|(_, place)| sums.get_mut(*place));
            if let Some((last, sent)) = sum.filter(|(last, _)| *last != Some(number)) {
                *last = Some(number);
                sent.add(reminder);
            }
        }
    }
    sums.into_iter().map(|(_, sent)| sent).collect()
}

/// The promises in the currency of one account, summed up.
#[derive(Clone, Copy, Debug)]
pub(super) struct Promised {
    /// The sum of what running promises still bring.
    pub(super) rest: Money,
    /// The earliest last day of a running promise; `None` if none runs.
    pub(super) until: Option<NaiveDate>,
    /// The number of promises since the clock's start that were broken.
    pub(super) broken: u32,
}

/// Sums up the promises for each account.
pub(super) fn promised(
    accounts: &[Account],
    promises: &[PromiseToPay],
    as_of: NaiveDate,
) -> Result<Vec<Promised>, DunningError> {
    let nothing = |account: &Account| Promised {
        rest: Money::zero(account.currency()),
        until: None,
        broken: 0,
    };
    let mut sums: Vec<Promised> = accounts.iter().map(nothing).collect();
    for promise in promises {
        let currency = promise.amount.currency();
        let Ok(place) = accounts.binary_search_by_key(&currency, Account::currency) else {
            continue;
        };
        let (Some(account), Some(sum)) = (accounts.get(place), sums.get_mut(place)) else {
            continue;
        };
        if promise.runs_on(as_of) {
            let rest = promise.amount.checked_sub(promise.paid)?;
            sum.rest = sum.rest.checked_add(rest)?;
            sum.until = Some(sum.until.map_or(promise.by, |until| until.min(promise.by)));
        }
        if account.start() <= promise.made && promise.is_broken_on(as_of) {
            sum.broken = sum.broken.saturating_add(1);
        }
    }
    Ok(sums)
}
