//! The late interest, segment by segment.

use alloc::string::{String, ToString};

use rust_decimal::Decimal;

use crate::receivable::interest::{Interest, Segment};
use crate::receivable::ledger::LedgerDocument;
use crate::receivable::statement::outcome::Statement;
use crate::receivable::statement::text::figure::{
    SEMICOLON, day, figure, figure_unless_zero, named,
};
use crate::receivable::statement::text::labels::{AMOUNT, DAYS};
use crate::receivable::statement::text::part::{StatedPart, StatementTopic};
use crate::receivable::statement::text::table::{StatedTable, figures, words};
use crate::vocab::money::{FractionalMoney, Money, RoundingMode};
use crate::vocab::rate::Rate;
use crate::vocab::words::{Locale, Text};

/// Returns the interest of each document that bore any.
pub(super) fn interest(statement: &Statement, locale: Locale) -> StatedPart {
    let mut part = StatedPart::new(StatementTopic::Interest, locale);
    let documents = statement.ledger.documents.iter().zip(&statement.documents);
    for (document, stated) in documents {
        let interest = stated.interest.as_ref();
        let Some(interest) = interest.filter(|interest| !interest.exact().is_zero()) else {
            continue;
        };
        let mut table = segments(interest, locale);
        table.title = Some(title(document, locale));
        table.sentences.push(sums(document, locale));
        part.add(table);
    }
    part
}

fn title(document: &LedgerDocument, locale: Locale) -> String {
    let id = document.id;
    let [before, after] = DUE.map(|text| text.in_locale(locale));
    match document.due {
        Some(due) => alloc::format!("{id}{before}{due}{after}"),
        None => id.to_string(),
    }
}

/// Returns a table of the segments. Their amounts are rounded cumulatively, so that they add up.
fn segments(interest: &Interest, locale: Locale) -> StatedTable {
    let columns = [
        words(FROM),
        words(TO),
        figures(DAYS),
        figures(BEARING),
        figures(PAUSED),
        figures(RATE),
        figures(FRACTION),
        figures(AMOUNT),
        words(ENDED),
    ];
    let mut table = StatedTable::new(columns, locale);
    let mut running = Running::new(interest);
    for segment in interest.segments() {
        let bearing = match segment.paused {
            Some(paused) => segment.balance.checked_sub(paused).ok(),
            None => Some(segment.balance),
        };
        table.row([
            day(segment.from.succ_opt()),
            segment.to.to_string(),
            segment.days.count().to_string(),
            bearing.map(figure).unwrap_or_default(),
            segment.paused.map(figure_unless_zero).unwrap_or_default(),
            percent(segment.rate),
            segment.fraction.to_string(),
            running.next(segment).map(figure).unwrap_or_default(),
            segment.ends.text().in_locale(locale).into(),
        ]);
    }
    if let Some(rest) = running.rest(interest).filter(|rest| !rest.is_zero()) {
        let mut row: [String; 9] = Default::default();
        let [name, .., amount, _] = &mut row;
        *name = ROUNDING.in_locale(locale).into();
        *amount = figure(rest);
        table.row(row);
    }
    table
}

/// The exact interest so far, and what was written of it.
struct Running {
    exact: Option<FractionalMoney>,
    written: Money,
}

impl Running {
    fn new(interest: &Interest) -> Self {
        let currency = interest.exact().currency();
        Self {
            exact: Some(FractionalMoney::zero(currency)),
            written: Money::zero(currency),
        }
    }

    /// Returns the amount of the next segment; `None` if it has too many digits to be written.
    fn next(&mut self, segment: &Segment) -> Option<Money> {
        self.exact = self.exact?.checked_add(segment.amount).ok();
        let whole = self.exact?.round(RoundingMode::HalfEven).ok()?.money();
        let more = whole.checked_sub(self.written).ok()?;
        self.written = whole;
        Some(more)
    }

    /// Returns the amount by which the policy charges more than the segments add up to.
    fn rest(&self, interest: &Interest) -> Option<Money> {
        self.exact?;
        let charged = interest.charged().money();
        charged.checked_sub(self.written).ok()
    }
}

/// Returns what was charged, and what became of it.
fn sums(document: &LedgerDocument, locale: Locale) -> String {
    let cleared = &document.cleared;
    let open = document
        .charged
        .checked_sub(cleared.interest_paid)
        .and_then(|rest| rest.checked_sub(cleared.interest_let_off));
    let others = [
        (PAID, cleared.interest_paid),
        (LET_OFF, cleared.interest_let_off),
    ];
    let others = others.into_iter().chain(open.map(|open| (OPEN, open)));
    named((CHARGED, document.charged), SEMICOLON, others, locale)
}

/// Returns a rate in percent a year.
fn percent(rate: Rate) -> String {
    match rate.fraction().checked_mul(Decimal::ONE_HUNDRED) {
        Some(percent) => alloc::format!("{} %", percent.normalize()),
        None => rate.to_string(),
    }
}

const BEARING: Text = Text::new("bearing", "计息余额", "計息餘額");
const CHARGED: Text = Text::new("Charged", "应计", "應計");
const DUE: [Text; 2] = [
    Text::new(", due ", "，", "，"),
    Text::new("", " 到期", " 到期"),
];
const ENDED: Text = Text::new("ended by", "分段原因", "分段原因");
const FRACTION: Text = Text::new("of a year", "占年比例", "佔年比例");
const FROM: Text = Text::new("from", "自", "自");
const LET_OFF: Text = Text::new("waived or written off", "减免或核销", "減免或核銷");
const OPEN: Text = Text::new("open", "未清", "未清");
const PAID: Text = Text::new("paid", "已付", "已付");
const PAUSED: Text = Text::new("paused", "中止计息", "中止計息");
const RATE: Text = Text::new("rate a year", "年利率", "年利率");
const ROUNDING: Text = Text::new("rounding or minimum", "舍入或最低额", "捨入或最低額");
const TO: Text = Text::new("to", "至", "至");
