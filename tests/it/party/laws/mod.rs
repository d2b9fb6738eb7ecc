//! Laws for all parties, people and ties.

mod continuity;
mod four_parties;
mod people;
