//! Every figure of ledger and statement is that of the second statement.

use std::collections::BTreeSet;

use keqing::calendar::Calendar;
use keqing::receivable::ReceivablePolicy;
use keqing::receivable::ledger::Ledger;
use keqing::receivable::statement::{Statement, period_statement, statement_of};
use proptest::prelude::{ProptestConfig, TestCaseError, prop_assert_eq, proptest};

use super::draw::{houses, stories};
use super::figures::Figures;
use super::house::House;
use super::second::Second;
use super::story::{Failure, Story, units};
use crate::support::given::day;

fn same_ledger(ledger: &Ledger, second: &Second<'_>) -> Result<(), TestCaseError> {
    let told: Vec<_> = ledger.documents.iter().map(Figures::told).collect();
    let naive: Vec<_> = second
        .issued()
        .map(|doc| Figures::naive(second, doc))
        .collect();
    prop_assert_eq!(told, naive);
    prop_assert_eq!(units(ledger.credit), second.credit());
    let credits = ledger.credits.iter();
    let credits: Vec<_> = credits
        .map(|one| (one.since, one.source.to_string(), units(one.amount)))
        .collect();
    let naive = second.credits().into_iter();
    let naive: Vec<_> = naive
        .map(|(since, id, units)| (day(since), id, units))
        .collect();
    prop_assert_eq!(credits, naive);
    prop_assert_eq!(ledger.later, second.later);
    Ok(())
}

/// The whole of the account: principal, interest, fees and credit.
fn whole(second: &Second<'_>) -> [i128; 4] {
    let mut sums = [0; 4];
    for doc in second.issued() {
        sums[0] += doc.open();
        sums[1] += second.charged(doc) - doc.interest_paid - doc.interest_let_off;
        sums[2] += doc.fees.iter().map(|fee| fee.open).sum::<i128>();
    }
    sums[3] = second.credit();
    sums
}

/// A debt that credit may cover: when it falls due and its id, and what is open and disputed of it.
struct Debt<'s> {
    order: (u32, u32, &'s str),
    open: i128,
    disputed: i128,
}

/// Lists the debts with what is left of them when the credit has covered what it can, and the rest of the
/// credit.
fn covered<'s>(
    second: &'s Second<'_>,
    credits: &'s [(u32, String, i128)],
) -> (Vec<Debt<'s>>, i128) {
    let mut debts = Vec::new();
    for doc in second.issued() {
        let disputed = second.disputed(doc);
        debts.push(Debt {
            order: (doc.due, doc.issued, &doc.id),
            open: doc.open(),
            disputed: disputed.min(doc.open()),
        });
        debts.extend(doc.fees.iter().map(|fee| Debt {
            order: (fee.day, fee.day, &fee.id),
            open: fee.open,
            disputed: 0,
        }));
    }
    let owed = credits.iter().filter(|(.., credit)| *credit < 0);
    debts.extend(owed.map(|(since, id, credit)| Debt {
        order: (*since, *since, id),
        open: -credit,
        disputed: 0,
    }));
    debts.sort_by_key(|debt| debt.order);
    let mut credit: i128 = credits.iter().map(|(.., credit)| (*credit).max(0)).sum();
    for debt in &mut debts {
        let part = (debt.open - debt.disputed).min(credit);
        debt.open -= part;
        credit -= part;
    }
    for debt in &mut debts {
        let part = debt.disputed.min(credit);
        (debt.open, debt.disputed) = (debt.open - part, debt.disputed - part);
        credit -= part;
    }
    (debts, credit)
}

/// Compares the aging and the free credit.
fn same_aging(second: &Second<'_>, story: &Story, stated: &Statement) -> Result<(), TestCaseError> {
    let credits = second.credits();
    let (debts, free) = covered(second, &credits);
    let (mut columns, mut apart) = ([0; 5], 0);
    for debt in &debts {
        let late = story.as_of.saturating_sub(debt.order.0);
        let cuts = [0, 30, 60, 90];
        let column = cuts.iter().filter(|cut| **cut < late).count();
        columns[column] += debt.open - debt.disputed;
        apart += debt.disputed;
    }
    columns[0] -= free;
    let aged = stated.aging.balance(story.currency);
    let told = aged.map_or([0; 5], |aged| {
        std::array::from_fn(|place| units(aged.columns()[place].amount))
    });
    prop_assert_eq!(told, columns);
    prop_assert_eq!(aged.map_or(0, |aged| units(aged.disputed().amount)), apart);
    prop_assert_eq!(units(stated.free_credit), free);
    let totals = &stated.totals;
    let all = units(totals.principal) + units(totals.fees) - units(totals.credit);
    prop_assert_eq!(columns.iter().sum::<i128>() + apart, all);
    Ok(())
}

/// Compares one account with the second statement of it.
pub(super) fn compare(house: &House, story: &Story, from: u32) -> Result<(), TestCaseError> {
    let failed = |error: Failure| TestCaseError::fail(error.to_string());
    let policy = house.policy(story.currency).map_err(failed)?;
    let account = story.account().map_err(failed)?;
    let rest = story.rest(house).map_err(failed)?;
    let refused = rest.places.iter().map(|at| at.id.to_string());
    let refused: BTreeSet<String> = refused.collect();
    let second = Second::of(house, story);
    prop_assert_eq!(&refused, &second.refused);
    same_ledger(&rest.ledger, &second)?;
    let stated = statement_of(&policy, &account, rest.ledger);
    let stated = stated.map_err(|error| failed(error.into()))?;
    let totals = &stated.totals;
    let told = [
        totals.principal,
        totals.interest,
        totals.fees,
        totals.credit,
    ];
    let sums = whole(&second);
    prop_assert_eq!(told.map(units), sums);
    let balance = sums[0] + sums[1] + sums[2] - sums[3];
    prop_assert_eq!(units(totals.balance), balance);
    same_aging(&second, story, &stated)?;
    periods(house, &policy, story, from)
}

/// Compares a period: the opening balance and the movements make the closing one.
fn periods(
    house: &House,
    policy: &ReceivablePolicy,
    story: &Story,
    from: u32,
) -> Result<(), TestCaseError> {
    let failed = |error: Failure| TestCaseError::fail(error.to_string());
    let mut sound = story.clone();
    let refused = Second::of(house, story).refused;
    sound.events.retain(|told| !refused.contains(&told.id));
    let from = 1 + from % (story.as_of + 1);
    let account = sound.account().map_err(failed)?;
    if story.as_of < from {
        return Ok(());
    }
    let before = Story {
        as_of: from - 1,
        ..sound.clone()
    };
    // An event that only money makes sound which came back later is at fault on the earlier day.
    if !Second::of(house, &before).refused.is_empty() {
        return Ok(());
    }
    let (every, to) = (Calendar::every_day(), day(story.as_of));
    let stated = period_statement(policy, &account, &every, day(from), to);
    let stated = stated.map_err(|error| failed(error.into()))?;
    let Some(period) = stated.period else {
        return Err(TestCaseError::fail("a period was asked for"));
    };
    let [opening, closing] = [&before, &sound].map(|story| {
        let [principal, interest, fees, credit] = whole(&Second::of(house, story));
        principal + interest + fees - credit
    });
    prop_assert_eq!(units(period.opening.balance), opening);
    prop_assert_eq!(units(period.closing.balance), closing);
    let moved: i128 = period.movements.iter().map(|one| units(one.amount)).sum();
    prop_assert_eq!(opening + moved, closing);
    let last = period.movements.last().map(|one| units(one.balance));
    prop_assert_eq!(last.unwrap_or(opening), closing);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn every_figure_is_that_of_the_day_by_day_statement(
        house in houses(), story in stories(), from in 0_u32..240,
    ) {
        compare(&house, &story, from)?;
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100_000))]

    #[test]
    #[ignore = "the long run of the law above"]
    fn every_figure_of_a_hundred_thousand_accounts_is_that_of_the_day_by_day_statement(
        house in houses(), story in stories(), from in 0_u32..240,
    ) {
        compare(&house, &story, from)?;
    }
}
