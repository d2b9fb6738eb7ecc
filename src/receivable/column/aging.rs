use chrono::NaiveDate;

use crate::receivable::column::buckets::{AgingTotals, Edges};
use crate::receivable::column::due::{CHUNK, Due, DueColumn};
use crate::receivable::column::{ColumnError, OpenColumns};

/// Sorts a column of open amounts into buckets and adds each bucket up.
///
/// The edges are the latest due dates of the buckets after the first, newest first, as
/// [`AgingBuckets::edges`](crate::receivable::aging::Buckets::edges) gives them. There is one
/// bucket more than edges: the first holds the amounts due after the first edge. The rows and units
/// of all buckets add up to those of the column.
///
/// # Errors
///
/// [`ColumnError::Lengths`] is returned unless there is one total more than edges.
pub fn age_column(
    edges: &[NaiveDate],
    open: OpenColumns<'_>,
    totals: &mut [AgingTotals],
) -> Result<(), ColumnError> {
    one_more(edges, totals)?;
    match open.due {
        DueColumn::Dates(due) => age(edges, 0, due, open.units, totals),
        DueColumn::Days { days, zero } => age(edges, zero, days, open.units, totals),
    }
    Ok(())
}

fn age<D: Due>(
    edges: &[NaiveDate],
    zero: i32,
    due: &[D],
    units: &[i64],
    totals: &mut [AgingTotals],
) {
    match edges.len() {
        0..=4 => age_few(Edges::<D, 4>::new(edges, zero), due, units, totals),
        5..=8 => age_few(Edges::<D, 8>::new(edges, zero), due, units, totals),
        _ => {
            totals.fill(AgingTotals::default());
            for (due, units) in due.iter().zip(units) {
                if let Some(total) = totals.get_mut(search(edges, zero, *due)) {
                    total.take(*units);
                }
            }
        }
    }
}

fn age_few<D: Due, const FEW: usize>(
    mut edges: Edges<D, FEW>,
    due: &[D],
    units: &[i64],
    totals: &mut [AgingTotals],
) {
    for (due, units) in due.chunks(CHUNK).zip(units.chunks(CHUNK)) {
        edges.take(due, units);
    }
    edges.write(totals);
}

/// Sorts a column of open amounts into buckets, and adds up the buckets of each customer too.
///
/// `customers` gives the customer of each row as a number, counted from zero. `sums` holds one sum
/// for each bucket, one customer after the other.
///
/// # Errors
///
/// - [`ColumnError::Lengths`] is returned unless there is a customer for every row and one total
///   more than edges.
/// - [`ColumnError::Customer`] is returned when `sums` has no place for the customer of a row,
///   which it names.
/// - [`ColumnError::OutOfRange`] is returned when a sum of a customer does not fit 64 bits. It
///   names the row.
pub fn age_column_by_customer(
    edges: &[NaiveDate],
    open: OpenColumns<'_>,
    customers: &[u32],
    totals: &mut [AgingTotals],
    sums: &mut [i64],
) -> Result<(), ColumnError> {
    let (expected, given) = (open.len(), customers.len());
    if expected != given {
        return Err(ColumnError::Lengths { expected, given });
    }
    one_more(edges, totals)?;
    let mut table = Table {
        width: totals.len(),
        sums,
    };
    table.sums.fill(0);
    match open.due {
        DueColumn::Dates(due) => table.age(edges, 0, due, open.units, customers, totals)?,
        DueColumn::Days { days, zero } => {
            table.age(edges, zero, days, open.units, customers, totals)?;
        }
    }
    for sums in table.sums.chunks(table.width) {
        for (total, sum) in totals.iter_mut().zip(sums) {
            total.units = total.units.wrapping_add(i128::from(*sum));
        }
    }
    Ok(())
}

/// The sums of each customer in each bucket.
struct Table<'a> {
    /// The number of buckets.
    width: usize,
    sums: &'a mut [i64],
}

/// The bits of a customer for which the places of at most nine buckets fit 32 bits.
const CUSTOMER_BITS: u32 = 28;

impl Table<'_> {
    /// Adds up the rows of each bucket of each customer, and counts the rows of each bucket.
    fn age<D: Due>(
        &mut self,
        edges: &[NaiveDate],
        zero: i32,
        due: &[D],
        units: &[i64],
        customers: &[u32],
        totals: &mut [AgingTotals],
    ) -> Result<(), ColumnError> {
        match edges.len() {
            0..=4 => {
                let edges = Edges::<D, 4>::new(edges, zero);
                self.age_few(edges, due, units, customers, totals)
            }
            5..=8 => {
                let edges = Edges::<D, 8>::new(edges, zero);
                self.age_few(edges, due, units, customers, totals)
            }
            _ => {
                totals.fill(AgingTotals::default());
                let rows = due.iter().zip(units).zip(customers).enumerate();
                for (row, ((due, units), customer)) in rows {
                    let bucket = search(edges, zero, *due);
                    if let Some(total) = totals.get_mut(bucket) {
                        total.add(1, 0);
                    }
                    self.add(row, *customer, bucket, *units)?;
                }
                Ok(())
            }
        }
    }

    fn age_few<D: Due, const FEW: usize>(
        &mut self,
        mut edges: Edges<D, FEW>,
        due: &[D],
        units: &[i64],
        customers: &[u32],
        totals: &mut [AgingTotals],
    ) -> Result<(), ColumnError> {
        let mut places = [0; CHUNK];
        let rows = due.chunks(CHUNK).zip(units.chunks(CHUNK));
        let firsts = (0_usize..).step_by(CHUNK);
        for ((first, (due, units)), customers) in firsts.zip(rows).zip(customers.chunks(CHUNK)) {
            let bits = edges.places(due, customers, &mut places);
            let added = if bits >> CUSTOMER_BITS == 0 {
                self.add_chunk(units, &places)
            } else {
                0
            };
            self.add_rest(first, added, units, customers, &places)?;
        }
        edges.write(totals);
        Ok(())
    }

    /// Adds the rows of a chunk whose places are not the ones to add at, or that cannot be added.
    fn add_rest(
        &mut self,
        first: usize,
        added: usize,
        units: &[i64],
        customers: &[u32],
        places: &[u32; CHUNK],
    ) -> Result<(), ColumnError> {
        let width = self.width as u32;
        let rows = units.iter().zip(customers).zip(places).enumerate();
        for (row, ((units, customer), place)) in rows.skip(added) {
            let bucket = place.wrapping_sub(customer.wrapping_mul(width));
            self.add(first.wrapping_add(row), *customer, bucket as usize, *units)?;
        }
        Ok(())
    }

    /// Adds one row, or says why it cannot be added.
    fn add(
        &mut self,
        row: usize,
        customer: u32,
        bucket: usize,
        units: i64,
    ) -> Result<(), ColumnError> {
        let sum = usize::try_from(customer)
            .ok()
            .and_then(|customer| customer.checked_mul(self.width)?.checked_add(bucket))
            .and_then(|place| self.sums.get_mut(place));
        let given = customer;
        let sum = sum.ok_or(ColumnError::Customer { row, given })?;
        *sum = sum
            .checked_add(units)
            .ok_or(ColumnError::OutOfRange { row })?;
        Ok(())
    }

    /// Adds amounts at their places until one cannot be added, and returns how many were.
    #[inline]
    fn add_chunk(&mut self, units: &[i64], places: &[u32; CHUNK]) -> usize {
        let mut rows = units.iter().zip(places);
        let failed = rows.position(|(units, place)| {
            let sum = usize::try_from(*place).ok();
            let sum = sum.and_then(|place| self.sums.get_mut(place));
            let added = sum.and_then(|sum| Some((sum.checked_add(*units)?, sum)));
            added.map(|(added, sum)| *sum = added).is_none()
        });
        failed.unwrap_or(units.len())
    }
}

/// Checks that there is one total more than edges.
fn one_more(edges: &[NaiveDate], totals: &[AgingTotals]) -> Result<(), ColumnError> {
    let (expected, given) = (edges.len().saturating_add(1), totals.len());
    if expected == given {
        Ok(())
    } else {
        Err(ColumnError::Lengths { expected, given })
    }
}

/// Returns the bucket of a due date among many edges: the number of edges behind which it has fallen.
fn search<D: Due>(edges: &[NaiveDate], zero: i32, due: D) -> usize {
    edges.partition_point(|edge| due <= D::of(*edge, zero))
}

#[cfg(test)]
#[expect(
    clippy::arithmetic_side_effects,
    reason = "a test that panics fails, which is its purpose"
)]
mod tests {
    use alloc::string::ToString;
    use alloc::vec::Vec;

    use chrono::NaiveDate;

    use super::{AgingTotals, age_column, age_column_by_customer};
    use crate::receivable::column::OpenColumns;

    fn day(number: i32) -> NaiveDate {
        NaiveDate::from_num_days_from_ce_opt(738_000 + number).unwrap_or(NaiveDate::MIN)
    }

    #[test]
    fn few_edges_and_many_sort_alike() {
        let due: Vec<_> = (0..400).map(day).collect();
        let units: Vec<i64> = (0..400).map(|number| number * number - 7_000).collect();
        for count in [0, 1, 4, 8, 9, 20] {
            let edges: Vec<_> = (0..count).map(|edge| day(350 - edge * 17)).collect();
            let mut totals = alloc::vec![AgingTotals::default(); edges.len() + 1];
            let open = OpenColumns::new(&due, &units);
            assert_eq!(
                open.and_then(|open| age_column(&edges, open, &mut totals)),
                Ok(())
            );
            for (bucket, total) in totals.iter().enumerate() {
                let inside =
                    |due: &NaiveDate| edges.iter().filter(|edge| due <= edge).count() == bucket;
                let expected = due.iter().zip(&units).filter(|(due, _)| inside(due));
                let (rows, sum) = expected.fold((0, 0), |(rows, sum), (_, units)| {
                    (rows + 1, sum + i128::from(*units))
                });
                assert_eq!(
                    (total.rows, total.units),
                    (rows, sum),
                    "{count} edges, {bucket}"
                );
            }
        }
    }

    #[test]
    fn the_ends_of_the_calendar_are_days_like_others() {
        let (first, last) = (NaiveDate::MIN, NaiveDate::MAX);
        let due = [first, day(1), last];
        for (edges, expected) in [
            (&[last, day(1), first][..], &[0, 1, 1, 1][..]),
            (&[day(1)], &[1, 2]),
            (&[], &[3]),
        ] {
            let mut totals = alloc::vec![AgingTotals::default(); expected.len()];
            let open = OpenColumns::new(&due, &[1; 3]);
            assert_eq!(
                open.and_then(|open| age_column(edges, open, &mut totals)),
                Ok(())
            );
            let rows: Vec<u64> = totals.iter().map(|total| total.rows).collect();
            assert_eq!(rows, expected);
        }
        let mut totals = [AgingTotals::default(); 2];
        let open = OpenColumns::of_days(&[i32::MIN, 738_001, i32::MAX], &[1; 3]);
        assert_eq!(
            open.and_then(|open| age_column(&[day(1)], open, &mut totals)),
            Ok(())
        );
        assert_eq!(totals.map(|total| total.rows), [1, 2]);
    }

    #[test]
    fn customers_are_added_up_apart_and_errors_name_the_row() {
        let (due, units) = ([day(1), day(9), day(1)], [5, 7, i64::MAX]);
        let ask = |customers: &[u32], sums: &mut [i64]| {
            let mut totals = [AgingTotals::default(); 2];
            let open = OpenColumns::new(&due, &units)?;
            age_column_by_customer(&[day(5)], open, customers, &mut totals, sums)
        };
        let mut sums = [1; 4];
        assert_eq!(ask(&[1, 1, 0], &mut sums), Ok(()));
        assert_eq!(sums, [0, i64::MAX, 7, 5]);
        for (customers, message) in [
            (
                &[0, 2, 0][..],
                "customer 2 of row 1 has no place in the buffer of sums",
            ),
            (
                &[0, 1, 0],
                "the amount of row 2 cannot be counted in 64 bits",
            ),
            (
                &[0],
                "a column of 1 rows beside one of 3, expected one length",
            ),
        ] {
            let refused = ask(customers, &mut sums).map_err(|error| error.to_string());
            assert_eq!(refused, Err(message.into()));
        }
    }
}
