//! The guide: what keqing answers, how to ask it, and why it is built as it is (指南).
//!
//! There is no code in this module, only documentation. Every block of Rust on these pages is compiled
//! and run with the tests of the crate, so what they show is what happens.
//!
//! | page | for whoever wants to |
//! |---|---|
//! | [`concepts`] | learn the four words and the kinds of answer |
//! | [`reading_a_verdict`] | know why the answer is what it is, and what would change it |
//! | [`cookbook`] | do something now: recipes with running code |
//! | [`choosing_a_policy`] | use other numbers than the documents' own |
//! | [`policies_as_data`] | keep the policy of a house, compare two, know which was in force |
//! | [`errors`] | know what is refused, and how it is said |
//! | [`loyalty`] | tell a loyal customer from one that only stays |
//! | [`receivables`] | follow money from the contract to the statement |
//! | [`resolutions`] | know how a rule was read where the documents leave it open |
//! | [`dates_and_money`] | know what happens to a day and to a cent |
//! | [`questions`] | find the name of a question of the oracle |
//! | [`adding_a_rule`] | add a rule, a question, or a whole system |
//! | [`design`] | know why it is built as it is |

#[doc = include_str!("concepts.md")]
pub mod concepts {}

#[doc = include_str!("reading_a_verdict.md")]
pub mod reading_a_verdict {}

#[doc = include_str!("cookbook.md")]
pub mod cookbook {}

#[doc = include_str!("choosing_a_policy.md")]
pub mod choosing_a_policy {}

#[doc = include_str!("policies_as_data.md")]
pub mod policies_as_data {}

#[doc = include_str!("errors.md")]
pub mod errors {}

#[doc = include_str!("loyalty.md")]
pub mod loyalty {}

#[doc = include_str!("receivables.md")]
pub mod receivables {}

#[doc = include_str!("resolutions.md")]
pub mod resolutions {}

#[doc = include_str!("dates_and_money.md")]
pub mod dates_and_money {}

#[doc = include_str!("questions.md")]
pub mod questions {}

#[doc = include_str!("adding_a_rule.md")]
pub mod adding_a_rule {}

#[doc = include_str!("design.md")]
pub mod design {}
