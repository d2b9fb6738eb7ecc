//! The errors of portfolios: minimums, periods and purchases.

use chrono::NaiveDate;
use keqing::lifecycle::LifecyclePolicy;
use keqing::portfolio::{
    Ledger, Period, PeriodLength, PortfolioPolicy, Purchase, PurchaseError, assess,
};
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

#[test]
fn sums_that_cannot_be_kept() -> Result<(), Failure> {
    let policy = PortfolioPolicy::standard();
    let row = |month, supplier, amount| {
        let date = NaiveDate::from_ymd_opt(2024, month, 1).ok_or("a date")?;
        Ok::<_, Failure>(Purchase {
            date,
            buyer: "b",
            market: "m",
            supplier,
            amount,
        })
    };
    let (fine, most) = (number("0.000000001")?, Decimal::MAX);
    let mut ledger = Ledger::new();
    ledger.record_all([row(1, "s", most)?, row(1, "t", most)?])?;
    says(
        assess(&policy, &LifecyclePolicy::standard(), &ledger),
        "the exact sum of a wallet of 2024 leaves 96 bits, give smaller amounts or fewer decimal places",
    );
    // Each month has room in 128 bits at nine decimal places, and three of them together have not.
    let mut ledger = Ledger::new();
    ledger.record(&row(1, "t", fine)?)?;
    for month in 1..=3 {
        ledger.record(&row(month, "s", most)?)?;
    }
    says(
        assess(&policy, &LifecyclePolicy::standard(), &ledger),
        "the exact sum of one supplier's purchases in a period leaves 128 bits, give smaller amounts or fewer decimal places",
    );
    Ok(())
}

#[test]
fn a_ledger_is_full_after_four_billion_names() {
    // They do not fit into a test.
    assert_eq!(
        PurchaseError::TooManyNames.to_string(),
        "a ledger has room for 4294967295 names, got one more"
    );
}
