//! The floors of the receivables: the fastest loops over plain integers that are known.
//!
//! They hold for what the bench makes: no amount is negative, every product and sum fits 64 bits, and
//! whoever calls them has checked the lengths. A faster form that is found takes the place of the old one. The rate and its denominator come at run time.

use chrono::NaiveDate;
use keqing::rust_decimal::Decimal;

/// The last day of each bucket after the first: 1 to 30 days late, 31 to 60, 61 to 90, more.
const EDGES: [i32; 4] = [0, 30, 60, 90];

/// The rows that are held in the nearest cache while they are gone through twice.
const CHUNK: usize = 1024;

/// Totals and counts of five buckets, the first not yet due.
///
/// What lies beyond each edge is added up, and the buckets are the differences: no row waits for the
/// bucket of the row before it. Counts of 32 bits are made apart from sums of 64, four at a time.
#[inline(never)]
pub(crate) fn aging(as_of: i32, due: &[i32], units: &[i64]) -> [(u64, i64); 5] {
    let mut beyond = [(0, 0); 6];
    beyond[0].0 = due.len() as u64;
    for (due, units) in due.chunks(CHUNK).zip(units.chunks(CHUNK)) {
        let mut rows = [0_u32; 4];
        for due in due {
            for (rows, edge) in rows.iter_mut().zip(EDGES) {
                *rows += u32::from(as_of - due > edge);
            }
        }
        for (beyond, rows) in beyond[1..].iter_mut().zip(rows) {
            beyond.0 += u64::from(rows);
        }
        let (mut all, mut sums) = (0, [0; 4]);
        for (due, units) in due.iter().zip(units) {
            all += units;
            for (sum, edge) in sums.iter_mut().zip(EDGES) {
                *sum += if as_of - due > edge { *units } else { 0 };
            }
        }
        beyond[0].1 += all;
        for (beyond, sum) in beyond[1..].iter_mut().zip(sums) {
            beyond.1 += sum;
        }
    }
    std::array::from_fn(|bucket| {
        let (here, next) = (beyond[bucket], beyond[bucket + 1]);
        (here.0 - next.0, here.1 - next.1)
    })
}

/// The same, and beside it the five sums of every customer, of which the totals are made.
///
/// The places of some rows are found first, four at a time, and then added to.
#[inline(never)]
pub(crate) fn aging_by_customer(
    as_of: i32,
    due: &[i32],
    units: &[i64],
    customer: &[u32],
    sums: &mut [i64],
) -> [(u64, i64); 5] {
    let mut beyond = [0; 6];
    beyond[0] = due.len() as u64;
    sums.fill(0);
    let mut places = [0; CHUNK];
    let rows = due.chunks(CHUNK).zip(units.chunks(CHUNK));
    for ((due, units), customer) in rows.zip(customer.chunks(CHUNK)) {
        let mut rows = [0_u32; 4];
        for ((due, customer), place) in due.iter().zip(customer).zip(&mut places) {
            *place = customer * 5;
            for (rows, edge) in rows.iter_mut().zip(EDGES) {
                let is_beyond = u32::from(as_of - due > edge);
                *rows += is_beyond;
                *place += is_beyond;
            }
        }
        for (beyond, rows) in beyond[1..].iter_mut().zip(rows) {
            *beyond += u64::from(rows);
        }
        for (units, place) in units.iter().zip(&places) {
            sums[*place as usize] += units;
        }
    }
    let mut totals = [0; 5];
    for customer in sums.chunks_exact(5) {
        for (total, sum) in totals.iter_mut().zip(customer) {
            *total += sum;
        }
    }
    std::array::from_fn(|bucket| (beyond[bucket] - beyond[bucket + 1], totals[bucket]))
}

/// Simple interest at so many parts of `year` a day, rounded half to even per invoice.
///
/// The division is a multiplication by the reciprocal, exact for products below 2⁶³ and for a year
/// that is no power of two.
#[inline(never)]
pub(crate) fn interest(
    (rate, year): (u64, u64),
    as_of: i32,
    due: &[i32],
    units: &[i64],
    charged: &mut [i64],
) -> i64 {
    let mut total = 0;
    let shift = year.ilog2();
    let reciprocal = (1_u128 << (64 + shift)).div_ceil(u128::from(year)) as u64;
    let (half, has_ties) = (year / 2, year % 2 == 0);
    for ((due, units), out) in due.iter().zip(units).zip(charged) {
        let late = (as_of - due).max(0) as u64;
        let product = *units as u64 * late * rate + half;
        let quotient = ((u128::from(product) * u128::from(reciprocal)) >> 64) as u64 >> shift;
        let is_tie = has_ties & (quotient * year == product);
        *out = (quotient - (u64::from(is_tie) & quotient)) as i64;
        total += *out;
    }
    total
}

/// The same with a division.
#[inline(never)]
pub(crate) fn interest_divided(
    (rate, year): (u64, u64),
    as_of: i32,
    due: &[i32],
    units: &[i64],
    charged: &mut [i64],
) -> i64 {
    let mut total = 0;
    for ((due, units), out) in due.iter().zip(units).zip(charged) {
        let late = (as_of - due).max(0) as u64;
        *out = half_to_even(*units as u64 * late * rate, year) as i64;
        total += *out;
    }
    total
}

/// One invoice's interest with all that `interest` tells of it: its one segment, the exact sum and the charge.
pub(crate) struct Told {
    pub(crate) from: NaiveDate,
    pub(crate) to: NaiveDate,
    pub(crate) days: u32,
    pub(crate) balance: Decimal,
    pub(crate) rate: (u64, u64),
    pub(crate) fraction: (u32, u32),
    pub(crate) exact: (i128, i128),
    pub(crate) charged: Decimal,
}

/// One invoice's interest, from the amount and the dates as they come; `None` for one that is not late.
#[inline(never)]
pub(crate) fn one(
    balance: Decimal,
    (rate, year): (u64, u64),
    due: NaiveDate,
    as_of: NaiveDate,
) -> Option<Told> {
    let days = as_of.signed_duration_since(due).num_days();
    let days = u32::try_from(days).ok().filter(|days| *days > 0)?;
    let units = balance.mantissa() as u64;
    let product = units * rate * u64::from(days);
    Some(Told {
        from: due,
        to: as_of,
        days,
        balance,
        rate: (rate, year),
        fraction: (days, 365),
        exact: (product.into(), i128::from(year) * 100),
        charged: Decimal::new(half_to_even(product, year) as i64, 2),
    })
}

/// One division and no branch: a tie goes up where the quotient is odd.
#[inline(always)]
fn half_to_even(product: u64, year: u64) -> u64 {
    let (quotient, rest) = (product / year, product % year);
    quotient + u64::from(rest * 2 + (quotient & 1) > year)
}
