use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt::{self, Write};

use serde::de::{DeserializeSeed, Error, MapAccess, SeqAccess, Visitor};
use serde::ser::{SerializeMap, SerializeSeq};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::form::fault::{Fault, FaultCode};
use crate::form::limits::Limits;
use crate::form::plain::{Step, add_step, escaped_in_quotes};

/// Any value of a document, before it is read as a type (数据树).
///
/// Fields keep their order. A field that stands twice is there twice, and the reader reports it.
///
/// # Examples
///
/// ```
/// use keqing::form::Tree;
///
/// let tree: Tree = serde_json::from_str(r#"{"lifecycle": {"boundary": "upper-inclusive"}}"#)?;
/// assert_eq!(tree.to_string(), r#"{"lifecycle":{"boundary":"upper-inclusive"}}"#);
/// assert_eq!(tree.at("lifecycle.boundary"), Some(&Tree::from("upper-inclusive")));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum Tree {
    /// `null`.
    Null,
    /// `true` or `false`.
    Truth(bool),
    /// A number without a fraction.
    Whole(i128),
    /// A number with a fraction or an exponent, as a text; no type of this crate is read from one.
    Fraction(String),
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Tree>),
    /// An object.
    Fields(Vec<(String, Tree)>),
}

impl Tree {
    /// Reads a document of any self-describing format, such as JSON or TOML.
    ///
    /// # Errors
    ///
    /// [`Fault`] is returned when the document is malformed, or larger or deeper than the limits allow.
    pub fn read<'de, D: Deserializer<'de>>(
        deserializer: D,
        limits: &Limits,
    ) -> Result<Self, Fault> {
        let mut taken = Taken {
            limits,
            values: 0,
            path: Vec::new(),
            fault: None,
        };
        let tree = Seed(&mut taken).deserialize(deserializer);
        tree.map_err(|error| match taken.fault {
            Some(fault) => fault,
            None => Fault::new(FaultCode::Malformed, "", error.to_string()),
        })
    }

    /// Returns the value at a path such as `party.people[2].level`, if there is one.
    ///
    /// A name that holds a dot, a bracket or a quote, or nothing at all, stands in quotes:
    /// `lifecycle."a.b"`.
    #[must_use]
    pub fn at(&self, path: &str) -> Option<&Self> {
        let (mut place, mut rest) = (self, path);
        while !rest.is_empty() {
            let (step, after) = Step::first(rest)?;
            place = match (place, step) {
                (Self::Fields(fields), Step::Name(_)) => {
                    let mut fields = fields.iter();
                    &fields.find(|(name, _)| step.leads_to(name))?.1
                }
                (Self::List(members), Step::Place(place)) => members.get(place)?,
                _ => return None,
            };
            rest = after;
        }
        Some(place)
    }

    /// Returns the value of a field, if this is an object that has it.
    #[must_use]
    pub fn field(&self, name: &str) -> Option<&Self> {
        let Self::Fields(fields) = self else {
            return None;
        };
        fields
            .iter()
            .find(|(field, _)| field == name)
            .map(|(_, value)| value)
    }

    /// Removes what stands at a path of fields, every time that it stands there; the result is whether it stood there.
    pub(crate) fn remove(&mut self, path: &str) -> bool {
        let (Self::Fields(fields), Some((Step::Name(step), rest))) = (self, Step::first(path))
        else {
            return false;
        };
        let leads = |name: &str| Step::Name(step).leads_to(name);
        let before = fields.len();
        if rest.is_empty() {
            fields.retain(|(name, _)| !leads(name));
            return fields.len() < before;
        }
        let inner = fields.iter_mut().filter(|(name, _)| leads(name));
        inner.fold(false, |is_removed, (_, value)| {
            value.remove(rest) || is_removed
        })
    }

    /// Removes a field from an object and returns its value, if the object has it.
    pub fn take(&mut self, name: &str) -> Option<Self> {
        let Self::Fields(fields) = self else {
            return None;
        };
        let place = fields.iter().position(|(field, _)| field == name)?;
        Some(fields.remove(place).1)
    }
}

/// Returns whether a value is the word `"none"`, also in capitals. Programs write `None` for nothing, and it
/// is the name of nobody.
pub(crate) fn is_like_none(tree: &Tree) -> bool {
    matches!(tree, Tree::Text(word) if word.eq_ignore_ascii_case("none"))
}

impl From<&str> for Tree {
    fn from(text: &str) -> Self {
        Self::Text(text.into())
    }
}

impl fmt::Display for Tree {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Null => f.write_str("null"),
            Self::Truth(value) => value.fmt(f),
            Self::Whole(value) => value.fmt(f),
            Self::Fraction(digits) => f.write_str(digits),
            Self::Text(text) => quoted(f, text),
            Self::List(members) => {
                f.write_char('[')?;
                for (place, member) in members.iter().enumerate() {
                    f.write_str(if place == 0 { "" } else { "," })?;
                    member.fmt(f)?;
                }
                f.write_char(']')
            }
            Self::Fields(fields) => {
                f.write_char('{')?;
                for (place, (name, value)) in fields.iter().enumerate() {
                    f.write_str(if place == 0 { "" } else { "," })?;
                    quoted(f, name)?;
                    f.write_char(':')?;
                    value.fmt(f)?;
                }
                f.write_char('}')
            }
        }
    }
}

/// Writes a text in quotes; no control character of the input reaches a terminal.
fn quoted(f: &mut impl Write, text: &str) -> fmt::Result {
    f.write_char('"')?;
    text.chars()
        .try_for_each(|character| escaped_in_quotes(f, character))?;
    f.write_char('"')
}

impl Serialize for Tree {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null => serializer.serialize_unit(),
            Self::Truth(value) => serializer.serialize_bool(*value),
            Self::Whole(value) => match (i64::try_from(*value), u64::try_from(*value)) {
                (Ok(value), _) => serializer.serialize_i64(value),
                (_, Ok(value)) => serializer.serialize_u64(value),
                _ => serializer.serialize_i128(*value),
            },
            Self::Fraction(digits) | Self::Text(digits) => serializer.serialize_str(digits),
            Self::List(members) => {
                let mut list = serializer.serialize_seq(Some(members.len()))?;
                for member in members {
                    list.serialize_element(member)?;
                }
                list.end()
            }
            Self::Fields(fields) => {
                let mut map = serializer.serialize_map(Some(fields.len()))?;
                for (name, value) in fields {
                    map.serialize_entry(name, value)?;
                }
                map.end()
            }
        }
    }
}

impl<'de> Deserialize<'de> for Tree {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::read(deserializer, &Limits::standard()).map_err(D::Error::custom)
    }
}

/// The values that have been read so far, and the fault that ended the reading.
struct Taken<'a> {
    limits: &'a Limits,
    values: usize,
    path: Vec<Below>,
    fault: Option<Fault>,
}

/// A step down: to a field, or to a member of a list.
enum Below {
    Field(String),
    Member(usize),
}

impl Taken<'_> {
    /// Refuses a value beyond a limit; the error ends the reading, and the fault is kept aside.
    fn refuse<E: Error>(&mut self, code: FaultCode, reason: String) -> E {
        let mut path = String::new();
        for step in &self.path {
            match step {
                Below::Field(name) => add_step(&mut path, name),
                // Writing into a text never fails.
                Below::Member(place) => drop(write!(path, "[{place}]")),
            }
        }
        let fault = Fault::new(code, &path, reason);
        self.fault.get_or_insert(fault);
        E::custom(code)
    }

    fn text<E: Error>(&mut self, text: &str) -> Result<String, E> {
        let most = self.limits.text();
        if text.len() > most {
            let reason = format!("a text of {} bytes, expected at most {most}", text.len());
            return Err(self.refuse(FaultCode::TooLong, reason));
        }
        Ok(text.into())
    }

    fn count<E: Error>(&mut self) -> Result<(), E> {
        let most = self.limits.values();
        self.values = self.values.saturating_add(1);
        if self.values > most {
            let reason = format!("a document of more values, expected at most {most}");
            return Err(self.refuse(FaultCode::TooMany, reason));
        }
        Ok(())
    }

    fn hold<E: Error>(&mut self) -> Result<(), E> {
        let most = self.limits.depth();
        if self.path.len() >= most {
            let reason =
                format!("more lists and objects inside each other, expected at most {most}");
            return Err(self.refuse(FaultCode::TooDeep, reason));
        }
        Ok(())
    }
}

/// A reader of one value into the tree.
struct Seed<'a, 'b>(&'a mut Taken<'b>);

impl<'de> DeserializeSeed<'de> for Seed<'_, '_> {
    type Value = Tree;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Tree, D::Error> {
        self.0.count()?;
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Seed<'_, '_> {
    type Value = Tree;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_unit<E>(self) -> Result<Tree, E> {
        Ok(Tree::Null)
    }

    fn visit_none<E>(self) -> Result<Tree, E> {
        Ok(Tree::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Tree, D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Tree, E> {
        Ok(Tree::Truth(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Tree, E> {
        Ok(Tree::Whole(value.into()))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Tree, E> {
        Ok(Tree::Whole(value.into()))
    }

    fn visit_i128<E>(self, value: i128) -> Result<Tree, E> {
        Ok(Tree::Whole(value))
    }

    fn visit_u128<E>(self, value: u128) -> Result<Tree, E> {
        Ok(i128::try_from(value).map_or_else(|_| Tree::Fraction(value.to_string()), Tree::Whole))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Tree, E> {
        Ok(Tree::Fraction(format!("{value:?}")))
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<Tree, E> {
        self.0.text(value).map(Tree::Text)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Tree, A::Error> {
        let Self(taken) = self;
        taken.hold()?;
        let mut members = Vec::new();
        loop {
            taken.path.push(Below::Member(members.len()));
            let Some(member) = list.next_element_seed(Seed(taken))? else {
                break;
            };
            taken.path.pop();
            members.push(member);
        }
        taken.path.pop();
        Ok(Tree::List(members))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Tree, A::Error> {
        let Self(taken) = self;
        taken.hold()?;
        let mut fields = Vec::new();
        while let Some(name) = map.next_key::<String>()? {
            let name = taken.text(&name)?;
            taken.path.push(Below::Field(name));
            let value = map.next_value_seed(Seed(taken))?;
            if let Some(Below::Field(name)) = taken.path.pop() {
                fields.push((name, value));
            }
        }
        Ok(unwrapped(fields))
    }
}

/// Returns a tree without the object in which two formats wrap a long number or a date.
fn unwrapped(mut fields: Vec<(String, Tree)>) -> Tree {
    match fields.as_mut_slice() {
        [(name, Tree::Text(text))] if name == "$serde_json::private::Number" => text
            .parse()
            .map_or_else(|_| Tree::Fraction(core::mem::take(text)), Tree::Whole),
        [(name, Tree::Text(text))] if name == "$__toml_private_datetime" => {
            Tree::Text(core::mem::take(text))
        }
        _ => Tree::Fields(fields),
    }
}
