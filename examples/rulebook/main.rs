//! The rulebook as text, Markdown or JSON in any of the locales, with the lifecycle diagram.
//!
//! ```sh
//! cargo run -q --release --example rulebook                       # text, in English
//! cargo run -q --release --example rulebook -- --format markdown --locale zh-Hans
//! cargo run -q --release --example rulebook -- --rule LIF-07
//! cargo run -q --release --example rulebook -- --diagram mermaid
//! cargo run -q --release --example rulebook -- --coverage         # each rule with its code and stories
//! ```

mod coverage;
#[path = "../support/quiet.rs"]
mod quiet;
#[path = "../../tests/it/support/scenario.rs"]
mod scenario;
#[path = "../../tests/it/support/coverage.rs"]
mod stories;

use std::io::{self, Write};
use std::process::ExitCode;

use clap::{Parser, ValueEnum};
use keqing::lifecycle::moves::diagram::Notation;
use keqing::rulebook::{self, Entry};
use keqing::verdict::{Render, RuleCard, RuleId};
use keqing::vocab::words::Locale;

/// Prints the rulebook.
#[derive(Parser)]
struct Options {
    /// The language: en, zh-Hans or zh-Hant.
    #[arg(long, default_value_t = Locale::En)]
    locale: Locale,
    /// The form.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// Only this rule.
    #[arg(long)]
    rule: Option<RuleId>,
    /// The lifecycle as a diagram instead.
    #[arg(long, value_enum)]
    diagram: Option<Diagram>,
    /// One line a rule instead: id, kind, code, a story where it fires, one where it is silent.
    #[arg(long)]
    coverage: bool,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    Json,
    Markdown,
    Text,
}

#[derive(Clone, Copy, ValueEnum)]
enum Diagram {
    Graphviz,
    Mermaid,
    Plantuml,
}

fn main() -> ExitCode {
    quiet::finish(run(&Options::parse()))
}

fn run(options: &Options) -> anyhow::Result<ExitCode> {
    let mut output = io::stdout().lock();
    if options.coverage {
        return coverage::report(&mut output);
    }
    if let Some(diagram) = options.diagram {
        let notation = match diagram {
            Diagram::Graphviz => Notation::Graphviz,
            Diagram::Mermaid => Notation::Mermaid,
            Diagram::Plantuml => Notation::PlantUml,
        };
        write!(output, "{notation}")?;
        return Ok(ExitCode::SUCCESS);
    }
    let wanted = |card: &&RuleCard| options.rule.is_none_or(|rule| card.id() == rule);
    let cards: Vec<&RuleCard> = rulebook::cards().filter(wanted).collect();
    if let (true, Some(rule)) = (cards.is_empty(), options.rule) {
        anyhow::bail!("this version has no card for rule {rule}");
    }
    match options.format {
        Format::Json => writeln!(output, "{}", serde_json::to_string_pretty(&cards)?)?,
        Format::Markdown => markdown(&mut output, &cards, options.locale)?,
        Format::Text => {
            for card in rulebook::cards().filter(wanted) {
                writeln!(output, "{}\n", Entry(card).display(options.locale))?;
            }
        }
    }
    Ok(ExitCode::SUCCESS)
}

fn markdown(output: &mut impl Write, cards: &[&RuleCard], locale: Locale) -> io::Result<()> {
    for system in rulebook::SYSTEMS {
        let listed: Vec<_> = system
            .cards
            .iter()
            .copied()
            .flatten()
            .filter(|card| cards.contains(card))
            .collect();
        if listed.is_empty() {
            continue;
        }
        writeln!(output, "## {}\n", system.title.in_locale(locale))?;
        for card in listed {
            let (title, kind) = (
                card.title().in_locale(locale),
                card.kind().text().in_locale(locale),
            );
            writeln!(output, "### {} {title}\n", card.id())?;
            writeln!(output, "{}\n", card.statement().in_locale(locale))?;
            writeln!(output, "*{kind}* · `{}` · {}\n", card.code(), card.source())?;
        }
        if system.name == "lifecycle" {
            writeln!(output, "```mermaid\n{}```\n", Notation::Mermaid)?;
        }
    }
    Ok(())
}
