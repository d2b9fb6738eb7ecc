use alloc::boxed::Box;
use alloc::collections::BTreeSet;
use alloc::vec::Vec;

use chrono::NaiveDate;
use thiserror::Error;

use crate::form::{Several, choice, every, record, several};
use crate::receivable::dunning;
use crate::verdict::Fact;
use crate::vocab::name::{DocumentId, PersonId};
use crate::vocab::words::Text;

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
        /// The waivers by people with the authority.
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

    /// Returns the fact that answers a trigger: an action, else a waiver, else none.
    pub(crate) fn answer(&self, trigger: &PolicyTrigger) -> Option<Fact> {
        let PolicyTrigger { document, kind, on } = *trigger;
        let acted = self
            .actions
            .iter()
            .any(|action| action.document == document && action.kind == kind && on <= action.on);
        let waived = || {
            let mut waivers = self.waivers.iter();
            waivers.any(|waiver| waiver.document == document && waiver.kind == kind)
        };
        if acted {
            Some(Fact::TriggerAction)
        } else if waived() {
            Some(Fact::WaiverAuthority)
        } else {
            None
        }
    }
}

choice! {
    /// The kind of a trigger of the policy (触发事项类别).
    #[non_exhaustive]
    #[derive(Copy, Hash, Ord, PartialOrd)]
    pub enum TriggerKind {
        /// Late interest is to be charged.
        Interest,
        /// A fee or compensation is to be charged.
        Fee,
        /// A discount that was wrongly taken is to be claimed back.
        Discount,
        /// A step of the dunning ladder is to be taken.
        Dunning(dunning::Step),
        /// A sale is to be held.
        CreditHold,
    }
}

impl TriggerKind {
    /// Returns the name for people.
    #[must_use]
    pub const fn text(self) -> Text {
        match self {
            Self::Interest => Text::new("late interest", "逾期利息", "逾期利息"),
            Self::Fee => Text::new("fee", "费用", "費用"),
            Self::Discount => Text::new("discount", "折扣", "折扣"),
            Self::Dunning(step) => step.text(),
            Self::CreditHold => Text::new("credit hold", "信用冻结", "信用凍結"),
        }
    }
}

record! {
    /// A trigger: an action that the policy requires (触发事项).
    #[derive(Copy, Hash)]
    pub closed struct PolicyTrigger {
        /// The document that the trigger is about.
        pub document: DocumentId,
        /// The kind of action that is required.
        pub kind: TriggerKind,
        /// The first day on which the action is required.
        pub on: NaiveDate,
    }
}

record! {
    /// An action that was taken (执行动作): it answers the trigger of its document and kind.
    #[derive(Copy, Hash)]
    pub closed struct PolicyAction {
        /// The document that the action is about.
        pub document: DocumentId,
        /// The kind of action that was taken.
        pub kind: TriggerKind,
        /// The day of the action.
        pub on: NaiveDate,
    }
}

record! {
    /// A waiver by a person with the authority (经批准的减免).
    #[derive(Copy, Hash)]
    pub closed struct ApprovedWaiver {
        /// The document that the waiver is about.
        pub document: DocumentId,
        /// The kind of action that was waived.
        pub kind: TriggerKind,
        /// The day of the waiver.
        pub on: NaiveDate,
        /// The person who approved the waiver.
        pub by: PersonId,
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
