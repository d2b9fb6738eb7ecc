//! Statutory regimes of late payment, as dated data with their sources (法定迟付制度).
