//! Late interest, segment by segment (逾期利息).
