//! More small accounts on which a law of the ledger once failed.

use keqing::receivable::account::CreditUse;
use keqing::receivable::allocation::DebtComponent;
use keqing::receivable::ledger::ChangeKind;

use super::found::story;
use super::house::House;
use super::story::{Failure, Waived, What, units};

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
