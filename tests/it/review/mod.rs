//! The review of a whole dossier.

mod entries;
mod faults;
mod loyalty;
mod people;
mod stage;
mod whole;
