//! The JSON of portfolios.

use keqing::portfolio::{Gap, LeftOut, Period, PortfolioPolicy, Purchase, StageCounts};
use rust_decimal::Decimal;

use crate::support::errors::{Failure, day};
use crate::support::golden::{golden, refuses, written};

#[test]
fn portfolios_are_rows_and_counts() -> Result<(), Failure> {
    golden(&"2017-Q1".parse::<Period>()?, r#""2017-Q1""#);
    golden(
        &PortfolioPolicy::standard(),
        r#"{"minimum": "0", "nonpositive": "leave-out", "period": "year"}"#,
    );
    let purchase = Purchase {
        date: day("2024-06-01")?,
        buyer: String::from("clinic"),
        market: String::from("gloves"),
        supplier: String::from("north mill"),
        amount: Decimal::new(-1250, 2),
    };
    golden(
        &purchase,
        r#"{"date": "2024-06-01", "buyer": "clinic", "market": "gloves", "supplier": "north mill", "amount": "-12.50"}"#,
    );
    golden(
        &StageCounts::default(),
        r#"{"development": 0, "initial": 0, "stable": 0, "strategic": 0}"#,
    );
    golden(
        &LeftOut::default(),
        r#"{"suppliers": 0, "small-wallets": 0, "empty-wallets": 0}"#,
    );
    let gap = r#"{"rule": "LIF-08", "fact": "cause", "steps": 3, "undecided": 2}"#;
    written(&serde_json::from_str::<Gap>(gap)?, gap);
    refuses::<Period>(
        r#""2017-3""#,
        "`2017-3` is no period, expected one such as `2017`",
    );
    refuses::<PortfolioPolicy>(
        r#"{"minimum": "-1", "nonpositive": "leave-out", "period": "year"}"#,
        "the minimum of a wallet is zero or more, got -1",
    );
    refuses::<PortfolioPolicy>(
        r#"{"minimum": "0", "period": "year"}"#,
        "missing field `nonpositive`",
    );
    refuses::<Purchase<String>>(
        r#"{"date": "2024-06-01", "buyer": "c", "market": "g", "supplier": "n", "amount": 12.5}"#,
        "invalid type: floating point `12.5`, expected a string",
    );
    Ok(())
}
