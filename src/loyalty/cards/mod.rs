//! The cards of loyalty, a file a series (规则卡: GEN, LOY, SWC).

pub mod genuine;
pub mod loyalty;
pub mod switching;
