//! The guide to keqing: its answers, its questions, and the reasons for its design (指南).
//!
//! There is no code in this module, only documentation. Every block of Rust on these pages is
//! compiled and run with the tests of the crate, so its results are real.
//!
//! | page | to |
//! |---|---|
//! | [`concepts`] | learn the four words and the kinds of answer |
//! | [`reading_a_verdict`] | see the reasons of an answer, and the facts that would change it |
//! | [`reading_a_review`] | see what is to be done, and what hangs on it |
//! | [`how_a_rule_is_read`] | see what an outcome means, and the laws that every answer keeps |
//! | [`cookbook`] | do something now: recipes with running code |
//! | [`choosing_a_policy`] | use other numbers than the documents' own |
//! | [`policies_as_data`] | keep the policy of a company, compare two, know which was in force |
//! | [`facts_and_their_dates`] | see who is there on a day, which statement counts, and what expires |
//! | [`errors`] | see which input is refused, and with which message |
//! | [`loyalty`] | distinguish a loyal customer from one that only stays |
//! | [`receivables`] | follow money from the contract to the statement |
//! | [`which_law_which_rate`] | see two statutes side by side on one debt |
//! | [`the_life_of_an_account`] | see the effect of each event of an account |
//! | [`resolutions`] | see the reading of a rule that the documents leave open |
//! | [`dates_and_money`] | see the treatment of days and cents |
//! | [`questions`] | find the name of a question of the oracle |
//! | [`adding_a_rule`] | add a rule, a question, or a whole system |
//! | [`design`] | understand the design |

#[doc = include_str!("concepts.md")]
pub mod concepts {}

#[doc = include_str!("reading_a_verdict.md")]
pub mod reading_a_verdict {}

#[doc = include_str!("reading_a_review.md")]
pub mod reading_a_review {}

#[doc = include_str!("how_a_rule_is_read.md")]
pub mod how_a_rule_is_read {}

#[doc = include_str!("cookbook.md")]
pub mod cookbook {}

#[doc = include_str!("choosing_a_policy.md")]
pub mod choosing_a_policy {}

#[doc = include_str!("policies_as_data.md")]
pub mod policies_as_data {}

#[doc = include_str!("facts_and_their_dates.md")]
pub mod facts_and_their_dates {}

#[doc = include_str!("errors.md")]
pub mod errors {}

#[doc = include_str!("loyalty.md")]
pub mod loyalty {}

#[doc = include_str!("receivables.md")]
pub mod receivables {}

#[doc = include_str!("which_law_which_rate.md")]
pub mod which_law_which_rate {}

#[doc = include_str!("the_life_of_an_account.md")]
pub mod the_life_of_an_account {}

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
