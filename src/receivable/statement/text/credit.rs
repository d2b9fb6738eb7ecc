//! The customer's credit and its use, and the promises to pay.

use alloc::collections::BTreeMap;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use chrono::NaiveDate;

use crate::receivable::dunning::PromiseToPay;
use crate::receivable::ledger::{ChangeKind, CreditChange, Ledger};
use crate::receivable::statement::text::figure::{COMMA, figure, whole};
use crate::receivable::statement::text::labels::{AMOUNT, BALANCE, DATE, EVENT, PAID};
use crate::receivable::statement::text::part::{StatedPart, StatementTopic};
use crate::receivable::statement::text::table::{StatedTable, figures, words};
use crate::vocab::name::DocumentId;
use crate::vocab::words::{Locale, Text};

/// Returns the changes of the credit, and what is left of each payment and credit note.
pub(super) fn credit(ledger: &Ledger, locale: Locale) -> StatedPart {
    let mut part = StatedPart::new(StatementTopic::Credit, locale);
    let columns = [
        words(DATE),
        words(CHANGE),
        words(EVENT),
        words(SOURCE),
        words(FOR),
        figures(AMOUNT),
        figures(BALANCE),
    ];
    let mut table = StatedTable::new(columns, locale);
    let uses = uses(ledger);
    for change in &ledger.credit_changes {
        let source = (change.source != change.event).then(|| change.source.to_string());
        let is_use = change.amount.is_negative();
        let documents = uses.get(&Use::of(change)).filter(|_| is_use);
        table.row([
            change.date.to_string(),
            change.kind.text().in_locale(locale).into(),
            change.event.to_string(),
            source.unwrap_or_default(),
            documents.map_or_else(String::new, |documents| listed(documents, locale)),
            figure(change.amount),
            figure(change.credit),
        ]);
    }
    part.add(table);
    for credit in &ledger.credits {
        let words = match credit.amount.is_negative() {
            true => OWED_BACK,
            false => LEFT,
        };
        let [before, since, after] = words.map(|text| text.in_locale(locale));
        let amount = match credit.amount.is_negative() {
            true => credit.amount.negated(),
            false => credit.amount,
        };
        let (source, amount, day) = (credit.source, whole(amount), credit.since);
        let sentence = alloc::format!("{before}{source} {amount}{since}{day}{after}");
        part.sentences.push(sentence);
    }
    part
}

/// One use of credit: its day, its event, and the payment or credit note from which the credit comes.
#[derive(Clone, Copy, Eq, Ord, PartialEq, PartialOrd)]
struct Use {
    date: NaiveDate,
    event: DocumentId,
    source: DocumentId,
}

impl Use {
    fn of(change: &CreditChange) -> Self {
        Self {
            date: change.date,
            event: change.event,
            source: change.source,
        }
    }
}

/// Lists the documents for which credit was used, by its use.
fn uses(ledger: &Ledger) -> BTreeMap<Use, Vec<DocumentId>> {
    let mut uses: BTreeMap<Use, Vec<DocumentId>> = BTreeMap::new();
    for document in &ledger.documents {
        let changes = document.changes.iter();
        let used = changes
            .filter(|change| matches!(change.kind, ChangeKind::CreditUse | ChangeKind::SetOff));
        for change in used {
            let documents = uses.entry(Use {
                date: change.date,
                event: change.event,
                source: change.source.unwrap_or(change.event),
            });
            let documents = documents.or_default();
            if documents.last() != Some(&document.id) {
                documents.push(document.id);
            }
        }
    }
    uses
}

/// Lists documents, at most so many of them by name.
pub(super) fn listed(documents: &[DocumentId], locale: Locale) -> String {
    let named = documents.iter().take(NAMED);
    let named: Vec<String> = named.map(ToString::to_string).collect();
    let written = named.join(COMMA.in_locale(locale));
    match documents.len().saturating_sub(NAMED) {
        0 => written,
        more => {
            let [before, after] = MORE.map(|text| text.in_locale(locale));
            alloc::format!("{written}{before}{more}{after}")
        }
    }
}

/// The number of documents that are listed by name.
const NAMED: usize = 5;

/// Returns the promises to pay, each with the money that came for it.
pub(super) fn promises(ledger: &Ledger, locale: Locale) -> StatedPart {
    let mut part = StatedPart::new(StatementTopic::Promises, locale);
    let columns = [
        words(MADE),
        words(BY),
        figures(AMOUNT),
        figures(PAID),
        words(STATE),
    ];
    let mut table = StatedTable::new(columns, locale);
    for promise in &ledger.promises {
        table.row([
            promise.made.to_string(),
            promise.by.to_string(),
            figure(promise.amount),
            figure(promise.paid),
            state(promise, ledger.as_of).in_locale(locale).into(),
        ]);
    }
    part.add(table);
    part
}

fn state(promise: &PromiseToPay, as_of: NaiveDate) -> Text {
    if promise.is_broken_on(as_of) {
        BROKEN
    } else if promise.runs_on(as_of) {
        RUNS
    } else {
        KEPT
    }
}

const BROKEN: Text = Text::new("broken", "未履行", "未履行");
const BY: Text = Text::new("pay by", "最迟付款日", "最遲付款日");
const CHANGE: Text = Text::new("change", "变动", "變動");
const FOR: Text = Text::new("for", "用于", "用於");
const KEPT: Text = Text::new("kept", "已履行", "已履行");
const LEFT: [Text; 3] = [
    Text::new("Not used: ", "未使用：", "未使用："),
    Text::new(", since ", "，自 ", "，自 "),
    Text::new(".", " 起。", " 起。"),
];
const MADE: Text = Text::new("promised", "承诺日", "承諾日");
const MORE: [Text; 2] = [
    Text::new(" and ", "，另有 ", "，另有 "),
    Text::new(" more", " 份", " 份"),
];
const OWED_BACK: [Text; 3] = [
    Text::new(
        "The customer has to pay us back: ",
        "客户应返还我方：",
        "客戶應返還我方：",
    ),
    Text::new(", of ", "，自 ", "，自 "),
    Text::new(".", " 起。", " 起。"),
];
const RUNS: Text = Text::new("still running", "尚未到期", "尚未到期");
const SOURCE: Text = Text::new("from", "来源", "來源");
const STATE: Text = Text::new("state", "状态", "狀態");
