//! One line in, one line out.

use std::collections::HashSet;
#[path = "../support/overrides.rs"]
mod overrides;

use std::fmt;

use self::overrides::merge;
use keqing::oracle::{Answer, Question, answer};
use keqing::policy::Policy;
use serde::de::value::MapDeserializer;
use serde::de::{Error as _, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::value::RawValue;
use serde_json::{Map, Value};

/// Answers lines; keeps the policy of the last line, which is mostly that of the next one too.
pub(crate) struct Oracle {
    standard: Value,
    last: (String, Policy),
}

impl Oracle {
    pub(crate) fn new() -> serde_json::Result<Self> {
        let standard = Policy::standard();
        let value = serde_json::to_value(&standard)?;
        Ok(Self {
            standard: value,
            last: (String::from("{}"), standard),
        })
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
        let text =
            std::str::from_utf8(line).map_err(|error| Fault::new("malformed-line", "", error))?;
        let mut fields: Fields<'_> =
            serde_json::from_str(text).map_err(|error| Fault::new("malformed-line", "", error))?;
        if let Some(given) = fields.take("id") {
            // As it stands: a number may have more digits than a value in memory.
            *id = given.to_owned();
        }
        let ask = fields
            .take("ask")
            .ok_or_else(|| Fault::new("missing-question", "ask", "missing field `ask`"))?;
        let name: String = serde_json::from_str(ask.get())
            .map_err(|error| Fault::new("malformed-line", "ask", error))?;
        let overrides = fields.take("policy");
        let question = read(&name, fields)?;
        let policy = self.policy(overrides.map_or("{}", RawValue::get))?;
        answer(policy, &question).map_err(|error| Fault::new(error.code(), "", error))
    }

    /// The standard policy with some fields replaced.
    fn policy(&mut self, overrides: &str) -> Result<&Policy, Fault> {
        if self.last.0 != overrides {
            let Strict(value) = serde_json::from_str(overrides)
                .map_err(|error| Fault::new("bad-policy", "policy", error))?;
            let mut merged = self.standard.clone();
            merge(&mut merged, &value);
            let policy = serde_path_to_error::deserialize(merged).map_err(|error| {
                let path = format!("policy.{}", error.path());
                // The path of the whole is a dot.
                let path = path.strip_suffix("..").unwrap_or(&path);
                Fault::new("bad-policy", path, error.into_inner())
            })?;
            self.last = (overrides.to_owned(), policy);
        }
        Ok(&self.last.1)
    }
}

fn read(name: &str, fields: Fields<'_>) -> Result<Question, Fault> {
    Question::canonical(name).map_err(|error| Fault::new("unknown-question", "ask", error))?;
    let mut track = serde_path_to_error::Track::new();
    let arguments = MapDeserializer::new(fields.0.into_iter());
    let arguments = serde_path_to_error::Deserializer::new(arguments, &mut track);
    let question = Question::read(name, arguments);
    question.map_err(|error: serde_json::Error| {
        Fault::new("bad-argument", &track.path().to_string(), error)
    })
}

#[derive(Serialize)]
#[serde(untagged)]
enum Reply {
    Answer { id: Box<RawValue>, answer: Answer },
    Error { id: Box<RawValue>, error: Fault },
}

/// Why a line has no answer.
#[derive(Serialize)]
struct Fault {
    code: &'static str,
    path: String,
    message: String,
}

impl Fault {
    fn new(code: &'static str, path: &str, message: impl fmt::Display) -> Self {
        let path = if path == "." { "" } else { path };
        Self {
            code,
            path: path.to_owned(),
            message: message.to_string(),
        }
    }
}

/// The fields of a line, unread, in their order; a name that stands twice is refused.
struct Fields<'a>(Vec<(String, &'a RawValue)>);

impl<'a> Fields<'a> {
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
                let mut names = HashSet::new();
                while let Some(name) = map.next_key::<String>()? {
                    if !names.insert(name.clone()) {
                        return Err(A::Error::custom(format_args!("duplicate field `{name}`")));
                    }
                    fields.push((name, map.next_value()?));
                }
                Ok(Fields(fields))
            }
        }

        deserializer.deserialize_map(Reader)
    }
}

/// A JSON value in which no object names a field twice; the reader limits how deep it may be.
struct Strict(Value);

impl<'de> Deserialize<'de> for Strict {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(StrictReader).map(Self)
    }
}

struct StrictReader;

impl<'de> Visitor<'de> for StrictReader {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_f64<E>(self, value: f64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_str<E>(self, value: &str) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Value, A::Error> {
        let mut members = Vec::new();
        while let Some(Strict(member)) = list.next_element()? {
            members.push(member);
        }
        Ok(Value::Array(members))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Value, A::Error> {
        let mut members = Map::new();
        while let Some((name, Strict(value))) = map.next_entry::<String, Strict>()? {
            if members.contains_key(&name) {
                return Err(A::Error::custom(format_args!("duplicate field `{name}`")));
            }
            members.insert(name, value);
        }
        Ok(Value::Object(members))
    }
}
