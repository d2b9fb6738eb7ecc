use alloc::string::String;
use alloc::vec::Vec;

use serde::Deserializer;
use serde::de::DeserializeOwned;

use crate::form::Described;
use crate::form::explain::explain;
use crate::form::fault::{Fault, FaultCode, Faults};
use crate::form::limits::Limits;
use crate::form::tree::Tree;
use crate::form::tree_reader::{Reader, Refusal};

/// Reads a value from any self-describing format, and returns every fault at once.
///
/// # Errors
///
/// [`Faults`] is returned when the document is malformed, is beyond the limits, or does not have
/// the form of the type. It has every fault once, with its path.
///
/// # Examples
///
/// ```
/// use keqing::form::{Limits, read};
/// use keqing::vocab::time::Days;
///
/// let days: Vec<Days> = read(&mut serde_json::Deserializer::from_str("[30, 60]"), &Limits::standard())?;
/// assert_eq!(days, [Days::new(30), Days::new(60)]);
/// # Ok::<(), keqing::form::Faults>(())
/// ```
pub fn read<'de, T: Described + DeserializeOwned, D: Deserializer<'de>>(
    deserializer: D,
    limits: &Limits,
) -> Result<T, Faults> {
    from_tree(&Tree::read(deserializer, limits)?, limits)
}

/// Reads a value from a tree, and returns every fault at once.
///
/// # Errors
///
/// [`Faults`] is returned when the tree does not have the form of the type.
pub fn from_tree<T: Described + DeserializeOwned>(
    tree: &Tree,
    limits: &Limits,
) -> Result<T, Faults> {
    T::of_tree(tree, limits)
}

/// Refuses a document that has faults.
pub(crate) fn sound(faults: Vec<Fault>) -> Result<(), Faults> {
    Faults::of(faults).map_or(Ok(()), Err)
}

/// Returns every fault of a tree that a type refuses.
pub(crate) fn faults_of<T: Described>(tree: &Tree, limits: &Limits, refusal: String) -> Faults {
    let unexplained = || Fault::new(FaultCode::Refused, "", refusal).into();
    Faults::of(explain(tree, T::FORM, limits)).unwrap_or_else(unexplained)
}

/// Reads a value from a tree; the error is in the words of the type's own check.
pub(crate) fn value_of<T: DeserializeOwned>(tree: &Tree) -> Result<T, String> {
    value_by(tree, |reader| T::deserialize(reader))
}

/// Reads a value from a tree by a reader of its own; the error is in the words of that reader.
pub(crate) fn value_by<'a, T>(
    tree: &'a Tree,
    read: impl FnOnce(Reader<'a>) -> Result<T, Refusal>,
) -> Result<T, String> {
    read(Reader(tree)).map_err(|refusal| refusal.0)
}

/// Checks that a tree has the form of the type; the error is in the words of the type's own check.
pub(crate) fn check<T: DeserializeOwned>(tree: &Tree) -> Result<(), String> {
    value_of::<T>(tree).map(drop)
}

/// Checks that a tree is accepted by a reader of its own; the error is in the words of that reader.
pub(crate) fn check_by<'a, T>(
    tree: &'a Tree,
    read: impl FnOnce(Reader<'a>) -> Result<T, Refusal>,
) -> Result<(), String> {
    value_by(tree, read).map(drop)
}
