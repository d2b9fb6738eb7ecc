//! The modules of the library, in the order in which they may use each other.

/// Every layer may use only what stands above it.
pub(crate) const LAYERS: [&str; 11] = [
    "vocab",
    "verdict",
    "party",
    "lifecycle",
    "policy",
    "dossier",
    "rulebook",
    "review",
    "history",
    "portfolio",
    "oracle",
];
