use crate::form::record;
use crate::vocab::name::PersonId;
use crate::vocab::share::Share;
use crate::vocab::words::words;

words! {
    /// The agreement of an operator's interest with the organization's (利益一致类型).
    pub closed enum AlignmentKind {
        /// The interests coincide: the operator owns the gain, or no conflict exists (ALN-01).
        Aligned = "aligned", "aligned", "一致", "一致";
        /// The interests differ (ALN-02).
        Misaligned = "misaligned", "misaligned", "不一致", "不一致";
    }
}

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
    #[derive(Copy, Hash)]
    pub struct Alignment {
        /// The type: aligned if every operator is.
        pub kind: AlignmentKind,
        /// The weakest basis on which the type rests.
        pub basis: AlignmentBasis,
        /// The coordination of the conflicts of all operators, by weight (ALN-04).
        /// It is the whole if everybody is aligned, and `None` if conflicts of an operator are unknown.
        pub coordination: Option<Share>,
        /// The misaligned person with the least coordination, the first given of several.
        /// It is `None` if everybody is aligned.
        pub worst: Option<PersonId>,
    }
}
