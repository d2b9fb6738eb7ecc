//! Small accounts on which ledger and second statement once disagreed.

use keqing::receivable::account::CreditUse;
use keqing::receivable::allocation::DebtComponent;
use keqing::vocab::money::Currency;

use super::agrees::compare;
use super::house::House;
use super::story::{Bill, Failure, Story, Tier, Waived, What};

/// Makes an account of invoices: the day of issue, the due day, and the amount.
pub(super) fn story(bills: &[(u32, u32, i128)], as_of: u32) -> Story {
    let bills = (1..).zip(bills).map(|(number, (issued, due, units))| {
        let id = format!("INV-{number}");
        Bill {
            parts: vec![(id.clone(), *due, *units)],
            id,
            issued: *issued,
            tax: 0,
            tiers: Vec::new(),
            untaxed: false,
            shared: false,
        }
    });
    Story {
        currency: Currency::EUR,
        bills: bills.collect(),
        events: Vec::new(),
        as_of,
    }
}

/// Returns the open amount of the first document and the credit, after a comparison of all figures.
pub(super) fn told(house: &House, story: &Story) -> Result<(String, String), Failure> {
    compare(house, story, 0).map_err(|error| error.to_string())?;
    let ledger = story.replay(house)?;
    let first = ledger.documents.first().ok_or("a document")?;
    Ok((first.open.to_string(), ledger.credit.to_string()))
}

fn back(pay: &str, units: Option<i128>) -> What {
    What::Back {
        pay: pay.into(),
        units,
    }
}

fn off(units: Option<i128>) -> What {
    What::Off {
        about: "INV-1".into(),
        of: DebtComponent::Principal,
        units,
    }
}

/// Gives the first invoice a discount of so many thousandths within so many days.
fn discounted(mut story: Story, thousandths: u32, days: u32, shared: bool) -> Story {
    story.bills[0].shared = shared;
    story.bills[0].tiers = vec![Tier {
        days,
        before_due: false,
        thousandths,
    }];
    story
}

fn note(units: i128) -> What {
    What::Note {
        about: Some("INV-1".into()),
        units,
    }
}

#[test]
fn an_advance_for_an_instalment_waits_for_it() -> Result<(), Failure> {
    let mut story = story(&[(10, 20, 100)], 10);
    story.bills[0].parts = vec![("INV-1a".into(), 20, 50), ("INV-1b".into(), 30, 50)];
    story.pay("ADV-1", 5, 80, &["INV-1a"]);
    let held = House {
        credit: CreditUse::Held,
        ..House::standard()
    };
    assert_eq!(told(&held, &story)?, ("0.00 EUR".into(), "0.30 EUR".into()));
    Ok(())
}

#[test]
fn a_set_off_out_of_two_payments_earns_the_whole_discount() -> Result<(), Failure> {
    let mut story = discounted(story(&[(10, 40, 95_300)], 10), 20, 5, true);
    (story.bills[0].tax, story.bills[0].untaxed) = (6_671, true);
    story.pay("PAY-1", 2, 56_305, &[]);
    story.pay("PAY-2", 3, 40_000, &[]);
    let (about, units) = (Some("INV-1".into()), None);
    story.tell("SET-1", 10, What::SetOff { about, units });
    let house = House {
        credit: CreditUse::ByDeclaration,
        ..House::standard()
    };
    // 886.29 before tax make 17.73, and 963.05 were there.
    assert_eq!(
        told(&house, &story)?,
        ("0.00 EUR".into(), "27.78 EUR".into())
    );
    Ok(())
}

#[test]
fn a_discount_begins_anew_behind_a_credit_note_of_a_debt_that_is_open_again() -> Result<(), Failure>
{
    let mut story = discounted(story(&[(0, 40, 20_000)], 20), 10, 30, true);
    story.pay("PAY-1", 0, 14_797, &[]);
    story.tell("NOTE-1", 1, note(20_000));
    story.tell("BACK-1", 10, back("PAY-1", Some(2)));
    // What was paid is credit, and the discount on it is taken back.
    let expected = ("0.00 EUR".into(), "147.95 EUR".into());
    assert_eq!(told(&House::standard(), &story)?, expected);
    Ok(())
}

#[test]
fn what_a_write_off_leaves_is_not_forgiven_as_a_discount() -> Result<(), Failure> {
    let mut story = discounted(story(&[(0, 40, 2_700)], 20), 20, 10, false);
    story.tell("OFF-1", 0, off(Some(2_690)));
    story.pay("PAY-1", 1, 100, &[]);
    let expected = ("0.00 EUR".into(), "0.90 EUR".into());
    assert_eq!(told(&House::standard(), &story)?, expected);
    Ok(())
}

#[test]
fn a_credit_note_may_make_earlier_payments_enough() -> Result<(), Failure> {
    // A cent short of the discounted amount, and then the invoice is reduced.
    let mut story = discounted(story(&[(0, 40, 7_500)], 9), 20, 10, false);
    story.pay("PAY-1", 0, 7_349, &["INV-1"]);
    story.tell("NOTE-1", 1, note(2));
    story.pay("PAY-2", 9, 7_500, &["INV-1"]);
    let expected = ("0.00 EUR".into(), "75.00 EUR".into());
    assert_eq!(told(&House::standard(), &story)?, expected);
    Ok(())
}

#[test]
fn a_discount_that_stands_has_a_decision_that_holds() -> Result<(), Failure> {
    let mut story = discounted(story(&[(0, 40, 65_100)], 1), 20, 5, true);
    story.pay("PAY-1", 1, 113, &["INV-1"]);
    story.tell("BACK-1", 1, back("PAY-1", Some(29)));
    let ledger = story.replay(&House::standard())?;
    let held = ledger.discounts.iter();
    let held: Vec<_> = held.filter(|one| one.void_on.is_none()).collect();
    let [one] = held[..] else {
        return Err("one decision".into());
    };
    assert_eq!(
        (one.paid.to_string(), one.discount.to_string()),
        ("0.84 EUR".into(), "0.01 EUR".into())
    );
    Ok(())
}

#[test]
fn payments_of_one_day_are_one_in_a_debt_that_is_open_again() -> Result<(), Failure> {
    let mut story = story(&[(0, 30, 10_000)], 9);
    story.pay("PAY-1", 1, 1, &["INV-1"]);
    story.pay("PAY-2", 3, 9_900, &["INV-1"]);
    story.pay("PAY-3", 3, 99, &["INV-1"]);
    story.tell("BACK-1", 5, back("PAY-1", None));
    let tolerant = House {
        tolerance: (500, 2),
        ..House::standard()
    };
    assert_eq!(
        told(&tolerant, &story)?,
        ("0.00 EUR".into(), "0.00 EUR".into())
    );
    let ledger = story.replay(&tolerant)?;
    assert_eq!(ledger.documents[0].cleared.forgone.to_string(), "0.01 EUR");
    Ok(())
}

#[test]
fn a_write_off_on_the_day_of_a_payment_leaves_no_interest_below_zero() -> Result<(), Failure> {
    let mut story = story(&[(0, 0, 63_000)], 10);
    story.pay("PAY-1", 10, 300, &[]);
    story.tell("OFF-1", 10, off(None));
    told(&House::standard(), &story)?;
    let ledger = story.replay(&House::standard())?;
    let one = &ledger.documents[0];
    // 0.05 % a day of 630.00 for ten days are 3.15, of which 3.00 are paid: with the tenth day.
    assert_eq!(one.charged.to_string(), "3.15 EUR");
    assert_eq!(one.cleared.interest_paid.to_string(), "3.00 EUR");
    Ok(())
}

#[test]
fn money_that_names_an_invoice_pays_what_was_written_off_of_it() -> Result<(), Failure> {
    let mut story = story(&[(0, 40, 2_700)], 20);
    story.tell("OFF-1", 5, off(Some(2_690)));
    story.pay("PAY-1", 9, 100, &["INV-1"]);
    let expected = ("0.00 EUR".into(), "0.00 EUR".into());
    assert_eq!(told(&House::standard(), &story)?, expected);
    let ledger = story.replay(&House::standard())?;
    let cleared = &ledger.documents[0].cleared;
    assert_eq!(
        (cleared.paid.to_string(), cleared.written_off.to_string()),
        ("1.00 EUR".into(), "26.00 EUR".into())
    );
    Ok(())
}

#[test]
fn a_waived_deadline_is_of_what_the_terms_offered_whatever_was_paid_since() -> Result<(), Failure> {
    // 2 % of 1000.00 within ten days: 980.00 come on the 15th, and the rest is waived.
    for shared in [false, true] {
        let mut story = discounted(story(&[(0, 40, 100_000)], 20), 20, 10, shared);
        story.pay("PAY-1", 15, 98_000, &["INV-1"]);
        let of = Waived::Deadline;
        let waive = |units| What::Waive {
            about: "INV-1".into(),
            of,
            units,
        };
        story.tell("WAIVE-1", 16, waive(2_000));
        let expected = ("0.00 EUR".into(), "0.00 EUR".into());
        assert_eq!(told(&House::standard(), &story)?, expected);
        // It is waived once.
        story.events.retain(|told| told.id != "PAY-1");
        story.tell("WAIVE-2", 17, waive(1));
        let rest = story.rest(&House::standard())?;
        let out: Vec<_> = rest.places.iter().map(|at| at.id.to_string()).collect();
        assert_eq!(out, ["WAIVE-2"]);
        compare(&House::standard(), &story, 0).map_err(|error| error.to_string())?;
    }
    Ok(())
}

#[test]
fn a_fee_on_a_credited_invoice_may_be_unpaid_again() -> Result<(), Failure> {
    // The credit note has taken the place of the discount.
    let mut story = discounted(story(&[(0, 0, 3_100)], 92), 20, 0, false);
    story.pay("PAY-1", 0, 3_038, &["INV-1"]);
    story.tell("NOTE-1", 10, note(3_100));
    let (about, units) = (Some("INV-1".into()), 300);
    story.tell("FEE-1", 10, What::Fee { about, units });
    story.pay("PAY-2", 82, 300, &["FEE-1"]);
    story.tell("BACK-1", 92, back("PAY-2", Some(2)));
    let (open, _) = told(&House::standard(), &story)?;
    assert_eq!(open, "0.00 EUR");
    Ok(())
}

#[test]
fn a_payment_that_came_back_at_once_pushes_no_other_aside() -> Result<(), Failure> {
    let mut story = discounted(story(&[(0, 40, 20_000)], 40), 10, 30, false);
    story.pay("PAY-1", 1, 20_000, &[]);
    story.pay("CHEQUE-1", 1, 100, &[]);
    story.tell("BOUNCE-1", 1, back("CHEQUE-1", None));
    story.tell("OFF-1", 1, off(None));
    let expected = ("0.00 EUR".into(), "2.00 EUR".into());
    assert_eq!(told(&House::standard(), &story)?, expected);
    Ok(())
}

#[test]
fn credit_that_found_nothing_to_use_waits_for_no_document_any_more() -> Result<(), Failure> {
    // The cheque was refunded before it bounced, so that nothing could be used when the second invoice came.
    let mut story = story(&[(0, 0, 300), (20, 20, 300)], 30);
    story.pay("CHQ-1", 0, 1_000, &[]);
    story.tell(
        "OUT-1",
        1,
        What::Refund {
            of: None,
            units: 700,
        },
    );
    story.pay("PAY-1", 2, 100, &["INV-2"]);
    story.tell("BACK-1", 5, back("CHQ-1", None));
    let (about, units) = (None, 650);
    story.tell("MORE-1", 30, What::Note { about, units });
    let house = House::standard();
    told(&house, &story)?;
    // The older credit is used first.
    let ledger = story.replay(&house)?;
    let left = ledger
        .credits
        .iter()
        .find(|one| one.source.as_str() == "PAY-1");
    assert_eq!(
        left.map(|one| one.amount.to_string()),
        Some("0.50 EUR".into())
    );
    Ok(())
}

#[test]
fn credit_that_names_what_was_written_off_pays_what_is_open_only() -> Result<(), Failure> {
    let mut story = story(&[(0, 10, 300), (20, 20, 40)], 30);
    story.pay("PAY-1", 0, 350, &["INV-1"]);
    story.tell("BACK-1", 5, back("PAY-1", Some(100)));
    story.tell("OFF-1", 11, off(None));
    story.pay("PAY-2", 25, 45, &["INV-1"]);
    told(&House::standard(), &story)?;
    let ledger = story.replay(&House::standard())?;
    let first = ledger.documents.first().ok_or("a document")?;
    assert_eq!(first.cleared.written_off.to_string(), "0.05 EUR");
    Ok(())
}

#[test]
fn a_cheque_that_bounces_on_its_day_moves_no_other_payment() -> Result<(), Failure> {
    let mut none = story(&[(22, 32, 100), (22, 52, 100)], 31);
    none.pay("PAY-1", 31, 50, &["INV-1"]);
    none.pay("PAY-2", 31, 50, &[]);
    let house = House {
        names: true,
        shares: true,
        ..House::standard()
    };
    let mut bounced = none.clone();
    // By its id it comes first, and with it the money that names nothing.
    bounced.pay("CHEQUE-1", 31, 1, &[]);
    bounced.tell("BOUNCE-1", 31, back("CHEQUE-1", None));
    assert_eq!(told(&house, &bounced)?, told(&house, &none)?);
    Ok(())
}
