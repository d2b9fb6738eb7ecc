use alloc::vec::Vec;

use chrono::NaiveDate;

use crate::form::record;
use crate::loyalty::cards::genuine::GEN_16;
use crate::loyalty::foundation::up_to;
use crate::loyalty::policy::LoyaltyPolicy;
use crate::verdict::{Bound, Fact, Presence, Reading, Recorder};
use crate::vocab::known::Known;
use crate::vocab::time::Days;

record! {
    /// One contact between both sides (接触记录).
    #[derive(Copy, Hash)]
    pub closed struct Contact {
        /// The day of the contact.
        pub on: NaiveDate,
        /// The customer's part in it: present if it spoke or answered, absent if only we did.
        pub customer_spoke: Presence,
    }
}

impl Contact {
    pub(crate) const fn day(&self) -> NaiveDate {
        self.on
    }
}

/// GEN-16: both sides spoke with each other, within the days that the policy names. A contact in which only
/// we spoke is none.
pub(crate) fn communicates<R: Recorder>(
    policy: &LoyaltyPolicy,
    contacts: &Known<Vec<Contact>>,
    as_of: NaiveDate,
    r: &mut R,
) -> Option<bool> {
    let (fact, within) = (Fact::Communication, policy.contact_within());
    let exchanges = up_to(contacts, Contact::day, as_of);
    let exchanges = exchanges.filter(|contact| contact.customer_spoke.is_present());
    let last = exchanges.map(Contact::day).max();
    let age = last.and_then(|last| Days::between(last, as_of));
    let holds = |age: Option<Days>| age.is_some_and(|age| age <= within);
    let known = contacts.as_ref().map(|_| age);
    r.open(&GEN_16, fact, known, holds, |age| match age {
        Some(age) => Reading::days(age, Bound::AtMost, within),
        None => Reading::present(false),
    });
    told(known, holds(age))
}

/// Returns what a known fact comes to: a guess may say that it lacks, and never that it holds.
pub(crate) fn told<T>(known: Known<T>, holds: bool) -> Option<bool> {
    let grade = known.grade()?;
    (!holds || grade >= crate::vocab::known::Grade::OWN_WORD).then_some(holds)
}

#[cfg(test)]
mod tests {
    use alloc::vec::Vec;

    use super::{Contact, communicates};
    use crate::loyalty::policy::LoyaltyPolicy;
    use crate::verdict::Presence::{Absent, Present};
    use crate::verdict::{Findings, Presence};
    use crate::vocab::known::{Grade, Known};

    #[test]
    fn both_sides_spoke_within_ninety_days() {
        let today = chrono::NaiveDate::from_ymd_opt(2024, 12, 31).unwrap_or_default();
        type Row<'a> = (&'a [(i64, Presence)], Grade, Option<bool>);
        let table: [Row<'_>; 8] = [
            (&[(90, Present)], Grade::Measured, Some(true)),
            (&[(91, Present)], Grade::Measured, Some(false)),
            (&[(0, Absent), (91, Present)], Grade::Measured, Some(false)),
            (&[(300, Present), (2, Present)], Grade::Measured, Some(true)),
            (&[(2, Absent)], Grade::Measured, Some(false)),
            (&[], Grade::Measured, Some(false)),
            (&[(2, Present)], Grade::Estimated, None),
            // What is dated later is ignored.
            (&[(-1, Present)], Grade::Measured, Some(false)),
        ];
        for (contacts, grade, expected) in table {
            let contact = |(age, customer_spoke): &(i64, Presence)| Contact {
                on: today
                    .checked_sub_signed(chrono::TimeDelta::days(*age))
                    .unwrap_or_default(),
                customer_spoke: *customer_spoke,
            };
            let known = Known::graded(contacts.iter().map(contact).collect::<Vec<_>>(), grade);
            let mut told = None;
            let findings = Findings::of(|r| {
                told = communicates(&LoyaltyPolicy::standard(), &known, today, r);
            });
            assert_eq!(told, expected, "{contacts:?}");
            let breached = findings.breaches().count();
            assert_eq!(
                breached,
                usize::from(expected == Some(false)),
                "{contacts:?}"
            );
        }
    }
}
