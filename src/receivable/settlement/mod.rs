//! Methods of settlement and when each counts as paid (结付方式).
