use crate::form::record;
use crate::vocab::known::Known;
use crate::vocab::words::words;

words! {
    /// The level that trust has reached (信任程度), least first.
    ///
    /// Trust between people and trust between organizations are two facts; see [`Trust`].
    pub closed enum TrustLevel {
        /// No trust yet.
        Absent = "absent", "none", "尚无", "尚無";
        /// First trust: still under observation.
        First = "first", "first trust", "初步信任", "初步信任";
        /// Full trust: commitments are relied on.
        Full = "full", "full trust", "充分信任", "充分信任";
    }
}

record! {
    /// Trust between the people and trust between the organizations (信任), kept apart.
    ///
    /// One does not stand for the other: personal trust leaves with the person, organizational trust
    /// stays.
    #[derive(Copy, Default, Hash)]
    #[serde(default)]
    pub closed struct Trust {
        /// The trust between the people of both sides.
        pub personal: Known<TrustLevel>,
        /// The trust between the two organizations.
        pub organizational: Known<TrustLevel>,
    }
}
