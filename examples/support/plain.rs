//! Tables without lines, and bars in them.

use std::ops::Range;

use comfy_table::{CellAlignment, Table, presets};

const BAR: u64 = 40;

pub(crate) fn plain() -> Table {
    let mut table = Table::new();
    table.load_preset(presets::NOTHING);
    table
}

pub(crate) fn to_the_right(table: &mut Table, columns: Range<usize>) {
    for column in columns {
        if let Some(column) = table.column_mut(column) {
            column.set_cell_alignment(CellAlignment::Right);
        }
    }
}

pub(crate) fn section(title: &str, table: &Table) -> String {
    let rows = table.lines().map(|line| line.trim_end().to_owned());
    let rows: Vec<String> = rows.collect();
    format!("{title}\n{}\n", rows.join("\n"))
}

/// A bar for a count, as long as the line allows for the largest one.
pub(crate) fn bar(count: u64, most: u64) -> String {
    let length = count
        .saturating_mul(BAR)
        .checked_div(most)
        .unwrap_or_default();
    "█".repeat(usize::try_from(length).unwrap_or_default())
}
