//! The enforcement of the receivables policy, and the decisions beside it (执行: REC).
//!
//! ```text
//! PolicyRecord + EnforcementPolicy        -> enforcement -> Enforcement   was every trigger acted upon or waived?
//! CollectionDecisions + DiscretionPolicy  -> discretion  -> Discretion    which part was decided by no rule?
//! ```
//!
//! - *Looks at*: The triggers of the policy, the actions and waivers with their people, and the
//!   decisions taken in collecting.
//! - *Why*: A rule that exists and is not carried out is a failure of its own.
//! - *Breaks it*: A trigger that was ignored, or waived without the authority. More discretion than
//!   the policy allows.
//! - *Keeps it*: Triggers applied on their day or later, or waived within an authority.
//! - *Rules*: REC-04, REC-05.
//!
//! # Examples
//!
//! The policy required late interest, and it was charged on its day.
//!
//! ```
//! use chrono::NaiveDate;
//! use keqing::receivable::enforcement::{
//!     EnforcementPolicy, EnforcementStrength, PolicyAction, PolicyRecord, PolicyTrigger,
//!     TriggerKind, enforcement,
//! };
//!
//! let on = NaiveDate::from_ymd_opt(2024, 3, 1).ok_or("no such date")?;
//! let (document, kind) = ("17".parse()?, TriggerKind::Interest);
//! let mut record = PolicyRecord::new(on);
//! record.triggers.push(PolicyTrigger { document, kind, on });
//! record.actions.push(PolicyAction { document, kind, on });
//! let found = enforcement(&EnforcementPolicy::standard(), &record)?;
//! let found = found.value().ok_or("nothing triggered")?;
//! assert_eq!(found.strength, EnforcementStrength::Sufficient);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod discretion;
mod record;

pub use discretion::{CollectionDecision, DecisionBasis, Discretion, DiscretionPolicy, discretion};
pub use record::{
    ApprovedWaiver, PolicyAction, PolicyRecord, PolicyRecordError, PolicyTrigger, TriggerKind,
};

use alloc::vec::Vec;

use crate::form::record;
use crate::receivable::cards::REC_04;
use crate::vocab::words::words;

use crate::verdict::{Assessment, Bound, Evidence, Fact, Recorder, Subject};
use crate::vocab::share::Share;

record! {
    /// The least part of a policy that has to be carried out (执行政策), REC-04.
    ///
    /// In the [`standard`](Self::standard) every trigger is acted upon or waived.
    ///
    /// # Examples
    ///
    /// ```
    /// use keqing::receivable::enforcement::EnforcementPolicy;
    /// use keqing::vocab::share::Share;
    ///
    /// let lenient = EnforcementPolicy::standard().with_enforced_from(Share::percent(95)?);
    /// assert_eq!(lenient.enforced_from(), Share::percent(95)?);
    /// # Ok::<(), keqing::vocab::share::ShareError>(())
    /// ```
    #[derive(Copy, Hash)]
    pub struct EnforcementPolicy {
        /// The least share of the triggers that has to be acted upon or waived.
        enforced_from: Share => "REC-04",
    }
}

impl EnforcementPolicy {
    /// Returns the policy that the rulebook settled on.
    #[must_use]
    pub const fn standard() -> Self {
        Self {
            enforced_from: Share::ALL,
        }
    }

    /// Sets the least share of handled triggers with which enforcement is sufficient.
    #[must_use]
    pub const fn with_enforced_from(self, share: Share) -> Self {
        Self {
            enforced_from: share,
        }
    }

    /// Returns the least share of handled triggers with which enforcement is sufficient.
    #[must_use]
    pub const fn enforced_from(&self) -> Share {
        self.enforced_from
    }
}

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
/// A trigger is applied if its action was taken on the same document on its day or later. Otherwise
/// it is waived if somebody with the authority waived it at any time, else ignored. Enforcement is
/// weak if the part that is applied or waived is below the policy's threshold. The value is `None`
/// if nothing was triggered.
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
/// use keqing::receivable::enforcement::{
///     EnforcementPolicy, EnforcementStrength, PolicyRecord, PolicyTrigger, TriggerKind,
///     enforcement,
/// };
///
/// let day = NaiveDate::from_ymd_opt(2024, 3, 1).ok_or("no such date")?;
/// let trigger = PolicyTrigger { document: "17".parse()?, kind: TriggerKind::Interest, on: day };
/// let mut record = PolicyRecord::new(day);
/// record.triggers.push(trigger);
/// let answer = enforcement(&EnforcementPolicy::standard(), &record)?.into_value().ok_or("none")?;
/// assert_eq!(answer.ignored, [trigger]);
/// assert_eq!(answer.strength, EnforcementStrength::Weak);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn enforcement(
    policy: &EnforcementPolicy,
    record: &PolicyRecord,
) -> Result<Assessment<Enforcement>, PolicyRecordError> {
    record.check()?;
    Ok(Assessment::of(|r| consult(policy, record, r)))
}

/// REC-04: the triggers of the policy are applied, or waived as it says.
fn consult<R: Recorder>(
    policy: &EnforcementPolicy,
    record: &PolicyRecord,
    r: &mut R,
) -> Option<Enforcement> {
    let (mut triggered, mut applied, mut waived) = (0_u32, 0_u32, 0_u32);
    let mut ignored = Vec::new();
    for trigger in &record.triggers {
        triggered = triggered.saturating_add(1);
        let handled = record.answer(trigger);
        match handled {
            Some(Fact::TriggerAction) => applied = applied.saturating_add(1),
            Some(_) => waived = waived.saturating_add(1),
            None => ignored.push(*trigger),
        }
        r.require(&REC_04, handled.is_some(), || {
            let fact = handled.unwrap_or(Fact::TriggerAction);
            let about = Subject::Document {
                id: trigger.document,
            };
            Evidence::present(fact, handled.is_some()).of(about)
        });
    }
    let handled = u64::from(applied.saturating_add(waived));
    // There is no share of nothing: without triggers there is no finding.
    let Ok(rate) = Share::new(handled, u64::from(triggered)) else {
        r.pass_over(&REC_04, Fact::EnforcementRate);
        return None;
    };
    let least = policy.enforced_from();
    r.require(&REC_04, rate >= least, || {
        Evidence::share(Fact::EnforcementRate, rate, Bound::AtLeast, least)
    });
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

#[cfg(test)]
mod tests {
    use alloc::boxed::Box;
    use alloc::string::ToString;
    use core::error::Error;

    use chrono::NaiveDate;

    use super::{EnforcementPolicy, EnforcementStrength, enforcement};
    use crate::receivable::dunning;
    use crate::receivable::enforcement::record::{
        ApprovedWaiver, PolicyAction, PolicyRecord, PolicyTrigger, TriggerKind,
    };
    use crate::vocab::share::Share;

    type Checked = Result<(), Box<dyn Error>>;

    fn day(number: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2024, 5, number).unwrap_or_default()
    }

    fn trigger(document: &str, kind: TriggerKind) -> Result<PolicyTrigger, Box<dyn Error>> {
        let (document, on) = (document.parse()?, day(10));
        Ok(PolicyTrigger { document, kind, on })
    }

    /// Five triggers: one is acted upon, one waived, and three ignored: the action came before the
    /// trigger, was of another kind, or never came.
    fn record() -> Result<PolicyRecord, Box<dyn Error>> {
        let remind = TriggerKind::Dunning(dunning::Step::Remind);
        let mut record = PolicyRecord::new(day(20));
        for document in ["1", "2", "3", "4", "5"] {
            record.triggers.push(trigger(document, remind)?);
        }
        for (document, kind, on) in [
            ("1", remind, 10),
            ("3", remind, 9),
            ("4", TriggerKind::Interest, 11),
        ] {
            let (document, on) = (document.parse()?, day(on));
            record.actions.push(PolicyAction { document, kind, on });
        }
        record.waivers.push(ApprovedWaiver {
            document: "2".parse()?,
            kind: remind,
            on: day(8),
            by: "zhao-min".parse()?,
        });
        Ok(record)
    }

    #[test]
    fn a_trigger_is_applied_waived_or_ignored() -> Checked {
        let answer = enforcement(&EnforcementPolicy::standard(), &record()?)?;
        // Three triggers and the rate.
        assert_eq!(answer.findings().breaches().count(), 4);
        let found = answer.into_value().ok_or("nothing triggered")?;
        assert_eq!((found.triggered, found.applied, found.waived), (5, 1, 1));
        let remind = TriggerKind::Dunning(dunning::Step::Remind);
        let ignored = [
            trigger("3", remind)?,
            trigger("4", remind)?,
            trigger("5", remind)?,
        ];
        assert_eq!(found.ignored, ignored);
        assert_eq!(found.rate, Share::new(2, 5)?);
        Ok(())
    }

    #[test]
    fn enforcement_is_weak_below_the_threshold() -> Checked {
        for (percent, strength) in [
            (40, EnforcementStrength::Sufficient),
            (41, EnforcementStrength::Weak),
            (100, EnforcementStrength::Weak),
        ] {
            let policy = EnforcementPolicy::standard().with_enforced_from(Share::percent(percent)?);
            let found = enforcement(&policy, &record()?)?
                .into_value()
                .ok_or("none")?;
            assert_eq!(found.strength, strength, "{percent}");
        }
        Ok(())
    }

    #[test]
    fn where_nothing_was_triggered_there_is_nothing_to_say() -> Checked {
        let answer = enforcement(&EnforcementPolicy::standard(), &PolicyRecord::new(day(1)))?;
        assert_eq!(answer.value(), None);
        assert_eq!(answer.findings().gaps().count(), 0);
        Ok(())
    }

    #[test]
    fn a_record_that_cannot_be_is_refused() -> Checked {
        let mut twice = PolicyRecord::new(day(10));
        twice.triggers.push(trigger("1", TriggerKind::Fee)?);
        twice.triggers.push(trigger("1", TriggerKind::Fee)?);
        let mut late = PolicyRecord::new(day(9));
        late.triggers.push(trigger("1", TriggerKind::Fee)?);
        let cases = [
            (
                twice,
                "a trigger of `1` is there twice, expected one entry a document and kind",
            ),
            (
                late,
                "an entry of 2024-05-10 is after 2024-05-09, expected dates up to that day",
            ),
        ];
        for (record, expected) in cases {
            let error = enforcement(&EnforcementPolicy::standard(), &record).err();
            assert_eq!(
                error.map(|error| error.to_string()).as_deref(),
                Some(expected)
            );
        }
        Ok(())
    }
}
