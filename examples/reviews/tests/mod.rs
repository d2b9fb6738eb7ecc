//! The ranking, the totals, the faults and the page.

mod page;
mod ranking;
mod reading;
mod totals;

use anyhow::Result;
use clap::Parser;
use keqing::policy::Policy;
use keqing::vocab::words::Locale;

use crate::house::House;
use crate::inputs::{Content, Input, Inputs, Origin};
use crate::options::Options;
use crate::report::Report;
use crate::run::Run;

const EMBEDDED: &str = include_str!("../dossiers.jsonl");
const FAULTY: &str = include_str!("../faulty.jsonl");

/// Three copies of each embedded dossier: one as it is, and two of other names that stand equally bad.
fn lines() -> Vec<String> {
    let copies = ["", "A ", "B "].into_iter();
    let each = copies.flat_map(|copy| {
        let named = format!("\"name\": \"{copy}");
        EMBEDDED
            .lines()
            .map(move |line| line.replace("\"name\": \"", &named))
    });
    each.collect()
}

fn input(name: &str, text: String) -> Input {
    Input {
        name: name.to_owned(),
        from: Origin::Embedded(text.leak()),
        content: Content::Lines,
        bytes: None,
    }
}

/// Reviews texts as a file of lines, and returns the report and everything that was written.
fn reported(text: String, house: &House, arguments: &[&str]) -> Result<(Report, String)> {
    let options = Options::parse_from(["reviews"].iter().chain(arguments));
    let inputs = Inputs {
        list: vec![input("all.jsonl", text)],
        passed_over: Vec::new(),
    };
    let mut output = Vec::new();
    let run = Run::of(&options, house, &inputs, &mut output)?;
    let report = Report::of(run, house, options.top, 0);
    Ok((report, String::from_utf8(output)?))
}

fn house() -> House {
    House {
        policy: Policy::standard(),
        locale: Locale::En,
    }
}
