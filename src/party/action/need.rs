use crate::form::record;
use crate::vocab::benefit::Horizon;
use crate::vocab::words::{NeedKind, Role};

record! {
    /// A need of one of the four parties (需求).
    #[derive(Copy, Hash)]
    pub closed struct Need {
        /// The party that has the need.
        pub holder: Role,
        /// The kind of the need.
        pub kind: NeedKind,
        /// The time until the need comes due.
        pub horizon: Horizon,
    }
}
