use crate::form::record;
use crate::vocab::name::PersonId;
use crate::vocab::share::Share;
use crate::vocab::words::words;

words! {
    /// Whether an operator's interest coincides with the organization's (利益一致类型).
    pub closed enum AlignmentKind {
        /// It does: the operator owns what the organization gains, or nothing is in conflict (ALN-01).
        Aligned = "aligned", "aligned", "一致", "一致";
        /// It differs (ALN-02).
        Misaligned = "misaligned", "misaligned", "不一致", "不一致";
    }
}

words! {
    /// What an alignment rests on (认定依据), weakest first.
    pub closed enum AlignmentBasis {
        /// Only on what ownership and size let one expect.
        Prior = "prior", "expectation", "预期", "預期";
        /// On the stake of the operator or on named conflicts.
        Evidence = "evidence", "evidence", "实据", "實據";
    }
}

record! {
    /// How the interests of one side's operators and of their organization stand to each other (一方利益关系).
    ///
    /// The people of a side are taken together; the worst of them is named, because an average hides
    /// conflicts (PTY-02). Each person is told by the findings.
    #[non_exhaustive]
    #[derive(Copy, Hash)]
    pub struct Alignment {
        /// The type: aligned where every operator is.
        pub kind: AlignmentKind,
        /// The weakest basis on which the type rests.
        pub basis: AlignmentBasis,
        /// How far the conflicts are coordinated, by weight, over all operators (ALN-04): all of them
        /// where everybody is aligned; `None` where conflicts of an operator are unknown.
        pub coordination: Option<Share>,
        /// The misaligned person with the least coordination, the first given of several; `None` where
        /// everybody is aligned.
        pub worst: Option<PersonId>,
    }
}
