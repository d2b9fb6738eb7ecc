//! The statement as text: every figure with the segments it is made of.

use std::io::Write;

use anyhow::Result;
use comfy_table::{CellAlignment, Table, presets};
use keqing::receivable::interest;
use keqing::receivable::statement::{StatedDocument, Statement};
use keqing::rulebook::Explained;
use keqing::verdict::Render;
use keqing::vocab::words::Locale;

pub(crate) fn print(output: &mut impl Write, told: &Statement, locale: Locale) -> Result<()> {
    writeln!(output, "Statement of {}, {}\n", told.customer, told.as_of)?;
    writeln!(output, "{}\n", invoices(told))?;
    for invoice in &told.documents {
        segments(output, invoice)?;
    }
    for document in &told.ledger.documents {
        for change in &document.changes {
            let (kind, part) = (change.kind.text(), change.component.text());
            let [kind, part] = [kind, part].map(|text| text.in_locale(locale));
            let (date, event, id) = (change.date, change.event, document.id);
            writeln!(
                output,
                "{date} {event} {kind} {id} {part} {}",
                change.amount
            )?;
        }
    }
    writeln!(output, "\n{}\n", ages(told))?;
    let totals = told.totals;
    for (name, amount) in [
        ("principal", totals.principal),
        ("interest", totals.interest),
        ("compensation", totals.compensation),
        ("credit", totals.credit),
        ("balance", totals.balance),
    ] {
        writeln!(output, "{name:>12}  {amount}")?;
    }
    writeln!(output)?;
    for finding in told.findings() {
        writeln!(output, "{}", Explained(finding).display(locale))?;
    }
    Ok(())
}

fn invoices(told: &Statement) -> Table {
    let mut table = table(&[
        "invoice",
        "issued",
        "due",
        "total",
        "discount",
        "open",
        "days late",
        "interest",
    ]);
    for invoice in &told.documents {
        let charged = invoice.interest.as_ref().map(|interest| interest.charged());
        table.add_row([
            invoice.id.to_string(),
            invoice.issued.to_string(),
            invoice.due.map_or_else(String::new, |due| due.to_string()),
            invoice.total.amount().to_string(),
            invoice.discounted.amount().to_string(),
            invoice.open.amount().to_string(),
            invoice.days_overdue.count().to_string(),
            charged.map_or_else(String::new, |charged| charged.amount().to_string()),
        ]);
    }
    right_from(&mut table, 3);
    table
}

/// Prints the interest of an invoice, segment by segment.
fn segments(output: &mut impl Write, invoice: &StatedDocument) -> Result<()> {
    let segments = invoice.interest.iter().flat_map(|told| told.segments());
    let segments: Vec<&interest::Segment> = segments.collect();
    if segments.is_empty() {
        return Ok(());
    }
    let mut table = table(&[
        "after", "until", "days", "balance", "rate", "fraction", "amount",
    ]);
    for segment in segments {
        table.add_row([
            segment.from.to_string(),
            segment.to.to_string(),
            segment.days.count().to_string(),
            segment.balance.amount().to_string(),
            segment.rate.to_string(),
            segment.fraction.to_string(),
            segment.amount.to_string(),
        ]);
    }
    right_from(&mut table, 2);
    writeln!(output, "{}, interest by segment\n{table}\n", invoice.id)?;
    Ok(())
}

fn ages(told: &Statement) -> Table {
    let mut table = table(&["age", "invoices", "open"]);
    for balance in told.aging.balances() {
        for (range, column) in told
            .aging
            .policy()
            .buckets()
            .ranges()
            .zip(balance.columns())
        {
            table.add_row([
                range.to_string(),
                column.items.to_string(),
                column.amount.amount().to_string(),
            ]);
        }
        for (name, column) in [("disputed", balance.disputed()), ("total", balance.total())] {
            table.add_row([
                name.to_owned(),
                column.items.to_string(),
                column.amount.amount().to_string(),
            ]);
        }
    }
    right_from(&mut table, 1);
    table
}

fn table(header: &[&str]) -> Table {
    let mut table = Table::new();
    table.load_preset(presets::NOTHING).set_header(header);
    table
}

fn right_from(table: &mut Table, first: usize) {
    for column in table.column_iter_mut().skip(first) {
        column.set_cell_alignment(CellAlignment::Right);
    }
}
