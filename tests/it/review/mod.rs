//! The review of a whole dossier.

mod loyalty;
mod whole;
