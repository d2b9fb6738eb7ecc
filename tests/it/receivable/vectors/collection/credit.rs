//! Limits of credit.

use anyhow::{Result, bail, ensure};
use keqing::receivable::ReceivablePolicy;
use keqing::receivable::clause::Clause;
use keqing::receivable::credit::{
    self, CreditPolicy, CreditRequest, Exposure, SalesStep, judge_credit,
};
use keqing::receivable::limit::{Amounts, MoneyLimit};
use keqing::verdict::{Decision, Presence};
use keqing::vocab::known::Known;
use keqing::vocab::money::Currency;
use keqing::vocab::set::Set;
use keqing::vocab::time::Days;

use crate::receivable::vectors::collection::{back, euros, invoice, today};
use crate::receivable::vectors::{Checked, Row};

/// Limits of components and of the total; a limit of zero there is none here, and is written so.
pub(crate) fn credit_limit(row: &Row) -> Result<Checked> {
    let case = row.text("case")?;
    if case == "unpaid margin days" {
        return unpaid_margin(row);
    }
    let mut exposure = Exposure::zero(Currency::EUR);
    if case == "draft included" {
        exposure.shipped = Known::measured(euros("500")?.checked_add(euros("50")?)?);
        ensure!(row.text("expected")? == "risk_total 550");
        ensure!(exposure.total()?.value() == Some(&euros("550")?));
        return Ok(Checked::Passed);
    }
    let mut policy = CreditPolicy::standard()
        .with_overdue_hold(None)
        .with_held_steps(Set::all())
        .with_limit(credit::Component::Total, limit(row.text("limit")?)?)?;
    match row.text("component_limit")?.split_once(' ') {
        Some(("unpaid", amount)) => {
            policy = policy.with_limit(credit::Component::Overdue, limit(amount)?)?;
        }
        Some(("open", amount)) => {
            policy = policy.with_limit(credit::Component::Invoiced, limit(amount)?)?;
        }
        _ => {}
    }
    let text = row.text("exposure")?;
    if text.starts_with("unpaid 550") {
        exposure.overdue = Known::measured(euros("550")?);
        exposure.oldest_overdue = Known::measured(Days::new(1));
    }
    // A new invoice is one for goods that were shipped; where there is none, the smallest order asks.
    let is_invoice = text.contains("new open 550") || text.contains("draft 550");
    let (step, amount) = if is_invoice {
        exposure.shipped = Known::measured(euros("550")?);
        (SalesStep::Invoice, euros("550")?)
    } else {
        (SalesStep::Order, euros("0.01")?)
    };
    let mut request =
        CreditRequest::new("sale".parse()?, step, amount, "chen-li".parse()?, today()?);
    request.exposure = exposure;
    request.suspension = Known::measured(Presence::Absent);
    let policy = ReceivablePolicy::complete().with_credit(Clause::Agreed(policy));
    let decision = judge_credit(&policy, &request)?.decision();
    let is_refused = matches!(decision, Decision::Escalate(_));
    let expected = row.text("expected")?;
    ensure!(
        is_refused != (expected == "ok"),
        "{decision}, not {expected}"
    );
    Ok(Checked::Passed)
}

fn unpaid_margin(row: &Row) -> Result<Checked> {
    let (margin, unpaid, current) = match (row.text("exposure")?, row.text("expected")?) {
        ("receivable 100 due 2 days ago; margin 0", "unpaid 100; current 0") => (0, "100", "0"),
        ("receivable 100 due 2 days ago; margin 3", "unpaid 0; current 100") => (3, "0", "100"),
        other => bail!("unknown row {other:?}"),
    };
    let invoices = [invoice(1, back(2)?, euros("100")?)?];
    let margin = Days::new(margin);
    let exposure = Exposure::of_invoices(Currency::EUR, &invoices, today()?, margin)?;
    ensure!(exposure.overdue.value() == Some(&euros(unpaid)?));
    ensure!(exposure.invoiced.value() == Some(&euros(current)?));
    Ok(Checked::Passed)
}

fn limit(text: &str) -> Result<MoneyLimit> {
    Ok(match text {
        "0" | "" => MoneyLimit::Unlimited,
        amount => MoneyLimit::UpTo(Amounts::new([euros(amount)?])?),
    })
}
