//! The enforcement of the receivables policy, and the decisions beside it (执行: REC).
//!
//! ```text
//! CustomerAccount + Ledger + Dunning      -> policy_record -> PolicyRecord   the triggers, actions and waivers of an account
//! PolicyRecord + ReceivablePolicy         -> enforcement -> Enforcement   was every trigger acted upon or waived?
//! CollectionDecisions + ReceivablePolicy  -> discretion  -> Discretion    which part was decided by no rule?
//! ```
//!
//! - *Looks at*: The triggers of the policy, the actions and waivers with their people, and the
//!   decisions taken in collecting.
//! - *Why*: A rule that exists and is not carried out is a failure of its own.
//! - *Breaks it*: A trigger that was ignored, waived before its day, or waived beyond the room that the
//!   policy grants to the authority. A decision that only claims a rule or a room is ad hoc.
//! - *Keeps it*: Triggers applied on their day or later, or waived by then by an authority with room.
//! - *Rules*: REC-04, REC-05.
//!
//! # Examples
//!
//! The policy required late interest, and it was charged on its day.
//!
//! ```
//! use chrono::NaiveDate;
//! use keqing::receivable::ReceivablePolicy;
//! use keqing::receivable::enforcement::{
//!     EnforcementStrength, PolicyAction, PolicyRecord, PolicyTrigger, TriggerKind, enforcement,
//! };
//!
//! let on = NaiveDate::from_ymd_opt(2024, 3, 1).ok_or("no such date")?;
//! let (document, kind) = ("17".parse()?, TriggerKind::Interest);
//! let mut record = PolicyRecord::new(on);
//! record.triggers.push(PolicyTrigger { document, kind, on });
//! record.actions.push(PolicyAction { document, kind, on });
//! let found = enforcement(&ReceivablePolicy::standard(), &record)?;
//! let found = found.value().ok_or("nothing triggered")?;
//! assert_eq!(found.strength, EnforcementStrength::Sufficient);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

#[cfg(test)]
mod account_tests;
mod approved;
mod discretion;
mod of_account;
mod policy;
mod record;
#[cfg(test)]
mod tests;
mod trigger;

pub use approved::ApprovedWaiver;
pub use discretion::{CollectionDecision, DecisionBasis, Discretion, discretion};
pub use of_account::policy_record;
pub use policy::EnforcementPolicy;
pub use record::{PolicyRecord, PolicyRecordError};
pub use trigger::{PolicyAction, PolicyTrigger, TriggerKind};

use alloc::vec::Vec;

use crate::form::record;
use crate::receivable::cards::REC_04;
use crate::receivable::policy::ReceivablePolicy;
use crate::verdict::{Assessment, Bound, Evidence, Fact, Recorder, Severity};
use crate::vocab::share::Share;
use crate::vocab::words::words;
use record::TriggerAnswer;

record! {
    /// The enforcement of a policy (执行评定).
    #[non_exhaustive]
    #[derive(Hash)]
    pub struct Enforcement {
        /// The number of triggers.
        pub triggered: u32,
        /// The number of triggers that were acted upon.
        pub applied: u32,
        /// The number of triggers that were waived instead.
        pub waived: u32,
        /// The triggers that were neither acted upon nor waived, in the order of the record.
        pub ignored: Vec<PolicyTrigger>,
        /// The part of the triggers that was acted upon or waived.
        pub rate: Share,
        /// The strength of the enforcement.
        pub strength: EnforcementStrength,
    }
}

words! {
    /// The strength of the enforcement of a policy (执行力度).
    pub closed enum EnforcementStrength {
        /// The handled share is less than the policy requires.
        Weak = "weak", "weak enforcement", "执行不力", "執行不力";
        /// The handled share is as large as the policy requires, or larger.
        Sufficient = "sufficient", "sufficient enforcement", "执行到位", "執行到位";
    }
}

/// Assesses the enforcement of a policy ([`REC_04`]).
///
/// A trigger is applied if its action was taken on the same document on its day or later. Otherwise it
/// is waived if a waiver of the same action counts, else ignored. A waiver counts if all of these hold:
///
/// - It was given on the day of the trigger or later.
/// - The policy grants room for it to its authority. A step of the ladder has no room of its own, and room
///   for any subject suffices for it.
/// - It is not one waiver too many of its subject in the policy's period, by the record.
/// - As far as the record states them, its amount and its share of the claim are within the room, a document
///   shows its reason, and the person has no stake. These are the bounds of
///   [`judge_waiver`](crate::receivable::waiver::judge_waiver); one that is not stated decides nothing.
///
/// A waiver that does not count enforces nothing, and the finding says what it lacks.
///
/// Enforcement is weak if the part that is applied or waived is below the policy's threshold. The value
/// is `None` if nothing was triggered.
///
/// # Errors
///
/// [`PolicyRecordError`] is returned when an entry lies after the date of the record, or a trigger
/// is given twice.
///
/// # Examples
///
/// ```
/// use chrono::NaiveDate;
/// use keqing::receivable::ReceivablePolicy;
/// use keqing::receivable::enforcement::{
///     EnforcementStrength, PolicyRecord, PolicyTrigger, TriggerKind, enforcement,
/// };
///
/// let day = NaiveDate::from_ymd_opt(2024, 3, 1).ok_or("no such date")?;
/// let trigger = PolicyTrigger { document: "17".parse()?, kind: TriggerKind::Interest, on: day };
/// let mut record = PolicyRecord::new(day);
/// record.triggers.push(trigger);
/// let answer = enforcement(&ReceivablePolicy::standard(), &record)?.into_value().ok_or("none")?;
/// assert_eq!(answer.ignored, [trigger]);
/// assert_eq!(answer.strength, EnforcementStrength::Weak);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn enforcement(
    policy: &ReceivablePolicy,
    record: &PolicyRecord,
) -> Result<Assessment<Enforcement>, PolicyRecordError> {
    record.check()?;
    let found = Assessment::of(|r| consult(policy, record, r));
    Ok(policy.severities().weighed(found))
}

/// The triggers of the policy are applied, or waived as it says (REC-04).
///
/// A lapse is a warning. Only a waiver that is still to be decided can be barred.
fn consult<R: Recorder>(
    policy: &ReceivablePolicy,
    record: &PolicyRecord,
    r: &mut R,
) -> Option<Enforcement> {
    let (mut triggered, mut applied, mut waived) = (0_u32, 0_u32, 0_u32);
    let mut ignored = Vec::new();
    for trigger in &record.triggers {
        triggered = triggered.saturating_add(1);
        let answer = record.answer(trigger, policy.waiver());
        match answer {
            TriggerAnswer::Applied => applied = applied.saturating_add(1),
            TriggerAnswer::Waived => waived = waived.saturating_add(1),
            _ => ignored.push(*trigger),
        }
        r.require_at(&REC_04, Severity::Warning, answer.is_enforced(), || {
            answer.evidence(trigger)
        });
    }
    let handled = u64::from(applied.saturating_add(waived));
    // There is no share of nothing: without triggers there is no finding.
    let Ok(rate) = Share::new(handled, u64::from(triggered)) else {
        r.pass_over(&REC_04, Fact::EnforcementRate);
        return None;
    };
    let least = policy.enforcement().enforced_from();
    if least == Share::NONE {
        r.pass_over(&REC_04, Fact::EnforcementRate);
    } else {
        r.require_at(&REC_04, Severity::Warning, rate >= least, || {
            Evidence::share(Fact::EnforcementRate, rate, Bound::AtLeast, least)
        });
    }
    let strength = if rate >= least {
        EnforcementStrength::Sufficient
    } else {
        EnforcementStrength::Weak
    };
    Some(Enforcement {
        triggered,
        applied,
        waived,
        ignored,
        rate,
        strength,
    })
}
