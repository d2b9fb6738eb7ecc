//! Day counts, reference rates and fixed compensation.

use crate::Checker;

/// The files of this topic, each with the function that checks one of its rows.
pub(crate) const CHECKERS: &[(&str, Checker)] = &[];
