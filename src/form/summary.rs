//! The meaning of a form, a field or a word as one paragraph of plain text.

use alloc::string::String;

use crate::form::{Field, Form, Shape, Variant, Word};

impl Form {
    /// Returns the meaning of a value: the first paragraph of its documentation, without links.
    ///
    /// # Examples
    ///
    /// ```
    /// use keqing::form::Described;
    /// use keqing::vocab::time::Days;
    /// use keqing::vocab::words::Stage;
    ///
    /// assert!(Stage::FORM.summary().starts_with("A stage of a relationship"));
    /// assert_eq!(Days::FORM.unit(), Some("days"));
    /// ```
    #[must_use]
    pub fn summary(&self) -> String {
        match self.shape() {
            Shape::Optional(inner) | Shape::OrNone(inner) | Shape::List { of: inner, .. }
                if self.documentation().is_empty() =>
            {
                inner.summary()
            }
            _ => first_paragraph(self.documentation()),
        }
    }
}

impl Field {
    /// Returns the meaning of the field, or else that of its form: one paragraph, without links.
    #[must_use]
    pub fn summary(&self) -> String {
        let own = first_paragraph(self.meaning());
        if own.is_empty() {
            self.form().summary()
        } else {
            own
        }
    }
}

impl Variant {
    /// Returns the meaning of the variant: one paragraph, without links.
    #[must_use]
    pub fn summary(&self) -> String {
        first_paragraph(self.meaning())
    }
}

impl Word {
    /// Returns the meaning of the word: one paragraph, without links.
    #[must_use]
    pub fn summary(&self) -> String {
        first_paragraph(self.meaning())
    }
}

/// Returns the first paragraph of a documentation as plain text, in the words of JSON.
fn first_paragraph(lines: &[&str]) -> String {
    let lines = lines.iter().map(|line| line.trim());
    let lines = lines
        .skip_while(|line| line.is_empty())
        .take_while(|line| !line.is_empty());
    let mut text = String::new();
    for line in lines {
        if !text.is_empty() {
            text.push(' ');
        }
        text.push_str(line);
    }
    without_links(&text).replace("`None`", "`null`")
}

/// Returns a text in which the words of each link stand without its address.
fn without_links(text: &str) -> String {
    let (mut plain, mut rest) = (String::new(), text);
    while let Some((before, link)) = rest.split_once('[') {
        plain.push_str(before);
        let Some((words, after)) = link.split_once(']') else {
            plain.push('[');
            rest = link;
            break;
        };
        let address = after.strip_prefix('(').and_then(|to| to.split_once(')'));
        if address.is_some() || words.starts_with('`') {
            plain.push_str(words);
        } else {
            plain.push('[');
            plain.push_str(words);
            plain.push(']');
        }
        rest = address.map_or(after, |(_, after)| after);
    }
    plain.push_str(rest);
    plain
}

#[cfg(test)]
mod tests {
    use super::first_paragraph;

    #[test]
    fn a_summary_is_the_first_paragraph_without_its_links() {
        for (lines, expected) in [
            (&[][..], ""),
            (&[" The value."], "The value."),
            (
                &["", " One", " line; `None` if open.", "", " Two."],
                "One line; `null` if open.",
            ),
            (
                &[" See [`of`](Self::of), [a page](x) and [`Set`]."],
                "See `of`, a page and `Set`.",
            ),
            (
                &[" A list [0] and an open [ end"],
                "A list [0] and an open [ end",
            ),
        ] {
            assert_eq!(first_paragraph(lines), expected);
        }
    }
}
