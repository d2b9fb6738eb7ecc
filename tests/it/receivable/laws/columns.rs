//! Columns: many rows say what each row alone says, whatever the chunk that it stands in.

#![expect(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    reason = "a test that panics fails, which is its purpose"
)]

use chrono::{Datelike, NaiveDate};
use keqing::calendar::day_count::DayCount;
use keqing::receivable::column::{
    AgingTotals, ColumnError, OpenColumns, SimpleInterest, age_column, age_column_by_customer,
};
use keqing::vocab::money::RoundingMode;
use keqing::vocab::rate::Rate;
use keqing::vocab::time::Days;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::{Just, ProptestConfig, Strategy, prop_assert_eq, prop_oneof, proptest};
use proptest::sample::select;
use proptest::test_runner::TestCaseError;
use rust_decimal::Decimal;

use crate::support::given::day;

/// The customers of a test.
const CUSTOMERS: u32 = 7;

/// A row: the due day, the units and the customer.
type Row = (u32, i64, u32);

/// Rows of several chunks, with a row somewhere among them that is unlike the others.
fn rows() -> impl Strategy<Value = Vec<Row>> {
    let usual = (0_u32..400, 1_i64..1_000_000_000, 0..CUSTOMERS);
    let least = prop_oneof![Just(i64::MIN), Just(-1), -1_000_000_000_i64..1_000_000_000];
    let most = prop_oneof![Just(i64::MAX), Just(1 << 52), Just(0)];
    let odd = (0_u32..40_000, prop_oneof![least, most], 0..CUSTOMERS);
    (vec(usual, 0..1_200), option::of((odd, 0_usize..1_200))).prop_map(|(mut rows, odd)| {
        if let Some((odd, place)) = odd {
            rows.insert(place.min(rows.len()), odd);
        }
        rows
    })
}

/// The due dates of rows, as dates and as numbers, and their units.
struct Columns {
    dates: Vec<NaiveDate>,
    numbers: Vec<i32>,
    since: Vec<i32>,
    units: Vec<i64>,
}

/// The day of the number zero in the third form of a column.
fn zero() -> NaiveDate {
    day(77)
}

impl Columns {
    fn of(rows: &[Row]) -> Self {
        let dates: Vec<NaiveDate> = rows.iter().map(|(due, ..)| day(*due)).collect();
        let numbers: Vec<i32> = dates.iter().map(NaiveDate::num_days_from_ce).collect();
        let zero = zero().num_days_from_ce();
        let since = numbers.iter().map(|number| number - zero).collect();
        let units = rows.iter().map(|(_, units, _)| *units).collect();
        Self {
            dates,
            numbers,
            since,
            units,
        }
    }

    /// Returns the rows in the three forms that a column may have.
    fn forms(&self) -> Result<[OpenColumns<'_>; 3], ColumnError> {
        Ok([
            OpenColumns::new(&self.dates, &self.units)?,
            OpenColumns::of_days(&self.numbers, &self.units)?,
            OpenColumns::of_days_since(zero(), &self.since, &self.units)?,
        ])
    }
}

/// The rows and the units of each bucket, and the sums of each customer.
type Sums = (Vec<(u64, i128)>, Vec<i64>);

/// Returns the totals and the sums of each customer, or the first row whose sum does not fit.
fn one_by_one(edges: &[NaiveDate], rows: &[Row]) -> Result<Sums, ColumnError> {
    let width = edges.len() + 1;
    let mut totals = vec![(0, 0); width];
    let mut sums = vec![0_i64; width * CUSTOMERS as usize];
    for (row, (due, units, customer)) in rows.iter().enumerate() {
        let bucket = edges.iter().filter(|edge| day(*due) <= **edge).count();
        totals[bucket].0 += 1;
        totals[bucket].1 += i128::from(*units);
        let sum = &mut sums[*customer as usize * width + bucket];
        *sum = sum
            .checked_add(*units)
            .ok_or(ColumnError::OutOfRange { row })?;
    }
    Ok((totals, sums))
}

fn shown(totals: &[AgingTotals]) -> Vec<(u64, i128)> {
    totals
        .iter()
        .map(|total| (total.rows, total.units))
        .collect()
}

/// Returns the interest of a row, or `None` if it is no count of units.
fn charge((rate, year): (i64, i64), mode: RoundingMode, late: i64, units: i64) -> Option<i64> {
    let denominator = i128::from(year) * 10_000;
    let numerator = i128::from(late.max(0)) * i128::from(rate) * i128::from(units);
    let (floor, rest) = (
        numerator.div_euclid(denominator),
        numerator.rem_euclid(denominator),
    );
    let is_negative = numerator < 0;
    let half = (rest * 2).cmp(&denominator);
    let up = match mode {
        RoundingMode::Ceiling => rest > 0,
        RoundingMode::Floor => false,
        RoundingMode::Up => rest > 0 && !is_negative,
        RoundingMode::Down => rest > 0 && is_negative,
        RoundingMode::HalfUp => half.is_gt() || half.is_eq() && !is_negative,
        RoundingMode::HalfDown => half.is_gt() || half.is_eq() && is_negative,
        _ => half.is_gt() || half.is_eq() && floor % 2 != 0,
    };
    i64::try_from(floor + i128::from(up)).ok()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn buckets_add_up_what_the_rows_say(rows in rows(), edges in vec(0_u32..420, 0..11)) {
        let mut edges: Vec<NaiveDate> = edges.into_iter().map(day).collect();
        edges.sort_unstable_by(|one, other| other.cmp(one));
        let columns = Columns::of(&rows);
        let customers: Vec<u32> = rows.iter().map(|(.., customer)| *customer).collect();
        let expected = one_by_one(&edges, &rows);
        let whole: i128 = columns.units.iter().copied().map(i128::from).sum();
        for open in columns.forms()? {
            let mut totals = vec![AgingTotals::default(); edges.len() + 1];
            prop_assert_eq!(age_column(&edges, open, &mut totals), Ok(()));
            let told = shown(&totals);
            prop_assert_eq!(told.iter().map(|(_, units)| units).sum::<i128>(), whole);
            if let Ok((expected, _)) = &expected {
                prop_assert_eq!(&told, expected);
            }
            let mut sums = vec![1; totals.len() * CUSTOMERS as usize];
            let told = age_column_by_customer(&edges, open, &customers, &mut totals, &mut sums);
            let told = told.map(|()| (shown(&totals), sums));
            prop_assert_eq!(&told, &expected);
        }
    }

    #[test]
    fn a_customer_without_a_place_is_named_wherever_it_stands(
        rows in rows(), place in 0_usize..1_200,
        given in select(vec![CUSTOMERS, CUSTOMERS + 1, 1 << 27, 1 << 28, u32::MAX / 5, u32::MAX]),
        edges in select(vec![0_u32, 4, 7, 9]),
    ) {
        let rows: Vec<Row> = rows.into_iter().map(|(due, units, customer)| (due, units >> 12, customer)).collect();
        let columns = Columns::of(&rows);
        let mut customers: Vec<u32> = rows.iter().map(|(.., customer)| *customer).collect();
        let row = place.min(rows.len().saturating_sub(1));
        let Some(customer) = customers.get_mut(row) else { return Ok(()) };
        *customer = given;
        let edges: Vec<NaiveDate> = (0..edges).rev().map(|edge| day(edge * 30)).collect();
        for open in columns.forms()? {
            let mut totals = vec![AgingTotals::default(); edges.len() + 1];
            let mut sums = vec![0; totals.len() * CUSTOMERS as usize];
            let told = age_column_by_customer(&edges, open, &customers, &mut totals, &mut sums);
            prop_assert_eq!(told, Err(ColumnError::Customer { row, given }));
        }
    }

    #[test]
    fn a_column_charges_what_each_row_is_charged(
        rows in rows(), as_of in 0_u32..500,
        rate in prop_oneof![Just(1_825), Just(1_200), Just(0), -3_000_i64..3_000, Just(1_000_000), Just(-999_999)],
        mode in select(RoundingMode::ALL.to_vec()),
        (day_count, year) in select(vec![(DayCount::Actual360, 360), (DayCount::Actual365Fixed, 365)]),
    ) {
        let columns = Columns::of(&rows);
        let as_of = day(as_of);
        let per_year = Rate::per_year(Decimal::new(rate, 4))?;
        let ready = SimpleInterest::new(per_year, day_count, mode, as_of)?;
        let expected = columns.dates.iter().zip(&columns.units).enumerate().map(|(row, (due, units))| {
            let charge = charge((rate, year), mode, (as_of - *due).num_days(), *units);
            prop_assert_eq!(ready.units(*due, *units), charge);
            Ok(charge.ok_or(ColumnError::OutOfRange { row }))
        });
        let expected: Vec<_> = expected.collect::<Result<_, TestCaseError>>()?;
        let expected: Result<Vec<i64>, ColumnError> = expected.into_iter().collect();
        for open in columns.forms()? {
            let mut charged = vec![-1; rows.len()];
            let total = ready.fill(open, &mut charged);
            let whole = |charged: &Vec<i64>| charged.iter().copied().map(i128::from).sum();
            prop_assert_eq!(total, expected.as_ref().map(whole).map_err(|error| *error));
            if let Ok(expected) = &expected {
                prop_assert_eq!(&charged, expected);
            }
        }
    }
}

#[test]
fn interest_ends_after_its_days_in_every_row() -> Result<(), ColumnError> {
    let rate: Rate = Rate::basis_points(3_650);
    let (due, as_of) = ([day(0), day(20), day(21)], day(30));
    let whole = SimpleInterest::new(
        rate,
        DayCount::Actual365Fixed,
        RoundingMode::HalfEven,
        as_of,
    )?;
    let ends = whole.with_running_for(Days::new(10));
    let mut charged = [0; 3];
    let total = ends.fill(OpenColumns::new(&due, &[100_000; 3])?, &mut charged)?;
    assert_eq!((charged, total), ([1_000, 1_000, 900], 2_900));
    assert_eq!(due.map(|due| ends.units(due, 100_000)), charged.map(Some));
    assert_eq!(whole.units(day(0), 100_000), Some(3_000));
    Ok(())
}
