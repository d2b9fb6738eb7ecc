//! Allocation: what a payment settles, within a debt and between debts (清偿抵充).
