//! Shapes of the pictures beyond those that the examples share.

#![expect(
    clippy::arithmetic_side_effects,
    reason = "coordinates are at most a few thousand"
)]

use std::fmt::Write as _;

pub(super) use crate::canvas::{Days, SMALL, Words, cut, framed, line, size_of, width, words};
use crate::page::escape;

/// Cuts a text for a room if it is too long, with an ellipsis at its end.
pub(crate) fn fitted(text: &str, size: u64, room: u64) -> String {
    if width(text, size) <= room {
        text.to_owned()
    } else {
        cut(text, size, room)
    }
}

/// The places of a picture where words stand: the left end, the line of the letters, and the width.
#[derive(Default)]
pub(crate) struct Taken(Vec<(u64, u64, u64)>);

impl Taken {
    /// Takes a place if no other words stand there, and returns whether it was free.
    pub(crate) fn take(&mut self, (left, y, wide): (u64, u64, u64)) -> bool {
        let is_free = self.0.iter().all(|(other_left, other_y, other_wide)| {
            other_left + other_wide < left || left + wide < *other_left || other_y.abs_diff(y) > 12
        });
        if is_free {
            self.0.push((left, y, wide));
        }
        is_free
    }
}

/// The shape of a mark, so that no meaning hangs on a colour alone.
#[derive(Clone, Copy, Eq, PartialEq)]
pub(crate) enum Shape {
    Disc,
    Ring,
    Diamond,
    Up,
    Down,
}

/// Draws a mark around a place, with a title for those who point at it.
pub(crate) fn mark(
    svg: &mut String,
    (x, y): (u64, u64),
    radius: u64,
    (shape, class): (Shape, &str),
    title: &str,
) {
    let (left, right) = (x.saturating_sub(radius), x + radius);
    let (top, bottom) = (y.saturating_sub(radius), y + radius);
    let _ = match shape {
        Shape::Disc | Shape::Ring => {
            write!(svg, r#"<circle cx="{x}" cy="{y}" r="{radius}""#)
        }
        Shape::Diamond => write!(
            svg,
            r#"<path d="M{x} {top}L{right} {y}L{x} {bottom}L{left} {y}Z""#
        ),
        Shape::Up => write!(
            svg,
            r#"<path d="M{x} {top}L{right} {bottom}L{left} {bottom}Z""#
        ),
        Shape::Down => write!(
            svg,
            r#"<path d="M{x} {bottom}L{right} {top}L{left} {top}Z""#
        ),
    };
    let open = if shape == Shape::Ring { "open " } else { "" };
    let _ = write!(
        svg,
        r#" class="{open}{class}"><title>{}</title>{}"#,
        escape(title),
        match shape {
            Shape::Disc | Shape::Ring => "</circle>",
            _ => "</path>",
        }
    );
}

/// Draws a short piece of a line for a legend.
pub(crate) fn sample(class: &str, thick: u64, dash: &str) -> String {
    format!(
        "<svg viewBox=\"0 0 34 10\" width=\"34\" height=\"10\" aria-hidden=\"true\">\
         <path d=\"M2 5H34\" class=\"{class}\" stroke-width=\"{thick}\"{dash}/></svg>"
    )
}

/// Writes a legend: a sign, which is markup, and what it means, which is text.
pub(crate) fn legend(keys: &[(String, &str)]) -> String {
    let keys = keys.iter().map(|(sign, text)| {
        let text = escape(text);
        format!("<li>{sign} {text}</li>\n")
    });
    let keys: String = keys.collect();
    format!("<ul class=\"legend\">\n{keys}</ul>\n")
}
