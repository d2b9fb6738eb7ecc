//! The JSON of how a policy is carried out, and of accounts.

use keqing::calendar::Calendar;
use keqing::receivable::ReceivablePolicy;
use keqing::receivable::account::{AccountInvoice, CreditNote, CustomerAccount};
use keqing::receivable::clause::Clause;
use keqing::receivable::completeness::{Completeness, completeness};
use keqing::receivable::discount::DiscountedInvoice;
use keqing::receivable::dunning;
use keqing::receivable::effect::{LateCharge, PaymentEffect, payment_effect};
use keqing::receivable::enforcement::{
    ApprovedWaiver, CollectionDecision, DecisionBasis, PolicyRecord, PolicyTrigger, TriggerKind,
    discretion, enforcement,
};
use keqing::receivable::habit::{HabitPolicy, InvoicePayment, PaymentHistory, payment_habit};
use keqing::receivable::late_payment::LatePayment;
use keqing::receivable::limit::MoneyLimit;
use keqing::receivable::rate::LateRate;
use keqing::receivable::waiver::{WaiverAuthority, WaiverSubject};
use keqing::verdict::Authority;
use keqing::vocab::money::Currency;
use keqing::vocab::share::Share;

use super::collection::euros;
use crate::support::errors::{Failure, day};
use crate::support::golden::{golden, shorter};

#[test]
fn records_are_triggers_actions_and_waivers() -> Result<(), Failure> {
    let kind = TriggerKind::Dunning(dunning::Step::Remind);
    golden(&kind, r#"{"dunning": "remind"}"#);
    golden(&TriggerKind::CreditHold, r#""credit-hold""#);
    let (document, on) = ("17".parse()?, day("2024-03-01")?);
    let mut record = PolicyRecord::new(on);
    record.triggers.push(PolicyTrigger { document, kind, on });
    let by = "zhao-min".parse()?;
    record.waivers.push(ApprovedWaiver::new(
        document,
        kind,
        on,
        by,
        Some(Authority::Manager),
    ));
    let trigger = r#""document": "17", "kind": {"dunning": "remind"}, "on": "2024-03-01""#;
    golden(
        &record,
        &format!(
            r#"{{
                "as-of": "2024-03-01", "triggers": [{{{trigger}}}], "actions": [],
                "waivers": [{{{trigger}, "by": "zhao-min", "authority": "manager"}}]
            }}"#
        ),
    );
    let told = enforcement(&ReceivablePolicy::standard(), &record)?;
    golden(
        &told.into_value().ok_or("enforcement")?,
        r#"{
            "triggered": 1, "applied": 0, "waived": 1, "ignored": [],
            "rate": {"part": "1", "whole": "1"}, "strength": "sufficient"
        }"#,
    );
    Ok(())
}

#[test]
fn decisions_and_histories_are_lists_of_days() -> Result<(), Failure> {
    let (document, on) = ("17".parse()?, day("2024-03-01")?);
    let decision = |basis| CollectionDecision {
        document,
        on,
        basis,
    };
    let by_rule = decision(DecisionBasis::Rule("REC-06".parse()?));
    golden(
        &by_rule,
        r#"{"document": "17", "on": "2024-03-01", "basis": {"rule": "REC-06"}}"#,
    );
    golden(
        &DecisionBasis::Waiver(Authority::Manager),
        r#"{"waiver": "manager"}"#,
    );
    let told = discretion(
        &ReceivablePolicy::standard(),
        &[by_rule, decision(DecisionBasis::AdHoc)],
    );
    golden(
        &told.into_value().ok_or("discretion")?,
        r#"{"decisions": 2, "ad-hoc": 1, "ratio": {"part": "1", "whole": "2"}}"#,
    );
    let invoice = InvoicePayment {
        document,
        due: on,
        rescheduled_on: None,
        paid_on: Some(day("2024-03-09")?),
    };
    golden(
        &invoice,
        r#"{"document": "17", "due": "2024-03-01", "rescheduled-on": null, "paid-on": "2024-03-09"}"#,
    );
    let history = PaymentHistory::new(day("2024-04-01")?, [invoice]);
    let told = payment_habit(&HabitPolicy::standard(), &history)?;
    golden(
        &told.into_value().ok_or("a habit")?,
        r#"{"longest-run": 1, "current-run": 1, "delay": "absent"}"#,
    );
    let told: Completeness = completeness(&ReceivablePolicy::standard())
        .into_value()
        .ok_or("completeness")?;
    golden(
        &told,
        r#"{"missing": ["late-payment", "early-payment", "payment-term", "settlement-method"]}"#,
    );
    Ok(())
}

#[test]
fn effects_of_a_payment_are_a_word_or_a_charge() -> Result<(), Failure> {
    golden(&PaymentEffect::OnTime, r#""on-time""#);
    let rate = LateRate::agreed("10 % per year".parse()?);
    let policy = ReceivablePolicy::standard()
        .with_late_payment(Clause::Agreed(LatePayment::at(rate)))
        .with_interest(Clause::Excluded);
    let (issued, due) = (day("2024-01-01")?, day("2024-01-31")?);
    let invoice = DiscountedInvoice::new(issued, due, "73.00 EUR".parse()?)?;
    let (paid, on) = ("73.00 EUR".parse()?, day("2024-02-10")?);
    let told = payment_effect(&policy, &invoice, paid, on, &Calendar::every_day())?;
    let effect = told.into_value().ok_or("an effect")?;
    golden(
        &effect,
        r#"{"late-charge": {"days": 10, "interest": null, "compensation": null}}"#,
    );
    let PaymentEffect::LateCharge(LateCharge { interest: None, .. }) = effect else {
        return Err("no interest under a policy without it".into());
    };
    Ok(())
}

#[test]
fn accounts_are_documents_and_what_is_known_besides() -> Result<(), Failure> {
    let mut account = CustomerAccount::new("Ningbo Pumps".parse()?, Currency::EUR);
    golden(
        &account,
        r#"{
            "customer": "Ningbo Pumps", "currency": "EUR", "invoices": [], "payments": [],
            "credit-notes": [], "disputes": [], "promises": [], "reminders": [],
            "exclusion": null, "ordered": null, "shipped": null
        }"#,
    );
    shorter(
        r#"{"customer": "Ningbo Pumps", "currency": "EUR"}"#,
        &account,
    );
    let (issued, due) = (day("2024-01-01")?, day("2024-01-31")?);
    let invoice = AccountInvoice::new("A".parse()?, issued, due, "73.00 EUR".parse()?)?;
    golden(
        &invoice,
        &format!(
            r#"{{
                "id": "A",
                "amounts": {{"untaxed": {}, "tax": {zero}, "fixed-tax": {zero}}},
                "dates": {{
                    "invoice": "2024-01-01", "delivery": null, "acceptance": null, "receipt": null
                }},
                "due": "2024-01-31", "contract": null, "rescheduled-on": null
            }}"#,
            euros("73.00"),
            zero = euros("0.00")
        ),
    );
    let note = CreditNote {
        id: "C".parse()?,
        date: day("2024-01-15")?,
        document: Some("A".parse()?),
        amount: "3 EUR".parse()?,
        cause: Some("goods came back".parse()?),
    };
    golden(
        &note,
        &format!(
            r#"{{"id": "C", "date": "2024-01-15", "document": "A", "amount": {}, "cause": "goods came back"}}"#,
            euros("3")
        ),
    );
    account.invoices.push(invoice);
    account.credit_notes.push(note);
    let json = serde_json::to_string(&account)?;
    assert_eq!(serde_json::from_str::<CustomerAccount>(&json)?, account);
    Ok(())
}

#[test]
fn rooms_of_waivers_are_a_subject_an_authority_and_bounds() -> Result<(), Failure> {
    golden(
        &WaiverAuthority {
            subject: WaiverSubject::Fee,
            authority: Authority::Manager,
            amount: MoneyLimit::Unlimited,
            share: Share::ALL,
            count: None,
        },
        r#"{
            "subject": "fee", "authority": "manager", "amount": "unlimited",
            "share": {"part": "1", "whole": "1"}, "count": "none"
        }"#,
    );
    Ok(())
}
