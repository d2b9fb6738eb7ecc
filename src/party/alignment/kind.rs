use alloc::vec::Vec;

use crate::form::record;
use crate::vocab::answers::AlignmentKind;
use crate::vocab::name::{Label, PersonId};
use crate::vocab::share::Share;
use crate::vocab::words::words;

words! {
    /// The basis of a judgement about alignment (认定依据), weakest first.
    pub closed enum AlignmentBasis {
        /// Only the expectation from ownership and size.
        Prior = "prior", "expectation", "预期", "預期";
        /// The stake of the operator, or named conflicts.
        Evidence = "evidence", "evidence", "实据", "實據";
    }
}

record! {
    /// The agreement of the interests of one side's operators with their organization's (一方利益关系).
    ///
    /// The people of a side are taken together. The worst of them is named, because an average
    /// hides conflicts (PTY-02). The findings state each person.
    #[non_exhaustive]
    #[derive(Hash)]
    pub struct Alignment {
        /// The type: that of the operator who agrees least.
        pub kind: AlignmentKind,
        /// The weakest basis on which the type rests.
        pub basis: AlignmentBasis,
        /// The coordination of the conflicts of all operators, by weight (ALN-04).
        /// It is the whole if everybody is aligned, and `None` if conflicts of an operator are unknown.
        pub coordination: Option<Share>,
        /// The person of the worst type with the least coordination, the first by id of several.
        /// It is `None` if everybody is aligned.
        pub worst: Option<PersonId>,
        /// The conflicts that are open, by person and name.
        pub open: Vec<OpenConflict>,
    }
}

record! {
    /// A conflict that is not resolved, with the person who has it (未解决的冲突).
    #[derive(Copy, Hash, Ord, PartialOrd)]
    pub closed struct OpenConflict {
        /// The person.
        pub person: PersonId,
        /// The name of the conflict.
        pub name: Label,
    }
}
