use alloc::string::{String, ToString};

use chrono::NaiveDate;

use crate::vocab::money::Money;
use crate::vocab::words::{Locale, Text};

/// Returns an amount without its currency, with all decimal places that the currency has.
pub(super) fn figure(money: Money) -> String {
    let mut amount = money.amount().normalize();
    let places = money.currency().minor_units().unwrap_or(0);
    if amount.scale() < places {
        amount.rescale(places);
    }
    amount.to_string()
}

/// Returns an amount without its currency; nothing for zero.
pub(super) fn figure_unless_zero(money: Money) -> String {
    match money.is_zero() {
        true => String::new(),
        false => figure(money),
    }
}

/// Returns an amount with its currency.
pub(super) fn whole(money: Money) -> String {
    alloc::format!("{} {}", figure(money), money.currency())
}

/// Returns a day; nothing without one.
pub(super) fn day(date: Option<NaiveDate>) -> String {
    date.map_or_else(String::new, |date| date.to_string())
}

/// Returns a sentence with an amount behind its name, and then the others that are not zero.
pub(super) fn named(
    (name, money): (Text, Money),
    between: Text,
    others: impl IntoIterator<Item = (Text, Money)>,
    locale: Locale,
) -> String {
    let mut written = alloc::format!("{} {}", name.in_locale(locale), whole(money));
    let mut before = between;
    for (name, money) in others.into_iter().filter(|(_, money)| !money.is_zero()) {
        written.push_str(before.in_locale(locale));
        written.push_str(&alloc::format!(
            "{} {}",
            name.in_locale(locale),
            whole(money)
        ));
        before = SEMICOLON;
    }
    written.push_str(FULL_STOP.in_locale(locale));
    written
}

pub(super) const COLON: Text = Text::new(": ", "：", "：");
pub(super) const COMMA: Text = Text::new(", ", "、", "、");
pub(super) const FULL_STOP: Text = Text::new(".", "。", "。");
pub(super) const SEMICOLON: Text = Text::new("; ", "；", "；");
