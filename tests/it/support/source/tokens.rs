//! Small steps over the tokens of Rust: lists, texts, attributes.

use proc_macro2::{Delimiter, TokenTree};

/// The text of a word, and nothing for what is no word.
pub(super) fn word(token: Option<&TokenTree>) -> Option<String> {
    match token {
        Some(TokenTree::Ident(ident)) => Some(ident.to_string()),
        _ => None,
    }
}

pub(super) fn is_word(token: Option<&TokenTree>, text: &str) -> bool {
    matches!(token, Some(TokenTree::Ident(ident)) if ident == text)
}

pub(super) fn is_mark(token: Option<&TokenTree>, mark: char) -> bool {
    matches!(token, Some(TokenTree::Punct(punct)) if punct.as_char() == mark)
}

/// The tokens within a group of these brackets.
pub(super) fn group(token: Option<&TokenTree>, delimiter: Delimiter) -> Option<Vec<TokenTree>> {
    match token {
        Some(TokenTree::Group(group)) if group.delimiter() == delimiter => {
            Some(group.stream().into_iter().collect())
        }
        _ => None,
    }
}

/// Returns whether two colons stand here.
pub(super) fn is_path_mark(tokens: &[TokenTree], at: usize) -> bool {
    is_mark(tokens.get(at), ':') && is_mark(tokens.get(at + 1), ':')
}

/// The length of the attribute that stands here, and whether it leaves the item to tests.
pub(super) fn attribute(tokens: &[TokenTree], at: usize) -> Option<(usize, bool)> {
    if !is_mark(tokens.get(at), '#') {
        return None;
    }
    let inner = usize::from(is_mark(tokens.get(at + 1), '!'));
    let content = group(tokens.get(at + 1 + inner), Delimiter::Bracket)?;
    let only_tests = is_word(content.first(), "cfg")
        && group(content.get(1), Delimiter::Parenthesis)
            .is_some_and(|condition| is_word(condition.first(), "test"));
    Some((2 + inner, only_tests))
}

/// Cuts at the commas that stand between no brackets, angles included.
pub(super) fn by_commas(tokens: &[TokenTree]) -> Vec<&[TokenTree]> {
    let (mut parts, mut start, mut angles) = (Vec::new(), 0, 0);
    for (at, token) in tokens.iter().enumerate() {
        angles = deeper(angles, tokens, at);
        if angles == 0 && is_mark(Some(token), ',') {
            parts.push(&tokens[start..at]);
            start = at + 1;
        }
    }
    parts.push(&tokens[start..]);
    parts.retain(|part| !part.is_empty());
    parts
}

/// Returns the number of angle brackets that are open after this token; the arrow of a return is none.
pub(super) fn deeper(angles: usize, tokens: &[TokenTree], at: usize) -> usize {
    let arrow = at > 0 && (is_mark(tokens.get(at - 1), '-') || is_mark(tokens.get(at - 1), '='));
    match tokens.get(at) {
        token if is_mark(token, '<') => angles + 1,
        token if is_mark(token, '>') && !arrow => angles.saturating_sub(1),
        _ => angles,
    }
}

/// Writes tokens as one line, spaced as people write them; attributes are left out.
pub(super) fn line(tokens: &[TokenTree]) -> String {
    let mut text = String::new();
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        if let Some((length, _)) = attribute(tokens, at) {
            at += length;
            continue;
        }
        match token {
            TokenTree::Group(group) => {
                let inner = line(&group.stream().into_iter().collect::<Vec<_>>());
                let (open, close) = match group.delimiter() {
                    Delimiter::Parenthesis => ("(", ")"),
                    Delimiter::Bracket => ("[", "]"),
                    Delimiter::Brace => (" { ", " }"),
                    Delimiter::None => ("", ""),
                };
                // A list of an array follows a word only after `mut` and a lifetime.
                let apart = open == "[" && text.ends_with(char::is_alphanumeric);
                text.extend([if apart { " " } else { "" }, open, &inner, close]);
            }
            TokenTree::Punct(punct) => mark(&mut text, punct.as_char(), tokens, at),
            TokenTree::Ident(_) | TokenTree::Literal(_) => {
                let needs = |last: char| last.is_alphanumeric() || "_>)]\"".contains(last);
                if text.ends_with(needs) {
                    text.push(' ');
                }
                text.push_str(&token.to_string());
            }
        }
        at += 1;
    }
    text
}

fn mark(text: &mut String, mark: char, tokens: &[TokenTree], at: usize) {
    let next = tokens.get(at + 1);
    match mark {
        ',' if next.is_none() || is_mark(next, '>') => {}
        ',' | ';' => text.extend([mark, ' ']),
        ':' if is_mark(next, ':') || text.ends_with(':') => text.push(':'),
        ':' => text.push_str(": "),
        '-' if is_mark(next, '>') => text.push_str(" -"),
        '>' if text.ends_with(" -") || text.ends_with(" =") => text.push_str("> "),
        '=' if is_mark(next, '>') => text.push_str(" ="),
        '=' | '+' => text.extend([' ', mark, ' ']),
        '&' | '\'' if text.ends_with(|last: char| last.is_alphanumeric()) => {
            text.extend([' ', mark]);
        }
        _ => text.push(mark),
    }
}
