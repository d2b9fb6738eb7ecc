//! The review of a whole dossier.

mod faults;
mod loyalty;
mod whole;
