//! The description of JSON types, from which reading, errors, overlays and differences follow
//! (数据形式).
//!
//! ```text
//! any deserializer -> Tree                     one generic value, within Limits
//! Tree + Form      -> T, or Faults             every fault of the document, each once, with its path
//! T                -> Tree                     the same value, written out
//! Tree + Tree      -> overlaid, differences    field by field, by the Form
//! Tree             -> Fingerprint              128 bits for "the same facts, the same policy"
//! ```
//!
//! - *Looks at*: The [`Form`] of a type. The macro that declares the type makes it, so it agrees
//!   with the type.
//! - *Why*: A reader that stops at the first error needs five rounds for five faults. This reader
//!   returns all of them at once, with the field that was probably meant.
//! - *Breaks it*: A field that is unknown, missing or given twice; a value of another form; more
//!   depth, length or values than the [`Limits`] allow.
//! - *Keeps it*: A document that has the fields and the forms of the type.
//! - *Rules*: None; a form describes a type, and no rule reads it.
//!
//! # Examples
//!
//! ```
//! use keqing::form::{Limits, read};
//! use keqing::lifecycle::StageFacts;
//!
//! let text = r#"{"as-of": "31.12.2024", "cause": {"value": "unmet-need", "grade": "measured"}, "shar": null}"#;
//! let faults = read::<StageFacts, _>(&mut serde_json::Deserializer::from_str(text), &Limits::standard());
//! let faults = faults.err().ok_or("three faults")?;
//! let paths: Vec<&str> = faults.iter().map(|fault| fault.path()).collect();
//! assert_eq!(paths, ["as-of", "cause.value", "shar"]);
//! assert_eq!(faults.iter().filter_map(|fault| fault.nearest()).collect::<Vec<_>>(), ["unmet-needs", "share"]);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod compare;
pub(crate) mod declare;
mod explain;
mod fault;
mod fingerprint;
mod iso;
mod limits;
mod mirrored;
mod name;
pub(crate) mod none;
mod overlay;
mod plain;
mod read;
mod several;
mod shape;
mod standard;
mod summary;
mod tour;
mod toured;
mod tree;
mod tree_reader;
mod tree_writer;
mod visit;
mod wanted;

use alloc::string::String;
use alloc::vec::Vec;

use serde::de::DeserializeOwned;

pub use compare::{Difference, differences};
pub(crate) use declare::{
    checked, choice, document, fields, form, part, read_apart, record, setters,
};
pub use fault::{Fault, FaultCode, Faults};
pub use fingerprint::{Fingerprint, ParseFingerprintError};
pub use limits::Limits;
pub(crate) use mirrored::mirrored;
pub use name::nearest;
pub(crate) use name::{DidYouMean, OneOf, dashed, kebab, kebab_length, text, words_of};
pub use overlay::overlaid;
pub(crate) use plain::{add_step, first_step, is_hidden, leads_to, repeated};
pub(crate) use read::{check, check_by, faults_of, sound, value_by, value_of};
pub use read::{from_tree, read};
pub use several::Several;
pub(crate) use several::{Gathered, Plural, every, lifted, lifting, several, with_others};
pub(crate) use tour::{Around, Guest, Spot, Stamp, Toured};
pub(crate) use toured::toured;
pub use tree::Tree;
pub(crate) use tree::is_like_none;
pub(crate) use visit::{each_record, each_value};

/// A type that describes its JSON form (自述类型).
pub trait Described {
    /// The JSON form of the type.
    const FORM: &'static Form;

    /// Reads a value from a tree; the same as [`from_tree`].
    ///
    /// # Errors
    ///
    /// [`Faults`] is returned when the tree is not what the type is.
    fn of_tree(tree: &Tree, limits: &Limits) -> Result<Self, Faults>
    where
        Self: DeserializeOwned,
    {
        value_of(tree).map_err(|refusal| faults_of::<Self>(tree, limits, refusal))
    }
}

/// A check that returns the reason why a tree of the right shape is refused, in the type's own
/// words.
type Check = fn(&Tree) -> Result<(), String>;

/// A bound of a field that returns what is wanted of a value that is out of it.
type Bound = fn(&Tree) -> Option<&'static str>;

/// A check of a whole document, which finds its faults even where others are.
type WholeCheck = fn(&Tree) -> Vec<Fault>;

/// The description of a JSON type: its name, its meaning and its shape (形式).
///
/// # Examples
///
/// ```
/// use keqing::form::{Described, Shape};
/// use keqing::lifecycle::StageFacts;
///
/// let Shape::Record(fields) = StageFacts::FORM.shape() else { return Err("a record") };
/// let required: Vec<&str> = fields.iter().filter(|field| field.is_required()).map(|field| field.name()).collect();
/// assert_eq!(required, ["as-of"]);
/// # Ok::<(), &str>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Form {
    name: &'static str,
    meaning: &'static [&'static str],
    unit: Option<&'static str>,
    shape: Shape,
    reason: Option<&'static str>,
    check: Option<Check>,
    whole: Option<WholeCheck>,
    bound: Option<Bound>,
}

/// The shape of a JSON value (形状).
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub enum Shape {
    /// `true` or `false`.
    Truth,
    /// A whole number, between two bounds that are both included.
    Whole {
        /// The least number.
        least: i128,
        /// The greatest number.
        most: i128,
    },
    /// A number in a text, so that no reader rounds it.
    Decimal,
    /// A text, with examples of it.
    Text(&'static [&'static str]),
    /// One word of a list.
    Words(&'static [Word]),
    /// An object with these fields and no others.
    Record(&'static [Field]),
    /// One of several variants: a bare word, or an object with the word as its one field.
    Choice(&'static [Variant]),
    /// A list whose members have one form.
    List {
        /// The form of each member.
        of: &'static Form,
        /// The least number of members.
        least: usize,
        /// The largest number of members.
        most: Option<usize>,
    },
    /// A list of a fixed number of members, each with its own form.
    Tuple(&'static [&'static Form]),
    /// An object whose field names are data.
    Keyed {
        /// The form of each name.
        key: &'static Form,
        /// The form of each value.
        value: &'static Form,
    },
    /// The form, or `null`.
    Optional(&'static Form),
    /// The form, or the word `"none"`.
    OrNone(&'static Form),
    /// Any of several forms.
    Either(&'static [&'static Form]),
}

/// A word of a list, and its meaning (词项).
#[derive(Clone, Copy, Debug)]
pub struct Word {
    pub(crate) name: &'static str,
    pub(crate) meaning: &'static [&'static str],
}

/// A field of a record (字段).
#[derive(Clone, Copy, Debug)]
pub struct Field {
    pub(crate) name: &'static str,
    pub(crate) meaning: &'static [&'static str],
    pub(crate) form: &'static Form,
    pub(crate) required: bool,
    pub(crate) rules: &'static [&'static str],
}

/// A variant of a choice (变体): its word, and the form of what it carries.
#[derive(Clone, Copy, Debug)]
pub struct Variant {
    pub(crate) name: &'static str,
    pub(crate) meaning: &'static [&'static str],
    pub(crate) form: Option<&'static Form>,
}
