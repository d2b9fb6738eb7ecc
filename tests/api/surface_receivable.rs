//! The surface of the receivables: as `surface`, in a file of its own for its length.

use keqing::vocab;
use serde::{Deserialize, Serialize};

/// Values: copied, compared, hashed, written and read.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, PartialEq, Serialize)]
struct Values(vocab::DocumentId, vocab::FractionalMoney);
