//! The debts of the customer, by the days for which it is late.

#![expect(
    clippy::arithmetic_side_effects,
    reason = "coordinates are at most a few thousand"
)]

use std::cmp::Reverse;

use keqing::receivable::aging::{AgeRange, AgedAmount, AgedBalance};
use keqing::receivable::statement::{StatedDocument, Statement};
use keqing::verdict::Render;
use keqing::vocab::money::Money;
use keqing::vocab::share::Share;

use super::draw::{Words, framed, line, size_of, width, words as write_words};
use super::{Told, words};
use crate::page::{escape, row};
use crate::scaled::scaled;
use crate::svg::{bar, close, open};

/// The right end of the names and of the amounts, the left end of the bars, and the length of the longest.
const NAMES: u64 = 122;
const AMOUNTS: u64 = 322;
const LEFT: u64 = 330;
const LONGEST: u64 = 128;
/// The colours of the columns, those that are not due first; the last one is of all that are older.
const COLOURS: [&str; 5] = ["#8fa3b5", "#e0a63a", "#d77a1f", "#c24a1c", "#971b12"];
const APART: &str = "#6a3d9a";
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
        body.push_str(&framed("small", &bars(told, statement, balance)));
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

/// Draws a bar for each column of a balance.
fn bars(told: &Told<'_>, statement: &Statement, balance: &AgedBalance) -> String {
    let ranges = statement.aging.policy().buckets().ranges();
    let colours = COLOURS
        .into_iter()
        .chain(COLOURS.last().copied().into_iter().cycle());
    let mut rows: Vec<(String, AgedAmount, &str)> = ranges
        .zip(balance.columns())
        .zip(colours)
        .map(|((range, amount), colour)| (named(told, range), *amount, colour))
        .collect();
    let apart = [
        (words::DISPUTED, balance.disputed()),
        (words::HELD_BACK, balance.held_back()),
    ];
    let apart = apart.into_iter().filter(|(_, amount)| amount.items > 0);
    rows.extend(apart.map(|(name, amount)| (told.say(name).to_owned(), amount, APART)));
    let most = rows.iter().map(|(_, amount, _)| amount.amount);
    let most = most.max_by_key(|amount| amount.amount());
    let height = u64::try_from(rows.len()).unwrap_or_default() * 30 + 8;
    let title = format!("{} {}", told.say(words::AGING), balance.currency());
    let mut svg = open(460, height, &title);
    line(&mut svg, (LEFT, 0), (LEFT, height), "grid");
    for (y, (name, amount, colour)) in (4_u64..).step_by(30).zip(&rows) {
        let length = length(amount.amount, most);
        write_words(
            &mut svg,
            &Words {
                at: (NAMES, y + 16),
                anchor: "end",
                class: "",
                room: NAMES - 2,
                text: name,
            },
        );
        bar(&mut svg, (LEFT, y), (length, 22), colour);
        let (text, class) = valued(told, *amount);
        write_words(
            &mut svg,
            &Words {
                at: (AMOUNTS, y + 16),
                anchor: "end",
                class,
                room: AMOUNTS - NAMES - 8,
                text: &text,
            },
        );
    }
    close(svg)
}

/// Returns the name of a column.
fn named(told: &Told<'_>, range: AgeRange) -> String {
    let [before, after] = match range {
        AgeRange::NotYetDue => return told.say(words::NOT_YET_DUE).to_owned(),
        AgeRange::Between { .. } => words::DAYS_LATE,
        AgeRange::Over { .. } => words::OVER_DAYS_LATE,
    }
    .map(|text| told.say(text));
    let days = match range {
        AgeRange::Between { from, to } => format!("{}–{}", from.count(), to.count()),
        AgeRange::Over { days } => days.count().to_string(),
        AgeRange::NotYetDue => String::new(),
    };
    format!("{before}{days}{after}")
}

/// Returns an amount, with the number of its invoices if there is room; an amount itself is never cut.
fn valued(told: &Told<'_>, amount: AgedAmount) -> (String, &'static str) {
    let alone = amount.amount.to_string();
    let [one, many] = words::ITEMS.map(|text| told.say(text));
    let word = if amount.items == 1 { one } else { many };
    let whole = format!("{alone} ({} {word})", amount.items);
    let has_room = |text: &str, class: &str| width(text, size_of(class)) <= AMOUNTS - NAMES - 8;
    match amount.items {
        0 => (alone, "s"),
        _ if has_room(&whole, "b") => (whole, "b"),
        _ if has_room(&alone, "b") => (alone, "b"),
        _ => (alone, "s"),
    }
}

/// Returns how long the bar of an amount is; one of nothing or less has none.
fn length(amount: Money, most: Option<Money>) -> u64 {
    let share = most.and_then(|most| Share::of_amounts(amount.amount(), most.amount()).ok());
    share.map_or(0, |share| scaled(share, LONGEST))
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
        row(&cells, 2)
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
