//! The modules of the library, in the order in which they may use each other.

/// Every layer may use only what stands above it.
pub(crate) const LAYERS: [&str; 16] = [
    "form",
    "vocab",
    "calendar",
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

/// The layers that decide: each has its face, its rooms and its cards.
pub(crate) const SYSTEMS: [&str; 5] = [
    "party",
    "satisfaction",
    "loyalty",
    "receivable",
    "lifecycle",
];

/// The layers that have a face and rooms.
pub(crate) const HOUSES: [&str; 7] = [
    "vocab",
    "calendar",
    "party",
    "satisfaction",
    "loyalty",
    "receivable",
    "lifecycle",
];
