//! Rates: dated series of reference rates, and which of them binds (利率).
