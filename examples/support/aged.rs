//! A bar for each column of an aging.

#![expect(
    clippy::arithmetic_side_effects,
    reason = "coordinates are at most a few thousand"
)]

use keqing::receivable::aging::{AgedAmount, AgedBalance, Aging};
use keqing::verdict::Render;
use keqing::vocab::money::Money;
use keqing::vocab::share::Share;
use keqing::vocab::words::{Locale, Text};

use crate::amount::written;
use crate::canvas::{Words, line, size_of, width, words};
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

const DISPUTED: Text = Text::new("disputed", "有争议", "有爭議");
const HELD_BACK: Text = Text::new("held back", "保留金", "保留金");
/// The word behind one item, and behind several.
const ITEMS: [Text; 2] = [
    Text::new("item", "笔", "筆"),
    Text::new("items", "笔", "筆"),
];

/// Draws a bar for each column of a balance.
pub(crate) fn bars(title: &str, aging: &Aging, balance: &AgedBalance, locale: Locale) -> String {
    let ranges = aging.policy().buckets().ranges();
    let colours = COLOURS
        .into_iter()
        .chain(COLOURS.last().copied().into_iter().cycle());
    let mut rows: Vec<(String, AgedAmount, &str)> = ranges
        .zip(balance.columns())
        .zip(colours)
        .map(|((range, amount), colour)| (range.display(locale).to_string(), *amount, colour))
        .collect();
    let apart = [
        (DISPUTED, balance.disputed()),
        (HELD_BACK, balance.held_back()),
    ];
    let apart = apart.into_iter().filter(|(_, amount)| amount.items > 0);
    rows.extend(apart.map(|(name, amount)| (name.in_locale(locale).to_owned(), amount, APART)));
    let most = rows.iter().map(|(_, amount, _)| amount.amount);
    let most = most.max_by_key(|amount| amount.amount());
    let height = u64::try_from(rows.len()).unwrap_or_default() * 30 + 8;
    let mut svg = open(460, height, title);
    line(&mut svg, (LEFT, 0), (LEFT, height), "grid");
    for (y, (name, amount, colour)) in (4_u64..).step_by(30).zip(&rows) {
        let length = length(amount.amount, most);
        words(
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
        let (text, class) = valued(*amount, locale);
        words(
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

/// Returns an amount, with the number of its items if there is room; an amount itself is never cut.
fn valued(amount: AgedAmount, locale: Locale) -> (String, &'static str) {
    let alone = written(amount.amount);
    let [one, many] = ITEMS.map(|text| text.in_locale(locale));
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
