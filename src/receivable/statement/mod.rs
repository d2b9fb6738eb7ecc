//! The statement: one customer's account on a date (对账单).
