//! Laws for all receivables.

mod aging;
mod allocation;
mod allocation_queue;
mod calendar;
mod collection;
mod columns;
mod credit;
mod day_count;
mod exposure;
mod group;
mod interest;
mod ledger;
mod practice;
mod rate;
mod statutes;
mod terms;
