use std::io::{BufReader, Cursor, Read, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use flate2::Compression;
use flate2::write::GzEncoder;
use keqing::policy::Policy;
use keqing::vocab::words::Locale;
use serde_json::Value;

use super::{EMBEDDED, FAULTY, house, reported};
use crate::document;
use crate::house::House;
use crate::inputs::{Content, Inputs};
use crate::source::{Length, next_line, unpacked};

#[test]
fn a_faulty_dossier_is_left_out_with_the_place_of_each_fault() -> Result<()> {
    let (report, written) = reported(FAULTY.to_owned(), &house(), &["--json"])?;
    assert_eq!((report.totals.reviewed, report.totals.left_out), (2, 3));
    let answers = written.lines().map(serde_json::from_str::<Value>);
    let answers: Vec<Value> = answers.collect::<Result<_, _>>()?;
    let faults = answers
        .iter()
        .filter_map(|answer| answer.get("faults")?.as_array());
    let faults: Vec<&str> = faults.flatten().filter_map(Value::as_str).collect();
    let begins = [
        "all.jsonl:2:11: expected value",
        "all.jsonl:3:175: party.parties.supplier-operator.people[0].level: got \"boss\"",
        "all.jsonl:3:368: lifecicle: no field has this name",
        "all.jsonl:5:378: party.trust[0].person: nobody in the register is named `nobody`",
    ];
    assert_eq!(faults.len(), begins.len(), "{faults:?}");
    for (fault, begin) in faults.iter().zip(begins) {
        assert!(fault.starts_with(begin), "{fault}");
    }
    let places = answers.iter().filter_map(|answer| answer.get("at"));
    let places: Vec<&str> = places.filter_map(Value::as_str).collect();
    let lines = [1, 2, 3, 5, 6].map(|line| format!("all.jsonl:{line}"));
    assert_eq!(places, lines);
    Ok(())
}

#[test]
fn a_dossier_on_a_day_outside_the_policy_is_left_out() -> Result<()> {
    let text = "[effective]\nfrom = \"2030-01-01\"\nuntil = \"none\"\n";
    let tree = document::tree(text, Path::new("later.toml"))?;
    let house = House {
        policy: Policy::overlaid(&Policy::standard(), &tree)?,
        locale: Locale::En,
    };
    let (report, written) = reported(EMBEDDED.to_owned(), &house, &["--json"])?;
    assert_eq!((report.totals.reviewed, report.totals.left_out), (0, 7));
    let first = written.lines().next().context("an answer")?;
    assert!(first.contains("is not in force on 2024-12-31"), "{first}");
    Ok(())
}

#[test]
fn a_line_that_is_too_long_is_left_behind_and_the_next_one_is_read() -> Result<()> {
    // A line that is left behind comes in several pieces.
    let text = "short\nmuch too long\nexactly8\nnine more\nlast one";
    let mut bytes = BufReader::with_capacity(2, Cursor::new(text));
    for (length, text) in [
        (Length::Read, "short\n"),
        (Length::TooLong, ""),
        (Length::Read, "exactly8\n"),
        (Length::TooLong, ""),
        (Length::Read, "last one"),
        (Length::Ended, ""),
    ] {
        let mut line = Vec::new();
        assert_eq!(next_line(&mut bytes, &mut line, 8)?, length);
        ensure!(line.len() <= 9, "no more is held than a line may have");
        if length == Length::Read {
            assert_eq!(line, text.as_bytes());
        }
    }
    Ok(())
}

#[test]
fn compressed_bytes_are_unpacked_whatever_their_name() -> Result<()> {
    let mut packed = GzEncoder::new(Vec::new(), Compression::default());
    packed.write_all(EMBEDDED.as_bytes())?;
    for bytes in [packed.finish()?, EMBEDDED.as_bytes().to_vec()] {
        let mut text = String::new();
        unpacked(Box::new(Cursor::new(bytes)))?.read_to_string(&mut text)?;
        assert_eq!(text, EMBEDDED);
    }
    Ok(())
}

#[test]
fn a_folder_gives_its_dossiers_and_names_the_rest() -> Result<()> {
    let examples = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples");
    let found = |folders: &[&str]| {
        let paths = folders.iter().map(|folder| examples.join(folder));
        Inputs::find(&paths.collect::<Vec<PathBuf>>())
    };
    let inputs = found(&["review", "reviews"])?;
    let names = inputs.list.iter().map(|input| {
        let name = Path::new(&input.name).file_name();
        (name.unwrap_or_default().to_owned(), input.content)
    });
    let expected = [
        ("dossier.json".into(), Content::Whole),
        ("dossiers.jsonl".into(), Content::Lines),
        ("faulty.jsonl".into(), Content::Lines),
    ];
    assert_eq!(names.collect::<Vec<_>>(), expected);
    let passed = inputs.passed_over.iter();
    assert!(passed.clone().any(|name| name.ends_with("totals.rs")));
    let none = found(&["portfolio"]).err().context("a folder of none")?;
    assert!(none.to_string().contains("has no dossier"), "{none}");
    assert!(found(&["nowhere.json"]).is_err());
    Ok(())
}
