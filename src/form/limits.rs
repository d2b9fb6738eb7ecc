/// How much a reader takes in before it refuses (读取上限).
///
/// A text that nests without end, or never ends, must not cost the memory of the service that reads it.
///
/// # Examples
///
/// ```
/// use keqing::form::{FaultCode, Limits, read};
///
/// let limits = Limits::standard().with_depth(2);
/// let deep = read::<Vec<Vec<u32>>, _>(&mut serde_json::Deserializer::from_str("[[[1]]]"), &limits);
/// let faults = deep.err().ok_or("too deep")?;
/// assert_eq!(faults.first().code(), FaultCode::TooDeep);
/// assert_eq!(faults.first().path(), "[0][0]");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub struct Limits {
    depth: usize,
    values: usize,
    text: usize,
    faults: usize,
}

impl Limits {
    /// Returns the limits that the crate itself uses: 64 levels, a million values, 64 KiB a text, 100 faults.
    #[must_use]
    pub const fn standard() -> Self {
        Self {
            depth: 64,
            values: 1_000_000,
            text: 65_536,
            faults: 100,
        }
    }

    /// Sets how many lists and objects may stand inside each other.
    #[must_use]
    pub const fn with_depth(self, depth: usize) -> Self {
        Self { depth, ..self }
    }

    /// Sets how many values a document may have, lists and objects counted too.
    #[must_use]
    pub const fn with_values(self, values: usize) -> Self {
        Self { values, ..self }
    }

    /// Sets how many bytes one text or one name may have.
    #[must_use]
    pub const fn with_text(self, bytes: usize) -> Self {
        Self {
            text: bytes,
            ..self
        }
    }

    /// Sets after how many faults the reader looks for no more; at least one is always told.
    #[must_use]
    pub const fn with_faults(self, faults: usize) -> Self {
        Self { faults, ..self }
    }

    /// Returns how many lists and objects may stand inside each other.
    #[must_use]
    pub const fn depth(&self) -> usize {
        self.depth
    }

    /// Returns how many values a document may have.
    #[must_use]
    pub const fn values(&self) -> usize {
        self.values
    }

    /// Returns how many bytes one text may have.
    #[must_use]
    pub const fn text(&self) -> usize {
        self.text
    }

    /// Returns after how many faults the reader looks for no more.
    #[must_use]
    pub const fn faults(&self) -> usize {
        self.faults
    }
}

impl Default for Limits {
    fn default() -> Self {
        Self::standard()
    }
}
