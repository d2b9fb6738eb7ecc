use alloc::boxed::Box;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::error::Error;

use chrono::NaiveDate;

use crate::calendar::Calendar;
use crate::receivable::ReceivablePolicy;
use crate::receivable::account::{CustomerAccount, Detail};
use crate::receivable::clause::Clause;
use crate::receivable::discount::{CutOff, DiscountTier, EarlyPayment, Reward};
use crate::receivable::enforcement::{Enforcement, PolicyRecord, enforcement, policy_record};
use crate::receivable::statement::statement;
use crate::receivable::term::PaymentTerm;
use crate::vocab::share::Share;
use crate::vocab::time::Days;

type Checked = Result<(), Box<dyn Error>>;

/// A complete policy with 2 % off within 10 days.
fn policy() -> Result<ReceivablePolicy, Box<dyn Error>> {
    let within = CutOff::Term(PaymentTerm::net(Days::new(10)));
    let tier = DiscountTier::new(within, Reward::Share(Share::percent(2)?))?;
    let early = EarlyPayment::none().with_tier(tier);
    Ok(ReceivablePolicy::complete().with_early_payment(Clause::Agreed(early)))
}

/// Makes the record, as of May 2024, of an account with an invoice of 1000 EUR that was due in January.
fn record_of(more: &str) -> Result<(PolicyRecord, Enforcement), Box<dyn Error>> {
    record_under(&policy()?, more)
}

fn record_under(
    policy: &ReceivablePolicy,
    more: &str,
) -> Result<(PolicyRecord, Enforcement), Box<dyn Error>> {
    let json = format!(
        r#"{{
            "customer": "Ningbo Pumps", "currency": "EUR",
            "invoices": [{{
                "id": "A", "due": "2024-01-31", "dates": {{"invoice": "2024-01-01"}},
                "amounts": {{
                    "untaxed": {{"amount": "1000.00", "currency": "EUR"}},
                    "tax": {{"amount": "0.00", "currency": "EUR"}}
                }}
            }}]{more}
        }}"#
    );
    let account: CustomerAccount = serde_json::from_str(&json)?;
    let as_of = NaiveDate::from_ymd_opt(2024, 5, 10).ok_or("no such date")?;
    let stated = statement(policy, &account, &Calendar::every_day(), as_of)?;
    let dunning = stated.dunning.value().ok_or("unknown")?;
    let record = policy_record(policy, &account, &stated.ledger, dunning);
    let found = enforcement(policy, &record)?.into_value();
    Ok((record, found.ok_or("nothing triggered")?))
}

/// Lists the triggers of a record, each as a text.
fn triggers(record: &PolicyRecord) -> Vec<String> {
    let triggers = record.triggers.iter();
    let texts = triggers.map(|one| {
        let kind = one.kind.text().in_locale(crate::vocab::words::Locale::En);
        format!("{} {kind} {}", one.document, one.on)
    });
    texts.collect()
}

fn ignored(found: &Enforcement) -> Vec<String> {
    let kinds = found.ignored.iter().map(|one| one.kind.text());
    kinds
        .map(|text| text.in_locale(crate::vocab::words::Locale::En).to_string())
        .collect()
}

const REMINDED: &str =
    r#", "reminders": [{"step": "remind", "on": "2024-02-10", "documents": ["A"]}]"#;

fn euros(amount: &str) -> String {
    format!(r#"{{"amount": "{amount}", "currency": "EUR"}}"#)
}

fn waiver(subject: &str, document: &str, amount: &str) -> String {
    format!(
        r#", "waivers": [{{
            "id": "W", "date": "2024-05-01", "document": "{document}", "subject": "{subject}", "amount": {},
            "by": "zhao", "authority": "manager", "personal-interest": "absent", "for-oneself": "absent",
            "cause": {{"cause": "bank-delay", "on": "2024-04-01", "document": "bank-note-8"}}
        }}]"#,
        euros(amount)
    )
}

#[test]
fn interest_that_stays_charged_is_applied_and_a_step_that_is_due_is_not() -> Checked {
    let (record, found) = record_of("")?;
    assert_eq!(
        triggers(&record),
        ["A late interest 2024-02-01", "A reminder 2024-02-01"]
    );
    assert_eq!(ignored(&found), ["reminder"]);
    Ok(())
}

#[test]
fn a_reminder_is_the_action_of_its_own_step() -> Checked {
    let (record, found) = record_of(REMINDED)?;
    let told = triggers(&record);
    assert!(
        told.contains(&"A reminder 2024-02-10".to_string()),
        "{told:?}"
    );
    assert_eq!(told.len(), 3, "{told:?}");
    // The next step of the ladder waits since its day.
    assert_eq!(
        (found.triggered, found.applied, found.ignored.len()),
        (3, 2, 1)
    );
    Ok(())
}

#[test]
fn what_was_waived_is_waived_and_what_was_written_off_is_ignored() -> Checked {
    let (record, found) = record_of(&waiver("interest", "A", "5.00"))?;
    assert_eq!((record.waivers.len(), found.waived), (1, 1));
    let [entry] = record.waivers[..] else {
        return Err("one waiver".into());
    };
    assert_eq!(entry.amount, Some("5.00 EUR".parse()?));
    assert_eq!(ignored(&found), ["reminder"]);

    let off = r#", "write-offs": [{"id": "O", "date": "2024-05-02", "document": "A", "component": "interest"}]"#;
    let (record, found) = record_of(off)?;
    assert!(record.waivers.is_empty());
    assert_eq!(ignored(&found), ["late interest", "reminder"]);
    // No waiver answers for the part that a write-off took.
    let both = format!("{}{off}", waiver("interest", "A", "5.00"));
    let (record, found) = record_of(&both)?;
    assert!(record.waivers.is_empty());
    assert_eq!(ignored(&found), ["late interest", "reminder"]);
    Ok(())
}

#[test]
fn a_fee_is_charged_waived_or_written_off() -> Checked {
    let fee = format!(
        r#", "fees": [{{"id": "F", "date": "2024-03-01", "amount": {}}}]"#,
        euros("40.00")
    );
    let (record, found) = record_of(&fee)?;
    assert!(triggers(&record).contains(&"F fee 2024-03-01".to_string()));
    assert_eq!(found.applied, 2);
    let waived = format!("{fee}{}", waiver("fee", "F", "20.00"));
    assert_eq!(record_of(&waived)?.1.waived, 1);
    let off = r#", "write-offs": [{"id": "O", "date": "2024-05-02", "document": "F", "component": "fees"}]"#;
    let (_, found) = record_of(&format!("{fee}{off}"))?;
    assert_eq!(ignored(&found), ["fee", "reminder"]);
    Ok(())
}

#[test]
fn a_discount_that_is_taken_too_late_is_a_trigger() -> Checked {
    let paid = |amount: &str, date: &str| {
        format!(
            r#", "payments": [{{"id": "P", "date": "{date}", "amount": {}}}]"#,
            euros(amount)
        )
    };
    let of = |more: &str| -> Result<bool, Box<dyn Error>> {
        let told = triggers(&record_of(more)?.0);
        Ok(told.iter().any(|one| one.starts_with("A discount")))
    };
    assert!(of(&paid("980.00", "2024-01-12"))?, "short by the discount");
    assert!(of(&paid("990.00", "2024-01-12"))?, "short by less");
    assert!(
        !of(&paid("979.99", "2024-01-12"))?,
        "short by more is a part payment"
    );
    // Without rows of payments nobody can tell.
    let account = ReceivablePolicy::standard().account().clone();
    let totals = policy()?.with_account(account.with_detail(Detail::TotalsOnly));
    let (told, _) = record_under(&totals, &paid("980.00", "2024-01-12"))?;
    let told = triggers(&told);
    assert!(
        !told.iter().any(|one| one.starts_with("A discount")),
        "{told:?}"
    );
    Ok(())
}
