use chrono::NaiveDate;

use crate::receivable::column::{ColumnError, OpenColumns};

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

/// The number of edges that the fast loop compares with; more are searched for.
const FEW: usize = 8;

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
    let buckets = Buckets::new(edges, totals.len())?;
    totals.fill(AgingTotals::default());
    for (due, units) in open.rows() {
        if let Some(total) = totals.get_mut(buckets.find(due)) {
            total.take(units);
        }
    }
    Ok(())
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
    let buckets = Buckets::new(edges, totals.len())?;
    totals.fill(AgingTotals::default());
    sums.fill(0);
    let width = totals.len();
    for (row, ((due, units), customer)) in open.rows().zip(customers).enumerate() {
        let bucket = buckets.find(due);
        if let Some(total) = totals.get_mut(bucket) {
            total.take(units);
        }
        let sum = usize::try_from(*customer)
            .ok()
            .and_then(|customer| customer.checked_mul(width)?.checked_add(bucket))
            .and_then(|place| sums.get_mut(place));
        let sum = sum.ok_or(ColumnError::Customer {
            row,
            given: *customer,
        })?;
        *sum = sum
            .checked_add(units)
            .ok_or(ColumnError::OutOfRange { row })?;
    }
    Ok(())
}

impl AgingTotals {
    #[inline]
    fn take(&mut self, units: i64) {
        self.rows = self.rows.wrapping_add(1);
        self.units = self.units.wrapping_add(i128::from(units));
    }
}

/// The edges, made ready to be compared with.
struct Buckets<'a> {
    edges: &'a [NaiveDate],
    /// The edges once more, filled up with a date before which nothing is due.
    few: Option<[NaiveDate; FEW]>,
}

impl<'a> Buckets<'a> {
    fn new(edges: &'a [NaiveDate], totals: usize) -> Result<Self, ColumnError> {
        let expected = edges.len().saturating_add(1);
        if totals != expected {
            return Err(ColumnError::Lengths {
                expected,
                given: totals,
            });
        }
        let few = (edges.len() <= FEW).then(|| {
            let mut few = [NaiveDate::MIN; FEW];
            for (place, edge) in few.iter_mut().zip(edges) {
                *place = *edge;
            }
            few
        });
        Ok(Self { edges, few })
    }

    /// Returns the bucket of a due date: the number of edges behind which it has fallen.
    #[inline]
    fn find(&self, due: NaiveDate) -> usize {
        match &self.few {
            // Counted without a branch, since dates come in no order.
            Some(few) => few.iter().map(|edge| usize::from(due <= *edge)).sum(),
            None => self.edges.partition_point(|edge| due <= *edge),
        }
    }
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
