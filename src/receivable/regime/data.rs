//! Helpers with which the tables of statutes are written.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use crate::receivable::regime::compensation::{CompensationBand, CompensationBands};
use crate::receivable::regime::statutory_term::{DebtorKind, StatutoryTerm, TermStart};
use crate::vocab::money::Currency;
use crate::vocab::time::Days;

/// The citation of a day count that follows from custom and not from statute.
pub(super) const PRACTICE: &str = "practice of the courts and calculators";

/// The citation of the dates by which the Directive had to become law.
pub(super) const TRANSPOSITION: &str = "Directive 2011/7/EU, article 12";

pub(super) const FORTY_EUROS: CompensationBands =
    CompensationBands::known(Currency::EUR, &[band(0, 40)]);

/// A list of a statute that is borrowed from the program and not from the heap.
///
/// Rust 1.85 keeps the items as long as the program runs only if a constant block holds them.
macro_rules! listed {
    ($($item:expr),+ $(,)?) => {
        ::alloc::borrow::Cow::Borrowed(const { &[$($item),+] })
    };
}
pub(super) use listed;

/// Makes a date of a table. A test checks that none is the first date there is, which stands for no
/// date.
pub(super) const fn date(year: i32, month: u32, day: u32) -> NaiveDate {
    match NaiveDate::from_ymd_opt(year, month, day) {
        Some(date) => date,
        None => NaiveDate::MIN,
    }
}

/// Makes a fixed sum for debts from a number of hundredths on, in whole units.
pub(super) const fn band(from_hundredths: u32, sum: u32) -> CompensationBand {
    CompensationBand {
        from: Decimal::from_parts(from_hundredths, 0, 0, false, 2),
        sum: Decimal::from_parts(sum, 0, 0, false, 0),
    }
}

/// Makes a term that the contract may leave unsaid or lengthen.
pub(super) const fn within(
    debtor: DebtorKind,
    default: u32,
    longest: u32,
    counted_from: TermStart,
) -> StatutoryTerm {
    StatutoryTerm {
        debtor,
        default: Some(Days::new(default)),
        longest: Some(Days::new(longest)),
        counted_from,
    }
}
