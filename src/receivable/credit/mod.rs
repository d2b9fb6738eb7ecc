//! Credit: what may be sold before what was sold is paid (信用额度).
