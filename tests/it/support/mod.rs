//! The helpers of the tests of several systems.

pub(crate) mod asked;
pub(crate) mod coverage;
pub(crate) mod errors;
pub(crate) mod expectation;
pub(crate) mod given;
pub(crate) mod golden;
pub(crate) mod layers;
pub(crate) mod naive;
pub(crate) mod reviewed;
pub(crate) mod scenario;
pub(crate) mod source;
pub(crate) mod told;
