//! Aging: how old what is open is (账龄).
