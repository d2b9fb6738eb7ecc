//! Fixed sums and fees, and the discounts.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use chrono::NaiveDate;

use crate::receivable::discount::DiscountOutcome;
use crate::receivable::ledger::{DiscountDecision, Ledger, LedgerDocument};
use crate::receivable::statement::text::figure::{day, figure, figure_unless_zero};
use crate::receivable::statement::text::labels::{
    AMOUNT, CLEARED, COMPENSATION, DATE, DOCUMENT, KIND, OPEN, PAID,
};
use crate::receivable::statement::text::part::{StatedPart, StatementTopic};
use crate::receivable::statement::text::table::{StatedTable, figures, words};
use crate::vocab::money::Money;
use crate::vocab::words::{Locale, Text};

/// Returns the fixed sums for paying late, and the fees.
pub(super) fn charges(ledger: &Ledger, locale: Locale) -> StatedPart {
    let mut part = StatedPart::new(StatementTopic::Charges, locale);
    let columns = [
        words(KIND),
        words(NUMBER),
        words(DOCUMENT),
        words(OWED_SINCE),
        figures(AMOUNT),
        figures(CLEARED),
        figures(OPEN),
    ];
    let mut table = StatedTable::new(columns, locale);
    for document in &ledger.documents {
        for row in late_charges(document, locale) {
            table.row(row);
        }
        for fee in &document.fees {
            let about = (fee.id != document.id).then(|| document.id.to_string());
            table.row([
                fee.component.text().in_locale(locale).into(),
                fee.id.to_string(),
                about.unwrap_or_default(),
                fee.date.to_string(),
                figure(fee.amount),
                less(fee.amount, [fee.open])
                    .map(figure_unless_zero)
                    .unwrap_or_default(),
                figure(fee.open),
            ]);
        }
    }
    part.add(table);
    part
}

/// Returns the rows of the fixed sum and of the charges of a document. What was cleared goes to the first
/// of them first.
fn late_charges(document: &LedgerDocument, locale: Locale) -> Vec<[String; 7]> {
    let cleared = &document.cleared;
    let paid = cleared.compensation_paid;
    let mut paid = paid.checked_add(cleared.compensation_let_off).ok();
    let charges = document.charges.as_ref();
    let fixed = charges.map_or(Some(document.compensation), |charges| {
        less(document.compensation, [charges.total.money()])
    });
    let since = document.due.and_then(|due| due.succ_opt());
    let fixed = fixed.map(|amount| (COMPENSATION, since, amount));
    let rows = charges.into_iter().flat_map(|charges| &charges.rows);
    let rows = rows.map(|row| (row.kind.text(), Some(row.first), row.amount.money()));
    let all = fixed.into_iter().chain(rows);
    let all = all.filter(|(_, _, amount)| !amount.is_zero());
    all.map(|(kind, since, amount)| {
        let part = paid.map(|paid| {
            if paid.amount() < amount.amount() {
                paid
            } else {
                amount
            }
        });
        paid = paid.zip(part).and_then(|(paid, part)| less(paid, [part]));
        let open = part.and_then(|part| less(amount, [part]));
        [
            kind.in_locale(locale).into(),
            String::new(),
            document.id.to_string(),
            day(since),
            figure(amount),
            part.map(figure_unless_zero).unwrap_or_default(),
            open.map(figure).unwrap_or_default(),
        ]
    })
    .collect()
}

/// Returns an amount less others; `None` if that cannot be computed.
fn less<const N: usize>(amount: Money, others: [Money; N]) -> Option<Money> {
    let mut others = others.into_iter();
    others.try_fold(amount, |rest, other| rest.checked_sub(other).ok())
}

/// Returns the discounts that were taken and refused, each with the reason.
pub(super) fn discounts(ledger: &Ledger, locale: Locale) -> StatedPart {
    let mut part = StatedPart::new(StatementTopic::Discounts, locale);
    let columns = [
        words(DATE),
        words(DOCUMENT),
        words(PAYMENT),
        figures(PAID),
        figures(DISCOUNT),
        figures(TIER),
        words(UNTIL),
        words(WHY),
    ];
    let mut table = StatedTable::new(columns, locale);
    for decision in &ledger.discounts {
        let DiscountDecision {
            document, payment, ..
        } = *decision;
        let row = |date: NaiveDate, paid, discount, why: [String; 3]| {
            let [tier, until, why] = why;
            let (date, document, payment) =
                (date.to_string(), document.to_string(), payment.to_string());
            let (paid, discount) = (figure(paid), figure(discount));
            [date, document, payment, paid, discount, tier, until, why]
        };
        let (paid, discount) = (decision.paid, decision.discount);
        let outcome = why(decision.outcome, locale);
        table.row(row(decision.date, paid, discount, outcome));
        if let Some(date) = decision.void_on {
            let why = [String::new(), String::new(), VOID.in_locale(locale).into()];
            table.row(row(date, paid.negated(), discount.negated(), why));
        }
    }
    part.add(table);
    part
}

/// Returns the tier, its last day, and the reason for which there is a discount, or none.
fn why(outcome: DiscountOutcome, locale: Locale) -> [String; 3] {
    let words = |text: Text| String::from(text.in_locale(locale));
    match outcome {
        DiscountOutcome::Earned { tier, deadline } => {
            [tier.to_string(), deadline.to_string(), words(EARNED)]
        }
        DiscountOutcome::NotOffered => [String::new(), String::new(), words(NOT_OFFERED)],
        DiscountOutcome::PaidPartly {
            tier,
            deadline,
            missing,
        } => {
            let missing = figure(missing.money());
            let why = alloc::format!("{}{missing}", words(PAID_PARTLY));
            [tier.to_string(), deadline.to_string(), why]
        }
        DiscountOutcome::TooLate { deadline } => {
            [String::new(), deadline.to_string(), words(TOO_LATE)]
        }
    }
}

const DISCOUNT: Text = Text::new("discount", "折扣", "折扣");
const EARNED: Text = Text::new("earned", "已获得", "已獲得");
const NOT_OFFERED: Text = Text::new("none is offered", "未约定折扣", "未約定折扣");
const NUMBER: Text = Text::new("fee", "费用编号", "費用編號");
const OWED_SINCE: Text = Text::new("owed since", "起欠日", "起欠日");
const PAID_PARTLY: Text = Text::new("short by ", "未付足，尚差 ", "未付足，尚差 ");
const PAYMENT: Text = Text::new("payment", "付款", "付款");
const TIER: Text = Text::new("tier", "档次", "檔次");
const TOO_LATE: Text = Text::new("too late", "已过期", "已過期");
const UNTIL: Text = Text::new("last day", "最后一天", "最後一天");
const VOID: Text = Text::new("void: it came back", "失效：付款被退回", "失效：付款被退回");
const WHY: Text = Text::new("answer", "结果", "結果");
