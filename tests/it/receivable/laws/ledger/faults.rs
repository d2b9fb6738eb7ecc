//! Faults: all of them are named at once, and the rest is the account without them.

use std::collections::BTreeSet;

use keqing::calendar::Calendar;
use keqing::receivable::account::{CreditNote, CustomerAccount, Refund, replay, replay_rest};
use keqing::receivable::allocation::Payment;
use proptest::prelude::{ProptestConfig, TestCaseError, any, prop_assert_eq, proptest};
use proptest::sample::subsequence;

use super::draw::{houses, stories};
use super::story::{Failure, Story, What};
use crate::support::given::day;

/// Events that are at fault by themselves.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Fault {
    AnotherCurrency,
    IdTwice,
    MoreThanCredit,
    PartsOfACent,
    UnknownDocument,
    UnknownPayment,
}

const FAULTS: [Fault; 6] = [
    Fault::AnotherCurrency,
    Fault::IdTwice,
    Fault::MoreThanCredit,
    Fault::PartsOfACent,
    Fault::UnknownDocument,
    Fault::UnknownPayment,
];

/// Adds an event of a fault, and returns its id.
fn add(story: &mut Story, account: &mut CustomerAccount, fault: Fault) -> Result<String, Failure> {
    let mut told = |id: &str, what| -> Result<String, Failure> {
        let mut one = story.clone();
        one.events.clear();
        one.tell(id, 200, what);
        let more = one.account()?;
        account.write_offs.extend(more.write_offs);
        account.returned_payments.extend(more.returned_payments);
        account.fees.extend(more.fees);
        Ok(id.into())
    };
    let units = 1;
    match fault {
        Fault::UnknownDocument => {
            let about = "NOWHERE".into();
            let of = keqing::receivable::allocation::DebtComponent::Principal;
            told(
                "BAD-1",
                What::Off {
                    about,
                    of,
                    units: None,
                },
            )
        }
        Fault::UnknownPayment => told(
            "BAD-2",
            What::Back {
                pay: "NOBODY".into(),
                units: None,
            },
        ),
        Fault::IdTwice => told("INV-1", What::Fee { about: None, units }),
        other => by_amount(story, account, other),
    }
}

/// Adds an event of an amount that cannot be, and returns its id.
fn by_amount(
    story: &Story,
    account: &mut CustomerAccount,
    fault: Fault,
) -> Result<String, Failure> {
    let date = day(0);
    match fault {
        Fault::AnotherCurrency => {
            account.credit_notes.push(CreditNote {
                id: "BAD-3".parse()?,
                date,
                document: None,
                amount: "1 USD".parse()?,
                cause: None,
            });
            Ok("BAD-3".into())
        }
        Fault::PartsOfACent => {
            let amount = format!("1.001 {}", story.currency).parse()?;
            account
                .payments
                .push(Payment::new("BAD-4".parse()?, date, amount)?);
            Ok("BAD-4".into())
        }
        _ => {
            account.refunds.push(Refund {
                id: "BAD-5".parse()?,
                date,
                document: None,
                amount: story.money(1_000_000_000)?,
                cause: None,
            });
            Ok("BAD-5".into())
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn every_fault_is_named_at_once_and_the_rest_is_the_account_without_them(
        house in houses(), story in stories(), faults in subsequence(FAULTS.to_vec(), 1..=6),
        hangs in any::<bool>(),
    ) {
        let failed = |error: Failure| TestCaseError::fail(error.to_string());
        let mut story = story.sound(&house);
        let policy = house.policy(story.currency).map_err(failed)?;
        let sound = story.account().map_err(failed)?;
        let mut account = sound.clone();
        let (every, as_of) = (Calendar::every_day(), day(story.as_of));
        let mut bad = BTreeSet::new();
        for fault in &faults {
            bad.insert(add(&mut story, &mut account, *fault).map_err(failed)?);
        }
        let error = replay(&policy, &account, &every, as_of).err();
        let named = error.iter().flat_map(|error| error.each());
        let named: BTreeSet<String> = named.map(|one| one.path()).collect();
        prop_assert_eq!(named.len(), bad.len());
        if hangs && faults.contains(&Fault::PartsOfACent) {
            let what = What::Back { pay: "BAD-4".into(), units: None };
            let mut one = story.clone();
            one.events.clear();
            one.tell("HANGS-1", 0, what);
            let more = one.account().map_err(failed)?;
            account.returned_payments.extend(more.returned_payments);
            bad.insert("HANGS-1".into());
        }
        let rest = replay_rest(&policy, &account, &every, as_of);
        let rest = rest.map_err(|error| failed(error.into()))?;
        let out: BTreeSet<String> = rest.places.iter().map(|at| at.id.to_string()).collect();
        prop_assert_eq!(out, bad);
        let without = replay(&policy, &sound, &every, as_of);
        prop_assert_eq!(Ok(rest.ledger), without);
    }
}
