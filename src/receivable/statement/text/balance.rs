//! The totals, and the period that leads to them.

use alloc::string::{String, ToString};

use crate::receivable::statement::period::Period;
use crate::receivable::statement::text::figure::{COLON, figure, named};
use crate::receivable::statement::text::labels::{
    ABOUT, AMOUNT, BALANCE, CREDIT, DATE, EVENT, FEES, INTEREST, LATE_CHARGES, OWED_BACK, PRINCIPAL,
};
use crate::receivable::statement::text::part::{StatedPart, StatementTopic};
use crate::receivable::statement::text::table::{StatedTable, figures, words};
use crate::receivable::statement::totals::StatementTotals;
use crate::vocab::money::Money;
use crate::vocab::words::{Locale, Text};

/// Returns the opening balance, the movements and the closing balance.
pub(super) fn period(period: &Period, as_of: chrono::NaiveDate, locale: Locale) -> StatedPart {
    let mut part = StatedPart::new(StatementTopic::Period, locale);
    let [before, between, after] = PERIOD.map(|text| text.in_locale(locale));
    let from = period.from;
    part.title = alloc::format!("{before}{from}{between}{as_of}{after}");
    let columns = [
        words(DATE),
        words(MOVEMENT),
        words(EVENT),
        words(ABOUT),
        figures(AMOUNT),
        figures(BALANCE),
    ];
    let mut table = StatedTable::new(columns, locale);
    let mut whole = |date: String, name: Text, balance: Money| {
        let name = name.in_locale(locale).into();
        let nothing = String::new;
        table.row([date, name, nothing(), nothing(), nothing(), figure(balance)]);
    };
    whole(from.to_string(), OPENING, period.opening.balance);
    for movement in &period.movements {
        let about = movement.document.map(|document| document.to_string());
        table.row([
            movement.date.to_string(),
            movement.kind.text().in_locale(locale).into(),
            movement.event.to_string(),
            about.unwrap_or_default(),
            figure(movement.amount),
            figure(movement.balance),
        ]);
    }
    let closing = CLOSING.in_locale(locale).into();
    let nothing = String::new;
    table.row([
        as_of.to_string(),
        closing,
        nothing(),
        nothing(),
        nothing(),
        figure(period.closing.balance),
    ]);
    part.add(table);
    let opening = period.opening;
    let of_what = parts(&opening).filter(|(_, money)| !money.is_zero());
    if of_what.count() > 1 {
        let balance = (OPENING_BALANCE, opening.balance);
        let sentence = named(balance, COLON, parts(&opening), locale);
        part.sentences.push(sentence);
    }
    part
}

/// Returns the totals.
pub(super) fn totals(totals: &StatementTotals, locale: Locale) -> StatedPart {
    let mut part = StatedPart::new(StatementTopic::Totals, locale);
    let mut table = StatedTable::new([words(FIGURE), figures(AMOUNT)], locale);
    for (place, (name, money)) in parts(totals).enumerate() {
        if place == 0 || !money.is_zero() {
            table.row([name.in_locale(locale).into(), figure(money)]);
        }
    }
    table.row([OWED.in_locale(locale).into(), figure(totals.balance)]);
    part.add(table);
    part
}

/// Lists the figures that make a balance, each with its name.
fn parts(totals: &StatementTotals) -> impl Iterator<Item = (Text, Money)> {
    let credit = match totals.credit.is_negative() {
        true => (OWED_BACK, totals.credit.negated()),
        false => (CREDIT, totals.credit),
    };
    [
        (PRINCIPAL, totals.principal),
        (INTEREST, totals.interest),
        (LATE_CHARGES, totals.compensation),
        (FEES, totals.fees),
        credit,
    ]
    .into_iter()
}

const CLOSING: Text = Text::new("closing balance", "期末余额", "期末餘額");
const FIGURE: Text = Text::new("figure", "项目", "項目");
const MOVEMENT: Text = Text::new("movement", "变动", "變動");
const OPENING: Text = Text::new("opening balance", "期初余额", "期初餘額");
const OPENING_BALANCE: Text = Text::new("Opening balance", "期初余额", "期初餘額");
const OWED: Text = Text::new("balance owed", "应付余额", "應付餘額");
const PERIOD: [Text; 3] = [
    Text::new("Period from ", "对账期间：", "對帳期間："),
    Text::new(" to ", " 至 ", " 至 "),
    Text::new("", "", ""),
];
