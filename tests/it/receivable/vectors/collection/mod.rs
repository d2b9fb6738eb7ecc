//! Dunning, overdue states and credit limits.

mod credit;

use std::num::NonZeroU32;

use anyhow::{Context, Result, bail, ensure};
use chrono::{Days as CalendarDays, NaiveDate};
use keqing::receivable::dunning::{
    self, Dunning, DunningFacts, DunningLevel, DunningPolicy, Escalation, OpenInvoice, Reminder,
    UnlistedCurrency, dun,
};
use keqing::receivable::limit::{Amounts, Comparison};
use keqing::vocab::known::Known;
use keqing::vocab::money::{FractionalMoney, Money, RoundingMode};
use keqing::vocab::name::DocumentId;
use keqing::vocab::time::Days;

use crate::receivable::vectors::{Checked, Checker, Row};

/// The files of this topic, each with the function that checks one of its rows.
pub(crate) const CHECKERS: &[(&str, Checker)] = &[
    ("credit_limit.csv", credit::credit_limit),
    ("dunning_campaign_lago.csv", dunning_campaign),
    ("dunning_erpnext.csv", dunning_erpnext),
    ("dunning_levels_oca.csv", dunning_levels),
    ("overdue_killbill.csv", overdue_killbill),
];

/// Checks the amount that is dunned, with interest and fee; the system's level by the number of earlier
/// letters has no rows.
fn dunning_erpnext(row: &Row) -> Result<Checked> {
    let policy = DunningPolicy::standard();
    let outstanding = euros(row.text("outstanding")?)?;
    let overdue_days: u64 = match row.text("overdue_days")? {
        "" => 1,
        days => days.parse()?,
    };
    let due = back(overdue_days)?;
    let mut invoices = vec![invoice(1, due, outstanding)?];
    let expected = match row.text("case")? {
        "50/50 instalments at 5 and 10 days, day 6" => {
            invoices.push(invoice(2, date("2024-07-04")?, euros("50.00")?)?);
            Some(outstanding)
        }
        "credit note against invoice" => None,
        _ => Some(outstanding),
    };
    let dunning = place(&policy, &DunningFacts::of_invoices(today()?, invoices))?;
    let dunned = dunning.accounts.first().map(|account| account.overdue);
    ensure!(dunned == expected, "{dunned:?} is dunned, not {expected:?}");
    ensure!(dunning.step_due().is_some() == expected.is_some());
    if !row.text("grand_total")?.is_empty() {
        let rate = row.text("rate")?;
        let rate: i128 = rate.trim_end_matches(" (inferred)").parse()?;
        let year = FractionalMoney::of(outstanding).checked_mul(rate, 100)?;
        let interest = year.checked_mul(overdue_days.into(), 365)?;
        let interest = interest.round(RoundingMode::HalfEven)?.money();
        ensure!(
            interest == euros(row.text("interest")?)?,
            "interest {interest}"
        );
        let extra = interest.checked_add(euros(row.text("fee")?)?)?;
        ensure!(extra == euros(row.text("dunning_amount")?)?);
        ensure!(extra.checked_add(outstanding)? == euros(row.text("grand_total")?)?);
    }
    Ok(Checked::Passed)
}

/// The first day of a level: the day before it nothing is due, on the day the level is.
fn dunning_levels(row: &Row) -> Result<Checked> {
    use dunning::Timing::{AfterPrevious, AfterStart, EndOfMonth};
    let rung = |step, timing| DunningLevel { step, timing };
    let (days, suspend) = (Days::new, dunning::Step::SuspendCredit);
    let ladder = match row.text("policy")? {
        "3 time policy" => vec![
            rung(dunning::Step::Remind, AfterStart(days(10))),
            rung(dunning::Step::Statement, EndOfMonth(days(30))),
            rung(suspend, AfterPrevious(days(10))),
        ],
        "2 time policy" => vec![
            rung(dunning::Step::Remind, EndOfMonth(days(30))),
            rung(suspend, AfterPrevious(days(60))),
        ],
        other => bail!("unknown policy {other}"),
    };
    let level: usize = row.text("level")?.parse()?;
    let timing = ladder
        .get(level.saturating_sub(1))
        .context("no such level")?
        .timing;
    let (mode, delay) = match timing {
        AfterStart(days) => ("net_days", days),
        EndOfMonth(days) => ("end_of_month", days),
        AfterPrevious(days) => ("previous_date", days),
        _ => bail!("unknown timing"),
    };
    ensure!(row.text("mode")? == mode && row.text("delay")? == delay.count().to_string());
    let policy = DunningPolicy::standard()
        .with_ladder(ladder)?
        .with_interval(days(0));
    let due = date(row.text("due_date")?)?;
    let first = date(row.text("first_control_date")?)?;
    let steps: Vec<(dunning::Step, NaiveDate)> = policy.schedule(due).collect();
    let earlier = steps
        .get(..level.saturating_sub(1))
        .context("no such level")?;
    let step = steps
        .get(level.saturating_sub(1))
        .context("no such level")?
        .0;
    for (as_of, expected) in [(first.pred_opt(), None), (Some(first), Some(step))] {
        let open = invoice(1, due, euros("100.00")?)?;
        let mut facts = DunningFacts::of_invoices(as_of.context("no date")?, [open]);
        let sent = earlier.iter().map(|(step, on)| Reminder {
            step: *step,
            on: *on,
            documents: vec![open.id],
            id: None,
        });
        facts.reminders = Known::measured(sent.collect());
        let found = place(&policy, &facts)?.step_due();
        ensure!(
            found == expected,
            "{found:?} is due on {as_of:?}, not {expected:?}"
        );
    }
    Ok(Checked::Passed)
}

/// Thresholds by currency, an interval, a number of messages, an exclusion.
fn dunning_campaign(row: &Row) -> Result<Checked> {
    let case = row.text("case")?;
    if case == "no campaign on entity or customer" {
        return Ok(Checked::Skipped(
            "without a policy there is nothing to dun by; REC-01 speaks of its absence",
        ));
    }
    let thresholds = match (case, row.text("thresholds")?) {
        ("threshold only in another currency", _) => amounts("EUR 0.01")?,
        // One ladder for every customer: that of the policy, and not the customer's own.
        ("customer campaign overrides default", _) => amounts("USD 50.99")?,
        (_, text) => amounts(text)?,
    };
    let most = row.text("max_attempts")?.parse::<u32>().ok();
    let policy = DunningPolicy::standard()
        .with_thresholds(
            thresholds,
            Comparison::AtOrAbove,
            UnlistedCurrency::NotDunned,
        )?
        .with_interval(Days::new(row.text("days_between")?.parse().unwrap_or(0)))
        .with_most_messages(most.and_then(NonZeroU32::new));
    let due = back(20)?;
    let mut invoices = Vec::new();
    for (number, open) in (1..).zip(amounts(row.text("overdue")?)?.as_slice()) {
        invoices.push(invoice(number, due, *open)?);
    }
    let documents: Vec<DocumentId> = invoices.iter().map(|invoice| invoice.id).collect();
    let mut facts = DunningFacts::of_invoices(today()?, invoices);
    facts.reminders = Known::measured(attempts(row, documents)?);
    if case == "customer excluded" {
        let (by, reason) = ("zhao-min".parse()?, "group company".parse()?);
        facts.exclusion = Some(dunning::Exclusion { by, reason });
    }
    let dunning = place(&policy, &facts)?;
    let dunned: Vec<String> = dunning
        .accounts
        .iter()
        .filter(|account| account.due.is_some())
        .map(|account| account.overdue.currency().to_string())
        .collect();
    let expected = match row.text("expected")? {
        "none" => vec![],
        "attempt" | "attempt USD only" | "attempt with customer threshold" => vec!["USD"],
        "attempt USD; attempt EUR" => vec!["EUR", "USD"],
        other => bail!("unknown expectation {other}"),
    };
    ensure!(dunned == expected, "{dunned:?} is dunned, not {expected:?}");
    Ok(if case == "customer campaign overrides default" {
        Checked::OwnAnswer
    } else {
        Checked::Passed
    })
}

/// The messages that were sent, all of them on the day of the last; one where the row does not say.
fn attempts(row: &Row, documents: Vec<DocumentId>) -> Result<Vec<Reminder>> {
    let since = match row.text("days_since_last")? {
        "<4" => 3,
        _ => 4,
    };
    let attempts = match row.text("attempts_done")? {
        "" => 1,
        count => count.parse()?,
    };
    let sent = Reminder {
        step: dunning::Step::Remind,
        on: back(since)?,
        documents,
        id: None,
    };
    Ok(vec![sent; attempts])
}

/// States by the days since the date of the oldest unpaid invoice, and their conditions.
fn overdue_killbill(row: &Row) -> Result<Checked> {
    if row.text("case")? == "condition" {
        return overdue_condition(row);
    }
    let policy = DunningPolicy::standard()
        .with_clock(dunning::Clock::InvoiceDate)
        .with_escalation(Escalation::ByDays)
        .with_ladder([
            rung(dunning::Step::Remind, 30),
            rung(dunning::Step::Statement, 40),
            rung(dunning::Step::SuspendCredit, 50),
        ])?;
    let issued = row.text("state")?.trim_start_matches("earliest unpaid ");
    let facts = DunningFacts::of_invoices(
        date(row.text("on_date")?)?,
        [invoice(1, date(issued)?, euros("10.00")?)?],
    );
    let expected = match row.text("expected")? {
        "CLEAR" => None,
        "OD1" => Some(dunning::Step::Remind),
        "OD2" => Some(dunning::Step::Statement),
        "OD3" => Some(dunning::Step::SuspendCredit),
        other => bail!("unknown state {other}"),
    };
    let dunning = place(&policy, &facts)?;
    let reached = dunning
        .accounts
        .first()
        .context("nothing is overdue")?
        .reached;
    ensure!(
        reached == expected,
        "{reached:?} is reached, not {expected:?}"
    );
    ensure!(dunning.step_due() == expected);
    Ok(Checked::Passed)
}

fn overdue_condition(row: &Row) -> Result<Checked> {
    let ladder = |days| {
        [
            rung(dunning::Step::Remind, days),
            rung(dunning::Step::SuspendCredit, 90),
        ]
    };
    let any = DunningPolicy::standard().with_ladder(ladder(1))?;
    let (policy, invoices) = match (row.text("condition")?, row.text("state")?) {
        ("unpaid_count>=1", "count=2") => {
            let one = invoice(1, back(1)?, euros("1")?)?;
            (any, vec![one, invoice(2, back(1)?, euros("1")?)?])
        }
        ("unpaid_total>=100.00", "total=100.00") => {
            let thresholds = amounts("EUR 100.00")?;
            let unlisted = UnlistedCurrency::NotDunned;
            let policy = any.with_thresholds(thresholds, Comparison::AtOrAbove, unlisted)?;
            (policy, vec![invoice(1, back(1)?, euros("100.00")?)?])
        }
        ("days_since_earliest_unpaid>=10", state) => {
            let invoices = match state {
                "no unpaid invoice" => vec![],
                "earliest=now-10d" => vec![invoice(1, back(10)?, euros("1")?)?],
                "earliest=now-20d" => vec![invoice(1, back(20)?, euros("1")?)?],
                other => bail!("unknown state {other}"),
            };
            (any.with_ladder(ladder(10))?, invoices)
        }
        _ => {
            return Ok(Checked::Skipped(
                "failures of cards and tags of accounts are no matter of the ladder",
            ));
        }
    };
    let is_dunned = place(&policy, &DunningFacts::of_invoices(today()?, invoices))?
        .step_due()
        .is_some();
    ensure!(is_dunned.to_string() == row.text("expected")?.to_lowercase());
    Ok(Checked::Passed)
}

fn rung(step: dunning::Step, days: u32) -> DunningLevel {
    DunningLevel {
        step,
        timing: dunning::Timing::AfterStart(Days::new(days)),
    }
}

fn place(policy: &DunningPolicy, facts: &DunningFacts) -> Result<Dunning> {
    dun(policy, facts)?
        .into_value()
        .context("something is unknown")
}

fn invoice(number: u32, due: NaiveDate, open: Money) -> Result<OpenInvoice> {
    Ok(OpenInvoice {
        id: number.to_string().parse()?,
        issued: due,
        due,
        open,
    })
}

/// Amounts such as `USD 40.00; EUR 20.00`, the currency first.
fn amounts(text: &str) -> Result<Amounts> {
    let mut amounts = Vec::new();
    for part in text.split("; ") {
        let (currency, amount) = part.split_once(' ').context("no amount")?;
        amounts.push(format!("{amount} {currency}").parse()?);
    }
    Ok(Amounts::new(amounts)?)
}

fn euros(amount: &str) -> Result<Money> {
    Ok(format!("{amount} EUR").parse()?)
}

fn date(text: &str) -> Result<NaiveDate> {
    text.parse()
        .ok()
        .with_context(|| format!("{text} is no date"))
}

fn today() -> Result<NaiveDate> {
    date("2024-06-30")
}

fn back(days: u64) -> Result<NaiveDate> {
    let date = today()?.checked_sub_days(CalendarDays::new(days));
    date.context("no such date")
}
