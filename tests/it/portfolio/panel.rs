//! The facts of a real panel: what sixteen British public bodies bought from 75 wholesalers.

use std::fs::File;
use std::io::{Write, stdout};
use std::path::Path;

use anyhow::{Context, Result, ensure};
use csv::Reader;
use flate2::read::GzDecoder;
use keqing::lifecycle::LifecyclePolicy;
use keqing::portfolio::{Ledger, Portfolio, PortfolioPolicy, Purchase, assess};
use keqing::vocab::words::Stage;
use rust_decimal::Decimal;

#[test]
fn the_real_panel_gives_its_known_facts() -> Result<()> {
    let file =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data/uk_wholesale_panel.csv.gz");
    if !file.is_file() {
        // Written past the capture of the test harness, so that a skip is seen.
        writeln!(stdout(), "skipped: the shared panel of purchases is absent")?;
        return Ok(());
    }
    let mut rows = Reader::from_reader(GzDecoder::new(File::open(file)?));
    let mut ledger = Ledger::new();
    let mut row = csv::StringRecord::new();
    while rows.read_record(&mut row)? {
        let [date, buyer, _, market, supplier, _, amount] =
            <[&str; 7]>::try_from(row.iter().collect::<Vec<_>>())
                .ok()
                .context("seven columns")?;
        ledger.record(&Purchase {
            date: date.parse().ok().context("a date")?,
            buyer,
            market,
            supplier,
            amount: Decimal::from_str_exact(amount).ok().context("an amount")?,
        })?;
    }
    ensure!(ledger.rows() == 378_613);
    assert_eq!(ledger.total(), Some(Decimal::new(299_642_281_258, 2)));
    let policy = PortfolioPolicy::standard().with_minimum(Decimal::from(20_000))?;
    let found = assess(&policy, &LifecyclePolicy::standard(), &ledger)?;
    let bands = found.bands();
    let counts = Stage::ALL.map(|stage| bands.of(stage));
    assert_eq!(
        (found.wallets().len(), bands.total(), counts),
        (399, 1649, [0, 1286, 164, 199])
    );
    let lower = PortfolioPolicy::standard().with_minimum(Decimal::from(1_000))?;
    let found_lower = assess(&lower, &LifecyclePolicy::standard(), &ledger)?;
    let counts = Stage::ALL.map(|stage| found_lower.bands().of(stage));
    assert_eq!(
        (found_lower.wallets().len(), counts),
        (510, [0, 1411, 193, 274])
    );
    leeds(&found)
}

/// Checks the suppliers of Leeds with electrical goods: a switch that took five years.
fn leeds(portfolio: &Portfolio) -> Result<()> {
    use Stage::{Initial, Stable};
    let table = [
        (
            "EDMUNDSON",
            ["69.0 %", "69.0 %", "51.4 %", "29.1 %", "23.0 %"],
            [Initial, Stable, Stable, Initial, Initial],
        ),
        (
            "REXEL",
            ["23.9 %", "24.5 %", "33.9 %", "66.1 %", "70.0 %"],
            [Initial, Initial, Initial, Stable, Stable],
        ),
    ];
    for (supplier, shares, stages) in table {
        let path = portfolio
            .paths()
            .find(|path| {
                (path.buyer(), path.market(), path.supplier())
                    == ("leeds", "electrical_wholesale", supplier)
            })
            .context(supplier)?;
        let found: Vec<String> = path.steps().map(|step| step.share().to_string()).collect();
        assert_eq!(found, shares, "{supplier}");
        let found: Vec<Stage> = path.steps().map(|step| step.state().stage()).collect();
        assert_eq!(found, stages, "{supplier}");
    }
    Ok(())
}
