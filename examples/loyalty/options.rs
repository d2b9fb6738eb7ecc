use std::path::PathBuf;

use chrono::NaiveDate;
use clap::Parser;
use keqing::vocab::words::Locale;

use crate::csv_file::day;

/// Assesses the loyalty that purchases show, customer by customer.
#[derive(Debug, Parser)]
#[command(name = "loyalty")]
pub(crate) struct Options {
    /// CSV with a header row, plain or gzip; without it a small made-up story is used
    pub(crate) file: Option<PathBuf>,
    /// Column with the customer; where it is not named: customer_id, customer
    #[arg(long, value_name = "COLUMN")]
    customer: Option<String>,
    /// Column with the day, as 2024-05-03, maybe with a time after it; where it is not named: date,
    /// invoiced_at, ordered_at
    #[arg(long, value_name = "COLUMN")]
    date: Option<String>,
    /// Column with the order; where it is not named: invoice, order, order_id, or none
    #[arg(long, value_name = "COLUMN")]
    order: Option<String>,
    /// Column with the quantity: zero or less is a return and no purchase; where it is not named:
    /// quantity, or none
    #[arg(long, value_name = "COLUMN")]
    quantity: Option<String>,
    /// Column with the price or the amount: zero or less is given away and no purchase; not looked at
    /// where it is not named
    #[arg(long, value_name = "COLUMN")]
    price: Option<String>,
    /// The beginning of the orders that are credit notes and no purchases; without it, returns whose
    /// order begins with C are called credit notes
    #[arg(long, value_name = "TEXT")]
    pub(crate) credit_prefix: Option<String>,
    /// The day that is asked for: later lines are left out; where it is not given, the last day there is
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub(crate) as_of: Option<NaiveDate>,
    /// The words of customers, as JSON: an object of loyalty facts by customer
    #[arg(long, value_name = "FILE")]
    pub(crate) said: Option<PathBuf>,
    /// The number of the most frequent customers to show
    #[arg(long, default_value_t = 10, value_name = "NUMBER")]
    pub(crate) top: usize,
    /// Language: en, zh-Hans or zh-Hant
    #[arg(long, default_value_t = Locale::En, value_name = "TAG")]
    pub(crate) locale: Locale,
    /// Print everything as JSON
    #[arg(long)]
    pub(crate) json: bool,
    /// Say on standard error how long it took, and the peak of memory
    #[arg(long)]
    pub(crate) timing: bool,
}

/// The content of a column.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Column {
    Customer,
    Date,
    Order,
    Quantity,
    Price,
}

impl Column {
    /// The option that names it.
    pub(crate) const fn option(self) -> &'static str {
        match self {
            Self::Customer => "--customer",
            Self::Date => "--date",
            Self::Order => "--order",
            Self::Quantity => "--quantity",
            Self::Price => "--price",
        }
    }

    /// The names that are tried where the column is not named.
    pub(crate) const fn usual(self) -> &'static [&'static str] {
        match self {
            Self::Customer => &["customer_id", "customer"],
            Self::Date => &["date", "invoiced_at", "ordered_at"],
            Self::Order => &["invoice", "order", "order_id"],
            Self::Quantity => &["quantity"],
            Self::Price => &[],
        }
    }
}

impl Options {
    /// Returns the name that was given to a column.
    pub(crate) fn column(&self, column: Column) -> Option<&str> {
        let named = match column {
            Column::Customer => &self.customer,
            Column::Date => &self.date,
            Column::Order => &self.order,
            Column::Quantity => &self.quantity,
            Column::Price => &self.price,
        };
        named.as_deref()
    }
}
