//! The main job: one relationship's dossier goes in, and every answer about it comes out.
//!
//! ```sh
//! cargo run --release --example review                              # the first page of the embedded dossier
//! cargo run --release --example review -- --full                    # every finding, by topic
//! cargo run --release --example review -- --rule CON-01             # everything on one rule
//! cargo run --release --example review -- --party customer-operator # what concerns one of the four parties
//! cargo run --release --example review -- --since last-year.json    # what changed since a review in JSON, or a dossier
//! cargo run --release --example review -- --locale zh-Hans          # in Chinese
//! cargo run --release --example review -- my-dossier.json --json    # yours, for machines
//! cargo run --release --example review -- --policy house.toml      # under the policy of a house
//! cargo run --release --example review -- --html review.html       # a page with pictures, to print
//! cargo run --release --example review -- mine.json --rest          # without the parts that have faults
//! cargo run --release --example review -- --dossier                 # the embedded one, to begin from
//! ```

#[path = "../support/aged.rs"]
mod aged;
#[path = "../support/amount.rs"]
mod amount;
#[path = "../support/canvas.rs"]
mod canvas;
#[path = "../support/document.rs"]
mod document;
#[path = "../support/house.rs"]
mod house;
mod html;
#[path = "../support/page.rs"]
mod page;
#[path = "../support/quiet.rs"]
mod quiet;
#[path = "../support/scaled.rs"]
mod scaled;
#[path = "../support/svg.rs"]
mod svg;

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result, ensure};
use clap::Parser;
use keqing::dossier::Dossier;
use keqing::form::{Limits, Tree, from_tree};
use keqing::policy::{Policy, Stamped};
use keqing::review::{Review, ReviewError, compare, review, review_rest};
use keqing::rulebook;
use keqing::verdict::{Render, RuleId};
use keqing::vocab::words::{Locale, Role};

const EMBEDDED: &str = include_str!("dossier.json");

/// Reviews one relationship.
#[derive(Parser)]
struct Options {
    /// A dossier in JSON or TOML; without it an embedded one is reviewed.
    file: Option<PathBuf>,
    /// The language: en, zh-Hans or zh-Hant.
    #[arg(long, default_value_t = Locale::En)]
    locale: Locale,
    /// The fields in which the house policy differs from the standard one, in JSON or TOML.
    #[arg(long)]
    policy: Option<PathBuf>,
    /// Print every finding by topic instead of the first page.
    #[arg(long, conflicts_with_all = ["json", "rule", "party"])]
    full: bool,
    /// Print everything on one rule, such as CON-01.
    #[arg(long, conflicts_with_all = ["json", "party"])]
    rule: Option<RuleId>,
    /// Print what concerns one party, for ourselves: supplier-organization, supplier-operator, customer-organization or
    /// customer-operator.
    #[arg(long, conflicts_with = "json")]
    party: Option<Role>,
    /// Print what changed since an earlier review, as --json printed it, or since the review of an earlier dossier.
    #[arg(long, conflicts_with_all = ["full", "rule", "party", "stamp"])]
    since: Option<PathBuf>,
    /// Write the review into a file as a page with pictures; nothing is printed.
    #[arg(long, conflicts_with_all = ["full", "rule", "since", "json", "stamp"])]
    html: Option<PathBuf>,
    /// Leave out the parts of the dossier that have faults, tell the faults, and review the rest; the exit status is
    /// 2 if a part was left out.
    #[arg(long)]
    rest: bool,
    /// Print all of it as JSON.
    #[arg(long)]
    json: bool,
    /// Print the fingerprints of the policy and the dossier, too.
    #[arg(long)]
    stamp: bool,
    /// Print the embedded dossier and leave.
    #[arg(long)]
    dossier: bool,
}

fn main() -> ExitCode {
    quiet::finish(run(&Options::parse()))
}

fn run(options: &Options) -> Result<ExitCode> {
    let mut output = io::stdout().lock();
    if options.dossier {
        output.write_all(EMBEDDED.as_bytes())?;
        return Ok(ExitCode::SUCCESS);
    }
    let (text, name) = match &options.file {
        Some(file) => (document::text(file)?, file.as_path()),
        None => (EMBEDDED.to_owned(), Path::new("dossier.json")),
    };
    ensure!(
        !document::tree(&text, name).is_ok_and(|tree| is_review(&tree)),
        "{}: this is a review, no dossier; --since compares another one with it",
        name.display()
    );
    let policy = match &options.policy {
        Some(file) => house::over(&Policy::standard(), file).context("the policy")?,
        None => Policy::standard(),
    };
    for notice in policy.lint() {
        writeln!(io::stderr(), "notice: {}", notice.display(options.locale))?;
    }
    let (dossier, review, status) = match options.rest {
        true => rest(&policy, &text, name).context("the dossier")?,
        false => {
            let dossier: Dossier = document::read(&text, name).context("the dossier")?;
            in_force(&policy, &dossier)?;
            let review = reviewed(&policy, &dossier, &text).context("the dossier")?;
            (dossier, review, ExitCode::SUCCESS)
        }
    };
    if let Some(file) = &options.html {
        let page = html::page(&html::Told {
            policy: &policy,
            dossier: &dossier,
            review: &review,
            locale: options.locale,
            reader: options.party,
        });
        fs::write(file, page).with_context(|| format!("writing {}", file.display()))?;
        writeln!(io::stderr(), "wrote {}", file.display())?;
    } else if let Some(file) = &options.since {
        let before = earlier(&policy, file)
            .with_context(|| format!("the earlier review in {}", file.display()))?;
        let changes = compare(&before, &review)?;
        match options.json {
            true => writeln!(output, "{}", serde_json::to_string_pretty(&changes)?)?,
            false => write!(output, "{}", changes.display(options.locale))?,
        }
    } else {
        output.write_all(printed(options, &policy, &dossier, review)?.as_bytes())?;
    }
    Ok(status)
}

/// Checks that the policy holds on the day of the dossier.
fn in_force(policy: &Policy, dossier: &Dossier) -> Result<()> {
    let as_of = dossier.as_of();
    ensure!(
        policy.effective().holds(as_of),
        "the policy `{}` is not in force on {as_of}, the day of the dossier",
        policy.version()
    );
    Ok(())
}

/// Returns the review as text or as JSON, with the fingerprints if they are asked for.
fn printed(
    options: &Options,
    policy: &Policy,
    dossier: &Dossier,
    review: Review,
) -> Result<String> {
    let stamped = policy.stamped(dossier, review);
    let Stamped {
        stamp,
        answer: review,
        ..
    } = &stamped;
    Ok(match (options.json, options.stamp) {
        (true, true) => format!("{}\n", serde_json::to_string_pretty(&stamped)?),
        (true, false) => format!("{}\n", serde_json::to_string_pretty(review)?),
        (false, false) => text_of(options, policy, review)?,
        (false, true) => {
            let text = text_of(options, policy, review)?;
            format!("{text}policy {}\nfacts {}\n", stamp.policy, stamp.facts)
        }
    })
}

/// Reviews a dossier; each error stands at its place in the text.
fn reviewed(policy: &Policy, dossier: &Dossier, text: &str) -> Result<Review> {
    let told = |error: ReviewError| {
        document::lines(text, error.each().map(|one| (one.path(), false, one)))
    };
    review(policy, dossier).map_err(told)
}

/// Reviews a dossier without its faulty parts, and tells their faults.
fn rest(policy: &Policy, text: &str, name: &Path) -> Result<(Dossier, Review, ExitCode)> {
    let tree = document::tree(text, name)?;
    let rest = review_rest(policy, &tree, &Limits::standard())
        .map_err(|faults| document::told(text, &faults))?;
    in_force(policy, &rest.dossier)?;
    for part in &rest.left_out {
        let faults = document::told(text, &part.faults);
        let follows = match part.may_follow {
            true => ", which may follow from the parts before",
            false => "",
        };
        writeln!(io::stderr(), "left out: {}{follows}\n{faults}", part.path)?;
    }
    let status = match rest.left_out.as_slice() {
        [] => ExitCode::SUCCESS,
        _ => ExitCode::from(2),
    };
    Ok((rest.dossier, rest.review, status))
}

/// Returns an earlier review: the one that a file holds, or that of the dossier that it holds.
fn earlier(policy: &Policy, file: &Path) -> Result<Review> {
    let text = document::text(file)?;
    let tree = document::tree(&text, file)?;
    if is_review(&tree) {
        return document::read(&text, file);
    }
    // A stamped answer, as --json --stamp prints it.
    if let (Some(answer), Some(_)) = (tree.at("answer"), tree.at("stamp")) {
        return from_tree(answer, &Limits::standard())
            .map_err(|faults| document::told(&text, &faults.under("answer")));
    }
    let dossier: Dossier = document::read(&text, file)?;
    reviewed(policy, &dossier, &text)
}

/// Returns whether a document is a review, which has the names of both parties.
fn is_review(tree: &Tree) -> bool {
    matches!(tree, Tree::Fields(fields) if fields.iter().any(|(name, _)| name == "between"))
}

/// Returns the text that is asked for: the first page, the whole review, or what one rule says.
fn text_of(options: &Options, policy: &Policy, review: &Review) -> Result<String> {
    let locale = options.locale;
    if let Some(rule) = options.rule {
        ensure!(
            rulebook::card(rule).is_some(),
            "no rule of the rulebook is called {rule}: `cargo run --example rulebook` lists them"
        );
        return Ok(review.on_rule(rule).display(locale).to_string());
    }
    if options.full {
        return Ok(review.display(locale).to_string());
    }
    let page = review.page(policy);
    Ok(match options.party {
        Some(role) => page.only_for(role).display(locale).to_string(),
        None => page.display(locale).to_string(),
    })
}
