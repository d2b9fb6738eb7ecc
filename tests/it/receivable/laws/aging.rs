//! Aging: every day ties, and agrees with a count of days item by item.

#![expect(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    reason = "a test that panics fails, which is its purpose"
)]

use std::collections::BTreeMap;

use chrono::NaiveDate;
use keqing::receivable::aging::{self, Aging, AgingPolicy, OpenItem, Receipt, ZeroDays, age};
use keqing::vocab::money::{Currency, Money};
use keqing::vocab::name::DocumentId;
use keqing::vocab::time::Days;
use proptest::collection::vec;
use proptest::prelude::{ProptestConfig, Strategy, prop_assert_eq, proptest};
use proptest::sample::select;
use rust_decimal::Decimal;

fn date(day: u16) -> NaiveDate {
    let first = NaiveDate::from_ymd_opt(2024, 1, 1).unwrap_or_default();
    let days = chrono::Days::new(day.into());
    first.checked_add_days(days).unwrap_or(first)
}

fn items() -> impl Strategy<Value = Vec<OpenItem>> {
    let currency = select(vec![Currency::EUR, Currency::JPY, Currency::USD]);
    let receipts = vec((0_u16..200, -50_i64..300), 0..3);
    let item = (
        (0_u16..200, 0_u16..90),
        currency,
        -100_i64..500,
        receipts,
        (0_i64..200, 0_i64..200),
    );
    vec(item, 0..8).prop_map(|items| {
        let made = items.into_iter().enumerate().map(|(number, given)| {
            let ((issued, term), currency, amount, receipts, (disputed, held_back)) = given;
            let money = |units| Money::new(Decimal::new(units, 1), currency);
            let id = DocumentId::new(&number.to_string()).unwrap_or_else(|e| panic!("{e}"));
            let due = date(issued.saturating_add(term));
            let item = OpenItem::new(id, date(issued), due, money(amount))?
                .with_disputed(money(disputed))?
                .with_held_back(money(held_back))?;
            let receipts = receipts.into_iter().map(|(after, amount)| Receipt {
                date: date(issued.saturating_add(after)),
                amount: money(amount),
            });
            receipts.into_iter().try_fold(item, OpenItem::with_receipt)
        });
        let made: Result<Vec<_>, _> = made.collect();
        made.unwrap_or_else(|error| panic!("{error}"))
    })
}

fn policy() -> impl Strategy<Value = AgingPolicy> {
    let basis = select(vec![aging::Basis::DueDate, aging::Basis::InvoiceDate]);
    let zero_days = select(vec![ZeroDays::FirstBucket, ZeroDays::NotYetDue]);
    (basis, zero_days, vec(1_u32..40, 1..5)).prop_map(|(basis, zero_days, spans)| {
        let mut last = 0;
        let cuts: Vec<Days> = spans
            .into_iter()
            .map(|span| {
                last += span;
                Days::new(last)
            })
            .collect();
        let buckets = aging::Buckets::new(cuts, zero_days);
        let buckets = buckets.unwrap_or_else(|error| panic!("{error}"));
        AgingPolicy::standard()
            .with_basis(basis)
            .with_buckets(buckets)
    })
}

/// One row of an aging: each column, then what is disputed, held back and the total.
type Rows = BTreeMap<Currency, Vec<Decimal>>;

/// The same aging in the simplest words: days are counted, and cuts are tried one after the other.
fn by_counting(policy: &AgingPolicy, items: &[OpenItem], as_of: NaiveDate) -> Rows {
    let cuts = policy.buckets().cuts();
    let mut rows = Rows::new();
    for item in items.iter().filter(|item| item.issued() <= as_of) {
        let mut open = item.amount().amount();
        for receipt in item.receipts() {
            if receipt.date <= as_of {
                open -= receipt.amount.amount();
            }
        }
        if open.is_zero() {
            continue;
        }
        let from = match policy.basis() {
            aging::Basis::InvoiceDate => item.issued(),
            _ => item.due(),
        };
        let age = as_of.signed_duration_since(from).num_days();
        let is_early = match policy.buckets().zero_days() {
            ZeroDays::FirstBucket => age < 0,
            ZeroDays::NotYetDue => age < 1,
        };
        let column = match is_early {
            true => 0,
            false => {
                1 + cuts
                    .iter()
                    .filter(|cut| age > i64::from(cut.count()))
                    .count()
            }
        };
        let room = open.max(Decimal::ZERO);
        let disputed = item.disputed().amount().min(room);
        let held_back = item.held_back().amount().min(room - disputed);
        let columns = cuts.len() + 2;
        let row = rows
            .entry(open_currency(item))
            .or_insert(vec![Decimal::ZERO; columns + 3]);
        row[column] += open - disputed - held_back;
        row[columns] += disputed;
        row[columns + 1] += held_back;
        row[columns + 2] += open;
    }
    rows
}

fn open_currency(item: &OpenItem) -> Currency {
    item.amount().currency()
}

fn rows(aging: &Aging) -> Rows {
    let row = |balance: &keqing::receivable::aging::AgedBalance| {
        let apart = [balance.disputed(), balance.held_back(), balance.total()];
        let all = balance.columns().iter().chain(&apart);
        let amounts = all.map(|sum| sum.amount.amount()).collect();
        (balance.currency(), amounts)
    };
    aging.balances().iter().map(row).collect()
}

fn aged(policy: &AgingPolicy, items: &[OpenItem], as_of: NaiveDate) -> Aging {
    age(policy, items, as_of).unwrap_or_else(|error| panic!("{error}"))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(192))]

    #[test]
    fn aging_agrees_with_counting_days(policy in policy(), items in items(), day in 0_u16..420) {
        let aging = aged(&policy, &items, date(day));
        prop_assert_eq!(rows(&aging), by_counting(&policy, &items, date(day)));
    }

    #[test]
    fn the_columns_make_what_is_open_on_any_day(
        policy in policy(), items in items(), day in 0_u16..420,
    ) {
        let aging = aged(&policy, &items, date(day));
        for currency in [Currency::EUR, Currency::JPY, Currency::USD] {
            let mine = items.iter().filter(|item| open_currency(item) == currency);
            let open = mine.map(|item| item.open(date(day))).try_fold(
                Money::zero(currency),
                |sum, open| sum.checked_add(open?),
            );
            let nothing = Money::zero(currency);
            let found = aging.balance(currency).map_or(Ok(nothing), |balance| {
                let apart = [balance.disputed(), balance.held_back()];
                let columns = balance.columns().iter().chain(&apart).map(|sum| sum.amount);
                columns.into_iter().try_fold(nothing, Money::checked_add)
            });
            prop_assert_eq!(open, found);
        }
    }

    #[test]
    fn parts_of_a_ledger_add_up_to_the_whole(
        policy in policy(), items in items(), day in 0_u16..420, cut in 0_usize..8,
    ) {
        let (one, other) = items.split_at(cut.min(items.len()));
        let (one, other) = (aged(&policy, one, date(day)), aged(&policy, other, date(day)));
        prop_assert_eq!(one.checked_add(&other), Ok(aged(&policy, &items, date(day))));
    }

    #[test]
    fn an_aging_is_read_as_it_was_written(
        policy in policy(), items in items(), day in 0_u16..420,
    ) {
        let aging = aged(&policy, &items, date(day));
        let json = serde_json::to_string(&aging).unwrap_or_default();
        prop_assert_eq!(serde_json::from_str::<Aging>(&json).ok(), Some(aging));
    }
}
