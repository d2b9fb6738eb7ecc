//! The laws of a portfolio, through the public functions, and the facts of a real panel of purchases.

mod errors;
mod golden;
mod input;
mod laws;
mod panel;

use anyhow::{Context, Result};
use chrono::NaiveDate;
use keqing::lifecycle::LifecyclePolicy;
use keqing::lifecycle::moves::Move;
use keqing::lifecycle::placement::Flag;
use keqing::lifecycle::standing::State;
use keqing::portfolio::{
    Ledger, Nonpositive, PeriodLength, Portfolio, PortfolioPolicy, Purchase, assess,
};
use keqing::verdict::{Decision, Fact};
use keqing::vocab::answers::Trajectory;
use keqing::vocab::share::Share;
use keqing::vocab::words::Stage;
use rust_decimal::Decimal;

/// A row of a test: year, month, supplier and amount, of one buyer in one market.
type Row = (i32, u32, &'static str, &'static str);

fn purchase(row: Row) -> Result<Purchase<&'static str>> {
    let (year, month, supplier, amount) = row;
    Ok(Purchase {
        date: NaiveDate::from_ymd_opt(year, month, 15).context("a date of the test")?,
        buyer: "clinic",
        market: "gloves",
        supplier,
        amount: Decimal::from_str_exact(amount)
            .ok()
            .context("an amount of the test")?,
    })
}

fn ledger(rows: &[Row]) -> Result<Ledger> {
    let mut ledger = Ledger::new();
    for row in rows {
        ledger.record(&purchase(*row)?)?;
    }
    Ok(ledger)
}

fn portfolio(policy: &PortfolioPolicy, rows: &[Row]) -> Result<Portfolio> {
    Ok(assess(
        policy,
        &LifecyclePolicy::standard(),
        &ledger(rows)?,
    )?)
}

/// The stages and decisions of a path, period by period.
fn followed(portfolio: &Portfolio, supplier: &str) -> Vec<(Stage, Decision)> {
    portfolio
        .paths()
        .filter(|path| path.supplier() == supplier)
        .flat_map(|path| path.steps())
        .map(|step| (step.state().stage(), step.decision()))
        .collect()
}

#[track_caller]
fn pairs_are(portfolio: &Portfolio, expected: &[(&str, u64, u64, Stage)]) {
    let pairs: Vec<_> = portfolio
        .pairs()
        .map(|pair| (pair.supplier(), pair.share(), pair.band()))
        .collect();
    let expected: Vec<_> = expected
        .iter()
        .map(|&(supplier, part, whole, band)| {
            (
                supplier,
                Share::new(part, whole).unwrap_or(Share::NONE),
                band,
            )
        })
        .collect();
    assert_eq!(pairs, expected);
}

#[test]
fn a_share_exactly_on_a_cut_belongs_above_it() -> Result<()> {
    use Stage::{Initial, Stable, Strategic};
    let standard = PortfolioPolicy::standard();
    let halves = portfolio(&standard, &[(2024, 1, "a", "0.5"), (2024, 1, "b", "0.50")])?;
    pairs_are(&halves, &[("a", 1, 2, Stable), ("b", 1, 2, Stable)]);
    let less = portfolio(
        &standard,
        &[(2024, 1, "a", "49.99"), (2024, 1, "b", "50.01")],
    )?;
    let table = [("a", 4999, 10_000, Initial), ("b", 5001, 10_000, Stable)];
    pairs_are(&less, &table);
    let fifths = portfolio(&standard, &[(2024, 1, "a", "80"), (2024, 1, "b", "20")])?;
    pairs_are(&fifths, &[("a", 4, 5, Strategic), ("b", 1, 5, Initial)]);
    let less = portfolio(
        &standard,
        &[(2024, 1, "a", "79.99"), (2024, 1, "b", "20.01")],
    )?;
    let table = [("a", 7999, 10_000, Stable), ("b", 2001, 10_000, Initial)];
    pairs_are(&less, &table);
    let flags = |portfolio: &Portfolio| {
        let steps = portfolio.paths().flat_map(|path| path.steps());
        steps
            .filter(|step| step.flags().contains(Flag::OnBoundary))
            .count()
    };
    assert_eq!((flags(&halves), flags(&fifths), flags(&less)), (2, 1, 0));
    Ok(())
}

#[test]
fn a_supplier_that_nets_nothing_is_left_out_or_kept_without_share() -> Result<()> {
    let rows = [
        (2024, 1, "a", "100"),
        (2024, 2, "b", "30"),
        (2024, 9, "b", "-30.00"),
        (2024, 3, "c", "-5"),
    ];
    let standard = PortfolioPolicy::standard();
    let out = portfolio(&standard, &rows)?;
    pairs_are(&out, &[("a", 1, 1, Stage::Strategic)]);
    assert_eq!(out.left_out().suppliers, 2);
    let kept = portfolio(
        &standard.with_nonpositive(Nonpositive::KeepWithoutShare),
        &rows,
    )?;
    let nothing = Stage::Development;
    let table = [
        ("a", 1, 1, Stage::Strategic),
        ("b", 0, 1, nothing),
        ("c", 0, 1, nothing),
    ];
    pairs_are(&kept, &table);
    let amounts: Vec<Decimal> = kept.pairs().map(|pair| pair.amount()).collect();
    assert_eq!(amounts, [100, 0, -5].map(Decimal::from));
    for portfolio in [&out, &kept] {
        let totals: Vec<Decimal> = portfolio.wallets().map(|wallet| wallet.total()).collect();
        assert_eq!(totals, [Decimal::from(100)]);
    }
    // By the month the credit stands alone, and nobody sold anything in March.
    let monthly = portfolio(&standard.with_period(PeriodLength::Month), &rows)?;
    assert_eq!(
        (monthly.wallets().len(), monthly.left_out().empty_wallets),
        (2, 2)
    );
    Ok(())
}

#[test]
fn a_wallet_of_exactly_the_minimum_counts() -> Result<()> {
    let rows = [
        (2024, 1, "a", "15.00"),
        (2024, 1, "b", "5.00"),
        (2024, 1, "c", "-1"),
    ];
    let table = [("20", 1, 0), ("19.99", 1, 0), ("20.01", 0, 1)];
    for (minimum, wallets, small) in table {
        let minimum = Decimal::from_str_exact(minimum).ok().context("a minimum")?;
        let policy = PortfolioPolicy::standard().with_minimum(minimum)?;
        let found = portfolio(&policy, &rows)?;
        let counts = (found.wallets().len(), found.left_out().small_wallets);
        assert_eq!(counts, (wallets, small), "{minimum}");
    }
    Ok(())
}

#[test]
fn a_path_climbs_step_by_step_and_may_fall_at_once() -> Result<()> {
    use Decision::{Permit, Undecided};
    use Stage::{Initial, Stable};
    let rows = [
        (2019, 1, "a", "95"),
        (2019, 1, "b", "5"),
        (2020, 1, "a", "95"),
        (2020, 1, "b", "5"),
        (2021, 1, "a", "95"),
        (2021, 1, "b", "5"),
        (2022, 1, "a", "10"),
        (2022, 1, "b", "90"),
        (2023, 1, "b", "100"),
    ];
    let found = portfolio(&PortfolioPolicy::standard(), &rows)?;
    let expected = [
        (Initial, Permit),
        (Stable, Permit),
        (Stable, Permit),
        (Initial, Permit),
        // Nothing bought, and nobody says why: the break is not decided and the stage is held.
        (Initial, Undecided),
    ];
    assert_eq!(followed(&found, "a"), expected);
    let path = found.paths().next().context("a path")?;
    let last = path.steps().next_back().context("a step")?;
    assert_eq!(last.proposed(), Some(Move::Interrupt));
    assert_eq!(
        (last.granted(), last.trajectory()),
        (None, Some(Trajectory::Interrupted))
    );
    // Whether nineteen twentieths are strategic depends on a partnership that no purchase shows.
    let third = path.steps().nth(2).context("a step")?;
    assert_eq!(third.band(), Stage::Strategic);
    assert_eq!((third.at_least(), third.supported()), (Some(Stable), None));
    assert!(
        !third
            .flags()
            .contains(Flag::StrategicShareWithoutPartnership)
    );
    let supported = Some(State::Interrupted(Initial));
    assert_eq!(
        (last.at_least(), last.supported()),
        (Some(Stage::Development), supported)
    );
    let cause = found
        .gaps()
        .find(|gap| gap.fact == Fact::Cause)
        .context("a gap")?;
    assert_eq!((cause.steps, cause.undecided), (1, 1));
    let partnership = found.gaps().find(|gap| gap.fact == Fact::Partnership);
    // Three years of a at 95 %, one of b at 90 % and one at 100 %.
    assert_eq!(
        partnership.map(|gap| (gap.steps, gap.undecided)),
        Some((5, 0))
    );
    Ok(())
}

#[test]
fn an_explanation_is_the_step_that_was_made() -> Result<()> {
    let rows = [
        (2022, 1, "a", "3"),
        (2022, 1, "b", "1"),
        (2023, 1, "b", "2"),
        (2024, 1, "a", "1"),
    ];
    let found = portfolio(&PortfolioPolicy::standard(), &rows)?;
    for path in found.paths() {
        for step in path.steps() {
            let explained = path.explain(step.period()).context("an explanation")?;
            let placement = explained.value().context("a placement")?;
            assert_eq!(Some(placement.proposed), step.proposed());
            assert_eq!(Some(placement.at_least), step.at_least());
            assert_eq!(placement.supported, step.supported());
            assert_eq!(placement.granted, step.granted());
            assert_eq!(placement.verdict.decision(), step.decision());
            assert_eq!(
                (placement.trajectory, placement.flags),
                (step.trajectory(), step.flags())
            );
        }
        assert!(path.explain("1999".parse()?).is_none());
    }
    Ok(())
}

#[test]
fn a_month_that_follows_a_step_up_too_soon_grants_no_other() -> Result<()> {
    let rows = [1, 2, 3, 4, 5, 6, 7].map(|month| (2023, month, "a", "1"));
    let monthly = PortfolioPolicy::standard().with_period(PeriodLength::Month);
    let found = portfolio(&monthly, &rows)?;
    let stages: Vec<Stage> = followed(&found, "a")
        .into_iter()
        .map(|step| step.0)
        .collect();
    use Stage::{Development, Initial, Stable};
    // Nobody knows of the time before: 1 January to 31 March are 89 days, to 30 April 119. From there it is
    // 61 days to 30 June, and 92 to 31 July; the policy asks for 90.
    let (before, after) = ([Development; 3], [Initial; 3]);
    assert_eq!(stages, [&before[..], &after[..], &[Stable]].concat());
    Ok(())
}

#[test]
fn a_period_without_a_wallet_has_no_step() -> Result<()> {
    let rows = [
        (2021, 1, "a", "50"),
        (2022, 1, "a", "1"),
        (2023, 1, "a", "50"),
    ];
    let policy = PortfolioPolicy::standard().with_minimum(Decimal::TEN)?;
    let found = portfolio(&policy, &rows)?;
    let path = found.paths().next().context("a path")?;
    let periods: Vec<String> = path.steps().map(|step| step.period().to_string()).collect();
    assert_eq!(periods, ["2021", "2023"]);
    Ok(())
}
