//! The texts, lines and days of a picture. A text stays within its room.

#![expect(
    clippy::arithmetic_side_effects,
    reason = "coordinates are at most a few thousand"
)]

use std::fmt::Write as _;

use chrono::NaiveDate;

use crate::page::escape;
use crate::svg::label;

/// The size of the letters of a picture.
pub(crate) const LETTERS: u64 = 13;
/// The size of its small letters, which have the class `s`.
pub(crate) const SMALL: u64 = 11;

/// A text of a picture: its place, the room that it has, and its look.
pub(crate) struct Words<'a> {
    pub(crate) at: (u64, u64),
    pub(crate) anchor: &'a str,
    pub(crate) class: &'a str,
    pub(crate) room: u64,
    pub(crate) text: &'a str,
}

/// Writes a text; if it is too long for its room, it ends in an ellipsis and the whole is its title.
pub(crate) fn words(svg: &mut String, words: &Words<'_>) {
    let Words {
        at: (x, y),
        anchor,
        class,
        room,
        text,
    } = words;
    let size = size_of(class);
    if class.is_empty() && width(text, size) <= *room {
        return label(svg, (*x, *y), anchor, text);
    }
    let whole = escape(text);
    let (shown, title) = if width(text, size) <= *room {
        (whole, String::new())
    } else {
        (
            escape(&cut(text, size, *room)),
            format!("<title>{whole}</title>"),
        )
    };
    let _ = write!(
        svg,
        r#"<text x="{x}" y="{y}" text-anchor="{anchor}" class="{class}">{shown}{title}</text>"#
    );
}

/// Returns the size of the letters of a class; bold ones are as wide as larger ones.
pub(crate) fn size_of(class: &str) -> u64 {
    let has = |name: &str| class.split(' ').any(|one| one == name);
    let size = if has("s") { SMALL } else { LETTERS };
    size + u64::from(has("b"))
}

/// Returns about how wide a text is; rather too much than too little, as no page knows its letters.
pub(crate) fn width(text: &str, size: u64) -> u64 {
    text.chars()
        .map(|letter| advance(letter) * size)
        .sum::<u64>()
        / 100
}

/// Cuts a text for a room, with an ellipsis at its end.
pub(crate) fn cut(text: &str, size: u64, room: u64) -> String {
    let mut left = (room * 100).saturating_sub(100 * size);
    let mut kept = String::new();
    for letter in text.chars() {
        let Some(rest) = left.checked_sub(advance(letter) * size) else {
            break;
        };
        left = rest;
        kept.push(letter);
    }
    format!("{}…", kept.trim_end())
}

/// Returns the width of a letter in hundredths of its size.
const fn advance(letter: char) -> u64 {
    match letter {
        ' ' | '.' | ',' | ':' | ';' | '\'' | '|' | '!' | 'i' | 'j' | 'l' => 36,
        'f' | 't' | 'r' | '(' | ')' | '-' | '/' | 'I' => 45,
        'm' | 'w' | 'M' | 'W' | '@' | '%' => 100,
        'A'..='Z' => 74,
        '\0'..='\u{24f}' => 62,
        '\u{250}'..='\u{10ff}' | '\u{2000}'..='\u{20ff}' => 75,
        '\u{1100}'..='\u{ffff}' => 102,
        _ => 135,
    }
}

/// Draws a straight line of a class.
pub(crate) fn line(svg: &mut String, (x, y): (u64, u64), (to_x, to_y): (u64, u64), class: &str) {
    let _ = write!(svg, r#"<path d="M{x} {y}L{to_x} {to_y}" class="{class}"/>"#);
}

/// The days of a picture from left to right.
pub(crate) struct Days {
    pub(crate) first: NaiveDate,
    pub(crate) last: NaiveDate,
    pub(crate) left: u64,
    pub(crate) width: u64,
}

impl Days {
    /// Returns the place of a day; one outside stands at the end.
    pub(crate) fn x(&self, day: NaiveDate) -> u64 {
        let days = |from: NaiveDate, to: NaiveDate| {
            let days = to.signed_duration_since(from).num_days();
            u64::try_from(days).unwrap_or_default()
        };
        let all = days(self.first, self.last);
        if all == 0 {
            return self.left + self.width / 2;
        }
        self.left + days(self.first, day).min(all) * self.width / all
    }
}

/// Puts a picture into a frame in which it scrolls if the page is narrower than what can be read.
pub(crate) fn framed(class: &str, svg: &str) -> String {
    format!("<div class=\"pic {class}\">{svg}</div>\n")
}
