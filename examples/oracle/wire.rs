//! One line in, one line out.

#[path = "../support/place.rs"]
mod place;

use std::fmt;

use keqing::form::{Fault as Told, Faults, Limits, Tree};
use keqing::oracle::{Answer, Question, answer};
use keqing::policy::Policy;
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

/// Answers lines; keeps the policy of the last line, which is mostly that of the next one too.
pub(crate) struct Oracle {
    standard: Policy,
    limits: Limits,
    last: Option<(Tree, Policy)>,
}

impl Oracle {
    pub(crate) fn new() -> Self {
        Self {
            standard: Policy::standard(),
            limits: Limits::standard(),
            last: None,
        }
    }

    /// Makes the reply to one line, whatever it holds.
    pub(crate) fn reply(&mut self, line: &[u8]) -> String {
        let mut id = RawValue::NULL.to_owned();
        let reply = match self.respond(line, &mut id) {
            Ok(answer) => serde_json::to_string(&Reply::Answer { id, answer }),
            Err(error) => serde_json::to_string(&Reply::Error { id, error }),
        };
        reply.unwrap_or_else(|error| {
            format!(r#"{{"id":null,"error":{{"code":"output","message":"{error}"}}}}"#)
        })
    }

    fn respond(&mut self, line: &[u8], id: &mut Box<RawValue>) -> Result<Answer, Fault> {
        let text = std::str::from_utf8(line).map_err(|error| Fault::malformed(error))?;
        let text = text.trim_start_matches('\u{feff}');
        let mut json = serde_json::Deserializer::from_str(text);
        let mut tree = Tree::read(&mut json, &self.limits)
            .map_err(|fault| told("malformed-line", text, fault.into()))?;
        json.end().map_err(|error| Fault::malformed(error))?;
        if !matches!(tree, Tree::Fields(_)) {
            return Err(Fault::malformed(
                "expected an object, such as {\"id\": 1, \"ask\": \"lifecycle.profile\", \"stage\": \"stable\"}",
            ));
        }
        if tree.take("id").is_some() {
            *id = raw_id(text)?;
        }
        let policy = tree.take("policy");
        let question = self.question(&tree, text)?;
        let policy = self.policy(policy, text)?;
        answer(policy, &question).map_err(|error| Fault::of(error.code(), "", &error))
    }

    fn question(&self, tree: &Tree, text: &str) -> Result<Question, Fault> {
        let read = Question::from_tree(tree, &self.limits);
        read.map_err(|faults| match tree.field("ask") {
            None => told("missing-question", text, faults),
            Some(Tree::Text(name)) if Question::canonical(name).is_ok() => {
                told("bad-argument", text, faults)
            }
            Some(_) => told("unknown-question", text, faults),
        })
    }

    /// The standard policy with some fields replaced.
    fn policy(&mut self, over: Option<Tree>, text: &str) -> Result<&Policy, Fault> {
        let Some(over) = over else {
            return Ok(&self.standard);
        };
        if self.last.as_ref().is_none_or(|(last, _)| *last != over) {
            let policy = Policy::overlaid(&self.standard, &over)
                .map_err(|faults| told("bad-policy", text, faults.under("policy")))?;
            self.last = Some((over, policy));
        }
        Ok(self
            .last
            .as_ref()
            .map_or(&self.standard, |(_, policy)| policy))
    }
}

/// The id as it stands: a number may have more digits than a value in memory.
fn raw_id(text: &str) -> Result<Box<RawValue>, Fault> {
    #[derive(Deserialize)]
    struct Line<'a> {
        #[serde(borrow)]
        id: &'a RawValue,
    }

    let line: Line<'_> = serde_json::from_str(text).map_err(|error| Fault::malformed(error))?;
    // A text is read once, so that half a character is not handed back.
    let _: serde_json::Value =
        serde_json::from_str(line.id.get()).map_err(|error| Fault::malformed(error))?;
    Ok(line.id.to_owned())
}

#[derive(Serialize)]
#[serde(untagged)]
enum Reply {
    Answer { id: Box<RawValue>, answer: Answer },
    Error { id: Box<RawValue>, error: Fault },
}

/// Why a line has no answer: the first fault, and all of them where there are more.
#[derive(Serialize)]
struct Fault {
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
struct Placed {
    column: usize,
    #[serde(flatten)]
    fault: Told,
}

impl Fault {
    fn of(code: &str, path: impl fmt::Display, message: impl fmt::Display) -> Self {
        Self {
            code: code.to_owned(),
            path: path.to_string(),
            message: message.to_string(),
            column: None,
            faults: Vec::new(),
        }
    }

    fn malformed(message: impl fmt::Display) -> Self {
        Self::of("malformed-line", "", message)
    }
}

/// The faults of a document, with the code of what could not be read.
fn told(code: &str, text: &str, faults: Faults) -> Fault {
    let first = Fault::of(code, faults.first().path(), faults.first().message());
    let placed = faults.into_iter().map(|fault| Placed {
        column: place::place(text, fault.path()).1,
        fault,
    });
    let faults: Vec<Placed> = placed.collect();
    Fault {
        column: faults.first().map(|fault| fault.column),
        faults,
        ..first
    }
}
