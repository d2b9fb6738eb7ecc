//! The library as its users see it: one folder a system, with its laws, its JSON, what it refuses, its
//! errors, its surface, its exhaustive cases and the data it is held against.
//!
//! The name of a property is its theorem. Slow, naive second statements stand beside the properties.

mod architecture;
mod calendar;
mod catalogue;
mod contract;
mod form;
mod laws;
mod lifecycle;
mod loyalty;
mod oracle;
mod party;
mod policy;
mod portfolio;
mod practice;
mod receivable;
mod review;
mod satisfaction;
mod scenarios;
mod support;
mod surface;
mod verdict;
mod vocab;
