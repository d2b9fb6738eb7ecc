//! The open items, and their age.

use alloc::string::{String, ToString};

use crate::receivable::aging::{AgedAmount, Aging};
use crate::receivable::ledger::{Ledger, LedgerDocument};
use crate::receivable::statement::outcome::Statement;
use crate::receivable::statement::text::figure::{figure, figure_unless_zero, whole};
use crate::receivable::statement::text::labels::{
    AMOUNT, DISPUTED, DOCUMENT, DUE, KIND, OPEN, TOTAL,
};
use crate::receivable::statement::text::part::{StatedPart, StatementTopic};
use crate::receivable::statement::text::table::{StatedTable, figures, words};
use crate::verdict::Render;
use crate::vocab::money::Money;
use crate::vocab::words::{Locale, Text};

/// Returns the documents of which anything is open, with their sum.
pub(super) fn open_items(statement: &Statement, locale: Locale) -> StatedPart {
    let mut part = StatedPart::new(StatementTopic::OpenItems, locale);
    let columns = [
        words(DOCUMENT),
        words(KIND),
        words(INVOICE),
        words(ISSUED),
        words(DUE),
        figures(LATE),
        figures(INVOICED),
        figures(OPEN),
        figures(DISPUTED),
    ];
    let mut table = StatedTable::new(columns, locale);
    let ledger = &statement.ledger;
    let documents = ledger.documents.iter().zip(&statement.documents);
    let mut sum = Some(Money::zero(ledger.currency));
    for (document, stated) in documents.filter(|(document, _)| !document.open.is_zero()) {
        sum = sum.and_then(|sum| sum.checked_add(document.open).ok());
        let invoice = document.invoice;
        let due = match document.due {
            Some(due) => due.to_string(),
            None => WHEN_RELEASED.in_locale(locale).into(),
        };
        table.row([
            document.id.to_string(),
            document.kind.text().in_locale(locale).into(),
            if invoice == document.id {
                String::new()
            } else {
                invoice.to_string()
            },
            document.issued.to_string(),
            due,
            stated.days_overdue.count().to_string(),
            figure(document.total),
            figure(document.open),
            figure_unless_zero(disputed(document, ledger)),
        ]);
    }
    if table.rows.len() > 1 {
        let mut last: [String; 9] = Default::default();
        let [name, .., open, _] = &mut last;
        *name = TOTAL.in_locale(locale).into();
        *open = sum.map(figure).unwrap_or_default();
        table.row(last);
    }
    part.add(table);
    part
}

/// Returns the part of the open amount that is disputed on the day of the ledger.
fn disputed(document: &LedgerDocument, ledger: &Ledger) -> Money {
    let running = document.disputes.iter();
    let running = running.filter(|dispute| dispute.runs_on(ledger.as_of));
    let mut sum = Money::zero(ledger.currency);
    for dispute in running {
        let amount = dispute.amount.unwrap_or(document.open);
        sum = sum.checked_add(amount).unwrap_or(document.open);
    }
    match sum.checked_cmp(document.open) {
        Ok(order) if order.is_gt() => document.open,
        _ => sum,
    }
}

/// Returns the open amounts by age.
pub(super) fn aging(aging: &Aging, locale: Locale) -> StatedPart {
    let mut part = StatedPart::new(StatementTopic::Aging, locale);
    for balance in aging.balances() {
        let columns = [words(AGE), figures(ITEMS), figures(AMOUNT)];
        let mut table = StatedTable::new(columns, locale);
        let mut add = |name: String, sum: AgedAmount| {
            if sum.items > 0 {
                table.row([name, sum.items.to_string(), figure(sum.amount)]);
            }
        };
        let ranges = aging.policy().buckets().ranges();
        for (range, sum) in ranges.zip(balance.columns()) {
            add(range.display(locale).to_string(), *sum);
        }
        add(DISPUTED.in_locale(locale).into(), balance.disputed());
        add(HELD_BACK.in_locale(locale).into(), balance.held_back());
        add(TOTAL.in_locale(locale).into(), balance.total());
        let credits = balance.credits();
        if credits.items > 0 {
            let [before, after] = NETTED.map(|text| text.in_locale(locale));
            let amount = whole(credits.amount.negated());
            table
                .sentences
                .push(alloc::format!("{before}{amount}{after}"));
        }
        part.add(table);
    }
    part
}

const AGE: Text = Text::new("age", "账龄", "帳齡");
const HELD_BACK: Text = Text::new("held back", "保留金", "保留金");
const INVOICE: Text = Text::new("of invoice", "所属发票", "所屬發票");
const INVOICED: Text = Text::new("invoiced", "开票金额", "開票金額");
const ISSUED: Text = Text::new("issued", "开具日", "開具日");
const ITEMS: Text = Text::new("items", "笔数", "筆數");
const LATE: Text = Text::new("days late", "逾期天数", "逾期天數");
const NETTED: [Text; 2] = [
    Text::new(
        "Credit of ",
        "以上金额已扣除贷方余额 ",
        "以上金額已扣除貸方餘額 ",
    ),
    Text::new(" is taken off in it.", "。", "。"),
];
const WHEN_RELEASED: Text = Text::new("when released", "待解除", "待解除");
