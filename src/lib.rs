#![doc = include_str!("../README.md")]
#![no_std]
#![forbid(unsafe_code)]

extern crate alloc;

pub mod vocab;

pub mod verdict;

pub mod lifecycle;
