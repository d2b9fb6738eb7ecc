//! The main job: one relationship's dossier in, everything keqing says about it out.
//!
//! ```sh
//! cargo run --release --example review                              # the embedded dossier
//! cargo run --release --example review -- --locale zh-Hans          # in Chinese
//! cargo run --release --example review -- my-dossier.json --json    # yours, for machines
//! cargo run --release --example review -- --dossier                 # the embedded one, to begin from
//! ```

#[path = "../support/quiet.rs"]
mod quiet;

use std::fs;
use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context, Result};
use clap::Parser;
use keqing::dossier::Dossier;
use keqing::policy::Policy;
use keqing::review::review;
use keqing::verdict::Render;
use keqing::vocab::words::Locale;

const EMBEDDED: &str = include_str!("dossier.json");

/// Reviews one relationship.
#[derive(Parser)]
struct Options {
    /// A dossier in JSON; without it an embedded one is reviewed.
    file: Option<PathBuf>,
    /// The language: en, zh-Hans or zh-Hant.
    #[arg(long, default_value_t = Locale::En)]
    locale: Locale,
    /// A policy in JSON; without it the standard one holds.
    #[arg(long)]
    policy: Option<PathBuf>,
    /// Print JSON instead of text.
    #[arg(long)]
    json: bool,
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
    let text = match &options.file {
        Some(file) => {
            fs::read_to_string(file).with_context(|| format!("reading {}", file.display()))?
        }
        None => EMBEDDED.to_owned(),
    };
    let dossier: Dossier = read(&text).context("the dossier")?;
    let policy = match &options.policy {
        Some(file) => {
            let text =
                fs::read_to_string(file).with_context(|| format!("reading {}", file.display()))?;
            read(&text).context("the policy")?
        }
        None => Policy::standard(),
    };
    let review = review(&policy, &dossier).context("the dossier")?;
    if options.json {
        writeln!(output, "{}", serde_json::to_string_pretty(&review)?)?;
    } else {
        write!(output, "{}", review.display(options.locale))?;
    }
    Ok(ExitCode::SUCCESS)
}

/// Reads JSON and names the field at fault.
fn read<T: serde::de::DeserializeOwned>(text: &str) -> Result<T> {
    let mut json = serde_json::Deserializer::from_str(text);
    let value = serde_path_to_error::deserialize(&mut json)
        .map_err(|error| anyhow::anyhow!("at `{}`: {}", error.path(), error.inner()))?;
    json.end()?;
    Ok(value)
}
