//! More small accounts on which a law of the ledger once failed.

use keqing::receivable::account::CreditUse;
use keqing::receivable::allocation::DebtComponent;
use keqing::receivable::ledger::{ChangeKind, Ledger};

use super::found::{story, told};
use super::house::House;
use super::story::{Failure, Story, Waived, What, units};

fn set_off(about: &str) -> What {
    What::SetOff {
        about: Some(about.into()),
        units: None,
    }
}

#[test]
fn interest_that_was_waived_is_no_money_when_a_set_off_ends_it() -> Result<(), Failure> {
    let mut story = story(&[(10, 55, 24_200)], 90);
    let (about, amount) = (None, 21_600);
    story.tell(
        "NOTE-1",
        10,
        What::Note {
            about,
            units: amount,
        },
    );
    let waived = What::Waive {
        about: "INV-1".into(),
        of: Waived::Interest,
        units: 101,
    };
    story.tell("WAIVE-1", 70, waived);
    story.tell("SET-1", 90, set_off("INV-1"));
    let house = House {
        credit: CreditUse::ByDeclaration,
        looks_back: true,
        ..House::standard()
    };
    let ledger = story.replay(&house)?;
    let one = &ledger.documents[0];
    // 26.00 bear 0.05 % a day for 35 days, which is 0.46, and no more than that stays waived.
    let of_interest = one
        .changes
        .iter()
        .filter(|change| change.component == DebtComponent::Interest);
    let of_interest: Vec<_> = of_interest
        .map(|change| (change.kind, units(change.amount)))
        .collect();
    let waiver = ChangeKind::Waiver;
    assert_eq!(of_interest, [(waiver, 101), (waiver, -55)]);
    assert_eq!(units(one.cleared.interest_let_off), 46);
    Ok(())
}

/// Returns the charged interest of the first document, with each change listed and with the totals only.
fn charged(house: House, story: &Story) -> Result<[i128; 2], Failure> {
    let each = story.replay(&house)?;
    let totals_only = true;
    let totals = story.replay(&House {
        totals_only,
        ..house
    })?;
    let of = |ledger: &Ledger| units(ledger.documents[0].charged);
    Ok([of(&each), of(&totals)])
}

#[test]
fn a_dispute_behind_many_payments_keeps_the_interest_before_it() -> Result<(), Failure> {
    let mut story = story(&[(0, 0, 23_200)], 142);
    story.bills[0].parts = vec![("INV-1a".into(), 0, 11_600), ("INV-1b".into(), 11, 11_600)];
    for number in 0..70 {
        story.pay(&format!("SMALL-{number}"), 60 + number, 100, &["INV-1a"]);
    }
    let disputed = What::Dispute {
        about: "INV-1".into(),
        units: Some(2),
        until: None,
    };
    story.tell("WORD-1", 142, disputed);
    let pauses = House {
        pauses: true,
        ..House::standard()
    };
    let [each, totals] = charged(pauses.clone(), &story)?;
    assert_eq!(each, totals);
    told(&pauses, &story)?;
    Ok(())
}

#[test]
fn payments_of_one_day_are_one_while_they_wait_for_an_invoice() -> Result<(), Failure> {
    let tolerant = House {
        tolerance: (500, 2),
        ..House::standard()
    };
    let mut one = story(&[(0, 0, 53_440), (90, 90, 14_200)], 90);
    let mut two = one.clone();
    one.pay("PAY-1", 30, 67_640, &["INV-2"]);
    // The first is a cent short of the second invoice, and the other one has it.
    two.pay("PAY-1", 30, 14_199, &["INV-2"]);
    two.pay("PAY-1x", 30, 53_441, &["INV-2"]);
    assert_eq!(told(&tolerant, &one)?, told(&tolerant, &two)?);
    let ledger = two.replay(&tolerant)?;
    assert_eq!(units(ledger.documents[1].cleared.forgone), 0);
    Ok(())
}

#[test]
fn payments_of_one_day_share_once_when_they_are_set_off() -> Result<(), Failure> {
    let house = House {
        credit: CreditUse::ByDeclaration,
        ..House::standard()
    };
    let mut one = story(&[(29, 40, 8), (29, 40, 13_400), (29, 40, 23_600)], 40);
    let (about, amount) = (None, None);
    one.tell(
        "SET-1",
        40,
        What::SetOff {
            about,
            units: amount,
        },
    );
    let mut two = one.clone();
    one.pay("PAY-1", 0, 13_399, &[]);
    for number in 0..7 {
        two.pay(&format!("PAY-{number}"), 0, 1_914, &[]);
    }
    two.pay("PAY-7", 0, 1, &[]);
    let open = |ledger: &Ledger| -> Vec<i128> {
        let documents = ledger.documents.iter();
        documents.map(|one| units(one.open)).collect()
    };
    assert_eq!(open(&one.replay(&house)?), open(&two.replay(&house)?));
    assert_eq!(told(&house, &one)?, told(&house, &two)?);
    Ok(())
}

#[test]
fn a_refund_is_owed_back_out_of_money_that_was_there() -> Result<(), Failure> {
    let mut story = story(&[(0, 0, 100)], 40);
    story.pay("PAY-1", 0, 100, &["INV-1"]);
    story.pay("PAY-2", 30, 50, &["INV-1"]);
    // This one never counted, so no refund was out of it.
    story.pay("PAY-3", 30, 50, &[]);
    let back = |pay: &str, units| What::Back {
        pay: pay.into(),
        units,
    };
    story.tell("BACK-1", 30, back("PAY-3", None));
    let (of, amount) = (None, 50);
    story.tell("OUT-1", 30, What::Refund { of, units: amount });
    story.tell("BACK-2", 40, back("PAY-2", Some(1)));
    let house = House::standard();
    told(&house, &story)?;
    let ledger = story.replay(&house)?;
    let owed = ledger.credits.iter();
    let owed: Vec<_> = owed
        .map(|one| (one.source.as_str(), units(one.amount)))
        .collect();
    assert_eq!(owed, [("PAY-2", -1)]);
    Ok(())
}

#[test]
fn a_cheque_that_bounces_on_its_day_leads_no_other_payment() -> Result<(), Failure> {
    let mut story = story(&[(0, 40, 100), (0, 40, 100)], 10);
    story.pay("PAY-1", 10, 100, &["INV-1"]);
    story.pay("PAY-2", 10, 200, &["INV-2"]);
    story.pay("PAY-3", 10, 150, &["INV-1"]);
    let (pay, amount) = ("PAY-1".into(), None);
    story.tell("BACK-1", 10, What::Back { pay, units: amount });
    let house = House::standard();
    told(&house, &story)?;
    let ledger = story.replay(&house)?;
    let left = ledger.credits.iter();
    let left: Vec<_> = left
        .map(|one| (one.source.as_str(), units(one.amount)))
        .collect();
    assert_eq!(left, [("PAY-3", 150)]);
    Ok(())
}
