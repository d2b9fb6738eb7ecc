//! The text of a caller as messages and paths repeat it: escaped, cut, and in quotes if need be.

use alloc::string::String;
use core::fmt::{self, Write};

/// The number of characters of a given value that a message repeats.
const REPEATED: usize = 80;

/// Returns whether a terminal acts on a character or shows nothing of it. The fillers of Hangul, the vowels of
/// Khmer that are not written and the empty cell of Braille show nothing either.
pub(crate) fn is_hidden(character: char) -> bool {
    character.is_control()
        || matches!(
            character,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180e}' | '\u{2800}' | '\u{feff}'
                | '\u{115f}' | '\u{1160}' | '\u{3164}' | '\u{ffa0}'
                | '\u{17b4}' | '\u{17b5}'
                | '\u{200b}'..='\u{200f}'
                | '\u{2028}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}'
                | '\u{fff9}'..='\u{fffb}'
                | '\u{e0000}'..='\u{e007f}'
        )
}

/// Writes a character, or its escape in JSON if it is hidden.
pub(super) fn escaped(f: &mut impl Write, character: char) -> fmt::Result {
    match character {
        '\n' => f.write_str("\\n"),
        '\r' => f.write_str("\\r"),
        '\t' => f.write_str("\\t"),
        hidden if is_hidden(hidden) => {
            let mut units = [0; 2];
            let mut units = hidden.encode_utf16(&mut units).iter();
            units.try_for_each(|unit| write!(f, "\\u{unit:04x}"))
        }
        shown => f.write_char(shown),
    }
}

/// Writes a character inside quotes.
pub(super) fn escaped_in_quotes(f: &mut impl Write, character: char) -> fmt::Result {
    match character {
        '"' => f.write_str("\\\""),
        '\\' => f.write_str("\\\\"),
        other => escaped(f, other),
    }
}

/// Returns a whole message with its hidden characters escaped; it keeps its lines.
pub(super) fn shown(message: String) -> String {
    let is_shown = |character: char| character == '\n' || !is_hidden(character);
    if message.chars().all(is_shown) {
        return message;
    }
    let mut text = String::new();
    for line in message.split_inclusive('\n') {
        let (words, end) = match line.strip_suffix('\n') {
            Some(words) => (words, "\n"),
            None => (line, ""),
        };
        // Writing into a text never fails.
        let _ = words.chars().try_for_each(|word| escaped(&mut text, word));
        text.push_str(end);
    }
    text
}

/// Returns the beginning of a text that was given, escaped and short enough to be repeated.
pub(crate) fn repeated(given: &str) -> String {
    let mut cut = Cut::new();
    // The rest of a long text is left out.
    let _ = cut.write_str(given);
    cut.text
}

/// Returns a value as JSON, cut if it becomes long.
pub(super) fn shortened(value: &impl fmt::Display) -> String {
    let mut cut = Cut::new();
    if write!(cut, "{value}").is_err() {
        cut.text.push('…');
    }
    cut.text
}

/// A writer that takes so many characters and then refuses, so that a long value is never written
/// whole.
struct Cut {
    text: String,
    room: usize,
}

impl Cut {
    const fn new() -> Self {
        Self {
            text: String::new(),
            room: REPEATED,
        }
    }

    /// Adds what a function writes, or nothing if there is no room for the whole of it.
    fn add(&mut self, write: impl FnOnce(&mut String) -> fmt::Result) -> fmt::Result {
        let before = self.text.len();
        write(&mut self.text)?;
        let added = self.text.get(before..).unwrap_or_default().chars();
        match self.room.checked_sub(added.count()) {
            Some(room) => self.room = room,
            None => {
                self.text.truncate(before);
                return Err(fmt::Error);
            }
        }
        Ok(())
    }
}

impl Write for Cut {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        text.chars()
            .try_for_each(|character| self.add(|text| escaped(text, character)))
    }
}

/// Adds the step to a field to a path.
pub(crate) fn add_step(path: &mut String, name: &str) {
    if !path.is_empty() {
        path.push('.');
    }
    // The names of fields are such, and a path is written for each value of a document.
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
    if (1..=REPEATED).contains(&name.len()) && name.bytes().all(is_plain) {
        path.push_str(name);
    } else {
        path.push_str(&step_of(name));
    }
}

/// Returns the step of a path to a field: its name, in quotes if the path could be misread.
pub(super) fn step_of(name: &str) -> String {
    let is_clear = |character: char| {
        !matches!(character, '.' | '[' | ']' | '"' | '\\') && !is_hidden(character)
    };
    if name.is_empty() || !name.chars().all(is_clear) {
        return in_quotes(name);
    }
    shortened(&name)
}

/// Returns a name in quotes, cut if it is long.
fn in_quotes(name: &str) -> String {
    let mut cut = Cut::new();
    let mut characters = name.chars();
    let is_whole = characters
        .try_for_each(|character| cut.add(|text| escaped_in_quotes(text, character)))
        .is_ok();
    let rest = if is_whole { "" } else { "…" };
    alloc::format!("\"{}{rest}\"", cut.text)
}

/// Takes the first step off a path, if it is one to a field, and returns it with the rest.
pub(crate) fn first_step(path: &str) -> Option<(&str, &str)> {
    match Step::first(path)? {
        (Step::Name(name), rest) if !name.is_empty() => Some((name, rest)),
        _ => None,
    }
}

/// Returns whether a step of a path leads to a field of the name.
pub(crate) fn leads_to(step: &str, name: &str) -> bool {
    Step::Name(step).leads_to(name)
}

/// A step of a path: a field, as the path has its name, or the place of a member of a list.
#[derive(Clone, Copy)]
pub(super) enum Step<'a> {
    Name(&'a str),
    Place(usize),
}

impl<'a> Step<'a> {
    /// Takes the first step off a path; returns `None` if no step can be read.
    pub(super) fn first(path: &'a str) -> Option<(Self, &'a str)> {
        let path = path.strip_prefix('.').unwrap_or(path);
        if let Some(place) = path.strip_prefix('[') {
            let (place, rest) = place.split_once(']')?;
            return Some((Self::Place(place.parse().ok()?), rest));
        }
        let length = match path.strip_prefix('"') {
            Some(quoted) => {
                let mut is_escaped = false;
                let end = quoted.find(|character| {
                    let is_end = character == '"' && !is_escaped;
                    is_escaped = character == '\\' && !is_escaped;
                    is_end
                });
                end?.saturating_add(2)
            }
            None => path.find(['.', '[']).unwrap_or(path.len()),
        };
        let (name, rest) = path.split_at_checked(length)?;
        Some((Self::Name(name), rest))
    }

    /// Returns whether the step leads to a field of the name.
    pub(super) fn leads_to(self, name: &str) -> bool {
        match self {
            Self::Name(step) if step.starts_with('"') => in_quotes(name) == step,
            Self::Name(step) if step.ends_with('…') => step_of(name) == step,
            Self::Name(step) => name == step,
            Self::Place(_) => false,
        }
    }
}
