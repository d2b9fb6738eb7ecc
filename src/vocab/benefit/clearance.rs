use chrono::NaiveDate;

use crate::form::record;
use crate::vocab::known::Grade;
use crate::vocab::money::Money;
use crate::vocab::name::PersonId;
use crate::vocab::words::{Role, words};

words! {
    /// The word of the integrity office (审查结论), the stricter one first.
    pub closed enum ClearanceWord {
        /// The office refused the benefit.
        Refused = "absent", "refused", "不予许可", "不予許可";
        /// The office cleared the benefit.
        Cleared = "present", "cleared", "准予许可", "准予許可";
    }
}

record! {
    /// The word of the integrity office about a benefit (廉洁审查结论).
    #[non_exhaustive]
    #[derive(Copy, Hash)]
    pub struct Clearance {
        /// The word: `present` is a clearance, `absent` is a refusal.
        pub word: ClearanceWord,
        /// The grade of the evidence for it: recorded, said, or guessed.
        pub grade: Grade,
        /// The day on which it was given.
        pub on: NaiveDate,
        /// The person who gave it, by the id of the register.
        pub by: Option<PersonId> => with_by,
        /// The benefits for which it was given.
        pub scope: ClearanceScope,
    }
}

impl Clearance {
    /// Makes a word that nobody in particular gave.
    #[must_use]
    pub const fn new(
        word: ClearanceWord,
        grade: Grade,
        on: NaiveDate,
        scope: ClearanceScope,
    ) -> Self {
        Self {
            word,
            grade,
            on,
            by: None,
            scope,
        }
    }
}

record! {
    /// The benefits for which a clearance was given (审查范围): those of one party, up to an amount.
    #[non_exhaustive]
    #[derive(Copy, Hash)]
    pub struct ClearanceScope {
        /// The party whose benefit was looked at.
        pub party: Role,
        /// The largest amount that was cleared; without one, the amount was not looked at.
        pub up_to: Option<Money> => with_up_to,
    }
}

impl ClearanceScope {
    /// Makes the scope of the benefits of one party, of whatever amount.
    #[must_use]
    pub const fn new(party: Role) -> Self {
        Self { party, up_to: None }
    }

    /// Returns whether a benefit of a party is within the scope; an amount in another currency is not.
    #[must_use]
    pub fn covers(&self, party: Role, amount: Option<Money>) -> bool {
        let within = match (self.up_to, amount) {
            (None, _) => true,
            (Some(_), None) => false,
            (Some(most), Some(amount)) => {
                most.currency() == amount.currency() && amount.amount() <= most.amount()
            }
        };
        self.party == party && within
    }
}
