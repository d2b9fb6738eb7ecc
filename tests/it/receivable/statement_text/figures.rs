//! Every figure of a statement stands in its text, in the row of its document and under its name.

use anyhow::{Context, Result, ensure};
use keqing::receivable::statement::StatementTopic;
use keqing::verdict::Render;
use keqing::vocab::money::Money;
use keqing::vocab::words::Locale;

use super::parts::{Told, figure};
use super::statements;

#[test]
fn every_total_and_movement_stands_there_with_its_name() -> Result<()> {
    for stated in statements()? {
        let (parts, totals) = (Told::of(&stated), stated.totals);
        let names = [
            ("late interest", totals.interest),
            ("fixed sum for paying late", totals.compensation),
            ("fees", totals.fees),
            ("less credit", totals.credit),
        ];
        let named = names.into_iter().filter(|(_, money)| !money.is_zero());
        let always = [
            ("open principal", totals.principal),
            ("balance owed", totals.balance),
        ];
        for (name, money) in named.chain(always) {
            parts.has(StatementTopic::Totals, &[name], "amount", money)?;
        }
        let Some(period) = &stated.period else {
            parts.lacks(StatementTopic::Period)?;
            continue;
        };
        let topic = StatementTopic::Period;
        for (name, totals) in [
            ("opening balance", period.opening),
            ("closing balance", period.closing),
        ] {
            parts.has(topic, &[name], "balance", totals.balance)?;
        }
        for movement in &period.movements {
            let (day, event) = (movement.date.to_string(), movement.event.to_string());
            let kind = movement.kind.text().in_locale(Locale::En);
            let about = movement.document.map(|document| document.to_string());
            let row: Vec<&str> = [&day, kind, &event]
                .into_iter()
                .chain(about.as_deref())
                .collect();
            parts.has(topic, &row, "amount", movement.amount)?;
            parts.has(topic, &row, "balance", movement.balance)?;
        }
    }
    Ok(())
}

#[test]
fn every_open_item_stands_there_with_its_name() -> Result<()> {
    for stated in statements()? {
        let parts = Told::of(&stated);
        for document in &stated.ledger.documents {
            if document.open.is_zero() {
                continue;
            }
            let (id, topic) = (document.id.to_string(), StatementTopic::OpenItems);
            parts.has(topic, &[&id], "open", document.open)?;
            parts.has(topic, &[&id], "invoiced", document.total)?;
            let running = document.disputes.iter();
            let running = running.filter(|dispute| dispute.runs_on(stated.as_of));
            for disputed in running.filter_map(|dispute| dispute.amount) {
                parts.has(topic, &[&id], "disputed", disputed)?;
            }
        }
        for balance in stated.aging.balances() {
            let ranges = stated.aging.policy().buckets().ranges();
            let names = ranges.map(|range| range.display(Locale::En).to_string());
            let apart = [
                ("disputed".to_owned(), balance.disputed()),
                ("total".to_owned(), balance.total()),
            ];
            let columns = names.zip(balance.columns().iter().copied()).chain(apart);
            for (name, column) in columns.filter(|(_, column)| column.items > 0) {
                parts.has(StatementTopic::Aging, &[&name], "amount", column.amount)?;
            }
        }
    }
    Ok(())
}

#[test]
fn every_charge_stands_there_with_its_name_and_segments_add_up() -> Result<()> {
    for stated in statements()? {
        let parts = Told::of(&stated);
        for (document, of) in stated.ledger.documents.iter().zip(&stated.documents) {
            let (id, cleared) = (document.id.to_string(), &document.cleared);
            let interest = [
                ("Charged", document.charged),
                ("paid", cleared.interest_paid),
                ("waived or written off", cleared.interest_let_off),
            ];
            for (name, money) in interest.into_iter().filter(|(_, money)| !money.is_zero()) {
                parts.says(StatementTopic::Interest, &id, name, money)?;
            }
            for fee in &document.fees {
                let row = [&*fee.id.to_string(), &*fee.date.to_string()];
                parts.has(StatementTopic::Charges, &row, "amount", fee.amount)?;
                parts.has(StatementTopic::Charges, &row, "open", fee.open)?;
            }
            let segments = of.interest.iter().flat_map(|interest| interest.segments());
            for segment in segments.filter(|segment| !segment.amount.is_zero()) {
                let paused = segment
                    .paused
                    .unwrap_or(Money::zero(stated.ledger.currency));
                let bearing = segment.balance.checked_sub(paused)?;
                let row = [&*segment.to.to_string(), &*segment.fraction.to_string()];
                parts.has(StatementTopic::Interest, &row, "bearing", bearing)?;
            }
        }
        let Ok(interest) = parts.part(StatementTopic::Interest) else {
            continue;
        };
        for table in &interest.tables {
            let place = table.columns.iter().position(|one| one.name == "amount");
            let place = place.context("a column of amounts")?;
            let mut sum = Money::zero(stated.ledger.currency);
            for row in &table.rows {
                let cell = row.get(place).context("a cell")?;
                sum = sum.checked_add(format!("{cell} CNY").parse()?)?;
            }
            let charged = format!("Charged {} CNY", figure(sum));
            let first = table.sentences.first().context("a sentence")?;
            ensure!(first.starts_with(&charged), "{charged} in {interest}");
        }
    }
    Ok(())
}

#[test]
fn every_discount_and_credit_stands_there_with_its_name() -> Result<()> {
    for stated in statements()? {
        let (parts, ledger) = (Told::of(&stated), &stated.ledger);
        for decision in &ledger.discounts {
            let (document, payment) = (decision.document.to_string(), decision.payment.to_string());
            let row = [&*decision.date.to_string(), &*document, &*payment];
            let topic = StatementTopic::Discounts;
            parts.has(topic, &row, "paid", decision.paid)?;
            parts.has(topic, &row, "discount", decision.discount)?;
        }
        for change in &ledger.credit_changes {
            let kind = change.kind.text().in_locale(Locale::En);
            let row = [&*change.date.to_string(), kind, &*change.event.to_string()];
            parts.has(StatementTopic::Credit, &row, "amount", change.amount)?;
            parts.has(StatementTopic::Credit, &row, "balance", change.credit)?;
        }
        for credit in &ledger.credits {
            let source = credit.source.to_string();
            parts.says(StatementTopic::Credit, "", &source, credit.amount)?;
        }
        for promise in &ledger.promises {
            let row = [&*promise.made.to_string(), &*promise.by.to_string()];
            let topic = StatementTopic::Promises;
            parts.has(topic, &row, "amount", promise.amount)?;
            parts.has(topic, &row, "paid", promise.paid)?;
        }
        let ladder = stated.dunning.value().context("everything is known")?;
        for account in &ladder.accounts {
            parts.says(StatementTopic::NextStep, "", "Overdue:", account.overdue)?;
        }
    }
    Ok(())
}
