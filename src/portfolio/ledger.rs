use alloc::boxed::Box;
use alloc::collections::BTreeMap;
use alloc::collections::btree_map::Entry;
use alloc::vec::Vec;

use rust_decimal::Decimal;
use thiserror::Error;

use crate::portfolio::names::{NameId, Names};
use crate::portfolio::period::Month;
use crate::portfolio::period::{Period, PeriodLength};
use crate::portfolio::purchase::{Column, Purchase, PurchaseError};

/// A ledger that adds up purchases as they are entered (采购台账).
///
/// A row is not kept. Its names become numbers, and its amount goes into the sum of its buyer,
/// market, supplier and month. So the size of a ledger depends on the number of sums and not of
/// rows, and one ledger answers for periods of every length.
///
/// Sums are kept in whole units of the finest amount entered, and are exact or refused.
///
/// # Examples
///
/// ```
/// use chrono::NaiveDate;
/// use keqing::portfolio::{Ledger, Purchase};
/// use rust_decimal::Decimal;
///
/// let mut ledger = Ledger::new();
/// let date = NaiveDate::from_ymd_opt(2024, 5, 3).ok_or("no such date")?;
/// let (buyer, market, amount) = ("clinic", "gloves", Decimal::new(1250, 2));
/// ledger.record(&Purchase { date, buyer, market, supplier: "north mill", amount })?;
///
/// let nobody = ledger.record(&Purchase { date, buyer, market, supplier: "", amount });
/// assert_eq!(
///     nobody.map_err(|error| error.to_string()),
///     Err("the supplier of a purchase needs a name, got an empty one".into()),
/// );
/// assert_eq!(ledger.rows(), 1);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct Ledger {
    names: Names,
    places: u32,
    rows: u64,
    sums: BTreeMap<Account, i128>,
}

impl Ledger {
    /// Makes a ledger without purchases.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds one purchase.
    ///
    /// # Errors
    ///
    /// [`PurchaseError`] is returned when a purchase cannot be entered. The ledger is unchanged, so
    /// the caller may go on with the next row.
    pub fn record<Name: AsRef<str>>(
        &mut self,
        purchase: &Purchase<Name>,
    ) -> Result<(), PurchaseError> {
        let month = Month::of(purchase.date)?;
        let names = [
            (Column::Buyer, purchase.buyer.as_ref()),
            (Column::Market, purchase.market.as_ref()),
            (Column::Supplier, purchase.supplier.as_ref()),
        ];
        if let Some((column, _)) = names.into_iter().find(|(_, name)| name.is_empty()) {
            return Err(PurchaseError::EmptyName { column });
        }
        let overflow = PurchaseError::Overflow {
            amount: purchase.amount,
            places: self.places.max(purchase.amount.scale()),
        };
        // The amount comes before the names, so that a refused row leaves no name behind.
        let units = self.units(purchase.amount).ok_or(overflow)?;
        let [buyer, market, supplier] =
            names.map(|(_, name)| self.names.intern(name).ok_or(PurchaseError::TooManyNames));
        let account = Account {
            buyer: buyer?,
            market: market?,
            supplier: supplier?,
            month,
        };
        match self.sums.entry(account) {
            Entry::Vacant(sum) => {
                sum.insert(units);
            }
            Entry::Occupied(mut sum) => {
                let sum = sum.get_mut();
                *sum = sum.checked_add(units).ok_or(overflow)?;
            }
        }
        self.rows = self.rows.saturating_add(1);
        Ok(())
    }

    /// Adds purchases until one is refused, and returns their number.
    ///
    /// # Errors
    ///
    /// [`RecordAllError`] is returned, with its place, when a purchase is refused. Those before it
    /// are entered.
    ///
    /// # Examples
    ///
    /// The columns are entered side by side.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use keqing::portfolio::{Ledger, Purchase};
    /// use rust_decimal::Decimal;
    ///
    /// let date = NaiveDate::from_ymd_opt(2024, 5, 3).ok_or("no such date")?;
    /// let (suppliers, amounts) = (["north mill", "south mill"], [Decimal::TEN, Decimal::TWO]);
    /// let rows = suppliers.into_iter().zip(amounts).map(|(supplier, amount)| {
    ///     Purchase { date, buyer: "clinic", market: "gloves", supplier, amount }
    /// });
    /// assert_eq!(Ledger::new().record_all(rows)?, 2);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn record_all<Name: AsRef<str>>(
        &mut self,
        purchases: impl IntoIterator<Item = Purchase<Name>>,
    ) -> Result<u64, RecordAllError> {
        let mut entered: u64 = 0;
        for purchase in purchases {
            self.record(&purchase).map_err(|error| RecordAllError {
                place: entered,
                error,
            })?;
            entered = entered.saturating_add(1);
        }
        Ok(entered)
    }

    /// Returns the number of purchases that were entered.
    #[must_use]
    pub const fn rows(&self) -> u64 {
        self.rows
    }

    /// Returns the exact sum of the purchases; `None` if it has too many digits for a decimal.
    #[must_use]
    pub fn total(&self) -> Option<Decimal> {
        let units = self
            .sums
            .values()
            .try_fold(0_i128, |total, units| total.checked_add(*units));
        self.decimal(units?)
    }

    /// Adds the months up to periods: the names in their order, and each net amount, ordered by
    /// buyer, market, period and supplier. It is `None` if a sum leaves 128 bits.
    pub(super) fn nets(&self, length: PeriodLength) -> Option<(Vec<Box<str>>, Vec<Net>)> {
        let (names, ranks) = self.names.alphabet();
        let mut nets: Vec<Net> = Vec::new();
        for (account, units) in &self.sums {
            let net = Net {
                buyer: ranks.of(account.buyer),
                market: ranks.of(account.market),
                period: Period::around(length, account.month),
                supplier: ranks.of(account.supplier),
                units: *units,
            };
            // Months of one pair follow each other, so a period is always the last one begun.
            match nets.last_mut() {
                Some(last) if last.place() == net.place() => {
                    last.units = last.units.checked_add(net.units)?;
                }
                _ => nets.push(net),
            }
        }
        nets.sort_unstable_by_key(Net::place);
        Some((names, nets))
    }

    /// Turns whole units into an amount; `None` if it has too many digits for a decimal.
    pub(super) fn decimal(&self, units: i128) -> Option<Decimal> {
        Decimal::try_from_i128_with_scale(units, self.places).ok()
    }

    /// Turns an amount into whole units; if it is finer than the sums, they are all made finer.
    fn units(&mut self, amount: Decimal) -> Option<i128> {
        let amount = if amount.scale() > self.places {
            let amount = amount.normalize();
            if amount.scale() > self.places {
                self.refine(amount.scale())?;
            }
            amount
        } else {
            amount
        };
        match self.places.checked_sub(amount.scale())? {
            0 => Some(amount.mantissa()),
            finer => amount.mantissa().checked_mul(10_i128.checked_pow(finer)?),
        }
    }

    fn refine(&mut self, places: u32) -> Option<()> {
        let factor = 10_i128.checked_pow(places.checked_sub(self.places)?)?;
        // All or nothing: no sum is touched before every one is known to fit.
        let fits = |sum: &i128| sum.checked_mul(factor).is_some();
        if !self.sums.values().all(fits) {
            return None;
        }
        for sum in self.sums.values_mut() {
            *sum = sum.checked_mul(factor)?;
        }
        self.places = places;
        Some(())
    }
}

/// Returned when one purchase among several is refused.
#[derive(Clone, Copy, Debug, Eq, Error, PartialEq)]
#[error("purchase {place}, counted from zero: {error}")]
pub struct RecordAllError {
    place: u64,
    #[source]
    error: PurchaseError,
}

impl RecordAllError {
    /// Returns the place of the refused purchase, counted from zero.
    #[must_use]
    pub const fn place(&self) -> u64 {
        self.place
    }

    /// Returns the reason of the refusal.
    #[must_use]
    pub const fn error(&self) -> PurchaseError {
        self.error
    }
}

/// The net amount of a supplier with a buyer in a market and period; numbers are places in the
/// alphabet.
#[derive(Clone, Copy, Debug)]
pub(super) struct Net {
    pub(super) buyer: u32,
    pub(super) market: u32,
    pub(super) period: Period,
    pub(super) supplier: u32,
    pub(super) units: i128,
}

impl Net {
    /// Returns the key of the wallet.
    pub(super) const fn wallet(&self) -> (u32, u32, Period) {
        (self.buyer, self.market, self.period)
    }

    const fn place(&self) -> (u32, u32, Period, u32) {
        (self.buyer, self.market, self.period, self.supplier)
    }
}

/// The sum to which a row is added.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
struct Account {
    buyer: NameId,
    market: NameId,
    supplier: NameId,
    month: Month,
}
