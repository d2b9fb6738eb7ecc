//! Helpers with which the tables of statutes are written.

use alloc::borrow::Cow;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use crate::receivable::rate::{RateFactor, RateFixing, RateReset};
use crate::receivable::regime::compensation::{CompensationBand, CompensationBands};
use crate::receivable::regime::statutory_rate::{ReferenceRule, StatutoryRate};
use crate::receivable::regime::statutory_term::{
    BeyondLongest, DebtorKind, FirstDay, StatutoryTerm, TermStart,
};
use crate::vocab::money::Currency;
use crate::vocab::rate::Rate;
use crate::vocab::set::Set;
use crate::vocab::time::Days;

/// The citation of a day count that follows from custom and not from statute.
pub(super) const PRACTICE: &str = "practice of the courts and calculators";

/// Businesses, large ones among them.
pub(super) const BUSINESSES: Set<DebtorKind> =
    DebtorKind::set([DebtorKind::Business, DebtorKind::LargeEnterprise]);

/// Public bodies of every kind.
pub(super) const PUBLIC_BODIES: Set<DebtorKind> = DebtorKind::set([
    DebtorKind::HealthcareBody,
    DebtorKind::PublicBody,
    DebtorKind::PublicUndertaking,
]);

/// Debtors of every kind.
pub(super) const EVERYONE: Set<DebtorKind> = DebtorKind::set(DebtorKind::ALL);

pub(super) const FORTY_EUROS: CompensationBands =
    CompensationBands::known(Currency::EUR, None, &[band(0, 40)]);

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

/// Makes a rate that lies a number of basis points above a reference rate.
pub(super) const fn over(
    reference: &'static str,
    margin: i16,
    sampling: RateFixing,
    binding: RateReset,
) -> StatutoryRate {
    StatutoryRate::Referenced(ReferenceRule {
        reference: Cow::Borrowed(reference),
        factor: RateFactor::ONE,
        margin: Rate::basis_points(margin),
        sampling,
        binding,
    })
}

/// Makes a fixed sum for debts of an amount or more, in whole units.
pub(super) const fn band(from: u32, sum: u32) -> CompensationBand {
    CompensationBand::new(whole(from), whole(sum))
}

/// Makes a fixed sum for debts above an amount, in whole units.
pub(super) const fn above(from: u32, sum: u32) -> CompensationBand {
    CompensationBand::above(whole(from), whole(sum))
}

const fn whole(units: u32) -> Decimal {
    Decimal::from_parts(units, 0, 0, false, 0)
}

/// Makes a term whose days are counted from the day after its event.
pub(super) const fn term(
    debtor: DebtorKind,
    default: Option<u32>,
    longest: Option<u32>,
    counted_from: TermStart,
    beyond: BeyondLongest,
) -> StatutoryTerm {
    StatutoryTerm {
        debtor,
        default: days(default),
        longest: days(longest),
        counted_from,
        first_day: FirstDay::DayAfter,
        beyond,
        justified_above: None,
        since: None,
        older_since: None,
    }
}

/// Makes a term that the contract may leave unsaid, or lengthen up to the longest and no further.
pub(super) const fn within(
    debtor: DebtorKind,
    default: u32,
    longest: u32,
    counted_from: TermStart,
) -> StatutoryTerm {
    term(
        debtor,
        Some(default),
        Some(longest),
        counted_from,
        BeyondLongest::Void,
    )
}

const fn days(count: Option<u32>) -> Option<Days> {
    match count {
        Some(count) => Some(Days::new(count)),
        None => None,
    }
}
