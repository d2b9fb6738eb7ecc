use alloc::vec::Vec;

use chrono::NaiveDate;

use crate::receivable::interest::debt::LateDebt;
use crate::vocab::money::{Currency, Money, MoneyError};

/// The pauses of a debt as changes of the amount that bears nothing, in the order of their days.
///
/// Each pause is two changes, so a walk passes them once, however many of them run at a time.
#[derive(Clone, Debug)]
pub(super) struct Holds(Vec<Hold>);

/// A day from which more or less of the balance bears nothing.
#[derive(Clone, Copy, Debug)]
struct Hold {
    day: NaiveDate,
    /// The amount by which the paused parts change.
    part: Money,
    /// The number by which the pauses of the whole change.
    whole: i64,
}

/// The part of the balance that bears nothing on the next day of a walk.
#[derive(Clone, Copy, Debug)]
pub(super) struct Held {
    /// The number of changes that are in.
    passed: usize,
    part: Money,
    whole: i64,
}

impl Holds {
    /// Lists the changes of a debt; a debt without pauses has none, and costs no allocation.
    pub(super) fn of(debt: &LateDebt) -> Self {
        let (pauses, currency) = (debt.pauses(), debt.principal().currency());
        let nothing = Money::zero(currency);
        let changes = pauses.iter().flat_map(|pause| {
            let (part, whole): (Money, i64) = match pause.amount {
                Some(part) => (part, 0),
                None => (nothing, 1),
            };
            let begins = Hold {
                day: pause.from,
                part,
                whole,
            };
            let ends = pause.to.map(|day| Hold {
                day,
                part: part.negated(),
                whole: i64::wrapping_neg(whole),
            });
            [begins].into_iter().chain(ends)
        });
        let mut changes: Vec<Hold> = changes.collect();
        changes.sort_by_key(|hold| hold.day);
        Self(changes)
    }

    /// Returns the first day after those passed on which the paused part changes, and whether it grows then.
    pub(super) fn next(&self, held: &Held) -> Option<(NaiveDate, bool)> {
        let next = self.0.get(held.passed)?;
        let grows = next.whole > 0 || !(next.part.is_negative() || next.part.is_zero());
        Some((next.day, grows))
    }
}

impl Held {
    pub(super) fn nothing(currency: Currency) -> Self {
        Self {
            passed: 0,
            part: Money::zero(currency),
            whole: 0,
        }
    }

    /// Takes in the changes up to a day.
    pub(super) fn pass(&mut self, holds: &Holds, day: NaiveDate) -> Result<(), MoneyError> {
        while let Some(next) = holds.0.get(self.passed).filter(|next| next.day <= day) {
            self.part = self.part.checked_add(next.part)?;
            self.whole = self.whole.saturating_add(next.whole);
            self.passed = self.passed.saturating_add(1);
        }
        Ok(())
    }

    /// Returns the paused part of a balance.
    pub(super) fn of(&self, balance: Money) -> Money {
        let is_whole = self.whole > 0 || self.part.amount() >= balance.amount();
        if is_whole { balance } else { self.part }
    }
}
