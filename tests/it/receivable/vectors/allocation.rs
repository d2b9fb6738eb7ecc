//! Allocation and aging.

use anyhow::{Context, Result, bail, ensure};
use chrono::NaiveDate;
use keqing::receivable::aging::{self, AgeRange, ZeroDays};
use keqing::receivable::allocation::{
    self, AllocationPolicy, AppliedAmount, Debt, DebtComponent, DebtPart, Payment, allocate,
    join_charges, replay_payments,
};
use keqing::vocab::money::Money;
use keqing::vocab::time::Days;
use serde::Deserialize;

use crate::receivable::vectors::{Checked, Checker, Row};

/// The files of this topic, each with the function that checks one of its rows.
pub(crate) const CHECKERS: &[(&str, Checker)] = &[
    ("allocation_examples.csv", examples),
    ("allocation_instalments.csv", instalments),
    ("aging_boundaries.csv", aging_boundaries),
];

/// `#1 200p+20i due; #2 300`, or the components of one debt; what is expected is named alike.
fn examples(row: &Row<'_>) -> Result<Checked> {
    let (case, debts, paid) = (row.text("case")?, row.text("debts")?, row.text("payment")?);
    let preset = match case {
        case if case.starts_with("RBI") => allocation::Preset::RbiIndia,
        case if case.contains("costs>interest>principal") => allocation::Preset::GermanCivilCode,
        case if case.contains("principal>interest>penalty>fee") => {
            allocation::Preset::PrincipalInterestPenaltiesFees
        }
        _ => allocation::Preset::MifosStandard,
    };
    let is_one_debt = debts.starts_with("costs");
    let (given, earlier) = match is_one_debt {
        true => (vec![debt_of_components(debts)?], None),
        false => debts_of_amounts(debts)?,
    };
    // Who pays the reminder pays what is past due: the first instalment.
    let paid = match paid {
        "pay dunning" => "50",
        other => other.trim_start_matches("credit "),
    };
    let policy = preset.policy();
    let payments = [
        earlier.map(|amount| payment(1, day(20)?, amount)),
        Some(payment(2, day(20)?, paid)),
    ];
    let payments: Vec<Payment> = payments.into_iter().flatten().collect::<Result<_>>()?;
    let history = replay_payments(&policy, &given, &payments)?;
    let last = history.allocations().last().context("no allocation")?;
    if payments.len() == 1 {
        let only = payments.first().context("no payment")?;
        ensure!(allocate(&policy, &given, only)? == *last);
    }
    for text in row.text("expected")?.split(';') {
        let (label, amount) = text.trim().split_once(' ').context("no label")?;
        let found = match label {
            "credit" => last.unapplied(),
            label if is_one_debt => last.applied_as(component(label)?)?,
            label => last.applied_to(label.trim_start_matches(['#', 't']).parse()?)?,
        };
        if amount.starts_with("i=") {
            let interest = |applied: &AppliedAmount| applied.component == DebtComponent::Interest;
            ensure!(last.applied().iter().all(interest), "{label}: not interest");
        }
        let expected = euros(amount.trim_start_matches("i="))?;
        ensure!(found == expected, "{label}: {found}, expected {expected}");
    }
    Ok(Checked::Passed)
}

/// `costs 40; interest 80`: the parts of one debt.
fn debt_of_components(text: &str) -> Result<Debt> {
    text.split(';').try_fold(debt(1, "0")?, |debt, part| {
        let (label, amount) = part.trim().split_once(' ').context("no label")?;
        Ok(debt.with_component(component(label)?, euros(amount)?)?)
    })
}

/// `#1 200p+20i due; #2 300 (paid 40)`: debts, and what was paid before.
fn debts_of_amounts(text: &str) -> Result<(Vec<Debt>, Option<&str>)> {
    let mut given = Vec::new();
    let mut earlier = None;
    for (number, text) in (1..).zip(text.split(';')) {
        let (_, amounts) = text.trim().split_once(' ').context("no label")?;
        let made = debt(number, digits(amounts))?;
        given.push(match amounts.split_once("p+") {
            Some((_, interest)) => {
                made.with_component(DebtComponent::Interest, euros(digits(interest))?)?
            }
            None => made,
        });
        earlier = earlier.or_else(|| Some(digits(amounts.split_once("(paid ")?.1)));
    }
    Ok((given, earlier))
}

#[derive(Deserialize)]
struct Instalment {
    due: NaiveDate,
    principal: String,
}

#[derive(Deserialize)]
struct Charge {
    kind: String,
    due: NaiveDate,
    amount: String,
}

#[derive(Deserialize)]
struct Paid {
    seq: u32,
    date: NaiveDate,
    amount: String,
}

#[derive(Deserialize)]
struct Expected {
    date: NaiveDate,
    principal: String,
    fee: String,
    penalty: String,
}

fn instalments(row: &Row<'_>) -> Result<Checked> {
    let policy = policy_of_order(row.text("order")?)?;
    let given: Vec<Instalment> = serde_json::from_str(row.text("instalments")?)?;
    let opened = NaiveDate::from_ymd_opt(2022, 1, 1).context("a date")?;
    let debts = (1..).zip(&given).map(|(number, instalment): (u32, _)| {
        let id = number.to_string().parse()?;
        Ok(Debt::new(
            id,
            opened,
            instalment.due,
            euros(&instalment.principal)?,
        )?)
    });
    let debts = debts.collect::<Result<Vec<_>>>()?;
    let charges: Vec<Charge> = serde_json::from_str(row.text("charges")?)?;
    let charges = charges.iter().map(|charge| {
        Ok(DebtPart {
            component: component(&charge.kind)?,
            amount: euros(&charge.amount)?,
            since: opened,
            due: charge.due,
        })
    });
    let debts = join_charges(debts, charges.collect::<Result<Vec<_>>>()?)?;
    let payments: Vec<Paid> = serde_json::from_str(row.text("payments")?)?;
    let payments = payments
        .iter()
        .map(|paid| Ok(payment(paid.seq, paid.date, &paid.amount)?.with_sequence(paid.seq)));
    let payments = payments.collect::<Result<Vec<_>>>()?;
    let history = replay_payments(&policy, &debts, &payments)?;

    let expected: Vec<Expected> = serde_json::from_str(row.text("expected")?)?;
    ensure!(history.allocations().len() == expected.len());
    for (found, expected) in history.allocations().iter().zip(&expected) {
        ensure!(found.date() == expected.date && found.unapplied().is_zero());
        for (component, amount) in [
            (DebtComponent::Principal, &expected.principal),
            (DebtComponent::Fees, &expected.fee),
            (DebtComponent::Penalties, &expected.penalty),
        ] {
            let found = found.applied_as(component)?;
            ensure!(
                found == euros(amount)?,
                "{component:?}: {found}, expected {amount}"
            );
        }
    }
    Ok(Checked::Passed)
}

/// Orders named as `DUE_PENALTY_…_IN_ADVANCE_PRINCIPAL_…`; a preset must have the order.
fn policy_of_order(name: &str) -> Result<AllocationPolicy> {
    let order = name.to_lowercase();
    let order = order.strip_prefix("due_").context("no `due`")?;
    let (due, in_advance) = order
        .split_once("_in_advance_")
        .context("no `in advance`")?;
    let named = |text: &str| -> Result<[DebtComponent; 5]> {
        let list = components(&text.replace('_', ",").replace("penalty", "costs,penalty"))?;
        list.try_into().ok().context("not five components")
    };
    let within = allocation::Order::due_then_in_advance(named(due)?, named(in_advance)?)?;
    let policies = allocation::Preset::ALL.map(|preset| preset.policy());
    policies
        .into_iter()
        .find(|policy| *policy.within() == within)
        .context("no preset has this order")
}

fn aging_boundaries(row: &Row<'_>) -> Result<Checked> {
    let system = row.text("system")?;
    let (cuts, zero_days): (&[u32], _) = match system {
        "erpnext default 30,60,90,120" => (&[30, 60, 90, 120], ZeroDays::FirstBucket),
        "OCA partner_aging" => (&[30, 60, 90, 120], ZeroDays::NotYetDue),
        "InvoicePlane v1" => (&[15, 30], ZeroDays::NotYetDue),
        "ottehr" => (&[30, 60], ZeroDays::FirstBucket),
        other => bail!("unknown system {other}"),
    };
    let buckets = aging::Buckets::new(cuts.iter().copied().map(Days::new), zero_days)?;
    let age: i64 = row.text("days_past_due")?.parse()?;
    let (range, expected) = (buckets.range(age), row.text("expected_bucket")?);
    if expected.starts_with("boundary overlaps") {
        ensure!(range.to_string() == "0-30", "{range}");
        return Ok(Checked::OwnAnswer);
    }
    match expected {
        // It drops the item, so that its totals do not tie; ours is in the first column.
        text if text.starts_with("none (excluded") => {
            ensure!(range == AgeRange::NotYetDue, "{range}");
            return Ok(Checked::OwnAnswer);
        }
        "not due" | "none" | "not in 1/30" => ensure!(range == AgeRange::NotYetDue, "{range}"),
        "121-above" | "+121" => ensure!(range.to_string() == "over 120", "{range}"),
        "31+" => ensure!(range.to_string() == "over 30", "{range}"),
        text => ensure!(range.to_string() == text.replace('/', "-"), "{range}"),
    }
    Ok(Checked::Passed)
}

fn component(word: &str) -> Result<DebtComponent> {
    let found = components(word)?;
    found.first().copied().context("no component")
}

pub(crate) fn components(text: &str) -> Result<Vec<DebtComponent>> {
    let mut found = Vec::new();
    for word in text.split(['>', ',']) {
        found.extend(match word.trim() {
            "penalty and admin costs" => vec![DebtComponent::Penalties, DebtComponent::Costs],
            "costs" | "admin costs" | "enforcement costs" => vec![DebtComponent::Costs],
            "penalty" | "penalties" => vec![DebtComponent::Penalties],
            "fee" => vec![DebtComponent::Fees],
            "interest" => vec![DebtComponent::Interest],
            "principal" => vec![DebtComponent::Principal],
            other => bail!("unknown component {other}"),
        });
    }
    Ok(found)
}

fn debt(number: u32, principal: &str) -> Result<Debt> {
    let due = day(number.checked_add(1).context("a day")?)?;
    Ok(Debt::new(
        number.to_string().parse()?,
        day(1)?,
        due,
        euros(principal)?,
    )?)
}

pub(crate) fn payment(number: u32, date: NaiveDate, amount: &str) -> Result<Payment> {
    Ok(Payment::new(
        format!("P{number}").parse()?,
        date,
        euros(amount)?,
    )?)
}

pub(crate) fn day(day: u32) -> Result<NaiveDate> {
    NaiveDate::from_ymd_opt(2024, 1, day).context("a day of January")
}

pub(crate) fn euros(amount: &str) -> Result<Money> {
    Ok(format!("{amount} EUR").parse()?)
}

fn digits(text: &str) -> &str {
    let end = text.find(|letter: char| !letter.is_ascii_digit());
    text.get(..end.unwrap_or(text.len())).unwrap_or_default()
}
