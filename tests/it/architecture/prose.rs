//! Comments state things, errors are returned, and the front page of a room is whole.

use std::fs;

use super::{none, root, texts};
use crate::support::layers::HOUSES;
use crate::support::source::{Module, Tree};

/// A comment does not begin with a question, nor with somebody who speaks.
const OPENINGS: [&str; 11] = [
    "Ask", "Asks", "How", "Tell", "Tells", "What", "Whether", "Which", "Who", "Whose", "Why",
];

/// Each part of the front page of a room.
const PARTS: [&str; 5] = ["Looks at", "Why", "Breaks it", "Keeps it", "Rules"];

/// Texts that are data: the cards of the rules.
const CARDS: &str = "cards";

#[test]
fn a_comment_begins_with_its_thing() {
    none(every_comment(questions));
}

#[test]
fn a_fact_follows_from_another_and_is_not_told_from_it() {
    none(every_comment(told));
}

#[test]
fn an_error_is_returned_when_something_happens() {
    none(every_comment(unreturned));
}

#[test]
fn the_front_page_of_each_room_has_every_part_and_an_example() {
    none(incomplete(Tree::library(), &source));
}

/// One comment of documentation: its file, its first line, its text without the marks.
struct Comment<'a> {
    file: &'a str,
    number: usize,
    lines: Vec<&'a str>,
}

impl Comment<'_> {
    fn fault(&self, text: &str) -> String {
        format!("{}:{} {text}", self.file, self.number)
    }
}

/// Finds the faults of every comment but those of cards.
fn every_comment(faults: impl Fn(&Comment<'_>) -> Vec<String>) -> Vec<String> {
    let places = ["src", "benches", "examples", "tests"];
    let written = places.iter().flat_map(|place| texts(&root().join(place)));
    let found = written.flat_map(|(path, text)| {
        let path = path.strip_prefix(root()).unwrap_or(&path);
        let is_card = path.iter().any(|name| name == CARDS);
        let file = path.display().to_string();
        let read = if is_card {
            Vec::new()
        } else {
            comments(&file, &text)
        };
        read.iter().flat_map(&faults).collect::<Vec<_>>()
    });
    found.collect()
}

fn source(file: &str) -> String {
    let path = format!("{}/src/{file}", env!("CARGO_MANIFEST_DIR"));
    fs::read_to_string(path).unwrap_or_default()
}

/// Lists the comments of a file before its tests: of items, fields and variants, and of the file itself.
fn comments<'a>(file: &'a str, text: &'a str) -> Vec<Comment<'a>> {
    let code = text.split("\nmod tests {").next().unwrap_or_default();
    let code = code.split("\nmod planted {").next().unwrap_or_default();
    let (mut found, mut goes_on): (Vec<Comment<'_>>, bool) = (Vec::new(), false);
    for (number, line) in code.lines().enumerate() {
        let line = line.trim_start();
        let Some(said) = line.strip_prefix("///").or(line.strip_prefix("//!")) else {
            goes_on = false;
            // A text that ends like a sentence is the meaning that a macro makes a comment of.
            let texts = line.split('"').skip(1).step_by(2);
            found.extend(
                texts
                    .filter(|text| text.ends_with('.'))
                    .map(|text| Comment {
                        file,
                        number: number + 1,
                        lines: vec![text],
                    }),
            );
            continue;
        };
        let said = said.strip_prefix(' ').unwrap_or(said);
        match found.last_mut().filter(|_| goes_on) {
            Some(comment) => comment.lines.push(said),
            None => found.push(Comment {
                file,
                number: number + 1,
                lines: vec![said],
            }),
        }
        goes_on = true;
    }
    found
}

/// Finds a comment whose first word asks, or tells.
fn questions(comment: &Comment<'_>) -> Vec<String> {
    let first = comment.lines.first().copied().unwrap_or_default();
    let word = first.split(|letter: char| !letter.is_alphanumeric()).next();
    let found = word.filter(|word| OPENINGS.contains(word));
    let fault = found.map(|word| comment.fault(&format!("begins with {word}: {first}")));
    fault.into_iter().collect()
}

/// Finds a comment that says `told from` for a thing that follows.
fn told(comment: &Comment<'_>) -> Vec<String> {
    let whole = comment.lines.join(" ").contains("is told from");
    let fault = whole.then(|| comment.fault("has `is told from`"));
    fault.into_iter().collect()
}

/// Every first sentence about errors, and every one that names an error, that returns none.
fn unreturned(comment: &Comment<'_>) -> Vec<String> {
    let mut lines = comment.lines.iter().copied();
    if !lines.any(|line| line == "# Errors") {
        return Vec::new();
    }
    let section: Vec<&str> = lines.take_while(|line| !line.starts_with("# ")).collect();
    let section = section.join(" ");
    let sentences = section.trim().split_inclusive(". ").enumerate();
    let wrong = sentences.filter(|(place, sentence)| {
        let about = *place == 0 || sentence.contains("Error");
        let lower = sentence.to_lowercase();
        about && !lower.contains("returned") && !lower.contains("errors of")
    });
    wrong
        .map(|(_, sentence)| comment.fault(&format!("returns no error: {}", sentence.trim())))
        .collect()
}

/// Every part that the front page of a room lacks.
fn incomplete(tree: &Tree, source: &dyn Fn(&str) -> String) -> Vec<String> {
    let faces = HOUSES.iter().filter_map(|name| tree.named(name));
    let rooms = faces.flat_map(|face| tree.children(face).filter(|room| is_room(room)));
    rooms
        .flat_map(|room| {
            let text = source(&room.file);
            let page = comments(&room.file, &text).into_iter();
            let page = page.take(1).find(|_| text.starts_with("//!"));
            let lines = page.map_or(Vec::new(), |page| page.lines);
            let begins = |part: &str| {
                let head = format!("- *{part}*: ");
                lines.iter().any(|line| line.starts_with(&head))
            };
            let mut lacking: Vec<&str> = PARTS.into_iter().filter(|part| !begins(part)).collect();
            if !lines.contains(&"```") || !lines.contains(&"# Examples") {
                lacking.push("an example");
            } else if !lines.iter().any(|line| asks(line)) {
                lacking.push("a `?` in its example");
            }
            let told = (!lacking.is_empty())
                .then(|| format!("{} lacks {}", room.file, lacking.join(", ")));
            told.into_iter().collect::<Vec<_>>()
        })
        .collect()
}

fn is_room(module: &Module) -> bool {
    module.public && module.path.last().is_some_and(|name| name != CARDS)
}

/// Returns whether a line of code hands an error on.
fn asks(line: &str) -> bool {
    ["?;", "?)", "?,", "?.", "?]", "? }"]
        .iter()
        .any(|mark| line.contains(mark))
}

mod planted {
    use super::*;
    use crate::architecture::found;

    fn of(text: &str, faults: impl Fn(&Comment<'_>) -> Vec<String>) -> Vec<String> {
        comments("a.rs", text).iter().flat_map(faults).collect()
    }

    #[test]
    fn questions_are_found_on_items_fields_variants_and_files() {
        let meanings =
            "//! A.\n\nfacts! {\n    Bond, \"bond\", \"Whether it holds.\", \"What holds\";\n}\n";
        found(
            of(meanings, questions),
            &["a.rs:4 begins with Whether: Whether it holds."],
        );
        let lines = [
            "//! What a bond is.",
            "record! {",
            "    /// Tells a share.",
            "    pub struct Bond {",
            "        /// Whether it holds.",
            "        pub holds: bool,",
            "        /// Whatever holds.",
            "        /// What else.",
            "        pub other: u8,",
            "    }",
            "}",
            "mod tests {",
            "    /// How it fails.",
            "}",
        ];
        found(
            of(&lines.join("\n"), questions),
            &[
                "a.rs:1 begins with What: What a bond is.",
                "a.rs:3 begins with Tells: Tells a share.",
                "a.rs:5 begins with Whether: Whether it holds.",
            ],
        );
    }

    #[test]
    fn what_is_told_from_something_is_found_across_lines() {
        let text = "/// A kind. It is told\n/// from evidence.\n/// It follows from evidence.\n";
        found(of(text, told), &["a.rs:1 has `is told from`"]);
    }

    #[test]
    fn an_error_that_is_not_returned_is_found() {
        let text = "/// Adds.\n///\n/// # Errors\n///\n/// [`AError`] where they\n/// differ. It names both.\n\
            fn a();\n/// # Errors\n///\n/// [`AError`] is returned when they\n/// differ. [`BError::Gap`] is for gaps.\n\
            ///\n/// # Examples\n///\n/// `BError` is seen.\nfn b();\n/// # Errors\n///\n/// The errors of [`a`] come first.\n";
        found(
            of(text, unreturned),
            &[
                "a.rs:1 returns no error: [`AError`] where they differ.",
                "a.rs:8 returns no error: [`BError::Gap`] is for gaps.",
            ],
        );
    }

    #[test]
    fn a_front_page_that_lacks_a_part_or_an_example_is_found() {
        let parts = "//! A room.\n//!\n//! - *Looks at*: A.\n//! - *Why*: B.\n//! - *Breaks it*: C.\n//! - *Keeps it*: D.\n";
        let rules = "//! - *Rules*: PTY-01.\n";
        let example = "//!\n//! # Examples\n//!\n//! ```\n//! let a = b()?;\n//! ```\n";
        let (bare, whole) = ([parts, rules].concat(), [parts, rules, example].concat());
        let quiet = whole.replace('?', "");
        let files = [
            ("lib.rs", "pub mod party;"),
            (
                "party/mod.rs",
                "pub mod action; pub mod cards; pub mod people; pub mod feeling; mod units; pub mod trust;",
            ),
            ("party/action.rs", &whole),
            ("party/cards.rs", ""),
            ("party/people.rs", &bare),
            ("party/feeling.rs", &quiet),
            ("party/units.rs", ""),
            ("party/trust.rs", "/// Looks at.\npub struct Trust;"),
        ];
        let source = |file: &str| {
            let mut given = files.iter().filter(|(name, _)| *name == file);
            given.next().map_or("", |(_, text)| text).to_owned()
        };
        found(
            incomplete(&Tree::of(&files), &source),
            &[
                "party/people.rs lacks an example",
                "party/feeling.rs lacks a `?` in its example",
                "party/trust.rs lacks Looks at, Why, Breaks it, Keeps it, Rules, an example",
            ],
        );
    }
}
