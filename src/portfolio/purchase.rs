use chrono::NaiveDate;
use rust_decimal::Decimal;
use thiserror::Error;

use crate::form::record;
use crate::portfolio::period::DateRangeError;
use crate::vocab::words::words;

record! {
    /// One purchase (采购记录): buyer, supplier, market, day and amount.
    ///
    /// The names are the caller's own, compared as they are. Any text type works, and `&str` needs
    /// no copy. A credit is an amount below zero. All amounts of a ledger are in one unit: one
    /// currency, converted by the caller if necessary, or one unit of quantity. So the amount is a
    /// bare decimal.
    #[derive(Copy, Hash)]
    pub closed struct Purchase<Name> {
        /// The day of the purchase.
        pub date: NaiveDate,
        /// The customer that bought.
        pub buyer: Name,
        /// The category of goods in which suppliers compete.
        pub market: Name,
        /// The supplier that sold.
        pub supplier: Name,
        /// The amount, below zero for a credit.
        #[serde(with = "crate::vocab::exact")]
        pub amount: Decimal,
    }
}

words! {
    /// A column of purchases (列).
    pub closed enum Column {
        /// The day of the purchase.
        Date = "date", "date", "日期", "日期";
        /// The customer.
        Buyer = "buyer", "buyer", "客户", "客戶";
        /// The category of goods.
        Market = "market", "market", "品类", "品類";
        /// The supplier.
        Supplier = "supplier", "supplier", "供应商", "供應商";
        /// The amount.
        Amount = "amount", "amount", "金额", "金額";
    }
}

/// Returned when a purchase cannot be entered; the ledger is unchanged.
#[derive(Clone, Copy, Debug, Eq, Error, PartialEq)]
#[non_exhaustive]
pub enum PurchaseError {
    /// The date is out of range.
    #[error(transparent)]
    Date(#[from] DateRangeError),
    /// A name is empty.
    #[error("the {column} of a purchase needs a name, got an empty one")]
    EmptyName {
        /// The column of the name.
        column: Column,
    },
    /// The exact sum with the other purchases leaves 128 bits.
    #[error(
        "the exact sum with an amount of {amount} leaves 128 bits at {places} decimal places, give fewer of them or a smaller amount"
    )]
    Overflow {
        /// The amount given.
        amount: Decimal,
        /// The decimal places of the finest amount, this one included.
        places: u32,
    },
    /// There are more names than a ledger can number.
    #[error("a ledger has room for {} names, got one more", u32::MAX)]
    TooManyNames,
}

impl PurchaseError {
    /// Returns the column that is at fault, or `None` if the ledger is full.
    #[must_use]
    pub const fn column(&self) -> Option<Column> {
        match self {
            Self::Date(_) => Some(Column::Date),
            Self::EmptyName { column } => Some(*column),
            Self::Overflow { .. } => Some(Column::Amount),
            Self::TooManyNames => None,
        }
    }
}
