//! Names in JSON, made from the names in the code while the crate is compiled.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

/// Returns the name of a field with dashes for underscores.
pub(crate) const fn dashed<const N: usize>(field: &str) -> [u8; N] {
    let mut name = [b'-'; N];
    let (mut from, mut to): (&[u8], &mut [u8]) = (field.as_bytes(), &mut name);
    while let ([first, rest @ ..], [place, after @ ..]) = (from, to) {
        if *first != b'_' {
            *place = *first;
        }
        (from, to) = (rest, after);
    }
    name
}

/// Returns the length of the name of a variant with a dash before each word.
pub(crate) const fn kebab_length(variant: &str) -> usize {
    let mut length = variant.len();
    let mut rest: &[u8] = match variant.as_bytes() {
        [_, rest @ ..] => rest,
        [] => &[],
    };
    while let [first, after @ ..] = rest {
        length = length.saturating_add(first.is_ascii_uppercase() as usize);
        rest = after;
    }
    length
}

/// Returns the name of a variant in lower case, with a dash before each word but the first.
pub(crate) const fn kebab<const N: usize>(variant: &str) -> [u8; N] {
    let mut name = [b'-'; N];
    let (mut from, mut to): (&[u8], &mut [u8]) = (variant.as_bytes(), &mut name);
    let mut is_first = true;
    while let [first, rest @ ..] = from {
        if first.is_ascii_uppercase() && !is_first {
            to = match to {
                [_, after @ ..] => after,
                [] => &mut [],
            };
        }
        to = match to {
            [place, after @ ..] => {
                *place = first.to_ascii_lowercase();
                after
            }
            [] => &mut [],
        };
        (from, is_first) = (rest, false);
    }
    name
}

/// Returns the bytes of a name as a text.
pub(crate) const fn text(name: &'static [u8]) -> &'static str {
    match core::str::from_utf8(name) {
        Ok(name) => name,
        Err(_) => panic!("a name of the code is text, and stays so with dashes"),
    }
}

/// Returns the name of a type in the code as words: `PairKind` is a pair kind.
pub(crate) fn words_of(name: &str) -> String {
    let mut words = String::new();
    for (place, letter) in name.chars().enumerate() {
        if place > 0 && letter.is_uppercase() {
            words.push(' ');
        }
        words.extend(letter.to_lowercase());
    }
    words
}

/// Returns the plural of a name for people: of `currency` it is `currencies`.
pub(super) fn several(name: &str) -> String {
    match name.strip_suffix('y') {
        Some(stem) if !stem.ends_with(['a', 'e', 'o', 'u']) => format!("{stem}ies"),
        _ if name.ends_with(['s', 'x']) || name.ends_with("ch") => format!("{name}es"),
        _ => format!("{name}s"),
    }
}

/// Names as a message lists them: "one of `a`, `b`", and a single one alone.
pub(crate) struct OneOf<I>(pub(crate) I);

impl<I: Iterator<Item: fmt::Display> + Clone> fmt::Display for OneOf<I> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut names = self.0.clone();
        let Some(first) = names.next() else {
            return f.write_str("nothing");
        };
        let mut rest = names.peekable();
        let before = if rest.peek().is_some() { "one of " } else { "" };
        write!(f, "{before}`{first}`")?;
        rest.try_for_each(|name| write!(f, ", `{name}`"))
    }
}

/// The name that was probably meant, as the end of a message.
pub(crate) struct DidYouMean<'a>(pub(crate) Option<&'a str>);

impl fmt::Display for DidYouMean<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Some(name) => write!(f, "; did you mean `{name}`?"),
            None => Ok(()),
        }
    }
}

/// The longest name that is compared with others.
const COMPARED: usize = 48;

/// Returns the name that was probably meant: the closest one, if few of its letters are wrong.
///
/// Case and dashes do not count. At most a third of the letters of the longer name may be wrong, and at most
/// a fifth if the first one is.
///
/// # Examples
///
/// ```
/// use keqing::form::nearest;
/// use keqing::oracle::Question;
///
/// assert_eq!(nearest("lifecycle.jugde", Question::NAMES.iter().copied()), Some("lifecycle.judge"));
/// assert_eq!(nearest("weather", Question::NAMES.iter().copied()), None);
/// ```
pub fn nearest<'a>(given: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let given = letters(given)?;
    let close = known.into_iter().filter_map(|name| {
        let meant = letters(name)?;
        let part = if given.first() == meant.first() { 3 } else { 5 };
        let distance = steps(&given, &meant)?;
        let most = given.len().max(meant.len()).div_euclid(part);
        (distance <= most).then_some((distance, name))
    });
    close
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, name)| name)
}

/// Returns the letters of a name in lower case, without what joins its words; `None` for a long name.
fn letters(name: &str) -> Option<Vec<u8>> {
    let is_joint = |byte: &u8| matches!(byte, b'-' | b'_' | b' ');
    let bytes = name.bytes().filter(|byte| !is_joint(byte));
    (name.len() <= COMPARED).then(|| bytes.map(|byte| byte.to_ascii_lowercase()).collect())
}

/// Counts the letters that have to be put in, left out, changed or swapped; returns `None` for long
/// names.
fn steps(given: &[u8], name: &[u8]) -> Option<usize> {
    if given.len() > COMPARED || name.len() > COMPARED {
        return None;
    }
    let mut before = [0; COMPARED + 1];
    let mut row: [usize; COMPARED + 1] = core::array::from_fn(|place| place);
    let mut last = None;
    for (place, letter) in given.iter().enumerate() {
        let above = row;
        let mut swapped = None;
        let [first, ..] = &mut row;
        *first = place.saturating_add(1);
        for (column, other) in name.iter().enumerate() {
            let at = |row: &[usize], column: usize| row.get(column).copied().unwrap_or_default();
            let next = column.saturating_add(1);
            let changed = at(&above, column).saturating_add(usize::from(letter != other));
            let shifted = at(&above, next).min(at(&row, column)).saturating_add(1);
            let mut least = changed.min(shifted);
            if last == Some(other) && swapped == Some(letter) {
                least = least.min(at(&before, column.saturating_sub(1)).saturating_add(1));
            }
            if let Some(cell) = row.get_mut(next) {
                *cell = least;
            }
            swapped = Some(other);
        }
        (before, last) = (above, Some(letter));
    }
    row.get(name.len()).copied()
}

#[cfg(test)]
mod tests {
    use alloc::string::ToString;

    use super::{OneOf, dashed, kebab, kebab_length, nearest};

    #[test]
    fn fields_have_dashes_and_variants_are_kebab() {
        assert_eq!(&dashed::<5>("as_of"), b"as-of");
        assert_eq!(kebab_length("ActActIsda"), 12);
        assert_eq!(&kebab::<12>("ActActIsda"), b"act-act-isda");
        assert_eq!(&kebab::<4>("Open"), b"open");
    }

    #[test]
    fn a_single_name_stands_alone() {
        for (names, expected) in [
            (&["a", "b", "c"][..], "one of `a`, `b`, `c`"),
            (&["a"], "`a`"),
            (&[], "nothing"),
        ] {
            assert_eq!(OneOf(names.iter()).to_string(), expected);
        }
    }

    #[test]
    fn the_nearest_name_has_few_wrong_letters() {
        let known = || ["as-of", "share", "trust", "trade-history"].into_iter();
        for (given, expected) in [
            ("asof", Some("as-of")),
            ("shrae", Some("share")),
            ("sharing", None),
            ("trade_histroy", Some("trade-history")),
            ("", None),
            ("xyz", None),
            ("AS_OF", Some("as-of")),
            ("TradeHistory", Some("trade-history")),
            ("hsare", Some("share")),
        ] {
            assert_eq!(nearest(given, known()), expected, "{given}");
        }
        assert_eq!(nearest(&"x".repeat(60), known()), None);
        assert_eq!(nearest("idd", ["id", "name"].into_iter()), Some("id"));
        for (given, name) in [("none", "one"), ("currency", "occurrence")] {
            assert_eq!(nearest(given, [name].into_iter()), None, "{given}");
        }
    }
}
