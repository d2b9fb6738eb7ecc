//! The texts of a file: the messages of its errors, and what its tests and examples say.

use std::iter::Peekable;
use std::str::Chars;

use proc_macro2::{Delimiter, Literal, TokenStream, TokenTree};

use super::tokens::{attribute, group, is_mark, is_word, word};

/// The literals of a file of the library.
#[derive(Debug, Default)]
pub(crate) struct Texts {
    /// The messages of its errors: what `#[error("…")]` holds outside tests.
    pub(crate) errors: Vec<String>,
    /// The texts in its tests and in the examples of its documentation.
    pub(crate) checked: Vec<String>,
    /// The modules for tests that have a file of their own.
    pub(crate) test_modules: Vec<String>,
}

impl Texts {
    /// Reads a file of the library.
    pub(crate) fn of(text: &str) -> Self {
        let mut texts = Self::default();
        texts.read(&tokens(text));
        texts
    }

    fn read(&mut self, tokens: &[TokenTree]) {
        let (mut at, mut documentation) = (0, String::new());
        while let Some(token) = tokens.get(at) {
            let Some((length, only_tests)) = attribute(tokens, at) else {
                if let TokenTree::Group(group) = token {
                    self.read(&group.stream().into_iter().collect::<Vec<_>>());
                }
                at += 1;
                continue;
            };
            at += length;
            if only_tests {
                let end = end_of_item(tokens, at);
                self.keep_test(&tokens[at..end]);
                at = end;
                continue;
            }
            let content = group(tokens.get(at - 1), Delimiter::Bracket).unwrap_or_default();
            if is_word(content.first(), "error") {
                let message = group(content.get(1), Delimiter::Parenthesis).unwrap_or_default();
                self.errors.extend(said(message.first()));
            } else if is_word(content.first(), "doc") {
                documentation.extend(said(content.get(2)));
                documentation.push('\n');
            }
        }
        self.checked.extend(examples(&documentation));
    }

    fn keep_test(&mut self, item: &[TokenTree]) {
        literals(item, &mut self.checked);
        let [.., before, name, end] = item else {
            return;
        };
        if is_word(Some(before), "mod") && is_mark(Some(end), ';') {
            self.test_modules.extend(word(Some(name)));
        }
    }
}

/// Every text in a file of tests.
pub(crate) fn texts(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    literals(&tokens(text), &mut found);
    found
}

/// Every text in the examples of a documentation.
pub(crate) fn examples(documentation: &str) -> Vec<String> {
    let blocks = documentation.split("```").skip(1).step_by(2);
    blocks.flat_map(texts).collect()
}

/// The tokens of a text; none where it is no code.
fn tokens(text: &str) -> Vec<TokenTree> {
    let stream: TokenStream = text.parse().unwrap_or_default();
    stream.into_iter().collect()
}

/// An item ends with its semicolon or with its braces.
fn end_of_item(tokens: &[TokenTree], start: usize) -> usize {
    let ends = |at: &usize| {
        is_mark(tokens.get(*at), ';') || group(tokens.get(*at), Delimiter::Brace).is_some()
    };
    (start..tokens.len())
        .find(ends)
        .map_or(tokens.len(), |at| at + 1)
}

fn literals(tokens: &[TokenTree], into: &mut Vec<String>) {
    for token in tokens {
        if let TokenTree::Group(group) = token {
            literals(&group.stream().into_iter().collect::<Vec<_>>(), into);
        }
        into.extend(said(Some(token)));
    }
}

/// The text that a literal stands for.
fn said(token: Option<&TokenTree>) -> Option<String> {
    let Some(TokenTree::Literal(literal)) = token else {
        return None;
    };
    let written = Literal::to_string(literal);
    if let Some(raw) = written.strip_prefix('r') {
        let inner = raw.trim_matches('#').strip_prefix('"')?;
        return inner.strip_suffix('"').map(str::to_owned);
    }
    let inner = written.strip_prefix('"')?.strip_suffix('"')?;
    let (mut text, mut letters) = (String::new(), inner.chars().peekable());
    while let Some(letter) = letters.next() {
        match letter {
            '\\' => text.extend(escaped(&mut letters)),
            other => text.push(other),
        }
    }
    Some(text)
}

/// The letter that an escape stands for; none for a line that goes on.
fn escaped(letters: &mut Peekable<Chars<'_>>) -> Option<char> {
    match letters.next()? {
        'n' => Some('\n'),
        'r' => Some('\r'),
        't' => Some('\t'),
        '0' => Some('\0'),
        'x' => {
            let digits: String = letters.take(2).collect();
            char::from_u32(u32::from_str_radix(&digits, 16).ok()?)
        }
        'u' => {
            let digits: String = letters
                .skip(1)
                .take_while(|letter| *letter != '}')
                .collect();
            char::from_u32(u32::from_str_radix(&digits, 16).ok()?)
        }
        '\n' => {
            while letters.next_if(|letter| letter.is_whitespace()).is_some() {}
            None
        }
        other => Some(other),
    }
}
