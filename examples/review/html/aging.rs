//! The debts of the customer, by the days for which it is late.

use std::cmp::Reverse;

use keqing::receivable::statement::{StatedDocument, Statement};
use keqing::verdict::Render;

use super::draw::framed;
use super::{Told, words};
use crate::aged;
use crate::page::{escape, row};

/// The number of invoices that are listed; the trace has all of them.
const MOST: usize = 8;

/// Writes the section.
pub(super) fn section(told: &Told<'_>) -> String {
    let picture = told.review.receivable.as_deref();
    let Some(statement) = picture.and_then(|picture| picture.statement.as_ref()) else {
        return told.notes(&[told.say(words::NO_ACCOUNT).to_owned()]);
    };
    let balances = statement.aging.balances();
    let mut body = totals(told, statement);
    if balances.is_empty() {
        body.push_str(&told.notes(&[told.say(words::NOTHING_OPEN).to_owned()]));
    }
    for balance in balances {
        let title = format!("{} {}", told.say(words::AGING), balance.currency());
        let bars = aged::bars(&title, &statement.aging, balance, told.locale);
        body.push_str(&framed("small", &bars));
    }
    body.push_str(&invoices(told, statement));
    body
}

/// Writes the totals of the account, without those that are nothing.
fn totals(told: &Told<'_>, statement: &Statement) -> String {
    let totals = statement.totals;
    let rows = [
        (words::BALANCE, totals.balance),
        (words::PRINCIPAL, totals.principal),
        (words::INTEREST, totals.interest),
        (words::COMPENSATION, totals.compensation),
        (words::CREDIT, totals.credit),
    ];
    let rows = rows.into_iter().enumerate();
    let rows = rows.filter(|(place, (_, amount))| *place == 0 || !amount.is_zero());
    let rows: Vec<String> = rows
        .map(|(_, (name, amount))| format!("{}{}{amount}", told.say(name), told.say(words::COLON)))
        .collect();
    told.notes(&[rows.join(told.say(words::SEMICOLON))])
}

/// Writes the open invoices, the latest first.
fn invoices(told: &Told<'_>, statement: &Statement) -> String {
    let open = statement.documents.iter();
    let mut open: Vec<&StatedDocument> = open.filter(|one| one.settled_on.is_none()).collect();
    if open.is_empty() {
        return String::new();
    }
    open.sort_by_key(|one| (Reverse(one.days_overdue), one.due, one.id));
    let header = [words::INVOICE, words::DUE, words::LATE_BY, words::OPEN];
    let [id, due, late, amount] = header.map(|text| escape(told.say(text)));
    let rows = open.iter().take(MOST).map(|one| {
        let late = one.days_overdue.display(told.locale).to_string();
        let cells = [
            one.id.to_string(),
            one.due.map_or_else(String::new, |due| due.to_string()),
            late,
            one.open.to_string(),
        ];
        row(&cells, |place| place >= 2)
    });
    let rows: String = rows.collect();
    let mut body = format!(
        "<div class=\"scroll\"><table><tr><th>{id}</th><th>{due}</th><th class=\"n\">{late}</th>\
         <th class=\"n\">{amount}</th></tr>\n{rows}</table></div>\n"
    );
    let more = open.len().saturating_sub(MOST);
    if more > 0 {
        body.push_str(&told.notes(&[told.counted(words::MORE_INVOICES, more)]));
    }
    body
}
