//! The review of a whole dossier.

mod acceptance;
mod agrees;
mod compare;
mod entries;
mod expired;
mod faults;
mod gains;
mod loyalty;
mod page;
mod people;
mod rest;
mod stage;
mod whole;
