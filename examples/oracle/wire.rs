//! One line in, one line out.

#[path = "../support/place.rs"]
mod place;

use std::fmt;

use self::place::Places;
use keqing::form::{Fault as Told, Faults, Limits, Tree};
use keqing::oracle::{Answer, AskError, Question, answer};
use keqing::policy::{Policy, Stamp, Stamped};
use serde::de::{Error as _, MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};
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
        let text = text.trim_start_matches('\u{feff}');
        let mut fields: Fields<'_> = serde_json::from_str(text).map_err(Fault::malformed)?;
        if let Some(given) = fields.take("id") {
            // As it stands: a number may have more digits than a value in memory.
            *id = whole_characters(given)?;
        }
        let policy = fields.take("policy");
        let is_stamped = match fields.take("stamp") {
            None => false,
            Some(given) => truth(given)?,
        };
        let question = self.question(&fields, text)?;
        let policy = self.policy(policy, text)?;
        let answer = answer(policy, &question).map_err(|error| refused(text, &question, &error))?;
        if !is_stamped {
            return Ok((None, answer));
        }
        let Stamped { stamp, answer, .. } = policy.stamped(question.fingerprint(), answer);
        Ok((Some(stamp), answer))
    }

    /// Reads a field; its path begins with its name, and its column is that of the line.
    fn tree(&self, name: &str, raw: &RawValue, text: &str, code: &str) -> Result<Tree, Fault> {
        let mut json = serde_json::Deserializer::from_str(raw.get());
        Tree::read(&mut json, &self.limits).map_err(|fault| {
            let mut fault = told(code, text, fault.under(name).into());
            // The reader of one field counts its columns from the field.
            if let Some((message, _)) = fault.message.rsplit_once(" at line ") {
                fault.message = message.to_owned();
            }
            fault
        })
    }

    fn question(&self, fields: &Fields<'_>, text: &str) -> Result<Question, Fault> {
        let mut arguments = Vec::new();
        for (name, raw) in &fields.0 {
            let code = if name == "ask" {
                "malformed-line"
            } else {
                "bad-argument"
            };
            arguments.push((name.clone(), self.tree(name, raw, text, code)?));
        }
        let arguments = Tree::Fields(arguments);
        let read = Question::from_tree(&arguments, &self.limits);
        read.map_err(|faults| {
            let code = match arguments.field("ask") {
                None => "missing-question",
                Some(Tree::Text(name)) if Question::canonical(name).is_ok() => "bad-argument",
                Some(Tree::Text(_)) => "unknown-question",
                Some(_) => "malformed-line",
            };
            told(code, text, faults)
        })
    }

    /// The standard policy with some fields replaced.
    fn policy(&mut self, over: Option<&RawValue>, text: &str) -> Result<&Policy, Fault> {
        let Some(over) = over else {
            return Ok(&self.standard);
        };
        let over = self.tree("policy", over, text, "bad-policy")?;
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

/// Returns the id as it stands; half a character in it is refused, because no reader takes it.
fn whole_characters(id: &RawValue) -> Result<Box<RawValue>, Fault> {
    if id.get().contains("\\u") {
        let read: Result<serde_json::Value, _> = serde_json::from_str(id.get());
        read.map_err(Fault::malformed)?;
    }
    Ok(id.to_owned())
}

fn truth(given: &RawValue) -> Result<bool, Fault> {
    serde_json::from_str(given.get()).map_err(|_| {
        let given: String = given.get().chars().take(80).collect();
        let message = format!("got {given}, expected `true` or `false`");
        Fault::of("bad-argument", "stamp", message)
    })
}

/// The fields of a line, unread, in their order.
struct Fields<'a>(Vec<(String, &'a RawValue)>);

impl<'a> Fields<'a> {
    /// Takes the first field of the name out.
    fn take(&mut self, name: &str) -> Option<&'a RawValue> {
        let place = self.0.iter().position(|(field, _)| field == name)?;
        Some(self.0.remove(place).1)
    }
}

impl<'de: 'a, 'a> Deserialize<'de> for Fields<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Reader;

        impl<'de> Visitor<'de> for Reader {
            type Value = Fields<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a question, such as {\"id\": 1, \"ask\": \"lifecycle.profile\", \"stage\": \"stable\"}")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut fields: Vec<(String, &RawValue)> = Vec::new();
                while let Some(name) = map.next_key::<String>()? {
                    let first = ["id", "policy", "stamp"].contains(&name.as_str());
                    if first && fields.iter().any(|(field, _)| *field == name) {
                        return Err(A::Error::custom(format_args!(
                            "the field `{name}` stands twice"
                        )));
                    }
                    fields.push((name, map.next_value()?));
                }
                Ok(Fields(fields))
            }
        }

        deserializer.deserialize_map(Reader)
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

/// The reason why a line has no answer: the first fault, and all of them if there are more.
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
    fault: Reason,
}

/// A fault of the form, or an error of the function that was asked.
#[derive(Serialize)]
#[serde(untagged)]
enum Reason {
    Form(Told),
    Function {
        code: &'static str,
        path: String,
        message: String,
    },
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

    /// The fault with every fault of the line, the first of which it is.
    fn with(self, faults: Vec<Placed>) -> Self {
        Self {
            column: faults.first().map(|fault| fault.column),
            faults,
            ..self
        }
    }

    fn malformed(message: impl fmt::Display) -> Self {
        Self::of("malformed-line", "", message)
    }
}

/// The faults of a document, with the code of what could not be read.
fn told(code: &str, text: &str, faults: Faults) -> Fault {
    let first = Fault::of(code, faults.first().path(), faults.first().message());
    let mut places = Places::new(text);
    let placed = faults.into_iter().map(|fault| Placed {
        column: places.of(fault.path()).1,
        fault: Reason::Form(fault),
    });
    first.with(placed.collect())
}

/// The errors for which a question has no answer.
fn refused(text: &str, question: &Question, error: &AskError) -> Fault {
    let mut places = Places::new(text);
    let placed = error.each().map(|one| {
        let (code, path, message) = (one.code(), question.path_of(one), one.to_string());
        Placed {
            column: places.of(&path).1,
            fault: Reason::Function {
                code,
                path,
                message,
            },
        }
    });
    let faults = placed.collect();
    let first = error.each().next().unwrap_or(error);
    Fault::of(first.code(), question.path_of(first), first).with(faults)
}
