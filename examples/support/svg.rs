//! Pictures that stand within a page, and load nothing from elsewhere.

use std::fmt::Write as _;

use crate::page::escape;

/// Begins a picture of a width and a height, with a title for those who do not see it.
pub(crate) fn open(width: u64, height: u64, title: &str) -> String {
    let title = escape(title);
    format!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" role="img"><title>{title}</title>"#
    )
}

/// Ends a picture.
pub(crate) fn close(mut svg: String) -> String {
    svg.push_str("</svg>\n");
    svg
}

/// Draws a rectangle at a place, of a size and in a colour.
pub(crate) fn bar(svg: &mut String, (x, y): (u64, u64), (width, height): (u64, u64), colour: &str) {
    let _ = write!(
        svg,
        r#"<rect x="{x}" y="{y}" width="{width}" height="{height}" fill="{colour}"/>"#
    );
}

/// Writes a text at a place; it begins, ends or has its middle there.
pub(crate) fn label(svg: &mut String, (x, y): (u64, u64), anchor: &str, text: &str) {
    let text = escape(text);
    let _ = write!(
        svg,
        r#"<text x="{x}" y="{y}" text-anchor="{anchor}">{text}</text>"#
    );
}
