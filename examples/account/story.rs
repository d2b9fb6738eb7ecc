//! The story: the order, the ladder day by day, the order after it, and the waivers that each may give.

use std::io::Write;

use anyhow::{Context, Result};
use chrono::NaiveDate;
use keqing::calendar::Calendar;
use keqing::receivable::ReceivablePolicy;
use keqing::receivable::account::CustomerAccount;
use keqing::receivable::credit::{CreditRequest, Exposure, SalesStep, judge_credit};
use keqing::receivable::dunning::{self, Reminder};
use keqing::receivable::statement::{Statement, statement};
use keqing::receivable::waiver::{WaiverReason, WaiverRequest, WaiverSubject, judge_waiver};
use keqing::verdict::{Authority, Presence, Render, Verdict};
use keqing::vocab::known::Known;
use keqing::vocab::money::Money;
use keqing::vocab::name::PersonId;
use keqing::vocab::words::{Locale, WaiverCause};

/// A step of the ladder that was taken on its day.
pub(crate) struct Taken {
    on: NaiveDate,
    step: dunning::Step,
    overdue: Money,
}

/// Consults the ladder every morning and takes the step that is due, so that the account grows reminders.
pub(crate) fn climb(
    policy: &ReceivablePolicy,
    account: &mut CustomerAccount,
    calendar: &Calendar,
    as_of: NaiveDate,
) -> Result<Vec<Taken>> {
    let mut taken = Vec::new();
    let issued = account.invoices.iter().map(|invoice| invoice.dates.invoice);
    let days = issued
        .min()
        .into_iter()
        .flat_map(|first: NaiveDate| first.iter_days());
    for today in days.take_while(|day| *day <= as_of) {
        let told = statement(policy, account, calendar, today)?;
        let ladder = told.dunning.value().context("everything is known")?;
        for standing in &ladder.accounts {
            let Some(step) = standing.due else { continue };
            account.reminders.push(Reminder {
                step,
                on: today,
                documents: standing.documents.clone(),
            });
            taken.push(Taken {
                on: today,
                step,
                overdue: standing.overdue,
            });
        }
    }
    Ok(taken)
}

/// Prints each decision on the way, with the findings that decided it.
pub(crate) fn tell(
    output: &mut impl Write,
    policy: &ReceivablePolicy,
    told: &Statement,
    taken: &[Taken],
    locale: Locale,
) -> Result<()> {
    let Statement {
        customer, as_of, ..
    } = told;
    writeln!(output, "{customer}, from the first order to {as_of}\n")?;
    let silent = ReceivablePolicy::standard();
    let nothing = Exposure::zero(told.totals.principal.currency());
    let opened = told
        .documents
        .first()
        .map_or(*as_of, |invoice| invoice.issued);
    let first = order("ORD-1", opened, nothing, Presence::Absent)?;
    let verdict = judge_credit(&silent, &first)?;
    heading(
        output,
        "The first order, before anybody wrote a policy",
        &verdict,
        locale,
    )?;
    let verdict = judge_credit(policy, &first)?;
    heading(
        output,
        "The same order under the written policy",
        &verdict,
        locale,
    )?;

    writeln!(output, "The ladder, climbed one step at a time")?;
    for Taken { on, step, overdue } in taken {
        let step = step.text().in_locale(locale);
        writeln!(output, "  {on}  {step}, {overdue} overdue")?;
    }
    writeln!(output)?;

    let suspension = told
        .dunning
        .value()
        .map_or(Presence::Absent, |ladder| ladder.credit_suspension());
    let next = order("ORD-9", *as_of, told.exposure, suspension)?;
    let verdict = judge_credit(policy, &next)?;
    heading(output, "The next order", &verdict, locale)?;

    tell_waivers(output, policy, told, locale)
}

/// Judges a waiver of the same interest by three people.
fn tell_waivers(
    output: &mut impl Write,
    policy: &ReceivablePolicy,
    told: &Statement,
    locale: Locale,
) -> Result<()> {
    for (who, authority, interest) in [
        ("chen-li", Authority::Operator, Presence::Absent),
        ("zhao-min", Authority::Manager, Presence::Absent),
        ("zhao-min", Authority::Manager, Presence::Present),
    ] {
        let request = waiver(told, who.parse()?, authority, interest)?;
        let verdict = judge_waiver(policy.waiver(), &request)?;
        let with = match interest {
            Presence::Absent => "",
            Presence::Present => ", whose brother owns the customer",
        };
        let title = format!("{who}{with}, would let 500.00 CNY of interest off");
        heading(output, &title, &verdict, locale)?;
    }
    Ok(())
}

fn order(
    id: &str,
    as_of: NaiveDate,
    exposure: Exposure,
    suspension: Presence,
) -> Result<CreditRequest> {
    let amount = "180000 CNY".parse()?;
    let seller = "chen-li".parse()?;
    let mut request = CreditRequest::new(id.parse()?, SalesStep::Order, amount, seller, as_of);
    request.exposure = exposure;
    request.suspension = Known::measured(suspension);
    Ok(request)
}

fn waiver(
    told: &Statement,
    by: PersonId,
    authority: Authority,
    interest: Presence,
) -> Result<WaiverRequest> {
    let (subject, amount) = (WaiverSubject::Interest, "500 CNY".parse()?);
    let invoice = told
        .documents
        .get(1)
        .context("the story has a second invoice")?;
    let mut request = WaiverRequest::new(subject, invoice.id, amount, by, authority, told.as_of);
    let charged = invoice.interest.as_ref().map(|interest| interest.charged());
    request.claim = charged.map_or(Known::Unknown, |charged| Known::measured(charged.money()));
    request.personal_interest = Known::measured(interest);
    request.for_oneself = Known::measured(Presence::Absent);
    request.reason = Known::measured(Some(WaiverReason {
        cause: WaiverCause::OurDelivery,
        on: invoice.issued,
        document: "delivery-note-212".parse()?,
    }));
    request.earlier = Known::measured(Vec::new());
    Ok(request)
}

fn heading(output: &mut impl Write, title: &str, verdict: &Verdict, locale: Locale) -> Result<()> {
    writeln!(output, "{title}")?;
    for line in verdict.display(locale).to_string().lines() {
        writeln!(output, "  {line}")?;
    }
    writeln!(output)?;
    Ok(())
}
