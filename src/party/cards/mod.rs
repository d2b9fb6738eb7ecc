//! The cards of the four parties, a file a series (规则卡: PTY, ALN, CON, PPL).

pub mod alignment;
pub mod continuity;
pub mod parties;
pub mod people;
