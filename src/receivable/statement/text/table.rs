use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use crate::receivable::statement::text::width::width;
use crate::vocab::words::{Locale, Text};

/// The widest line. A table that is wider has a block of lines for each row.
const WIDEST: usize = 100;
/// The blanks before each line.
const INDENT: &str = "  ";
/// The blanks between two columns.
const BETWEEN: &str = "  ";

/// A table of a part of a statement (对账单表格). A column without a value in any row is left out.
///
/// Its [`Display`](fmt::Display) aligns the columns with spaces.
///
/// # Examples
///
/// See [`Statement::parts`](crate::receivable::statement::Statement::parts).
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub struct StatedTable {
    /// The title, if the part has several tables.
    pub title: Option<String>,
    /// The columns.
    pub columns: Vec<StatedColumn>,
    /// The rows, each with a cell for every column; an empty cell has no value.
    pub rows: Vec<Vec<String>>,
    /// The sentences below the table.
    pub sentences: Vec<String>,
}

/// A column of a table (对账单表格列).
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub struct StatedColumn {
    /// The name in the locale.
    pub name: &'static str,
    /// The presence of figures, which stand at the right.
    pub is_figure: bool,
}

/// Makes a column of texts.
pub(super) const fn words(name: Text) -> (Text, bool) {
    (name, false)
}

/// Makes a column of figures.
pub(super) const fn figures(name: Text) -> (Text, bool) {
    (name, true)
}

impl StatedTable {
    /// Makes a table of columns, each with its name and whether it has figures.
    pub(super) fn new<const N: usize>(columns: [(Text, bool); N], locale: Locale) -> Self {
        let columns = columns.map(|(name, is_figure)| StatedColumn {
            name: name.in_locale(locale),
            is_figure,
        });
        Self {
            title: None,
            columns: columns.into(),
            rows: Vec::new(),
            sentences: Vec::new(),
        }
    }

    /// Adds a row.
    pub(super) fn row<const N: usize>(&mut self, cells: [String; N]) {
        self.rows.push(cells.into());
    }

    /// Takes out the columns that have no value in any row.
    pub(super) fn without_empty_columns(mut self) -> Self {
        let has_value = |place: usize| {
            let mut cells = self.rows.iter().filter_map(|row| row.get(place));
            cells.any(|cell| !cell.is_empty())
        };
        let kept: Vec<bool> = (0..self.columns.len()).map(has_value).collect();
        for row in &mut self.rows {
            keep(row, &kept);
        }
        keep(&mut self.columns, &kept);
        self
    }

    /// Returns how wide each column is.
    fn widths(&self) -> Vec<usize> {
        let columns = self.columns.iter().enumerate();
        let widths = columns.map(|(place, column)| {
            let cells = self.rows.iter().filter_map(|row| row.get(place));
            let widest = cells.map(|cell| width(cell)).max();
            widest.unwrap_or(0).max(width(column.name))
        });
        widths.collect()
    }

    /// Returns a row in one line, without blanks at its end.
    fn line<'a>(&self, cells: impl Iterator<Item = &'a str>, widths: &[usize]) -> String {
        let mut written = String::new();
        let mut blanks = INDENT.len();
        for ((column, cell), wide) in self.columns.iter().zip(cells).zip(widths) {
            let lacking = wide.saturating_sub(width(cell));
            let (before, after) = match column.is_figure {
                true => (lacking, 0),
                false => (0, lacking),
            };
            blanks = blanks.saturating_add(before);
            if !cell.is_empty() {
                written.extend(core::iter::repeat_n(' ', blanks));
                written.push_str(cell);
                blanks = 0;
            }
            blanks = blanks.saturating_add(after).saturating_add(BETWEEN.len());
        }
        written
    }

    /// Returns a row in as many lines as it needs, with the name of its column before each cell.
    fn block(&self, row: &[String]) -> String {
        let (mut written, mut taken) = (String::new(), 0_usize);
        let cells = self.columns.iter().zip(row);
        for (column, cell) in cells.filter(|(_, cell)| !cell.is_empty()) {
            let named = alloc::format!("{} {cell}", column.name);
            let wide = width(&named).saturating_add(BETWEEN.len());
            let before = if written.is_empty() {
                INDENT
            } else if taken.saturating_add(wide) > WIDEST {
                taken = INDENT.len();
                "\n    "
            } else {
                BETWEEN
            };
            written.push_str(before);
            written.push_str(&named);
            taken = taken.saturating_add(wide);
        }
        written
    }
}

impl fmt::Display for StatedTable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(title) = &self.title {
            writeln!(f, "{INDENT}{title}")?;
        }
        let widths = self.widths();
        let gaps = BETWEEN.len().saturating_mul(widths.len());
        let whole = widths
            .iter()
            .fold(gaps, |sum, one| sum.saturating_add(*one));
        if whole > WIDEST {
            for row in &self.rows {
                writeln!(f, "{}", self.block(row))?;
            }
        } else {
            let names = self.columns.iter().map(|column| column.name);
            writeln!(f, "{}", self.line(names, &widths))?;
            for row in &self.rows {
                let cells = row.iter().map(String::as_str);
                writeln!(f, "{}", self.line(cells, &widths))?;
            }
        }
        let mut sentences = self.sentences.iter();
        sentences.try_for_each(|sentence| writeln!(f, "{INDENT}{sentence}"))
    }
}

/// Keeps the members at the places that are to be kept.
fn keep<T>(members: &mut Vec<T>, kept: &[bool]) {
    let mut kept = kept.iter();
    members.retain(|_| kept.next().copied().unwrap_or(true));
}
