use alloc::collections::BTreeSet;
use alloc::vec::Vec;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::receivable::DunningStep;
use crate::receivable::cards::REC_04;
use crate::verdict::{Assessment, Bound, Evidence, Fact, Recorder, Subject, Trace};
use crate::vocab::{DocumentId, PersonId, Share, Text};

/// How fully a policy has to be carried out (执行政策), REC-04.
///
/// In the [`standard`](Self::standard) every trigger is acted upon or waived.
///
/// # Examples
///
/// ```
/// use keqing::receivable::EnforcementPolicy;
/// use keqing::vocab::Share;
///
/// let lenient = EnforcementPolicy::standard().with_enforced_from(Share::percent(95)?);
/// assert_eq!(lenient.enforced_from(), Share::percent(95)?);
/// # Ok::<(), keqing::vocab::ShareError>(())
/// ```
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, PartialEq, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct EnforcementPolicy {
    enforced_from: Share,
}

impl EnforcementPolicy {
    /// Returns the policy that the rulebook settled on.
    #[must_use]
    pub const fn standard() -> Self {
        Self {
            enforced_from: Share::ALL,
        }
    }

    /// Sets from which share of handled triggers enforcement is not weak.
    #[must_use]
    pub const fn with_enforced_from(self, share: Share) -> Self {
        Self {
            enforced_from: share,
        }
    }

    /// Returns from which share of handled triggers enforcement is not weak.
    #[must_use]
    pub const fn enforced_from(&self) -> Share {
        self.enforced_from
    }
}

/// What a policy asked for and what was done, up to a date (执行记录).
///
/// # Examples
///
/// See [`enforcement`].
#[derive(Clone, Debug, Deserialize, Eq, Hash, PartialEq, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
#[non_exhaustive]
pub struct PolicyRecord {
    /// The last day of the record.
    pub as_of: NaiveDate,
    /// What the policy asked for.
    pub triggers: Vec<PolicyTrigger>,
    /// What was done.
    pub actions: Vec<PolicyAction>,
    /// What was waived by somebody who may.
    pub waivers: Vec<ApprovedWaiver>,
}

impl PolicyRecord {
    /// Begins an empty record.
    #[must_use]
    pub const fn new(as_of: NaiveDate) -> Self {
        Self {
            as_of,
            triggers: Vec::new(),
            actions: Vec::new(),
            waivers: Vec::new(),
        }
    }

    /// A trigger stands once, and nothing lies after the date of the record.
    fn check(&self) -> Result<(), PolicyRecordError> {
        let as_of = self.as_of;
        let days = self.triggers.iter().map(|trigger| trigger.on);
        let days = days.chain(self.actions.iter().map(|action| action.on));
        let mut days = days.chain(self.waivers.iter().map(|waiver| waiver.on));
        if let Some(on) = days.find(|on| as_of < *on) {
            return Err(PolicyRecordError::AfterDate { on, as_of });
        }
        let mut seen = BTreeSet::new();
        for PolicyTrigger { document, kind, .. } in &self.triggers {
            let document = *document;
            if !seen.insert((document, *kind)) {
                return Err(PolicyRecordError::TriggerTwice { document });
            }
        }
        Ok(())
    }
}

/// What a policy may ask for (触发事项类别).
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[non_exhaustive]
#[serde(rename_all = "kebab-case")]
pub enum TriggerKind {
    /// Late interest is to be charged.
    Interest,
    /// A fee or compensation is to be charged.
    Fee,
    /// A discount that was wrongly taken is to be claimed back.
    Discount,
    /// A step of the dunning ladder is to be taken.
    Dunning(DunningStep),
    /// A sale is to be held.
    CreditHold,
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

/// One thing that the policy asked for (触发事项).
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, PartialEq, Serialize)]
#[expect(clippy::exhaustive_structs, reason = "what, about what and since when")]
#[serde(deny_unknown_fields)]
pub struct PolicyTrigger {
    /// The document that it is about.
    pub document: DocumentId,
    /// What was to be done.
    pub kind: TriggerKind,
    /// The first day on which it was to be done.
    pub on: NaiveDate,
}

/// One thing that was done (执行动作): it answers the trigger of its document and kind.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, PartialEq, Serialize)]
#[expect(clippy::exhaustive_structs, reason = "what, about what and when")]
#[serde(deny_unknown_fields)]
pub struct PolicyAction {
    /// The document that it is about.
    pub document: DocumentId,
    /// What was done.
    pub kind: TriggerKind,
    /// The day.
    pub on: NaiveDate,
}

/// One thing that was waived by somebody who may (经批准的减免).
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, PartialEq, Serialize)]
#[expect(
    clippy::exhaustive_structs,
    reason = "what, about what, when and by whom"
)]
#[serde(deny_unknown_fields)]
pub struct ApprovedWaiver {
    /// The document that it is about.
    pub document: DocumentId,
    /// What was not to be done after all.
    pub kind: TriggerKind,
    /// The day.
    pub on: NaiveDate,
    /// Who approved it.
    pub by: PersonId,
}

/// How a policy is carried out (执行评定).
#[derive(Clone, Debug, Deserialize, Eq, Hash, PartialEq, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
#[non_exhaustive]
pub struct Enforcement {
    /// How often the policy asked for something.
    pub triggered: u32,
    /// How often it was done.
    pub applied: u32,
    /// How often it was waived instead.
    pub waived: u32,
    /// What was neither done nor waived, in the order of the record.
    pub ignored: Vec<PolicyTrigger>,
    /// The part that was done or waived.
    pub rate: Share,
    /// Whether that suffices.
    pub strength: EnforcementStrength,
}

/// Whether a policy is carried out (执行力度).
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[expect(clippy::exhaustive_enums, reason = "it suffices or it does not")]
#[serde(rename_all = "kebab-case")]
pub enum EnforcementStrength {
    /// Less is handled than the policy asks for.
    Weak,
    /// Enough is handled.
    Sufficient,
}

/// Tells how a policy is carried out.
///
/// Each trigger is looked at ([`REC_04`](crate::receivable::cards::REC_04)): it is applied where the same
/// was done about the same document on its day or later, else waived where somebody who may waived it (at
/// any time), else ignored. Enforcement is weak where the part that is applied or waived is below the
/// policy's threshold. The value is `None` where nothing was triggered: there is nothing to say.
///
/// # Errors
///
/// [`PolicyRecordError`] where something lies after the date of the record, or a trigger stands twice.
///
/// # Examples
///
/// ```
/// use chrono::NaiveDate;
/// use keqing::receivable::{
///     EnforcementPolicy, EnforcementStrength, PolicyRecord, PolicyTrigger, TriggerKind, enforcement,
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
    let mut trace = Trace::new();
    let (mut triggered, mut applied, mut waived) = (0_u32, 0_u32, 0_u32);
    let mut ignored = Vec::new();
    for trigger in &record.triggers {
        triggered = triggered.saturating_add(1);
        let handled = handling(record, trigger);
        match handled {
            Some(Fact::TriggerAction) => applied = applied.saturating_add(1),
            Some(_) => waived = waived.saturating_add(1),
            None => ignored.push(*trigger),
        }
        trace.require(&REC_04, handled.is_some(), || {
            let fact = handled.unwrap_or(Fact::TriggerAction);
            let about = Subject::Document {
                id: trigger.document,
            };
            Evidence::present(fact, handled.is_some()).of(about)
        });
    }
    let handled = u64::from(applied.saturating_add(waived));
    // A share of nothing is none: where nothing was triggered there is nothing to say.
    let Ok(rate) = Share::new(handled, u64::from(triggered)) else {
        trace.pass_over(&REC_04, Fact::EnforcementRate);
        return Ok(trace.into_assessment(None));
    };
    let least = policy.enforced_from();
    trace.require(&REC_04, rate >= least, || {
        Evidence::share(Fact::EnforcementRate, rate, Bound::AtLeast, least)
    });
    let strength = if rate >= least {
        EnforcementStrength::Sufficient
    } else {
        EnforcementStrength::Weak
    };
    Ok(trace.into_assessment(Some(Enforcement {
        triggered,
        applied,
        waived,
        ignored,
        rate,
        strength,
    })))
}

/// The error of a record that cannot be.
#[derive(Clone, Copy, Debug, Eq, Error, PartialEq)]
#[non_exhaustive]
pub enum PolicyRecordError {
    /// Something lies after the date of the record.
    #[error("an entry of {on} is after {as_of}, expected dates up to that day")]
    AfterDate {
        /// The day given.
        on: NaiveDate,
        /// The date of the record.
        as_of: NaiveDate,
    },
    /// A trigger stands twice.
    #[error("a trigger of `{document}` is there twice, expected one entry a document and kind")]
    TriggerTwice {
        /// The document.
        document: DocumentId,
    },
}

/// By which fact a trigger is answered: by an action, else by a waiver, else by none.
fn handling(record: &PolicyRecord, trigger: &PolicyTrigger) -> Option<Fact> {
    let PolicyTrigger { document, kind, on } = *trigger;
    let acted = record
        .actions
        .iter()
        .any(|action| action.document == document && action.kind == kind && on <= action.on);
    let waived = || {
        let mut waivers = record.waivers.iter();
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
