//! The modules of the library, in the order in which they may use each other.

/// Every layer may use only what stands above it.
pub(crate) const LAYERS: [&str; 12] = [
    "vocab",
    "verdict",
    "party",
    "receivable",
    "lifecycle",
    "policy",
    "dossier",
    "rulebook",
    "review",
    "history",
    "portfolio",
    "oracle",
];
