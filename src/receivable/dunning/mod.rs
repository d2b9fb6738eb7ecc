//! Dunning: the ladder of reminders (催收).
