//! Many relationships at once: each dossier is reviewed, and the worst of them are shown first.
//!
//! ```sh
//! cargo run --release --example reviews                          # a small made-up set
//! cargo run --release --example reviews -- dossiers/             # each dossier of a folder
//! cargo run --release --example reviews -- export.jsonl.gz       # a dossier a line
//! zcat export.jsonl.gz | cargo run --release --example reviews -- - --json
//! cargo run --release --example reviews -- --html reviews.html --locale zh-Hans
//! ```
//!
//! Relationships are ranked by what bars, then by what needs a decision, then by critical matters, warnings and
//! unknown facts, then by the delay of the oldest unpaid invoice, then by name. The totals say which rules most of
//! them breach. Memory does not grow with the number of dossiers: only the first lines and the totals are held.
//!
//! A dossier that has faults is reported with the place of each and left out, and the exit status is 2. The other
//! files of a folder are named and passed over.

mod crew;
#[path = "../support/document.rs"]
mod document;
mod house;
mod html;
mod inputs;
mod json;
mod line;
mod options;
#[path = "../support/page.rs"]
mod page;
mod picture;
#[path = "../support/plain.rs"]
mod plain;
#[path = "../support/quiet.rs"]
mod quiet;
mod ranking;
mod report;
mod run;
mod source;
#[path = "../support/svg.rs"]
mod svg;
mod table;
#[cfg(test)]
mod tests;
#[path = "../support/timing.rs"]
mod timing;
mod totals;
mod words;

use std::fs;
use std::io::{self, BufWriter, Write};
use std::process::ExitCode;
use std::time::Instant;

use anyhow::{Context, Result, ensure};
use clap::Parser;
use keqing::verdict::Render;

use crate::house::House;
use crate::inputs::Inputs;
use crate::options::Options;
use crate::report::Report;
use crate::run::Run;

fn main() -> ExitCode {
    quiet::finish(run(&Options::parse()))
}

fn run(options: &Options) -> Result<ExitCode> {
    let begun = Instant::now();
    let house = House::of(options.policy.as_deref(), options.locale)?;
    for notice in house.policy.lint() {
        writeln!(io::stderr(), "notice: {}", notice.display(options.locale))?;
    }
    let inputs = Inputs::find(&options.paths)?;
    for name in &inputs.passed_over {
        writeln!(io::stderr(), "{name}: no dossier by its name, passed over")?;
    }
    let mut output = BufWriter::new(io::stdout().lock());
    let run = Run::of(options, &house, &inputs, &mut output)?;
    ensure!(run.totals.dossiers() > 0, "there is no dossier to review");
    let (spent, workers) = (run.spent, run.workers);
    let report = Report::of(run, &house, options.top, inputs.passed_over.len());
    let telling = Instant::now();
    if let Some(file) = &options.html {
        let page = html::page(&report);
        fs::write(file, page).with_context(|| format!("cannot write {}", file.display()))?;
    }
    match options.json {
        true => writeln!(output, "{}", json::totals(&report)?)?,
        false => output.write_all(table::text(&report).as_bytes())?,
    }
    output.flush()?;
    let (left_out, dossiers) = (report.totals.left_out, report.totals.dossiers());
    if left_out > 0 {
        eprintln!("{left_out} of {dossiers} dossiers left out");
    }
    if options.timing {
        let total = begun.elapsed();
        eprint!(
            "{}",
            timing::timing(dossiers, spent.a_worker(workers), total)
        );
        eprintln!(
            "{}, the page {} ms",
            spent.shares(),
            telling.elapsed().as_millis()
        );
    }
    Ok(match left_out {
        0 => ExitCode::SUCCESS,
        _ => ExitCode::from(2),
    })
}
