//! The output of a `macro_rules!` of the library: enough of the matching to know the items.

use std::collections::BTreeMap;

use proc_macro2::{Delimiter, Group, TokenTree};

use super::tokens::{deeper, group, is_mark, is_word, word};

/// The arms of one macro: what is matched, what is made.
#[derive(Clone)]
pub(super) struct Macro(Vec<(Vec<TokenTree>, Vec<TokenTree>)>);

#[derive(Clone)]
enum Bound {
    One(Vec<TokenTree>),
    Many(Vec<Bound>),
}

type Bindings = BTreeMap<String, Bound>;

impl Macro {
    /// Reads the arms within the braces of a `macro_rules!`.
    pub(super) fn read(arms: &[TokenTree]) -> Self {
        let mut read = Vec::new();
        for cut in arms.split(|token| is_mark(Some(token), ';')) {
            let (Some(TokenTree::Group(matcher)), Some(TokenTree::Group(body))) =
                (cut.first(), cut.last())
            else {
                continue;
            };
            read.push((inner(matcher), inner(body)));
        }
        Self(read)
    }

    /// Returns the output of the macro for this input; nothing if no arm matches.
    pub(super) fn expand(&self, input: &[TokenTree]) -> Option<Vec<TokenTree>> {
        self.0.iter().find_map(|(matcher, body)| {
            let (bindings, read) = matched(matcher, input, &[])?;
            (read == input.len()).then(|| made(body, &bindings))
        })
    }
}

fn inner(group: &Group) -> Vec<TokenTree> {
    group.stream().into_iter().collect()
}

/// Matches from the start of the input; says what was bound and how many tokens were read.
fn matched(
    pattern: &[TokenTree],
    input: &[TokenTree],
    outer: &[TokenTree],
) -> Option<(Bindings, usize)> {
    let (mut bindings, mut at, mut place) = (Bindings::new(), 0, 0);
    while let Some(wanted) = pattern.get(place) {
        if let Some(repeat) = Repeat::read(pattern, place) {
            place += repeat.length;
            let next = stops(pattern, place, outer);
            at += repeat.matched(&input[at..], &next, &mut bindings);
        } else if is_mark(Some(wanted), '$') {
            let name = word(pattern.get(place + 1))?;
            let kind = word(pattern.get(place + 3))?;
            place += 4;
            let read = fragment(&kind, &input[at..], &stops(pattern, place, outer))?;
            bindings.insert(name, Bound::One(input[at..at + read].to_vec()));
            at += read;
        } else {
            match (wanted, input.get(at)?) {
                (TokenTree::Group(outer), TokenTree::Group(given)) => {
                    let same = outer.delimiter() == given.delimiter();
                    let given = inner(given);
                    let (found, read) = matched(&inner(outer), &given, &[])?;
                    if !same || read != given.len() {
                        return None;
                    }
                    bindings.extend(found);
                }
                (wanted, given) if wanted.to_string() == given.to_string() => {}
                _ => return None,
            }
            (place, at) = (place + 1, at + 1);
        }
    }
    Some((bindings, at))
}

/// The tokens of which one follows this place of a pattern; what repeats may also not come at all.
fn stops(pattern: &[TokenTree], place: usize, outer: &[TokenTree]) -> Vec<TokenTree> {
    let Some(repeat) = Repeat::read(pattern, place) else {
        let next = pattern.get(place).cloned();
        return next.map_or_else(|| outer.to_vec(), |next| vec![next]);
    };
    let mut found = stops(pattern, place + repeat.length, outer);
    found.extend(repeat.inner.first().cloned());
    found
}

/// Returns the number of tokens of a fragment; long ones end at the next token of the pattern.
fn fragment(kind: &str, input: &[TokenTree], next: &[TokenTree]) -> Option<usize> {
    let first = input.first()?;
    match kind {
        "ident" => matches!(first, TokenTree::Ident(_)).then_some(1),
        "literal" => {
            let sign = usize::from(is_mark(Some(first), '-'));
            let word = matches!(input.get(sign), Some(TokenTree::Ident(ident)) if ident == "true" || ident == "false");
            (word || matches!(input.get(sign), Some(TokenTree::Literal(_)))).then_some(sign + 1)
        }
        "tt" => Some(1),
        "lifetime" => is_mark(Some(first), '\'').then_some(2),
        "vis" if !is_word(Some(first), "pub") => Some(0),
        "vis" => Some(1 + usize::from(group(input.get(1), Delimiter::Parenthesis).is_some())),
        _ => {
            let mut angles = 0;
            let end = (0..input.len()).find(|&at| {
                let here = angles == 0 && at > 0 && next.iter().any(|stop| ends(stop, &input[at]));
                if kind == "ty" {
                    angles = deeper(angles, input, at);
                }
                here
            });
            Some(end.unwrap_or(input.len()))
        }
    }
}

fn ends(stop: &TokenTree, token: &TokenTree) -> bool {
    match (stop, token) {
        (TokenTree::Group(stop), TokenTree::Group(token)) => stop.delimiter() == token.delimiter(),
        _ => stop.to_string() == token.to_string(),
    }
}

/// `$( … ) separator? operator`, in a pattern and in what is made.
struct Repeat {
    inner: Vec<TokenTree>,
    separator: Option<TokenTree>,
    once: bool,
    length: usize,
}

impl Repeat {
    fn read(tokens: &[TokenTree], at: usize) -> Option<Self> {
        if !is_mark(tokens.get(at), '$') {
            return None;
        }
        let inner = group(tokens.get(at + 1), Delimiter::Parenthesis)?;
        let operator = |at| {
            ['*', '+', '?']
                .iter()
                .any(|mark| is_mark(tokens.get(at), *mark))
        };
        let separated = !operator(at + 2);
        Some(Self {
            inner,
            separator: separated.then(|| tokens.get(at + 2).cloned()).flatten(),
            once: is_mark(tokens.get(at + 2), '?'),
            length: 3 + usize::from(separated),
        })
    }

    fn matched(&self, input: &[TokenTree], next: &[TokenTree], into: &mut Bindings) -> usize {
        let again = self.separator.as_ref().or(self.inner.first());
        let next = [next, &Vec::from_iter(again.cloned())].concat();
        let (mut rounds, mut at) = (Vec::new(), 0);
        loop {
            let between = match (&self.separator, rounds.is_empty()) {
                (Some(separator), false) if !input.get(at).is_some_and(|t| ends(separator, t)) => {
                    break;
                }
                (Some(_), false) => 1,
                _ => 0,
            };
            match input
                .get(at + between..)
                .map(|rest| matched(&self.inner, rest, &next))
            {
                Some(Some((found, read))) if read > 0 => {
                    rounds.push(found);
                    at += between + read;
                }
                _ => break,
            }
            if self.once {
                break;
            }
        }
        for name in names(&self.inner) {
            let bound = rounds.iter().filter_map(|round| round.get(&name).cloned());
            into.insert(name.clone(), Bound::Many(bound.collect()));
        }
        at
    }

    fn made(&self, bindings: &Bindings, into: &mut Vec<TokenTree>) {
        let used: Vec<(String, Vec<Bound>)> = names(&self.inner)
            .into_iter()
            .filter_map(|name| match bindings.get(&name) {
                Some(Bound::Many(rounds)) => Some((name, rounds.clone())),
                _ => None,
            })
            .collect();
        let rounds = used.iter().map(|(_, rounds)| rounds.len()).min();
        for round in 0..rounds.unwrap_or(0) {
            if round > 0 {
                into.extend(self.separator.clone());
            }
            let mut here = bindings.clone();
            for (name, rounds) in &used {
                here.insert(name.clone(), rounds[round].clone());
            }
            into.extend(made(&self.inner, &here));
        }
    }
}

/// The variables that a pattern, or a part of what is made, names.
fn names(tokens: &[TokenTree]) -> Vec<String> {
    let mut found = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        match token {
            TokenTree::Group(group) => found.extend(names(&inner(group))),
            token if is_mark(Some(token), '$') => found.extend(word(tokens.get(at + 1))),
            _ => {}
        }
    }
    found
}

fn made(body: &[TokenTree], bindings: &Bindings) -> Vec<TokenTree> {
    let (mut tokens, mut at) = (Vec::new(), 0);
    while let Some(token) = body.get(at) {
        if let Some(repeat) = Repeat::read(body, at) {
            repeat.made(bindings, &mut tokens);
            at += repeat.length;
            continue;
        }
        let name = is_mark(Some(token), '$')
            .then(|| word(body.get(at + 1)))
            .flatten();
        match (name, token) {
            (Some(name), _) => {
                match bindings.get(&name) {
                    Some(Bound::One(bound)) => tokens.extend(bound.clone()),
                    _ => tokens.extend(body.get(at + 1).cloned()),
                }
                at += 2;
                continue;
            }
            (None, TokenTree::Group(group)) => {
                let made = made(&inner(group), bindings).into_iter().collect();
                tokens.push(TokenTree::Group(Group::new(group.delimiter(), made)));
            }
            (None, token) => tokens.push(token.clone()),
        }
        at += 1;
    }
    tokens
}
