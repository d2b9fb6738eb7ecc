//! The JSON of dunning, credit and waivers.

use keqing::receivable::credit::{
    self, CreditPolicy, CreditRelease, CreditRequest, Exposure, Prepayment, SalesStep,
};
use keqing::receivable::dunning::{
    self, Dispute, DunningFacts, DunningLevel, DunningPolicy, OpenInvoice, PromiseToPay, Reminder,
    dun,
};
use keqing::receivable::limit::{Amounts, Comparison, MoneyLimit};
use keqing::receivable::waiver::{WaiverReason, WaiverRequest, WaiverSubject};
use keqing::verdict::{Authority, Presence};
use keqing::vocab::known::Known;
use keqing::vocab::money::Currency;
use keqing::vocab::time::Days;
use keqing::vocab::words::WaiverCause;

use crate::support::errors::{Failure, day};
use crate::support::golden::{golden, shorter};

/// So many euros in JSON.
pub(crate) fn euros(amount: &str) -> String {
    format!(r#"{{"amount": "{amount}", "currency": "EUR"}}"#)
}

#[test]
fn dunning_facts_are_lists_that_may_be_unknown() -> Result<(), Failure> {
    let as_of = day("2024-02-20")?;
    let unknown = DunningFacts::new(as_of);
    golden(
        &unknown,
        r#"{
            "as-of": "2024-02-20", "invoices": null, "reminders": null,
            "disputes": null, "promises": null, "exclusion": null
        }"#,
    );
    shorter(r#"{"as-of": "2024-02-20"}"#, &unknown);
    let invoice = OpenInvoice {
        id: "A".parse()?,
        issued: day("2024-01-01")?,
        due: day("2024-01-31")?,
        open: "100.00 EUR".parse()?,
    };
    golden(
        &invoice,
        &format!(
            r#"{{"id": "A", "issued": "2024-01-01", "due": "2024-01-31", "open": {}}}"#,
            euros("100.00")
        ),
    );
    let reminder = Reminder {
        step: dunning::Step::Remind,
        on: day("2024-02-01")?,
        documents: vec!["A".parse()?],
        id: None,
    };
    golden(
        &reminder,
        r#"{"step": "remind", "on": "2024-02-01", "documents": ["A"]}"#,
    );
    let mut facts = DunningFacts::of_invoices(as_of, [invoice]);
    facts.reminders = Known::measured(vec![reminder]);
    let told = dun(&DunningPolicy::standard(), &facts)?
        .into_value()
        .ok_or("dunning")?;
    let second = r#"{"number": 2, "of-kind": null}"#;
    golden(
        &told,
        &format!(
            r#"{{"accounts": [{{
                "overdue": {}, "documents": ["A"], "start": "2024-01-31", "days": 20,
                "reached": "statement", "reached-rung": {second},
                "taken": "remind", "taken-rung": {{"number": 1, "of-kind": null}},
                "due": "statement", "due-rung": {second},
                "next": {{"step": "statement", "rung": {second}, "on": "2024-02-15"}},
                "paused-until": null
            }}]}}"#,
            euros("100.00")
        ),
    );
    Ok(())
}

#[test]
fn disputes_promises_and_exclusions_say_what_was_said() -> Result<(), Failure> {
    let dispute = Dispute {
        document: "A".parse()?,
        amount: None,
        from: day("2024-02-02")?,
        until: None,
    };
    golden(
        &dispute,
        r#"{"document": "A", "amount": null, "from": "2024-02-02", "until": null}"#,
    );
    shorter(r#"{"document": "A", "from": "2024-02-02"}"#, &dispute);
    let promise = PromiseToPay {
        made: day("2024-02-03")?,
        by: day("2024-02-10")?,
        amount: "50.00 EUR".parse()?,
        paid: "0 EUR".parse()?,
    };
    golden(
        &promise,
        &format!(
            r#"{{"made": "2024-02-03", "by": "2024-02-10", "amount": {}, "paid": {}}}"#,
            euros("50.00"),
            euros("0")
        ),
    );
    let exclusion = dunning::Exclusion {
        by: "zhao-min".parse()?,
        reason: "lawsuit".parse()?,
    };
    golden(&exclusion, r#"{"by": "zhao-min", "reason": "lawsuit"}"#);
    Ok(())
}

#[test]
fn ladders_are_steps_and_their_days() {
    let rung = |step, timing| DunningLevel { step, timing };
    golden(
        &rung(
            dunning::Step::Remind,
            dunning::Timing::AfterStart(Days::new(1)),
        ),
        r#"{"step": "remind", "timing": {"after-start": 1}}"#,
    );
    golden(
        &rung(
            dunning::Step::Statement,
            dunning::Timing::EndOfMonth(Days::new(0)),
        ),
        r#"{"step": "statement", "timing": {"end-of-month": 0}}"#,
    );
    golden(
        &rung(
            dunning::Step::SuspendCredit,
            dunning::Timing::AfterPrevious(Days::new(9)),
        ),
        r#"{"step": "suspend-credit", "timing": {"after-previous": 9}}"#,
    );
}

#[test]
fn credit_policies_name_every_component() -> Result<(), Failure> {
    let limit = MoneyLimit::UpTo(Amounts::new(["150 EUR".parse()?, "9 CNY".parse()?])?);
    let limited = r#"{"up-to": [
        {"amount": "9", "currency": "CNY"}, {"amount": "150", "currency": "EUR"}
    ]}"#;
    golden(&limit, limited);
    golden(&MoneyLimit::Unlimited, r#""unlimited""#);
    let policy = CreditPolicy::standard()
        .with_limit(credit::Component::Total, limit)?
        .with_comparison(Comparison::AtOrAbove);
    golden(
        &policy,
        &format!(
            r#"{{
                "limits": {{
                    "ordered": "unlimited", "shipped": "unlimited", "invoiced": "unlimited",
                    "overdue": "unlimited", "total": {limited}
                }},
                "comparison": "at-or-above", "overdue-hold": 60,
                "held-steps": ["order", "shipment"],
                "releases": {{"executive": "unlimited"}}, "hold-release": "executive"
            }}"#
        ),
    );
    Ok(())
}

#[test]
fn requests_for_credit_may_know_nothing() -> Result<(), Failure> {
    let request = request()?;
    let unknown = r#""ordered": null, "shipped": null, "invoiced": null,
        "overdue": null, "oldest-overdue": null"#;
    let head = format!(
        r#""document": "SO-9", "step": "shipment", "amount": {}"#,
        euros("100.00")
    );
    let tail = r#""requested-by": "li-na", "as-of": "2024-02-01""#;
    golden(
        &request,
        &format!(
            r#"{{
                {head}, "prepayment": "nothing", {tail}, "exposure": {{{unknown}}},
                "suspension": null, "release": null
            }}"#
        ),
    );
    shorter(
        &format!(r#"{{{head}, "prepayment": "nothing", {tail}, "exposure": {{}}}}"#),
        &request,
    );
    Ok(())
}

#[test]
fn requests_for_credit_say_what_is_known() -> Result<(), Failure> {
    let mut request = request()?;
    let head = format!(
        r#""document": "SO-9", "step": "shipment", "amount": {}"#,
        euros("100.00")
    );
    let tail = r#""requested-by": "li-na", "as-of": "2024-02-01""#;
    request.prepayment = Prepayment::Part("30.00 EUR".parse()?);
    request.suspension = Known::measured(Presence::Absent);
    request.exposure = Exposure::zero(Currency::EUR);
    request.release = Some(CreditRelease {
        document: "SO-9".parse()?,
        by: "zhao-min".parse()?,
        authority: Authority::Executive,
        amount: "500 EUR".parse()?,
        until: day("2024-03-01")?,
    });
    let measured = |value: &str| format!(r#"{{"value": {value}, "grade": "measured"}}"#);
    let nothing = measured(&euros("0"));
    golden(
        &request,
        &format!(
            r#"{{
                {head}, "prepayment": {{"part": {}}}, {tail},
                "exposure": {{
                    "ordered": {nothing}, "shipped": {nothing}, "invoiced": {nothing},
                    "overdue": {nothing}, "oldest-overdue": {}
                }},
                "suspension": {},
                "release": {{
                    "document": "SO-9", "by": "zhao-min", "authority": "executive",
                    "amount": {}, "until": "2024-03-01"
                }}
            }}"#,
            euros("30.00"),
            measured("0"),
            measured(r#""absent""#),
            euros("500")
        ),
    );
    golden(&Prepayment::Whole, r#""whole""#);
    Ok(())
}

#[test]
fn waivers_say_who_lets_off_what() -> Result<(), Failure> {
    let mut request = WaiverRequest::new(
        WaiverSubject::Interest,
        "I-1".parse()?,
        "10.00 EUR".parse()?,
        "li-na".parse()?,
        Authority::Manager,
        day("2024-02-01")?,
    );
    request.claim = Known::measured("30.00 EUR".parse()?);
    request.earlier = Known::measured(vec![day("2024-01-01")?]);
    golden(
        &request,
        &format!(
            r#"{{
                "subject": "interest", "document": "I-1", "amount": {},
                "claim": {{"value": {}, "grade": "measured"}},
                "by": "li-na", "authority": "manager", "as-of": "2024-02-01",
                "personal-interest": null, "for-oneself": null, "reason": null,
                "earlier": {{"value": ["2024-01-01"], "grade": "measured"}}
            }}"#,
            euros("10.00"),
            euros("30.00")
        ),
    );
    golden(
        &WaiverReason {
            cause: WaiverCause::BankDelay,
            on: day("2024-01-20")?,
            document: "bank-notice-88".parse()?,
        },
        r#"{"cause": "bank-delay", "on": "2024-01-20", "document": "bank-notice-88"}"#,
    );
    Ok(())
}

fn request() -> Result<CreditRequest, Failure> {
    Ok(CreditRequest::new(
        "SO-9".parse()?,
        SalesStep::Shipment,
        "100.00 EUR".parse()?,
        "li-na".parse()?,
        day("2024-02-01")?,
    ))
}
