//! Early payment: what paying sooner takes off (提前付款折扣).
