use chrono::NaiveDate;

use crate::form::{choice, record};
use crate::receivable::dunning;
use crate::receivable::waiver::WaiverSubject;
use crate::vocab::name::DocumentId;
use crate::vocab::words::Text;

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
    /// Returns the subject in which an authority needs room to waive the action.
    ///
    /// It is `None` for a step of the ladder, which has no room of its own: room for any subject suffices.
    pub(super) const fn subject(self) -> Option<WaiverSubject> {
        match self {
            Self::Interest => Some(WaiverSubject::Interest),
            Self::Fee => Some(WaiverSubject::Fee),
            Self::Discount => Some(WaiverSubject::DiscountDeadline),
            Self::CreditHold => Some(WaiverSubject::CreditLimit),
            Self::Dunning(_) => None,
        }
    }

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
