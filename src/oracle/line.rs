use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;
use core::marker::PhantomData;

use serde::de::value::{MapAccessDeserializer, MapDeserializer, SeqDeserializer};
use serde::de::{Error, IntoDeserializer, MapAccess, SeqAccess, Unexpected, Visitor};
use serde::{Deserialize, Deserializer, forward_to_deserialize_any};

/// A question as it stands in JSON: its name in the field `ask`, and its arguments in any order.
pub(super) struct Line {
    /// The name of the question.
    pub(super) ask: String,
    /// The other fields in their order; the reader of the arguments refuses a name that stands twice.
    pub(super) arguments: Vec<(String, Held)>,
}

/// A value that is held until the question is known, and with it the type to read it as.
///
/// No argument is a number with a fraction: decimals are texts.
pub(super) enum Held {
    Nothing,
    Truth(bool),
    Signed(i64),
    Unsigned(u64),
    Text(String),
    List(Vec<Held>),
    Fields(Vec<(String, Held)>),
}

impl<'de> Deserialize<'de> for Line {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Reader;

        impl<'de> Visitor<'de> for Reader {
            type Value = Line;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a question with its name in the field `ask`")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Line, A::Error> {
                let mut ask = None;
                let mut arguments = Vec::new();
                while let Some(name) = map.next_key::<String>()? {
                    if name != "ask" {
                        arguments.push((name, map.next_value()?));
                    } else if ask.replace(map.next_value()?).is_some() {
                        return Err(A::Error::duplicate_field("ask"));
                    }
                }
                let ask = ask.ok_or_else(|| A::Error::missing_field("ask"))?;
                Ok(Line { ask, arguments })
            }
        }

        deserializer.deserialize_map(Reader)
    }
}

impl<'de> Deserialize<'de> for Held {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Reader;

        impl<'de> Visitor<'de> for Reader {
            type Value = Held;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a value without a fraction")
            }

            fn visit_unit<E>(self) -> Result<Held, E> {
                Ok(Held::Nothing)
            }

            fn visit_bool<E>(self, value: bool) -> Result<Held, E> {
                Ok(Held::Truth(value))
            }

            fn visit_i64<E>(self, value: i64) -> Result<Held, E> {
                Ok(Held::Signed(value))
            }

            fn visit_u64<E>(self, value: u64) -> Result<Held, E> {
                Ok(Held::Unsigned(value))
            }

            fn visit_str<E>(self, value: &str) -> Result<Held, E> {
                Ok(Held::Text(value.into()))
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Held, A::Error> {
                let mut members = Vec::new();
                while let Some(member) = list.next_element()? {
                    members.push(member);
                }
                Ok(Held::List(members))
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Held, A::Error> {
                let mut fields = Vec::new();
                while let Some(field) = map.next_entry()? {
                    fields.push(field);
                }
                Ok(Held::Fields(fields))
            }
        }

        deserializer.deserialize_any(Reader)
    }
}

/// Reads a held value as what it was held for.
pub(super) struct HeldDeserializer<E> {
    held: Held,
    error: PhantomData<E>,
}

impl<'de, E: Error> IntoDeserializer<'de, E> for Held {
    type Deserializer = HeldDeserializer<E>;

    fn into_deserializer(self) -> Self::Deserializer {
        HeldDeserializer {
            held: self,
            error: PhantomData,
        }
    }
}

impl<'de, E: Error> Deserializer<'de> for HeldDeserializer<E> {
    type Error = E;

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 char str string bytes byte_buf unit unit_struct
        seq tuple tuple_struct map struct identifier ignored_any
    }

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
        match self.held {
            Held::Nothing => visitor.visit_unit(),
            Held::Truth(value) => visitor.visit_bool(value),
            Held::Signed(value) => visitor.visit_i64(value),
            Held::Unsigned(value) => visitor.visit_u64(value),
            Held::Text(value) => visitor.visit_string(value),
            Held::List(list) => SeqDeserializer::new(list.into_iter()).deserialize_any(visitor),
            Held::Fields(map) => MapDeserializer::new(map.into_iter()).deserialize_any(visitor),
        }
    }

    fn deserialize_f32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
        self.deserialize_any(visitor)
    }

    fn deserialize_f64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
        self.deserialize_any(visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
        match self.held {
            Held::Nothing => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        visitor: V,
    ) -> Result<V::Value, E> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _name: &'static str,
        _variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, E> {
        match self.held {
            Held::Text(word) => visitor.visit_enum(word.into_deserializer()),
            Held::Fields(map) if map.len() == 1 => {
                let map = MapDeserializer::new(map.into_iter());
                visitor.visit_enum(MapAccessDeserializer::new(map))
            }
            Held::Fields(_) => Err(E::invalid_value(Unexpected::Map, &"map with a single key")),
            _ => Err(E::custom("expected a string or a map with a single key")),
        }
    }
}
