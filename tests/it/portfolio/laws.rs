//! Laws for any purchases.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use keqing::lifecycle::LifecyclePolicy;
use keqing::lifecycle::standing::State;
use keqing::portfolio::{
    Ledger, Nonpositive, Period, PeriodLength, Portfolio, PortfolioPolicy, Purchase, assess,
};
use keqing::vocab::words::Stage;
use proptest::collection::vec;
use proptest::prelude::{Just, Strategy, prop_assert, prop_assert_eq, proptest};
use proptest::sample::select;
use rust_decimal::Decimal;

/// Rows of few names and periods, so that they meet; credits among them.
fn rows() -> impl Strategy<Value = Vec<Purchase<&'static str>>> {
    let date = (2020_i32..2024, 1_u32..=12, 1_u32..=28).prop_map(|(year, month, day)| {
        NaiveDate::from_ymd_opt(year, month, day).unwrap_or_default()
    });
    let amount = (-300_i64..2000, 0_u32..4).prop_map(|(units, places)| Decimal::new(units, places));
    let names = (
        select(vec!["x", "y"]),
        select(vec!["m", "n"]),
        select(vec!["a", "b", "c", "d"]),
    );
    let row =
        (date, names, amount).prop_map(|(date, (buyer, market, supplier), amount)| Purchase {
            date,
            buyer,
            market,
            supplier,
            amount,
        });
    vec(row, 0..60)
}

fn lengths() -> impl Strategy<Value = PortfolioPolicy> {
    let kept = select(vec![Nonpositive::LeaveOut, Nonpositive::KeepWithoutShare]);
    (select(PeriodLength::ALL.to_vec()), kept).prop_map(|(length, kept)| {
        PortfolioPolicy::standard()
            .with_period(length)
            .with_nonpositive(kept)
    })
}

fn made(policy: &PortfolioPolicy, rows: &[Purchase<&'static str>]) -> Portfolio {
    let mut ledger = Ledger::new();
    let recorded = ledger.record_all(rows.iter().copied());
    assert!(recorded.is_ok(), "{recorded:?}");
    match assess(policy, &LifecyclePolicy::standard(), &ledger) {
        Ok(portfolio) => portfolio,
        Err(error) => panic!("{error}"),
    }
}

proptest! {
    #[test]
    fn shares_of_a_wallet_sum_to_one(rows in rows(), policy in lengths()) {
        for wallet in made(&policy, &rows).wallets() {
            let parts: u64 = wallet.pairs().map(|pair| pair.share().part()).sum();
            let wholes: Vec<u64> = wallet.pairs().map(|pair| pair.share().whole()).collect();
            prop_assert!(wholes.iter().all(|whole| *whole == parts));
            let positive = wallet.pairs().map(|pair| pair.amount().max(Decimal::ZERO));
            prop_assert_eq!(positive.sum::<Decimal>(), wallet.total());
        }
    }

    #[test]
    fn the_order_of_the_rows_does_not_matter(
        (given, shuffled) in rows().prop_flat_map(|rows| (Just(rows.clone()), Just(rows).prop_shuffle())),
        policy in lengths(),
    ) {
        prop_assert_eq!(made(&policy, &given), made(&policy, &shuffled));
    }

    #[test]
    fn no_pair_steps_up_two_stages_in_one_period(rows in rows(), policy in lengths()) {
        for path in made(&policy, &rows).paths() {
            let mut before = Stage::Development;
            for step in path.steps() {
                let after = step.state().stage();
                prop_assert!(after.rank().saturating_sub(before.rank()) <= 1, "{step:?}");
                before = after;
            }
        }
    }

    #[test]
    fn purchases_alone_make_nothing_strategic_and_interrupt_nothing(rows in rows(), policy in lengths()) {
        for step in made(&policy, &rows).paths().flat_map(|path| path.steps()) {
            let is_below = matches!(step.state(), State::Active(stage) if stage < Stage::Strategic);
            prop_assert!(is_below, "{step:?}");
        }
    }

    /// A second, slow way to the same wallets: each asked for by itself, in decimals.
    #[test]
    fn wallets_are_what_adding_up_by_hand_gives(rows in rows(), policy in lengths()) {
        let mut nets: BTreeMap<_, Decimal> = BTreeMap::new();
        for row in &rows {
            let period = Period::of(policy.period(), row.date);
            let net = nets.entry((row.buyer, row.market, period.ok(), row.supplier)).or_default();
            *net = net.saturating_add(row.amount);
        }
        let mut expected: BTreeMap<_, Vec<(&str, Decimal)>> = BTreeMap::new();
        for ((buyer, market, period, supplier), net) in nets {
            if net > Decimal::ZERO || policy.nonpositive() == Nonpositive::KeepWithoutShare {
                expected.entry((buyer, market, period)).or_default().push((supplier, net));
            }
        }
        expected.retain(|_, pairs| pairs.iter().any(|pair| pair.1 > Decimal::ZERO));
        let made = made(&policy, &rows);
        let found: BTreeMap<_, Vec<(&str, Decimal)>> = made
            .wallets()
            .map(|wallet| {
                let pairs = wallet.pairs().map(|pair| (pair.supplier(), pair.amount())).collect();
                ((wallet.buyer(), wallet.market(), Some(wallet.period())), pairs)
            })
            .collect();
        prop_assert_eq!(found, expected);
    }
}
