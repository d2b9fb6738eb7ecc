//! Laws for all shares, amounts and rates.

mod money;
mod share;
