use std::path::PathBuf;

use clap::Parser;
use keqing::vocab::words::Locale;

/// Reviews many relationships at once, and ranks them by what stands against them.
#[derive(Debug, Parser)]
#[command(name = "reviews")]
pub(crate) struct Options {
    /// Folders of dossiers; files of JSON lines (.jsonl or .ndjson, plain or gzip); single dossiers in JSON or TOML;
    /// - for JSON lines from standard input. Without a path a small made-up set is reviewed
    #[arg(value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,
    /// Language: en, zh-Hans or zh-Hant
    #[arg(long, default_value_t = Locale::En, value_name = "TAG")]
    pub(crate) locale: Locale,
    /// The fields in which the house policy differs from the standard one, in JSON or TOML
    #[arg(long, value_name = "FILE")]
    pub(crate) policy: Option<PathBuf>,
    /// Print JSON lines: an object for each dossier in the order of reading, then one with the totals
    #[arg(long)]
    pub(crate) json: bool,
    /// The number of relationships, and of rules, to show; the rest is counted
    #[arg(long, default_value_t = 20, value_name = "NUMBER")]
    pub(crate) top: usize,
    /// Write a page with pictures, too
    #[arg(long, value_name = "FILE")]
    pub(crate) html: Option<PathBuf>,
    /// The number of dossiers that are reviewed at once; without it as many as the machine has cores
    #[arg(long, value_name = "NUMBER")]
    pub(crate) threads: Option<usize>,
    /// Say on standard error how long it took, and the peak of memory
    #[arg(long)]
    pub(crate) timing: bool,
}
