//! What several test binaries and the coverage report share.

pub(crate) mod scenario;
