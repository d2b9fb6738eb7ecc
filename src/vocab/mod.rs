//! Words without policy (词汇): the vocabulary that every layer below uses.
//!
//! | room | holds |
//! |---|---|
//! | [`answers`] | the words with which assessments answer: patterns, trajectories, risks, outcomes |
//! | [`benefit`] | kinds of interest, benefits with their party, clearances |
//! | [`money`] | amounts with a currency, exact fractions of money, the one rounding function |
//! | [`share`] | exact parts of a whole, and points between them |
//! | [`rate`] | rates per year and per day |
//! | [`time`] | spans of whole days, and of whole seconds |
//! | [`known`] | facts that are unknown, or known with a grade |
//! | [`mark`] | marks on the usual scales of a survey |
//! | [`name`] | names, and ids of people, documents and items |
//! | [`source`] | data with the source that states them, and its confirmation |
//! | [`set`] | sets of the words of a short list |
//! | [`words`] | roles, sides, stages, causes, instruments, trust, marks, locales |
//!
//! Nothing here decides anything. A [`Share`](share::Share) lies between nothing and everything. A
//! [`Stage`](words::Stage) has its order. A [`Known`](known::Known) has the grade of its evidence.
//! The systems and the policy decide by them.
//!
//! Findings mention some words as evidence, such as [`Stage`](words::Stage), [`Role`](words::Role)
//! and [`PersonId`](name::PersonId). These words stand here too, because the layer of verdicts
//! names them and may use only the layers above it.

pub mod answers;
pub mod benefit;
pub(crate) mod exact;
pub mod known;
pub mod mark;
pub mod money;
pub mod name;
mod name_order;
pub mod rate;
pub(crate) mod ratio;
pub mod set;
pub mod share;
pub mod source;
pub mod time;
pub(crate) mod twice;
pub(crate) mod whole;
pub(crate) mod wide;
pub mod words;
