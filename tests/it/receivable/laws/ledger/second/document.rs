//! A document of the second statement: rows of what was taken off, and days that bear interest.

use crate::receivable::laws::ledger::story::Story;

/// Something that falls due on one day.
#[derive(Clone, Debug)]
pub(in super::super) struct Doc {
    pub(in super::super) id: String,
    /// The place of its invoice; `None` for a fee that is a debt of its own.
    pub(in super::super) bill: Option<usize>,
    pub(in super::super) issued: u32,
    pub(in super::super) due: u32,
    pub(in super::super) total: i128,
    /// The sum of the parts of its invoice before it.
    pub(super) before: i128,
    pub(in super::super) rows: Vec<Row>,
    pub(in super::super) fees: Vec<FeeDue>,
    /// The sum of what bore interest on each day.
    pub(super) accrued: i128,
    pub(in super::super) interest_paid: i128,
    pub(in super::super) interest_let_off: i128,
    /// The first day, the last day and the amount of each dispute.
    pub(super) disputes: Vec<(u32, u32, Option<i128>)>,
    /// The part of credit notes that was not owed any more.
    pub(super) beyond: i128,
    /// The day on which the last of what was written off was paid after all.
    pub(super) recovered_on: Option<u32>,
    rows_so_far: u32,
}

/// Something that was taken off the principal.
#[derive(Clone, Copy, Debug)]
pub(in super::super) struct Row {
    pub(super) number: u32,
    pub(in super::super) kind: Kind,
    pub(in super::super) units: i128,
    /// The last day on which it still bears interest.
    pub(super) bears_until: u32,
    /// The day on which it settles.
    pub(super) day: u32,
    /// The payments of one day that are one.
    pub(super) batch: u32,
    pub(super) tier: Option<usize>,
}

#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(in super::super) enum Kind {
    Paid,
    Credited,
    Discount,
    WrittenOff,
    /// A small difference.
    Small,
    /// A discount whose deadline was waived.
    Waived,
}

#[derive(Clone, Debug)]
pub(in super::super) struct FeeDue {
    pub(in super::super) id: String,
    pub(in super::super) day: u32,
    pub(in super::super) open: i128,
}

impl Doc {
    /// Lists the parts of every invoice.
    pub(super) fn all(story: &Story) -> Vec<Self> {
        let bills = story.bills.iter().enumerate();
        let parts = bills.flat_map(|(place, bill)| {
            let mut before = 0;
            bill.parts.iter().map(move |(id, due, units)| {
                before += units;
                Self {
                    bill: Some(place),
                    issued: bill.issued,
                    total: *units,
                    before: before - units,
                    ..Self::fee(id, *due)
                }
            })
        });
        parts.collect()
    }

    /// Makes the document of a fee that belongs to no invoice.
    pub(super) fn fee(id: &str, day: u32) -> Self {
        Self {
            id: id.into(),
            bill: None,
            issued: day,
            due: day,
            total: 0,
            before: 0,
            rows: Vec::new(),
            fees: Vec::new(),
            accrued: 0,
            interest_paid: 0,
            interest_let_off: 0,
            disputes: Vec::new(),
            beyond: 0,
            recovered_on: None,
            rows_so_far: 0,
        }
    }

    /// Returns the sum that was taken off in one way.
    pub(in super::super) fn taken(&self, kind: Kind) -> i128 {
        let rows = self.rows.iter().filter(|row| row.kind == kind);
        rows.map(|row| row.units).sum()
    }

    pub(in super::super) fn open(&self) -> i128 {
        self.total - self.rows.iter().map(|row| row.units).sum::<i128>()
    }

    /// Returns the last day on which anything was taken off, if nothing is open.
    pub(in super::super) fn settled_on(&self) -> Option<u32> {
        let days = self.rows.iter().map(|row| row.day);
        let last = days.chain(self.recovered_on).max();
        last.filter(|_| self.open() == 0)
    }

    /// Lets so much of what was taken off in some ways, the last first, be taken off in another way. The
    /// document stays as settled as it was.
    pub(super) fn replace(&mut self, units: i128, kinds: &[Kind], by: Row) -> Vec<(u32, i128)> {
        let mut left = units;
        let mut made = Vec::new();
        for place in (0..self.rows.len()).rev() {
            let old = self.rows[place];
            let part = old.units.min(left);
            if part > 0 && kinds.contains(&old.kind) {
                left -= part;
                self.rows[place].units -= part;
                let (bears_until, day) = (old.bears_until, old.day);
                let row = Row {
                    units: part,
                    bears_until,
                    day,
                    ..by
                };
                made.push((self.take(row), part));
            }
        }
        self.rows.retain(|row| row.units != 0);
        made
    }

    /// Takes an amount off, and returns the number of its row.
    pub(super) fn take(&mut self, row: Row) -> u32 {
        self.rows_so_far += 1;
        if row.units != 0 {
            self.rows.push(Row {
                number: self.rows_so_far,
                ..row
            });
        }
        self.rows_so_far
    }

    /// Adds what bears interest on a day.
    pub(super) fn accrue(&mut self, day: u32, pauses: bool) {
        if self.due < day {
            self.accrued += self.bearing(day, pauses);
        }
    }

    /// Counts every day anew, because the past changed.
    pub(super) fn accrue_anew(&mut self, today: u32, pauses: bool) {
        let days = self.due + 1..=today;
        self.accrued = days.map(|day| self.bearing(day, pauses)).sum();
    }

    /// Returns the principal that bears interest on a day.
    fn bearing(&self, day: u32, pauses: bool) -> i128 {
        let taken = self.rows.iter().filter(|row| row.bears_until < day);
        let balance = self.total - taken.map(|row| row.units).sum::<i128>();
        let paused = self.disputed(day).filter(|_| pauses).unwrap_or(0);
        (balance - paused.min(balance)).max(0)
    }

    /// Returns the amount that is disputed on a day; `None` if there is no dispute.
    fn disputed(&self, day: u32) -> Option<i128> {
        let running = self.disputes.iter();
        let running = running.filter(|(from, until, _)| *from <= day && day <= *until);
        running
            .map(|(_, _, units)| units.unwrap_or(self.total))
            .reduce(|sum, units| sum + units)
    }
}
