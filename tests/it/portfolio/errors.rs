//! The errors of portfolios: minimums, periods and purchases.

use chrono::NaiveDate;
use keqing::portfolio::{Ledger, Period, PeriodLength, PortfolioPolicy, Purchase};
use rust_decimal::Decimal;

use crate::support::errors::{Failure, day, number, says};

#[test]
fn purchases_that_cannot_be() -> Result<(), Failure> {
    says(
        PortfolioPolicy::standard().with_minimum(Decimal::from(-1)),
        "the minimum of a wallet is zero or more, got -1",
    );
    let dated = "a purchase is dated in the years 1 to 9999, got +10000-01-01";
    let late = NaiveDate::from_ymd_opt(10_000, 1, 1).ok_or("a date")?;
    says(Period::of(PeriodLength::Year, late), dated);
    let row = |date, buyer, amount| Purchase {
        date,
        buyer,
        market: "m",
        supplier: "s",
        amount,
    };
    let mut ledger = Ledger::new();
    says(ledger.record(&row(late, "b", Decimal::ONE)), dated);
    let date = day("2024-01-01")?;
    says(
        ledger.record(&row(date, "", Decimal::ONE)),
        "the buyer of a purchase needs a name, got an empty one",
    );
    says(
        ledger.record_all([row(date, "b", Decimal::ONE), row(late, "b", Decimal::ONE)]),
        "purchase 1, counted from zero: a purchase is dated in the years 1 to 9999, got +10000-01-01",
    );
    let fine = number("0.0000000000000000000000000001")?;
    ledger.record(&row(date, "b", Decimal::MAX))?;
    says(
        ledger.record(&row(date, "b", fine)),
        "the exact sum with an amount of 0.0000000000000000000000000001 leaves 128 bits at 28 decimal places, give fewer of them or a smaller amount",
    );
    Ok(())
}
