use alloc::vec::Vec;

use chrono::NaiveDate;

use crate::receivable::habit::history::{PaymentHistory, Timing};
use crate::vocab::time::Days;

/// A run of delayed invoices, in the order of due dates.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) struct Run {
    /// The number of invoices.
    pub(super) length: u32,
    /// The latest day on which one of them was paid, if one was.
    last_paid: Option<NaiveDate>,
    has_unpaid: bool,
    is_last: bool,
}

impl Run {
    /// Lists the runs of a history, the last one included if it is empty; `None` if no invoice is known to be
    /// delayed or on time.
    pub(super) fn all(history: &PaymentHistory) -> Option<Vec<Self>> {
        let invoices = history.by_due_date().into_iter();
        let mut known = invoices
            .filter_map(|invoice| invoice.timing_on(history.as_of))
            .peekable();
        known.peek()?;
        let (mut runs, mut run) = (Vec::new(), Self::EMPTY);
        for timing in known {
            match timing {
                Timing::OnTime => {
                    runs.push(run);
                    run = Self::EMPTY;
                }
                Timing::PaidLate(paid) => {
                    run.length = run.length.saturating_add(1);
                    run.last_paid = run.last_paid.max(Some(paid));
                }
                Timing::Unpaid => {
                    run.length = run.length.saturating_add(1);
                    run.has_unpaid = true;
                }
            }
        }
        runs.push(Self {
            is_last: true,
            ..run
        });
        Some(runs)
    }

    /// Returns whether the run counts on a day: it has an unpaid invoice, or its last payment lies no longer
    /// ago than the window.
    pub(super) fn counts_on(&self, as_of: NaiveDate, window: Days) -> bool {
        let is_recent = |paid| Days::between(paid, as_of).is_some_and(|days| days <= window);
        self.has_unpaid || self.last_paid.is_some_and(is_recent)
    }

    /// Returns whether the run goes on: no invoice after it was paid on time, or one in it is unpaid.
    pub(super) const fn goes_on(&self) -> bool {
        self.is_last || self.has_unpaid
    }

    const EMPTY: Self = Self {
        length: 0,
        last_paid: None,
        has_unpaid: false,
        is_last: false,
    };
}
