use alloc::borrow::ToOwned;
use alloc::boxed::Box;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt::{self, Write};

use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};

use crate::form::name::DidYouMean;
use crate::form::plain::{add_step, shortened, shown};
use crate::form::{Form, Shape};

/// A fault in one place of a document (错误): the place, the value given, and the form wanted.
///
/// The code and the path are the contract. The message is for people and may become better in any
/// release.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
pub struct Fault {
    code: FaultCode,
    path: String,
    given: Option<String>,
    wanted: String,
    nearest: Option<String>,
}

/// The kind of a fault (错误代码); the name in kebab case is for programs and stays for ever.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[non_exhaustive]
pub enum FaultCode {
    /// The same field stands twice in one object.
    DuplicateField,
    /// The text is no document at all; the deserializer's own words show the place.
    Malformed,
    /// A field that is needed is missing.
    MissingField,
    /// A number of the right kind is outside its bounds.
    OutOfRange,
    /// The value has the right form, and its parts do not go together.
    Refused,
    /// Lists and objects stand too deep inside each other.
    TooDeep,
    /// A text has too many bytes.
    TooLong,
    /// The document has too many values.
    TooMany,
    /// No field has the name.
    UnknownField,
    /// No word of the list is spelled so.
    UnknownWord,
    /// The text cannot be read as the thing that it stands for.
    UnreadableText,
    /// A list has too few or too many members.
    WrongLength,
    /// The value is of another kind, such as a number for a text.
    WrongType,
}

impl FaultCode {
    /// Every code, in the order of the alphabet.
    pub const ALL: [Self; 13] = [
        Self::DuplicateField,
        Self::Malformed,
        Self::MissingField,
        Self::OutOfRange,
        Self::Refused,
        Self::TooDeep,
        Self::TooLong,
        Self::TooMany,
        Self::UnknownField,
        Self::UnknownWord,
        Self::UnreadableText,
        Self::WrongLength,
        Self::WrongType,
    ];

    /// Returns the name for programs.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::DuplicateField => "duplicate-field",
            Self::Malformed => "malformed",
            Self::MissingField => "missing-field",
            Self::OutOfRange => "out-of-range",
            Self::Refused => "refused",
            Self::TooDeep => "too-deep",
            Self::TooLong => "too-long",
            Self::TooMany => "too-many",
            Self::UnknownField => "unknown-field",
            Self::UnknownWord => "unknown-word",
            Self::UnreadableText => "unreadable-text",
            Self::WrongLength => "wrong-length",
            Self::WrongType => "wrong-type",
        }
    }
}

impl fmt::Display for FaultCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl Serialize for FaultCode {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}

impl Fault {
    pub(crate) fn new(code: FaultCode, path: &str, wanted: impl Into<String>) -> Self {
        Self {
            code,
            path: path.to_owned(),
            given: None,
            wanted: shown(wanted.into()),
            nearest: None,
        }
    }

    pub(crate) fn given(self, given: &impl fmt::Display) -> Self {
        Self {
            given: Some(shortened(given)),
            ..self
        }
    }

    /// Says that the option at the place of the fault can be switched off, or left out.
    ///
    /// A reason in the words of a check stays.
    pub(super) fn want_option(&mut self, form: &Form) {
        match self.code {
            FaultCode::OutOfRange
            | FaultCode::UnknownWord
            | FaultCode::WrongLength
            | FaultCode::WrongType => self.wanted = form.wanted(),
            _ if matches!(form.shape(), Shape::OrNone(_)) => {
                self.wanted.push_str("; `\"none\"` is allowed too");
            }
            _ => {}
        }
    }

    pub(crate) fn near(mut self, nearest: Option<&str>) -> Self {
        self.set_nearest(nearest);
        self
    }

    pub(super) fn set_nearest(&mut self, nearest: Option<&str>) {
        self.nearest = nearest.map(ToOwned::to_owned);
    }

    /// Returns the fault with the path of the whole before its own path.
    #[must_use]
    pub fn under(self, whole: &str) -> Self {
        let path = match self.path.as_str() {
            "" => whole.to_owned(),
            inside if inside.starts_with('[') || whole.is_empty() => format!("{whole}{inside}"),
            inside => format!("{whole}.{inside}"),
        };
        Self { path, ..self }
    }

    /// Returns the fault with the name of the field around it before its own path.
    ///
    /// Unlike the path of [`under`](Self::under), the name may hold anything.
    #[must_use]
    pub fn under_field(self, name: &str) -> Self {
        let mut field = String::new();
        add_step(&mut field, name);
        self.under(&field)
    }

    /// Returns the kind of the fault.
    #[must_use]
    pub const fn code(&self) -> FaultCode {
        self.code
    }

    /// Returns the place of the fault: `party.people[2].level`; it is empty for the whole document.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }

    /// Returns the value given, as JSON, cut after 80 characters, or `None` if there is none.
    #[must_use]
    pub fn value(&self) -> Option<&str> {
        self.given.as_deref()
    }

    /// Returns the form wanted, or the whole reason if the value has the right form or is beyond a
    /// limit.
    #[must_use]
    pub fn wanted(&self) -> &str {
        &self.wanted
    }

    /// Returns the field or the word that was probably meant.
    #[must_use]
    pub fn nearest(&self) -> Option<&str> {
        self.nearest.as_deref()
    }

    /// Returns whether a name is all that is wanted, so that the message has it already.
    fn wants_only(&self, name: &str) -> bool {
        self.wanted.trim_matches(['`', '"']) == name
    }

    /// Returns the message without the path.
    #[must_use]
    pub fn message(&self) -> String {
        let mut message = String::new();
        let given = self.given.as_deref().unwrap_or("nothing");
        let wanted = &self.wanted;
        // Writing into a text never fails.
        let _ = match self.code {
            FaultCode::DuplicateField => {
                message.write_str("the field stands twice, expected it once")
            }
            FaultCode::MissingField => write!(message, "the field is missing, expected {wanted}"),
            FaultCode::UnknownField => write!(message, "no field has this name, expected {wanted}"),
            FaultCode::Malformed
            | FaultCode::Refused
            | FaultCode::TooDeep
            | FaultCode::TooLong
            | FaultCode::TooMany
            | FaultCode::UnreadableText => message.write_str(wanted),
            FaultCode::OutOfRange
            | FaultCode::UnknownWord
            | FaultCode::WrongLength
            | FaultCode::WrongType => write!(message, "got {given}, expected {wanted}"),
        };
        let nearest = self.nearest().filter(|name| !self.wants_only(name));
        let _ = write!(message, "{}", DidYouMean(nearest));
        message
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.path.is_empty() {
            write!(f, "{}: ", self.path)?;
        }
        f.write_str(&self.message())
    }
}

impl Serialize for Fault {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fields = serializer.serialize_struct("Fault", 6)?;
        fields.serialize_field("code", &self.code)?;
        fields.serialize_field("path", &self.path)?;
        fields.serialize_field("message", &self.message())?;
        fields.serialize_field("given", &self.given)?;
        fields.serialize_field("wanted", &self.wanted)?;
        fields.serialize_field("nearest", &self.nearest)?;
        fields.end()
    }
}

impl core::error::Error for Fault {}

/// Every fault of a document (错误清单), each once, in the order of the document; there is at least
/// one.
///
/// The text has a line for each.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
pub struct Faults {
    first: Box<Fault>,
    others: Vec<Fault>,
}

impl Faults {
    /// Joins faults, if there are any.
    pub(crate) fn of(faults: impl IntoIterator<Item = Fault>) -> Option<Self> {
        let mut faults = faults.into_iter();
        Some(Self {
            first: Box::new(faults.next()?),
            others: faults.collect(),
        })
    }

    /// Returns the first fault.
    #[must_use]
    pub fn first(&self) -> &Fault {
        &self.first
    }

    /// Returns the faults one by one, in the order of the document.
    pub fn iter(&self) -> impl Iterator<Item = &Fault> {
        core::iter::once(self.first()).chain(&self.others)
    }

    /// Says of each word at a path that it stands in the document underneath, and not in the one given.
    pub(crate) fn inherited(mut self, is_underneath: impl Fn(&str) -> bool) -> Self {
        for fault in [&mut *self.first].into_iter().chain(&mut self.others) {
            if fault.code == FaultCode::UnknownWord && is_underneath(&fault.path) {
                fault
                    .wanted
                    .push_str(" (the value comes from the policy underneath)");
            }
        }
        self
    }

    /// Returns the faults with the path of the whole before the path of each.
    #[must_use]
    pub fn under(self, whole: &str) -> Self {
        let others = self.others.into_iter().map(|fault| fault.under(whole));
        Self {
            first: Box::new(self.first.under(whole)),
            others: others.collect(),
        }
    }
}

impl From<Fault> for Faults {
    fn from(first: Fault) -> Self {
        Self {
            first: Box::new(first),
            others: Vec::new(),
        }
    }
}

impl IntoIterator for Faults {
    type Item = Fault;
    type IntoIter = core::iter::Chain<core::iter::Once<Fault>, alloc::vec::IntoIter<Fault>>;

    fn into_iter(self) -> Self::IntoIter {
        core::iter::once(*self.first).chain(self.others)
    }
}

impl fmt::Display for Faults {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.first.fmt(f)?;
        self.others
            .iter()
            .try_for_each(|fault| write!(f, "\n{fault}"))
    }
}

impl Serialize for Faults {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter())
    }
}

impl core::error::Error for Faults {}
