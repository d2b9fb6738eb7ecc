//! The public surface: traits, error messages, and the JSON of every type.

mod errors;
mod extremes_receivable;
mod golden;
mod golden_answers;
mod golden_lifecycle;
mod golden_loyalty_side;
mod golden_party;
mod golden_receivable;
mod golden_receivable_collection;
mod golden_receivable_money;
mod golden_receivable_records;
mod golden_receivable_terms;
mod golden_verdict;
mod golden_vocab;
mod listed;
mod loyalty_side_errors;
mod party_errors;
mod refused_lifecycle;
mod refused_party;
mod refused_receivable;
mod refused_receivable_policy;
mod refused_verdict;
mod surface;
mod surface_errors;
mod surface_loyalty_side;
mod surface_receivable;
