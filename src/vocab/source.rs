//! Data with their source (出处): the citation, and the degree to which it is confirmed.
//!
//! - *Looks at*: A datum that a law, an authority or a list states.
//! - *Why*: Data that nobody checked look the same as data read in the original.
//! - *Breaks it*: A datum from memory that is used as if it were confirmed.
//! - *Keeps it*: Confirmation at the source.
//! - *Rules*: None of its own.
//!
//! # Examples
//!
//! The degrees have an order, so a caller can ask for a least one.
//!
//! ```
//! use keqing::vocab::source::Confirmation;
//!
//! let read: Confirmation = "secondary".parse()?;
//! assert!(Confirmation::Disputed < read && read < Confirmation::Confirmed);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use crate::form::record;
use crate::vocab::words::words;
use alloc::borrow::Cow;

record! {
    /// A datum with its provenance (有出处的数据).
    ///
    /// # Examples
    ///
    /// ```
    /// use keqing::vocab::source::{Confirmation, Provenance, Sourced};
    /// use keqing::vocab::time::Days;
    ///
    /// let term = Sourced::new(Days::new(30), Provenance::new("the contract, clause 7", Confirmation::Confirmed));
    /// assert_eq!(term.value(), &Days::new(30));
    /// assert_eq!(term.provenance().source(), "the contract, clause 7");
    /// ```
    #[derive(Hash)]
    pub struct Sourced<T> {
        /// The datum.
        value: T,
        /// The source of the datum, and its degree of confirmation.
        provenance: Provenance,
    }
}

impl<T> Sourced<T> {
    /// Makes a datum with its provenance.
    pub const fn new(value: T, provenance: Provenance) -> Self {
        Self { value, provenance }
    }

    /// Returns the datum.
    pub const fn value(&self) -> &T {
        &self.value
    }

    /// Returns the provenance of the datum.
    pub const fn provenance(&self) -> &Provenance {
        &self.provenance
    }
}

record! {
    /// The source of a datum and its degree of confirmation (出处).
    ///
    /// # Examples
    ///
    /// See [`Sourced`].
    #[derive(Hash)]
    pub struct Provenance {
        /// The citation of the source.
        source: Cow<'static, str>,
        /// The degree of confirmation.
        confirmation: Confirmation,
    }
}

impl Provenance {
    /// Makes a provenance from the citation of a source.
    pub fn new(source: impl Into<Cow<'static, str>>, confirmation: Confirmation) -> Self {
        Self {
            source: source.into(),
            confirmation,
        }
    }

    /// Returns the citation.
    #[must_use]
    pub fn source(&self) -> &str {
        &self.source
    }

    /// Returns the degree of confirmation.
    #[must_use]
    pub const fn confirmation(&self) -> Confirmation {
        self.confirmation
    }
}

words! {
    /// The degree to which a datum is confirmed (核实程度), lowest first.
    pub closed enum Confirmation {
        /// The datum was written down from memory and not checked: check it before relying on it.
        FromMemory = "from-memory", "from memory", "凭记忆，未经核实", "憑記憶，未經查證";
        /// Sources disagree on the datum, or what was read leaves it open: settle it before relying on it.
        Disputed = "disputed", "sources disagree", "说法不一", "說法不一";
        /// The datum was read in a secondary source: a law firm, a trade paper, a collection of
        /// data.
        Secondary = "secondary", "secondary source", "二手来源", "次級來源";
        /// The datum was read in the law's own text or in a publication of its authority.
        Confirmed = "confirmed", "confirmed at the source", "已核对原文", "已核對原文";
    }
}

pub(crate) const fn confirmed<T>(value: T, source: &'static str) -> Sourced<T> {
    sourced(value, source, Confirmation::Confirmed)
}

pub(crate) const fn secondary<T>(value: T, source: &'static str) -> Sourced<T> {
    sourced(value, source, Confirmation::Secondary)
}

pub(crate) const fn from_memory<T>(value: T, source: &'static str) -> Sourced<T> {
    sourced(value, source, Confirmation::FromMemory)
}

pub(crate) const fn disputed<T>(value: T, source: &'static str) -> Sourced<T> {
    sourced(value, source, Confirmation::Disputed)
}

const fn sourced<T>(value: T, source: &'static str, confirmation: Confirmation) -> Sourced<T> {
    let source = Cow::Borrowed(source);
    let provenance = Provenance {
        source,
        confirmation,
    };
    Sourced { value, provenance }
}
