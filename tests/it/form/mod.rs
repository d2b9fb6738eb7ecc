//! The description of every JSON type: it agrees with what is read and refused.

mod changes;
mod faults;
mod formats;
pub(crate) mod generate;
mod hostile;
mod laws;
mod overlay;
mod wanted;
