//! A page in HTML that loads nothing from elsewhere.

use keqing::vocab::words::Locale;

/// The look of every page.
const STYLE: &str = "body{font:15px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1c2733}\
h1{font-size:1.5rem}h2{font-size:1.15rem;margin-top:2.2rem}\
svg{max-width:100%;height:auto}svg text{font:11px system-ui,sans-serif;fill:#1c2733}\
table{border-collapse:collapse}td,th{padding:.2rem .8rem .2rem 0;text-align:left;vertical-align:top}\
td.n,th.n{text-align:right}";

/// Writes a page with a title, the look that it has beyond that of every page, and its body.
pub(crate) fn whole(locale: Locale, title: &str, style: &str, body: &str) -> String {
    let title = escape(title);
    format!(
        "<!DOCTYPE html>\n<html lang=\"{locale}\">\n<head><meta charset=\"utf-8\"/><meta name=\"viewport\" \
         content=\"width=device-width\"/><title>{title}</title><style>{STYLE}{style}</style></head>\n\
         <body>\n<h1>{title}</h1>\n{body}</body>\n</html>\n"
    )
}

/// Makes text safe between tags and within quotes. A character that no page may hold is replaced by a mark.
pub(crate) fn escape(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            '\n' | '\t' => safe.push(letter),
            '\u{fffe}' | '\u{ffff}' => safe.push('\u{fffd}'),
            control if control.is_control() => safe.push('\u{fffd}'),
            other => safe.push(other),
        }
    }
    safe
}

/// A row of a table, in which the cells at some places are numbers.
pub(crate) fn row(cells: &[String], is_number: impl Fn(usize) -> bool) -> String {
    let mut row = String::from("<tr>");
    for (place, cell) in cells.iter().enumerate() {
        let class = if is_number(place) { " class=\"n\"" } else { "" };
        row.push_str(&format!("<td{class}>{}</td>", escape(cell)));
    }
    row.push_str("</tr>\n");
    row
}

/// Writes the heading of a part.
pub(crate) fn heading(text: &str) -> String {
    format!("<h2>{}</h2>\n", escape(text))
}
