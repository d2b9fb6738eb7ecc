#![doc = include_str!("../README.md")]
//!
//! # Every room
//!
//! | layer | its rooms |
//! |---|---|
//! | [`vocab`](mod@vocab) | [`answers`](vocab::answers) · [`benefit`](vocab::benefit) · [`known`](vocab::known) · [`mark`](vocab::mark) · [`money`](vocab::money) · [`name`](vocab::name) · [`rate`](vocab::rate) · [`set`](vocab::set) · [`share`](vocab::share) · [`source`](vocab::source) · [`time`](vocab::time) · [`words`](vocab::words) |
//! | [`calendar`](mod@calendar) | [`clock`](calendar::clock) · [`day_count`](calendar::day_count) · [`hours`](calendar::hours) · [`published`](calendar::published) · [`schedule`](calendar::schedule) |
//! | [`party`](mod@party) | [`action`](party::action) · [`alignment`](party::alignment) · [`continuity`](party::continuity) · [`feeling`](party::feeling) · [`integrity`](party::integrity) · [`parties`](party::parties) · [`people`](party::people) · [`trust`](party::trust) · [`cards`](party::cards) |
//! | [`satisfaction`](mod@satisfaction) | [`decision`](satisfaction::decision) · [`expectation`](satisfaction::expectation) · [`measurement`](satisfaction::measurement) · [`needs`](satisfaction::needs) · [`offer`](satisfaction::offer) · [`score`](satisfaction::score) · [`value`](satisfaction::value) · [`cards`](satisfaction::cards) |
//! | [`loyalty`](mod@loyalty) | [`bond`](loyalty::bond) · [`foundation`](loyalty::foundation) · [`kinds`](loyalty::kinds) · [`lock_in`](loyalty::lock_in) · [`means`](loyalty::means) · [`patronage`](loyalty::patronage) · [`premium`](loyalty::premium) · [`retention`](loyalty::retention) · [`risk`](loyalty::risk) · [`words`](loyalty::words) · [`cards`](loyalty::cards) |
//! | [`receivable`](mod@receivable) | [`account`](receivable::account) · [`aging`](receivable::aging) · [`allocation`](receivable::allocation) · [`charge`](receivable::charge) · [`clause`](receivable::clause) · [`column`](receivable::column) · [`completeness`](receivable::completeness) · [`credit`](receivable::credit) · [`discount`](receivable::discount) · [`document`](receivable::document) · [`dunning`](receivable::dunning) · [`effect`](receivable::effect) · [`enforcement`](receivable::enforcement) · [`habit`](receivable::habit) · [`instalment`](receivable::instalment) · [`interest`](receivable::interest) · [`late_payment`](receivable::late_payment) · [`ledger`](receivable::ledger) · [`limit`](receivable::limit) · [`rate`](receivable::rate) · [`regime`](receivable::regime) · [`settlement`](receivable::settlement) · [`statement`](receivable::statement) · [`term`](receivable::term) · [`waiver`](receivable::waiver) · [`cards`](receivable::cards) |
//! | [`lifecycle`](mod@lifecycle) | [`moves`](lifecycle::moves) · [`placement`](lifecycle::placement) · [`profile`](lifecycle::profile) · [`record`](lifecycle::record) · [`standing`](lifecycle::standing) · [`wallet`](lifecycle::wallet) · [`cards`](lifecycle::cards) |
//!
//! The contract of a system stands at its face: `Facts`, `Given`, `Policy`, `Picture`, `Error`,
//! `assess` and `CARDS`.
#![no_std]
#![forbid(unsafe_code)]

extern crate alloc;

// Each module may use only those above it; a test enforces the order.
pub mod form;

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
