//! The places of the columns, and the lines.

use anyhow::Result;
use chrono::NaiveDate;
use csv::ByteRecord;
use rust_decimal::Decimal;

use crate::csv_file::{Header, Wrong, day, field};
use crate::exact::amount;
use crate::options::{Column, Options};

/// One line: its customer, its day, its order and its kind.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Line<'r> {
    pub(crate) customer: &'r str,
    pub(crate) on: NaiveDate,
    pub(crate) order: Option<&'r str>,
    pub(crate) kind: Kind,
}

/// The kind of a line; only one kind is a purchase.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Kind {
    Purchase,
    /// Its order is a credit note.
    CreditNote,
    /// Its quantity is zero or less, and its order is no credit note.
    Return,
    /// Its price is zero or less.
    GivenAway,
}

/// The places of the columns.
#[derive(Debug)]
pub(crate) struct Layout {
    customer: usize,
    date: usize,
    order: Option<usize>,
    quantity: Option<usize>,
    price: Option<usize>,
    credit_prefix: Option<String>,
}

/// The usual beginning of the orders of credit notes, which distinguishes them from other returns.
const USUAL_PREFIX: &str = "C";

impl Layout {
    pub(crate) fn find(options: &Options, header: &Header) -> Result<Self> {
        let mut absent = Vec::new();
        let mut find = |column: Column, is_needed| -> Result<Option<usize>> {
            let usual: Vec<&str> = match options.column(column) {
                Some(named) => vec![named],
                None => column.usual().to_vec(),
            };
            for name in &usual {
                if let Some(place) = header.place(name)? {
                    return Ok(Some(place));
                }
            }
            if is_needed || options.column(column).is_some() {
                let (names, option) = (usual.join("` or `"), column.option());
                absent.push(format!("`{names}` (choose another with {option})"));
            }
            Ok(None)
        };
        let (customer, date) = (find(Column::Customer, true)?, find(Column::Date, true)?);
        let order = find(Column::Order, options.credit_prefix.is_some())?;
        let quantity = find(Column::Quantity, false)?;
        let price = find(Column::Price, false)?;
        let (Some(customer), Some(date), []) = (customer, date, absent.as_slice()) else {
            return Err(header.lacks(&absent));
        };
        Ok(Self {
            customer,
            date,
            order,
            quantity,
            price,
            credit_prefix: options.credit_prefix.clone(),
        })
    }

    pub(crate) const fn has_orders(&self) -> bool {
        self.order.is_some()
    }

    pub(crate) const fn has_returns(&self) -> bool {
        self.quantity.is_some()
    }

    pub(crate) const fn has_prices(&self) -> bool {
        self.price.is_some()
    }

    /// Reads a line, or returns the reason why it is none.
    pub(crate) fn line<'r>(
        &self,
        header: &Header,
        record: &'r ByteRecord,
    ) -> Result<Line<'r>, Wrong> {
        header.check(record)?;
        let text = |place: usize| field(record, place);
        let on = day_of(text(self.date)?).map_err(|why| Wrong::at(self.date, why))?;
        let order = self.order.map(text).transpose()?;
        let quantity = self.number(record, self.quantity)?;
        let price = self.number(record, self.price)?;
        let nothing_left = |number: Option<Decimal>| number.is_some_and(|n| n <= Decimal::ZERO);
        let is_return = nothing_left(quantity);
        let is_note = order.is_some_and(|order| match &self.credit_prefix {
            Some(prefix) => order.starts_with(prefix),
            None => is_return && order.starts_with(USUAL_PREFIX),
        });
        let kind = match (is_note, is_return, nothing_left(price)) {
            (true, ..) => Kind::CreditNote,
            (false, true, _) => Kind::Return,
            (false, false, true) => Kind::GivenAway,
            (false, false, false) => Kind::Purchase,
        };
        let customer = text(self.customer)?.trim();
        Ok(Line {
            customer,
            on,
            order,
            kind,
        })
    }

    fn number(&self, record: &ByteRecord, place: Option<usize>) -> Result<Option<Decimal>, Wrong> {
        let read = |place| amount(field(record, place)?).map_err(|why| Wrong::at(place, why));
        place.map(read).transpose()
    }
}

/// Reads the day of a moment: the time of day after a blank or a T does not matter.
fn day_of(text: &str) -> Result<NaiveDate, String> {
    let Some((date, time)) = text.split_once([' ', 'T']) else {
        return day(text);
    };
    let is_time = time.starts_with(|letter: char| letter.is_ascii_digit())
        && time
            .bytes()
            .all(|byte| byte.is_ascii_digit() || b":.+-Z".contains(&byte));
    if is_time {
        day(date)
    } else {
        Err(format!(
            "`{text}` is not a day such as 2024-05-03, nor a moment such as 2024-05-03 08:26"
        ))
    }
}
