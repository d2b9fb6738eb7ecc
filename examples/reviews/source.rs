//! Texts one at a time out of the sources, each with its place.

use std::fmt;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::sync::Arc;

use anyhow::Result;
use flate2::read::MultiGzDecoder;
use indicatif::ProgressBar;

use crate::inputs::{Content, Input, Origin};

/// The most bytes that one dossier may have.
pub(crate) const LONGEST: usize = 4 << 20;

/// The mark that some editors put first; it is no part of a text.
const MARK: &[u8] = "\u{feff}".as_bytes();

/// The place of a dossier: a file, and the line of it, counted from one, if it has several.
#[derive(Clone, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(crate) struct Place {
    pub(crate) source: Arc<str>,
    pub(crate) line: Option<u64>,
}

/// The bytes of a dossier that is still to be read, or the reason why there are none.
#[derive(Debug)]
pub(crate) struct Job {
    pub(crate) place: Place,
    pub(crate) bytes: Result<Vec<u8>, String>,
}

/// A taker of jobs, which gives back the buffers of those that are done.
pub(crate) trait Taker {
    /// Returns an empty buffer.
    fn buffer(&mut self) -> Vec<u8>;

    /// Takes the next job.
    fn take(&mut self, job: Job) -> Result<()>;
}

/// Hands over each dossier of a source. A source that cannot be read is a job without bytes.
pub(crate) fn each(input: &Input, bar: &ProgressBar, taker: &mut impl Taker) -> Result<()> {
    let source: Arc<str> = input.name.as_str().into();
    let opened = match &input.from {
        Origin::Embedded(text) => Ok(Box::new(text.as_bytes()) as Box<dyn Read>),
        Origin::File(path) => File::open(path).map(|file| Box::new(bar.wrap_read(file)) as Box<_>),
        Origin::StandardInput => Ok(Box::new(io::stdin().lock()) as Box<_>),
    };
    let whole = Place { source, line: None };
    let unpacked = opened.and_then(unpacked);
    match (unpacked, input.content) {
        (Err(error), _) => taker.take(whole.unread(&error)),
        (Ok(bytes), Content::Whole) => one(bytes, whole, taker),
        (Ok(bytes), Content::Lines) => lines(bytes, &whole, taker),
    }
}

impl Place {
    fn unread(self, error: &io::Error) -> Job {
        Job {
            place: self,
            bytes: Err(format!("cannot be read: {error}")),
        }
    }

    fn too_long(self) -> Job {
        Job {
            place: self,
            bytes: Err(format!("is longer than {} MiB", LONGEST >> 20)),
        }
    }
}

/// Writes the place as compilers do: the file, a colon, the line.
impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.source)?;
        match self.line {
            Some(line) => write!(f, ":{line}"),
            None => Ok(()),
        }
    }
}

/// Unpacks what is compressed, whatever its name: its first two bytes tell it.
pub(crate) fn unpacked<'a>(bytes: Box<dyn Read + 'a>) -> io::Result<Box<dyn BufRead + 'a>> {
    let mut bytes = BufReader::with_capacity(1 << 16, bytes);
    Ok(match bytes.fill_buf()?.starts_with(&[0x1f, 0x8b]) {
        true => Box::new(BufReader::with_capacity(
            1 << 16,
            MultiGzDecoder::new(bytes),
        )),
        false => Box::new(bytes),
    })
}

fn one(bytes: impl Read, place: Place, taker: &mut impl Taker) -> Result<()> {
    let mut buffer = taker.buffer();
    let most = u64::try_from(LONGEST).unwrap_or(u64::MAX);
    let read = bytes.take(most.saturating_add(1)).read_to_end(&mut buffer);
    taker.take(match read {
        Err(error) => place.unread(&error),
        Ok(length) if length > LONGEST => place.too_long(),
        Ok(_) => Job {
            bytes: Ok(unmarked(buffer)),
            place,
        },
    })
}

fn lines(mut bytes: impl BufRead, whole: &Place, taker: &mut impl Taker) -> Result<()> {
    let numbers = 1_u64..;
    for number in numbers {
        let place = Place {
            line: Some(number),
            ..whole.clone()
        };
        let mut line = taker.buffer();
        match next_line(&mut bytes, &mut line, LONGEST) {
            Err(error) => return taker.take(place.unread(&error)),
            Ok(Length::Ended) => break,
            Ok(Length::TooLong) => taker.take(place.too_long())?,
            Ok(Length::Read) => {
                let line = if number == 1 { unmarked(line) } else { line };
                if !line.trim_ascii().is_empty() {
                    taker.take(Job {
                        place,
                        bytes: Ok(line),
                    })?;
                }
            }
        }
    }
    Ok(())
}

/// The result of reading one line.
#[derive(Debug, Eq, PartialEq)]
pub(crate) enum Length {
    /// There is no further line.
    Ended,
    /// The line is in the buffer.
    Read,
    /// The line has more bytes than it may have, and is left behind.
    TooLong,
}

/// Reads a line into an empty buffer, of which no more than `most` bytes are ever held.
pub(crate) fn next_line(
    bytes: &mut impl BufRead,
    line: &mut Vec<u8>,
    most: usize,
) -> io::Result<Length> {
    let with_end = u64::try_from(most).unwrap_or(u64::MAX).saturating_add(1);
    if bytes.by_ref().take(with_end).read_until(b'\n', line)? == 0 {
        return Ok(Length::Ended);
    }
    if line.last() == Some(&b'\n') || line.len() <= most {
        return Ok(Length::Read);
    }
    loop {
        let held = bytes.fill_buf()?;
        let end = held.iter().position(|byte| *byte == b'\n');
        let passed = end.map_or(held.len(), |end| end.saturating_add(1));
        bytes.consume(passed);
        if end.is_some() || passed == 0 {
            return Ok(Length::TooLong);
        }
    }
}

fn unmarked(mut bytes: Vec<u8>) -> Vec<u8> {
    if bytes.starts_with(MARK) {
        bytes.drain(..MARK.len());
    }
    bytes
}
