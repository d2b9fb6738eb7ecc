//! Business days: which days are, and where a date goes that is none (营业日历).
