#![doc = include_str!("../README.md")]
#![no_std]
#![forbid(unsafe_code)]

extern crate alloc;

// Each module may use only those above it; a test enforces the order.
pub mod vocab;

pub mod calendar;

pub mod verdict;

pub mod party;

pub mod satisfaction;

pub mod loyalty;

pub mod receivable;

pub mod lifecycle;

pub mod policy;

pub mod dossier;

pub mod rulebook;

pub mod review;

pub mod history;

pub mod portfolio;

pub mod oracle;

pub mod guide;

pub use chrono;
pub use rust_decimal;
