//! Laws for all parties, people and ties.

mod assignment;
mod cases;
mod continuity;
mod departure;
mod four_parties;
mod investment;
mod net;
mod people;
mod references;
mod register;
mod trust;
