//! The files that are read, found before the first of them is opened.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};

/// The set that comes with the example, and its name.
const EMBEDDED: &str = include_str!("dossiers.jsonl");
const EMBEDDED_NAME: &str = "dossiers.jsonl";

/// The content of a file.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Content {
    /// One dossier, in JSON or in TOML.
    Whole,
    /// A dossier a line, in JSON.
    Lines,
}

/// The place from which bytes come.
#[derive(Debug)]
pub(crate) enum Origin {
    Embedded(&'static str),
    File(PathBuf),
    StandardInput,
}

/// A source of dossiers.
#[derive(Debug)]
pub(crate) struct Input {
    pub(crate) name: String,
    pub(crate) from: Origin,
    pub(crate) content: Content,
    /// The number of its bytes, where that is known beforehand.
    pub(crate) bytes: Option<u64>,
}

/// Every source in the order of reading, and the names that a folder has besides.
#[derive(Debug, Default)]
pub(crate) struct Inputs {
    pub(crate) list: Vec<Input>,
    pub(crate) passed_over: Vec<String>,
}

impl Inputs {
    /// Finds the sources that some paths name; without a path it is the set that comes with the example.
    pub(crate) fn find(paths: &[PathBuf]) -> Result<Self> {
        let mut inputs = Self::default();
        if paths.is_empty() {
            inputs.list.push(Input {
                name: EMBEDDED_NAME.to_owned(),
                from: Origin::Embedded(EMBEDDED),
                content: Content::Lines,
                bytes: u64::try_from(EMBEDDED.len()).ok(),
            });
        }
        for path in paths {
            if path.as_os_str() == "-" {
                inputs.list.push(Input {
                    name: "-".to_owned(),
                    from: Origin::StandardInput,
                    content: Content::Lines,
                    bytes: None,
                });
            } else if path.is_dir() {
                inputs.folder(path)?;
            } else {
                // A file that is named is read, whatever its name says.
                let content = content_of(path).unwrap_or(Content::Whole);
                fs::metadata(path).with_context(|| format!("cannot read {}", path.display()))?;
                inputs.file(path, content);
            }
        }
        Ok(inputs)
    }

    /// Returns the number of bytes of all sources together, if it is known.
    pub(crate) fn bytes(&self) -> Option<u64> {
        let each = self.list.iter().map(|input| input.bytes);
        each.sum()
    }

    /// Adds a file, which may turn out to be none when it is opened.
    fn file(&mut self, path: &Path, content: Content) {
        let known = fs::metadata(path).ok().filter(fs::Metadata::is_file);
        self.list.push(Input {
            name: path.display().to_string(),
            from: Origin::File(path.to_owned()),
            content,
            // A pipe with a name has no length.
            bytes: known.map(|known| known.len()),
        });
    }

    /// Finds the dossiers of a folder, by name; the folders within it are not searched.
    fn folder(&mut self, folder: &Path) -> Result<()> {
        let cannot_read = || format!("cannot read {}", folder.display());
        let entries = fs::read_dir(folder).with_context(cannot_read)?;
        let paths = entries.map(|entry| entry.map(|entry| entry.path()));
        let mut paths: Vec<PathBuf> = paths.collect::<Result<_, _>>().with_context(cannot_read)?;
        paths.sort_unstable();
        let before = self.list.len();
        for path in &paths {
            match content_of(path).filter(|_| !path.is_dir()) {
                Some(content) => self.file(path, content),
                None => self.passed_over.push(path.display().to_string()),
            }
        }
        ensure!(
            self.list.len() > before,
            "the folder {} has no dossier: no file is named *.json, *.toml, *.jsonl or *.ndjson",
            folder.display()
        );
        Ok(())
    }
}

/// Returns the content of a file by its name; nothing if the name is none of a dossier.
fn content_of(path: &Path) -> Option<Content> {
    let extension = |path: &Path| path.extension().map(OsStr::to_ascii_lowercase);
    let is_packed = extension(path).is_some_and(|found| found == "gz");
    let found = match is_packed {
        true => extension(Path::new(path.file_stem()?)),
        false => extension(path),
    };
    match found?.to_str()? {
        "json" | "toml" => Some(Content::Whole),
        "jsonl" | "ndjson" => Some(Content::Lines),
        _ => None,
    }
}
