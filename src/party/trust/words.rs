use alloc::vec::Vec;

use crate::form::record;
use crate::vocab::known::{Contradiction, Grade, Stated};
use crate::vocab::name::PersonId;
use crate::vocab::words::{Side, Trust, TrustLevel};

record! {
    /// The trust of one person in the people across (个人信任), by the person's statements.
    #[derive(Hash)]
    pub closed struct PersonTrust {
        /// The person, by the id of the register.
        pub person: PersonId,
        /// The level of the trust.
        #[serde(default)]
        pub level: Stated<TrustLevel>,
    }
}

record! {
    /// The voice of one person about trust (信任之声): the level that counts on the day.
    #[derive(Copy, Hash)]
    pub closed struct TrustVoice {
        /// The side on which the person stands.
        pub side: Side,
        /// The person.
        pub person: PersonId,
        /// The level of the trust.
        pub level: TrustLevel,
        /// The grade of its evidence.
        pub grade: Grade,
    }
}

record! {
    /// Trust in a relationship as a whole (信任状况): the aggregates, and the least and the most trust (PTY-02).
    #[non_exhaustive]
    #[derive(Hash)]
    pub struct TrustPicture {
        /// The aggregate of each kind, kept apart.
        /// Between the people it is the level that more than half of them reach; between the
        /// organizations it is the level given.
        pub aggregate: Trust,
        /// The person who trusts least, the first by id of several.
        /// It is `None` if nobody's trust is known.
        pub worst: Option<TrustVoice>,
        /// The person who trusts most, the first by id of several.
        pub best: Option<TrustVoice>,
        /// The number of statements that were made after the day, and are left out.
        pub ahead: u32,
        /// The statements of one person, or about the organizations, that differ.
        pub contradictions: Vec<Contradiction>,
    }
}
