//! All dossiers, from the first to the last.

use std::io::{IsTerminal, Write, stderr, stdout};
use std::num::NonZero;
use std::thread;

use anyhow::Result;
use indicatif::{ProgressBar, ProgressStyle};

use crate::crew::{Crew, Done};
use crate::house::{House, Spent};
use crate::inputs::Inputs;
use crate::json;
use crate::options::Options;
use crate::ranking::Ranking;
use crate::source::{self, Job};
use crate::totals::Totals;

/// Below this many bytes a bar would be gone before it is seen.
const LONG: u64 = 1 << 20;

/// The sums of a run, and its first lines.
#[derive(Debug)]
pub(crate) struct Run {
    pub(crate) totals: Totals,
    pub(crate) ranking: Ranking,
    pub(crate) spent: Spent,
    pub(crate) workers: usize,
}

impl Run {
    /// Reviews every dossier, and writes each answer to the output if the answers are to be JSON.
    pub(crate) fn of(
        options: &Options,
        house: &House,
        inputs: &Inputs,
        output: &mut impl Write,
    ) -> Result<Self> {
        let cores = || thread::available_parallelism().map_or(1, NonZero::get);
        let mut run = Self {
            totals: Totals::default(),
            ranking: Ranking::new(options.top),
            spent: Spent::default(),
            workers: options.threads.unwrap_or_else(cores).max(1),
        };
        let bar = bar(options, inputs)?;
        let workers = run.workers;
        let done = thread::scope(|scope| {
            let each = |done: Done| run.enter(done, options, &bar, output);
            let mut crew = Crew::hire(scope, workers, house, each);
            for input in &inputs.list {
                source::each(input, &bar, &mut crew)?;
            }
            crew.finish()
        });
        bar.finish_and_clear();
        done.map(|()| run)
    }

    /// Enters an answer: in the totals and the ranking, or among the dossiers that are left out.
    fn enter(
        &mut self,
        done: Done,
        options: &Options,
        bar: &ProgressBar,
        output: &mut impl Write,
    ) -> Result<Job> {
        self.spent.add(done.spent);
        match done.told {
            Ok(told) => {
                self.totals.add(&told);
                if options.json {
                    writeln!(output, "{}", json::line(&told.line, options.locale)?)?;
                }
                self.ranking.offer(told.line);
            }
            Err(faults) => {
                self.totals.left_out = self.totals.left_out.saturating_add(1);
                bar.suspend(|| eprintln!("{}", faults.join("\n")));
                if options.json {
                    writeln!(output, "{}", json::left_out(&done.job.place, &faults)?)?;
                }
            }
        }
        Ok(done.job)
    }
}

/// Returns a bar that runs with the bytes; nobody sees it if nobody would, or if there is too little to read.
fn bar(options: &Options, inputs: &Inputs) -> Result<ProgressBar> {
    let bytes = inputs.bytes().filter(|bytes| *bytes >= LONG);
    // Lines that appear on the same screen would run through it.
    let is_seen = stderr().is_terminal() && !(options.json && stdout().is_terminal());
    let Some(bytes) = bytes.filter(|_| is_seen) else {
        return Ok(ProgressBar::hidden());
    };
    let style = ProgressStyle::with_template("reviewing {bar:40} {percent} %  {eta} left")?;
    Ok(ProgressBar::new(bytes).with_style(style))
}
