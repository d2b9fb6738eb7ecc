//! A real ledger of receivables against the facts that were counted from it otherwise.

#![expect(
    clippy::indexing_slicing,
    reason = "a test that panics fails, which is its purpose"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{Write, stdout};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use chrono::NaiveDate;
use keqing::receivable::aging::{
    AgedBalance, Aging, AgingPolicy, DelayWeight, OpenItem, Receipt, age, average_days_late,
};
use keqing::vocab::money::{Currency, Money};
use keqing::vocab::time::Days;
use rust_decimal::Decimal;
use serde_json::Value;

const FILE: &str = "ibm_accounts_receivable.csv";

/// One invoice of the file.
struct Invoice {
    customer: String,
    item: OpenItem,
    settled: NaiveDate,
    days_late: u32,
    disputed: bool,
}

#[test]
fn the_ledger_is_what_its_facts_say() -> Result<()> {
    let Some((invoices, facts)) = given()? else {
        return Ok(());
    };
    let count = |counts: &dyn Fn(&Invoice) -> bool| invoices.iter().filter(|i| counts(i)).count();
    let late = |invoice: &Invoice| invoice.settled > invoice.item.due();
    let customers = |counts: &dyn Fn(&Invoice) -> bool| {
        let names = invoices.iter().filter(|i| counts(i)).map(|i| &i.customer);
        names.collect::<BTreeSet<_>>().len()
    };
    for (fact, found) in [
        ("rows", invoices.len()),
        ("customers", customers(&|_| true)),
        ("late_rows", count(&late)),
        ("late_customers", customers(&late)),
        ("late_31_60", count(&|i| (31..=60).contains(&i.days_late))),
        ("disputed", count(&|i| i.disputed)),
        ("disputed_and_late", count(&|i| i.disputed && late(i))),
    ] {
        ensure!(
            facts[fact] == found,
            "{fact}: {found}, expected {}",
            facts[fact]
        );
    }
    for invoice in &invoices {
        let days = Days::between(invoice.item.due(), invoice.settled).unwrap_or(Days::new(0));
        ensure!(days.count() == invoice.days_late, "{}", invoice.item.id());
    }
    let most = invoices.iter().map(|invoice| invoice.days_late).max();
    ensure!(facts["max_days_late"].as_u64() == most.map(u64::from));
    let sum = |counts: &dyn Fn(&Invoice) -> bool| -> Result<Decimal> {
        let zero = Money::zero(Currency::USD);
        let mut amounts = invoices
            .iter()
            .filter(|i| counts(i))
            .map(|i| i.item.amount());
        Ok(amounts.try_fold(zero, Money::checked_add)?.amount())
    };
    ensure!(sum(&|_| true)? == decimal(&facts["total"])?);
    ensure!(sum(&late)? == decimal(&facts["late_amount"])?);
    Ok(())
}

#[test]
fn the_ledger_ages_as_its_facts_say() -> Result<()> {
    let Some((invoices, facts)) = given()? else {
        return Ok(());
    };
    let policy = AgingPolicy::standard();
    for (day, expected) in facts["aging"].as_object().context("no aging")? {
        let as_of: NaiveDate = day.parse().ok().context("a date")?;
        let aging = age(&policy, invoices.iter().map(|invoice| &invoice.item), as_of)?;
        let balance = aging.balance(Currency::USD).context("nothing is open")?;
        ensure!(balance.total().items == expected["open"].as_u64().context("no count")?);
        ensure!(balance.total().amount.amount() == decimal(&expected["total"])?);
        let names = ["current", "1-30", "31-60", "61-90", "90+"];
        for (column, name) in balance.columns().iter().zip(names) {
            let (items, amount) = (&expected[name][0], decimal(&expected[name][1])?);
            ensure!(
                *items == column.items && amount == column.amount.amount(),
                "{day} {name}"
            );
        }

        let mut by_customer: BTreeMap<&str, Vec<&OpenItem>> = BTreeMap::new();
        for Invoice { customer, item, .. } in &invoices {
            by_customer.entry(customer).or_default().push(item);
        }
        let mut total = Aging::empty(policy.clone(), as_of);
        for items in by_customer.into_values() {
            total = total.checked_add(&age(&policy, items, as_of)?)?;
        }
        ensure!(total == aging, "the customers make the total");
    }
    Ok(())
}

#[test]
fn what_is_disputed_stands_apart_and_still_counts() -> Result<()> {
    let Some((invoices, _)) = given()? else {
        return Ok(());
    };
    let as_of = NaiveDate::from_ymd_opt(2012, 12, 31).context("a date")?;
    let policy = AgingPolicy::standard();
    let plain = age(&policy, invoices.iter().map(|invoice| &invoice.item), as_of)?;
    let disputed = invoices.iter().map(|invoice| {
        let item = invoice.item.clone();
        let amount = item.amount();
        Ok(match invoice.disputed {
            true => item.with_disputed(amount)?,
            false => item,
        })
    });
    let disputed = disputed.collect::<Result<Vec<_>>>()?;
    let apart = age(&policy, &disputed, as_of)?;
    let [plain, apart] = [&plain, &apart].map(|aging| aging.balance(Currency::USD));
    let (plain, apart) = plain.zip(apart).context("nothing is open")?;
    ensure!(plain.total() == apart.total());
    let open = |invoice: &&Invoice| {
        let issued = invoice.item.issued() <= as_of;
        invoice.disputed && issued && invoice.settled > as_of
    };
    let expected = invoices.iter().filter(open).count();
    ensure!(expected > 0 && apart.disputed().items == u64::try_from(expected)?);
    let columns = |balance: &AgedBalance| balance.columns().iter().map(|c| c.items).sum::<u64>();
    let rest = columns(apart).checked_add(apart.disputed().items);
    ensure!(rest == Some(columns(plain)));
    Ok(())
}

#[test]
fn the_average_delay_is_the_sum_of_amounts_and_days() -> Result<()> {
    let Some((invoices, facts)) = given()? else {
        return Ok(());
    };
    let end = NaiveDate::from_ymd_opt(2014, 12, 31).context("a date")?;
    let items = || invoices.iter().map(|invoice| &invoice.item);
    let weighted = average_days_late(items(), end, DelayWeight::Amount)?.context("no receipts")?;
    let (days, total) = (&facts["sum_amount_x_days_late"], &facts["total"]);
    // The fraction is in lowest terms: it is compared crosswise, in cents.
    let cents = |value: &Value| -> Result<i128> {
        Ok(decimal(value)?
            .checked_mul(Decimal::ONE_HUNDRED)
            .context("cents")?
            .normalize()
            .mantissa())
    };
    ensure!(
        weighted.numerator().checked_mul(cents(total)?)
            == weighted.denominator().checked_mul(cents(days)?)
    );
    ensure!(weighted.to_string() == "3.6 d", "{weighted}");
    Ok(())
}

/// The invoices and the facts, or nothing where the shared data are absent.
fn given() -> Result<Option<(Vec<Invoice>, Value)>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data");
    let (ledger, facts): (PathBuf, PathBuf) = (folder.join(FILE), folder.join("facts.json"));
    if !ledger.is_file() || !facts.is_file() {
        // Written past the capture of the test harness, so that a skip is seen.
        writeln!(stdout(), "skipped: the shared data are absent")?;
        return Ok(None);
    }
    let facts: Value = serde_json::from_str(&fs::read_to_string(facts)?)?;
    let mut reader = csv::Reader::from_path(ledger)?;
    let rows = reader.deserialize::<BTreeMap<String, String>>();
    let invoices = rows.map(|row| invoice(&row?)).collect::<Result<_>>()?;
    Ok(Some((invoices, facts[FILE].clone())))
}

fn invoice(row: &BTreeMap<String, String>) -> Result<Invoice> {
    let text = |column: &str| row.get(column).with_context(|| format!("no {column}"));
    let date = |column: &str| -> Result<NaiveDate> {
        NaiveDate::parse_from_str(text(column)?, "%m/%d/%Y")
            .ok()
            .context("a date")
    };
    let amount: Money = format!("{} USD", text("InvoiceAmount")?).parse()?;
    let settled = date("SettledDate")?;
    let id = text("invoiceNumber")?.parse()?;
    let item = OpenItem::new(id, date("InvoiceDate")?, date("DueDate")?, amount)?;
    let receipt = Receipt {
        date: settled,
        amount,
    };
    Ok(Invoice {
        customer: text("customerID")?.clone(),
        item: item.with_receipt(receipt)?,
        settled,
        days_late: text("DaysLate")?.parse()?,
        disputed: text("Disputed")? == "Yes",
    })
}

fn decimal(value: &Value) -> Result<Decimal> {
    let text = value.as_str().context("an amount is text")?;
    text.parse().ok().context("a decimal")
}
