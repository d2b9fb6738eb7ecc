//! Day counts: how many parts of a year lie between two dates (计息基准).
