#![doc = include_str!("../README.md")]
#![no_std]
#![forbid(unsafe_code)]

extern crate alloc;

pub mod vocab;

pub mod verdict;

pub mod party;

pub mod lifecycle;

pub mod policy;

pub mod portfolio;

pub mod rulebook;

pub mod oracle;
