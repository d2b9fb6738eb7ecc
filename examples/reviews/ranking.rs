//! The worst relationships, of any number of them.

use std::collections::BinaryHeap;

use crate::line::Line;

/// The first lines of the ranking: no more are held than are shown.
#[derive(Debug)]
pub(crate) struct Ranking {
    most: usize,
    // The last of the lines is the largest, and the first to be given up.
    lines: BinaryHeap<Line>,
}

impl Ranking {
    pub(crate) const fn new(most: usize) -> Self {
        Self {
            most,
            lines: BinaryHeap::new(),
        }
    }

    /// Takes a line in if it is among the first.
    pub(crate) fn offer(&mut self, line: Line) {
        if self.lines.len() < self.most {
            self.lines.push(line);
        } else if let Some(mut last) = self.lines.peek_mut() {
            if line < *last {
                *last = line;
            }
        }
    }

    /// Returns the lines, the worst first.
    pub(crate) fn into_lines(self) -> Vec<Line> {
        self.lines.into_sorted_vec()
    }
}
