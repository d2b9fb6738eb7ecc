//! One line in, one line out.

#[path = "fault.rs"]
mod fault;
#[path = "../support/place.rs"]
mod place;

use std::collections::HashSet;

use self::fault::{Fault, Placed};
use self::place::{Fields, Places};
use keqing::form::{FaultCode, Faults, Limits, Tree, read};
use keqing::oracle::{Answer, AskError, Question, answer};
use keqing::policy::{Policy, Stamp, Stamped};
use serde::Serialize;
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
            Ok((stamp, answer)) => serde_json::to_string(&Reply::Answer { id, stamp, answer }),
            Err(error) => serde_json::to_string(&Reply::Error { id, error }),
        };
        reply.unwrap_or_else(|error| {
            format!(r#"{{"id":null,"error":{{"code":"output","message":"{error}"}}}}"#)
        })
    }

    fn respond(
        &mut self,
        line: &[u8],
        id: &mut Box<RawValue>,
    ) -> Result<(Option<Stamp>, Answer), Fault> {
        let text = std::str::from_utf8(line).map_err(Fault::malformed)?;
        let text = text
            .trim_start_matches('\u{feff}')
            .trim_end_matches(['\r', '\n']);
        let mut found = Found::new(text, self.limits);
        let mut fields = match found.fields() {
            Ok(fields) => fields,
            Err(error) => {
                found.told()?;
                return Err(error);
            }
        };
        let ids = fields.take("id");
        if let Some(given) = ids.first().and_then(|given| found.id(given)) {
            *id = given;
        }
        found.once("id", &ids);
        let (policies, stamps) = (fields.take("policy"), fields.take("stamp"));
        let question = found.question(&fields);
        let policy = self.policy(policies.first().copied(), &mut found);
        found.once("policy", &policies);
        let is_stamped = found.truth("stamp", stamps.first().copied());
        found.once("stamp", &stamps);
        found.told()?;
        let (Some(question), Some(policy)) = (question, policy) else {
            return Err(Fault::malformed("the line was not read"));
        };
        let answer = answer(policy, &question).map_err(|error| refused(text, &question, &error))?;
        if !is_stamped {
            return Ok((None, answer));
        }
        let Stamped { stamp, answer, .. } = policy.stamped(&question, answer);
        Ok((Some(stamp), answer))
    }

    /// The standard policy with some fields replaced.
    fn policy(&mut self, over: Option<&RawValue>, found: &mut Found<'_>) -> Option<&Policy> {
        let Some(over) = over else {
            return Some(&self.standard);
        };
        let read = Tree::read(&mut json(over), &self.limits).map_err(Faults::from);
        let over = found.keep("bad-policy", read.map_err(|faults| faults.under("policy")))?;
        if self.last.as_ref().is_none_or(|(last, _)| *last != over) {
            let policy = Policy::overlaid(&self.standard, &over);
            let policy = policy.map_err(|faults| faults.under("policy"));
            self.last = Some((over, found.keep("bad-policy", policy)?));
        }
        self.last.as_ref().map(|(_, policy)| policy)
    }
}

fn json(raw: &RawValue) -> serde_json::Deserializer<serde_json::de::StrRead<'_>> {
    serde_json::Deserializer::from_str(raw.get())
}

/// The faults that a line was found to have, in the order in which they are told.
struct Found<'a> {
    text: &'a str,
    limits: Limits,
    places: Places<'a>,
    code: Option<&'static str>,
    faults: Vec<Placed>,
}

impl<'a> Found<'a> {
    fn new(text: &'a str, limits: Limits) -> Self {
        Self {
            text,
            limits,
            places: Places::new(text),
            code: None,
            faults: Vec::new(),
        }
    }

    /// The code of the reply is that of the first fault.
    fn add(&mut self, code: &'static str, column: usize, fault: impl FnOnce(usize) -> Placed) {
        if self.faults.len() < self.limits.faults() {
            self.code.get_or_insert(code);
            self.faults.push(fault(column));
        }
    }

    /// The column of a fault: that of the second value if a field stands there twice.
    fn column(&mut self, fault: &keqing::form::Fault) -> usize {
        let again = fault.code() == FaultCode::DuplicateField;
        self.places.of(fault.path(), again).1
    }

    fn keep<T>(&mut self, code: &'static str, read: Result<T, Faults>) -> Option<T> {
        let faults = match read {
            Ok(value) => return Some(value),
            Err(faults) => faults,
        };
        for fault in faults.iter() {
            let column = self.column(fault);
            self.add(code, column, |column| Placed::of(fault, column));
        }
        None
    }

    /// The fields of the line, or the faults of a line that is no object.
    fn fields(&mut self) -> Result<Fields<'a>, Fault> {
        let error = match serde_json::from_str(self.text) {
            Ok(fields) => return Ok(fields),
            Err(error) => error,
        };
        // A line that is no JSON is refused in the words of its reader.
        if let Err(error) = serde_json::from_str::<&RawValue>(self.text) {
            self.add("malformed-line", error.column().max(1), |column| {
                Placed::of_reader(&error, column)
            });
            return Err(Fault::malformed(error));
        }
        let mut json = serde_json::Deserializer::from_str(self.text);
        let read = Tree::read(&mut json, &self.limits).map_err(Faults::from);
        let read = read.and_then(|tree| Question::from_tree(&tree, &self.limits));
        self.keep("malformed-line", read);
        Err(Fault::malformed(error))
    }

    /// Refuses a field of the line that stands there again.
    fn once(&mut self, name: &str, given: &[&RawValue]) {
        for _ in given.iter().skip(1) {
            let column = self.places.of(name, true).1;
            self.add("bad-argument", column, |column| Placed::Form {
                column,
                code: FaultCode::DuplicateField,
                path: name.to_owned(),
                message: "the field stands twice, expected it once".to_owned(),
                given: None,
                wanted: String::new(),
                nearest: None,
            });
        }
    }

    /// The id as it stands: a number may have more digits than a value in memory. Half a character in it is
    /// refused, because no reader takes it.
    fn id(&mut self, given: &RawValue) -> Option<Box<RawValue>> {
        if given.get().contains("\\u") {
            let read = Tree::read(&mut json(given), &self.limits).map_err(Faults::from);
            self.keep("malformed-line", read.map_err(|faults| faults.under("id")))?;
        }
        Some(given.to_owned())
    }

    fn truth(&mut self, name: &str, given: Option<&RawValue>) -> bool {
        let read = given.map(|given| read(&mut json(given), &self.limits));
        let read = read.transpose().map_err(|faults| faults.under(name));
        self.keep("bad-argument", read)
            .flatten()
            .unwrap_or_default()
    }

    fn question(&mut self, fields: &Fields<'_>) -> Option<Question> {
        let (mut arguments, mut unread) = (Vec::new(), HashSet::new());
        for (name, raw) in &fields.0 {
            let argument = Tree::read(&mut json(raw), &self.limits).unwrap_or_else(|fault| {
                let code = match name.as_str() {
                    "ask" => "malformed-line",
                    _ => "bad-argument",
                };
                let inside = fault.path().to_owned();
                let fault = fault.under_field(name);
                let outside = fault.path().strip_suffix(&inside).unwrap_or_default();
                unread.insert(outside.trim_end_matches('.').to_owned());
                self.keep::<()>(code, Err(fault.into()));
                Tree::Null
            });
            arguments.push((name.clone(), argument));
        }
        let arguments = Tree::Fields(arguments);
        let code = match arguments.field("ask") {
            None => "missing-question",
            Some(Tree::Text(name)) if Question::canonical(name).is_ok() => "bad-argument",
            Some(Tree::Text(_)) => "unknown-question",
            Some(_) => "malformed-line",
        };
        let faults = match Question::from_tree(&arguments, &self.limits) {
            Ok(question) => return Some(question),
            Err(faults) => faults,
        };
        // What was not read has its fault already.
        for fault in faults
            .into_iter()
            .filter(|fault| !unread.contains(fault.path()))
        {
            let column = self.column(&fault);
            self.add(code, column, |column| Placed::beside(&fault, column));
        }
        None
    }

    /// Ends with the faults, if there are any.
    fn told(self) -> Result<(), Fault> {
        let (Some(code), Some(first)) = (self.code, self.faults.first()) else {
            return Ok(());
        };
        let (_, path, message) = first.said();
        Err(Fault::of(code, path, message).with(self.faults))
    }
}

impl<'a> Fields<'a> {
    /// Takes all fields of the name out.
    fn take(&mut self, name: &str) -> Vec<&'a RawValue> {
        let all = std::mem::take(&mut self.0).into_iter();
        let (taken, rest) = all.partition(|(field, _)| field == name);
        self.0 = rest;
        let taken: Vec<(String, &RawValue)> = taken;
        taken.into_iter().map(|(_, raw)| raw).collect()
    }
}

#[derive(Serialize)]
#[serde(untagged)]
enum Reply {
    Answer {
        id: Box<RawValue>,
        #[serde(skip_serializing_if = "Option::is_none")]
        stamp: Option<Stamp>,
        answer: Answer,
    },
    Error {
        id: Box<RawValue>,
        error: Fault,
    },
}

/// The errors for which a question has no answer.
fn refused(text: &str, question: &Question, error: &AskError) -> Fault {
    let mut places = Places::new(text);
    let placed = error.each().map(|one| {
        let path = question.path_of(one);
        Placed::Function {
            column: places.of(&path, false).1,
            code: one.code(),
            message: said(&path, one),
            path,
        }
    });
    let faults = placed.collect();
    let first = error.each().next().unwrap_or(error);
    let path = question.path_of(first);
    let message = said(&path, first);
    Fault::of(first.code(), path, message).with(faults)
}

/// The message of an error without its path in the dossier, which the path in the question has already.
fn said(path: &str, error: &AskError) -> String {
    let message = error.to_string();
    let inside = path.split_once('.').map_or("", |(_, inside)| inside);
    let told = message
        .strip_prefix(inside)
        .and_then(|rest| rest.strip_prefix(": "));
    told.filter(|_| !inside.is_empty())
        .map_or(message.clone(), str::to_owned)
}
