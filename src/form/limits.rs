/// The limits of a reader, beyond which it refuses a document (读取上限).
///
/// A text that nests without end, or never ends, must not use up the memory of the service that
/// reads it.
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

    /// Sets the number of lists and objects that may stand inside each other.
    #[must_use]
    pub const fn with_depth(self, depth: usize) -> Self {
        Self { depth, ..self }
    }

    /// Sets the number of values that a document may have, lists and objects counted too.
    #[must_use]
    pub const fn with_values(self, values: usize) -> Self {
        Self { values, ..self }
    }

    /// Sets the number of bytes that one text or one name may have.
    #[must_use]
    pub const fn with_text(self, bytes: usize) -> Self {
        Self {
            text: bytes,
            ..self
        }
    }

    /// Sets the number of faults after which the reader stops; it reports at least one.
    #[must_use]
    pub const fn with_faults(self, faults: usize) -> Self {
        Self { faults, ..self }
    }

    /// Returns the number of lists and objects that may stand inside each other.
    #[must_use]
    pub const fn depth(&self) -> usize {
        self.depth
    }

    /// Returns the number of values that a document may have.
    #[must_use]
    pub const fn values(&self) -> usize {
        self.values
    }

    /// Returns the number of bytes that one text may have.
    #[must_use]
    pub const fn text(&self) -> usize {
        self.text
    }

    /// Returns the number of faults after which the reader stops.
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
