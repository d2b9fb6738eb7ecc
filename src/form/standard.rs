//! The forms of types that other crates made.

use alloc::borrow::Cow;
use alloc::boxed::Box;
use alloc::collections::{BTreeMap, BTreeSet};
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use core::num::{NonZeroU8, NonZeroU16, NonZeroU32, NonZeroU64};

use chrono::{NaiveDate, NaiveDateTime};

use crate::form::plain::shortened;
use crate::form::read::value_of;
use crate::form::{Described, Form, Shape};

/// Describes the numbers of every width, which differ only in their bounds.
macro_rules! whole {
    ($($type:ty: $least:expr, $most:expr;)*) => {
        $(impl Described for $type {
            const FORM: &'static Form = &Form::new("WholeNumber", Shape::Whole {
                least: $least as i128,
                most: $most as i128,
            });
        })*
    };
}

whole! {
    u8: u8::MIN, u8::MAX;
    u16: u16::MIN, u16::MAX;
    u32: u32::MIN, u32::MAX;
    u64: u64::MIN, u64::MAX;
    usize: usize::MIN, usize::MAX;
    i8: i8::MIN, i8::MAX;
    i16: i16::MIN, i16::MAX;
    i32: i32::MIN, i32::MAX;
    i64: i64::MIN, i64::MAX;
    NonZeroU8: 1, u8::MAX;
    NonZeroU16: 1, u16::MAX;
    NonZeroU32: 1, u32::MAX;
    NonZeroU64: 1, u64::MAX;
}

impl Described for bool {
    const FORM: &'static Form = &Form::new("Truth", Shape::Truth);
}

impl Described for String {
    const FORM: &'static Form = &Form::new("Text", Shape::Text(&[]));
}

impl Described for NaiveDate {
    const FORM: &'static Form = &Form::new("Date", Shape::Text(&["2024-12-31"])).checked(|tree| {
        value_of::<Self>(tree).map(drop).map_err(|_| {
            format!(
                "{} is not a date, expected year, month and day as ISO 8601 writes them, such as `2024-12-31`",
                shortened(tree)
            )
        })
    });
}

impl Described for NaiveDateTime {
    const FORM: &'static Form =
        &Form::new("Moment", Shape::Text(&["2024-12-31T17:30:00"])).checked(|tree| {
            value_of::<Self>(tree).map(drop).map_err(|_| {
                format!(
                    "{} is not a moment, expected a date and a time as ISO 8601 writes them, such as `2024-12-31T17:30:00`",
                    shortened(tree)
                )
            })
        });
}

impl<T: Described> Described for Option<T> {
    const FORM: &'static Form = &Form::new(T::FORM.name, Shape::Optional(T::FORM));
}

impl<T: Described> Described for Box<T> {
    const FORM: &'static Form = T::FORM;
}

impl Described for Cow<'static, str> {
    const FORM: &'static Form = <String as Described>::FORM;
}

impl<T: Described + Clone> Described for Cow<'static, [T]> {
    const FORM: &'static Form = <Vec<T> as Described>::FORM;
}

impl<T: Described> Described for Vec<T> {
    const FORM: &'static Form = &Form::new(
        T::FORM.name,
        Shape::List {
            of: T::FORM,
            least: 0,
            most: None,
        },
    );
}

impl<T: Described, const LENGTH: usize> Described for [T; LENGTH] {
    const FORM: &'static Form = &Form::new(
        T::FORM.name,
        Shape::List {
            of: T::FORM,
            least: LENGTH,
            most: Some(LENGTH),
        },
    );
}

impl<T: Described> Described for BTreeSet<T> {
    const FORM: &'static Form = <Vec<T> as Described>::FORM;
}

impl<A: Described, B: Described> Described for (A, B) {
    const FORM: &'static Form = &Form::new("Pair", Shape::Tuple(&[A::FORM, B::FORM]));
}

impl<K: Described, V: Described> Described for BTreeMap<K, V> {
    const FORM: &'static Form = &Form::new(
        V::FORM.name,
        Shape::Keyed {
            key: K::FORM,
            value: V::FORM,
        },
    );
}
