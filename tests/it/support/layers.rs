//! The modules of the library, in the order in which they may use each other.

/// Every layer may use only what stands above it.
pub(crate) const LAYERS: [&str; 14] = [
    "vocab",
    "verdict",
    "party",
    "satisfaction",
    "loyalty",
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
