use crate::verdict::evidence::{Evidence, Reading, Subject};
use crate::verdict::fact::Fact;
use crate::vocab::known::Grade;

/// A fact by which something opens: its subject, and the least grade that opens.
#[derive(Clone, Copy, Debug)]
pub(crate) struct About {
    pub(crate) fact: Fact,
    pub(crate) subject: Subject,
    pub(crate) required: Grade,
}

impl About {
    /// Makes a fact of our own ledger, which only a measurement opens.
    ///
    /// The word of a debtor about its own debt is none.
    #[inline(always)]
    pub(crate) const fn ledger(fact: Fact) -> Self {
        Self {
            fact,
            subject: Subject::Relationship,
            required: Grade::Measured,
        }
    }

    /// Returns whether evidence of a grade opens; unknown evidence opens nothing.
    #[inline(always)]
    pub(crate) fn opens(self, grade: Option<Grade>) -> bool {
        grade.is_some_and(|grade| grade >= self.required)
    }

    /// Makes the evidence of a reading of the fact.
    #[inline(always)]
    pub(crate) const fn reads(self, reading: Reading) -> Evidence {
        Evidence::new(self.fact, reading).of(self.subject)
    }
}

impl From<Fact> for About {
    #[inline(always)]
    fn from(fact: Fact) -> Self {
        (fact, Subject::Relationship).into()
    }
}

impl From<(Fact, Subject)> for About {
    #[inline(always)]
    fn from((fact, subject): (Fact, Subject)) -> Self {
        Self {
            fact,
            subject,
            required: Grade::OWN_WORD,
        }
    }
}
