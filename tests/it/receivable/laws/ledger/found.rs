//! Small accounts on which ledger and second statement once disagreed.

use keqing::receivable::account::CreditUse;
use keqing::vocab::money::Currency;

use super::agrees::compare;
use super::house::House;
use super::story::{Bill, Failure, Story, Tier, What};

/// Makes an account of invoices: the day of issue, the due day, and the amount.
fn story(bills: &[(u32, u32, i128)], as_of: u32) -> Story {
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
fn told(house: &House, story: &Story) -> Result<(String, String), Failure> {
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

fn tolerant() -> House {
    House {
        tolerance: (500, 2),
        ..House::standard()
    }
}

#[test]
fn dbg1() -> Result<(), Failure> {
    let mut story = story(&[(0, 0, 10_300)], 3);
    story.pay("PAY-1", 0, 10_300, &["INV-1"]);
    story.tell("BACK-1", 0, back("PAY-1", None));
    story.pay("PAY-2", 3, 10_300, &["INV-1"]);
    story.pay("PAY-3", 3, 1, &["INV-1"]);
    story.pay("PAY-4", 3, 1, &["INV-1"]);
    story.tell("BACK-2", 3, back("PAY-2", Some(2)));
    println!("{:?}", story.replay(&tolerant()).map_err(|e| e.to_string()));
    Err("x".into())
}
