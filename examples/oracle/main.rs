//! The oracle: questions as JSON lines on standard input, answers as JSON lines on standard output.
//!
//! ```text
//! {"id": 7, "ask": "lifecycle.profile", "stage": "stable"}
//! {"id":7,"answer":{"stage":"stable","position":"main",…}}
//! ```
//!
//! A question may carry a `policy`: fields of the standard policy that are different for this one. With
//! `"stamp": true` the answer comes with the fingerprints of the policy and of the question.
//! A line that is no question gets an error with a code, the path of the field at fault and a message;
//! order is kept, and nothing stops the loop but the end of input.
//!
//! ```sh
//! cargo run -q --release --example oracle < questions.jsonl
//! cargo run -q --release --example oracle -- --list
//! cargo run -q --release --example oracle -- --fields lifecycle.judge   # or policy, or dossier
//! ```

mod fields;
#[path = "../support/quiet.rs"]
mod quiet;
mod wire;

use std::io::{self, BufRead, BufWriter, Write};
use std::process::ExitCode;

use clap::Parser;
use keqing::oracle::Question;
use wire::Oracle;

/// Answers questions about business relationships: JSON lines in, JSON lines out.
#[derive(Parser)]
struct Options {
    /// List the names of all questions and leave.
    #[arg(long)]
    list: bool,
    /// List the fields of a question, of a policy (`policy`) or of a dossier (`dossier`), and leave.
    #[arg(long, value_name = "NAME")]
    fields: Option<String>,
}

fn main() -> ExitCode {
    quiet::finish(run(&Options::parse()))
}

fn run(options: &Options) -> anyhow::Result<ExitCode> {
    let mut output = BufWriter::new(io::stdout().lock());
    if options.list {
        for name in Question::NAMES {
            writeln!(output, "{name}")?;
        }
        output.flush()?;
        return Ok(ExitCode::SUCCESS);
    }
    if let Some(name) = &options.fields {
        fields::write(&mut output, name)?;
        output.flush()?;
        return Ok(ExitCode::SUCCESS);
    }
    let mut oracle = Oracle::new();
    let mut input = io::stdin().lock();
    let mut line = Vec::new();
    while input.read_until(b'\n', &mut line)? > 0 {
        writeln!(output, "{}", oracle.reply(&line))?;
        // Whoever asks one question at a time waits for its answer.
        output.flush()?;
        line.clear();
    }
    Ok(ExitCode::SUCCESS)
}
