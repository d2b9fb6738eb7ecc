//! Laws of one account: money is kept, interest is none below zero, discounts keep their terms.

use std::collections::BTreeMap;

use keqing::receivable::allocation::DebtComponent;
use keqing::receivable::ledger::{ChangeKind, Ledger, LedgerDocument, ReceiptKind};
use proptest::prelude::{
    ProptestConfig, TestCaseError, any, prop_assert, prop_assert_eq, proptest,
};

use super::draw::{houses, stories};
use super::house::House;
use super::second::half_even;
use super::story::{Bill, Story, What, units};
use crate::support::given::day;

/// Returns the ledger of the sound events of a story.
fn ledger(house: &House, story: &Story) -> Result<(Story, Ledger), TestCaseError> {
    let story = story.sound(house);
    let ledger = story.replay(house);
    ledger
        .map(|ledger| (story, ledger))
        .map_err(|error| TestCaseError::fail(error.to_string()))
}

fn sum(document: &LedgerDocument, wanted: impl Fn(ChangeKind, DebtComponent) -> bool) -> i128 {
    let changes = document.changes.iter();
    let changes = changes.filter(|change| wanted(change.kind, change.component));
    changes.map(|change| units(change.amount)).sum()
}

/// Returns whether a change is money that went to a document, or came out of it again.
fn is_money(kind: ChangeKind) -> bool {
    use ChangeKind::{CreditUse, Payment, Release, ReturnedPayment, SetOff};
    matches!(
        kind,
        CreditUse | Payment | Release | ReturnedPayment | SetOff
    )
}

/// Returns the largest discount that the terms of a document allow, if nothing else reduced it: its part of
/// that of the invoice.
fn most(bill: &Bill, document: &LedgerDocument) -> i128 {
    let base = bill.total() - if bill.untaxed { bill.tax } else { 0 };
    let parts = bill.parts.iter();
    let before = parts.take_while(|(id, ..)| id != document.id.as_str());
    let before: i128 = before.map(|(.., part)| part).sum();
    let most = bill.tiers.iter().map(|tier| {
        let share = i128::from(tier.thousandths);
        let up_to = |part: i128| half_even(base * share * part, 1000 * bill.total());
        up_to(before + units(document.total)) - up_to(before)
    });
    most.max().unwrap_or(0)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn money_is_neither_made_nor_lost(
        house in houses(), story in stories(), looks_back in any::<bool>(),
    ) {
        let (_, ledger) = ledger(&House { looks_back, ..house }, &story)?;
        let of = |kind| {
            let receipts = ledger.receipts.iter().filter(move |receipt| receipt.kind == kind);
            receipts.map(|receipt| units(receipt.amount)).sum::<i128>()
        };
        let documents = ledger.documents.iter();
        let applied: i128 = documents.clone().map(|one| sum(one, |kind, _| is_money(kind))).sum();
        let credited: i128 = documents.map(|one| units(one.cleared.credited)).sum();
        let returned: i128 = ledger.returned.iter().map(|one| units(one.amount)).sum();
        let refunds = ledger.credit_changes.iter();
        let refunds = refunds.filter(|change| change.kind == ChangeKind::Refund);
        let refunded: i128 = refunds.map(|change| -units(change.amount)).sum();
        prop_assert_eq!(
            of(ReceiptKind::Payment) + of(ReceiptKind::CreditNote),
            applied + credited + units(ledger.credit) + refunded + returned
        );
    }

    #[test]
    fn the_changes_of_a_document_make_its_figures(
        house in houses(), story in stories(), looks_back in any::<bool>(),
    ) {
        use DebtComponent::{Interest, Principal};
        let (_, ledger) = ledger(&House { looks_back, ..house }, &story)?;
        for one in &ledger.documents {
            let cleared = &one.cleared;
            let principal = sum(one, |_, component| component == Principal);
            prop_assert_eq!(units(one.total) - principal, units(one.open));
            let interest = sum(one, |_, component| component == Interest);
            let told = units(cleared.interest_paid) + units(cleared.interest_let_off);
            prop_assert_eq!(interest, told);
            let fees: i128 = one.fees.iter().map(|fee| units(fee.amount) - units(fee.open)).sum();
            let told = sum(one, |_, component| !matches!(component, Interest | Principal));
            prop_assert_eq!(told, fees);
            let parts = [
                cleared.paid, cleared.credited, cleared.discounted, cleared.written_off,
                cleared.forgone,
            ];
            prop_assert_eq!(parts.map(units).iter().sum::<i128>(), principal);
            prop_assert!(parts.iter().all(|part| !part.is_negative()), "{:?}", cleared);
            prop_assert!(!one.open.is_negative());
        }
    }

    #[test]
    fn the_credit_is_the_sum_of_its_changes(
        house in houses(), story in stories(), looks_back in any::<bool>(),
    ) {
        let (_, ledger) = ledger(&House { looks_back, ..house }, &story)?;
        let mut sources = BTreeMap::new();
        let mut credit = 0;
        for change in &ledger.credit_changes {
            credit += units(change.amount);
            prop_assert_eq!(units(change.credit), credit);
            *sources.entry(change.source).or_insert(0) += units(change.amount);
        }
        prop_assert_eq!(units(ledger.credit), credit);
        sources.retain(|_, units| *units != 0);
        let told = ledger.credits.iter().map(|one| (one.source, units(one.amount)));
        prop_assert_eq!(told.collect::<BTreeMap<_, _>>(), sources);
    }

    #[test]
    fn interest_is_never_below_zero(
        house in houses(), story in stories(), looks_back in any::<bool>(),
    ) {
        let (_, ledger) = ledger(&House { looks_back, ..house }, &story)?;
        for one in &ledger.documents {
            let cleared = &one.cleared;
            let parts = [one.charged, cleared.interest_paid, cleared.interest_let_off].map(units);
            let open = parts[0] - parts[1] - parts[2];
            prop_assert!(parts.iter().all(|part| *part >= 0) && open >= 0, "{:?}", one);
        }
    }

    #[test]
    fn a_discount_is_never_more_than_its_terms_allow(
        house in houses(), story in stories(), looks_back in any::<bool>(),
    ) {
        let (story, ledger) = ledger(&House { looks_back, ..house }, &story)?;
        for one in &ledger.documents {
            let bill = story.bills.iter().find(|bill| bill.id == one.invoice.as_str());
            // Each reduction begins a new rounding, of half a unit at most.
            let reduced = |kind| !matches!(kind, ChangeKind::Discount) && !is_money(kind);
            let reductions = one.changes.iter().filter(|change| reduced(change.kind)).count();
            let most = bill.map_or(0, |bill| most(bill, one));
            let more = i128::try_from(reductions).unwrap_or(0);
            prop_assert!(units(one.cleared.discounted) <= most + more, "{:?}", one);
            let Some(bill) = bill.filter(|bill| !bill.tiers.is_empty()) else { continue };
            let last = bill.tiers.iter().map(|tier| {
                let back = chrono::Days::new(tier.days.into());
                let before = one.due.and_then(|due| due.checked_sub_days(back));
                if tier.before_due { before } else { Some(day(bill.issued + tier.days)) }
            }).max().flatten();
            let taken = one.changes.iter().filter(|change| change.kind == ChangeKind::Discount);
            let late = taken.filter(|change| last < Some(change.counts_from));
            prop_assert_eq!(late.count(), 0);
        }
    }

    #[test]
    fn decisions_that_hold_make_the_discount(house in houses(), story in stories()) {
        let (story, ledger) = ledger(&house, &story)?;
        for one in &ledger.documents {
            let decisions = ledger.discounts.iter().filter(|told| told.document == one.id);
            let held = decisions.filter(|told| told.void_on.is_none());
            let held: i128 = held.map(|told| units(told.discount)).sum();
            // A credit note of what was paid takes the discount on it back.
            let notes = story.events.iter().filter(|told| matches!(told.what, What::Note { .. }));
            let notes: Vec<&str> = notes.map(|told| told.id.as_str()).collect();
            let taken = one.changes.iter().filter(|change| {
                let is_end = change.kind == ChangeKind::Discount && change.amount.is_negative();
                is_end && notes.contains(&change.event.as_str())
            });
            let taken: i128 = taken.map(|change| units(change.amount)).sum();
            prop_assert_eq!(held + taken, units(one.cleared.discounted), "{:?}", one.id);
        }
    }
}
