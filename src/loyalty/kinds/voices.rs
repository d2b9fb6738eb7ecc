use crate::form::record;
use crate::vocab::name::PersonId;
use crate::vocab::words::Stance;

record! {
    /// The spread of the voices of several people on one matter (众人之声的分歧).
    ///
    /// A person that gave two different marks on one day has a spread too.
    #[derive(Copy, Hash)]
    pub closed struct Spread {
        /// The stance of the voice that speaks worst of us.
        pub worst: Stance,
        /// The stance of the voice that speaks best of us.
        pub best: Stance,
        /// The person whose voice is the worst; `None` if the evidence names nobody.
        pub worst_by: Option<PersonId>,
    }
}

record! {
    /// The spread of each word of the customer on which its people differ (众人之声).
    ///
    /// A word on which they agree, or on which one person spoke, has no spread.
    #[derive(Copy, Default, Hash)]
    #[serde(default)]
    pub closed struct Voices {
        /// The spread of the emotional evaluations.
        pub evaluation: Option<Spread>,
        /// The spread of the intentions to buy again.
        pub intention: Option<Spread>,
        /// The spread of the words of trust.
        pub trust: Option<Spread>,
        /// The spread of the words of standing up for us.
        pub upholding: Option<Spread>,
    }
}
