use std::path::PathBuf;

use anyhow::Result;
use clap::{Parser, ValueEnum};
use keqing::portfolio::{Column, Nonpositive, PeriodLength, PortfolioPolicy};
use keqing::vocab::words::Locale;
use rust_decimal::Decimal;

use crate::exact::amount;

/// Shares, stages and movements of many supplier relationships, from a CSV of purchases.
#[derive(Debug, Parser)]
#[command(name = "portfolio")]
pub(crate) struct Options {
    /// CSV with a header row, plain or gzip; without it a small made-up table is used
    pub(crate) file: Option<PathBuf>,
    /// Name of the column with the day, as 2024-05-03
    #[arg(long, default_value = "date", value_name = "COLUMN")]
    date: String,
    /// Name of the column with the customer
    #[arg(long, default_value = "buyer", value_name = "COLUMN")]
    buyer: String,
    /// Name of the column with the category of goods
    #[arg(long, default_value = "market", value_name = "COLUMN")]
    market: String,
    /// Name of the column with the supplier
    #[arg(long, default_value = "supplier", value_name = "COLUMN")]
    supplier: String,
    /// Name of the column with the amount, as 1234.56; credits below zero
    #[arg(long, default_value = "amount", value_name = "COLUMN")]
    amount: String,
    /// The length of the periods
    #[arg(long, value_enum, default_value_t = Length::Year)]
    period: Length,
    /// Leave out wallets (buyer, market, period) that hold less
    #[arg(long, default_value = "0", value_name = "AMOUNT", value_parser = amount)]
    min_wallet: Decimal,
    /// Keep suppliers that net zero or less in a wallet, as pairs without share
    #[arg(long)]
    keep_nonpositive: bool,
    /// Show these paths instead of those that moved most; may be given more than once
    #[arg(long, value_name = "BUYER[/MARKET[/SUPPLIER]]")]
    pub(crate) follow: Vec<String>,
    /// The number of falls, and of rises, to show
    #[arg(long, default_value_t = 10, value_name = "NUMBER")]
    pub(crate) top: usize,
    /// Language of headings and stages: en, zh-Hans or zh-Hant
    #[arg(long, default_value_t = Locale::En, value_name = "TAG")]
    pub(crate) locale: Locale,
    /// Print everything as JSON
    #[arg(long)]
    pub(crate) json: bool,
    /// Also write a page with pictures that needs nothing from anywhere else
    #[arg(long, value_name = "FILE")]
    pub(crate) html: Option<PathBuf>,
    /// Say on standard error how long it took
    #[arg(long)]
    pub(crate) timing: bool,
}

impl Options {
    /// Returns the name that a column has in the file.
    pub(crate) fn column(&self, column: Column) -> &str {
        match column {
            Column::Date => &self.date,
            Column::Buyer => &self.buyer,
            Column::Market => &self.market,
            Column::Supplier => &self.supplier,
            Column::Amount => &self.amount,
        }
    }

    /// Returns the choices that make wallets.
    pub(crate) fn policy(&self) -> Result<PortfolioPolicy> {
        let nonpositive = if self.keep_nonpositive {
            Nonpositive::KeepWithoutShare
        } else {
            Nonpositive::LeaveOut
        };
        let policy = PortfolioPolicy::standard()
            .with_period(self.period.into())
            .with_nonpositive(nonpositive)
            .with_minimum(self.min_wallet)?;
        Ok(policy)
    }
}

/// The lengths of periods, as words of the command line.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum Length {
    Month,
    Quarter,
    Half,
    Year,
}

impl From<Length> for PeriodLength {
    fn from(length: Length) -> Self {
        match length {
            Length::Month => Self::Month,
            Length::Quarter => Self::Quarter,
            Length::Half => Self::HalfYear,
            Length::Year => Self::Year,
        }
    }
}
