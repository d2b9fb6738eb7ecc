//! Retention over real purchases: counted as the facts of the data say, and never taken for loyalty.

#![expect(
    clippy::indexing_slicing,
    reason = "a test that panics fails, which is its purpose"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::io::{Read, Write, stdout};
use std::path::Path;

use anyhow::{Context, Result, ensure};
use chrono::NaiveDate;
use flate2::read::MultiGzDecoder;
use keqing::loyalty::kinds::{LoyaltyEvidence, LoyaltySign};
use keqing::loyalty::retention::{Retention, retention};
use keqing::loyalty::{LoyaltyFacts, LoyaltyGiven, LoyaltyPicture, LoyaltyPolicy, assess};
use keqing::verdict::{Fact, Outcome};
use keqing::vocab::answers::LoyaltyPattern;
use keqing::vocab::known::Grade;
use keqing::vocab::words::Bond;
use serde_json::Value;

const CDNOW: &str = "cdnow_master.csv";
const UCI: &str = "uci_online_retail_lines.csv.gz";

/// The purchases of a file: of each customer its days, oldest first and each once.
#[derive(Default)]
struct Purchases {
    rows: usize,
    nameless: usize,
    credit_lines: usize,
    invoices: BTreeSet<String>,
    customers: BTreeMap<String, Customer>,
    last: NaiveDate,
}

#[derive(Default)]
struct Customer {
    days: BTreeSet<NaiveDate>,
    lines: usize,
}

/// The answers about the customers of a file, by their number of purchases.
#[derive(Debug, Default, Eq, PartialEq)]
struct Counts {
    bought_nothing: usize,
    bought_once: usize,
    too_young: usize,
    told: usize,
}

#[test]
fn the_purchases_of_cdnow_are_what_their_facts_say() -> Result<()> {
    let Some((purchases, facts)) = given(CDNOW)? else {
        return Ok(());
    };
    ensure!(facts["rows"] == purchases.rows);
    ensure!(facts["customers"] == purchases.customers.len());
    // The facts count rows: 146 more bought twice or more, on one day.
    let buys = |counts: &dyn Fn(&Customer) -> bool| {
        let customers = purchases.customers.values();
        customers.filter(|customer| counts(customer)).count()
    };
    ensure!(facts["one_purchase_customers"] == buys(&|customer| customer.lines == 1));
    let expected = Counts {
        bought_nothing: 0,
        bought_once: 12_054,
        too_young: 1_928,
        told: 9_588,
    };
    ensure!(counts(&purchases)? == expected);
    Ok(())
}

#[test]
fn the_lines_of_online_retail_are_what_their_facts_say() -> Result<()> {
    let Some((purchases, facts)) = given(UCI)? else {
        return Ok(());
    };
    for (fact, found) in [
        ("rows", purchases.rows),
        ("invoices", purchases.invoices.len()),
        ("customers", purchases.customers.len()),
        ("rows_no_customer", purchases.nameless),
        ("credit_lines", purchases.credit_lines),
    ] {
        ensure!(
            facts[fact] == found,
            "{fact}: {found}, expected {}",
            facts[fact]
        );
    }
    let expected = Counts {
        bought_nothing: 33,
        bought_once: 1_549,
        too_young: 835,
        told: 1_955,
    };
    ensure!(counts(&purchases)? == expected);
    Ok(())
}

/// Assesses every customer, and refuses an answer that takes behaviour for feeling.
fn counts(purchases: &Purchases) -> Result<Counts> {
    let policy = LoyaltyPolicy::standard();
    let mut counts = Counts::default();
    for (name, customer) in &purchases.customers {
        let days: Vec<_> = customer.days.iter().copied().collect();
        let retained = retention(&policy, &days, purchases.last).into_value();
        let told = assess(
            &policy,
            &behaviour(retained, purchases.last),
            &LoyaltyGiven::new(purchases.last),
        )?;
        nobody_is_called_loyal(&told).with_context(|| name.clone())?;
        let place = match (days.len(), retained) {
            (0, None) => &mut counts.bought_nothing,
            (1, None) => &mut counts.bought_once,
            (2.., None) => &mut counts.too_young,
            (2.., Some(_)) => &mut counts.told,
            (_, Some(_)) => anyhow::bail!("{name} bought once at most and has a retention"),
        };
        *place = place.saturating_add(1);
        let kinds = told.kinds.value().copied().unwrap_or_default();
        ensure!(kinds.behavioural.is_known() == retained.is_some(), "{name}");
    }
    Ok(counts)
}

/// Makes the facts that a ledger of purchases shows, and no more.
fn behaviour(retained: Option<Retention>, on: NaiveDate) -> LoyaltyFacts {
    let mut facts = LoyaltyFacts::default();
    facts.evidence.extend(retained.map(|retained| {
        LoyaltyEvidence::new(on, Grade::Measured, LoyaltySign::Retention(retained.rate))
    }));
    facts
}

fn nobody_is_called_loyal(told: &LoyaltyPicture) -> Result<()> {
    let kinds = told.kinds.value().copied().unwrap_or_default();
    ensure!(!kinds.emotional.is_known() && !kinds.conscious.is_known());
    ensure!(
        !told
            .bond
            .value()
            .is_some_and(|bond: &Bond| bond.is_attached())
    );
    ensure!(told.bond.value().is_none(), "{:?}", told.bond.value());
    ensure!(told.pattern.value() != Some(&LoyaltyPattern::Loyal));
    ensure!(told.pattern.value().is_none(), "{:?}", told.pattern.value());
    ensure!(
        told.reason_to_stay.value().is_none(),
        "{:?}",
        told.reason_to_stay.value()
    );
    for fact in [Fact::AffectiveEvaluation, Fact::Recognition] {
        let is_missing = |outcome: Outcome| outcome == Outcome::Missing(fact);
        ensure!(
            told.findings().any(|finding| is_missing(finding.outcome)),
            "{fact:?} is not said to be missing"
        );
    }
    Ok(())
}

/// The purchases of a file and the facts about it, or nothing where the shared data are absent.
fn given(name: &str) -> Result<Option<(Purchases, Value)>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data");
    let (file, facts) = (folder.join(name), folder.join("facts.json"));
    if !file.is_file() || !facts.is_file() {
        // Written past the capture of the test harness, so that a skip is seen.
        writeln!(stdout(), "skipped: the shared data are absent")?;
        return Ok(None);
    }
    let facts: Value = serde_json::from_str(&fs::read_to_string(facts)?)?;
    let plain = File::open(&file)?;
    let bytes: Box<dyn Read> = match file.extension() {
        Some(extension) if extension == "gz" => Box::new(MultiGzDecoder::new(plain)),
        _ => Box::new(plain),
    };
    Ok(Some((
        read(csv::Reader::from_reader(bytes))?,
        facts[name].clone(),
    )))
}

fn read(mut reader: csv::Reader<Box<dyn Read>>) -> Result<Purchases> {
    let header = reader.headers()?.clone();
    let place = |names: &[&str]| header.iter().position(|name| names.contains(&name));
    let customer = place(&["customer_id"]).context("no customer")?;
    let date = place(&["date", "invoiced_at"]).context("no date")?;
    let (invoice, quantity) = (place(&["invoice"]), place(&["quantity"]));
    let mut purchases = Purchases::default();
    let mut row = csv::StringRecord::new();
    while reader.read_record(&mut row)? {
        let on: NaiveDate = row[date][..10].parse().ok().context("a date")?;
        let named = invoice.map_or("", |invoice| &row[invoice]);
        let is_return = match quantity {
            Some(quantity) => row[quantity].parse::<i64>()? <= 0,
            None => false,
        };
        purchases.enter(&row[customer], named, on, is_return);
    }
    Ok(purchases)
}

impl Purchases {
    fn enter(&mut self, customer: &str, invoice: &str, on: NaiveDate, is_return: bool) {
        let more = |count: &mut usize| *count = count.saturating_add(1);
        more(&mut self.rows);
        self.last = self.last.max(on);
        if !self.invoices.contains(invoice) {
            self.invoices.insert(invoice.to_owned());
        }
        if invoice.starts_with('C') {
            more(&mut self.credit_lines);
        }
        if customer.is_empty() {
            return more(&mut self.nameless);
        }
        let customer = self.customers.entry(customer.to_owned()).or_default();
        if !is_return {
            more(&mut customer.lines);
            customer.days.insert(on);
        }
    }
}
