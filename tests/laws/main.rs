//! The laws: what holds for any facts, policy and sequence of events. The name of a property is its
//! theorem; slow, naive second statements stand in `naive`.

mod continuity;
mod given;
mod lifecycle;
mod loyalty;
mod loyalty_given;
mod loyalty_retention;
mod loyalty_switching;
mod missing;
mod money;
mod naive;
mod party;
mod people;
mod receivable_aging;
mod receivable_allocation;
mod receivable_calendar;
mod receivable_collection;
mod receivable_credit;
mod receivable_day_count;
mod receivable_interest;
mod receivable_rate;
mod receivable_terms;
mod remedies;
mod satisfaction;
mod share;
mod verdict;
