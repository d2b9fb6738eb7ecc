//! Bars, one below the other, as wide as a phone shows them.

#![expect(
    clippy::arithmetic_side_effects,
    reason = "coordinates are at most a few thousand"
)]

use crate::svg::{bar, close, label, open};

const WIDTH: u64 = 340;
/// The room for the longest bar; the number stands behind it.
const LONGEST: u64 = 280;
/// The height of a name and the bar below it.
const STEP: u64 = 36;
/// The number of letters for which a line has room; one of Chinese counts twice.
const LETTERS: usize = 54;

/// A count, its name and its colour.
#[derive(Clone, Debug)]
pub(crate) struct Bar {
    pub(crate) name: String,
    pub(crate) count: u64,
    pub(crate) colour: &'static str,
}

/// Draws a bar for each count.
pub(crate) fn bars(title: &str, bars: &[Bar]) -> String {
    let most = bars.iter().map(|one| one.count).max();
    let most = u128::from(most.unwrap_or_default().max(1));
    let height = u64::try_from(bars.len()).unwrap_or_default() * STEP;
    let mut svg = open(WIDTH, height.max(STEP), title);
    for (place, one) in (0_u64..).zip(bars) {
        let y = place * STEP;
        let length = u128::from(one.count) * u128::from(LONGEST) / most;
        let length = u64::try_from(length).unwrap_or(LONGEST);
        // Few of very many would have no length at all.
        let length = length.max(u64::from(one.count > 0));
        label(&mut svg, (0, y + 12), "start", &shortened(&one.name));
        bar(&mut svg, (0, y + 17), (length, 12), one.colour);
        let count = one.count.to_string();
        label(&mut svg, (length + 6, y + 27), "start", &count);
    }
    close(svg)
}

/// Returns a name that is no longer than its line.
fn shortened(name: &str) -> String {
    let wide = |letter: char| if letter.is_ascii() { 1 } else { 2 };
    let widths = name.chars().scan(0, |sum: &mut usize, letter| {
        *sum += wide(letter);
        Some((*sum, letter))
    });
    let kept: String = widths
        .take_while(|(width, _)| *width <= LETTERS)
        .map(|(_, letter)| letter)
        .collect();
    match kept.len() == name.len() {
        true => kept,
        false => format!("{}…", kept.trim_end()),
    }
}
