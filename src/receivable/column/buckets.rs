use core::cmp::Reverse;

use chrono::NaiveDate;

use crate::receivable::column::due::{CHUNK, Due};

/// The totals of a bucket: the number of rows, and their sum in smallest units (各账龄段合计).
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
#[non_exhaustive]
pub struct AgingTotals {
    /// The number of rows.
    pub rows: u64,
    /// The sum of the rows. A sum of 64-bit amounts cannot leave 128 bits before memory ends, so it
    /// is exact.
    pub units: i128,
}

impl AgingTotals {
    #[inline]
    pub(super) fn take(&mut self, units: i64) {
        self.add(1, i128::from(units));
    }

    #[inline]
    pub(super) fn add(&mut self, rows: u32, units: i128) {
        self.rows = self.rows.wrapping_add(u64::from(rows));
        self.units = self.units.wrapping_add(units);
    }

    const fn less(self, other: Self) -> Self {
        Self {
            rows: self.rows.wrapping_sub(other.rows),
            units: self.units.wrapping_sub(other.units),
        }
    }
}

/// The amounts of which a whole chunk adds up in 64 bits are at most this power of two.
const SMALL: u32 = 53;

const _: () = assert!(
    CHUNK.ilog2() + SMALL < 63,
    "a chunk of small amounts adds up"
);

/// A few edges, and the totals of the rows that fall due after each of them.
///
/// The rows of a bucket are those after its edge, less those after the edge before. So no row waits
/// for the bucket of another, and the compiler takes several rows at a time.
pub(super) struct Edges<D, const FEW: usize> {
    /// The edges, newest first, behind days after which nothing falls due.
    edges: [D; FEW],
    /// The number of real edges.
    count: usize,
    after: [AgingTotals; FEW],
    all: AgingTotals,
}

impl<D: Due, const FEW: usize> Edges<D, FEW> {
    /// Makes the edges of dates, of which there are no more than there is place for.
    pub(super) fn new(dates: &[NaiveDate], zero: i32) -> Self {
        let mut edges = [D::LAST; FEW];
        for (edge, date) in edges.iter_mut().zip(dates) {
            *edge = D::of(*date, zero);
        }
        edges.sort_unstable_by_key(|edge| Reverse(*edge));
        Self {
            edges,
            count: dates.len().min(FEW),
            after: [AgingTotals::default(); FEW],
            all: AgingTotals::default(),
        }
    }

    /// Takes at most [`CHUNK`] rows.
    #[inline]
    pub(super) fn take(&mut self, due: &[D], units: &[i64]) {
        let mut rows = [0_u32; FEW];
        for due in due {
            for (rows, edge) in rows.iter_mut().zip(&self.edges) {
                *rows = rows.wrapping_add(u32::from(edge < due));
            }
        }
        let (mut sums, mut all, mut bits) = ([0_i64; FEW], 0_i64, 0);
        for (due, units) in due.iter().zip(units) {
            bits |= units.wrapping_add(1 << (SMALL - 1));
            all = all.wrapping_add(*units);
            for (sum, edge) in sums.iter_mut().zip(&self.edges) {
                *sum = sum.wrapping_add(i64::from(edge < due).wrapping_neg() & units);
            }
        }
        if bits >> SMALL != 0 {
            return self.take_large(due, units);
        }
        for ((after, rows), sum) in self.after.iter_mut().zip(rows).zip(sums) {
            after.add(rows, i128::from(sum));
        }
        self.all.units = self.all.units.wrapping_add(i128::from(all));
        self.all.rows = self.all.rows.wrapping_add(units.len() as u64);
    }

    /// Does the same for amounts that add up only in 128 bits.
    #[cold]
    fn take_large(&mut self, due: &[D], units: &[i64]) {
        for (due, units) in due.iter().zip(units) {
            self.all.take(*units);
            for (after, edge) in self.after.iter_mut().zip(&self.edges) {
                if edge < due {
                    after.take(*units);
                }
            }
        }
    }

    /// Counts at most [`CHUNK`] rows, and writes their places in a table of customers by buckets.
    ///
    /// Places are counted in 32 bits and wrap. The union of the bits of the customers is returned.
    #[inline]
    pub(super) fn places(
        &mut self,
        due: &[D],
        customers: &[u32],
        places: &mut [u32; CHUNK],
    ) -> u32 {
        let count = self.count as u32;
        let (mut rows, mut bits) = ([0_u32; FEW], 0);
        for ((due, customer), place) in due.iter().zip(customers).zip(places) {
            let mut bucket = count;
            bits |= customer;
            for (rows, edge) in rows.iter_mut().zip(&self.edges) {
                let is_after = u32::from(edge < due);
                *rows = rows.wrapping_add(is_after);
                bucket = bucket.wrapping_sub(is_after);
            }
            *place = customer
                .wrapping_mul(count.wrapping_add(1))
                .wrapping_add(bucket);
        }
        for (after, rows) in self.after.iter_mut().zip(rows) {
            after.add(rows, 0);
        }
        self.all.rows = self.all.rows.wrapping_add(due.len() as u64);
        bits
    }

    /// Writes the totals of each bucket.
    pub(super) fn write(&self, totals: &mut [AgingTotals]) {
        let unused = FEW.saturating_sub(self.count);
        let ends = self.after.iter().skip(unused).chain([&self.all]);
        let mut before = AgingTotals::default();
        for (total, end) in totals.iter_mut().zip(ends) {
            *total = end.less(before);
            before = *end;
        }
    }
}
