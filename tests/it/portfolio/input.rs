//! The rows that a ledger takes and those that it refuses.

use anyhow::{Context, Result};
use chrono::NaiveDate;
use keqing::lifecycle::LifecyclePolicy;
use keqing::portfolio::{Column, Ledger, PortfolioPolicy, Purchase, assess};
use keqing::vocab::words::Stage;
use rust_decimal::Decimal;

use super::{ledger, pairs_are, portfolio, purchase};

#[test]
fn a_refused_purchase_names_its_column_and_leaves_the_ledger_as_it_was() -> Result<()> {
    let good = purchase((2024, 1, "a", "1"))?;
    let date = |year| NaiveDate::from_ymd_opt(year, 1, 1).context("a date");
    let table = [
        (
            Purchase { buyer: "", ..good },
            Some(Column::Buyer),
            "the buyer of a purchase needs a name, got an empty one",
        ),
        (
            Purchase { market: "", ..good },
            Some(Column::Market),
            "the market of a purchase needs a name, got an empty one",
        ),
        (
            Purchase {
                supplier: "",
                ..good
            },
            Some(Column::Supplier),
            "the supplier of a purchase needs a name, got an empty one",
        ),
        (
            Purchase {
                date: date(0)?,
                ..good
            },
            Some(Column::Date),
            "a purchase is dated in the years 1 to 9999, got 0000-01-01",
        ),
        (
            Purchase {
                date: date(10_000)?,
                ..good
            },
            Some(Column::Date),
            "a purchase is dated in the years 1 to 9999, got +10000-01-01",
        ),
    ];
    let mut ledger = Ledger::new();
    ledger.record(&good)?;
    let standard = (PortfolioPolicy::standard(), LifecyclePolicy::standard());
    let before = assess(&standard.0, &standard.1, &ledger)?;
    for (row, column, message) in table {
        let error = ledger.record(&row).err().context(message)?;
        assert_eq!(
            (error.column(), error.to_string().as_str()),
            (column, message)
        );
    }
    assert_eq!(assess(&standard.0, &standard.1, &ledger)?, before);
    Ok(())
}

#[test]
fn an_amount_that_cannot_be_added_is_refused_and_nothing_is_lost() -> Result<()> {
    let good = purchase((2024, 1, "a", "1"))?;
    let mut ledger = Ledger::new();
    ledger.record(&good)?;
    let standard = (PortfolioPolicy::standard(), LifecyclePolicy::standard());
    let before = assess(&standard.0, &standard.1, &ledger)?;
    let finest = Decimal::from_str_exact("0.0000000000000000000000000001")
        .ok()
        .context("finest")?;
    let largest = Purchase {
        amount: Decimal::MAX,
        ..good
    };
    ledger.record(&largest)?;
    let error = ledger
        .record(&Purchase {
            amount: finest,
            ..good
        })
        .err()
        .context("overflow")?;
    assert_eq!(error.column(), Some(Column::Amount));
    assert_eq!(
        error.to_string(),
        "the exact sum with an amount of 0.0000000000000000000000000001 leaves 128 bits at 28 decimal places, give fewer of them or a smaller amount"
    );
    ledger.record(&Purchase {
        amount: -Decimal::MAX,
        ..good
    })?;
    assert_eq!(assess(&standard.0, &standard.1, &ledger)?, before);
    Ok(())
}

#[test]
fn amounts_of_every_scale_add_up_exactly() -> Result<()> {
    let rows = [
        (2024, 1, "a", "0.1"),
        (2024, 1, "a", "0.20"),
        (2024, 1, "b", "0.003"),
        (2024, 1, "b", "-0.0030000"),
    ];
    let sums = ledger(&rows)?;
    assert_eq!(sums.total(), Some(Decimal::new(3, 1)));
    let large = [
        (2024, 1, "a", "12345678901234567890123456"),
        (2024, 1, "b", "0.01"),
    ];
    let error = portfolio(&PortfolioPolicy::standard(), &large)
        .err()
        .context("too fine")?;
    assert!(
        error
            .to_string()
            .contains("does not fit two 64-bit integers"),
        "{error}"
    );
    let equal = [
        (2024, 1, "a", "12345678901234567890123456"),
        (2024, 1, "b", "12345678901234567890123456"),
    ];
    let halves = portfolio(&PortfolioPolicy::standard(), &equal)?;
    pairs_are(
        &halves,
        &[("a", 1, 2, Stage::Stable), ("b", 1, 2, Stage::Stable)],
    );
    Ok(())
}

#[test]
fn an_empty_ledger_makes_an_empty_portfolio() -> Result<()> {
    let found = portfolio(&PortfolioPolicy::standard(), &[])?;
    assert_eq!(
        (
            found.wallets().len(),
            found.paths().len(),
            found.gaps().len()
        ),
        (0, 0, 0)
    );
    assert_eq!(found.bands().total(), 0);
    Ok(())
}

#[test]
fn a_purchase_is_the_same_in_json() -> Result<()> {
    let json = r#"{"date":"2024-01-15","buyer":"clinic","market":"gloves","supplier":"a","amount":"1.50"}"#;
    let read: Purchase<String> = serde_json::from_str(json)?;
    assert_eq!(serde_json::to_string(&read)?, json);
    assert!(serde_json::from_str::<Purchase<String>>(&json.replace(r#""1.50""#, "1.5")).is_err());
    Ok(())
}
