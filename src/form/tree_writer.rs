//! The writer of any type into a [`Tree`].

use alloc::borrow::ToOwned;
use alloc::string::{String, ToString};
use alloc::vec;
use alloc::vec::Vec;

use serde::ser::{
    Error, SerializeMap, SerializeSeq, SerializeStruct, SerializeStructVariant, SerializeTuple,
    SerializeTupleStruct, SerializeTupleVariant, Serializer,
};
use serde::{Serialize, ser};

use crate::form::tree::Tree;
use crate::form::tree_reader::Refusal;

impl Tree {
    /// Makes the tree of a value.
    ///
    /// A type of another crate that cannot be written, such as a map whose names are not texts,
    /// becomes `null`. No type of this crate does.
    ///
    /// # Examples
    ///
    /// ```
    /// use keqing::form::Tree;
    /// use keqing::vocab::share::Share;
    ///
    /// assert_eq!(Tree::of(&Share::percent(50)?).to_string(), r#"{"part":"1","whole":"2"}"#);
    /// # Ok::<(), keqing::vocab::share::ShareError>(())
    /// ```
    #[must_use]
    pub fn of<T: Serialize + ?Sized>(value: &T) -> Self {
        value.serialize(Writer).unwrap_or(Self::Null)
    }
}

impl ser::Error for Refusal {
    fn custom<T: core::fmt::Display>(message: T) -> Self {
        Self(message.to_string())
    }
}

struct Writer;

/// A list that is being written, and the name of the variant that it belongs to.
struct List {
    variant: Option<&'static str>,
    members: Vec<Tree>,
}

/// An object that is being written, and the name of the variant that it belongs to.
struct Object {
    variant: Option<&'static str>,
    name: String,
    fields: Vec<(String, Tree)>,
}

fn carried(variant: Option<&'static str>, content: Tree) -> Tree {
    match variant {
        Some(name) => Tree::Fields(vec![(name.to_owned(), content)]),
        None => content,
    }
}

impl List {
    const fn new(variant: Option<&'static str>) -> Self {
        Self {
            variant,
            members: Vec::new(),
        }
    }

    fn add<T: Serialize + ?Sized>(&mut self, member: &T) -> Result<(), Refusal> {
        self.members.push(member.serialize(Writer)?);
        Ok(())
    }

    fn written(self) -> Tree {
        carried(self.variant, Tree::List(self.members))
    }
}

impl Object {
    const fn new(variant: Option<&'static str>) -> Self {
        Self {
            variant,
            name: String::new(),
            fields: Vec::new(),
        }
    }

    fn add<T: Serialize + ?Sized>(&mut self, name: &str, value: &T) -> Result<(), Refusal> {
        self.fields
            .push((name.to_owned(), value.serialize(Writer)?));
        Ok(())
    }

    fn written(self) -> Tree {
        carried(self.variant, Tree::Fields(self.fields))
    }
}

/// Writes the numbers of every width as whole numbers.
macro_rules! whole {
    ($($function:ident: $type:ty),*) => {
        $(fn $function(self, value: $type) -> Result<Tree, Refusal> {
            Ok(Tree::Whole(value.into()))
        })*
    };
}

/// Writes the lists of every kind alike.
macro_rules! lists {
    ($($kind:ident: $function:ident),*) => {
        $(impl $kind for List {
            type Ok = Tree;
            type Error = Refusal;

            fn $function<T: Serialize + ?Sized>(&mut self, member: &T) -> Result<(), Refusal> {
                self.add(member)
            }

            fn end(self) -> Result<Tree, Refusal> {
                Ok(self.written())
            }
        })*
    };
}

/// Writes the objects with names in the code alike.
macro_rules! objects {
    ($($kind:ident),*) => {
        $(impl $kind for Object {
            type Ok = Tree;
            type Error = Refusal;

            fn serialize_field<T: Serialize + ?Sized>(
                &mut self,
                name: &'static str,
                value: &T,
            ) -> Result<(), Refusal> {
                self.add(name, value)
            }

            fn end(self) -> Result<Tree, Refusal> {
                Ok(self.written())
            }
        })*
    };
}

lists! {
    SerializeSeq: serialize_element,
    SerializeTuple: serialize_element,
    SerializeTupleStruct: serialize_field,
    SerializeTupleVariant: serialize_field
}

objects! { SerializeStruct, SerializeStructVariant }

impl SerializeMap for Object {
    type Ok = Tree;
    type Error = Refusal;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Refusal> {
        match key.serialize(Writer)? {
            Tree::Text(name) => self.name = name,
            Tree::Whole(number) => self.name = number.to_string(),
            _ => return Err(Error::custom("the name of a field is a text")),
        }
        Ok(())
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Refusal> {
        let name = core::mem::take(&mut self.name);
        self.add(&name, value)
    }

    fn end(self) -> Result<Tree, Refusal> {
        Ok(self.written())
    }
}

impl Serializer for Writer {
    type Ok = Tree;
    type Error = Refusal;
    type SerializeSeq = List;
    type SerializeTuple = List;
    type SerializeTupleStruct = List;
    type SerializeTupleVariant = List;
    type SerializeMap = Object;
    type SerializeStruct = Object;
    type SerializeStructVariant = Object;

    whole! {
        serialize_i8: i8, serialize_i16: i16, serialize_i32: i32, serialize_i64: i64, serialize_i128: i128,
        serialize_u8: u8, serialize_u16: u16, serialize_u32: u32, serialize_u64: u64
    }

    fn serialize_bool(self, value: bool) -> Result<Tree, Refusal> {
        Ok(Tree::Truth(value))
    }

    fn serialize_f32(self, value: f32) -> Result<Tree, Refusal> {
        Ok(Tree::Fraction(value.to_string()))
    }

    fn serialize_f64(self, value: f64) -> Result<Tree, Refusal> {
        Ok(Tree::Fraction(value.to_string()))
    }

    fn serialize_char(self, value: char) -> Result<Tree, Refusal> {
        Ok(Tree::Text(value.to_string()))
    }

    fn serialize_str(self, value: &str) -> Result<Tree, Refusal> {
        Ok(Tree::Text(value.to_owned()))
    }

    fn serialize_bytes(self, value: &[u8]) -> Result<Tree, Refusal> {
        let bytes = value.iter().map(|byte| Tree::Whole((*byte).into()));
        Ok(Tree::List(bytes.collect()))
    }

    fn serialize_none(self) -> Result<Tree, Refusal> {
        Ok(Tree::Null)
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<Tree, Refusal> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<Tree, Refusal> {
        Ok(Tree::Null)
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<Tree, Refusal> {
        Ok(Tree::Null)
    }

    fn serialize_unit_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
    ) -> Result<Tree, Refusal> {
        Ok(Tree::Text(variant.to_owned()))
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        value: &T,
    ) -> Result<Tree, Refusal> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        value: &T,
    ) -> Result<Tree, Refusal> {
        Ok(carried(Some(variant), value.serialize(self)?))
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<List, Refusal> {
        Ok(List::new(None))
    }

    fn serialize_tuple(self, _: usize) -> Result<List, Refusal> {
        Ok(List::new(None))
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<List, Refusal> {
        Ok(List::new(None))
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<List, Refusal> {
        Ok(List::new(Some(variant)))
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Object, Refusal> {
        Ok(Object::new(None))
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Object, Refusal> {
        Ok(Object::new(None))
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Object, Refusal> {
        Ok(Object::new(Some(variant)))
    }
}
