//! The cards of satisfaction and value, a file a series (规则卡: SAT, VAL).

pub mod satisfaction;
pub mod value;
