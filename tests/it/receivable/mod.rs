//! Receivables, from the term of an invoice to the waiver of a debt.

mod cases;
mod data;
mod extremes;
mod golden;
mod laws;
mod refused;
mod statement_text;
mod statutes;
mod surface;
mod surface_account;
mod surface_charges;
mod surface_regime;
mod vectors;
