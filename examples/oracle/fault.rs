//! The faults of a line, as a reply has them.

use std::fmt;

use keqing::form::{Fault as Told, FaultCode};
use serde::Serialize;

/// The reason why a line has no answer: the first fault, and all of them if there are more.
#[derive(Serialize)]
pub(super) struct Fault {
    code: String,
    path: String,
    message: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    column: Option<usize>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    faults: Vec<Placed>,
}

/// One fault, and the column of the line in which its value begins.
#[derive(Serialize)]
#[serde(untagged)]
pub(super) enum Placed {
    /// A fault of the form.
    Form {
        column: usize,
        code: FaultCode,
        path: String,
        message: String,
        given: Option<String>,
        wanted: String,
        nearest: Option<String>,
    },
    /// An error of the function that was asked.
    Function {
        column: usize,
        code: &'static str,
        path: String,
        message: String,
    },
}

impl Placed {
    pub(super) fn of(fault: &Told, column: usize) -> Self {
        // The reader of one field counts its columns from the field.
        let is_inside = fault.code() == FaultCode::Malformed && !fault.path().is_empty();
        let in_line = |words: &str| match is_inside {
            true => without_place(words).to_owned(),
            false => words.to_owned(),
        };
        Self::Form {
            column,
            code: fault.code(),
            path: fault.path().to_owned(),
            message: in_line(&fault.message()),
            given: fault.value().map(str::to_owned),
            wanted: in_line(fault.wanted()),
            nearest: fault.nearest().map(str::to_owned),
        }
    }

    /// The fault of a line that its reader refused.
    pub(super) fn of_reader(error: &serde_json::Error, column: usize) -> Self {
        let words = error.to_string();
        let message = format!("{}, expected one JSON object a line", without_place(&words));
        Self::Form {
            column,
            code: FaultCode::Malformed,
            path: String::new(),
            wanted: message.clone(),
            message,
            given: None,
            nearest: None,
        }
    }

    /// A fault of the question. A name that no argument has may have been meant for a field of the line.
    pub(super) fn beside(fault: &Told, column: usize) -> Self {
        let mut placed = Self::of(fault, column);
        let is_of_the_line =
            fault.code() == FaultCode::UnknownField && !fault.path().contains(['.', '[']);
        if let Self::Form {
            message,
            nearest: nearest @ None,
            ..
        } = &mut placed
        {
            let meant = keqing::form::nearest(fault.path(), ["ask", "id", "policy", "stamp"]);
            if let Some(meant) = meant.filter(|_| is_of_the_line) {
                message.push_str(&format!("; did you mean `{meant}`?"));
                *nearest = Some(meant.to_owned());
            }
        }
        placed
    }

    /// The column, the path and the message.
    pub(super) fn said(&self) -> (usize, &str, &str) {
        match self {
            Self::Form {
                column,
                path,
                message,
                ..
            }
            | Self::Function {
                column,
                path,
                message,
                ..
            } => (*column, path, message),
        }
    }
}

/// The words of a reader of JSON without the place at which it stopped.
fn without_place(words: &str) -> &str {
    words
        .rsplit_once(" at line ")
        .map_or(words, |(words, _)| words)
}

impl Fault {
    pub(super) fn of(code: &str, path: impl fmt::Display, message: impl fmt::Display) -> Self {
        Self {
            code: code.to_owned(),
            path: path.to_string(),
            message: message.to_string(),
            column: None,
            faults: Vec::new(),
        }
    }

    /// The fault with every fault of the line, the first of which it is.
    pub(super) fn with(self, faults: Vec<Placed>) -> Self {
        Self {
            column: faults.first().map(|first| first.said().0),
            faults,
            ..self
        }
    }

    pub(super) fn malformed(message: impl fmt::Display) -> Self {
        Self::of("malformed-line", "", message)
    }
}
