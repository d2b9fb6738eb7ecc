//! Law 1, in the source: no condition of a rule is one that cannot fail.

use std::fs;
use std::path::{Path, PathBuf};
use std::str::FromStr;

use anyhow::{Context, Result, ensure};
use proc_macro2::{Delimiter, TokenStream, TokenTree};

/// The functions to which rules state a condition, and the place of the condition among the arguments.
const STATED: [(&str, usize); 7] = [
    ("require", 1),
    ("require_at", 2),
    ("need", 3),
    ("need_at", 4),
    ("weigh", 3),
    ("open", 3),
    ("open_at", 4),
];

/// The ends of the types' ranges: nothing lies beyond them.
const ENDS: [&str; 8] = [
    ">= 0",
    ">= Grade :: Estimated",
    ">= TrustLevel :: Absent",
    ">= Share :: NONE",
    "<= Share :: ALL",
    ">= Polarity :: points (- 10)",
    "<= Grade :: Measured",
    "<= TrustLevel :: Full",
];

/// Bounds of evidence that everything observes.
const BOUNDS: [&str; 4] = [
    "Bound :: AtLeast , 0",
    "Bound :: AtLeast , Share :: NONE",
    "Bound :: AtMost , Share :: ALL",
    "required : TrustLevel :: Absent",
];

#[test]
fn no_condition_is_one_that_cannot_fail() -> Result<()> {
    let mut hollow = Vec::new();
    let mut conditions = 0_usize;
    for file in sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"))? {
        let text = fs::read_to_string(&file)?;
        let tokens = TokenStream::from_str(&text)
            .map_err(|error| anyhow::anyhow!("{error}"))
            .with_context(|| file.display().to_string())?;
        let mut found = Vec::new();
        calls(&tokens.into_iter().collect::<Vec<_>>(), &mut found);
        conditions = conditions.saturating_add(found.len());
        for (name, condition) in found {
            if cannot_fail(&condition) {
                hollow.push(format!("{}: {name}(… {condition} …)", file.display()));
            }
        }
    }
    ensure!(conditions > 115, "only {conditions} conditions were found");
    ensure!(hollow.is_empty(), "{}", hollow.join("\n"));
    Ok(())
}

#[test]
fn what_cannot_fail_is_recognized() {
    for hollow in [
        "true",
        "false",
        "| _ | true",
        "| level | false",
        "count >= 0",
        "grade >= Grade :: Estimated",
        "prior == prior",
        "a . b >= a . b",
    ] {
        assert!(cannot_fail(hollow), "{hollow}");
    }
    for sound in [
        "holds",
        "| one | one > 0",
        "count >= 1",
        "a == b",
        "| plan | plan . is_present ()",
    ] {
        assert!(!cannot_fail(sound), "{sound}");
    }
}

/// Every file of the library that is not made of tests.
fn sources(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            found.extend(sources(&path)?);
        } else {
            let name = path
                .file_stem()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned();
            let is_test = name == "tests" || name.ends_with("_tests") || name == "sample";
            let is_rust = path.extension().is_some_and(|ending| ending == "rs");
            // The functions by which rules are stated are not rules themselves.
            let is_recorder = path.ends_with("verdict/recorder.rs");
            if is_rust && !is_test && !is_recorder {
                found.push(path);
            }
        }
    }
    Ok(found)
}

/// Gathers the conditions that are stated, those of test modules left out.
fn calls(tokens: &[TokenTree], found: &mut Vec<(String, String)>) {
    let mut before: Option<String> = None;
    let mut is_tests = false;
    for token in tokens {
        match token {
            TokenTree::Ident(name) => {
                let name = name.to_string();
                is_tests = before.as_deref() == Some("mod") && name == "tests";
                before = Some(name);
            }
            TokenTree::Group(group) => {
                let inner: Vec<TokenTree> = group.stream().into_iter().collect();
                let stated = before
                    .as_deref()
                    .and_then(|name| STATED.into_iter().find(|(stated, _)| *stated == name));
                if let (Delimiter::Parenthesis, Some((name, place))) = (group.delimiter(), stated) {
                    let arguments = arguments(&inner);
                    let is_gap = name == "weigh"
                        && arguments
                            .get(2)
                            .is_some_and(|missing| missing.starts_with("Some"));
                    if let Some(condition) = arguments.get(place).filter(|_| !is_gap) {
                        found.push((name.to_owned(), condition.clone()));
                    }
                }
                let text = group.stream().to_string();
                if BOUNDS.iter().any(|bound| text.contains(bound)) && !is_tests {
                    let shown: String = text.chars().take(120).collect();
                    if !inner.iter().any(|one| matches!(one, TokenTree::Group(_))) {
                        found.push(("bound".to_owned(), format!("true /* {shown} */")));
                    }
                }
                if !is_tests {
                    calls(&inner, found);
                }
                is_tests = false;
                before = None;
            }
            TokenTree::Punct(_) | TokenTree::Literal(_) => before = None,
        }
    }
}

/// The arguments of a call, each as text.
fn arguments(tokens: &[TokenTree]) -> Vec<String> {
    let mut arguments = vec![TokenStream::new()];
    let mut in_closure = false;
    for token in tokens {
        let is = |sign: char| matches!(token, TokenTree::Punct(punct) if punct.as_char() == sign);
        if is('|') {
            in_closure = !in_closure;
        }
        if is(',') && !in_closure {
            arguments.push(TokenStream::new());
        } else if let Some(last) = arguments.last_mut() {
            last.extend([token.clone()]);
        }
    }
    arguments.iter().map(ToString::to_string).collect()
}

fn cannot_fail(condition: &str) -> bool {
    let body = match condition.rsplit_once('|') {
        Some((_, body)) if condition.trim_start().starts_with('|') => body.trim(),
        _ => condition.trim(),
    };
    let is_literal = matches!(body, "true" | "false") || body.starts_with("true /*");
    let is_end = ENDS.iter().any(|end| body.ends_with(end));
    let is_itself = ["==", ">=", "<="].iter().any(|sign| {
        let sides = body.split_once(sign);
        sides.is_some_and(|(left, right)| left.trim() == right.trim())
    });
    is_literal || is_end || is_itself
}
