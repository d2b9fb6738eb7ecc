//! Laws for all facts, policies and sequences of moves.

mod missing;
mod moves;
mod placement;
mod records;
mod remedies;
