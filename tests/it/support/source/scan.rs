//! The items, imports and paths of one file, read from its tokens.

use proc_macro2::{Delimiter, TokenTree};

use super::tokens::{
    attribute, by_commas, deeper, group, is_mark, is_path_mark, is_word, line, word,
};
use super::{Child, Import, Item, Kind, Methods, Module};

/// Finds what a macro makes of its input, by the name of the macro.
pub(super) type Expand<'a> = &'a dyn Fn(&str, &[TokenTree]) -> Option<Vec<TokenTree>>;

const KEYWORDS: [&str; 12] = [
    "mod", "use", "struct", "enum", "union", "trait", "type", "const", "static", "fn", "impl",
    "extern",
];

/// Reads the items of a module, of a trait or of an `impl`; items for tests are left out.
pub(super) fn items(tokens: &[TokenTree], module: &mut Module, expand: Expand<'_>) {
    let (mut at, mut only_tests) = (0, false);
    while at < tokens.len() {
        if let Some((length, tests)) = attribute(tokens, at) {
            at += length;
            only_tests |= tests && is_mark(tokens.get(at - length), '#');
            continue;
        }
        let end = end_of_item(tokens, at);
        if !only_tests {
            item(&tokens[at..end], module, expand);
        }
        (at, only_tests) = (end, false);
    }
}

/// An item ends with its semicolon or with its braces; the braces of a value do not end it.
fn end_of_item(tokens: &[TokenTree], start: usize) -> usize {
    let value = |at| is_mark(tokens.get(at), '=');
    let visible = is_word(tokens.get(start), "pub");
    let limited = visible && group(tokens.get(start + 1), Delimiter::Parenthesis).is_some();
    let keyword = start + usize::from(visible) + usize::from(limited);
    let mut has_value = is_word(tokens.get(keyword), "use");
    for at in start..tokens.len() {
        has_value |=
            value(at) && !is_mark(tokens.get(at + 1), '>') && !in_generics(tokens, start, at);
        if is_mark(tokens.get(at), ';') {
            return at + 1;
        }
        if !has_value && group(tokens.get(at), Delimiter::Brace).is_some() {
            return at + 1;
        }
    }
    tokens.len()
}

fn in_generics(tokens: &[TokenTree], start: usize, at: usize) -> bool {
    (start..at).fold(0, |angles, at| deeper(angles, tokens, at)) > 0
}

fn item(tokens: &[TokenTree], module: &mut Module, expand: Expand<'_>) {
    let (called, mark) = path(tokens, 0);
    if let (true, Some(name)) = (is_mark(tokens.get(mark), '!'), called.last()) {
        if name == "macro_rules" {
            let name = word(tokens.get(2)).unwrap_or_default();
            module.items.push(Item::new(Kind::Macro, name, false));
        } else if let Some(TokenTree::Group(input)) = tokens.get(mark + 1) {
            let input: Vec<_> = input.stream().into_iter().collect();
            match expand(name, &input) {
                Some(made) => items(&made, module, expand),
                None => paths(&input, &mut module.paths),
            }
        }
        return;
    }
    let visible = is_word(tokens.first(), "pub");
    let limited = visible && group(tokens.get(1), Delimiter::Parenthesis).is_some();
    let start = usize::from(visible) + usize::from(limited);
    let tokens = &tokens[start..];
    let Some(at) = keyword(tokens) else {
        return paths(tokens, &mut module.paths);
    };
    let public = visible && !limited;
    let name = word(tokens.get(at + 1)).unwrap_or_default();
    match word(tokens.get(at)).unwrap_or_default().as_str() {
        "use" => import(&tokens[at + 1..], public, visible, module),
        "mod" => {
            let body = group(tokens.get(at + 2), Delimiter::Brace);
            module.children.push(Child {
                name,
                public,
                body: body.map(|body| {
                    let mut inner = Module::default();
                    items(&body, &mut inner, expand);
                    inner
                }),
            });
        }
        "impl" => implementation(tokens, module, expand),
        "extern" => {}
        kind => {
            let mut made = declared(kind, name, tokens, at, expand);
            made.public = public;
            module.items.push(made);
            paths(tokens, &mut module.paths);
        }
    }
}

/// The place of the word that says what the item is; `const fn` is a function.
fn keyword(tokens: &[TokenTree]) -> Option<usize> {
    let functions = ["const", "async", "unsafe", "extern", "default"];
    let mut at = 0;
    while let Some(found) = word(tokens.get(at)) {
        let next = tokens.get(at + 1);
        let literal = matches!(next, Some(TokenTree::Literal(_)));
        let goes_on = literal
            || [&functions[..], &["fn", "trait", "impl"]]
                .concat()
                .iter()
                .any(|word| is_word(next, word));
        if functions.contains(&found.as_str()) && goes_on {
            at += 1 + usize::from(literal);
        } else {
            return KEYWORDS.contains(&found.as_str()).then_some(at);
        }
    }
    None
}

/// A type, a trait, a function or a value, with its text and its public parts.
fn declared(kind: &str, name: String, tokens: &[TokenTree], at: usize, expand: Expand<'_>) -> Item {
    let kind = match kind {
        "fn" => Kind::Function,
        "const" => Kind::Constant,
        "static" => Kind::Static,
        "trait" => Kind::Trait,
        "enum" => Kind::Enum,
        "type" => Kind::Alias,
        _ => Kind::Struct,
    };
    let mut item = Item::new(kind, name, false);
    let head = tokens.iter().position(|token| match kind {
        Kind::Function | Kind::Struct | Kind::Enum | Kind::Trait => {
            is_mark(Some(token), ';') || group(Some(token), Delimiter::Brace).is_some()
        }
        Kind::Alias => is_mark(Some(token), ';'),
        _ => is_mark(Some(token), ';') || is_mark(Some(token), '='),
    });
    let head = head.unwrap_or(tokens.len());
    let body = group(tokens.get(head), Delimiter::Brace).unwrap_or_default();
    let mut text = &tokens[(at + 2).min(head)..head];
    match kind {
        Kind::Struct => {
            let tuple = text
                .iter()
                .position(|token| group(Some(token), Delimiter::Parenthesis).is_some());
            if let Some(place) = tuple {
                let fields = group(text.get(place), Delimiter::Parenthesis).unwrap_or_default();
                item.members = tuple_fields(&fields);
                text = &text[..place];
            } else {
                item.members = by_commas(&body).into_iter().filter_map(field).collect();
            }
        }
        Kind::Enum => item.members = by_commas(&body).into_iter().map(variant).collect(),
        Kind::Trait => {
            let mut inner = Module::default();
            items(&body, &mut inner, expand);
            inner.items.iter_mut().for_each(|item| item.public = true);
            item.members = inner.items;
        }
        _ => {}
    }
    item.before = line(&tokens[..at]);
    item.text = line(text);
    item
}

fn bare(tokens: &[TokenTree]) -> &[TokenTree] {
    match attribute(tokens, 0) {
        Some((length, _)) => bare(&tokens[length..]),
        None => tokens,
    }
}

fn field(tokens: &[TokenTree]) -> Option<Item> {
    let tokens = bare(tokens);
    let public =
        is_word(tokens.first(), "pub") && !matches!(tokens.get(1), Some(TokenTree::Group(_)));
    let name = word(tokens.get(1)).filter(|_| public)?;
    Some(Item {
        text: line(&tokens[2..]),
        ..Item::new(Kind::Field, name, true)
    })
}

fn tuple_fields(tokens: &[TokenTree]) -> Vec<Item> {
    let fields = by_commas(tokens).into_iter().map(bare).enumerate();
    let public = fields.filter(|(_, field)| {
        is_word(field.first(), "pub") && group(field.get(1), Delimiter::Parenthesis).is_none()
    });
    public
        .map(|(place, field)| Item {
            text: format!(": {}", line(&field[1..])),
            ..Item::new(Kind::Field, place.to_string(), true)
        })
        .collect()
}

fn variant(tokens: &[TokenTree]) -> Item {
    let tokens = bare(tokens);
    let name = word(tokens.first()).unwrap_or_default();
    let end = tokens
        .iter()
        .position(|token| is_mark(Some(token), '='))
        .unwrap_or(tokens.len());
    Item {
        text: line(&tokens[1..end]),
        ..Item::new(Kind::Variant, name, true)
    }
}

/// The functions and constants of `impl Type`; what implements a trait has no names of its own.
fn implementation(tokens: &[TokenTree], module: &mut Module, expand: Expand<'_>) {
    let body = tokens
        .iter()
        .rposition(|token| group(Some(token), Delimiter::Brace).is_some());
    let body = body.unwrap_or(tokens.len());
    let head = &tokens[..body];
    paths(head, &mut module.paths);
    let mut inner = Module::default();
    items(
        &group(tokens.get(body), Delimiter::Brace).unwrap_or_default(),
        &mut inner,
        expand,
    );
    module.paths.extend(inner.paths);
    let start = 1 + usize::from(is_mark(head.get(1), '<')) * generics(&head[1..]);
    let of_trait = (start..head.len()).any(|at| {
        is_word(head.get(at), "for")
            && !in_generics(head, start, at)
            && !is_mark(head.get(at + 1), '<')
    });
    let Some(TokenTree::Ident(_)) = head.get(start) else {
        return;
    };
    if !of_trait {
        module.methods.push(Methods {
            of: path(head, start).0,
            items: inner.items,
        });
    }
}

/// The length of the generics that stand first.
fn generics(tokens: &[TokenTree]) -> usize {
    let mut angles = 0;
    let end = (0..tokens.len()).find(|&at| {
        angles = deeper(angles, tokens, at);
        angles == 0
    });
    end.map_or(0, |end| end + 1)
}

/// The words of the path that starts here, and where it ends.
fn path(tokens: &[TokenTree], start: usize) -> (Vec<String>, usize) {
    let (mut words, mut at) = (Vec::from_iter(word(tokens.get(start))), start + 1);
    while let (true, Some(next)) = (is_path_mark(tokens, at), word(tokens.get(at + 2))) {
        words.push(next);
        at += 3;
    }
    (words, at)
}

/// Every path of two words and more, in code of any depth.
pub(super) fn paths(tokens: &[TokenTree], into: &mut Vec<Vec<String>>) {
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        if let Some((length, _)) = attribute(tokens, at) {
            at += length;
        } else if is_path_mark(tokens, at) && word(tokens.get(at + 2)).is_some() {
            at = path(tokens, at + 2).1;
        } else if let TokenTree::Ident(_) = token {
            let (words, end) = path(tokens, at);
            at = end;
            if let (true, Some(branches)) = (
                is_path_mark(tokens, at),
                group(tokens.get(at + 2), Delimiter::Brace),
            ) {
                let mut leaves = Vec::new();
                branch(&branches, &words, &mut leaves);
                into.extend(leaves.into_iter().map(|(path, _)| path));
                at += 3;
            } else if words.len() > 1 {
                into.push(words);
            }
        } else {
            if let TokenTree::Group(group) = token {
                paths(&group.stream().into_iter().collect::<Vec<_>>(), into);
            }
            at += 1;
        }
    }
}

fn import(tokens: &[TokenTree], public: bool, visible: bool, module: &mut Module) {
    let mut leaves = Vec::new();
    branch(&tokens[..tokens.len() - 1], &[], &mut leaves);
    let imports = leaves.into_iter().map(|(path, name)| Import {
        path,
        name,
        public,
        visible,
    });
    module.imports.extend(imports);
}

/// The leaves of a tree of imports: the whole path, and the name that it gets.
fn branch(tokens: &[TokenTree], above: &[String], into: &mut Vec<(Vec<String>, String)>) {
    for part in by_commas(tokens) {
        let start = 2 * usize::from(is_path_mark(part, 0));
        let (words, end) = path(part, start);
        let mut whole = [above, &words].concat();
        let further = is_path_mark(part, end).then(|| part.get(end + 2)).flatten();
        if let Some(branches) = group(further, Delimiter::Brace) {
            branch(&branches, &whole, into);
        } else if is_mark(further, '*') || is_mark(part.first(), '*') {
            into.push((whole, "*".to_owned()));
        } else {
            if !above.is_empty() && words == ["self"] {
                whole.pop();
            }
            let alias = is_word(part.get(end), "as")
                .then(|| word(part.get(end + 1)))
                .flatten();
            let name = alias.or_else(|| whole.last().cloned()).unwrap_or_default();
            into.push((whole, name));
        }
    }
}
