//! What several test binaries share.

pub(crate) mod expectation;
pub(crate) mod scenario;
