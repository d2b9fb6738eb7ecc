//! The reader of any type from a [`Tree`].

use alloc::collections::BTreeSet;
use alloc::format;
use alloc::string::String;
use core::any::type_name;
use core::fmt;

use chrono::{NaiveDate, NaiveDateTime};
use serde::de::value::{BorrowedStrDeserializer, StrDeserializer};
use serde::de::{
    DeserializeSeed, Deserializer, EnumAccess, Error, IntoDeserializer, MapAccess, SeqAccess,
    Unexpected, VariantAccess, Visitor,
};
use serde::forward_to_deserialize_any;

use crate::form::iso;
use crate::form::plain::repeated;
use crate::form::tree::Tree;

/// The reason for which a type was not read, in the words of the type's own check.
#[derive(Debug)]
pub(crate) struct Refusal(pub(super) String);

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl core::error::Error for Refusal {}

impl Error for Refusal {
    fn custom<T: fmt::Display>(message: T) -> Self {
        // Several errors are told line by line, so that each becomes a fault.
        Self(format!("{message:#}"))
    }
}

/// A tree as a source of values. A record is read from an object and from nothing else.
#[derive(Clone, Copy)]
pub(crate) struct Reader<'a>(pub(super) &'a Tree);

impl<'a> Reader<'a> {
    fn unexpected(self) -> Unexpected<'a> {
        match self.0 {
            Tree::Null => Unexpected::Unit,
            Tree::Truth(value) => Unexpected::Bool(*value),
            Tree::Whole(_) => Unexpected::Other("a whole number"),
            Tree::Fraction(_) => Unexpected::Other("a number with a fraction"),
            Tree::Text(text) => Unexpected::Str(text),
            Tree::List(_) => Unexpected::Seq,
            Tree::Fields(_) => Unexpected::Map,
        }
    }
}

impl<'a> Deserializer<'a> for Reader<'a> {
    type Error = Refusal;

    fn deserialize_any<V: Visitor<'a>>(self, visitor: V) -> Result<V::Value, Refusal> {
        match self.0 {
            Tree::Null => visitor.visit_unit(),
            Tree::Truth(value) => visitor.visit_bool(*value),
            Tree::Whole(value) => match (u64::try_from(*value), i64::try_from(*value)) {
                (Ok(value), _) => visitor.visit_u64(value),
                (_, Ok(value)) => visitor.visit_i64(value),
                _ => visitor.visit_i128(*value),
            },
            Tree::Fraction(_) => Err(Refusal::invalid_type(self.unexpected(), &visitor)),
            Tree::Text(text) => visitor.visit_borrowed_str(text),
            Tree::List(members) => visitor.visit_seq(Members(members)),
            Tree::Fields(fields) => visitor.visit_map(Entries {
                fields,
                value: None,
            }),
        }
    }

    /// Reads a text. A date is read in one way only: chrono alone would take `23-05-21` for a day of the
    /// year 23, and blanks and signs as well.
    fn deserialize_str<V: Visitor<'a>>(self, visitor: V) -> Result<V::Value, Refusal> {
        if let Tree::Text(text) = self.0 {
            let read = type_name::<V::Value>();
            let is_date = read == type_name::<NaiveDate>();
            let is_moment = read == type_name::<NaiveDateTime>();
            if (is_date && !iso::is_date(text)) || (is_moment && !iso::is_moment(text)) {
                return Err(Refusal::invalid_value(self.unexpected(), &visitor));
            }
        }
        self.deserialize_any(visitor)
    }

    /// Reads an object whose names are data. A name that stands twice is refused, as a field is.
    fn deserialize_map<V: Visitor<'a>>(self, visitor: V) -> Result<V::Value, Refusal> {
        if let Tree::Fields(fields) = self.0 {
            let mut seen = BTreeSet::new();
            if let Some((name, _)) = fields.iter().find(|(name, _)| !seen.insert(name)) {
                return Err(Refusal::custom(format_args!(
                    "the field `{}` stands twice, expected it once",
                    repeated(name)
                )));
            }
        }
        self.deserialize_any(visitor)
    }

    fn deserialize_option<V: Visitor<'a>>(self, visitor: V) -> Result<V::Value, Refusal> {
        match self.0 {
            Tree::Null => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_struct<V: Visitor<'a>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Refusal> {
        match self.0 {
            Tree::Fields(_) => self.deserialize_any(visitor),
            _ => Err(Refusal::invalid_type(self.unexpected(), &visitor)),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'a>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Refusal> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'a>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Refusal> {
        match self.0 {
            Tree::Text(name) => visitor.visit_enum(Chosen {
                name,
                content: None,
            }),
            Tree::Fields(fields) => match fields.as_slice() {
                [(name, content)] => visitor.visit_enum(Chosen {
                    name,
                    content: Some(content),
                }),
                _ => Err(Refusal::invalid_length(fields.len(), &"one field")),
            },
            _ => Err(Refusal::invalid_type(self.unexpected(), &visitor)),
        }
    }

    forward_to_deserialize_any! {
        <W: Visitor<'a>>
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char string bytes byte_buf unit
        unit_struct seq tuple tuple_struct identifier ignored_any
    }
}

impl<'a> IntoDeserializer<'a, Refusal> for Reader<'a> {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

/// The members of a list that have not been read.
struct Members<'a>(&'a [Tree]);

impl<'a> SeqAccess<'a> for Members<'a> {
    type Error = Refusal;

    fn next_element_seed<T: DeserializeSeed<'a>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, Refusal> {
        let Some((first, rest)) = self.0.split_first() else {
            return Ok(None);
        };
        self.0 = rest;
        seed.deserialize(Reader(first)).map(Some)
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.0.len())
    }
}

/// The fields of an object that have not been read, and the value whose name has.
struct Entries<'a> {
    fields: &'a [(String, Tree)],
    value: Option<&'a Tree>,
}

impl<'a> MapAccess<'a> for Entries<'a> {
    type Error = Refusal;

    fn next_key_seed<K: DeserializeSeed<'a>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, Refusal> {
        let Some(((name, value), rest)) = self.fields.split_first() else {
            return Ok(None);
        };
        (self.fields, self.value) = (rest, Some(value));
        seed.deserialize(BorrowedStrDeserializer::new(name))
            .map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'a>>(&mut self, seed: V) -> Result<V::Value, Refusal> {
        let value = self.value.take().unwrap_or(&Tree::Null);
        seed.deserialize(Reader(value))
    }
}

/// A variant by its name, with the value that it carries.
struct Chosen<'a> {
    name: &'a str,
    content: Option<&'a Tree>,
}

impl<'a> EnumAccess<'a> for Chosen<'a> {
    type Error = Refusal;
    type Variant = Self;

    fn variant_seed<V: DeserializeSeed<'a>>(self, seed: V) -> Result<(V::Value, Self), Refusal> {
        let name: StrDeserializer<'_, Refusal> = self.name.into_deserializer();
        Ok((seed.deserialize(name)?, self))
    }
}

impl<'a> Chosen<'a> {
    fn content(self) -> Result<Reader<'a>, Refusal> {
        let missing = || Refusal::custom(format_args!("`{}` carries a value", self.name));
        self.content.map(Reader).ok_or_else(missing)
    }
}

impl<'a> VariantAccess<'a> for Chosen<'a> {
    type Error = Refusal;

    fn unit_variant(self) -> Result<(), Refusal> {
        match self.content {
            None => Ok(()),
            Some(_) => Err(Refusal::custom(format_args!(
                "`{}` carries nothing",
                self.name
            ))),
        }
    }

    fn newtype_variant_seed<T: DeserializeSeed<'a>>(self, seed: T) -> Result<T::Value, Refusal> {
        seed.deserialize(self.content()?)
    }

    fn tuple_variant<V: Visitor<'a>>(self, _: usize, visitor: V) -> Result<V::Value, Refusal> {
        self.content()?.deserialize_seq(visitor)
    }

    fn struct_variant<V: Visitor<'a>>(
        self,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Refusal> {
        self.content()?.deserialize_struct("", fields, visitor)
    }
}
