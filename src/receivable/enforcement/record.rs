use alloc::boxed::Box;
use alloc::collections::BTreeSet;
use alloc::vec::Vec;

use chrono::NaiveDate;
use thiserror::Error;

use crate::form::{Several, every, record, several};
use crate::receivable::enforcement::approved::{ApprovedWaiver, Lack};
use crate::receivable::enforcement::trigger::{PolicyAction, PolicyTrigger};
use crate::receivable::waiver::WaiverPolicy;
use crate::verdict::{Evidence, Fact, Subject};
use crate::vocab::name::DocumentId;

record! {
    /// The record of triggers, actions and waivers up to a date (执行记录).
    ///
    /// # Examples
    ///
    /// See [`enforcement`](crate::receivable::enforcement::enforcement).
    #[non_exhaustive]
    #[derive(Hash)]
    pub struct PolicyRecord {
        /// The last day of the record.
        pub as_of: NaiveDate,
        /// The triggers of the policy.
        pub triggers: Vec<PolicyTrigger> => with_triggers,
        /// The actions that were taken.
        pub actions: Vec<PolicyAction> => with_actions,
        /// The waivers that were given. The policy says which of them count.
        pub waivers: Vec<ApprovedWaiver> => with_waivers,
    }
}

impl PolicyRecord {
    /// Makes an empty record.
    #[must_use]
    pub const fn new(as_of: NaiveDate) -> Self {
        Self {
            as_of,
            triggers: Vec::new(),
            actions: Vec::new(),
            waivers: Vec::new(),
        }
    }

    /// Checks that each trigger is given once, and that nothing lies after the date of the record.
    pub(crate) fn check(&self) -> Result<(), PolicyRecordError> {
        let as_of = self.as_of;
        let days = self.triggers.iter().map(|trigger| trigger.on);
        let days = days.chain(self.actions.iter().map(|action| action.on));
        let days = days.chain(self.waivers.iter().map(|waiver| waiver.on));
        let later = days.filter(|on| as_of < *on);
        let later = later.map(|on| PolicyRecordError::AfterDate { on, as_of });
        let mut seen = BTreeSet::new();
        let triggers = self.triggers.iter();
        let again = triggers.filter(|trigger| !seen.insert((trigger.document, trigger.kind)));
        let again = again.map(|trigger| PolicyRecordError::TriggerTwice {
            document: trigger.document,
        });
        every(later.chain(again).map(Err))
    }

    /// Returns the answer to a trigger: an action, else a waiver that counts, else none.
    pub(super) fn answer(&self, trigger: &PolicyTrigger, rooms: &WaiverPolicy) -> TriggerAnswer {
        let PolicyTrigger { document, kind, on } = *trigger;
        let mut actions = self.actions.iter();
        if actions.any(|done| done.document == document && done.kind == kind && on <= done.on) {
            return TriggerAnswer::Applied;
        }
        let waivers = self.waivers.iter();
        let ours = waivers.filter(|waiver| waiver.document == document && waiver.kind == kind);
        let checked = ours.map(|waiver| (waiver, waiver.lack(on, rooms, &self.waivers)));
        let best = checked.min_by_key(|(waiver, lack)| {
            (lack.map_or(0, |lack| lack.rank()), waiver.on, waiver.by)
        });
        match best {
            None => TriggerAnswer::Ignored,
            Some((_, None)) => TriggerAnswer::Waived,
            Some((_, Some(lack))) => TriggerAnswer::Lacking(lack),
        }
    }
}

/// The answer of a record to one trigger.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum TriggerAnswer {
    /// The action was taken.
    Applied,
    /// A waiver counts instead.
    Waived,
    /// No waiver counts, and this is why the one that came nearest does not.
    Lacking(Lack),
    /// There is neither an action nor a waiver.
    Ignored,
}

impl TriggerAnswer {
    /// Returns whether the policy is carried out.
    pub(super) const fn is_enforced(self) -> bool {
        matches!(self, Self::Applied | Self::Waived)
    }

    /// Returns the evidence of the answer to a trigger.
    pub(super) fn evidence(self, trigger: &PolicyTrigger) -> Evidence {
        let evidence = match self {
            Self::Applied | Self::Ignored => {
                Evidence::present(Fact::TriggerAction, self == Self::Applied)
            }
            Self::Waived => Evidence::present(Fact::WaiverAuthority, true),
            Self::Lacking(lack) => lack.evidence(trigger.on),
        };
        evidence.of(Subject::Document {
            id: trigger.document,
        })
    }
}

/// Returned when a record has an entry after its date, or a trigger twice.
#[derive(Clone, Debug, Eq, Error, PartialEq)]
#[non_exhaustive]
pub enum PolicyRecordError {
    /// An entry lies after the date of the record.
    #[error("an entry of {on} is after {as_of}, expected dates up to that day")]
    AfterDate {
        /// The day given.
        on: NaiveDate,
        /// The date of the record.
        as_of: NaiveDate,
    },
    /// Several entries are at fault.
    #[error(transparent)]
    Several(Box<Several<Self>>),
    /// A trigger is given twice.
    #[error("a trigger of `{document}` is there twice, expected one entry a document and kind")]
    TriggerTwice {
        /// The document of the trigger.
        document: DocumentId,
    },
}

several!(pub PolicyRecordError);
